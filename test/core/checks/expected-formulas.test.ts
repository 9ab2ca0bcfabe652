import { readFileSync } from "node:fs";
import path from "node:path";
import { absenceWords } from "../../../src/core/audit/absence-words";
import { createCalculation, snapshotSource } from "../../../src/core/formula/calculate";
import { ratio, toDouble } from "../../../src/core/model/exact";
import { NO_OPTIONS, review, type ReviewOptions } from "../../../src/core/review";
import type { Comparison } from "../../../src/core/review.types";
import { a1, parseA1 } from "../../../src/core/workbook/address";
import type { CellScalar, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { calculated } from "../../support/apply-plan";
import { gridBook, type GridRow } from "../../support/grid";
import { answered, scored } from "../scores/live";
import { pack, projectBook, type ProjectRow } from "../scores/project-sheet";

type Options = Partial<ReviewOptions>;

const compared = (book: WorkbookSnapshot, options: Options = {}): readonly Comparison[] =>
  review(book, { ...NO_OPTIONS, ...options }).tables.flatMap(({ comparisons = [] }) => comparisons);

/** The formula that each judged cell should hold, or why none can be told. */
const due = (book: WorkbookSnapshot, options: Options = {}): Readonly<Record<string, string>> =>
  Object.fromEntries(
    compared(book, options).map(({ at, expected, absence }) => [
      a1(at),
      expected ?? (absence ? absenceWords(absence).zh : "–"),
    ]),
  );

const department = (standard: string, mark: number, actual: CellScalar = ""): WorkbookSnapshot =>
  gridBook([
    ["2021年度部门整体支出绩效自评表"],
    ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "实际完成值", "得分", "扣分原因"],
    ["过程", "管理", "信息公开", mark, standard, actual, mark, ""],
    ["", "", "制度建设", 5, "视情况酌情给分", "", 5, ""],
    ["合计", "", "", mark + 5, "", "", mark + 5, ""],
  ] satisfies GridRow[]);

describe("[G26] the formula that a score should hold", () => {
  it.each<readonly [what: string, standard: string, mark: number, actual: CellScalar, formula: string]>([
    ["a deduction for each per cent point, down to 0", "完成率达到100%得10分，每低于1个百分点扣1分，扣完为止", 10, 0.955,
      '=IF(COUNT(F3)<1,"",MAX(0,10-MAX(0,INT(ROUND(ROUND(1-F3,12)/0.01,12)))))'],
    ["a share with the mark as its cap", "完成率×分值，最高不超过10分", 10, 0.96, '=IF(COUNT(F3)<1,"",MAX(0,MIN(10,F3*10)))'],
  ])("%s", (_, standard, mark, actual, formula) => expect(due(department(standard, mark, actual)).G3).toBe(formula)); // prettier-ignore

  it.each<readonly [what: string, standard: string, mark: number, label: string, answer: CellScalar, formula: string]>([
    ["a question answered yes or no", "按规定公开预决算信息的得4分，未公开的不得分", 4, "信息公开：按规定公开预决算信息", "是",
      `=IF('基础数据'!D4="是",4,IF('基础数据'!D4="否",0,""))`],
    ["a choice", "优得5分，良得4分，中得3分，差得0分", 5, "信息公开：信息公开", "良",
      `=IF('基础数据'!D4="优",5,IF('基础数据'!D4="良",4,IF('基础数据'!D4="中",3,IF('基础数据'!D4="差",0,""))))`],
    ["a deduction for each, down to 0", "每发生一起违规事项扣2分，扣完为止", 6, "信息公开：发生违规事项", 1,
      `=IF(COUNT('基础数据'!D4)<1,"",IF(OR(ROUND('基础数据'!D4,12)<0,ROUND('基础数据'!D4,12)<>INT(ROUND('基础数据'!D4,12))),"",MAX(0,6-'基础数据'!D4*2)))`],
  ])("%s, from what was answered in 基础数据", (_, standard, mark, label, answer, formula) => {
    const copy = scored(department(standard, mark), { pack: null });
    expect(due(answered(copy, { [label]: answer })).G3).toBe(formula);
    expect(due(copy).G3).toMatch(/^表内没有所需的数：/);
  }); // prettier-ignore
});

const ROWS: readonly ProjectRow[] = [
  { group: "数量指标", name: "培训人数", target: "≥200人", actual: 180, mark: 20, score: 18, reason: "两期停办" },
  { group: "质量指标", name: "培训合格率", target: "≥95%", actual: 96, mark: 15, score: 15 },
  { group: "成本指标", name: "单位成本", target: "≤30万元", actual: "40万元", mark: 15, score: 11.25, reason: "材料涨价" },
  { level: "效益指标", group: "社会效益指标", name: "市场秩序", target: "效果明显", actual: "部分达成预期指标并具有一定效果", mark: 30, score: 20, reason: "部分市场未覆盖" },
  { level: "满意度指标", group: "服务对象满意度指标", name: "群众满意度", target: "≥90%", actual: "约95%", mark: 10, score: 10 },
]; // prettier-ignore

describe("[G26] on a project's table", () => {
  const book = projectBook(ROWS, { executed: 65, score: 6.5 });

  it("each score by its target, and the funding block's by its rate", () => {
    expect(due(book, { pack: pack("project") })).toMatchObject({
      // 200人 is printed, and 180 typed beside it
      I6: '=IF(COUNT(G6)<1,"",IF(ROUND(G6,12)>=200,20,MAX(0,G6/200)*20))',
      // 96 beside ≥95% counts per cent
      I7: '=IF(COUNT(G7)<1,"",IF(ROUND(G7,12)>=95,15,MAX(0,G7/95)*15))',
      // 40万元 in words: 300000 and the number before the unit times 10000
      I8: expect.stringContaining('VALUE(SUBSTITUTE(G8,"万元",""))') as string,
      I9: "由人在档内评分：完成档次",
      H3: '=IF(COUNT(E3/D3)<1,"",MAX(0,MIN(10,E3/D3*10)))',
    });
  });

  it("a fraction beside a printed percentage", () => {
    const fraction = ROWS.map((row) => (row.name === "培训合格率" ? { ...row, actual: 0.96 } : row));
    expect(due(projectBook(fraction), { pack: pack("project") }).I7).toBe(
      '=IF(COUNT(G7)<1,"",IF(ROUND(G7,12)>=0.95,15,MAX(0,G7/0.95)*15))',
    );
  });

  it.each<readonly [what: string, rows: readonly ProjectRow[], cell: string, words: string]>([
    ["a number among words", [{ group: "数量指标", name: "人数", target: "≥200人", actual: "约180人左右", mark: 20, score: 18 }], "I6", "G6“约180人左右”"],
    ["no actual value", [{ group: "数量指标", name: "人数", target: "≥200人", actual: "", mark: 20, score: 18 }], "I6", "表内没有所需的数：实际完成值（G6）"],
  ])("%s: none, and the cell is named", (_, rows, cell, words) => {
    expect(due(projectBook(rows), { pack: pack("project") })[cell]).toContain(words);
  }); // prettier-ignore

  it("the total under caps by the execution rate, and none where indicators are deducted as well", () => {
    const caps = { ...pack("project-platform"), deviations: [] };
    const [cap50, cap60] = caps.caps;
    const two = { ...caps, caps: [cap50, cap60].flatMap((cap) => cap ?? []) };
    const withRate = calculated(withCells(projectBook(ROWS, { executed: 65 }), { G3: 0.65, I11: 74.25 }));
    const sum = "SUM(I6:I10)";
    expect(due(withRate, { pack: two }).I11).toBe(
      `=IF(ROUND(G3,12)<0.5,MIN(59,IF(AND(ROUND(G3,12)>=0.5,ROUND(G3,12)<0.6),MIN(69,${sum}),${sum})),IF(AND(ROUND(G3,12)>=0.5,ROUND(G3,12)<0.6),MIN(69,${sum}),${sum}))`,
    );
    expect(due(withRate, { pack: pack("project-platform") }).I11).toContain(
      "实际完成值超过年初指标值30%及以上的，扣2分",
    );
  });

  it("a number given by --inputs stands in no cell", () => {
    const book = department("每发生一起违规事项扣2分，扣完为止", 6);
    expect(due(book, { inputs: new Map([["发生违规事项", ratio(1)]]) }).G3).toBe(
      "数由 --inputs 给出，不在工作簿里：发生违规事项",
    );
  });

  it("says of every judged cell either the formula or why there is none", () => {
    for (const { expected, absence } of compared(book, { pack: pack("project") }))
      expect([expected === null, absence === null]).toEqual([expected === null, expected !== null]);
  });
});

/** Cells of the first sheet, by address: a value, or a formula. */
function withCells(
  book: WorkbookSnapshot,
  cells: Readonly<Record<string, number | string>>,
  sheet = book.sheets[0]?.name,
): WorkbookSnapshot {
  const put = Object.entries(cells).map(([cell, content]) => {
    const at = parseA1(cell);
    if (!at) throw new Error(cell);
    return { ...at, ...(typeof content === "number" ? { value: content } : { value: null, formula: content }) };
  });
  const isPut = ({ row, column }: { row: number; column: number }): boolean =>
    put.some((one) => one.row === row && one.column === column);
  const sheets = book.sheets.map((one) =>
    one.name === sheet
      ? { ...one, cells: [...one.cells.filter((cell) => !isPut(cell)), ...put].sort((a, b) => a.row - b.row || a.column - b.column) } // prettier-ignore
      : one,
  );
  return { ...book, sheets };
}

const differing = (book: WorkbookSnapshot, options: Options): readonly string[] =>
  review(book, { ...NO_OPTIONS, ...options })
    .findings.filter(({ code }) => code === "formula-differs")
    .map(({ at }) => (at ? a1(at) : "–"));

describe("[G23] [G26] a formula of another spelling is right, one of another meaning is told", () => {
  const book = projectBook(ROWS, { executed: 65, score: 6.5 });
  const found = (cell: string, formula: string): readonly string[] =>
    differing(calculated(withCells(book, { [cell]: formula })), { pack: pack("project") });

  it.each([
    ["H3", "=E3/D3*F3"],
    ["H3", "=ROUND(10*E3/D3,2)"],
    ["H3", '=IF(D3=0,"",MIN(F3,F3*E3/D3))'],
    ["I6", "=MIN(20,20*G6/200)"],
    ["I6", "=MIN(1,G6/200)*H6"],
    ["I7", "=IF(G7>=95,15,G7/95*15)"],
    ["I8", '=IF(VALUE(LEFT(G8,LEN(G8)-2))<=30,15,30/VALUE(LEFT(G8,LEN(G8)-2))*15)'],
  ])("%s %s", (cell, formula) => expect(found(cell, formula)).toEqual([])); // prettier-ignore

  it.each([
    ["H3", "=E3/D3*20"],
    ["H3", "=IF(E3/D3>=0.6,F3,E3/D3*F3)"],
    ["I6", "=20*G6/200"],
    ["I6", "=MIN(20,20*G6/210)"],
    ["I7", "=IF(G7>=90,15,G7/95*15)"],
  ])("%s %s", (cell, formula) => expect(found(cell, formula)).toEqual([cell]));

  it("of what is answered in 基础数据 a formula that reads its own cell says nothing, one that reads the answer wrongly does", () => {
    const copy = answered(scored(department("按规定公开预决算信息的得4分，未公开的不得分", 4), { pack: null }), { "信息公开：按规定公开预决算信息": "是" }); // prettier-ignore
    const holding = (formula: string): readonly string[] => differing(calculated(withCells(copy, { G3: formula })), {});
    expect(holding('=IF(F3="","",D3)')).toEqual([]);
    expect(holding('=IF(基础数据!D4="是",D3,0)')).toEqual([]);
    expect(holding('=IF(基础数据!D4="否",D3,0)')).toEqual(["G3"]);
  });
});

describe("[G26] on the real tables the formula gives what the rule gives", () => {
  it.each([
    ["real-t01", "project", 23], ["real-t04", "project", 9], ["real-t03", null, 1], ["real-t07", "project-transfer", 8], ["real-t08", "project", 6],
  ] as const)("%s by %s", async (file, id, least) => {
    const bytes = new Uint8Array(readFileSync(path.join(__dirname, `../../workbooks/real/${file}.xlsx`)));
    const read = await createXlsxHost(bytes).read();
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    const book = read.value;
    const calculation = createCalculation(snapshotSource(book));
    const [table] = review(book, { ...NO_OPTIONS, pack: id === null ? null : pack(id) }).tables;
    if (!table) throw new Error("no table");
    const scores = (table.comparisons ?? []).filter(({ kind, expected, rule }) => kind === "score" && expected !== null && rule !== null);
    expect(scores.length).toBeGreaterThanOrEqual(least);
    for (const { at, expected, rule } of scores) {
      const given = calculation.evaluate(expected ?? "", { sheet: table.table.sheet, ...at });
      const value = given.kind === "value" ? given.value : given.reason;
      expect([a1(at), typeof value === "number" ? Math.round(value * 100) / 100 : value]).toEqual([a1(at), rule && Math.round(toDouble(rule) * 100) / 100]);
    }
  }); // prettier-ignore
});

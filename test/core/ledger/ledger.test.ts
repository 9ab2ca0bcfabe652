import { review } from "../../../src/core/review";
import type { Examined, Ledger } from "../../../src/core/review.types";
import type { CellLedger } from "../../../src/core/model/account";
import { ratio } from "../../../src/core/model/exact";
import { a1, rectA1 } from "../../../src/core/workbook/address";
import { gridBook, LEFT, UP, type GridRow } from "../../support/grid";

const TITLE: GridRow = ["项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT];
const HEAD: GridRow = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "偏差原因分析"]; // prettier-ignore
const ROWS: readonly GridRow[] = [
  ["产出", "数量指标", "养护里程", 50, "≥20公里", "21公里", 50, ""],
  ["效益", "社会效益", "通行便利", 40, "明显改善", "有所改善", 40, ""],
  ["满意", "满意度", "群众满意度", 10, "≥90%", "", "", ""],
];

const ledgerOf = (rows: readonly GridRow[]): Ledger => review(gridBook(rows)).ledger;

function tableLedger(rows: readonly GridRow[]): CellLedger & { readonly examined: readonly Examined[] } {
  const [table] = ledgerOf(rows).tables;
  if (!table) throw new Error("no table");
  return { ...table.cells, examined: table.examined };
} // prettier-ignore

const unused = ({ unused: areas }: CellLedger): readonly string[] => areas.map(({ area, why }) => `${rectA1(area)} ${why}`); // prettier-ignore
const items = (cells: CellLedger): readonly string[] =>
  cells.items.map(({ kind, area, at, cells: count, numbers, heads }) => `${kind} ${rectA1(area)} at ${a1(at)} ${count}/${numbers} ${heads.map(({ text }) => text).join("、")}`.trim()); // prettier-ignore

describe("[Z4] a cell's state comes from what the review did with it", () => {
  it("filled is judged + kept + unused + not understood", () => {
    const cells = tableLedger([TITLE, HEAD, ...ROWS, ["", "", "", "", "", "", "", "", 7]]);
    const notUsed = cells.unused.reduce((sum, each) => sum + each.cells, 0);
    expect(cells.filled).toBe(1 + 8 + 7 + 7 + 5 + 1);
    expect(cells.judged + cells.kept + notUsed + cells.notUnderstood.length).toBe(cells.filled);
    expect(cells.notUnderstood).toEqual([{ at: { row: 5, column: 8 }, text: "7", why: "noLabel", hidden: false }]);
  });

  it("a target is judged only where it was compared: words against words and a blank actual value are not", () => {
    expect(unused(tableLedger([TITLE, HEAD, ...ROWS]))).toEqual(["E4:E5 notCompared", "F4 notCompared"]);
  });

  it("the money of a block without 全年预算数 gives no rate, and its rate is compared with none", () => {
    const judged = (budget: string): number =>
      tableLedger([
        TITLE,
        ["项目资金（万元）", "", budget, "全年执行数", "执行率", "", "", ""],
        ["年度资金总额", "", 100, 95, "80%", "", "", ""],
        HEAD,
        ["产出", "数量指标", "养护里程", 100, "≥20公里", "21公里", 100, ""],
      ]).judged;
    expect(judged("全年预算数") - judged("年初预算数")).toBe(3);
  });

  it("扣分 is judged where the row's own mark and score can contradict it", () => {
    const judged = (name: string, mark: number, score: number, taken: number | string): number =>
      tableLedger([
        ["一级指标", "二级指标", "三级指标", "分值", "扣分", "得分"],
        ["产出", "数量指标", "养护里程", 100, 0, 100],
        ["其他", "其他", name, mark, taken, score],
      ]).judged;
    const more = (name: string, mark: number, score: number): number =>
      judged(name, mark, score, 2) - judged(name, mark, score, "");
    expect([more("养护质量", 5, 3), more("扣分项", -5, -2), more("加分项", 5, 3)]).toEqual([1, 0, 0]);
  });

  it("an actual value without a target is judged where a printed standard reads it", () => {
    const states = (standard: string): readonly string[] =>
      unused(
        tableLedger([
          ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "评分标准", "得分"],
          ["产出", "质量指标", "验收合格率", 50, "", "96%", standard, 50],
        ]),
      );
    expect(states("合格率达到95%及以上得50分，每低1个百分点扣5分，扣完为止")).toEqual([]);
    expect(states("酌情评分")).toEqual(["F2 notCompared"]);
  });

  it("a base value that no definition uses is unbound, one that a rate uses is judged", () => {
    const define = (text: string): readonly GridRow[] => [
      ["2021年度部门整体支出绩效自评表", LEFT, LEFT, LEFT, LEFT],
      ["一级指标", "二级指标", "指标说明", "分值", "得分"],
      ["投入", text.includes("=") ? "在职人员控制率" : "人员情况", text, 100, 100],
      ["合计", "", "", 100, 100],
      [],
      ["财政供养人员情况", "编制数", "2021年实际在职人数", "备注", ""],
      ["", 77, 69, "", ""],
    ];
    const states = (text: string): readonly string[] => {
      const [first] = ledgerOf(define(text)).baseData;
      return first ? [`${first.cells.judged} judged`, ...unused(first.cells)] : ["no base data"];
    };
    expect(states("在职人员控制率=（在职人员数/编制数）×100%")).toEqual(["4 judged"]); // with the heads by which they are known
    expect(states("在职情况良好")).toEqual(["0 judged", "B7:C7 unbound"]);
  });
});

describe("[Z8] what a reading depends on is judged, and what says nothing is accounted", () => {
  const stateAt = (rows: readonly GridRow[], column: number): readonly string[] =>
    unused(tableLedger(rows)).filter((text) => text.startsWith(String.fromCharCode(65 + column)));

  it("heads are judged, a head that is not used is not", () => {
    const rows = [["一级指标", "二级指标", "三级指标", "分值", "得分"], ["产出", "数量", "甲", 60, 60], ["效益", "社会", "乙", 40, 40]]; // prettier-ignore
    expect(tableLedger(rows)).toMatchObject({ filled: 15, judged: 15 });
    expect(tableLedger(rows.map((row, i) => [...row, ["责任科室", "办公室", "财务室"][i] ?? ""]))).toMatchObject({ filled: 18, judged: 15 }); // prettier-ignore
  });

  it("a name that repeats its mark is a name all the same", () => {
    const rows = [["一级指标", "二级指标", "三级指标", "分值", "得分"], ["产出", "数量", "甲（60分）", 60, 60], ["效益", "社会", "乙", 40, 40]]; // prettier-ignore
    expect(tableLedger(rows)).toMatchObject({ filled: 15, judged: 15 });
    expect(stateAt(rows, 2)).toEqual([]);
  });

  it("a reason that is struck through is withdrawn, a picture is not read", () => {
    const book = gridBook([TITLE, HEAD, ...ROWS]);
    const [sheet] = book.sheets;
    if (!sheet) throw new Error("no sheet");
    const put = [
      { row: 2, column: 7, value: "已经说明", unstruck: "" },
      { row: 3, column: 7, value: "", formula: '=DISPIMG("ID_1",1)' },
      { row: 4, column: 7, value: { error: "#NAME?" as const }, formula: '=_xlfn.DISPIMG("ID_2",1)' },
    ];
    const cells = [...sheet.cells, ...put].sort((a, b) => a.row - b.row || a.column - b.column);
    const [table] = review({ ...book, sheets: [{ ...sheet, cells }] }).ledger.tables;
    if (!table) throw new Error("no table");
    expect(unused(table.cells).filter((text) => text.startsWith("H"))).toEqual(["H3 withdrawn", "H5 picture"]);
  });
});

describe("[Z5] what was examined of an indicator", () => {
  const { examined } = tableLedger([TITLE, HEAD, ...ROWS]);

  it("a target that was met, with both readings", () => {
    expect(examined[0]).toEqual({
      mark: "ok", score: "ok", reason: "notRequired", rate: "none", target: "met", recomputed: "notJudged", evidence: "none",
      reading: { target: { text: ">=20公里", numbers: [ratio(20)] }, actual: { text: "21公里", numbers: [ratio(21)] } },
      why: { recomputed: { zh: "没有评分标准", en: "there is no standard" } },
    }); // prettier-ignore
  });

  it("words can not be compared, and it says why", () => {
    expect(examined[1]).toMatchObject({ target: "unclear", reading: { target: { text: "明显改善", numbers: [] }, actual: { text: "有所改善" } }, why: { target: { zh: "目标是文字，无法用数值比较" } } }); // prettier-ignore
  });

  it("a blank actual value and a blank score are said", () => {
    expect(examined[2]).toMatchObject({ target: "blank", score: "blank", reading: { target: { text: ">=90%" }, actual: null }, why: { target: { zh: "没有填实际完成值" } } }); // prettier-ignore
  });

  it.each([
    ["a count against a date", "9月30日前", "2", "incomparable", "目标是日期，实际是数"],
    ["a bare number of a thing that one may want more or less of", 12, 13, "unclear", "没有写明越高越好还是越低越好"],
    ["words for a number", "≥90%", "较好", "unclear", "实际完成值是文字，无法用数值比较"],
    ["a bound for an actual value", "≥90%", "≥95%", "unclear", "实际完成值写的是范围，不是一个数"],
  ] as const)("%s", (_, target, actual, outcome, why) => {
    const [one] = tableLedger([TITLE, HEAD, ["产出", "社会", "事项", 50, target, actual, 50, ""]]).examined;
    expect(one).toMatchObject({ target: outcome, why: { target: { zh: why } } });
  });

  it("a mark that several share is shared, and a score that is no number says so", () => {
    const rows = [TITLE, HEAD, ["产出", "数量", "甲", 50, "", "", "好", ""], ["", "", "乙", UP, "", "", UP, ""]];
    const [first] = tableLedger(rows).examined;
    expect(first).toMatchObject({ mark: "shared", score: "notANumber", why: { score: { zh: "得分不是数" } } });
  });
});

describe("[Z6] items, not cells", () => {
  const signed: GridRow = ["填表人：张三", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT];
  const withBlock = (...rows: readonly GridRow[]): readonly string[] => items(tableLedger([TITLE, HEAD, ...ROWS, signed, ...rows])); // prettier-ignore

  it("numbers in rows that follow each other are one block", () => {
    expect(withBlock(["小结", 3, 4], ["附", 5])).toEqual(["block B7:C8 at B7 3/3"]);
  });

  it("a blank row parts two blocks, and a number alone is a cell", () => {
    expect(withBlock(["小结", 3, 4], [""], ["附", 5])).toEqual(["block B7:C7 at B7 2/2", "cell B9 at B9 1/1"]);
  });

  it("an unknown column is one item with its head, words of it do not count", () => {
    const rows = [TITLE, [...HEAD, "系数"], ...ROWS.map((row, i) => [...row, ["", 1.2, 0.9][i] ?? ""])];
    expect(items(tableLedger(rows))).toEqual(["column I4:I5 at I4 2/2 系数"]);
  });

  it("an unknown column of words is only not used, as is one that is known", () => {
    const rows = [TITLE, [...HEAD, "系数", "责任科室"], ...ROWS.map((row, i) => [...row, "甲乙", i])];
    expect(items(tableLedger(rows))).toEqual(["columnUnused I3:J5 at J3 6/3 系数、责任科室"]);
  });

  it("columns side by side are one item, those not understood apart from those not used", () => {
    const heads = ["系数", "责任科室", "难度", "", "档次数"];
    const rows = [TITLE, [...HEAD, ...heads], ...ROWS.map((row, i) => [...row, i + 1, "办公室", i + 2, "", i + 3])];
    // L is blank and parts what stands beside it
    expect(items(tableLedger(rows))).toEqual(["column I3:K5 at I3 6/6 系数、难度", "columnUnused J3:J5 at J3 3/0 责任科室", "column M3:M5 at M3 3/3 档次数"]); // prettier-ignore
  });

  it("an error value and words as a score have findings of their own", () => {
    const [first = [], ...others] = ROWS;
    const rows = [TITLE, HEAD, first.map((value, c) => (c === 6 ? "满分" : c === 5 ? { error: "#N/A" as const } : value)), ...others]; // prettier-ignore
    const cells = tableLedger(rows);
    expect(cells.items).toEqual([]);
    expect(cells.notUnderstood.map(({ at, why }) => `${a1(at)} ${why}`)).toEqual(["F3 wrongKind", "G3 wrongKind"]);
  });
});

describe("[Z1] what stands far from every table", () => {
  it("is one range with a count, whatever it holds", () => {
    const far = [...Array<GridRow>(200).fill([]), ["甲", 5], ["", 6]];
    const { outside, tables } = ledgerOf([TITLE, HEAD, ...ROWS, ...far]);
    expect(outside.map(({ sheet, area, cells }) => `${sheet} ${rectA1(area)} ${cells}`)).toEqual([
      "评分表 A206:B207 3",
    ]);
    expect(tables[0]?.cells.notUnderstood).toEqual([]);
  });
});

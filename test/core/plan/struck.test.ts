import { readOurs } from "../../../src/core/ours/read-ours";
import { CONCLUSION, UNSAID } from "../../../src/core/plan/formulas/conclusion";
import { planReview } from "../../../src/core/plan/plan-review";
import { NO_OPTIONS, review, type ReviewOptions } from "../../../src/core/review";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { a1, columnName } from "../../../src/core/workbook/address";
import { parseReference } from "../../../src/core/workbook/sheet-area";
import { SheetView } from "../../../src/core/workbook/sheet-view";
import type { CellScalar, CellSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { applyPlan, calculated } from "../../support/apply-plan";
import { withCells } from "../../support/edit-sheet";
import { gridBook, LEFT, type GridRow } from "../../support/grid";

/** Formulas see no strike-through: what was withdrawn when the sheet was written must not count in them (SPEC R42, P46). */
const SHEET = "评分表";
const OPTIONS: ReviewOptions = { ...NO_OPTIONS, pack: builtInPack("project") };

const form = (head: readonly string[], ...reasons: readonly string[]) =>
  gridBook([
    ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", ...head],
    ["产出指标", "数量指标", "培训人数", "≥200人", 180, 40, 36, ...reasons] satisfies GridRow,
    ["产出指标", "质量指标", "培训合格率", "≥95%", "96%", 20, 20],
    ["效益指标", "社会效益", "市场秩序", "效果明显", "达成预期指标", 30, 30],
    ["满意度指标", "服务对象满意度", "群众满意度", 90, 95, 10, 10],
    ["合计", "", "", "", "", 100, 96],
  ]);
const PROJECT = form(["偏差原因分析及改进措施"], "疫情影响");

type Changes = Readonly<Record<string, Partial<CellSnapshot>>>;
const changed = (book: WorkbookSnapshot, changes: Changes): WorkbookSnapshot => ({
  ...book,
  sheets: book.sheets.map((sheet) =>
    sheet.name === SHEET ? { ...sheet, cells: sheet.cells.map((cell) => ({ ...cell, ...changes[a1(cell)] })) } : sheet,
  ),
});

function written(book: WorkbookSnapshot): WorkbookSnapshot {
  const { plan, refusals } = planReview(book, review(book, OPTIONS), { lang: "zh" });
  expect(refusals).toEqual([]);
  return calculated(applyPlan(book, plan));
}

function columnOf(book: WorkbookSnapshot, part: string): number {
  const [area] = parseReference(book.names.find(({ name }) => name === `_pinghe.t1.${part}`)?.refersTo ?? "");
  if (!area) throw new Error(`no column ${part}`);
  return area.rect.left;
}

function live(book: WorkbookSnapshot, part: string, row: number): CellScalar {
  const sheet = book.sheets.find(({ name }) => name === SHEET);
  return sheet ? new SheetView(sheet).value(row - 1, columnOf(book, part)) : null;
}

const UNEXPLAINED = `${CONCLUSION.unexplained}；${CONCLUSION.agrees}`;
const codes = (book: WorkbookSnapshot): readonly string[] => review(book, OPTIONS).findings.map(({ code }) => code);

describe("[P46] what is struck through is no ground of a live judgement", () => {
  test.each<[string, number, Changes, string]>([
    ["nothing", 3, {}, CONCLUSION.fine],
    ["the reason", 3, { H3: { unstruck: "" } }, UNEXPLAINED],
    ["a long reason of two lines", 3, { H3: { value: `疫情影响\n${"受疫情影响培训推迟".repeat(40)}`, unstruck: "" } }, UNEXPLAINED],
    ["all of the reason but a stock word", 3, { H3: { value: "疫情影响无", unstruck: "无" } }, UNEXPLAINED],
    ["a part of the reason, the rest explains", 3, { H3: { value: "人手不足疫情影响", unstruck: "疫情影响" } }, CONCLUSION.fine],
    ["the score", 3, { G3: { unstruck: "" } }, CONCLUSION.withdrawn],
    ["a full score", 4, { G4: { unstruck: "" } }, CONCLUSION.withdrawn],
    ["the actual value, a number", 3, { E3: { unstruck: "" } }, CONCLUSION.withdrawn],
    ["the actual value, a share as text", 4, { E4: { unstruck: "" } }, CONCLUSION.withdrawn],
    ["the actual value, in words", 5, { E5: { unstruck: "" } }, CONCLUSION.withdrawn],
    ["a part of the actual value", 3, { E3: { value: "180200", unstruck: "200" } }, CONCLUSION.withdrawn],
    ["the target", 3, { D3: { unstruck: "" } }, CONCLUSION.withdrawn],
    ["a bare target", 6, { D6: { unstruck: "" } }, CONCLUSION.withdrawn],
  ])("%s", (_, row, changes, words) => expect(live(written(changed(PROJECT, changes)), "conclusion", row)).toBe(words)); // prettier-ignore

  it("a new reason or score in its place counts at once", () => {
    const copy = written(changed(PROJECT, { G3: { unstruck: "" }, H3: { unstruck: "" } }));
    expect([live(copy, "conclusion", 3), live(copy, "unsaid", 3)]).toEqual([CONCLUSION.withdrawn, UNSAID]);
    const mended = calculated(withCells(copy, SHEET, new Map<string, CellScalar>([["G3", 35], ["H3", "招标流标"]]))); // prettier-ignore
    expect([live(mended, "conclusion", 3), live(mended, "unsaid", 3)]).toEqual([CONCLUSION.mismatch, ""]);
  });

  it("in our own column 扣分原因 struck words are no reason, in review and sheet", () => {
    const copy = written(form([]));
    const at = `${columnName(columnOf(copy, "reason"))}3`;
    const filled = calculated(withCells(copy, SHEET, new Map([[at, "疫情影响"]])));
    expect(codes(filled)).not.toContain("justification-missing");
    const struck = changed(filled, { [at]: { unstruck: "" } });
    expect(codes(struck)).toContain("justification-missing");
    expect(live(written(filled), "conclusion", 3)).toBe(CONCLUSION.fine);
    expect(live(written(struck), "conclusion", 3)).toBe(UNEXPLAINED);
  });
});

describe("[R42] [P46] what is struck through in 基础数据 is withdrawn", () => {
  const HEAD = ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "得分"];
  const STANDARD = "在职人员控制率=（在职人员数/编制数）×100%，控制率≤100%得满分，每超过1个百分点扣1分";
  const book = gridBook([HEAD, ["投入", "预算配置", "在职人员控制率", 100, STANDARD, 100]]);
  const base = (answers: readonly (readonly [label: string, cell: Partial<CellSnapshot>])[]): WorkbookSnapshot => {
    const scored = written(book);
    const found = readOurs(scored).base;
    if (!found || found === "unreadable") throw new Error("no 基础数据");
    return answers.reduce((one, [label, cell]) => {
      const at = found.rows.find((row) => row.label === label)?.valueAt;
      if (!at) throw new Error(`no row ${label}`);
      const sheets = one.sheets.map((sheet) =>
        sheet.name === at.sheet
          ? { ...sheet, cells: [...sheet.cells.filter(({ row, column }) => row !== at.row || column !== at.column), { row: at.row, column: at.column, value: null, ...cell }].sort((a, b) => a.row - b.row || a.column - b.column) }
          : sheet,
      );
      return { ...one, sheets };
    }, scored);
  }; // prettier-ignore

  it("a number that stands counts, in review and sheet", () => {
    const filled = base([["在职人员数", { value: 80 }], ["编制数", { value: 80 }]]); // prettier-ignore
    expect(codes(filled)).toEqual([]);
    expect(live(written(filled), "recomputed", 2)).toBe(100);
  });

  it("one that is struck through is missing and told; the sheet waits until it is mended", () => {
    const struck = base([["在职人员数", { value: 80, unstruck: "" }], ["编制数", { value: 80 }]]); // prettier-ignore
    expect(codes(struck)).toEqual(["input-missing", "struck-through"]);
    const again = written(struck);
    expect([live(again, "basis", 2), live(again, "recomputed", 2)]).toEqual([CONCLUSION.withdrawn, ""]);
  });

  it("what is left of a text is no number either, and is offered as such", () => {
    const left = base([["在职人员数", { value: "180", unstruck: "80" }], ["编制数", { value: 80 }]]); // prettier-ignore
    expect(codes(left)).toContain("struck-through");
    expect(live(written(left), "recomputed", 2)).toBe("");
  });
});

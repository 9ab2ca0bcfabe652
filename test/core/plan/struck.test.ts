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

import { NO_OPTIONS, review } from "../../../src/core/review";
import { planReview } from "../../../src/core/plan/plan-review";
import { parseReference } from "../../../src/core/workbook/sheet-area";
import { SheetView } from "../../../src/core/workbook/sheet-view";
import type { CellScalar, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { applyPlan, calculated } from "../../support/apply-plan";
import { withCells } from "../../support/edit-sheet";
import { gridBook, type GridRow } from "../../support/grid";
import { contradictions } from "../../support/live-contradictions";

/** A score that is a percentage among percentages, or out of a hundred beside its weight, is compared in marks (SPEC R15, P43). */
const SHEET = "评分表";
const standard = (mark: number): string => `≥90%得${mark}分；80%（含）-90%得${mark / 2}分；低于80%不得分`;

const HEADS: GridRow = ["一级指标", "二级指标", "年度指标值", "实际完成值", "权重", "评分标准", "得分", "扣分原因"];
const row = (name: string, actual: string, mark: number, score: CellScalar): GridRow => [
  "产出",
  name,
  "≥90%",
  actual,
  mark,
  standard(mark),
  score,
  "",
];

/** Of 40 and 60 marks the first has half, the second all: 20 + 60 = 80. */
const OUT_OF_HUNDRED = gridBook([
  HEADS,
  row("到位率", "85%", 40, 50),
  row("合格率", "95%", 60, 100),
  ["合计", "", "", "", 100, "", 80, ""],
]);
const PERCENT = gridBook(
  [
    HEADS,
    ["产出", "到位率", "≥90%", "85%", 0.4, standard(40), 0.2, ""],
    ["产出", "合格率", "≥90%", "95%", 0.6, standard(60), 0.6, ""],
    ["合计", "", "", "", 1, "", 0.8, ""],
  ],
  { formats: Object.fromEntries([1, 2, 3].flatMap((at) => [`${at},4`, `${at},6`].map((key) => [key, "0%"]))) },
);

function written(book: WorkbookSnapshot, fillBlank = false): WorkbookSnapshot {
  const { plan, refusals } = planReview(book, review(book, NO_OPTIONS), { lang: "zh", fillBlank });
  expect(refusals).toEqual([]);
  return calculated(applyPlan(book, plan));
}

function live(book: WorkbookSnapshot, part: string, at: number): CellScalar {
  const [area] = parseReference(book.names.find(({ name }) => name === `_pinghe.t1.${part}`)?.refersTo ?? "");
  const sheet = book.sheets.find(({ name }) => name === SHEET);
  if (!area || !sheet) throw new Error(`no column ${part}`);
  return new SheetView(sheet).value(at - 1, area.rect.left);
}

const typed = (book: WorkbookSnapshot, cells: Readonly<Record<string, CellScalar>>): WorkbookSnapshot =>
  calculated(withCells(book, SHEET, new Map(Object.entries(cells))));

describe.each([
  ["scores out of a hundred", OUT_OF_HUNDRED, { half: 50, more: 60, full: 100 }],
  ["percentages", PERCENT, { half: 0.2, more: 0.24, full: 0.4 }],
])("[P43] %s", (_, book, score) => {
  it("the sheet compares in marks: no difference, and the deduction lacks a reason", () => {
    const copy = written(book);
    expect([live(copy, "recomputed", 2), live(copy, "difference", 2), live(copy, "difference", 3)]).toEqual([20, 0, 0]);
    expect([live(copy, "conclusion", 2), live(copy, "conclusion", 3)]).toEqual(["扣分缺原因；与复算一致", "无误"]);
    expect(contradictions(copy, review(copy))).toEqual([]);
  });

  it("a score typed since is compared in marks, too", () => {
    const copy = typed(written(book), { G2: score.more });
    expect([live(copy, "difference", 2), live(copy, "conclusion", 2)]).toEqual([4, "扣分缺原因；与复算不符"]);
  });

  it("a blank score stays unscored, and words are none", () => {
    expect(live(typed(written(book), { G2: null }), "conclusion", 2)).toBe("未评分");
    expect(live(typed(written(book), { G2: "合格" }), "conclusion", 2)).toBe("得分不是数值");
  });
});

it("[P12] a blank percentage is filled with the share that its mark makes of the computed score", () => {
  const copy = written(typed(PERCENT, { G2: null }), true);
  const sheet = copy.sheets.find(({ name }) => name === SHEET);
  if (!sheet) throw new Error("no sheet");
  expect(new SheetView(sheet).value(1, 6)).toBe(0.2);
  // and is known as ours on the next run, when its source has changed
  expect(new SheetView(written(typed(copy, { D2: "96%" })).sheets[0] ?? sheet).value(1, 6)).toBe(0.4);
});

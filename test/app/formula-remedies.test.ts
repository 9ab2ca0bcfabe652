import { remedies } from "../../src/app/pane/remedies";
import { review } from "../../src/core/review";
import { gridBook, type GridRow } from "../support/grid";

const ROWS: readonly GridRow[] = [
  ["2021年度部门整体支出绩效自评表"],
  ["一级指标", "三级指标", "分值", "得分", "扣分原因"],
  ["投入", "目标合理性", 10, "10", ""],
  ["", "目标明确性", 10, 9, "个别目标未细化"],
  ["合计", "", 20, 19, ""],
];

it.each([
  ["typed by a person is put in as a number", {}, "put"],
  ["given by a formula is the formula's to mend, never written over", { "2,3": '=IF(1=1,"10","9")' }, undefined],
])("[U] a score as text %s", (_, formulas, remedy) => {
  const book = gridBook(ROWS, { formulas });
  const reviewed = { book, review: review(book) };
  const found = reviewed.review.findings.find(({ code }) => code === "number-as-text");
  expect(found).toBeDefined();
  expect(found && remedies(reviewed)(found)?.do).toBe(remedy);
});

import { CHECKS, runChecks } from "../../../../src/core/checks";
import { planReview } from "../../../../src/core/plan/plan-review";
import { ratio } from "../../../../src/core/model/exact";
import { NO_OPTIONS, review } from "../../../../src/core/review";
import type { WorkbookSnapshot } from "../../../../src/core/workbook/snapshot";
import { applyPlan, calculated } from "../../../support/apply-plan";
import { contextOf } from "../../../support/review-builder";
import { departmentBook, STAFF, STAFF_STANDARD } from "../../sources/sheets";
import type { RaisedCase } from "./raised-case";

const BOOK = departmentBook([{ ...STAFF, standard: STAFF_STANDARD, score: 5 }]);

const planned = (book: WorkbookSnapshot) => planReview(book, review(book), { lang: "zh" });

/** Every formula of the table's sheet replaced by 4.5. */
const overwritten = (book: WorkbookSnapshot): WorkbookSnapshot => ({
  ...book,
  sheets: book.sheets.map((sheet) =>
    sheet.name === "自评表"
      ? {
          ...sheet,
          cells: sheet.cells.map(({ formula, ...cell }) => (formula === undefined ? cell : { ...cell, value: 4.5 })),
        }
      : sheet,
  ),
});

/** Scored with its base data, so that the computed score is a number. */
function scoredWithData(book: WorkbookSnapshot): WorkbookSnapshot {
  const inputs = new Map([["在职人员数", ratio(69)], ["编制数", ratio(77)]]); // prettier-ignore
  const { plan } = planReview(book, review(book, { ...NO_OPTIONS, inputs }), { lang: "zh" });
  return calculated(applyPlan(book, plan));
}

/** The printed standard taken out after the scores were computed by it. */
const unruled = (book: WorkbookSnapshot): WorkbookSnapshot => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.value === STAFF_STANDARD ? { ...cell, value: null } : cell)),
  })),
});

/** What Pinghe says of its own work. */
export const ours: readonly RaisedCase[] = [
  {
    title: "formulas of ours replaced by a number",
    findings: () => review(overwritten(applyPlan(BOOK, planned(BOOK).plan))).findings,
    raises: ["formula-overwritten G3"],
  },
  {
    title: "computed scores whose printed standard was deleted",
    findings: () => review(unruled(scoredWithData(BOOK))).findings,
    raises: ["scores-without-rule H3"],
  },
  {
    title: "a validation of the unit's on its scores",
    findings: () => {
      const validations = [{ ranges: [{ top: 2, left: 3, bottom: 2, right: 3 }], formula: "=0" }];
      return planned({ ...BOOK, sheets: BOOK.sheets.map((sheet) => ({ ...sheet, validations })) }).findings;
    },
    raises: ["validation-kept D3"],
  },
  {
    // No workbook is known to crash a check, so one that throws stands beside the real ones.
    title: "a check that crashes",
    findings: () =>
      runChecks(contextOf({ rows: [{ path: "投入/目标/甲", mark: 5, score: 5 }] }), {
        ...CHECKS,
        broken: () => {
          throw new Error("no such row");
        },
      }),
    raises: ["rule-crashed -"],
  },
];

/** Formulas of public workbooks, or whole workbooks, that recalculate otherwise than stored, each with its cause; `agreement` names every other one. */
export const KNOWN_DIFFERENCES: ReadonlyMap<string, string> = new Map([
  ["xlsx_tests_calc_tests_INFORMATION_ERROR.TYPE.xlsx Sheet1!B8", "the file stores #CALC! as #VALUE!, so the cell it reads is not what Excel had"],
  ["xlsx_tests_calc_tests_INFORMATION_ERROR.TYPE.xlsx Sheet1!B14", "the file stores #SPILL! as #VALUE!, so the cell it reads is not what Excel had"],
  ["xlsx_tests_calc_tests_STATISTICAL_GEOMEAN.xlsx", "not saved by Excel: errors stand as texts, numbers rounded to ten digits"],
]); // prettier-ignore

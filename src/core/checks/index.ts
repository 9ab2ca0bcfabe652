import { severityOf } from "../findings/catalogue";
import type { Finding } from "../findings/finding";
import { sheetA1 } from "../workbook/address";
import { sortFindings } from "../findings/sort";
import { missingAnswers } from "./answers";
import { baseBreakdowns } from "./base-breakdowns";
import { baseRates } from "./base-rates";
import { breakdowns } from "./breakdowns";
import { openCells } from "./cells";
import type { Check, CheckContext } from "./context";
import { disguisedNumbers } from "./disguised-numbers";
import { displayed, precisionAsDisplayed } from "./displayed";
import { hiddenParts, hiddenTables } from "./hidden";
import { notLookedAt } from "./not-looked-at";
import { notesWithReasons } from "./notes";
import { pictures } from "./pictures";
import { struckThrough } from "./struck-through";
import { costAmounts } from "./cost-amounts";
import { deductions } from "./deductions";
import { duplicateIndicators } from "./duplicates";
import { errorValues } from "./error-values";
import { evidence } from "./evidence";
import { differingFormulas } from "./expected";
import { datesFrom1900 } from "./dates-from-1900";
import { figuresInWords } from "./figures-in-words";
import { fundingMarkTotal } from "./funding-mark-total";
import {
  executionOverBudget,
  fundingBreakdowns,
  fundingInputs,
  fundingRates,
  fundingTotals,
  fundingUnits,
} from "./funding-figures";
import { statedGrade } from "./grade-mismatch";
import { hiddenRows, tableFormulas, tableSumFormulas } from "./formulas";
import { impossibleInputs } from "./impossible-inputs";
import { fundingReason } from "./justification/funding-reason";
import { reasons } from "./justification/reasons";
import { fullMarkTotal, levelMarks } from "./marks";
import { manualCalculation } from "./manual-calculation";
import { numbersAsText } from "./number-as-text";
import { partsExceedWhole } from "./parts-exceed-whole";
import { scoreCells } from "./score-cells";
import { caps, scoreMismatches, unreadStandards } from "./score-mismatch";
import { completionRates } from "./completion-rates";
import { targetScores } from "./target-scores";
import { statedTotal, subtotals } from "./totals";
import { itemScores, weighedScores } from "./weighed-scores";

/** Every check, by the name under which a crash of it is reported. */
export const CHECKS: Readonly<Record<string, Check>> = {
  "duplicate-indicators": duplicateIndicators,
  "score-cells": scoreCells,
  deductions,
  "numbers-as-text": numbersAsText,
  "error-values": errorValues,
  "level-marks": levelMarks,
  "full-mark-total": fullMarkTotal,
  "stated-total": statedTotal,
  subtotals,
  "weighed-scores": weighedScores,
  "item-scores": itemScores,
  breakdowns,
  "funding-mark-total": fundingMarkTotal,
  "stated-grade": statedGrade,
  "funding-totals": fundingTotals,
  "funding-breakdowns": fundingBreakdowns,
  "execution-over-budget": executionOverBudget,
  "funding-inputs": fundingInputs,
  "funding-units": fundingUnits,
  "funding-rates": fundingRates,
  "completion-rates": completionRates,
  "base-rates": baseRates,
  "base-breakdowns": baseBreakdowns,
  "cost-amounts": costAmounts,
  "impossible-inputs": impossibleInputs,
  "parts-exceed-whole": partsExceedWhole,
  "target-scores": targetScores,
  "score-mismatches": scoreMismatches,
  caps,
  "unread-standards": unreadStandards,
  reasons,
  "funding-reason": fundingReason,
  evidence,
  "manual-calculation": manualCalculation,
  "table-formulas": tableFormulas,
  "table-sum-formulas": tableSumFormulas,
  "differing-formulas": differingFormulas,
  "hidden-rows": hiddenRows,
  "open-cells": openCells,
  "missing-answers": missingAnswers,
  "hidden-parts": hiddenParts,
  "hidden-tables": hiddenTables,
  "not-looked-at": notLookedAt,
  "disguised-numbers": disguisedNumbers,
  "figures-in-words": figuresInWords,
  "dates-from-1900": datesFrom1900,
  "struck-through": struckThrough,
  "notes-with-reasons": notesWithReasons,
  pictures,
  displayed,
  "precision-as-displayed": precisionAsDisplayed,
};

/** All findings of all checks, by table, row and severity. A check that throws becomes `rule-crashed` (SPEC T1). */
export function runChecks(context: CheckContext, checks: Readonly<Record<string, Check>> = CHECKS): readonly Finding[] {
  const findings = Object.entries(checks).flatMap(([name, check]) => {
    try {
      return check(context);
    } catch (error) {
      return [crashed(name, error)];
    }
  });
  return sortFindings(withoutEchoes(findings));
}

/** 无需处理 does not stand beside an error at the same cell. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const wrong = new Set(findings.filter(({ code }) => severityOf(code) === "error").map(placeOf));
  return findings.filter(
    (finding) => finding.at === null || !NEEDS_NOTHING.has(finding.code) || !wrong.has(placeOf(finding)),
  );
}

const NEEDS_NOTHING: ReadonlySet<Finding["code"]> = new Set([
  "explained-by-rounding",
  "justification-without-deduction",
]);

const placeOf = ({ at }: Finding): string => (at ? sheetA1(at) : "");

const crashed = (where: string, error: unknown): Finding => ({
  code: "rule-crashed",
  table: null,
  sheet: null,
  at: null,
  path: [],
  subject: where,
  data: { where, message: error instanceof Error ? error.message : String(error) },
});

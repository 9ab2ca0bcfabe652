import type { AuditedFormula, WorkbookAudit } from "../../core/audit/audit";
import { reasonWords } from "../../core/audit/reason-words";
import type { CalculatedCell } from "../../core/formula/calculation";
import type { Review } from "../../core/review.types";
import { a1 } from "../../core/workbook/address";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { Language } from "../failure-words";
import { areasRead, placeText } from "../formula-places";
import type { ReportedFinding } from "../worded-review";
import { comparisonJson, scalarJson } from "./comparison-json";
import { countBySeverity } from "./count";
import { findingJson, type ReportSource } from "./json";

/** Version of the layout below; a field may be added within it. */
const SCHEMA_VERSION = 1;

export type AuditJson = ReturnType<typeof auditJson>;

/** The audit of a workbook as one JSON object: every formula, the three-way table of each scoring table, the findings. */
export function auditJson(
  source: ReportSource,
  book: WorkbookSnapshot,
  review: Review,
  { formulas }: WorkbookAudit,
  findings: readonly ReportedFinding[],
  lang: Language,
) {
  return {
    ...source,
    schemaVersion: SCHEMA_VERSION,
    pack: review.pack,
    calculation: book.calculation,
    formulas: formulas.map((formula) => formulaJson(formula, lang)),
    cells: review.tables.flatMap(({ table, comparisons }) =>
      (comparisons ?? []).map((one) => comparisonJson(table.sheet, one)),
    ),
    findings: findings.map(findingJson),
    summary: { ...countBySeverity(findings), formulas: countsOf(formulas) },
  };
}

/** How many formulas there are, and of each verdict. */
export function countsOf(formulas: readonly AuditedFormula[]) {
  const counts = { all: formulas.length, agrees: 0, follows: 0, stale: 0, circular: 0, notRecalculated: 0, neverStored: 0 }; // prettier-ignore
  for (const { verdict } of formulas) counts[verdict] += 1;
  return counts;
}

function formulaJson(formula: AuditedFormula, lang: Language) {
  const { at, stored, isolated, chain, verdict } = formula;
  return {
    sheet: at.sheet,
    cell: a1(at),
    formula: formula.formula,
    stored: scalarJson(stored),
    isolated: resultJson(isolated),
    recalculated: resultJson(chain),
    verdict,
    reason: isolated.kind === "notEvaluated" ? reasonWords(isolated.reason)[lang] : null,
    precedents: areasRead(formula),
    consequences: formula.consequences.map((cell) => placeText(cell.sheet, a1(cell), at)),
  };
}

export const resultJson = (result: CalculatedCell) => (result.kind === "value" ? scalarJson(result.value) : null);

import type { AuditedFormula, WorkbookAudit } from "../../core/audit/audit";
import { reasonWords } from "../../core/audit/reason-words";
import type { CalculatedCell } from "../../core/formula/calculation";
import { referencesOf } from "../../core/formula/references";
import { toDouble, type Exact } from "../../core/model/exact";
import type { Review, TableReview, Verdict } from "../../core/review.types";
import { a1, quoteSheet, rectA1, type CellAddress, type CellPosition } from "../../core/workbook/address";
import { isCellError, type CellScalar, type WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { Language } from "../failure-words";
import type { ReportedFinding } from "../worded-review";
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
    cells: review.tables.flatMap((table) => threeWay(table, formulas)),
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
  const { at, parsed, stored, isolated, chain, verdict } = formula;
  return {
    sheet: at.sheet,
    cell: a1(at),
    formula: formula.formula,
    stored: scalarJson(stored),
    isolated: resultJson(isolated),
    recalculated: resultJson(chain),
    verdict,
    reason: isolated.kind === "notEvaluated" ? reasonWords(isolated.reason)[lang] : null,
    precedents: parsed ? referencesOf(parsed.tree, at.sheet).areas.map(({ sheet, rect }) => placeText(sheet, rectA1(rect), at)) : [], // prettier-ignore
    consequences: formula.consequences.map((cell) => placeText(cell.sheet, a1(cell), at)),
  };
}

const placeText = (sheet: string, place: string, at: CellAddress): string =>
  sheet === at.sheet ? place : `${quoteSheet(sheet)}!${place}`;

const scalarJson = (value: CellScalar): number | string | boolean | null => (isCellError(value) ? value.error : value);
const resultJson = (result: CalculatedCell) => (result.kind === "value" ? scalarJson(result.value) : null);

/** Typed or stored, recalculated, and the rule's, side by side: for each score, sub-total and total. */
function threeWay(
  { table, indicators, levels, totals, totalVerdict }: TableReview,
  formulas: readonly AuditedFormula[],
) {
  // prettier-ignore
  const row = (kind: "score" | "level" | "total", path: readonly string[], at: CellPosition, stated: Exact | null, rule: Exact | null, verdict: Verdict | null | undefined) => { // prettier-ignore
    const formula = formulas.find((one) => one.at.sheet === table.sheet && one.at.row === at.row && one.at.column === at.column); // prettier-ignore
    return {
      sheet: table.sheet,
      cell: a1(at),
      kind,
      path,
      formula: formula?.formula ?? null,
      stated: stated ? toDouble(stated) : null,
      recalculated: formula ? resultJson(formula.isolated) : null,
      rule: rule ? toDouble(rule) : null,
      verdict: verdict ?? null,
    };
  };
  const scores = indicators.flatMap(
    ({ indicator: { path, score }, recomputed, verdict }) =>
    score ? [row("score", path, score.at, score.stated?.number ?? null, recomputed.status === "computed" ? recomputed.score : null, verdict)] : [], // prettier-ignore
  );
  const subtotals = levels.flatMap(({ path, scoreSum, verdict }) => {
    const stated = table.levels.find((level) => level.path === path)?.statedScore;
    return stated ? [row("level", path, stated.at, stated.number, scoreSum, verdict)] : [];
  });
  const total = table.totalRows.at(-1)?.score;
  return [
    ...scores,
    ...subtotals,
    ...(total ? [row("total", [], total.at, total.stated?.number ?? null, totals.score, totalVerdict)] : []),
  ];
}

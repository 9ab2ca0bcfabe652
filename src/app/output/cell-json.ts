import { absenceWords } from "../../core/audit/absence-words";
import { reasonWords } from "../../core/audit/reason-words";
import { toDouble } from "../../core/model/exact";
import { a1, shownAddress } from "../../core/workbook/address";
import type { AuditedCell } from "../audited-cell";
import type { Neighbour } from "../cell-neighbours";
import { resultJson } from "./audit-json";
import { scalarJson } from "./comparison-json";
import { findingJson, type ReportSource } from "./json";

/** Version of the layout below; a field may be added within it. */
const SCHEMA_VERSION = 1;

export type CellJson = ReturnType<typeof cellJson>;

/** One audited cell as a JSON object. */
export function cellJson(source: ReportSource, { passport, shown, stored, coveredBy, formula, comparison, verdict, findings }: AuditedCell) {
  const { at, whose, role, why, kind, wanted, precedents, dependents } = passport;
  const silent = formula?.isolated.kind === "notEvaluated" ? formula.isolated.reason : null;
  return {
    ...source,
    schemaVersion: SCHEMA_VERSION,
    sheet: at.sheet,
    cell: a1(at),
    kind,
    shown,
    stored: scalarJson(stored),
    coveredBy: coveredBy && a1(coveredBy),
    whose,
    role,
    why: why?.text ?? null,
    understood: why?.understood ?? true,
    formula: passport.formula,
    expected: comparison?.expected ?? wanted,
    whyNone: comparison?.absence ? absenceWords(comparison.absence) : null,
    isolated: formula && resultJson(formula.isolated),
    recalculated: formula && resultJson(formula.chain),
    rule: comparison?.rule ? toDouble(comparison.rule) : null,
    reason: silent && reasonWords(silent),
    verdict: verdict?.code ?? null,
    precedents: precedents.map(neighbourJson),
    dependents: dependents.map(neighbourJson),
    findings: findings.map(findingJson),
  };
} // prettier-ignore

const neighbourJson = ({ at, text, value }: Neighbour) => ({ place: text, first: shownAddress(at), value });

import type { Finding } from "../findings/finding";
import type { FindingCode } from "../findings/catalogue";
import { sortFindings } from "../findings/sort";
import { formulas as FORMULA_KINDS } from "../findings/kinds/formulas";
import { relativeText } from "../formula/relative-text";
import { sameValue } from "../formula/same-value";
import type { Review } from "../review.types";
import { isInside, placeKey, type CellAddress } from "../workbook/address";
import { sheetViews } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { consequences } from "./consequences";
import { bookFindings } from "./book-findings";
import { formulaFaults } from "./formula-faults";
import { isStale, recalculationOf, type RecalculatedFormula } from "./recalculation";
import { sheetFindings } from "./sheet-findings";

/** Of one formula: the stored result is its own, follows from another cell's fault, is old, or could not be held against anything. */
type FormulaVerdict = "agrees" | "follows" | "stale" | "circular" | "notRecalculated" | "neverStored";

export interface AuditedFormula extends RecalculatedFormula {
  readonly verdict: FormulaVerdict;
  /** For a stale cell: the cells whose stored results only follow from it. */
  readonly consequences: readonly CellAddress[];
}

/** What the audit of a workbook comes to: every formula with both results, and what is wrong with formulas. */
export interface WorkbookAudit {
  readonly formulas: readonly AuditedFormula[];
  readonly findings: readonly Finding[];
}

const FAMILY: ReadonlySet<FindingCode> = new Set<FindingCode>([
  ...(Object.keys(FORMULA_KINDS) as (keyof typeof FORMULA_KINDS)[]),
  "formula-overwritten",
  "precision-as-displayed",
]);

/** Recalculates every formula of a workbook and joins what the review found in the formulas of its tables (SPEC G9). */
export function auditBook(book: WorkbookSnapshot, review: Review): WorkbookAudit {
  const recalculation = recalculationOf(book);
  const views = sheetViews(book);
  const formulas = book.sheets.flatMap((sheet) => sheet.cells.flatMap((cell) => recalculation.formula(sheet, cell) ?? [])); // prettier-ignore
  const reviewed = review.findings.filter(({ code }) => FAMILY.has(code));
  const told = new Set(reviewed.map(keyOf));
  const elsewhere = formulas
    .filter(({ at }) => !isInTable(review, at))
    .flatMap((formula) => formulaFaults(formula, { book, views }).map((finding) => named(finding, formula)))
    .filter((finding) => !told.has(keyOf(finding)));
  const structural = sheetFindings(book, review, formulas).filter((finding) => !isTold(reviewed, finding));
  const follows = consequences(formulas);
  return {
    formulas: formulas.map((formula) => ({
      ...formula,
      verdict: formulaVerdict(formula),
      consequences: follows.get(formula) ?? [],
    })),
    findings: sortFindings([...reviewed, ...elsewhere, ...structural, ...bookFindings(book, reviewed)]),
  };
}

/** What the two results of a formula say of its stored one. */
export function formulaVerdict(formula: RecalculatedFormula): FormulaVerdict {
  const { stored, isolated, chain } = formula;
  if (chain.kind === "notEvaluated" && chain.circle) return "circular";
  if (isolated.kind === "notEvaluated") return "notRecalculated";
  if (stored === null) return "neverStored";
  if (isStale(formula)) return "stale";
  return chain.kind === "value" && !sameValue(stored, chain.value) ? "follows" : "agrees";
}

/** What decides on the cells of a sum in a table has been said; its pattern says no more. */
const isTold = (reviewed: readonly Finding[], { code, at }: Finding): boolean =>
  reviewed.some(
    (one) =>
      (code === "hidden-cells" && one.code === code && one.sheet === at?.sheet) ||
      (one.at?.sheet === at?.sheet &&
        one.at?.row === at?.row &&
        one.at?.column === at?.column &&
        (one.code === code || (OF_RANGES.has(code) && OF_RANGES.has(one.code)))),
  );

const OF_RANGES: ReadonlySet<FindingCode> = new Set([
  "range-too-short",
  "range-may-be-short",
  "double-counted",
  "circular-reference",
]);

const keyOf = ({ code, at }: Finding): string => `${code} ${at?.sheet ?? ""} ${at ? placeKey(at) : ""}`; // prettier-ignore

/** The review has looked at these already. */
const isInTable = ({ tables }: Review, at: CellAddress): boolean =>
  tables.some(
    ({ table }) =>
      table.sheet === at.sheet && (isInside(at, table.range) || (table.funding && isInside(at, table.funding.range))),
  );

/** Outside a table a formula is known by its sheet and its relative form: inserting a row changes neither. */
const named = (finding: Finding, { at, formula }: RecalculatedFormula): Finding => ({
  ...finding,
  subject: `${at.sheet} ${relativeText(formula, at) ?? formula}`,
});

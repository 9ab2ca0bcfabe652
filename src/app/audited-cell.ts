import type { AuditedFormula } from "../core/audit/audit";
import { displayText } from "../core/formula/number-format";
import type { Comparison } from "../core/review.types";
import { isInside, type CellAddress } from "../core/workbook/address";
import { cellAt } from "../core/workbook/sheet-view";
import type { CellScalar } from "../core/workbook/snapshot";
import type { Audited } from "./audit-workbook";
import { cellPassport, type CellPassport } from "./cell-passport";
import type { Language } from "./failure-words";
import type { Reviewed } from "./review-workbook";
import { FORMULA_VERDICT_WORDS, verdictWords } from "./verdict-words";
import { reportFindings, type ReportedFinding } from "./worded-review";

/** All that an audit knows of one cell (SPEC G25). */
export interface AuditedCell {
  readonly passport: CellPassport;
  /** By the cell's number format, as Excel shows it. */
  readonly shown: string;
  readonly stored: CellScalar;
  /** The first cell of the merge that covers it; null where none does. */
  readonly coveredBy: CellAddress | null;
  readonly formula: AuditedFormula | null;
  readonly comparison: Comparison | null;
  /** Of the table's rule where one speaks of it, else of its formula; null where nothing was compared. */
  readonly verdict: { readonly code: string; readonly words: string } | null;
  readonly findings: readonly ReportedFinding[];
}

export function auditedCell(reviewed: Reviewed, audited: Audited, at: CellAddress, lang: Language): AuditedCell {
  const { book, review } = reviewed;
  const isHere = (other: CellAddress | null): boolean =>
    other?.sheet === at.sheet && other.row === at.row && other.column === at.column;
  const sheet = book.sheets.find(({ name }) => name === at.sheet);
  const cell = cellAt(book, at);
  const stored = cell?.value ?? null;
  const merge = sheet?.merges.find((rect) => isInside(at, rect) && (rect.top !== at.row || rect.left !== at.column));
  const formula = audited.audit.formulas.find((one) => isHere(one.at)) ?? null;
  const compared = review.tables
    .filter(({ table }) => table.sheet === at.sheet)
    .flatMap(({ comparisons = [] }) => comparisons)
    .find((one) => one.at.row === at.row && one.at.column === at.column);
  const findings = new Map(
    [...reportFindings(reviewed, lang), ...audited.findings]
      .filter(({ finding }) => isHere(finding.at))
      .map((one) => [one.fingerprint, one]),
  );
  return {
    passport: cellPassport(reviewed, at, lang, Infinity),
    shown: displayText(stored, cell?.numberFormat, book.date1904 ?? false),
    stored,
    coveredBy: merge ? { sheet: at.sheet, row: merge.top, column: merge.left } : null,
    formula,
    comparison: compared ?? null,
    verdict: compared?.verdict
      ? { code: compared.verdict, words: verdictWords(compared.verdict)[lang] }
      : formula && { code: formula.verdict, words: FORMULA_VERDICT_WORDS[formula.verdict][lang] },
    findings: [...findings.values()],
  };
}

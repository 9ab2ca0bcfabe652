import type { CellAddress } from "../workbook/address";
import type { FindingCode, FindingData } from "./catalogue";
import type { Severity } from "./finding-kind";

/**
 * Something about the workbook that a person should know: expected, returned, never thrown.
 * Its severity is fixed per code; words are put to it last (`kinds/`).
 */
export type Finding = { readonly [C in FindingCode]: FindingOf<C> }[FindingCode];

export interface FindingOf<C extends FindingCode> {
  readonly code: C;
  /** Table id, or null for a finding about a sheet or the workbook. */
  readonly table: string | null;
  readonly sheet: string | null;
  /**
   * Where it is of no scoring table: what it is of (base data "b1"; "" for a finding told once), by which it is known in
   * place of its sheet's name, which a person may change. Absent where the sheet's name alone tells.
   */
  readonly owner?: string;
  /** The cell to go to; null where there is none. */
  readonly at: CellAddress | null;
  /** The indicator's or level's path; empty for the table as a whole. */
  readonly path: readonly string[];
  /** What within the indicator it is about (the missing quantity, the column…): part of the fingerprint. */
  readonly subject: string;
  readonly data: FindingData[C];
  /** One cause that hits many cells is one group: findings with the same key are shown together. */
  readonly group?: string;
  /** Codes of what follows from the same cause and is no finding of its own (SPEC F9); absent where there is none. */
  readonly also?: readonly FindingCode[];
}

/** A finding made ready for people: severity, words in one language, fingerprint (never the address). */
export interface WordedFinding {
  readonly finding: Finding;
  readonly severity: Severity;
  readonly message: string;
  readonly fingerprint: string;
}

import type { CellLedger, OtherSheet } from "../model/account";
import type { BaseDataTable } from "../model/base-data";
import type { Exact } from "../model/exact";
import type { ScoringTable } from "../model/scoring-table";
import type { Rect } from "../workbook/address";
import type { Justification, RateResult, ScoreResult } from "./results";

/** Every cell's account, closed, and what was examined of each indicator (SPEC Z). */
export interface Ledger {
  /** In the order of the review's tables. */
  readonly tables: readonly TableLedger[];
  readonly baseData: readonly BaseLedger[];
  /** Filled cells far from every table, by sheet. */
  readonly outside: readonly { readonly sheet: string; readonly area: Rect; readonly cells: number }[];
  /** Sheets on which nothing was read, though something stands on them. */
  readonly others: readonly OtherSheet[];
}

export interface TableLedger {
  readonly table: ScoringTable;
  readonly cells: CellLedger;
  /** In the order of the table's indicators. */
  readonly examined: readonly Examined[];
}

export interface BaseLedger {
  readonly base: BaseDataTable;
  readonly cells: CellLedger;
}

/** What was examined of one indicator, aspect by aspect: never silent about one that could not be. */
export interface Examined {
  /** shared: the mark stands in a cell of several indicators, or in a level's. */
  readonly mark: "ok" | "none" | "shared";
  readonly score: "ok" | "blank" | "notANumber" | "none";
  readonly reason: Justification;
  readonly rate: RateResult["status"];
  readonly target: "met" | "missed" | "unclear" | "incomparable" | "blank" | "none";
  readonly recomputed: ScoreResult["status"];
  readonly evidence: "present" | "blank" | "wanting" | "none";
  /** What target and actual value were read as; null where there is neither. */
  readonly reading: { readonly target: ExaminedReading | null; readonly actual: ExaminedReading | null } | null;
  /** Why an aspect could not be compared or judged. */
  readonly why: Readonly<Partial<Record<"mark" | "score" | "rate" | "target" | "recomputed", BilingualText>>>;
}

/** A target or an actual value as it was read, in one line, and the numbers in it: none for words, two for a range. */
export interface ExaminedReading {
  readonly text: string;
  readonly numbers: readonly Exact[];
}

export interface BilingualText {
  readonly zh: string;
  readonly en: string;
}

import type { EarlierFinding } from "../baseline";

/** What is compared of an indicator's row between two rounds, in the order in which it is told. */
export const ROW_FIELDS = [
  "fullMark",
  "score",
  "recomputed",
  "standard",
  "explanation",
  "description",
  "target",
  "actual",
  "statedRate",
  "deduction",
  "reason",
  "evidence",
  "remark",
  "reviewScore",
  "reviewOpinion",
] as const;

export type RowField = (typeof ROW_FIELDS)[number];

/** What one round of a review said, whether it comes from a workbook or from a report of `check` (SPEC Y1). */
export interface Round {
  readonly file: string;
  readonly contentHash: string;
  /** "id version" of the pack that judged; null where none did. */
  readonly pack: string | null;
  readonly tables: readonly RoundTable[];
  readonly inputs: readonly RoundInput[];
  readonly findings: readonly RoundFinding[];
  /** Of a document: what was not looked at, in the words of the report. */
  readonly lost: readonly string[];
}

export interface RoundFinding extends EarlierFinding {
  readonly sheet: string | null;
  readonly path: readonly string[];
  /** The cell in the words of a person, where it has no address (SPEC I4); null where it has. */
  readonly place: string | null;
  /** What the finding carries, as JSON: the same in both languages. */
  readonly data: string;
}

/** A waived finding is not open: neither status nor counts go by it. */
export const isOpen = ({ waiver }: Pick<RoundFinding, "waiver">): boolean => waiver === null;

export const isOpenError = (finding: Pick<RoundFinding, "waiver" | "severity">): boolean =>
  finding.severity === "error" && isOpen(finding);

export interface RoundTable {
  readonly sheet: string;
  readonly unit: string | null;
  readonly year: number | null;
  readonly indicators: readonly RoundIndicator[];
  readonly funding: Readonly<Record<FundingField, string | null>> | null;
  /** Cells with content, and those that were understood. */
  readonly cells: { readonly filled: number; readonly understood: number };
  readonly totals: RoundTotals;
}

export const FUNDING_FIELDS = ["initialBudget", "budget", "executed", "fullMark", "score"] as const;
export type FundingField = (typeof FUNDING_FIELDS)[number];

/** In marks, as plain decimal text; null where the table states none. */
interface RoundTotals {
  readonly score: string | null;
  readonly statedScore: string | null;
  readonly recomputed: string | null;
  readonly grade: string | null;
  /** Marks that were recomputed, of all. */
  readonly judged: string;
  readonly marks: string;
}

export interface RoundIndicator {
  readonly path: readonly string[];
  /** A1 of name, score and reason; null where there is no such cell. */
  readonly cells: { readonly name: string | null; readonly score: string | null; readonly reason: string | null };
  /** Null: the table has no such column, "": the cell is blank, absent: the report does not say (an older version wrote it). */
  readonly texts: Readonly<Partial<Record<RowField, string | null>>>;
}

/** A number or answer that was given beside the table; `value` exact ("69/77" or decimal), null where nobody gave it. */
export interface RoundInput {
  /** A number is one wherever it is used; the same question of two indicators is two. */
  readonly key: string;
  readonly name: string;
  readonly value: string | null;
  readonly usedBy: readonly (readonly string[])[];
}

import type { FindingCode, FindingData } from "../catalogue";

/** Where a finding stands, ready to be put into a sentence. */
export interface Where {
  readonly sheet: string | null;
  /** A1, or null where the finding has no cell. */
  readonly cell: string | null;
  /** The indicator's or level's path, last name last. */
  readonly path: readonly string[];
}

/** One sentence or two per code: what, where, why, how to mend. Exhaustive by its type. */
export type Messages = {
  readonly [C in FindingCode]: (data: FindingData[C], where: Where) => string;
};

/** The heading over findings of a code, and what the code is about (also the rule texts of SARIF). */
export type CodeTexts = Readonly<Record<FindingCode, { readonly title: string; readonly help: string }>>;

const LONGEST = 60;

/** A quotation short enough for a message. */
export const excerpt = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

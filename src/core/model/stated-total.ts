import type { ScoringTable, StatedNumber, TableCell } from "./scoring-table";

/** The total of the scores that a table states. */
export interface StatedTotal {
  readonly cell: TableCell;
  readonly stated: StatedNumber;
}

/**
 * The last total row that states a score, since 最终得分 stands below 合计; where none does, the last total above the
 * table. Null where the form states none (SPEC V2).
 */
export function statedTotalOf({ totalRows, headTotals = [] }: ScoringTable): StatedTotal | null {
  const [inRows, above] = [totalRows, headTotals].map((rows) =>
    rows.flatMap(({ score }): StatedTotal[] => (score?.stated ? [{ cell: score, stated: score.stated }] : [])).at(-1),
  );
  return inRows ?? above ?? null;
}

/** The total of the marks that a table states, chosen alike. */
export const statedMarkOf = ({ totalRows, headTotals = [] }: ScoringTable): StatedNumber | null => {
  const [inRows, above] = [totalRows, headTotals].map((rows) => rows.flatMap(({ fullMark }) => fullMark ?? []).at(-1));
  return inRows ?? above ?? null;
};

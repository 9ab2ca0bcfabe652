import { decimalPlaces, decisive } from "./exact";
import type { ScoringTable } from "./scoring-table";

/**
 * Decimals in which a table gives its scores: the most that any cell of its score column prints or holds. 5 in a column of
 * 4.86 and 7.6 is not 4.6 rounded to a whole mark (SPEC C20).
 */
export function scorePlaces(table: Pick<ScoringTable, "indicators" | "funding">): number {
  const places = known.get(table) ?? placesOf(table);
  known.set(table, places);
  return places;
}

/** A table never changes, and every one of its scores asks for the same. */
const known = new WeakMap<Pick<ScoringTable, "indicators" | "funding">, number>();

function placesOf({ indicators, funding }: Pick<ScoringTable, "indicators" | "funding">): number {
  const stated = [
    ...indicators.flatMap(({ score }) => score?.stated ?? []),
    ...(funding?.total?.cells.score?.stated ? [funding.total.cells.score.stated] : []),
  ];
  return stated.reduce(
    (most, { number, decimals }) => Math.max(most, Math.min(decimals, 4), decimalPlaces(decisive(number), 4)),
    0,
  );
}

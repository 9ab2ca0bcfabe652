import { keptWith } from "../workbook/kept-with";
import { decimalPlaces, decisive, ratio } from "./exact";
import type { ScoringTable } from "./scoring-table";

/**
 * Decimals in which a table gives its scores: the most that any cell of its score column prints or holds. 5 in a column of
 * 4.86 and 7.6 is not 4.6 rounded to a whole mark (SPEC C20). A table never changes, and every one of its scores asks for it.
 */
export const scorePlaces = keptWith(placesOf);

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

/** What a percentage is multiplied by to be marks. */
export const PER_CENT = ratio(100);

/** Whether the scores are out of a hundred, each to be weighed by its mark (SPEC R15); percentages all count alike. Every sum asks. */
export const isWeighed = keptWith(({ indicators }: Pick<ScoringTable, "indicators">): boolean =>
  indicators.some(({ score }) => score?.factor !== undefined && !score.factor.equals(PER_CENT)),
);

import { keptWith } from "../workbook/kept-with";
import { placeKey, type CellPosition } from "../workbook/address";
import type { Exact } from "./exact";
import { sumExact } from "./exact";
import { isExtraItem } from "./named-indicators";
import type { Indicator, ScoringTable, StatedNumber, TableCell } from "./scoring-table";

/**
 * What is scored together: usually one indicator; several where they share a merged score or mark cell.
 * Marks and scores are compared and summed by group, so that a shared cell counts once.
 */
export interface ScoreGroup {
  readonly indicators: readonly Indicator[];
  /** Distinct score cells; empty where the table has no score column. */
  readonly scores: readonly TableCell[];
  /** Distinct mark cells; shorter than `indicators` where a mark is missing or shared. */
  readonly marks: readonly StatedNumber[];
  /** Null unless every indicator has its mark. */
  readonly fullMark: Exact | null;
  /** Null unless every score cell holds a number. */
  readonly score: Exact | null;
  /** What the table itself says was deducted, written as 2 or as -2; null where it says nothing. */
  readonly deduction: Exact | null;
}

/** Units in reading order; many checks ask for the groups of one table, which never changes. */
export const scoreGroups = keptWith(readGroups);

function readGroups(table: ScoringTable): readonly ScoreGroup[] {
  const headers = new Set(table.headerRows);
  const groups: Indicator[][] = [];
  let previous: Indicator | null = null;
  for (const indicator of table.indicators) {
    const group = groups.at(-1);
    if (group && previous && sharesCell(previous, indicator, headers)) group.push(indicator);
    else groups.push([indicator]);
    previous = indicator;
  }
  return groups.map(groupOf);
}

function sharesCell(a: Indicator, b: Indicator, headers: ReadonlySet<number>): boolean {
  if (a.score && b.score && placeKey(a.score.at) === placeKey(b.score.at)) return true;
  if (a.markGroup !== undefined && a.markGroup === b.markGroup) return true;
  if (!a.fullMark || !b.fullMark || placeKey(a.fullMark.at) !== placeKey(b.fullMark.at)) return false;
  return !headers.has(a.fullMark.at.row); // a mark printed in the header is that of every row
}

function groupOf(indicators: readonly Indicator[]): ScoreGroup {
  const [only] = indicators;
  if (only && indicators.length === 1) {
    return {
      indicators,
      scores: only.score ? [only.score] : [],
      marks: only.fullMark ? [only.fullMark] : [],
      fullMark: only.fullMark?.number ?? null,
      score: only.score?.stated?.number ?? null,
      deduction: only.deduction?.stated?.number.abs() ?? null,
    };
  }
  const scores = distinct(indicators.flatMap((one) => one.score ?? []));
  const marks = distinct(indicators.flatMap((one) => one.fullMark ?? []));
  const allMarked = marks.length > 0 && indicators.every((one) => one.fullMark !== null || one.markGroup !== undefined);
  const numbers = scores.flatMap((cell) => cell.stated?.number ?? []);
  const deducted = distinct(indicators.flatMap((one) => one.deduction ?? [])).flatMap(
    (cell) => cell.stated?.number.abs() ?? [],
  );
  return {
    indicators,
    scores,
    marks,
    fullMark: allMarked ? sumExact(marks.map((mark) => mark.number)) : null,
    score: scores.length > 0 && numbers.length === scores.length ? sumExact(numbers) : null,
    deduction: deducted.length > 0 ? sumExact(deducted) : null,
  };
}

function distinct<T extends { readonly at: CellPosition }>(cells: readonly T[]): readonly T[] {
  if (cells.length < 2) return cells;
  const seen = new Set<number>();
  return cells.filter((cell) => !seen.has(placeKey(cell.at)) && seen.add(placeKey(cell.at)));
}

/**
 * Marks lost by the group; null where a mark or a score is not known or nothing is lost. A bonus that was not given is
 * no loss, and a 扣分项 says itself what was deducted.
 */
export function lostMarks(group: ScoreGroup): Exact | null {
  if (group.scores.length === 0) return group.deduction?.compare(0) === 1 ? group.deduction : null;
  if (isExtra(group)) return null;
  if (group.fullMark === null || group.score === null) return null;
  return group.fullMark.compare(group.score) > 0 ? group.fullMark.sub(group.score) : null;
}

export const hasFullMark = (group: ScoreGroup): boolean =>
  !isExtra(group) && group.fullMark !== null && group.score !== null && group.score.compare(group.fullMark) >= 0;

const isExtra = (group: ScoreGroup): boolean => group.indicators.every(isExtraItem);

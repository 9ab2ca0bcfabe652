import { append } from "../../core/workbook/lists-by-key";
import { pathKey } from "../../core/model/path";
import { compareExact, exactFromText, ratio, type Exact } from "../../core/model/exact";
import { placeOf, rowsOf, tableKey, type BatchPlace, type BatchTable } from "./batch-unit";

/** One indicator as several units scored it. */
export interface CommonIndicator {
  readonly path: readonly string[];
  readonly values: readonly UnitValue[];
  /** Units whose score rate stands apart from the others'; null where the units are too few to say. */
  readonly outliers: readonly UnitValue[] | null;
  /** Every unit has the same score rate, so that the indicator tells none from another; null where they are too few. */
  readonly isFlat: boolean | null;
}

export interface UnitValue {
  readonly at: BatchPlace;
  readonly fullMark: string | null;
  readonly score: string | null;
  /** 年度指标值 and 实际完成值 as they stand in the table; null where it has no such column. */
  readonly target: string | null;
  readonly actual: string | null;
  /** Score over mark; null where either is no number, or the mark is 0. */
  readonly rate: Exact | null;
}

/** Fewer units say nothing about what is usual (SPEC Y8). */
const FEWEST_UNITS = 5;

/** Indicators that at least two units have, by path, in the order in which they are first met. */
export function commonIndicators(tables: readonly BatchTable[]): readonly CommonIndicator[] {
  const byPath = new Map<string, { readonly path: readonly string[]; readonly value: UnitValue }[]>();
  for (const { unit, row } of rowsOf(tables)) {
    const { fullMark = null, score = null, target = null, actual = null } = row.texts;
    const value = {
      at: placeOf(unit, row.cells.score),
      fullMark,
      score,
      target,
      actual,
      rate: rateOf(score, fullMark),
    };
    append(byPath, pathKey(row.path), { path: row.path, value });
  }
  return [...byPath.values()].flatMap((rows) => {
    const values = rows.map(({ value }) => value);
    const isCommon = new Set(values.map(({ at }) => tableKey(at))).size > 1;
    return isCommon ? [{ path: rows[0]?.path ?? [], values, ...spread(values) }] : [];
  });
}

function rateOf(score: string | null, fullMark: string | null): Exact | null {
  const [points, mark] = [exactFromText(score ?? ""), exactFromText(fullMark ?? "")];
  return points && mark && !mark.equals(0) ? points.div(mark) : null;
}

function spread(values: readonly UnitValue[]): Pick<CommonIndicator, "outliers" | "isFlat"> {
  const rated = values.flatMap((value) => (value.rate ? [{ value, rate: value.rate }] : []));
  if (rated.length < FEWEST_UNITS) return { outliers: null, isFlat: null };
  const middle = medianOf(rated.map(({ rate }) => rate));
  const distances = rated.map(({ rate }) => rate.sub(middle).abs());
  const usual = medianOf(distances);
  const isApart = usual.equals(0) ? apartFromMost(distances) : (distance: Exact) => distance.mul(SCALE).compare(usual.mul(LIMIT)) > 0; // prettier-ignore
  return {
    outliers: rated.flatMap(({ value }, i) => (isApart(distances[i] ?? usual) ? [value] : [])),
    isFlat: distances.every((distance) => distance.equals(0)),
  };
}

/** The modified z-score of Iglewicz and Hoaglin: 0.6745 times the distance over the median distance, above 3.5. */
const SCALE = ratio(6745n, 10_000n);
const LIMIT = ratio(7n, 2n);

/** Where more than half share one value there is no median distance: who differs is named if four of five share it. */
function apartFromMost(distances: readonly Exact[]): (distance: Exact) => boolean {
  const same = distances.filter((distance) => distance.equals(0)).length;
  const isUsual = same * 5 >= distances.length * 4;
  return (distance) => isUsual && !distance.equals(0);
}

function medianOf(numbers: readonly Exact[]): Exact {
  const sorted = [...numbers].sort(compareExact);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return (low ?? ratio(0)).add(high ?? ratio(0)).div(2);
}

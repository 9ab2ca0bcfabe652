import type { CellScalar } from "../../../workbook/snapshot";
import type { NumberMode } from "../book";
import { fixed, type FunctionTable } from "../declare";
import { compared, roundDecimal } from "../decimal";
import { error, gridOf, isReference } from "../operand";
import { finite } from "../operators";
import { overNumbers, sorted, total, withNumbers, type Numbers } from "./numbers";

/** Where a share of the numbers lies, and which share lies below a number. */

/** The number at a place between the first (0) and the last; between two numbers in proportion. */
function numberAt(list: readonly number[], place: number): CellScalar {
  const below = Math.floor(place);
  const [low, high] = [list[below], list[Math.min(below + 1, list.length - 1)]];
  if (low === undefined || high === undefined) return error("#NUM!");
  return finite(low + (place - below) * (high - low));
}

const inclusive = (numbers: Numbers, share: number): CellScalar =>
  share < 0 || share > 1 || numbers.length === 0 ? error("#NUM!") : numberAt(sorted(numbers), share * (numbers.length - 1)); // prettier-ignore

function exclusive(numbers: Numbers, share: number): CellScalar {
  const place = share * (numbers.length + 1) - 1;
  return share <= 0 || share >= 1 || place < 0 || place > numbers.length - 1
    ? error("#NUM!")
    : numberAt(sorted(numbers), place);
}

type Share = (numbers: Numbers, share: number) => CellScalar;

const percentile = (of: Share) =>
  fixed(["range", "number"], (place, range, share) => withNumbers([range], place, (numbers) => of(numbers, share)));
const quartile = (of: Share) =>
  fixed(["range", "integer"], (place, range, quarter) => withNumbers([range], place, (numbers) => of(numbers, quarter / 4))); // prettier-ignore

/** The share of numbers below x, cut to so many digits; null where x lies outside. */
function shareBelow(numbers: Numbers, x: number, digits: number, outer: 0 | 1, mode: NumberMode): CellScalar {
  if (numbers.length === 0) return error("#NUM!");
  const list = sorted(numbers);
  const above = list.findIndex((number) => number >= x);
  const at = list[above];
  if (at === undefined || x < (list[0] ?? 0)) return error("#N/A");
  const before = list[above - 1] ?? at;
  const place = at === x ? above : above - 1 + (x - before) / (at - before);
  const parts = list.length - 1 + 2 * outer;
  return parts === 0 ? 1 : roundDecimal((place + outer) / parts, digits, "toward", mode);
}

const rankShare = (outer: 0 | 1) =>
  fixed(
    ["range", "number", "integer?"],
    (place, range, x, digits = 3) =>
    digits < 1 ? error("#NUM!") : withNumbers([range], place, (numbers) => shareBelow(numbers, x, digits, outer, place.mode)), // prettier-ignore
  );

/** Those that stand most often, in the order in which they come first; none where none stands twice. */
function modes(numbers: Numbers): readonly number[] {
  const counts = new Map<number, number>();
  let most = 1;
  for (const number of numbers) {
    const count = (counts.get(number) ?? 0) + 1;
    counts.set(number, count);
    most = Math.max(most, count);
  }
  return most === 1 ? [] : [...counts].filter(([, count]) => count === most).map(([number]) => number);
}

const mode = overNumbers((numbers) => modes(numbers)[0] ?? error("#N/A"));

function trimmedMean(numbers: Numbers, share: number): CellScalar {
  if (share < 0 || share >= 1 || numbers.length === 0) return error("#NUM!");
  const off = Math.floor((numbers.length * share) / 2);
  const kept = sorted(numbers).slice(off, numbers.length - off);
  return finite(total(kept) / kept.length);
}

/** Equal numbers share the mean of the ranks that they take. */
const sharedRank = fixed(["number", "range", "logical?"], (place, x, range, ascending = false) => {
  if (!isReference(range)) return error("#VALUE!");
  const own = compared(x, place.mode);
  return withNumbers([range], place, (numbers) => {
    let [before, same] = [0, 0];
    for (const number of numbers) {
      const other = compared(number, place.mode);
      if (other === own) same++;
      else if (ascending ? other < own : other > own) before++;
    }
    return same === 0 ? error("#N/A") : before + (same + 1) / 2;
  });
});

/** How many numbers lie up to each bound, and beyond the last one. */
function frequency(numbers: Numbers, bounds: Numbers): CellScalar[][] {
  const counts = new Array<number>(bounds.length + 1).fill(0);
  const ordered = Array.from(bounds, (bound, at) => ({ bound, at })).sort((a, b) => a.bound - b.bound);
  for (const number of numbers) {
    const slot = ordered.find(({ bound }) => number <= bound)?.at ?? bounds.length;
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts.map((count) => [count]);
}

export const QUANTILES: FunctionTable = {
  PERCENTILE: percentile(inclusive),
  "PERCENTILE.INC": percentile(inclusive),
  "PERCENTILE.EXC": percentile(exclusive),
  QUARTILE: quartile(inclusive),
  "QUARTILE.INC": quartile(inclusive),
  "QUARTILE.EXC": quartile(exclusive),
  PERCENTRANK: rankShare(0),
  "PERCENTRANK.INC": rankShare(0),
  "PERCENTRANK.EXC": rankShare(1),
  MODE: mode,
  "MODE.SNGL": mode,
  "MODE.MULT": overNumbers((numbers) => {
    const found = modes(numbers);
    return found.length === 0 ? error("#N/A") : gridOf(found.map((number) => [number]));
  }),
  TRIMMEAN: fixed(["range", "number"], (place, range, share) => withNumbers([range], place, (numbers) => trimmedMean(numbers, share))), // prettier-ignore
  "RANK.AVG": sharedRank,
  FREQUENCY: fixed(["range", "range"], (place, range, bounds) =>
    withNumbers([range], place, (numbers) =>
      withNumbers([bounds], place, (limits) => gridOf(frequency(numbers, limits))),
    ),
  ),
};

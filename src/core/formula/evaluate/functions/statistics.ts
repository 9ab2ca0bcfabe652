import { isCellError, type CellScalar } from "../../../workbook/snapshot";
import { fixed, repeating, type FunctionTable } from "../declare";
import { compared } from "../decimal";
import { error, gridsOf, isGrid, isReference, visit, type Operand, type Place, type Reference } from "../operand";
import { plainNumber } from "../plain-number";
import { finite } from "../operators";
import { firstAtLeast } from "../vector";
import { extreme, overNumbers, sorted, total, valuesOf, withNumbers, type Numbers } from "./numbers";

const mean = (numbers: Numbers): CellScalar =>
  numbers.length === 0 ? error("#DIV/0!") : finite(total(numbers) / numbers.length);

const median = (numbers: Numbers): CellScalar => {
  const list = sorted(numbers);
  const middle = list.length / 2;
  if (list.length === 0) return error("#NUM!");
  if (list.length % 2 === 1) return list[Math.floor(middle)] ?? null;
  return finite(((list[middle - 1] ?? 0) + (list[middle] ?? 0)) / 2);
};

const ranked = (order: "largest" | "smallest") =>
  fixed(["range", "number"], (place, range, k) => {
    // A rank between two is taken for the one that gives less.
    const at = order === "largest" ? Math.ceil(k) : Math.trunc(k);
    return withNumbers([range], place, (numbers) => {
      const list = sorted(numbers);
      return list[order === "largest" ? list.length - at : at - 1] ?? error("#NUM!");
    });
  });

const rank = fixed(["number", "range", "logical?"], (place, x, range, ascending = false) => {
  if (!isReference(range)) return error("#VALUE!");
  const own = compared(x, place.mode);
  const ordered = orderedNumbers(range, place);
  if (ordered) return rankIn(ordered, own, ascending);
  return withNumbers([range], place, (numbers) => {
    const others = Array.from(numbers, (number) => compared(number, place.mode));
    if (!others.includes(own)) return error("#N/A");
    return 1 + others.filter((other) => (ascending ? other < own : other > own)).length;
  });
});

/** The numbers of one column in order, where it is asked for often and holds no errors. */
function orderedNumbers(range: Reference, place: Place): Float64Array | null {
  const [grid, ...others] = gridsOf(range, place);
  if (!grid?.stretch || grid.columns !== 1 || others.length > 0) return null;
  const { vector, from, to } = grid.stretch(0);
  const { mode } = place;
  return vector.hasErrors(from, to) ? null : vector.numbersInOrder(from, to, mode, (x) => compared(x, mode));
}

function rankIn(ordered: Float64Array, own: number, ascending: boolean): CellScalar {
  const first = firstAtLeast(ordered, own, 0);
  if (ordered[first] !== own) return error("#N/A");
  if (ascending) return first + 1;
  // Up to the next number that is larger.
  let [low, high] = [first, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] ?? 0) <= own) low = middle + 1;
    else high = middle;
  }
  return ordered.length - low + 1;
}

/** COUNT takes direct arguments that read as numbers, and numbers in cells; errors are passed over. */
function count(operands: readonly Operand[], place: Place): number {
  let found = 0;
  for (const operand of operands) {
    if (isReference(operand) || isGrid(operand)) {
      for (const grid of gridsOf(operand, place)) visit(grid, (value) => (found += typeof value === "number" ? 1 : 0));
    } else if (!isCellError(operand) && (typeof operand !== "string" || plainNumber(operand) !== null)) found++;
  }
  return found;
}

function countBlank(operand: Operand, place: Place): CellScalar {
  if (!isReference(operand)) return error("#VALUE!");
  let blank = 0;
  for (const grid of gridsOf(operand, place)) {
    blank += grid.rows * grid.columns;
    visit(grid, (value) => (blank -= value === null || value === "" ? 0 : 1));
  }
  return blank;
}

export const STATISTICS: FunctionTable = {
  AVERAGE: overNumbers(mean),
  MIN: overNumbers((numbers) => extreme(numbers, (a, b) => a < b)),
  MAX: overNumbers((numbers) => extreme(numbers, (a, b) => a > b)),
  MEDIAN: overNumbers(median),
  LARGE: ranked("largest"),
  SMALL: ranked("smallest"),
  RANK: rank,
  "RANK.EQ": rank,
  COUNT: repeating(["anyRange"], ["anyRange"], (place, [first], rest) => count([first, ...rest], place)),
  COUNTA: repeating(["anyRange"], ["anyRange"], (place, [first], rest) => valuesOf([first, ...rest], place).length),
  COUNTBLANK: fixed(["range"], (place, range) => countBlank(range, place)),
};

import { isCellError, type CellError, type CellScalar } from "../../../workbook/snapshot";
import { toNumber } from "../coerce";
import { repeating } from "../declare";
import { gridsOf, isGrid, isReference, visit, type Grid, type Operand, type Place } from "../operand";
import { finite } from "../operators";

/** In a block where they stand so in the sheet, copied otherwise. */
export type Numbers = readonly number[] | Float64Array;

/**
 * The numbers that SUM and its kind see: in cells and blocks only numbers (text, logical values and blanks are
 * passed over), as direct arguments also what reads as a number. Of several errors the leftmost argument's stands for all.
 */
function numbersOf(operands: readonly Operand[], place: Place): Numbers | CellError {
  const [only] = operands;
  if (operands.length === 1 && only !== undefined && isReference(only)) {
    const plain = plainNumbers(gridsOf(only, place));
    if (plain) return plain;
  }
  const numbers: number[] = [];
  for (const operand of operands) {
    const failures: CellError[] = [];
    if (!isReference(operand) && !isGrid(operand)) {
      const number = toNumber(operand, place.book.date1904 ?? false);
      if (typeof number !== "number") return number;
      numbers.push(number);
      continue;
    }
    for (const grid of gridsOf(operand, place)) {
      visit(grid, (value) => {
        if (typeof value === "number") numbers.push(value);
        else if (isCellError(value)) failures.push(value);
      });
    }
    if (failures[0]) return failures[0];
  }
  return numbers;
}

/** What SUM gives; a single column is added in its vector. */
export function sumOf(operands: readonly Operand[], place: Place): CellScalar {
  const [only = null] = operands;
  const grids = operands.length === 1 && isReference(only) ? gridsOf(only, place) : [];
  const [grid] = grids;
  if (grids.length !== 1 || grid?.columns !== 1 || !grid.stretch) {
    return withNumbers(operands, place, (numbers) => finite(total(numbers)));
  }
  const { vector, from, to } = grid.stretch(0);
  const sum = vector.sum(from, to);
  return typeof sum === "number" ? finite(sum) : sum;
}

/** A column that holds nothing but numbers needs no copy. */
function plainNumbers(grids: readonly Grid[]): Float64Array | null {
  const [grid] = grids;
  if (grids.length !== 1 || grid?.columns !== 1 || !grid.stretch) return null;
  const { vector, from, to } = grid.stretch(0);
  const numbers = vector.numbers.subarray(from, to);
  return numbers.some(Number.isNaN) ? null : numbers;
}

/** Every value of the operands that is not an empty cell. */
export function valuesOf(operands: readonly Operand[], place: Place): readonly CellScalar[] {
  const values: CellScalar[] = [];
  for (const operand of operands) {
    // An argument left out counts, an empty cell does not.
    if (!isReference(operand) && !isGrid(operand)) values.push(operand);
    else for (const grid of gridsOf(operand, place)) visit(grid, (value) => value !== null && values.push(value));
  }
  return values;
}

/** Runs over the numbers, or passes the error on. */
export const withNumbers = <T extends Operand>(
  operands: readonly Operand[],
  place: Place,
  run: (numbers: Numbers) => T,
): T | CellError => {
  const numbers = numbersOf(operands, place);
  return "error" in numbers ? numbers : run(numbers);
};

/** A function of all numbers in its arguments. */
export const overNumbers = (run: (numbers: Numbers) => Operand) =>
  repeating(["anyRange"], ["anyRange"], (place, [first], rest) => withNumbers([first, ...rest], place, run));

/** Left to right, as Excel adds. */
export function total(numbers: Numbers): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

export const sorted = (numbers: Numbers): readonly number[] => [...numbers].sort((a, b) => a - b);

/** In a loop: a column may hold more values than a call takes arguments. */
export const extreme = (numbers: Numbers, better: (a: number, b: number) => boolean): number => {
  let [best = 0] = numbers;
  for (const number of numbers) if (better(number, best)) best = number;
  return best;
};

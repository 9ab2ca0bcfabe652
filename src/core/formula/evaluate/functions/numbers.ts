import { isCellError, type CellError, type CellScalar } from "../../../workbook/snapshot";
import { toNumber } from "../coerce";
import { gridsOf, isGrid, isReference, visit, type Operand, type Place } from "../operand";

/**
 * The numbers that SUM and its kind see: in cells and blocks only numbers (text, logical values and blanks are
 * passed over), as direct arguments also what reads as a number. The first error stands for all.
 */
export function numbersOf(operands: readonly Operand[], place: Place): readonly number[] | CellError {
  const numbers: number[] = [];
  const failures: CellError[] = [];
  for (const operand of operands) {
    if (!isReference(operand) && !isGrid(operand)) {
      const number = toNumber(operand, place.book.date1904 ?? false);
      if (typeof number !== "number") return failures[0] ?? number;
      numbers.push(number);
      continue;
    }
    for (const grid of gridsOf(operand, place)) {
      visit(grid, (value) => {
        if (typeof value === "number") numbers.push(value);
        else if (isCellError(value)) failures.push(value);
      });
    }
  }
  return failures[0] ?? numbers;
}

/** Every value of the operands that is not an empty cell. */
export function valuesOf(operands: readonly Operand[], place: Place): readonly CellScalar[] {
  const values: CellScalar[] = [];
  for (const operand of operands) {
    for (const grid of gridsOf(operand, place)) {
      visit(grid, (value) => {
        if (value !== null) values.push(value);
      });
    }
  }
  return values;
}

/** Runs over the numbers, or passes the error on. */
export const withNumbers = (
  operands: readonly Operand[],
  place: Place,
  run: (numbers: readonly number[]) => CellScalar,
): CellScalar => {
  const numbers = numbersOf(operands, place);
  return "error" in numbers ? numbers : run(numbers);
};

/** Left to right, as Excel adds. */
export const total = (numbers: readonly number[]): number => {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
};

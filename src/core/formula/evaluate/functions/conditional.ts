import { isCellError, type CellError, type CellScalar } from "../../../workbook/snapshot";
import { criterionOf, type Criterion } from "../criterion";
import { fixed, repeating, type FunctionTable } from "../declare";
import { areaGrid, asGrid, error, isReference, type Grid, type Operand, type Place } from "../operand";
import { finite } from "../operators";
import { total } from "./numbers";

interface Condition {
  readonly grid: Grid;
  readonly holds: Criterion;
}

/** Pairs of range and condition; null where they are no ranges of one shape. */
function conditionsOf(pairs: readonly (Operand | CellScalar)[], place: Place): readonly Condition[] | null {
  const conditions: Condition[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const range = pairs[i] ?? null;
    const grid = isReference(range) ? asGrid(range, place) : null;
    if (!grid) return null;
    const holds = criterionOf((pairs[i + 1] ?? null) as CellScalar, place.mode, place.book.date1904 ?? false);
    conditions.push({ grid, holds });
  }
  const [first] = conditions;
  const same = conditions.every(({ grid }) => grid.rows === first?.grid.rows && grid.columns === first.grid.columns);
  return same ? conditions : null;
}

/** Calls for each place where all conditions hold, within what the ranges hold; returns how many lie beyond. */
function whereAll(
  conditions: readonly Condition[],
  also: Grid | null,
  each: (row: number, column: number) => void,
): number {
  const grids = [...conditions.map(({ grid }) => grid), ...(also ? [also] : [])];
  const rows = Math.max(...grids.map((grid) => grid.extent.rows));
  const columns = Math.max(...grids.map((grid) => grid.extent.columns));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (conditions.every(({ grid, holds }) => holds(grid.at(row, column)))) each(row, column);
    }
  }
  const [first] = conditions;
  const beyond = first ? first.grid.rows * first.grid.columns - rows * columns : 0;
  return conditions.every(({ holds }) => holds(null)) ? beyond : 0;
}

function countWhere(pairs: readonly (Operand | CellScalar)[], place: Place): CellScalar {
  const conditions = conditionsOf(pairs, place);
  if (!conditions) return error("#VALUE!");
  let found = 0;
  return whereAll(conditions, null, () => found++) + found;
}

/** The numbers of `values` where the conditions hold; text is passed over, the first error stands for all. */
function numbersWhere(values: Grid, conditions: readonly Condition[]): readonly number[] | CellError {
  const numbers: number[] = [];
  const failures: CellError[] = [];
  whereAll(conditions, values, (row, column) => {
    const value = values.at(row, column);
    if (typeof value === "number") numbers.push(value);
    else if (isCellError(value)) failures.push(value);
  });
  return failures[0] ?? numbers;
}

type Summary = (numbers: readonly number[]) => CellScalar;

const sum: Summary = (numbers) => finite(total(numbers));
const mean: Summary = (numbers) => (numbers.length === 0 ? error("#DIV/0!") : finite(total(numbers) / numbers.length));
const least: Summary = (numbers) => numbers.reduce((a, b) => Math.min(a, b), numbers[0] ?? 0);
const most: Summary = (numbers) => numbers.reduce((a, b) => Math.max(a, b), numbers[0] ?? 0);

/** SUMIFS and its kind: all ranges have the shape of the values. */
const overAll = (summary: Summary) =>
  repeating(["range", "range", "any"], ["range", "any"], (place, [values, ...firstPair], rest) => {
    const grid = isReference(values) ? asGrid(values, place) : null;
    const conditions = conditionsOf([...firstPair, ...rest], place);
    const [first] = conditions ?? [];
    if (!grid || !first || !conditions) return error("#VALUE!");
    if (grid.rows !== first.grid.rows || grid.columns !== first.grid.columns) return error("#VALUE!");
    const numbers = numbersWhere(grid, conditions);
    return "error" in numbers ? numbers : summary(numbers);
  });

/** SUMIF, AVERAGEIF: the values begin where the last argument begins and have the shape of the range. */
const overOne = (summary: Summary) =>
  fixed(["range", "any", "range?"], (place, range, condition, values = range) => {
    const conditions = conditionsOf([range, condition], place);
    const [first] = conditions ?? [];
    const start = isReference(values) && values.areas.length === 1 ? values.areas[0] : undefined;
    if (!conditions || !first || !start) return error("#VALUE!");
    const { top, left } = start.rect;
    const rect = { top, left, bottom: top + first.grid.rows - 1, right: left + first.grid.columns - 1 };
    const numbers = numbersWhere(areaGrid({ sheet: start.sheet, rect }, place.book), conditions);
    return "error" in numbers ? numbers : summary(numbers);
  });

export const CONDITIONAL: FunctionTable = {
  COUNTIF: fixed(["range", "any"], (place, range, condition) => countWhere([range, condition], place)),
  COUNTIFS: repeating(["range", "any"], ["range", "any"], (place, pair, rest) => countWhere([...pair, ...rest], place)),
  SUMIF: overOne(sum),
  AVERAGEIF: overOne(mean),
  SUMIFS: overAll(sum),
  AVERAGEIFS: overAll(mean),
  MINIFS: overAll(least),
  MAXIFS: overAll(most),
};

import { highest } from "../../../workbook/long-lists";
import { isCellError, type CellError, type CellScalar } from "../../../workbook/snapshot";
import { compared } from "../decimal";
import { criterionOf } from "../criterion";
import { fixed, repeating, type FunctionTable } from "../declare";
import { areaGrid, asGrid, error, isReference, readerOf, type Grid, type Operand, type Place } from "../operand";
import { finite } from "../operators";
import { firstAtLeast } from "../vector";
import { numbersAt, placesBeyond, type Condition } from "./beyond-bounds";
import { tallyBetween, type Tally } from "./ranked-bounds";
import { extreme, total, type Numbers } from "./numbers";

/** Pairs of range and condition; null where they are no ranges of one shape. */
function conditionsOf(pairs: readonly (Operand | CellScalar)[], place: Place): readonly Condition[] | null {
  const conditions: Condition[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const range = pairs[i] ?? null;
    const grid = isReference(range) ? asGrid(range, place) : null;
    if (!grid) return null;
    const criterion = criterionOf((pairs[i + 1] ?? null) as CellScalar, place.mode, place.book.date1904 ?? false);
    conditions.push({ grid, criterion });
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
  const [first] = conditions;
  if (!first) return 0;
  const grids = [...conditions.map(({ grid }) => grid), ...(also ? [also] : [])];
  const rows = highest(grids.map((grid) => grid.extent.rows));
  const columns = highest(grids.map((grid) => grid.extent.columns));
  const meetsBlank = conditions.every(({ criterion }) => criterion.holds(null));
  // An index tells at once where a key stands; any other condition is asked of each filled cell.
  const notBlank = meetsBlank ? [] : conditions.filter(({ criterion }) => !criterion.holds(null));
  const selective = notBlank.find(({ criterion }) => criterion.key !== null) ?? notBlank[0];
  for (let column = 0; column < columns; column++) {
    const others = conditions.filter((condition) => condition !== selective);
    const check = (row: number): void => {
      if (others.every(({ grid, criterion }) => criterion.holds(grid.at(row, column)))) each(row, column);
    };
    if (selective) placesWhere(selective, column, check);
    else for (let row = 0; row < rows; row++) check(row);
  }
  return meetsBlank ? first.grid.rows * first.grid.columns - rows * columns : 0;
}

/** The rows of one column where a condition holds that no blank meets; by the index of the column where it has a key. */
function placesWhere({ grid, criterion }: Condition, column: number, each: (row: number) => void): void {
  if (column >= grid.extent.columns) return;
  if (!grid.stretch) {
    for (let row = 0; row < grid.extent.rows; row++) if (criterion.holds(grid.at(row, column))) each(row);
    return;
  }
  const { vector, from, to } = grid.stretch(column);
  const at = (position: number): void => {
    if (criterion.holds(vector.values[position] ?? null)) each((vector.rows[position] ?? 0) - grid.top);
  };
  if (criterion.key === null) {
    for (let position = from; position < to; position++) at(position);
    return;
  }
  const positions = vector.positionsWith(criterion.key);
  for (let i = firstAtLeast(positions, from, 0); i < positions.length; i++) {
    const position = positions[i] ?? to;
    if (position >= to) return;
    at(position);
  }
}

function countWhere(pairs: readonly (Operand | CellScalar)[], place: Place): CellScalar {
  const conditions = conditionsOf(pairs, place);
  if (!conditions) return error("#VALUE!");
  const quick =
    countBeyond(conditions, place) ??
    tallyBetween(conditions, null)?.count() ??
    placesBeyond(conditions)?.places.length ??
    null;
  if (quick !== null) return quick;
  let found = 0;
  return whereAll(conditions, null, () => found++) + found;
}

/** How many numbers of one column lie beyond a bound, from its sorted copy; null where that is not what is asked, or no number is near it. */
function countBeyond(conditions: readonly Condition[], { mode }: Place): number | null {
  const [condition] = conditions;
  const bound = condition?.criterion.bound;
  if (!condition || !bound || conditions.length > 1 || condition.grid.columns !== 1 || !condition.grid.stretch) return null; // prettier-ignore
  const { vector, from, to } = condition.grid.stretch(0);
  const ordered = vector.numbersInOrder(from, to, mode, (x) => compared(x, mode));
  if (!ordered) return null;
  // Numbers so near the bound that only their digits tell are few: each is asked.
  const first = firstAtLeast(ordered, bound.low, 0);
  let near = 0;
  let last = first;
  for (; last < ordered.length && (ordered[last] ?? 0) <= bound.high; last++) {
    if (condition.criterion.holds(ordered[last] ?? null)) near++;
  }
  return near + (bound.above ? ordered.length - last : first);
}

/** The numbers of `values` where the conditions hold; text is passed over, the first error stands for all. */
function numbersWhere(values: Grid, conditions: readonly Condition[]): readonly number[] | CellError {
  if (values.columns > 1) return inRowOrder(values, conditions);
  const numbers: number[] = [];
  const failures: CellError[] = [];
  const take = readerOf(values);
  whereAll(conditions, values, (row, column) => {
    const value = take(row, column);
    if (typeof value === "number") numbers.push(value);
    else if (isCellError(value)) failures.push(value);
  });
  return failures[0] ?? numbers;
}

/** Conditions are looked at column by column, but Excel adds row by row. */
function inRowOrder(values: Grid, conditions: readonly Condition[]): readonly number[] | CellError {
  const found: { readonly row: number; readonly column: number; readonly value: CellScalar }[] = [];
  const take = readerOf(values);
  whereAll(conditions, values, (row, column) => found.push({ row, column, value: take(row, column) }));
  found.sort((a, b) => a.row - b.row || a.column - b.column);
  const failed = found.map(({ value }) => value).find(isCellError);
  return failed ?? found.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
}

/** The same question over the same cells has one answer: a column of SUMIF by ten names asks ten questions. */
function asked(
  fn: string,
  operands: readonly (Operand | undefined)[],
  { book, mode }: Place,
  answer: () => CellScalar,
): CellScalar {
  if (!book.answers) return answer();
  const parts = operands.map((operand) => JSON.stringify(operand ?? null));
  const key = `${fn}\n${mode}\n${parts.join("\n")}`;
  const known = book.answers.get(key);
  if (known !== undefined) return known;
  const found = answer();
  book.answers.set(key, found);
  return found;
}

interface Summary {
  readonly of: (numbers: Numbers) => CellScalar;
  /** Where the sum and how many there are suffice. */
  readonly ofTally?: (tally: Tally) => CellScalar;
}

const meanOf = (all: number, count: number): CellScalar => (count === 0 ? error("#DIV/0!") : finite(all / count));

const meanOfBoth = (both: ReturnType<Tally["both"]>): CellScalar => meanOf(both.sum, both.count);

const sum: Summary = { of: (numbers) => finite(total(numbers)), ofTally: (tally) => finite(tally.sum()) };
const mean: Summary = {
  of: (numbers) => meanOf(total(numbers), numbers.length),
  ofTally: ({ both }) => meanOfBoth(both()),
};
const least: Summary = { of: (numbers) => extreme(numbers, (a, b) => a < b) };
const most: Summary = { of: (numbers) => extreme(numbers, (a, b) => a > b) };

/** SUMIFS and its kind: all ranges have the shape of the values. */
const overAll = (fn: string, summary: Summary) =>
  repeating(["range", "range", "any"], ["range", "any"], (place, first, rest) =>
    asked(fn, [...first, ...rest], place, () => summaryOfAll(summary, place, first, rest)),
  );

function summaryOfAll(
  summary: Summary,
  place: Place,
  [values, ...firstPair]: readonly [Operand, Operand, CellScalar],
  rest: readonly (Operand | CellScalar)[],
): CellScalar {
  const grid = isReference(values) ? asGrid(values, place) : null;
  const conditions = conditionsOf([...firstPair, ...rest], place);
  const [first] = conditions ?? [];
  if (!grid || !first || !conditions) return error("#VALUE!");
  if (grid.rows !== first.grid.rows || grid.columns !== first.grid.columns) return error("#VALUE!");
  return summaryWhere(summary, grid, conditions);
}

function summaryWhere(summary: Summary, values: Grid, conditions: readonly Condition[]): CellScalar {
  const tally = summary.ofTally && values.columns === 1 ? tallyBetween(conditions, values) : null;
  if (tally && summary.ofTally) return summary.ofTally(tally);
  const found = values.columns === 1 ? placesBeyond(conditions) : null;
  const picked = found && numbersAt(found, values, conditions[0]?.grid.top ?? 0);
  if (picked) return summary.of(picked);
  const numbers = numbersWhere(values, conditions);
  return "error" in numbers ? numbers : summary.of(numbers);
}

/** SUMIF, AVERAGEIF: the values begin where the last argument begins and have the shape of the range. */
const overOne = (fn: string, summary: Summary) =>
  fixed(["range", "any", "range?"], (place, range, condition, values = range) =>
    asked(fn, [range, condition, values], place, () => {
      const conditions = conditionsOf([range, condition], place);
      const [first] = conditions ?? [];
      const start = isReference(values) && values.areas.length === 1 ? values.areas[0] : undefined;
      if (!conditions || !first || !start) return error("#VALUE!");
      const { top, left } = start.rect;
      const rect = { top, left, bottom: top + first.grid.rows - 1, right: left + first.grid.columns - 1 };
      return summaryWhere(summary, areaGrid({ sheet: start.sheet, rect }, place.book), conditions);
    }),
  );

/** COUNTIF, COUNTIFS. */
const counted = (place: Place, pairs: readonly (Operand | CellScalar)[]): CellScalar =>
  asked("COUNTIFS", pairs, place, () => countWhere(pairs, place));

export const CONDITIONAL: FunctionTable = {
  COUNTIF: fixed(["range", "any"], (place, range, condition) => counted(place, [range, condition])),
  COUNTIFS: repeating(["range", "any"], ["range", "any"], (place, pair, rest) => counted(place, [...pair, ...rest])),
  SUMIF: overOne("SUMIF", sum),
  AVERAGEIF: overOne("AVERAGEIF", mean),
  SUMIFS: overAll("SUMIFS", sum),
  AVERAGEIFS: overAll("AVERAGEIFS", mean),
  MINIFS: overAll("MINIFS", least),
  MAXIFS: overAll("MAXIFS", most),
};

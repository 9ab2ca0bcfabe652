import { isCellError, type CellScalar } from "../../../workbook/snapshot";
import { callFunction } from "../call";
import { repeating, type FunctionSpec, type FunctionTable } from "../declare";
import { asGrid, error, gridOf, isErrorOperand, isReference, visit, type Operand, type Place } from "../operand";
import { MATH } from "./math";
import { QUANTILES } from "./quantiles";
import { SPREAD } from "./spread";
import { STATISTICS } from "./statistics";
import { countedCells, type Skipped } from "./subtotal";

/** What AGGREGATE computes by its number; from LARGE on it takes one block of values and a rank. */
const NAMES = [
  "AVERAGE", "COUNT", "COUNTA", "MAX", "MIN", "PRODUCT", "STDEV.S", "STDEV.P", "SUM", "VAR.S", "VAR.P", "MEDIAN", "MODE.SNGL",
  "LARGE", "SMALL", "PERCENTILE.INC", "QUARTILE.INC", "PERCENTILE.EXC", "QUARTILE.EXC",
] as const; // prettier-ignore
const FIRST_RANKED = NAMES.indexOf("LARGE") + 1;

/** What each option, 0 to 7, passes over. */
const OPTIONS: readonly Omit<Skipped, "fn">[] = [0, 1, 2, 3, 4, 5, 6, 7].map((option) => ({
  nested: option < 4,
  hidden: option % 2 === 1,
  errors: option === 2 || option === 3 || option > 5,
}));

const specOf = (name: string): FunctionSpec | undefined =>
  MATH[name] ?? STATISTICS[name] ?? SPREAD[name] ?? QUANTILES[name];

function aggregate(place: Place, code: number, option: number, operands: readonly Operand[]): Operand {
  const name = NAMES[code - 1];
  const spec = name && specOf(name);
  const skipped = OPTIONS[option];
  if (!spec || !skipped) return error("#VALUE!");
  const isRanked = code >= FIRST_RANKED;
  // A rank is wanted, one and no more; without ranks only cells are taken.
  if (isRanked ? operands.length !== 2 : !operands.every(isReference)) return error("#VALUE!");
  const blocks = isRanked ? operands.slice(0, 1) : operands;
  const kept = blocks.map((block) => keptOf(block, { ...skipped, fn: "AGGREGATE" }, place));
  const failed = kept.find(isErrorOperand);
  if (failed) return failed;
  return callFunction(name, spec, [...kept, ...operands.slice(blocks.length)].map((one) => () => one), place, false); // prettier-ignore
}

function keptOf(block: Operand, skipped: Skipped, place: Place): Operand {
  if (isReference(block)) return countedCells(block, skipped, place);
  const grid = asGrid(block, place);
  if (!grid || !skipped.errors) return block;
  const values: CellScalar[] = [];
  visit(grid, (value) => {
    if (!isCellError(value)) values.push(value);
  });
  return gridOf(values.map((value) => [value]));
}

/** AGGREGATE(9,5,A1:A9): a function by its number over what is not passed over. */
export const AGGREGATE: FunctionTable = {
  AGGREGATE: repeating(["integer", "integer", "array"], ["array"], (place, [code, option, first], rest) =>
    aggregate(place, code, option, [first, ...rest]),
  ),
};

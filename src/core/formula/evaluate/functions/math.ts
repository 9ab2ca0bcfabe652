import { highest } from "../../../workbook/long-lists";
import type { NumberMode } from "../book";
import { fixed, repeating, type FunctionTable } from "../declare";
import { ceilNumber, compared, floorNumber, roundDecimal, type Direction } from "../decimal";
import { asGrid, error, readerOf, type Operand, type Place } from "../operand";
import { finite, power } from "../operators";
import { isCellError, type CellScalar } from "../../../workbook/snapshot";
import { sumOf, total, withNumbers, type Numbers } from "./numbers";

const rounding = (direction: Direction) =>
  fixed(["number", "integer"], ({ mode }, x, places) => roundDecimal(x, places, direction, mode));

/** Multiples of a step: the quotient is a decision, so 15 digits of it count. */
function multiple(x: number, step: number, toward: "up" | "down", mode: NumberMode): CellScalar {
  if (x === 0 || step === 0) return step === 0 && toward === "down" && x !== 0 ? error("#DIV/0!") : 0;
  if (x > 0 && step < 0) return error("#NUM!");
  const steps = toward === "up" ? ceilNumber(x / step, mode) : floorNumber(x / step, mode);
  return finite(compared(steps * step, mode));
}

/** The variants that take the step without its sign; up is toward plus infinity. */
function absoluteMultiple(x: number, step: number, toward: "up" | "down", mode: NumberMode): CellScalar {
  if (x === 0 || step === 0) return 0;
  const size = Math.abs(step);
  const steps = toward === "up" ? ceilNumber(x / size, mode) : floorNumber(x / size, mode);
  return finite(compared(steps * size, mode));
}

const precise = (toward: "up" | "down") =>
  fixed(["number", "number?"], ({ mode }, x, step = 1) => absoluteMultiple(x, step, toward, mode));

/** CEILING.MATH, FLOOR.MATH: a third argument other than 0 turns the direction of negative numbers. */
const turning = (toward: "up" | "down") =>
  fixed(["number", "number?", "number?"], ({ mode }, x, step = 1, turn = 0) => {
    const other = toward === "up" ? "down" : "up";
    return absoluteMultiple(x, step, x < 0 && turn !== 0 ? other : toward, mode);
  });

function modulo(x: number, divisor: number): CellScalar {
  if (divisor === 0) return error("#DIV/0!");
  // The remainder of the doubles, exactly, as Excel shows by MOD(5,1E-10); it takes the divisor's sign.
  const rest = x % divisor;
  return finite(rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest);
}

function product(numbers: Numbers): CellScalar {
  let result = 1;
  for (const number of numbers) result *= number;
  return numbers.length === 0 ? 0 : finite(result);
}

export const MATH: FunctionTable = {
  SUM: repeating([], ["anyRange"], (place, _, ranges) => sumOf(ranges, place)),
  PRODUCT: repeating([], ["anyRange"], (place, _, ranges) => withNumbers(ranges, place, product)),
  SUMSQ: repeating([], ["anyRange"], (place, _, ranges) =>
    withNumbers(ranges, place, (n) => finite(total(n.map((x) => x * x)))),
  ),
  SUMPRODUCT: repeating(["array"], ["array"], (place, [first], rest) => sumProduct([first, ...rest], place)),
  ROUND: rounding("nearest"),
  ROUNDUP: rounding("away"),
  ROUNDDOWN: rounding("toward"),
  TRUNC: fixed(["number", "integer?"], ({ mode }, x, places = 0) => roundDecimal(x, places, "toward", mode)),
  INT: fixed(["number"], ({ mode }, x) => floorNumber(x, mode)),
  ABS: fixed(["number"], (_, x) => Math.abs(x)),
  SIGN: fixed(["number"], (_, x) => Math.sign(x)),
  MOD: fixed(["number", "number"], (_, x, divisor) => modulo(x, divisor)),
  QUOTIENT: fixed(["measured", "measured"], ({ mode }, x, divisor) =>
    divisor === 0 ? error("#DIV/0!") : Math.trunc(compared(x / divisor, mode)),
  ),
  CEILING: fixed(["number", "number"], ({ mode }, x, step) => multiple(x, step, "up", mode)),
  FLOOR: fixed(["number", "number"], ({ mode }, x, step) => multiple(x, step, "down", mode)),
  "CEILING.PRECISE": precise("up"),
  "ISO.CEILING": precise("up"),
  "FLOOR.PRECISE": precise("down"),
  "CEILING.MATH": turning("up"),
  "FLOOR.MATH": turning("down"),
  POWER: fixed(["number", "number"], (_, base, exponent) => power(base, exponent)),
  SQRT: fixed(["number"], (_, x) => (x < 0 ? error("#NUM!") : Math.sqrt(x))),
  EXP: fixed(["number"], (_, x) => finite(Math.exp(x))),
  LN: fixed(["number"], (_, x) => (x <= 0 ? error("#NUM!") : Math.log(x))),
  LOG10: fixed(["number"], (_, x) => (x <= 0 ? error("#NUM!") : Math.log10(x))),
  PI: fixed([], () => Math.PI),
};

/** Text and logical values count as 0; all blocks must have one shape. */
function sumProduct(operands: readonly Operand[], place: Place): CellScalar {
  const grids = operands.map((operand) => asGrid(operand, place));
  const [first] = grids;
  if (!first) return error("#VALUE!");
  if (grids.some((grid) => grid?.rows !== first.rows || grid.columns !== first.columns)) return error("#VALUE!");
  const readers = grids.flatMap((grid) => (grid ? [readerOf(grid)] : []));
  const [rows, columns] = [maxExtent(grids, "rows"), maxExtent(grids, "columns")];
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let product = 1;
      for (const read of readers) {
        const value = read(row, column);
        if (isCellError(value)) return value;
        product *= typeof value === "number" ? value : 0;
      }
      sum += product;
    }
  }
  return finite(sum);
}

const maxExtent = (grids: readonly ReturnType<typeof asGrid>[], axis: "rows" | "columns"): number =>
  highest(grids.map((grid) => grid?.extent[axis] ?? 0));

import { isCellError, type CellError, type CellScalar } from "../../../workbook/snapshot";
import { NotEvaluated } from "../book";
import { toNumber } from "../coerce";
import { fixed, repeating, type FunctionTable } from "../declare";
import { error, gridsOf, isReference, type Operand, type Place } from "../operand";
import { finite } from "../operators";
import { valuesOf } from "./numbers";

/** Functions of whole numbers: divisors and multiples, and in how many ways things can be chosen. */

const LARGEST = 2 ** 53;

/** What the arguments hold: a blank cell alone is no value, among the cells of a range it is 0. */
function valuesIn(operand: Operand, place: Place): readonly CellScalar[] {
  const grids = gridsOf(operand, place);
  const size = grids.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const values = valuesOf([operand], place);
  if (!isReference(operand) || size === 1) return values;
  return [...values, ...(values.length < size ? [0] : [])];
}

/** The values cut to whole numbers; truth values, negative numbers and nothing at all are refused. */
function wholeNumbers(operands: readonly Operand[], place: Place): readonly number[] | CellError {
  if (operands.includes(null)) throw new NotEvaluated("divisors or multiples with an argument left out");
  const numbers: number[] = [];
  for (const value of operands.flatMap((operand) => valuesIn(operand, place))) {
    const number = typeof value === "boolean" ? error("#VALUE!") : toNumber(value, place.book.date1904 ?? false);
    if (isCellError(number)) return number;
    if (number < 0 || number >= LARGEST) return error("#NUM!");
    numbers.push(Math.trunc(number));
  }
  return numbers.length === 0 ? error("#VALUE!") : numbers;
}

const overWhole = (run: (numbers: readonly number[]) => CellScalar) =>
  repeating(["anyRange"], ["anyRange"], (place, [first], rest) => {
    const numbers = wholeNumbers([first, ...rest], place);
    return "error" in numbers ? numbers : run(numbers);
  });

function divisorOf(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

const multipleOf = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : (a / divisorOf(a, b)) * b);

/** Up to the next even or odd number, away from zero. */
const awayTo = (x: number, odd: 0 | 1): number => {
  const size = Math.ceil(Math.abs(x));
  const next = size % 2 === odd ? size : size + 1;
  return x < 0 ? 0 - next : next;
};

/** n × (n − step) × … down to 1 or 2: a factorial, or every other number of one. */
function productTo(n: number, step: number): number {
  let result = 1;
  for (let factor = n; factor > 1; factor -= step) result *= factor;
  return result;
}

function choices(n: number, k: number): CellScalar {
  if (n < 0 || k < 0 || k > n) return error("#NUM!");
  const few = Math.min(k, n - k);
  let result = 1;
  for (let i = 1; i <= few && Number.isFinite(result); i++) result = (result * (n - few + i)) / i;
  return finite(result < LARGEST ? Math.round(result) : result);
}

function arrangements(n: number, k: number): CellScalar {
  if (n <= 0 || k < 0 || k > n) return error("#NUM!");
  let result = 1;
  for (let i = 0; i < k && Number.isFinite(result); i++) result *= n - i;
  return finite(result);
}

function multinomial(numbers: readonly number[]): CellScalar {
  const all = numbers.reduce((sum, n) => sum + n, 0);
  if (all > 170) return error("#NUM!");
  return finite(numbers.reduce((rest, n) => rest / productTo(n, 1), productTo(all, 1)));
}

export const WHOLE_NUMBERS: FunctionTable = {
  GCD: overWhole((numbers) => numbers.reduce(divisorOf, 0)),
  LCM: overWhole((numbers) => {
    const found = numbers.reduce(multipleOf, 1);
    return found < LARGEST ? found : error("#NUM!");
  }),
  EVEN: fixed(["number"], (_, x) => awayTo(x, 0)),
  ODD: fixed(["number"], (_, x) => awayTo(x, 1)),
  MROUND: fixed(["measured", "measured"], (_, x, step) => {
    if (x * step < 0) return error("#NUM!");
    return step === 0 ? 0 : finite(Math.floor(x / step + 0.5) * step);
  }),
  FACT: fixed(["integer"], (_, n) => (n < 0 || n > 170 ? error("#NUM!") : productTo(n, 1))),
  FACTDOUBLE: fixed(["measured"], (_, x) => {
    const n = Math.trunc(x);
    return n < -1 || n > 300 ? error("#NUM!") : finite(productTo(n, 2));
  }),
  COMBIN: fixed(["integer", "integer"], (_, n, k) => choices(n, k)),
  COMBINA: fixed(["integer", "integer"], (_, n, k) => {
    if (n < 0 || k < 0) return error("#NUM!");
    return k === 0 ? 1 : choices(n + k - 1, k);
  }),
  PERMUT: fixed(["integer", "integer"], (_, n, k) => arrangements(n, k)),
  PERMUTATIONA: fixed(["integer", "integer"], (_, n, k) => (n < 0 || k < 0 ? error("#NUM!") : finite(n ** k))),
  MULTINOMIAL: overWhole(multinomial),
};

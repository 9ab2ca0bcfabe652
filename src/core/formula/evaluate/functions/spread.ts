import { isCellError, type CellError, type CellScalar } from "../../../workbook/snapshot";
import { NotEvaluated } from "../book";
import { toNumber } from "../coerce";
import { fixed, repeating, type FunctionTable } from "../declare";
import { error, gridsOf, isGrid, isReference, visit, type Operand, type Place } from "../operand";
import { finite } from "../operators";
import { extreme, total, withNumbers, type Numbers } from "./numbers";

/** Squares around the mean over n, or over n − 1 for a sample: the mean first, so that close numbers keep their digits. */
function variance(numbers: Numbers, sample: boolean): number | null {
  const count = numbers.length - (sample ? 1 : 0);
  if (count < 1) return null;
  const mean = total(numbers) / numbers.length;
  let squares = 0;
  for (const number of numbers) squares += (number - mean) ** 2;
  return squares / count;
}

const spread = (sample: boolean, root: boolean) =>
  repeating(["anyRange"], ["anyRange"], (place, [first], rest) =>
    withNumbers([first, ...rest], place, (numbers) => {
      const found = variance(numbers, sample);
      if (found === null) return error("#DIV/0!");
      return finite(root ? Math.sqrt(found) : found);
    }),
  );

/** In cells text counts as 0 and TRUE as 1; direct arguments are coerced. */
function allNumbers(operands: readonly Operand[], place: Place): readonly number[] | CellError {
  const numbers: number[] = [];
  for (const operand of operands) {
    const failures: CellError[] = [];
    const add = (value: CellScalar): void => {
      if (isCellError(value)) failures.push(value);
      else if (value !== null) numbers.push(typeof value === "string" ? 0 : Number(value));
    };
    if (isReference(operand) || isGrid(operand)) for (const grid of gridsOf(operand, place)) visit(grid, add);
    else add(operand === null ? 0 : toNumber(operand, place.book.date1904 ?? false));
    const [failure] = failures;
    if (failure !== undefined) return failure;
  }
  return numbers;
}

const overAll = (run: (numbers: readonly number[]) => CellScalar) =>
  repeating(["anyRange"], ["anyRange"], (place, [first], rest) => {
    const numbers = allNumbers([first, ...rest], place);
    return "error" in numbers ? numbers : run(numbers);
  });

const spreadOfAll = (sample: boolean, root: boolean) =>
  overAll((numbers) => {
    const found = variance(numbers, sample);
    return found === null ? error("#DIV/0!") : finite(root ? Math.sqrt(found) : found);
  });

/** The rate at which the payments are worth nothing together, by Newton's way from the guess. */
function internalRate(payments: Numbers, guess: number): CellScalar {
  if (!payments.some((one) => one > 0) || !payments.some((one) => one < 0)) return error("#NUM!");
  if (guess <= -1) return error("#VALUE!");
  let rate = guess;
  for (let step = 0; step < 100; step++) {
    let [worth, slope] = [0, 0];
    for (let period = 0; period < payments.length; period++) {
      const payment = payments[period] ?? 0;
      worth += payment / (1 + rate) ** period;
      slope -= (period * payment) / (1 + rate) ** (period + 1);
    }
    const next = rate - worth / slope;
    if (Math.abs(next - rate) <= 1e-14 * Math.max(1, Math.abs(next))) return finite(next);
    if (!Number.isFinite(next) || next <= -1) break;
    rate = next;
  }
  return onlyRate(payments);
}

/** Where the payments change their sign once there is one such rate, and it is found by halves. */
function onlyRate(payments: Numbers): CellScalar {
  const signs = Array.from(payments, Math.sign).filter((sign) => sign !== 0);
  const changes = signs.filter((sign, at) => at > 0 && sign !== signs[at - 1]).length;
  if (changes !== 1) throw new NotEvaluated("IRR that does not settle from its guess");
  // By the factor of discount, which lies between 0 and infinity.
  const worth = (factor: number): number =>
    Array.from(payments).reduceRight((sum, payment) => sum * factor + payment, 0);
  const first = Math.sign(worth(0) || (signs[0] ?? 0));
  let [low, high] = [0, 1];
  while (Math.sign(worth(high)) === first && high < 1e9) high *= 2;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (Math.sign(worth(middle)) === first) low = middle;
    else high = middle;
  }
  return finite(1 / high - 1);
}

const [sampleVariance, wholeVariance] = [spread(true, false), spread(false, false)];
const [sampleDeviation, wholeDeviation] = [spread(true, true), spread(false, true)];

export const SPREAD: FunctionTable = {
  VAR: sampleVariance,
  "VAR.S": sampleVariance,
  VARP: wholeVariance,
  "VAR.P": wholeVariance,
  STDEV: sampleDeviation,
  "STDEV.S": sampleDeviation,
  STDEVP: wholeDeviation,
  "STDEV.P": wholeDeviation,
  AVERAGEA: overAll((numbers) => (numbers.length === 0 ? error("#DIV/0!") : finite(total(numbers) / numbers.length))),
  MINA: overAll((numbers) => extreme(numbers, (a, b) => a < b)),
  MAXA: overAll((numbers) => extreme(numbers, (a, b) => a > b)),
  VARA: spreadOfAll(true, false),
  VARPA: spreadOfAll(false, false),
  STDEVA: spreadOfAll(true, true),
  STDEVPA: spreadOfAll(false, true),
  IRR: fixed(["anyRange", "number?"], (place, values, guess = 0.1) =>
    withNumbers([values], place, (payments) => internalRate(payments, guess)),
  ),
};

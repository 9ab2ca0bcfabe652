import { isCellError, type CellError, type CellScalar } from "../../../workbook/snapshot";
import { fixed, type FunctionTable } from "../declare";
import { asGrid, error, type Operand, type Place } from "../operand";
import { finite } from "../operators";
import { overNumbers, total, type Numbers } from "./numbers";

/** How numbers lie around their mean, alone or in pairs. */

const meanOf = (numbers: Numbers): number => total(numbers) / numbers.length;

/** Sum of the differences from the mean, each to a power. */
function around(numbers: Numbers, power: number): number {
  const mean = meanOf(numbers);
  let sum = 0;
  for (const number of numbers) sum += (number - mean) ** power;
  return sum;
}

function skewness(numbers: Numbers, sample: boolean): CellScalar {
  const n = numbers.length;
  if (n < 3) return error("#DIV/0!");
  const deviation = Math.sqrt(around(numbers, 2) / (sample ? n - 1 : n));
  if (deviation === 0) return error("#DIV/0!");
  const cubes = around(numbers, 3) / deviation ** 3;
  return finite(sample ? (n / ((n - 1) * (n - 2))) * cubes : cubes / n);
}

function kurtosis(numbers: Numbers): CellScalar {
  const n = numbers.length;
  const squares = n < 4 ? 0 : around(numbers, 2) / (n - 1);
  if (squares === 0) return error("#DIV/0!");
  const fourth = around(numbers, 4) / squares ** 2;
  return finite(((n * (n + 1)) / ((n - 1) * (n - 2) * (n - 3))) * fourth - (3 * (n - 1) ** 2) / ((n - 2) * (n - 3)));
}

function harmonicMean(numbers: Numbers): CellScalar {
  let sum = 0;
  for (const number of numbers) {
    if (number <= 0) return error("#NUM!");
    sum += 1 / number;
  }
  return numbers.length === 0 ? error("#N/A") : finite(numbers.length / sum);
}

/** Logarithms, so that the product of many numbers does not overflow. */
function geometricMean(numbers: Numbers): CellScalar {
  let sum = 0;
  for (const number of numbers) {
    if (number <= 0) return error("#NUM!");
    sum += Math.log(number);
  }
  return numbers.length === 0 ? error("#NUM!") : finite(Math.exp(sum / numbers.length));
}

function meanDeviation(numbers: Numbers): CellScalar {
  if (numbers.length === 0) return error("#NUM!");
  const mean = meanOf(numbers);
  let sum = 0;
  for (const number of numbers) sum += Math.abs(number - mean);
  return finite(sum / numbers.length);
}

interface Pairs {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** The pairs in which both are numbers; the first error stands for all. */
function pairsOf(first: Operand, second: Operand, place: Place): Pairs | CellError {
  const [a, b] = [asGrid(first, place), asGrid(second, place)];
  if (!a || !b) return error("#VALUE!");
  if (a.rows * a.columns !== b.rows * b.columns) return error("#N/A");
  const [xs, ys]: [number[], number[]] = [[], []];
  const count = Math.max(a.extent.rows, b.extent.rows) * Math.max(a.columns, b.columns);
  for (let i = 0; i < Math.min(count, a.rows * a.columns); i++) {
    const x = a.at(Math.floor(i / a.columns), i % a.columns);
    const y = b.at(Math.floor(i / b.columns), i % b.columns);
    if (isCellError(x)) return x;
    if (isCellError(y)) return y;
    if (typeof x !== "number" || typeof y !== "number") continue;
    xs.push(x);
    ys.push(y);
  }
  return { xs, ys };
}

interface Products {
  readonly count: number;
  readonly xx: number;
  readonly yy: number;
  readonly xy: number;
  readonly meanX: number;
  readonly meanY: number;
}

const overPairs = (run: (products: Products) => CellScalar) =>
  fixed(["range", "range"], (place, first, second) => {
    const pairs = pairsOf(first, second, place);
    if ("error" in pairs) return pairs;
    return pairs.xs.length === 0 ? error("#DIV/0!") : run(productsOf(pairs));
  });

function productsOf({ xs, ys }: Pairs): Products {
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)];
  let xy = 0;
  xs.forEach((x, i) => (xy += (x - meanX) * ((ys[i] ?? 0) - meanY)));
  return { count: xs.length, xx: around(xs, 2), yy: around(ys, 2), xy, meanX, meanY };
}

const quotient = (a: number, b: number): CellScalar => (b === 0 ? error("#DIV/0!") : finite(a / b));
const correlation = overPairs(({ xx, yy, xy }) => quotient(xy, Math.sqrt(xx * yy)));
const covariance = (sample: 0 | 1) => overPairs(({ count, xy }) => quotient(xy, count - sample));

/** Of the line through the points: the first argument holds the y. */
const forecast = fixed(["number", "range", "range"], (place, x, ys, xs) => {
  const pairs = pairsOf(ys, xs, place);
  if ("error" in pairs) return pairs;
  if (pairs.xs.length === 0) return error("#N/A");
  const { yy, xy, meanX, meanY } = productsOf(pairs);
  return yy === 0 ? error("#DIV/0!") : finite(meanX + (xy / yy) * (x - meanY));
});

export const MOMENTS: FunctionTable = {
  DEVSQ: overNumbers((numbers) => (numbers.length === 0 ? error("#NUM!") : finite(around(numbers, 2)))),
  AVEDEV: overNumbers(meanDeviation),
  HARMEAN: overNumbers(harmonicMean),
  GEOMEAN: overNumbers(geometricMean),
  SKEW: overNumbers((numbers) => skewness(numbers, true)),
  "SKEW.P": overNumbers((numbers) => skewness(numbers, false)),
  KURT: overNumbers(kurtosis),
  STANDARDIZE: fixed(["number", "number", "number"], (_, x, mean, deviation) => (deviation <= 0 ? error("#NUM!") : finite((x - mean) / deviation))), // prettier-ignore
  CORREL: correlation,
  PEARSON: correlation,
  RSQ: overPairs(({ xx, yy, xy }) => quotient(xy * xy, xx * yy)),
  COVAR: covariance(0),
  "COVARIANCE.P": covariance(0),
  "COVARIANCE.S": covariance(1),
  SLOPE: overPairs(({ yy, xy }) => quotient(xy, yy)),
  INTERCEPT: overPairs(({ yy, xy, meanX, meanY }) => (yy === 0 ? error("#DIV/0!") : finite(meanX - (xy / yy) * meanY))),
  STEYX: overPairs(({ count, xx, yy, xy }) => count < 3 || yy === 0 ? error("#DIV/0!") : finite(Math.sqrt((xx - xy ** 2 / yy) / (count - 2)))), // prettier-ignore
  FORECAST: forecast,
  "FORECAST.LINEAR": forecast,
};

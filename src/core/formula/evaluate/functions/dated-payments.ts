import { isCellError, type CellError } from "../../../workbook/snapshot";
import { NotEvaluated } from "../book";
import { fixed, type FunctionTable } from "../declare";
import { asGrid, error, visit, type Operand, type Place } from "../operand";
import { finite } from "../operators";

/** Payments on dates of their own: what they are worth on the first of them, and the rate at which that is nothing. */
interface Payment {
  readonly amount: number;
  /** Years of 365 days since the first. */
  readonly after: number;
}

/** As many amounts as dates, none before the first; an error of a cell passes through. */
function paymentsOf(values: Operand, dates: Operand, place: Place): readonly Payment[] | CellError {
  const [amounts, days] = [numbersOf(values, place), numbersOf(dates, place)];
  if ("error" in amounts) return amounts;
  if ("error" in days) return days;
  const start = Math.trunc(days[0] ?? 0);
  if (amounts.length !== days.length || amounts.length === 0) return error("#NUM!");
  if (days.some((day) => Math.trunc(day) < start || day < 0)) return error("#NUM!");
  return amounts.map((amount, i) => ({ amount, after: (Math.trunc(days[i] ?? 0) - start) / 365 }));
}

function numbersOf(operand: Operand, place: Place): readonly number[] | CellError {
  const grid = asGrid(operand, place);
  if (!grid) return error("#VALUE!");
  const numbers: number[] = [];
  const failures: CellError[] = [];
  let seen = 0;
  visit(grid, (value) => {
    seen++;
    if (typeof value === "number") numbers.push(value);
    else if (isCellError(value)) failures.push(value);
  });
  if (failures[0]) return failures[0];
  if (numbers.length < seen || seen < grid.rows * grid.columns) throw new NotEvaluated("payments that are no numbers");
  return numbers;
}

const worth = (payments: readonly Payment[], rate: number): number =>
  payments.reduce((sum, { amount, after }) => sum + amount / (1 + rate) ** after, 0);

/**
 * The rate of XIRR where there is one and no other: with a single change of sign and a gain. Of losses, and where the sign
 * changes more than once, Excel's own search may end elsewhere or at 0.
 */
function datedRate(payments: readonly Payment[]): number | CellError {
  const signs = [...payments].sort((a, b) => a.after - b.after).map(({ amount }) => Math.sign(amount)).filter((sign) => sign !== 0); // prettier-ignore
  if (!signs.includes(1) || !signs.includes(-1)) return error("#NUM!");
  const changes = signs.filter((sign, at) => at > 0 && sign !== signs[at - 1]).length;
  const first = Math.sign(signs[0] ?? 0);
  if (changes !== 1) throw new NotEvaluated("XIRR where more than one rate is possible");
  if (Math.sign(worth(payments, 0)) === first || worth(payments, 0) === 0)
    throw new NotEvaluated("XIRR of a loss: Excel may not find it");
  let [low, high] = [0, 1];
  while (Math.sign(worth(payments, high)) !== first && high < 1e9) high *= 2;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (Math.sign(worth(payments, middle)) === first) high = middle;
    else low = middle;
  }
  return high;
}

export const DATED_PAYMENTS: FunctionTable = {
  XNPV: fixed(["number", "range", "range"], (place, rate, values, dates) => {
    const payments = paymentsOf(values, dates, place);
    if ("error" in payments) return payments;
    if (rate < 0) throw new NotEvaluated("XNPV at a rate below 0");
    return finite(worth(payments, rate));
  }),
  XIRR: fixed(["range", "range", "number?"], (place, values, dates, guess = 0.1) => {
    const payments = paymentsOf(values, dates, place);
    if ("error" in payments) return payments;
    if (guess <= -1) return error("#NUM!");
    return datedRate(payments);
  }),
};

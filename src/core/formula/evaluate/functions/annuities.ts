import type { CellScalar } from "../../../workbook/snapshot";
import { fixed, repeating, type FunctionTable } from "../declare";
import { error } from "../operand";
import { finite } from "../operators";
import { withNumbers } from "./numbers";

/** Equal payments at a rate: what they come to, what they are worth now, and which part of each is interest. */

/** `due` is 1 where a payment is made when its period begins. */
interface Loan {
  readonly rate: number;
  readonly periods: number;
  readonly present: number;
  readonly future: number;
  readonly due: 0 | 1;
}

/** What one payment each period comes to at the end. */
const series = (rate: number, periods: number, due: 0 | 1): number =>
  rate === 0 ? periods : ((1 + rate * due) * ((1 + rate) ** periods - 1)) / rate;

const futureValue = (rate: number, periods: number, payment: number, present: number, due: 0 | 1): number =>
  0 - (present * (1 + rate) ** periods + payment * series(rate, periods, due));

const payment = ({ rate, periods, present, future, due }: Loan): number =>
  0 - (present * (1 + rate) ** periods + future) / series(rate, periods, due);

/** The part of one payment that is interest on what was owed before it. */
function interest(loan: Loan, period: number): number {
  const { rate, present, due } = loan;
  if (due === 1 && period === 1) return 0;
  const paid = payment(loan);
  // Paid at the start, the payment before has gone off already.
  return due === 1
    ? (futureValue(rate, period - 2, paid, present, due) - paid) * rate
    : futureValue(rate, period - 1, paid, present, due) * rate;
}

const atStart = (type: number | undefined): 0 | 1 => (type === undefined || type === 0 ? 0 : 1);

/** IPMT, PPMT: a part of the payment of one period. */
const partOfPayment = (of: (loan: Loan, period: number) => number) =>
  fixed(["number", "number", "number", "number", "number?", "number?"], (_, rate, period, periods, present, future = 0, type = 0) => {
    if (period < 1 || period >= periods + 1) return error("#NUM!");
    return finite(of({ rate, periods, present, future, due: atStart(type) }, period));
  }); // prettier-ignore

/** The interest in several payments together; what they pay back (CUMPRINC) comes out of Excel with other last digits. */
const interestOfPayments = fixed(["measured", "measured", "measured", "measured", "measured", "measured"], (_, rate, periods, present, from, to, type) => {
    const [first, last] = [Math.ceil(from), Math.trunc(to)];
    if (rate <= 0 || periods <= 0 || present <= 0 || from < 1 || to < 1 || from > to || to > periods) return error("#NUM!");
    if (type !== 0 && type !== 1) return error("#NUM!");
    let sum = 0;
    for (let period = first; period <= last; period++) sum += interest({ rate, periods, present, future: 0, due: type }, period);
    return finite(sum);
  }); // prettier-ignore

function periodsFor(rate: number, paid: number, present: number, future: number, due: 0 | 1): CellScalar {
  if (rate === 0) return paid === 0 ? error("#NUM!") : finite(0 - (present + future) / paid);
  const level = (paid * (1 + rate * due)) / rate;
  const growth = (level - future) / (level + present);
  return growth > 0 && rate > -1 ? finite(Math.log(growth) / Math.log(1 + rate)) : error("#NUM!");
}

export const ANNUITIES: FunctionTable = {
  FV: fixed(["number", "number", "number", "number?", "number?"], (_, rate, periods, paid, present = 0, type = 0) =>
    rate === -1 && periods < 0 ? error("#DIV/0!") : finite(futureValue(rate, periods, paid, present, atStart(type))),
  ),
  PV: fixed(
    ["number", "number", "number", "number?", "number?"],
    (_, rate, periods, paid, future = 0, type = 0) =>
    rate === -1 && periods > 0 ? error("#DIV/0!") : finite(0 - (future + paid * series(rate, periods, atStart(type))) / (1 + rate) ** periods), // prettier-ignore
  ),
  PMT: fixed(["number", "number", "number", "number?", "number?"], (_, rate, periods, present, future = 0, type = 0) =>
    periods === 0 || rate <= -1 ? error("#NUM!") : finite(payment({ rate, periods, present, future, due: atStart(type) })),
  ), // prettier-ignore
  NPER: fixed(["number", "number", "number", "number?", "number?"], (_, rate, paid, present, future = 0, type = 0) =>
    periodsFor(rate, paid, present, future, atStart(type)),
  ),
  IPMT: partOfPayment(interest),
  PPMT: partOfPayment((loan, period) => payment(loan) - interest(loan, period)),
  CUMIPMT: interestOfPayments,
  NPV: repeating(["number", "anyRange"], ["anyRange"], (place, [rate, first], rest) => {
    if (rate === -1) return error("#DIV/0!");
    // In this order, since what is left of payments that cancel out is nothing but its roundings.
    return withNumbers([first, ...rest], place, (flows) => {
      let [sum, growth] = [0, 1];
      for (const flow of flows) {
        sum += flow / growth;
        growth *= 1 + rate;
      }
      return finite(sum / (1 + rate));
    });
  }),
  EFFECT: fixed(["measured", "measured"], (_, rate, count) => {
    const periods = Math.trunc(count);
    return rate <= 0 || periods < 1 ? error("#NUM!") : finite((1 + rate / periods) ** periods - 1);
  }),
  NOMINAL: fixed(["measured", "measured"], (_, rate, count) => {
    const periods = Math.trunc(count);
    return rate <= 0 || periods < 1 ? error("#NUM!") : finite(((1 + rate) ** (1 / periods) - 1) * periods);
  }),
  SLN: fixed(["number", "number", "number"], (_, cost, salvage, life) => (life === 0 ? error("#DIV/0!") : finite((cost - salvage) / life))), // prettier-ignore
  SYD: fixed(["number", "number", "number", "number"], (_, cost, salvage, life, period) =>
    salvage < 0 || life <= 0 || period <= 0 || period > life ? error("#NUM!") : finite(((cost - salvage) * (life - period + 1) * 2) / (life * (life + 1))),
  ), // prettier-ignore
  RRI: fixed(["number", "number", "number"], (_, periods, present, future) => {
    if (periods <= 0 || present === 0) return error("#NUM!");
    const growth = (future / present) ** (1 / periods) - 1;
    return Number.isNaN(growth) ? error("#NUM!") : finite(growth);
  }),
  PDURATION: fixed(["number", "number", "number"], (_, rate, present, future) =>
    rate <= 0 || present <= 0 || future <= 0 ? error("#NUM!") : finite(Math.log(future / present) / Math.log(1 + rate)),
  ), // prettier-ignore
  ISPMT: fixed(["number", "number", "number", "number"], (_, rate, period, periods, present) =>
    periods === 0 ? error("#DIV/0!") : finite(present * rate * (period / periods - 1)),
  ), // prettier-ignore
};

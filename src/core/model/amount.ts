import { exactFromText, ratio, type Exact } from "./exact";
import { MONEY_FACTORS, type MoneyUnit } from "./money-units";
import { compact, hasPartedDigits } from "./text";

/** An amount of money as people type it: 150万, ￥100, 1,000.00 元, 人民币95万元 (SPEC R19). */
export interface Amount {
  /** In `unit` where the text states one, else in whatever unit the place is kept in. */
  readonly number: Exact;
  /** Decimals that the text prints, in `unit`. */
  readonly decimals: number;
  readonly unit: MoneyUnit | null;
}

const AMOUNT =
  /^(?:人民币|RMB|CNY)?[¥￥]?([+-]?)(?:人民币|RMB)?[¥￥]?(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(亿|千万|百万|万|千|百)?(元整?|圆整?|块钱?)?(?:人民币|RMB)?$/i;

/**
 * The amount that is all a text says, or null: 约100万 and 100万（含追加） state none, since what stands beside the number
 * may change it. 万 alone is 万元, as accounts use it.
 */
export function readAmount(text: string): Amount | null {
  if (text.length > 40) return null;
  const match = hasPartedDigits(text) ? null : AMOUNT.exec(compact(text));
  if (!match) return null;
  const [, sign = "", whole = "", fraction = "", scale = "", money] = match;
  if (whole === "" && (fraction === "" || fraction === ".")) return null;
  const number = exactFromText(sign + whole.replaceAll(",", "") + fraction);
  if (!number) return null;
  const unit = scale === "" && money === undefined ? null : moneyUnitOf(`${scale}元`);
  return { number, decimals: Math.max(0, fraction.length - 1), unit };
}

/** 万元, 万 and 人民币万元 are one unit; null for what is none of money. */
export function moneyUnitOf(text: string): MoneyUnit | null {
  const words = compact(text).replace(/^(?:人民币|RMB)|(?:人民币|RMB)$/gi, "");
  const unit = words.endsWith("元") ? words : `${words}元`;
  return unit in MONEY_FACTORS && words !== "" ? (unit as MoneyUnit) : null;
}

/** The amount in another unit, as exact as it was printed; one that names no unit is already in it. */
export function inUnit({ number, decimals, unit }: Amount, wanted: MoneyUnit): Amount {
  if (unit === null || unit === wanted) return { number, decimals, unit: wanted };
  const [from, to] = [MONEY_FACTORS[unit], MONEY_FACTORS[wanted]];
  const places = String(to > from ? to / from : from / to).length - 1;
  return {
    number: number.mul(ratio(from)).div(ratio(to)),
    decimals: Math.max(0, to > from ? decimals + places : decimals - places),
    unit: wanted,
  };
}

import { trimmed } from "../model/text";
import type { Exact } from "../model/exact";
import { decimalPlaces, decimalText, decisive, ratio, roundHalfUp, sumExact, ZERO } from "../model/exact";
import type { StatedNumber, TableCell } from "../model/scoring-table";
import type { CellScalar } from "../workbook/snapshot";
import { isCellError } from "../workbook/snapshot";

/**
 * Whether figures agree, given how they are printed (DOMAIN "Rounding"): a figure with d decimals stands for
 * the interval v ± ½·10⁻ᵈ, and sums and ratios carry the intervals through. Whole and half marks are what
 * they say: were each of 28 whole scores taken for ± ½, no wrong total could ever be seen.
 */
export interface Figure {
  readonly number: Exact;
  /** Decimals that the cell prints. */
  readonly decimals: number;
  /** Where nothing was rounded to come to it, however many decimals it has. */
  readonly exact?: boolean;
}

export type Agreement = "equal" | "rounding" | "different";

/** Decimals from which a printed mark may itself be a rounded value; money in 万元 is rounded from one on. */
const ROUNDED_MARK = 2;
export const ROUNDED_MONEY = 1;

/** Half of the last printed place; a format in thousands prints down to a place before the point. */
const halfPlace = (decimals: number): Exact =>
  decimals >= 0 ? ratio(1n, 2n * 10n ** BigInt(Math.min(decimals, 15))) : ratio(10n ** BigInt(-decimals), 2n);

/** How far the true value may lie from the cell's: nothing where the figure is exact as typed. */
function uncertainty(figure: Figure, roundedFrom: number): Exact {
  const hidesDigits = !roundHalfUp(figure.number, figure.decimals).equals(decisive(figure.number));
  return hidesDigits || (figure.decimals >= roundedFrom && figure.exact !== true) ? halfPlace(figure.decimals) : ZERO;
}

/** A stated sum against its parts. */
export function compareSum(
  stated: Figure,
  parts: readonly Figure[],
  tolerance: Exact,
  roundedFrom = ROUNDED_MARK,
): Agreement {
  const sum = sumExact(parts.map((part) => part.number));
  const difference = decisive(stated.number.sub(sum).abs());
  if (difference.compare(tolerance) <= 0) return "equal";
  const coarser = decimalPlaces(decisive(sum)) > stated.decimals;
  const own = coarser ? halfPlace(stated.decimals) : uncertainty(stated, roundedFrom);
  const slack = parts.reduce((total, part) => total.add(uncertainty(part, roundedFrom)), own);
  return difference.compare(slack) <= 0 ? "rounding" : "different";
}

/** Largest difference between a stated and a calculated rate that nobody would call one: 0.005 percentage points. */
const RATE_TOLERANCE = ratio(1n, 20_000n);

/** A stated rate (a fraction, `decimals` places of the fraction) against part / base; base is not zero. */
export function compareRatio(stated: Figure, part: Figure, base: Figure): Agreement {
  const exact = part.number.div(base.number);
  const difference = decisive(stated.number.sub(exact).abs());
  if (difference.compare(RATE_TOLERANCE) <= 0) return "equal";
  const lowBase = base.number.sub(uncertainty(base, ROUNDED_MONEY));
  const highPart = part.number.add(uncertainty(part, ROUNDED_MONEY));
  const carried = lowBase.compare(0) > 0 ? highPart.div(lowBase).sub(exact) : ZERO;
  return difference.compare(carried.add(halfPlace(stated.decimals))) <= 0 ? "rounding" : "different";
}

/** A number as a message shows it: at most six decimals, no trailing zeros. */
export const shown = (number: Exact): string => decimalText(number, 6);

/** What a cell prints of a number that holds more decimals than its format shows; undefined where it shows all of them. */
export function shownRounded({ number, decimals, percent }: StatedNumber): string | undefined {
  const printed = roundHalfUp(number, decimals);
  return percent === true || printed.equals(decisive(number)) ? undefined : decimalText(printed, Math.max(decimals, 0));
}

/** What a table's cell says, in a message: a date as the date it shows, never as the number behind it. */
export const shownCell = (cell: TableCell | null): string => cell?.date ?? cell?.shown ?? cellText(cell?.raw ?? null);

/** A cell's content as a person sees it in a message: trimmed; blank is "". */
export function cellText(raw: CellScalar): string {
  if (raw === null) return "";
  if (typeof raw === "string") return trimmed(raw);
  return isCellError(raw) ? raw.error : String(raw);
}

import { impossibility, natureOf, NOT_WHOLE, type Impossibility, type ShareScale } from "../language/possible";
import { decimalText, percentText, ratio, type Exact } from "../model/exact";
import type { Measure } from "../model/measure";
import { nameOf } from "../model/path";
import type { Indicator, TableCell } from "../model/scoring-table";
import { commonScale } from "./compare";
import { directionOf, isRateLike } from "./direction";
import { isWrittenPercent, readActual, readTarget, readText, type NumberReading } from "./read";

/** A number that can not be, as it is read, and why. */
export interface Impossible {
  readonly value: string;
  readonly why: Impossibility;
}

/**
 * An actual value that can not be by the indicator's name and its measure (SPEC C19); null where it can. A bare number is a
 * fraction up to 1, else percent points, but where the comparison with the target takes it for a fraction.
 */
export function impossibleActual(indicator: Indicator): Impossible | null {
  const reading = readActual(indicator);
  if (reading.kind !== "number" || !indicator.actual) return null;
  const measured = { ...reading, unit: measureOfActual(indicator, reading) };
  return impossibleNumber(indicator, measured, indicator.actual, readAsFraction(indicator, reading));
}

/** A bare 2.5 beside ≥2万人 counts in 万人 as its target does; any other measure is the actual value's own. */
export function measureOfActual({ path, target }: Indicator, actual: NumberReading): Measure | null {
  if (actual.unit !== null || target === null) return actual.unit;
  const aimed = readText(typeof target.raw === "string" ? target.raw : (target.shown ?? ""));
  const unit = aimed.kind === "number" ? aimed.unit : null;
  const isCounted = unit !== null && natureOf(nameOf(path), unit.name)?.kind === "count";
  return isCounted && !unit.factor.equals(1) ? unit : null;
}

/** A target that nobody can reach, or that asks for less than nothing. */
export function impossibleTarget(indicator: Indicator): Impossible | null {
  const reading = readTarget(indicator);
  if (reading.kind !== "number" || !indicator.target) return null;
  const found = impossibleNumber(indicator, reading, indicator.target, false);
  // ≥4.5场 asks for five
  return found?.why === NOT_WHOLE ? null : found;
}

/** A bare 1.2 beside 95% is compared as 120 %, and so it is beside a bare 0.95 or 1 that is to be reached. */
function readAsFraction(indicator: Indicator, actual: NumberReading): boolean {
  const target = readTarget(indicator);
  if (target.kind !== "number" || actual.measureInCell) return false;
  if (!isWrittenPercent(target)) return isShareToReach(indicator, target) && actual.number.compare(LARGEST_SLIP) <= 0;
  return commonScale(indicator, target, actual)?.b.equals(actual.number) === true;
}

/** Nobody aims at one per cent of what is to be reached: 1 and 0.95 as the target of a 率 are 100 % and 95 %. */
export const isShareToReach = (indicator: Indicator, target: NumberReading): boolean =>
  target.unit === null &&
  target.number.compare(LEAST_SHARE) >= 0 &&
  target.number.compare(1) <= 0 &&
  isRateLike(indicator) &&
  directionOf(indicator, target) === "more";
const LEAST_SHARE = ratio(1, 2);
/** A bare 98 beside 1 is on another scale, and told as that. */
export const LARGEST_SLIP = ratio(2);

function impossibleNumber(
  { path, unit }: Indicator,
  reading: NumberReading,
  cell: TableCell,
  asFraction: boolean,
): Impossible | null {
  const { unit: measure } = reading;
  const typed = measure?.name ?? (typeof unit?.raw === "string" ? unit.raw : null);
  const nature = natureOf(nameOf(path), measure?.dimension === "percent" ? null : typed);
  if (!nature) return null;
  const { number, scale } = scaled(reading, cell, asFraction);
  // 受益户数 76%: a share of them
  if (nature.kind === "count" && scale === "fraction") return null;
  const why = impossibility(nature, number, scale);
  const value =
    scale === "fraction" && nature.kind === "share" ? percentText(number, 4) : decimalText(reading.number, 6);
  return why && { value, why };
}

function scaled(
  reading: NumberReading,
  { raw, stated }: TableCell,
  asFraction: boolean,
): { readonly number: Exact; readonly scale: ShareScale | null } {
  const { number, unit } = reading;
  if (isWrittenPercent(reading)) return { number: number.mul(unit?.factor ?? 1), scale: "fraction" };
  const inPercentFormat = typeof raw === "number" && stated?.percent === true;
  return { number, scale: asFraction || inPercentFormat ? "fraction" : null };
}

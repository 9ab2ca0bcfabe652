import type { Indicator } from "../model/scoring-table";
import { readActual, readTarget, type NumberReading } from "./read";

/**
 * Target and actual value whose ratio the stated 完成率 must be; null where the column says something else, or where they
 * are no numbers of one unit (SPEC C8).
 */
export function rateOfTarget(indicator: Indicator): { readonly target: NumberReading; readonly actual: NumberReading } | null {
  const target = readTarget(indicator);
  const actual = readActual(indicator);
  if (target.kind !== "number" || actual.kind !== "number" || target.unit !== actual.unit) return null;
  return target.number.compare(0) > 0 ? { target, actual } : null;
} // prettier-ignore

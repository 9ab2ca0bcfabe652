import type { NumberMode } from "./book";
import { DIGITS, fifteenDigits } from "./fifteen-digits";

/** Excel's number rules: what it does with doubles beyond plain arithmetic (SPEC E6, E7). */

/** The number as the mode compares it. */
export const compared = (x: number, mode: NumberMode): number => (mode === "excel" ? fifteenDigits(x) : x);

/** Toward minus infinity; Excel looks at 15 digits, so that 14.999999999999991 is 15. */
export const floorNumber = (x: number, mode: NumberMode): number => Math.floor(compared(x, mode));
export const ceilNumber = (x: number, mode: NumberMode): number => Math.ceil(compared(x, mode));

export type Direction = "nearest" | "away" | "toward";

/**
 * ROUND, ROUNDUP, ROUNDDOWN on the decimal digits of the number: 2.675 → 2.68, −2.5 → −3 (SPEC N2).
 * `places` may be negative. Strict mode takes all 17 digits, so that an unguarded quotient keeps its error.
 */
export function roundDecimal(x: number, places: number, direction: Direction, mode: NumberMode): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const magnitude = Math.abs(x);
  const scientific = mode === "excel" ? magnitude.toExponential(DIGITS - 1) : magnitude.toExponential();
  const [mantissa = "", exponent = "0"] = scientific.split("e");
  const digits = mantissa.replace(".", "");
  const kept = Number(exponent) + 1 + places;
  if (kept >= digits.length) return x;
  const head = kept > 0 ? digits.slice(0, kept) : "0";
  const rest = kept >= 0 ? digits.slice(kept) : `0${digits}`;
  const up = roundsUp(rest, direction) ? 1n : 0n;
  const rounded = Number(`${BigInt(head) + up}e${-places}`);
  return x < 0 && rounded !== 0 ? -rounded : rounded;
}

function roundsUp(rest: string, direction: Direction): boolean {
  if (direction === "nearest") return rest.charAt(0) >= "5";
  return direction === "away" && /[1-9]/.test(rest);
}

/** The last + or − of a formula: a difference that is only representation noise is zero. */
export function snapped(x: number, result: number, mode: NumberMode): number {
  return mode === "excel" && result !== 0 && exponent(x) - exponent(result) > 49 ? 0 : result;
}

/** The power of two that a number begins with, exactly. */
function exponent(x: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  return (view.getUint16(0) & 0x7ff0) >> 4;
}

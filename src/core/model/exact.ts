import Fraction from "fraction.js";

/**
 * An exact rational number. All rates, scores and sums are Exact; doubles exist only
 * at the border to a workbook (SPEC N1–N4).
 */
export type Exact = Fraction;

export const ZERO: Exact = new Fraction(0n);
export const ONE: Exact = new Fraction(1n);
/** One per cent point of a share. */
export const HUNDREDTH: Exact = new Fraction(1n, 100n);

/** Places to which both sides of a deciding comparison or step count are rounded (SPEC N3). */
export const DECISION_PLACES = 12;

/** The whole-number fraction n/d. Throws RangeError for d = 0: callers guard the zero base by name. */
export function ratio(n: bigint | number, d: bigint | number = 1n): Exact {
  if (BigInt(d) === 0n) throw new RangeError("ratio with denominator zero");
  return new Fraction(BigInt(n), BigInt(d));
}

/** Most numbers of a table are small and whole. */
const SMALL = Array.from({ length: 1000 }, (_, whole) => new Fraction(BigInt(whole)));
const SMALL_TEXT = /^\d{1,3}$/;

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** Reads an ASCII decimal ("-12.50", "1e-7") exactly; null for anything else. */
export function exactFromText(text: string): Exact | null {
  if (SMALL_TEXT.test(text)) return SMALL[Number(text)] ?? null;
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return null;
  const power = Number(exponent) - fraction.length;
  const digits = BigInt(sign + (whole + fraction || "0"));
  return power >= 0 ? ratio(digits * 10n ** BigInt(power)) : ratio(digits, 10n ** BigInt(-power));
}

/** A cell's double as its shortest decimal, exactly (SPEC N1). Throws RangeError unless finite. */
export function exactFromDouble(double: number): Exact {
  const exact = exactFromText(String(double));
  if (!exact) throw new RangeError(`not a finite number: ${double}`);
  return exact;
}

/** Numerator with its sign, and positive denominator, in lowest terms. */
export const parts = (x: Exact): { readonly n: bigint; readonly d: bigint } => ({ n: x.s * x.n, d: x.d });

/** "69/77", or "5" for a whole number. */
export const exactText = (x: Exact): string => x.toFraction(false);

const POWERS = Array.from({ length: 32 }, (_, power) => 10n ** BigInt(power));
const tenTo = (power: number): bigint => POWERS[power] ?? 10n ** BigInt(power);

/** Half away from zero on the exact value, as Excel's ROUND is meant (SPEC N2). */
export function roundHalfUp(x: Exact, places: number): Exact {
  const shift = tenTo(Math.abs(places));
  if (places >= 0 && shift % x.d === 0n) return x;
  const rounded = roundedUnits(x, places);
  return places >= 0 ? ratio(rounded, shift) : ratio(rounded * shift);
}

/** The number of 10^-places that x is, rounded half away from zero. */
function roundedUnits(x: Exact, places: number): bigint {
  const { n, d } = parts(x);
  const shift = tenTo(Math.abs(places));
  const [top, bottom] = places >= 0 ? [n * shift, d] : [n, d * shift];
  const magnitude = top < 0n ? -top : top;
  const rounded = (2n * magnitude + bottom) / (2n * bottom);
  return top < 0n ? -rounded : rounded;
}

/** Both sides of a decision pass through this (SPEC N3). */
export const decisive = (x: Exact): Exact => roundHalfUp(x, DECISION_PLACES);

/** Toward minus infinity. */
export function floorExact(x: Exact): bigint {
  const { n, d } = parts(x);
  return n >= 0n ? n / d : -((-n + d - 1n) / d);
}

export const ceilExact = (x: Exact): bigint => -floorExact(x.neg());

/** The double nearest to the exact value (ties to even): the only way out to a workbook (SPEC N4). */
export function toDouble(x: Exact): number {
  const { n, d } = parts(x);
  const magnitude = n < 0n ? -n : n;
  // Forty digits and a sticky one, so that reading the text rounds once, correctly.
  const shift = 40 + d.toString().length - magnitude.toString().length;
  const [top, bottom] = shift >= 0 ? [magnitude * 10n ** BigInt(shift), d] : [magnitude, d * 10n ** BigInt(-shift)];
  const double = Number(`${top / bottom}${top % bottom === 0n ? 0 : 1}e${-shift - 1}`);
  return n < 0n ? -double : double;
}

/** Digits after the point of the shortest decimal, at most `limit`; `limit` where the expansion does not end. */
export function decimalPlaces(x: Exact, limit = 20): number {
  let { d } = parts(x);
  let twos = 0;
  let fives = 0;
  for (; d % 2n === 0n; d /= 2n) twos++;
  for (; d % 5n === 0n; d /= 5n) fives++;
  return d === 1n ? Math.min(limit, Math.max(twos, fives)) : limit;
}

/** Plain decimal text rounded half up to `places`, without trailing zeros: "89.61", "5". */
export function decimalText(x: Exact, places: number): string {
  const scaled = roundedUnits(x, places);
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, "");
  return `${scaled < 0n ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}

/** Percent text of a fraction: 69/77 → "89.61%". */
export const percentText = (x: Exact, places = 2): string => `${decimalText(x.mul(100), places)}%`;

/**
 * The sum, exactly. Numbers of one denominator are added first and the groups in pairs, so that ten thousand different
 * denominators do not drag one ever longer fraction from addition to addition.
 */
export function sumExact(numbers: Iterable<Exact>): Exact {
  const numerators = new Map<bigint, bigint>();
  for (const { s, n, d } of numbers) numerators.set(d, (numerators.get(d) ?? 0n) + s * n);
  let sums = [...numerators].map(([d, n]) => ratio(n, d));
  while (sums.length > 1) {
    const pairs: Exact[] = [];
    for (let i = 0; i < sums.length; i += 2) pairs.push((sums[i] ?? ZERO).add(sums[i + 1] ?? ZERO));
    sums = pairs;
  }
  return sums[0] ?? ZERO;
}

/** Below 0, 0 or above 0, as a stands to b; several times as fast as Fraction's own, which reads b anew. */
export function compareExact(a: Exact, b: Exact): number {
  const left = a.s * a.n * b.d;
  const right = b.s * b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export const minExact = (a: Exact, b: Exact): Exact => (compareExact(a, b) <= 0 ? a : b);
export const maxExact = (a: Exact, b: Exact): Exact => (compareExact(a, b) >= 0 ? a : b);

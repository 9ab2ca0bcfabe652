import type { Token } from "numfmt";

/** A number as a format of fractions shows it: 12 1/2, 1/3, 10 where the fraction rounds to nothing or to a whole. */
export interface ShownFraction {
  readonly negative: boolean;
  /** Null where the format has no place for whole numbers: 25/2. */
  readonly whole: number | null;
  readonly numerator: number;
  readonly denominator: number;
}

const DIGITS: ReadonlySet<string> = new Set(["ZERO", "HASH", "QMARK", "DIGIT"]);
/** Longer denominators show more than a score has. */
const MOST_PLACES = 3;

/** Null for a section that shows no fraction, or one of per cent. */
export function shownFraction(section: readonly Token[], value: number): ShownFraction | null {
  const slash = section.findIndex(({ type }) => type === "SLASH");
  if (slash < 1 || section.some(({ type }) => type === "DATETIME" || type === "PERCENT")) return null;
  const below = placesFrom(section.slice(slash + 1));
  const above = placesFrom(section.slice(0, slash).reverse());
  if (below.length === 0 || above.length === 0 || below.length > MOST_PLACES) return null;
  const hasWhole = section.slice(0, slash - above.length).some(({ type }) => DIGITS.has(type));
  const size = Math.abs(value);
  const whole = hasWhole ? Math.floor(size) : 0;
  const fixed = below.some(({ type }) => type === "DIGIT") ? Number(below.map(({ raw }) => raw).join("")) : null;
  if (fixed === 0) return null;
  const nearest = fixed === null ? nearestFraction(size - whole, 10 ** below.length - 1) : ofDenominator(size - whole, fixed);
  const carries = hasWhole && nearest.numerator === nearest.denominator;
  return { negative: value < 0, whole: hasWhole ? whole + (carries ? 1 : 0) : null, ...(carries ? { ...nearest, numerator: 0 } : nearest) };
} // prettier-ignore

/** The placeholders that stand at the beginning. */
function placesFrom(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findIndex(({ type }) => !DIGITS.has(type));
  return end < 0 ? tokens : tokens.slice(0, end);
}

interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

const ofDenominator = (share: number, denominator: number): Fraction => ({
  numerator: Math.round(share * denominator),
  denominator,
});

/** Of equally near ones that with the smallest denominator. */
function nearestFraction(share: number, most: number): Fraction {
  let best = ofDenominator(share, 1);
  const away = ({ numerator, denominator }: Fraction): number => Math.abs(share - numerator / denominator);
  for (let denominator = 2; denominator <= most; denominator++) {
    const found = ofDenominator(share, denominator);
    if (away(found) < away(best) - 1e-12) best = found;
  }
  return best;
}

/** As Excel prints it, without the blanks that line fractions up. */
export function fractionText({ negative, whole, numerator, denominator }: ShownFraction): string {
  const share = numerator === 0 && whole !== null ? "" : `${numerator}/${denominator}`;
  const size = whole === null || (whole === 0 && share !== "") ? share : `${whole} ${share}`.trim();
  return negative && size !== "0" ? `-${size}` : size;
}

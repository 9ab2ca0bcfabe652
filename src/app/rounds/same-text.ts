import { compact } from "../../core/model/text";

/**
 * Whether two typings say the same: blanks, breaks, width of characters, a full stop at the end, zeros behind the point and
 * separators of thousands do not count. A wording that differs in anything else is a change, however small.
 */
export const isSameText = (a: string, b: string): boolean => a === b || sameKey(a) === sameKey(b);

/** What all typings that say the same have in common. */
export const sameKey = (text: string): string =>
  compact(text)
    .replace(/[。.;；]+$/, "")
    .replace(/\d{1,3}(?:,\d{3})+/g, (number) => number.replaceAll(",", ""))
    .replace(/(\d+\.\d*?)0+(?!\d)/g, "$1")
    .replace(/(\d)\.(?!\d)/g, "$1");

/** How alike two names are, 0 to 1: what share of their pairs of characters they have in common (Dice). */
export function likeness(a: string, b: string): number {
  const [left, right] = [pairsOf(a), pairsOf(b)];
  const common = [...left].filter((pair) => right.has(pair)).length;
  return left.size + right.size === 0 ? Number(compact(a) === compact(b)) : (2 * common) / (left.size + right.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const letters = Array.from(compact(text));
  return new Set(letters.slice(1).map((letter, index) => `${letters[index] ?? ""}${letter}`));
}

import { carriesOver, isAside, operatorAt } from "./boundary";
import { unsignedFactorAt } from "./factor";
import { ReadingStopped } from "./problem";
import { hyphenReading } from "./sign";
import { isNameUnit, isOpening, isQuote, isSpace, skipSpaces, type Source } from "./source";
import type { Note } from "./token";

/** Where a name is being read: the formula's own extent, whether a bracket is open, and what was decided on the way. */
export interface NameExtent {
  readonly source: Source;
  readonly from: number;
  readonly to: number;
  readonly nested: boolean;
  readonly notes: Note[];
}

/**
 * Where the name that begins at `at` ends, its first piece having been read up to `from`. Spaces within it, a bracket or a
 * quotation right behind it belong to it: 因公出国（境）费, “三公经费”总额, 在 职人员数.
 */
export function nameEnd(extent: NameExtent, at: number, from: number): number {
  let end = from;
  let i = from;
  while (i < extent.to) {
    const next = pieceEnd(extent, i);
    if (next === null) break;
    if (!isSpace(extent.source.text.charAt(next - 1))) end = next;
    i = next;
  }
  return Math.max(end, at);
}

/** Where the piece at `at` ends (a unit, a bracket, a quotation, a run of spaces); null where the name has ended. */
function pieceEnd(extent: NameExtent, at: number): number | null {
  const { source } = extent;
  const { text, partner } = source;
  const unit = text.charAt(at);
  if (isSpace(unit)) return spaceEnd(extent, at);
  if (isQuote(unit)) return (partner[at] ?? -1) > at ? (partner[at] ?? at) + 1 : null;
  if (isOpening(unit)) return bracketEnd(extent, at);
  if (unit === "-") return hyphenEnd(extent, at);
  if (unit === ".") return /[A-Za-z0-9]\.[A-Za-z0-9]/.test(text.slice(at - 1, at + 2)) ? at + 1 : null;
  if (!isNameUnit(unit) || operatorAt(source, at) || unsignedFactorAt(source, at, extent.to)) return null;
  return at + 1;
}

function spaceEnd({ source, to, nested }: NameExtent, at: number): number | null {
  const { text } = source;
  const next = skipSpaces(text, at, to, nested);
  if (next >= to) return null;
  if (text.charAt(next) === "\n") return carriesOver(source, next, to) ? skipSpaces(text, next, to, true) : null;
  return isAside(text, next) || unsignedFactorAt(source, next, to) ? null : next;
}

function bracketEnd({ source, to }: NameExtent, at: number): number | null {
  const { text, partner, original } = source;
  const close = partner[at] ?? -1;
  if (close < 0) throw new ReadingStopped(at, { why: "bracket-open", bracket: original.charAt(at) });
  if (close >= to) return null;
  if (text.charAt(at) !== "《" && isArithmetic(text.slice(at + 1, close))) {
    throw new ReadingStopped(at, { why: "bracket-arithmetic", text: original.slice(at, close + 1) });
  }
  return close + 1;
}

/** A unit such as 元/人 or a label such as B/A is no arithmetic; (全年预算-全年支出) is. */
export function isArithmetic(inside: string): boolean {
  if (/[*+=]/.test(inside)) return true;
  if (/[^A-Za-z0-9\s]\s*-|-\s*[^A-Za-z0-9\s]/.test(inside)) return true;
  const sides = inside.split("/").map((side) => side.trim());
  return sides.length > 1 && sides.some((side) => side.length > 4 || /[数额率]$/.test(side));
}

function hyphenEnd({ source, from, to, notes }: NameExtent, at: number): number | null {
  const reading = hyphenReading(source, at, from, to);
  if (reading.as === "ambiguous") throw new ReadingStopped(at, { why: "ambiguous-hyphen", text: reading.text });
  if (reading.as === "minus") return null;
  notes.push({ of: "hyphen", text: reading.text });
  return at + 1;
}

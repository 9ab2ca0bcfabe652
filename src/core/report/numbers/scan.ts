import { exactFromText, type Exact } from "../../model/exact";
import { measureOf, type Measure } from "../../model/measure";
import type { Prose, Span } from "../text/prose";
import { ABOUT_WITHIN, NEXT_NUMBER, NO_QUANTITY, NO_UNIT, PEOPLE, SHARED_UNIT, UNIT } from "../words/numbers";

/** A number with its unit, as it stands in the text. */
export interface Figure extends Span {
  readonly number: Exact;
  readonly decimals: number;
  readonly measure: Measure;
  /** 30余万元, 30多人. */
  readonly isAbout: boolean;
}

/** A number that no statement was made of, and why. */
export interface PassedNumber extends Span {
  readonly why: "noUnit" | "parted" | "grouping" | "tooLong";
}

export interface Scanned {
  readonly figures: readonly Figure[];
  readonly passed: readonly PassedNumber[];
}

/** No amount of a report has more digits. */
const MOST_DIGITS = 24;

/** Thousands are parted by commas, or by blanks where a unit follows: 7 963.2万元. */
const NUMBER =
  /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|(?<![\d.] ?)\d{1,3}(?: \d{3})+(?:\.\d+)?(?=[^\d .,])|\d+(?:\.\d+)?/g;

/** Every quantity of the text: dates, document numbers, codes and chapter numbers are none. */
export function scanNumbers(prose: Prose): Scanned {
  const masked = maskOf(prose);
  const figures: Figure[] = [];
  const passed: PassedNumber[] = [];
  for (const match of prose.text.matchAll(NUMBER)) {
    const span = { from: match.index, to: match.index + match[0].length };
    if (masked[span.from]) continue;
    const why = whyUnread(prose, span);
    const unit = why ? null : unitAfter(prose.text, span.to);
    const number = why ? null : exactFromText(match[0].replace(/[, ]/g, ""));
    if (why || !unit || !number) {
      passed.push({ ...span, why: why ?? "noUnit" });
      continue;
    }
    const decimals = (match[0].split(".")[1] ?? "").length;
    const isAbout = ABOUT_WITHIN.test(prose.text.charAt(span.to));
    figures.push({ from: span.from, to: unit.to, number, decimals, measure: unit.measure, isAbout });
  }
  return { figures, passed };
}

function maskOf({ text, sentences }: Prose): Uint8Array {
  const masked = new Uint8Array(text.length);
  for (const pattern of NO_QUANTITY)
    for (const match of text.matchAll(pattern)) masked.fill(1, match.index, match.index + match[0].length);
  // the number of a chapter or of a list
  for (const { from } of sentences) {
    const numbering = /^\(?\d{1,2}(?:\)|[.、](?!\d))/.exec(text.slice(from, from + 6))?.[0];
    if (numbering) masked.fill(1, from, from + numbering.length);
  }
  return masked;
}

/** Digits that a blank parts or that stand at a letter, and 120，130, which may be one number or two, are nobody's. */
function whyUnread({ text, printed }: Prose, { from, to }: Span): PassedNumber["why"] | null {
  const before = text.charAt(from - 1);
  const after = text.charAt(to);
  if (/[\d.]/.test(before) || (before === " " && /\d/.test(text.charAt(from - 2)))) return "parted";
  if ((after === " " && /\d/.test(text.charAt(to + 1))) || (after === "." && /\d/.test(text.charAt(to + 1))))
    return "parted";
  if (to - from > MOST_DIGITS) return "tooLong";
  const digits = printed.slice(from, to);
  if (digits.includes("，") && !digits.includes(".") && !digits.includes("．")) return "grouping";
  if (/[A-Za-z_/]/.test(before)) return "noUnit";
  return null;
}

function unitAfter(text: string, at: number): { readonly measure: Measure; readonly to: number } | null {
  const rest = text.slice(at, at + 8);
  const own = ABOUT_WITHIN.exec(rest)?.[0].length ?? 0;
  const name = NO_UNIT.test(rest.slice(own)) ? undefined : UNIT.exec(rest.slice(own))?.[0];
  if (name !== undefined) return { measure: measureNamed(name), to: at + own + name.length };
  const next = NEXT_NUMBER.exec(text.slice(at, at + 20))?.[0];
  const shared = next === undefined ? undefined : UNIT.exec(text.slice(at + next.length, at + next.length + 8))?.[0];
  return shared === undefined || !SHARED_UNIT.test(shared) ? null : { measure: measureNamed(shared), to: at };
}

function measureNamed(name: string): Measure {
  const people = PEOPLE.has(name) ? "人" : name;
  const measure = measureOf(people);
  if (!measure) throw new RangeError(`not a unit: ${name}`);
  return measure;
}

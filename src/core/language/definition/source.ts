import { canonical, unspaced } from "../../model/text";
import { fractionsInLine } from "./fraction-layout";

/**
 * A text made ready for reading: canonical characters at their original positions, and for every bracket and quotation
 * mark its partner. Built in one pass; a bracket without a partner has -1 (SPEC D1).
 */
export interface Source {
  readonly original: string;
  readonly text: string;
  readonly partner: Int32Array;
  /** The text as the cell prints it, and where the units of `original` stand in it, where fractions were put in a line. */
  readonly printed: string;
  readonly places: readonly number[] | null;
}

/** The place in the printed text of a unit of the text that is read. */
export const placeOf = ({ places, printed, original }: Source, at: number): number =>
  places === null ? at : at >= original.length ? printed.length : (places[at] ?? at);

/** What the cell prints for a stretch of the text that is read. */
export function printedSlice(source: Source, from: number, to: number): string {
  const { original, places, printed } = source;
  if (places === null) return original.slice(from, to);
  const within = places.slice(from, to);
  return printed.slice(
    within.reduce((first, at) => Math.min(first, at), printed.length),
    within.reduce((last, at) => Math.max(last, at), -1) + 1,
  );
}

const CLOSING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{", "》": "《", "〉": "〈" };
const OPENING = new Set(Object.values(CLOSING));
const CLOSERS = new Set(Object.keys(CLOSING));
const BRACKETS = /[()[\]{}《》〈〉]/g;
const QUOTE = '"';
const QUOTE_OPENS = new Set(["“", "「", "『", "„"]);
const QUOTE_CLOSES = new Set(["”", "」", "』"]);

export function prepare(printed: string): Source {
  const inLine = fractionsInLine(printed);
  const original = inLine?.text ?? printed;
  const text = equalsInWords(lineBreaks(original, canonical(original)));
  const partner = new Int32Array(text.length).fill(-1);
  pairBrackets(text, partner);
  pairQuotes(original, text, partner);
  return { original, text, partner, printed, places: inLine?.places ?? null };
}

/** 甲率等于乙除以丙, 甲率为乙除以丙: the sign for the word, of equal length; 大于等于 and 不等于 compare. */
function equalsInWords(text: string): string {
  const signed = text.includes("等于") ? text.replace(/(?<![大小高低不超])等于/g, "= ") : text;
  return signed.includes("除以") ? signed.replace(/(?<=[率比度例重])[为是](?!指)(?=[^。;,:=\n]*除以)/g, "=") : signed;
}

/** The canonical form makes a space of a line break; to a definition the break matters. */
function lineBreaks(original: string, text: string): string {
  if (!/[\n\r\u2028\u2029]/.test(original)) return text;
  let result = "";
  for (let i = 0; i < text.length; i++) result += /[\n\r\u2028\u2029]/.test(original.charAt(i)) ? "\n" : text.charAt(i);
  return result;
}

function pairBrackets(text: string, partner: Int32Array): void {
  const open: number[] = [];
  for (const { 0: unit, index: i } of text.matchAll(BRACKETS)) {
    if (OPENING.has(unit)) open.push(i);
    const wanted = CLOSING[unit];
    const last = open.at(-1);
    if (wanted === undefined || last === undefined || text.charAt(last) !== wanted) continue;
    open.pop();
    partner[i] = last;
    partner[last] = i;
  }
}

/** Quotation marks pair within a line; a pair around an equals sign quotes a whole formula, not a name. */
function pairQuotes(original: string, text: string, partner: Int32Array): void {
  if (!text.includes(QUOTE)) return;
  let open = -1;
  let equalsSince = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    if (unit === "\n") open = -1;
    if (unit === "=") equalsSince = true;
    if (unit !== QUOTE) continue;
    const printed = original.charAt(i);
    const opens = QUOTE_OPENS.has(printed) || (!QUOTE_CLOSES.has(printed) && open < 0);
    if (opens) {
      open = i;
      equalsSince = false;
    } else {
      if (open >= 0 && !equalsSince) {
        partner[i] = open;
        partner[open] = i;
      }
      open = -1;
    }
  }
}

export const isSpace = (unit: string): boolean => unit === " " || unit === "\n";
export const isOpening = (unit: string): boolean => OPENING.has(unit);
export const isClosing = (unit: string): boolean => CLOSERS.has(unit);
export const isQuote = (unit: string): boolean => unit === QUOTE;
/** Brackets that group arithmetic; 《》 only ever belong to names. */
export const isGroupOpening = (unit: string): boolean => unit === "(" || unit === "[" || unit === "{";
export const isAsciiWord = (unit: string): boolean => /^[A-Za-z0-9]$/.test(unit);
export const isDigit = (unit: string): boolean => unit >= "0" && unit <= "9" && unit.length === 1;

/** What a name may consist of: letters of any script (but not Σ and Π, which sum and multiply), figures, and signs that units and titles carry. */
export const isNameUnit = (unit: string): boolean =>
  (unit.length === 1 && unit >= "\u4e00" && unit <= "\u9fff") ||
  /^(?![ΣΠ])[\p{L}\p{M}\p{Nd}\p{Cs}²³_、'《》〈〉&№℃㎡㎥°"]$/u.test(unit);

/** The first position at or after `from` that is no space; line breaks count as space on demand. */
export function skipSpaces(text: string, from: number, to: number, overLines: boolean): number {
  let i = from;
  while (i < to && (text.charAt(i) === " " || (overLines && text.charAt(i) === "\n"))) i++;
  return i;
}

/** The last position before `from` that is no space, or -1. */
export function skipSpacesBack(text: string, from: number): number {
  let i = from - 1;
  while (i >= 0 && isSpace(text.charAt(i))) i--;
  return i;
}

export const printedName = (source: Source, from: number, to: number): string =>
  unspaced(source.original.slice(from, to));

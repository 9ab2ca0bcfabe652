/**
 * One reading of the many forms in which these texts are typed: full-width and half-width, ≦ and ≤, “” and ".
 * Positions are kept: `canonical` maps each UTF-16 unit to exactly one unit (SPEC D1, L1).
 */
const ONE_TO_ONE: Readonly<Record<string, string>> = {
  "≦": "≤", "≧": "≥", "﹤": "<", "﹥": ">", "﹦": "=", "⩽": "≤", "⩾": "≥",
  "【": "[", "】": "]", "〔": "(", "〕": ")", "﹙": "(", "﹚": ")", "「": '"', "」": '"', "『": '"', "』": '"',
  "“": '"', "”": '"', "„": '"', "‟": '"', "＂": '"', "‘": "'", "’": "'",
  "－": "-", "—": "-", "–": "-", "−": "-", "‐": "-", "‑": "-", "‒": "-", "―": "-", "─": "-", "﹣": "-",
  "～": "~", "〜": "~", "∼": "~", "∽": "~", "÷": "/", "∕": "/", "⁄": "/", "×": "*", "✕": "*", "✖": "*", "╳": "*", "⨯": "*", "➗": "/", "╱": "/", "∶": ":", "➕": "+", "➖": "-", "﹡": "*", "∗": "*", "·": "·",
  "、": "、", "。": "。", "﹪": "%", "٪": "%", "℅": "%", "﹢": "+", "：": ":", "；": ";", "，": ",", "．": ".", "｡": "。", "﹐": ",", "､": "、",
}; // prettier-ignore

/** Blanks that a person sees as such: spaces of any width, tabs and line breaks. */
const BLANKS =
  "\t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a" +
  "\u2028\u2029\u202f\u205f\u2800\u3000";

/**
 * What nobody sees and a paste leaves behind (Unicode's Default_Ignorable_Code_Point, control characters and the marks of
 * annotations): the one list of the program (SPEC D1). Ranges of UTF-16 units, both ends included.
 */
const INVISIBLE: readonly (readonly [number, number])[] = [
  [0x0000, 0x0008], [0x000e, 0x001f], [0x007f, 0x0084], [0x0086, 0x009f], [0x00ad, 0x00ad], [0x034f, 0x034f], [0x061c, 0x061c],
  [0x115f, 0x1160], [0x17b4, 0x17b5], [0x180b, 0x180f], [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x206f],
  [0x3164, 0x3164], [0xfe00, 0xfe0f], [0xfeff, 0xfeff], [0xffa0, 0xffa0], [0xfff0, 0xfffb],
]; // prettier-ignore

/** Tags and variation selectors beyond the first plane: pairs of units that no other character begins with. */
const INVISIBLE_PAIRS = /\udb40[\udc00-\udfff]/g;

const UNSEEN = new Uint8Array(0x10000);
for (const [first, last] of INVISIBLE) UNSEEN.fill(1, first, last + 1);

/** The canonical form of every unit by its code: texts of a whole workbook pass through here again and again. */
const CANONICAL = new Uint16Array(0x10000);
for (let code = 0; code < CANONICAL.length; code++)
  CANONICAL[code] = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : UNSEEN[code] ? 0x20 : code;
for (const blank of BLANKS) CANONICAL[blank.charCodeAt(0)] = 0x20;
for (const [unit, form] of Object.entries(ONE_TO_ONE)) CANONICAL[unit.charCodeAt(0)] = form.charCodeAt(0);

/** The text with every unit in its one canonical form; the length never changes. */
export function canonical(printed: string): string {
  const text = printed.includes("\udb40") ? printed.replace(INVISIBLE_PAIRS, "  ") : printed;
  let result = "";
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const form = CANONICAL[code] ?? code;
    if (form === code) continue;
    result += text.slice(kept, i) + String.fromCharCode(form);
    kept = i + 1;
  }
  return kept === 0 ? text : result + text.slice(kept);
}

/** Canonical, without any white space: what two typings of one name have in common. */
export const compact = (text: string): string => canonical(text).replaceAll(" ", "");

/** The text as a person sees it: without what is invisible; blanks and everything else as typed. */
export function visible(printed: string): string {
  let result = "";
  let kept = 0;
  const text = printed.includes("\udb40") ? printed.replace(INVISIBLE_PAIRS, "") : printed;
  for (let i = 0; i < text.length; i++) {
    if (!UNSEEN[text.charCodeAt(i)]) continue;
    result += text.slice(kept, i);
    kept = i + 1;
  }
  return kept === 0 ? text : result + text.slice(kept);
}

/** Without blanks and invisible characters around it, everything else as typed. */
export function trimmed(text: string): string {
  const form = canonical(text);
  let from = 0;
  let to = form.length;
  while (from < to && form.charCodeAt(from) === 0x20) from++;
  while (to > from && form.charCodeAt(to - 1) === 0x20) to--;
  return text.slice(from, to);
}

/** Without white space of any kind, everything else as typed. */
export function unspaced(text: string): string {
  const form = canonical(text);
  if (!form.includes(" ")) return text;
  let result = "";
  for (let i = 0; i < form.length; i++) if (form.charCodeAt(i) !== 0x20) result += text.charAt(i);
  return result;
}

/** Whether a person sees nothing in it. */
export const isBlankText = (text: string): boolean => trimmed(text) === "";

/** Whether a person sees nothing in a cell, whatever its value is. */
export const isBlankValue = (value: unknown): boolean =>
  value === null || (typeof value === "string" && isBlankText(value));

/** Blanks or a break between two digits, or a mark that turns their order round: which number is meant is open (SPEC R40). */
export function hasPartedDigits(text: string): boolean {
  if (/[\u202e\u2067]/.test(text) && /\d[^]*\d/.test(canonical(text))) return true;
  return /\d[.,]? +[.,]?\d/.test(canonical(visible(text)));
}

/** The key by which a quantity's name is looked up: no spaces, quotes or unit in brackets at the end (SPEC D4). */
export const nameKey = (name: string): string =>
  compact(name)
    .replace(/\([^()]*\)$/, (bracket) => (isUnitBracket(bracket) ? "" : bracket))
    .replace(/["'《》]/g, "");

/** 万元, 百万元, 万人, 千公里: any measure, and any number of hundreds or thousands of it. */
const UNIT_WORD =
  /^\((?:单位:)?(?:人民币)?[十百千万亿]{0,2}(?:元|人次|人|名|个|项|户|次|天|日|月|年|公里|千米|米|m|km|平方米|平方公里|㎡|m2|立方米|m3|亩|公顷|吨|公斤|千克|kg|套|台|辆|件|份|篇|期|场|家|处|座|%|百分比|‰|分|小时)\)$/i;

const isUnitBracket = (bracket: string): boolean => UNIT_WORD.test(bracket);

/**
 * One reading of the many forms in which these texts are typed: full-width and half-width, ≦ and ≤, “” and ".
 * Positions are kept: `canonical` maps each UTF-16 unit to exactly one unit (SPEC D1, L1).
 */
const ONE_TO_ONE: Readonly<Record<string, string>> = {
  "≦": "≤", "≧": "≥", "﹤": "<", "﹥": ">", "﹦": "=", "⩽": "≤", "⩾": "≥",
  "【": "[", "】": "]", "〔": "(", "〕": ")", "﹙": "(", "﹚": ")", "「": '"', "」": '"', "『": '"', "』": '"',
  "“": '"', "”": '"', "„": '"', "‟": '"', "＂": '"', "‘": "'", "’": "'",
  "－": "-", "—": "-", "–": "-", "−": "-", "‐": "-", "‑": "-", "‒": "-", "―": "-", "─": "-", "﹣": "-",
  "～": "~", "〜": "~", "∼": "~", "∽": "~", "÷": "/", "∕": "/", "⁄": "/", "×": "*", "✕": "*", "✖": "*", "╳": "*", "﹡": "*", "∗": "*", "·": "·",
  "、": "、", "。": "。", "﹪": "%", "٪": "%", "﹢": "+", "：": ":", "；": ";", "，": ",", "．": ".", "｡": "。", "﹐": ",", "､": "、",
}; // prettier-ignore

/** White space of any kind, also the invisible ones that a paste leaves behind. */
const SPACES =
  "\t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d" +
  "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff";

/** The canonical form of every unit by its code: texts of a whole workbook pass through here again and again. */
const CANONICAL = new Uint16Array(0x10000);
for (let code = 0; code < CANONICAL.length; code++)
  CANONICAL[code] = code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
for (const space of SPACES) CANONICAL[space.charCodeAt(0)] = 0x20;
for (const [unit, form] of Object.entries(ONE_TO_ONE)) CANONICAL[unit.charCodeAt(0)] = form.charCodeAt(0);

/** The text with every unit in its one canonical form; the length never changes. */
export function canonical(text: string): string {
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

/** The key by which a quantity's name is looked up: no spaces, quotes or unit in brackets at the end (SPEC D4). */
export const nameKey = (name: string): string =>
  compact(name)
    .replace(/\([^()]*\)$/, (bracket) => (isUnitBracket(bracket) ? "" : bracket))
    .replace(/["'《》]/g, "");

const UNIT_WORD =
  /^\((?:单位:)?(?:亿元|万元|千元|百元|元|人次|人|名|个|项|户|次|天|日|月|年|公里|千米|米|m|km|平方米|平方公里|㎡|m2|立方米|m3|亩|公顷|吨|公斤|千克|kg|套|台|辆|件|份|篇|期|场|家|处|座|%|百分比|‰|分|小时)\)$/i;

const isUnitBracket = (bracket: string): boolean => UNIT_WORD.test(bracket);

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

const canonicalUnit = (unit: string): string => {
  const known = ONE_TO_ONE[unit];
  if (known !== undefined) return known;
  const code = unit.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return isSpace(unit) ? " " : unit;
};

/** White space of any kind, also the invisible ones that a paste leaves behind. */
const isSpace = (unit: string): boolean => /\s|\u200b|\u200c|\u200d|\u2060/.test(unit);

/** Every unit that has another form; texts of a whole workbook pass through here, and most units stay as they are. */
const CHANGES = new RegExp(
  `[${Object.keys(ONE_TO_ONE)
    .join("")
    .replace(/[\\\]^-]/g, "\\$&")}\\uff01-\\uff5e\\s\\u200b\\u200c\\u200d\\u2060]`,
  "g",
);

/** The text with every unit in its one canonical form; the length never changes. */
export const canonical = (text: string): string => text.replace(CHANGES, canonicalUnit);

/** Canonical, without any white space: what two typings of one name have in common. */
export const compact = (text: string): string => canonical(text).replaceAll(" ", "");

/** As `compact`, with the position in the original text of each remaining unit. */
export function compactWithPositions(text: string): { readonly text: string; readonly positions: readonly number[] } {
  let result = "";
  const positions: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = canonicalUnit(text.charAt(i));
    if (unit === " ") continue;
    result += unit;
    positions.push(i);
  }
  return { text: result, positions };
}

/** The key by which a quantity's name is looked up: no spaces, quotes or unit in brackets at the end (SPEC D4). */
export const nameKey = (name: string): string =>
  compact(name)
    .replace(/\([^()]*\)$/, (bracket) => (isUnitBracket(bracket) ? "" : bracket))
    .replace(/["'《》]/g, "");

const UNIT_WORD =
  /^\((?:单位:)?(?:亿元|万元|千元|百元|元|人次|人|名|个|项|户|次|天|日|月|年|公里|千米|米|m|km|平方米|平方公里|㎡|m2|立方米|m3|亩|公顷|吨|公斤|千克|kg|套|台|辆|件|份|篇|期|场|家|处|座|%|百分比|‰|分|小时)\)$/i;

const isUnitBracket = (bracket: string): boolean => UNIT_WORD.test(bracket);

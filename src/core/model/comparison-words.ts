/** Words that compare with the number behind them: the one list for targets, standards and conditions (SPEC C9). */
export type CompareOperator = ">=" | ">" | "<=" | "<" | "=";

const words = (text: string): readonly string[] => text.split(/\s+/);
const joined = (heads: readonly string[], tails: readonly string[]): readonly string[] =>
  heads.flatMap((head) => tails.map((tail) => head + tail));

const MORE = words("大于 高于 超过 多于");
const LESS = words("小于 低于 少于");
/** 不得超过, 未低于: a bound that is denied is the other one, its own value included. */
const DENIED = words("不 未 没有 不得 不能 不能够 不会 不应 不应当 不应该 不可 不可以 不允许 不准 不许 不宜");
const OR_EQUAL = words("等于 或等于 或者等于 和等于");
const EQUAL_OR = words("等于或 等于或者");

/** Signs and words of two quantities, that keep their sense wherever they stand in a text. */
const ANYWHERE: Readonly<Record<CompareOperator, readonly string[]>> = {
  ">=": [...words(">= => ≥ ≮"), ...joined(MORE, OR_EQUAL), ...joined(EQUAL_OR, MORE), ...joined(DENIED, LESS)],
  "<=": [...words("<= =< ≤ ≯"), ...joined(LESS, OR_EQUAL), ...joined(EQUAL_OR, LESS), ...joined(DENIED, MORE)],
  ">": [">", ...MORE],
  "<": ["<", ...LESS],
  "=": words("= 等于"),
};

/** Right before a number they compare; elsewhere they may be part of a name or a sentence: 超支, 不足部分, 控制在. */
const BEFORE_NUMBER: Readonly<Record<CompareOperator, readonly string[]>> = {
  ">=": words("至少 至少达到 达到 达到或超过 达到或高于 达到和超过 达"),
  "<=": [...words("至多 控制在 不突破"), ...joined(DENIED, words("超出 超"))],
  ">": words("超出 超 突破"),
  "<": words("不足 不满 未满 未达到 未达 达不到 不到 没有达到 没达到 未能达到 未到 不达"),
  "=": [],
};

const COMPARISONS: readonly CompareOperator[] = [">=", "<=", ">", "<", "="];

/** The words, without signs, that compare with a number behind them. */
export const comparisonWords = (op: CompareOperator): readonly string[] =>
  [...ANYWHERE[op], ...BEFORE_NUMBER[op]].filter((word) => /^[\u4e00-\u9fff]/.test(word));

const meanings = (
  lists: readonly Readonly<Record<CompareOperator, readonly string[]>>[],
): ReadonlyMap<string, CompareOperator> =>
  new Map(lists.flatMap((list) => COMPARISONS.flatMap((op) => list[op].map((word) => [word, op] as const))));

const TWO_SIDED = meanings([ANYWHERE]);
const EVERY = meanings([ANYWHERE, BEFORE_NUMBER]);

/** A pattern's alternatives, longest first, so that 不大于 is never taken for its 大于. */
const alternatives = (list: ReadonlyMap<string, CompareOperator>): string =>
  [...list.keys()].toSorted((a, b) => b.length - a.length).join("|");

/** The comparisons of two quantities as alternatives of a pattern; `comparisonOf` says what each means. */
export const COMPARED = alternatives(TWO_SIDED);
/** Every comparison as alternatives of a pattern, for right before a number. */
export const COMPARISON = alternatives(EVERY);
export const comparisonOf = (word: string): CompareOperator | null => EVERY.get(word) ?? null;

const INSIDE = new RegExp(COMPARED, "g");
const LONGEST = [...EVERY.keys()].reduce((most, { length }) => Math.max(most, length), 0);

/** The comparison with which a text ends, by its longest word; null where it ends with none. */
export function comparisonAtEnd(text: string): { readonly op: CompareOperator; readonly word: string } | null {
  for (let length = Math.min(LONGEST, text.length); length > 0; length--) {
    const word = text.slice(-length);
    const op = EVERY.get(word);
    if (op) return { op, word };
  }
  return null;
}

/** Every comparison of two quantities in a text, each by its longest word. */
export const comparisonsIn = (text: string): readonly CompareOperator[] =>
  [...text.matchAll(INSIDE)].flatMap(([word]) => TWO_SIDED.get(word) ?? []);

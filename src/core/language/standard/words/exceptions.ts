import type { Edit } from "./letters";

/** A case that the text leaves out of what it says. */
export interface Exception {
  readonly words: string;
  /** 由于不可抗力导致的不扣分: it keeps the marks; else what it is worth is not said. */
  readonly keeps: boolean;
}

/** Words of a case: no number, no comparison, no score. */
const CASE = "[^,;。()\\d≥≤<>=%*/:得扣]{2,24}?";
/** What is special, or other, the text does not say. */
const VAGUE = /^(?:特殊|个别|其他|其它|另有)/;

const PATTERNS: readonly { readonly find: RegExp; readonly keeps: boolean }[] = [
  // …，因不可抗力未完成的除外; （政策性调整除外）
  { find: new RegExp(`[,;。]?\\((${CASE})的?(?:除外|例外)\\)`, "g"), keeps: false },
  { find: new RegExp(`[,;。](?:但|但是)?,?(${CASE})的?(?:除外|例外)(?=[,;。]|$)`, "g"), keeps: false },
  // 除不可抗力因素外，…
  { find: new RegExp(`(?<=^|[;。,])除(?!此|上述|以上)(${CASE})(?:以外|之外|外)(?:的)?,`, "g"), keeps: false },
  // 每发现1项扣1分，已整改的不扣分
  {
    find: new RegExp(`(?<=(?:扣[除减]?|减)\\d[^;。]*)[,;。](${CASE})的,?(?:不扣分|不予扣分)(?=[,;。]|$)`, "g"),
    keeps: true,
  },
  // 由于不可抗力导致的不扣分
  {
    find: new RegExp(
      `[,;。](?:但|但是)?,?((?:因|由于|受|遇)${CASE})的?,?(?:可以?|均|则)?(?:不扣分|不予扣分|不作扣分)(?=[,;。]|$)`,
      "g",
    ),
    keeps: true,
  },
];

/** The one exception that a text prints, and the stretch to be left out; null for none, several, or one that is not named. */
export function exceptionOf(text: string): { readonly exception: Exception; readonly edit: Edit } | null {
  const found = PATTERNS.flatMap(({ find, keeps }) =>
    [...text.matchAll(find)].map(({ 0: whole, 1: words = "", index }) => ({
      exception: { words, keeps },
      edit: { at: index, end: index + whole.length, text: "" },
    })),
  );
  const [only, ...more] = found.filter(({ edit }, i) => found.findIndex((other) => other.edit.at === edit.at) === i);
  return only && more.length === 0 && !VAGUE.test(only.exception.words) ? only : null;
}

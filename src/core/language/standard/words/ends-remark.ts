import type { Span } from "./token";

/** What a remark says of every end that is not marked by itself: （区间含下限不含上限）. */
export interface EndsRemark {
  readonly span: Span;
  readonly low: boolean;
  readonly high: boolean;
}

const ALL_RANGES = "(?:注:)?(?:以上|上述|上列|各|所有|所列)(?:各)?(?:个)?(?:区间|分段|档次|档|范围)(?:值)?(?:均|都)?";

const FORMS: readonly (readonly [RegExp, { readonly low: boolean; readonly high: boolean }])[] = [
  [
    /\(?(?:注:)?(?:以上|上述|上列|各|所有|所列)?(?:各)?(?:区间|分段|档次|档|比例)?(?:均|都)?(?:含|包含|包括)下限(?:值)?,?(?:不含|不包含|不包括)上限(?:值)?\)?/,
    { low: true, high: false },
  ],
  [
    /\(?(?:注:)?(?:以上|上述|上列|各|所有|所列)?(?:各)?(?:区间|分段|档次|档|比例)?(?:均|都)?(?:(?:含|包含|包括)上限(?:值)?,?(?:不含|不包含|不包括)下限|(?:不含|不包含|不包括)下限(?:值)?,?(?:含|包含|包括)上限)(?:值)?\)?/,
    { low: false, high: true },
  ],
  [
    /\(?(?:注:)?(?:本(?:表|指标)?(?:所称)?)?"?以上"?(?:均|都)?(?:含|包含|包括)本数,?"?以下"?(?:均|都)?(?:不含|不包含|不包括)本数\)?/,
    { low: true, high: false },
  ],
  // of one end only, where all ranges are named
  [new RegExp(`\\(?${ALL_RANGES}(?:含|包含|包括)上限(?:值)?\\)?(?=[,;。)]|$)`), { low: false, high: true }],
  [new RegExp(`\\(?${ALL_RANGES}(?:含|包含|包括)下限(?:值)?\\)?(?=[,;。)]|$)`), { low: true, high: false }],
];

/** （以上含本数，以下不含本数）: settles the ends that the bands leave open; null where the text has no such remark. */
export function readEndsRemark(text: string): EndsRemark | null {
  if (!/[上下]限|本数/.test(text)) return null;
  for (const [pattern, ends] of FORMS) {
    const match = pattern.exec(text);
    if (match) return { span: { at: match.index, end: match.index + match[0].length }, ...ends };
  }
  return null;
}

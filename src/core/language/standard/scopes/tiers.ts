import { decimalText, maxExact, ONE, ratio, ZERO, type Exact } from "../../../model/exact";
import type { Bound, Ordinal, Tiers } from "../../../rules/clause";
import type { Ambiguity } from "../../../rules/rule";
import { ambiguities } from "../words/ambiguity";
import { inputName, mustReach, type Frame } from "./frame";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import type { NumberToken, Token } from "../words/token";
import { COUNT, TIER_EDGES, TIER_JOINING, TIER_LEAD, TIER_TAIL } from "../words/award-words";

/** 优、良、中、差四档，分别得5、4、3、0分 or 分别按100-80%（含）、80-50%（含）、50-0%: names first, then as many amounts. */
export function readRespectively(tokens: readonly Token[], frame: Frame): Tiers | Ordinal | null {
  const cut = tokens.findIndex(({ type }) => type === "respectively");
  if (cut < 0) return null;
  const at = tokens[cut]?.at ?? 0;
  const behind = tokens.slice(cut + 1);
  if (!behind.some(({ type }) => type === "number")) return null;
  const names = namesIn(tokens.slice(0, cut), frame.text);
  const spans = spansIn(behind);
  if (spans) {
    if (names && names.length !== spans.length) return refuse(at, problems.tiers);
    return tiersOf(names ?? defaultNames(spans.length), spans, frame, at);
  }
  const scores = scoresIn(behind, frame);
  if (!scores) return null;
  if (names?.length !== scores.length) return refuse(at, problems.tiers);
  mustReach(scores.reduce(maxExact, ZERO), frame, at);
  return {
    kind: "ordinal",
    choice: { name: inputName("", frame, "档次"), type: "choice", unit: null, options: names },
    scores,
  };
}

const defaultNames = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `第${"一二三四五六七八九"[i] ?? String(i + 1)}档`);

/** The names between 分为 and 三档, or simply the list before 分别. */
function namesIn(tokens: readonly Token[], text: string): string[] | null {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return null;
  const words = text.slice(first.at, last.end).replace(/[,:]+$/, "");
  const count = COUNT.exec(words);
  const list = (count ? words.slice(0, count.index) : words).replace(/["“”]/g, "");
  const names = list
    .split("、")
    .map((name, i) => (i === 0 ? name.replace(TIER_LEAD, "") : name).replace(TIER_EDGES, ""));
  const parts = names
    .flatMap((name, i) => (i === names.length - 1 ? name.split(TIER_JOINING) : [name]))
    .map((name) => name.replace(TIER_TAIL, ""));
  if (parts.length < 2 || parts.some((name) => name === "" || name.length > 40 || /\d/.test(name))) return null;
  return parts;
}

interface Share {
  readonly low: Bound;
  readonly high: Bound;
}

const isNumber = (token: Token | undefined): token is NumberToken & Token => token?.type === "number";

/** 100-80%（含）、80-50%（含）、50-0%: descending shares of the mark that touch. */
function spansIn(tokens: readonly Token[]): Share[] | null {
  const spans: { a: NumberToken; aClosed: boolean | null; b: NumberToken; bClosed: boolean | null }[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const a = tokens[i];
    if (!isNumber(a)) continue;
    let next = i + 1;
    let aClosed: boolean | null = null;
    const ends = tokens[next];
    if (ends?.type === "ends") {
      aClosed = ends.closed;
      next++;
    }
    if (tokens[next]?.type !== "dash") return spans.length > 0 ? refuse(a.at, problems.tiers) : null;
    const b = tokens[next + 1];
    if (!isNumber(b)) return null;
    const tail = tokens[next + 2];
    const bClosed = tail?.type === "ends" ? tail.closed : null;
    spans.push({ a, aClosed, b, bClosed });
    i = next + (bClosed === null ? 1 : 2);
  }
  if (spans.length < 2) return null;
  return closeSpans(
    spans.map(({ a, aClosed, b, bClosed }) =>
      share(a, b).compare(share(b, a)) >= 0
        ? { high: share(a, b), highClosed: aClosed, low: share(b, a), lowClosed: bClosed, at: a.at }
        : { high: share(b, a), highClosed: bClosed, low: share(a, b), lowClosed: aClosed, at: a.at },
    ),
  );
}

/** A share of the mark; 100 in 100-80% takes its neighbour's percent sign. */
function share(of: NumberToken, beside: NumberToken): Exact {
  if (of.unit.of === "rate") return of.value;
  if (of.unit.of === "none" && (beside.unit.of === "rate" || beside.unit.of === "none"))
    return of.value.div(beside.unit.of === "rate" ? ratio(100) : ONE);
  return refuse(of.at, problems.tiers);
}

export interface OpenSpan {
  readonly high: Exact;
  readonly highClosed: boolean | null;
  readonly low: Exact;
  readonly lowClosed: boolean | null;
  readonly at: number;
}

/**
 * Adjacent tiers share an end: it belongs to the better tier unless the text says otherwise. Tiers that leave scores out
 * between them (9-10分, 7-8分) hold both their ends.
 */
export function closeSpans(spans: readonly OpenSpan[]): Share[] {
  return spans.map(({ high, highClosed, low, lowClosed, at }, i) => {
    const above = spans[i - 1];
    const below = spans[i + 1];
    if (low.compare(high) > 0 || low.compare(ZERO) < 0 || high.compare(ONE) > 0) refuse(at, problems.tiers);
    if (above && above.low.compare(high) < 0) refuse(at, problems.tiers);
    if (i === 0 && !high.equals(ONE)) refuse(at, problems.tiers);
    const touchesAbove = above?.low.equals(high);
    const touchesBelow = below?.high.equals(low);
    const highIs = above && touchesAbove ? !(above.lowClosed ?? highClosed !== true) : (highClosed ?? true);
    const lowIs = lowClosed ?? (below && touchesBelow ? below.highClosed !== true : true);
    return { low: { value: low, closed: lowIs }, high: { value: high, closed: highIs } };
  });
}

/** The scores between two tiers that belong to neither, named (SPEC L5). */
export const tierGaps = ({ tiers, mark }: Tiers): Ambiguity[] =>
  tiers.flatMap(({ low }, i) => {
    const below = tiers[i + 1];
    if (!below || below.high.value.equals(low.value)) return [];
    const text = (share: Exact): string => `${decimalText(share.mul(mark), 4)}分`;
    return [ambiguities.tierGap(text(below.high.value), text(low.value))];
  });

export function tiersOf(names: readonly string[], spans: readonly Share[], frame: Frame, at: number): Tiers {
  if (names.length !== spans.length) return refuse(at, problems.tiers);
  const tiers = spans.map((span, i) => ({ name: names[i] ?? "", ...span }));
  const choice = { name: inputName("", frame, "档次"), type: "choice", unit: null, options: [...names] } as const;
  return {
    kind: "tiers",
    choice,
    mark: frame.full,
    tiers,
    awarded: { name: `${choice.name}评定得分`, type: "amount", unit: "分" },
  };
}

/** 5、4、3、0分 or 100%、80%、60%、0. */
function scoresIn(tokens: readonly Token[], frame: Frame): Exact[] | null {
  const allowed: ReadonlySet<string> = new Set([
    "number",
    "pause",
    "comma",
    "verb",
    "word",
    "weight",
    "score",
    "zero",
    "by",
  ]);
  if (tokens.some(({ type }) => !allowed.has(type))) return null;
  const numbers = tokens.filter(isNumber);
  const last = numbers.at(-1);
  if (!last) return null;
  const byRate = numbers.some(({ unit }) => unit.of === "rate");
  const odd =
    byRate &&
    numbers.find(
      ({ unit, value }) =>
        unit.of !== "rate" && !(unit.of === "none" && (value.equals(ZERO) || last.unit.of === "rate")),
    );
  if (odd) return refuse(odd.at, problems.tiers);
  return numbers.map((token) => {
    if (byRate) return frame.full.mul(token.unit.of === "none" ? token.value.div(100) : token.value);
    if (token.unit.of === "rate" || token.unit.of === "counter") return refuse(token.at, problems.tiers);
    return token.value;
  });
}

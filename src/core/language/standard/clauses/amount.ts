import { ZERO, type Exact } from "../../../model/exact";
import type { Token } from "../words/token";
import type { Amount } from "./tree";

/** What a score phrase says, and the index of the token after it. */
export interface Outcome {
  readonly act: "award" | "deduct" | "bonus";
  readonly amount: Amount;
  readonly next: number;
  /** 各得1分. */
  readonly all?: boolean;
}

const marks = (value: Exact, per: string | null = null): Amount => ({ type: "marks", value, per });
const NOTHING: Amount = marks(ZERO);

/** The score phrase that begins at token `i`: 计5分, 得满分, 不得分, 得分值的80%, 扣分值的5%, a bare 5分. */
export function outcomeAt(tokens: readonly Token[], i: number): Outcome | null {
  const token = tokens[i];
  if (!token) return null;
  switch (token.type) {
    case "zero":
      return { act: "award", amount: NOTHING, next: i + 1 };
    case "keep":
      return { act: "award", amount: { type: "full", stated: null }, next: i + 1 };
    case "full":
      return fullAt(tokens, i);
    case "verb":
      return withAll(verbAt(tokens, i, token.act), token.all);
    case "number":
      return bracketedRange(tokens, i) ?? headedRange(tokens, i) ?? leadingRange(tokens, i) ?? bareAt(tokens, i);
    default:
      return null;
  }
}

const withAll = (outcome: Outcome | null, all: boolean): Outcome | null => outcome && { ...outcome, all };

const isMarks = (token: Token | undefined): token is NumberOf =>
  token?.type === "number" && token.unit.of === "marks" && !token.spread;
const isShare = (token: Token | undefined): token is NumberOf =>
  token?.type === "number" && token.unit.of === "rate" && !token.spread;

/** 满分, 得满分5分, 满分（5分）; 满分的80% is a share. */
function fullAt(tokens: readonly Token[], i: number): Outcome | null {
  const share = shareAfter(tokens, i + 1);
  if (share) return { act: "award", ...share };
  const bracketed = tokens[i + 1]?.type === "open" && isMarks(tokens[i + 2]) && tokens[i + 3]?.type === "close";
  const stated = bracketed ? tokens[i + 2] : tokens[i + 1];
  const full = (value: Exact | null, next: number): Outcome => ({
    act: "award",
    amount: { type: "full", stated: value },
    next,
  });
  if (isMarks(stated)) return full(stated.value, bracketed ? i + 4 : i + 2);
  return full(null, i + 1);
}

/** [的] 80% after 分值. */
function shareAfter(tokens: readonly Token[], i: number): { amount: Amount; next: number } | null {
  const link = tokens[i];
  const at = link?.type === "word" && link.text === "的" ? i + 1 : i;
  const number = tokens[at];
  return isShare(number) ? { amount: { type: "share", share: number.value }, next: at + 1 } : null;
}

function verbAt(tokens: readonly Token[], i: number, act: Outcome["act"]): Outcome | null {
  const first = tokens[i + 1];
  if (first?.type === "weight") {
    const linked = tokens[i + 2];
    const shares = rangeOfShares(tokens, linked?.type === "word" && linked.text === "的" ? i + 3 : i + 2);
    if (shares) return { act, ...shares };
    const share = shareAfter(tokens, i + 2);
    return share && { act, ...share };
  }
  if (first?.type === "full") {
    const outcome = fullAt(tokens, i + 1);
    return outcome && { ...outcome, act };
  }
  if (first?.type !== "number" || first.spread) return null;
  const range = rangeOfShares(tokens, i + 1) ?? rangeOfMarks(tokens, i + 1);
  if (range) return { act, ...range };
  if (first.unit.of === "marks") return { act, amount: marks(first.value, first.unit.per), next: i + 2 };
  if (first.unit.of !== "rate") return null;
  const weight = tokens[i + 2];
  const linked = weight?.type === "word" && weight.text === "的" ? tokens[i + 3] : undefined;
  const next = weight?.type === "weight" ? i + 3 : linked?.type === "weight" ? i + 4 : i + 2;
  return { act, amount: { type: "share", share: first.value }, next };
}

/** 得3-5分, 得8（含）-10分. */
function rangeOfMarks(tokens: readonly Token[], i: number): { amount: Amount; next: number } | null {
  const ends = endsOfRange(tokens, i);
  if (!ends || ends.first.unit.of === "rate" || ends.last.unit.of === "rate") return null;
  return { amount: rangeAmount(ends.first.value, ends.last.value, ends, false), next: ends.next };
}

/** 9-10分: of marks that say so, not 9-10 alone. */
const rangeInMarks = (tokens: readonly Token[], i: number): { amount: Amount; next: number } | null =>
  isMarks(endsOfRange(tokens, i)?.last) ? rangeOfMarks(tokens, i) : null;

/** 得90%-100%的分值, 得分值的80-90%, 100%-80%（含）分值. */
export function rangeOfShares(tokens: readonly Token[], i: number): { amount: Amount; next: number } | null {
  const ends = endsOfRange(tokens, i);
  if (!ends || !isShare(ends.last)) return null;
  const { first, last, next } = ends;
  if (first.unit.of !== "rate" && first.unit.of !== "none") return null;
  const other = first.unit.of === "rate" ? first.value : first.value.div(100);
  const linked = tokens[next]?.type === "word" && tokens[next + 1]?.type === "weight";
  const to = tokens[next]?.type === "weight" ? next + 1 : linked ? next + 2 : next;
  return { amount: rangeAmount(other, last.value, ends, true), next: to };
}

type NumberOf = Extract<Token, { type: "number" }>;

interface RangeEnds {
  readonly first: NumberOf;
  readonly last: NumberOf;
  readonly firstClosed: boolean | null;
  readonly lastClosed: boolean | null;
  readonly next: number;
}

/** Two numbers with a dash between them, either with its （含）. */
function endsOfRange(tokens: readonly Token[], i: number): RangeEnds | null {
  const first = tokens[i];
  const mark = tokens[i + 1];
  const dash = mark?.type === "ends" ? i + 2 : i + 1;
  const last = tokens[dash + 1];
  if (first?.type !== "number" || tokens[dash]?.type !== "dash" || last?.type !== "number") return null;
  const tail = tokens[dash + 2];
  return {
    first,
    last,
    firstClosed: mark?.type === "ends" ? mark.closed : null,
    lastClosed: tail?.type === "ends" ? tail.closed : null,
    next: tail?.type === "ends" ? dash + 3 : dash + 2,
  };
}

const rangeAmount = (a: Exact, b: Exact, { firstClosed, lastClosed }: RangeEnds, shares: boolean): Amount =>
  a.compare(b) <= 0
    ? { type: "range", low: a, high: b, shares, lowClosed: firstClosed, highClosed: lastClosed }
    : { type: "range", low: b, high: a, shares, lowClosed: lastClosed, highClosed: firstClosed };

/** 显著（8-10分）. */
function bracketedRange(tokens: readonly Token[], i: number): Outcome | null {
  if (tokens[i - 1]?.type !== "open") return null;
  const range = rangeInMarks(tokens, i);
  if (!range || tokens[range.next]?.type !== "close") return null;
  // 优秀（90-100分）得5分: the range in brackets is the condition
  return outcomeAt(tokens, range.next + 1) === null ? { act: "award", ...range } : null;
}

/** 优秀：9-10分；: a range of marks that nothing but the end of its statement follows. */
export function headedRange(tokens: readonly Token[], i: number): Outcome | null {
  const range = tokens[i - 1]?.type === "colon" ? rangeInMarks(tokens, i) : null;
  if (!range) return null;
  const after = tokens[range.next];
  if (after && !["stop", "marker", "comma"].includes(after.type)) return null;
  if (after?.type === "comma" && outcomeAt(tokens, range.next + 1) !== null) return null;
  return { act: "award", ...range };
}

/** 8（含）—10分：效果显著, 80%-100%分值：…: the tier before its words. */
function leadingRange(tokens: readonly Token[], i: number): Outcome | null {
  const before = tokens[i - 1];
  if (before && !["stop", "marker", "break"].includes(before.type)) return null;
  const shares = rangeOfShares(tokens, i);
  const ofTheMark = shares && tokens[shares.next - 1]?.type === "weight" ? shares : null;
  const range = rangeInMarks(tokens, i) ?? ofTheMark;
  return range && tokens[range.next]?.type === "colon" ? { act: "award", ...range } : null;
}

const AFTER_BARE: ReadonlySet<string> = new Set([
  "comma",
  "stop",
  "close",
  "marker",
  "tail",
  "number",
  "rest",
  "break",
  "colon",
  "compare",
  "cap",
  "limit",
  "pause",
]);
const BEFORE_BARE: ReadonlySet<string> = new Set(["dash", "compare", "each", "total", "limit", "operator", "equals"]);

/** A score without a verb: 无结余，3分. Not 90分以上, 80-90分, ≥90分. */
function bareAt(tokens: readonly Token[], i: number): Outcome | null {
  const number = tokens[i];
  if (!isMarks(number)) return null;
  const before = tokens[i - 1];
  if (before && BEFORE_BARE.has(before.type)) return null;
  const after = tokens[i + 1];
  if (after && !AFTER_BARE.has(after.type)) return null;
  if (after?.type === "comma" && outcomeAt(tokens, i + 2) !== null) return null;
  if (after?.type === "colon" && before !== undefined && before.type !== "open" && before.type !== "stop") return null;
  return {
    act: "award",
    amount: marks(number.value, number.unit.of === "marks" ? number.unit.per : null),
    next: i + 1,
  };
}

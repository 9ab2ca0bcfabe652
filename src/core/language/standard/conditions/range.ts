import type { Exact } from "../../../model/exact";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { type Limit, named, type Part, partsOf } from "./range-parts";
import { readSubject, type Subject } from "./subject";
import { RATE_NAME } from "../words/case-words";
import { DEED, SPANS } from "../words/point-words";
import { UP_TO_AIM } from "../words/range-words";
import type { CompareOperator } from "../../../model/comparison-words";
import { MIRROR, type Token, type Unit } from "../words/token";

/** One end of a printed range. `closed` is null where the text does not say whether the end belongs to it. */
interface End {
  readonly value: Exact;
  readonly unit: Unit;
  readonly closed: boolean | null;
  /** The other end of the same range is said to belong to it (80%（含）-90%), which leaves this one out. */
  readonly implied?: boolean;
}

/** A numeric condition: 80%（含）-90%, ≥90%, 90%>X≥80%, ±5%以内. */
export interface Range {
  readonly subject: Subject | null;
  readonly low: End | null;
  readonly high: End | null;
  /** ±5%. */
  readonly spread?: boolean;
  /** 100% alone: the text gives one value and no comparison. */
  readonly point: boolean;
}

/** Reads a numeric condition; null where the condition holds no comparison or range and must be words. */
export function readRange(condition: readonly Token[]): Range | null {
  // (90%,100%]: signs of open and closed ends that this language does not tell apart
  const interval = condition.findIndex(
    (token, i) => isPlain(token) && condition[i + 1]?.type === "comma" && isPlain(condition[i + 2]),
  );
  if (interval >= 0) refuse(condition[interval]?.at ?? 0, problems.condition);
  const parts = partsOf(condition);
  if (parts === null) return null;
  const limits = parts.flatMap((part) => (part.is === "limit" ? [named(part.limit, parts)] : []));
  const [first, second] = limits;
  if (!first || limits.length > 2) return null;
  const said = subjectOf(parts);
  if (said === "unknown") return null;
  const subject = said && withoutAim(said, first.token.unit);
  const turned = parts.flatMap((part) => (part.is === "turned" ? [part.op] : []));
  if (turned.length > 1) return null;
  if (!second)
    return oneLimit(
      first,
      turned[0] ?? null,
      subject,
      parts.some((part) => part.is === "dash"),
    );
  const dash = parts.some((part) => part.is === "dash");
  return twoLimits(first, second, turned[0] ?? null, dash, subject, condition[0]?.at ?? 0);
}

const isPlain = (token: Token | undefined): boolean =>
  token?.type === "number" && (token.unit.of === "rate" || token.unit.of === "none");

/** The words around the numbers: a subject before them, the X of a chain, and little words that say nothing. */
function subjectOf(parts: readonly Part[]): Subject | null | "unknown" {
  let subject = null as Subject | null;
  for (const [i, part] of parts.entries()) {
    if (part.is !== "text") continue;
    const trails = i === parts.length - 1 && parts[i - 1]?.is !== "turned";
    const position = i === 0 ? "lead" : trails ? "trail" : "inner";
    const taken = trails && i > 0 && subject?.absolute !== true ? doneWithin(part.tokens, parts) : null;
    if (taken !== null) {
      subject = { name: `${subject?.name ?? ""}${taken}`, absolute: false, at: subject?.at ?? 0 };
      continue;
    }
    const read = readSubject(part.tokens, position);
    if (read === "unknown") return "unknown";
    if (read === null) continue;
    if (subject !== null && subject.name !== "" && read.name !== "" && subject.name !== read.name) return "unknown";
    subject = subject?.name ? subject : { ...read, absolute: read.absolute || (subject?.absolute ?? false) };
  }
  return subject;
}

/** 培训人数达到目标值的95% is a share of the target, and keeps its name. */
function withoutAim(subject: Subject, unit: Unit): Subject {
  const name = subject.name.replace(UP_TO_AIM, "");
  return unit.of === "rate" && !RATE_NAME.test(name) ? subject : { ...subject, name };
}

/** 文件下达后30日内拨付, 超过30日拨付: how long the deed behind the number took; null where no time stands before it. */
function doneWithin(tokens: readonly Token[], parts: readonly Part[]): string | null {
  const [word, ...more] = tokens.filter(({ type }) => type !== "comma");
  const timed = parts.every(
    (part) => part.is !== "limit" || (part.limit.token.unit.of === "counter" && SPANS.test(part.limit.token.unit.name)),
  );
  const deed = timed && word?.type === "word" && more.length === 0 ? DEED.exec(word.text)?.[1] : undefined;
  return deed === undefined ? null : `${deed}用时`;
}

const LOW: ReadonlySet<CompareOperator> = new Set([">=", ">"]);

/** The direction that a limit's own words give it; null for a bare number. */
function directionOf(
  { before, after }: Limit,
  turned: CompareOperator | null,
): CompareOperator | null | "contradiction" {
  const said = [before, after, turned && MIRROR[turned]].filter((op): op is CompareOperator => op !== null);
  const [op, other] = said;
  if (op === undefined) return null;
  if (other === undefined) return op;
  // 达到90%以上, 不超过10%以内, 控制在5%以内: the same said twice
  if (LOW.has(op) === LOW.has(other) && op !== "=" && other !== "=")
    return op === ">" || other === ">" ? ">" : op === "<" || other === "<" ? "<" : op;
  if (op === "=") return other;
  return "contradiction";
}

/** 以上, 以下 and 以内 alone leave the end to their neighbours; a comparison in words or signs says it. */
function endOf(limit: Limit, op: CompareOperator, turned: CompareOperator | null = null): End {
  const strict = op === ">" || op === "<";
  const said = limit.closed ?? (limit.before === null && turned === null ? null : !strict);
  return { value: limit.token.value, unit: limit.token.unit, closed: said ?? (strict ? false : null) };
}

function oneLimit(limit: Limit, turned: CompareOperator | null, subject: Subject | null, dash: boolean): Range | null {
  if (dash) return null;
  const op = directionOf(limit, turned);
  if (op === "contradiction") refuse(limit.token.at, problems.condition);
  if (limit.token.spread) return spreadOf(limit, op, subject);
  if (op === null || op === "=") {
    const end: End = { value: limit.token.value, unit: limit.token.unit, closed: true };
    return { subject, low: end, high: end, point: op === null };
  }
  const end = endOf(limit, op, turned);
  return LOW.has(op)
    ? { subject, low: end, high: null, point: false }
    : { subject, low: null, high: end, point: false };
}

/** 超过±10%, ±5%-±10%: either way from 0. */
const inBothWays = (subject: Subject | null): Subject => ({
  name: subject?.name ?? "",
  at: subject?.at ?? 0,
  absolute: true,
});

/** ±5%以内: both ends at once. Outside ±5% are two ranges, which one condition can not be. */
function spreadOf(limit: Limit, op: CompareOperator | null, subject: Subject | null): Range | null {
  const { value, unit } = limit.token;
  if (op !== null && LOW.has(op))
    return { subject: inBothWays(subject), low: endOf(limit, op), high: null, point: false };
  const closed = limit.closed ?? op !== "<";
  return {
    subject,
    low: { value: value.neg(), unit, closed },
    high: { value, unit, closed },
    point: false,
    spread: true,
  };
}

function twoLimits(
  first: Limit,
  second: Limit,
  turned: CompareOperator | null,
  dash: boolean,
  subject: Subject | null,
  at: number,
): Range | null {
  if (first.token.spread !== second.token.spread) return null;
  if (first.token.spread) return dash ? dashed(first, second, inBothWays(subject)) : null;
  const [a, b] = shareUnit(first, second);
  if (dash) return dashed(a, b, subject);
  const op = directionOf(a, turned);
  const other = directionOf(b, null);
  if (op === "contradiction" || other === "contradiction") refuse(at, problems.condition);
  if (op === null && other === null) return dashed(a, b, subject);
  if (op === null || other === null || op === "=" || other === "=") return null;
  if (LOW.has(op) === LOW.has(other)) return null;
  const [low, high] = LOW.has(op) ? [endOf(a, op, turned), endOf(b, other)] : [endOf(b, other), endOf(a, op, turned)];
  return ordered({ subject, low, high, point: false }, at);
}

/** 80%（含）-90%, 在80%和90%之间, 100-80%（含）: an end that does not say is settled by its neighbours later. */
function dashed(a: Limit, b: Limit, subject: Subject | null): Range | null {
  const lead = a.before;
  if (b.before !== null || (a.after !== null && a.after !== ">=")) return null;
  // 达到80%-90%, 在80%-90%: nothing new; 超过80%至90% opens the low end
  if (lead === "<" || lead === "<=") return b.after === null ? refuse(a.token.at, problems.condition) : null;
  if (b.after === ">=" || b.after === ">") return null;
  const swapped = a.token.value.compare(b.token.value) > 0;
  if (swapped && (a.after !== null || b.after !== null || lead === ">")) return null;
  const opens = lead === ">" && a.closed === null;
  const one: End = {
    value: a.token.value,
    unit: a.token.unit,
    closed: opens ? false : a.closed,
    implied: a.closed === null && b.closed === true,
  };
  const two: End = {
    value: b.token.value,
    unit: b.token.unit,
    closed: b.closed,
    implied: b.closed === null && a.closed === true,
  };
  return swapped ? { subject, low: two, high: one, point: false } : { subject, low: one, high: two, point: false };
}

/** 80-90%: the first number takes the second's unit. */
function shareUnit(a: Limit, b: Limit): readonly [Limit, Limit] {
  const { unit } = b.token;
  if (a.token.unit.of === "none" && unit.of !== "none") {
    const value = unit.of === "rate" ? a.token.value.div(100) : a.token.value;
    return [{ ...a, token: { ...a.token, unit, value } }, b];
  }
  return [a, b];
}

function ordered(range: Range, at: number): Range {
  if (range.low && range.high && range.low.value.compare(range.high.value) > 0) refuse(at, problems.backwards);
  return range;
}

import type { Exact } from "../../../model/exact";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import type { CompareOperator } from "../../../model/comparison-words";
import type { NumberToken, Token } from "../words/token";
import { FIRST_OF, MONTH_WORDS, RATE_OF_PLAN } from "../words/range-words";

/** A number with what stands around it: 超过80%（含）, 90%以上. */
export interface Limit {
  readonly token: NumberToken;
  readonly before: CompareOperator | null;
  readonly after: ">=" | "<=" | ">" | null;
  readonly closed: boolean | null;
}

export type Part =
  | { readonly is: "limit"; readonly limit: Limit }
  | { readonly is: "text"; readonly tokens: Token[] }
  | { readonly is: "dash" }
  /** （含80%） after the whole range. */
  | { readonly is: "ends"; readonly closed: boolean; readonly value: Exact; readonly at: number }
  /** A comparison after its number: 90% > X. */
  | { readonly is: "turned"; readonly op: CompareOperator };

/** 在80%至90%之间（含80%）: the bracket names the end it speaks of. */
export function named(limit: Limit, parts: readonly Part[]): Limit {
  for (const part of parts) {
    if (part.is !== "ends") continue;
    const limits = parts
      .filter((other) => other.is === "limit")
      .filter((other) => sameValue(part.value, other.limit.token));
    if (limits.length !== 1 || limits[0]?.limit.closed !== null) return refuse(part.at, problems.thresholds);
    if (limits[0].limit === limit) return { ...limit, closed: part.closed };
  }
  return limit;
}

const SKIPPED: ReadonlySet<string> = new Set(["comma", "pause", "break", "colon"]);

export function partsOf(tokens: readonly Token[]): Part[] | null {
  const parts: Part[] = [];
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i];
    if (!token) break;
    const months = namedMonths(tokens, i);
    if (months > 0) {
      const last = parts.at(-1);
      if (last?.is === "text") for (const token of tokens.slice(i, i + months)) last.tokens.push(token);
      else parts.push({ is: "text", tokens: tokens.slice(i, i + months) });
      i += months;
      continue;
    }
    if (token.type === "dash") {
      parts.push({ is: "dash" });
      i++;
      continue;
    }
    const dated = isDay(token, tokens[i + 1]) || (isDate(token) && !isMeasured(tokens, i));
    const limit = dated ? null : limitAt(tokens, i);
    if (limit) {
      const open = tokens[limit.next]?.type !== "dash" && limit.limit.before === null;
      const before = open ? saidBefore(tokens[i - 1]) : null;
      parts.push({ is: "limit", limit: before ? { ...limit.limit, before } : limit.limit });
      i = limit.next;
    } else if (token.type === "compare") {
      parts.push({ is: "turned", op: token.op });
      i++;
    } else if (token.type === "after" && token.op === "between") {
      i++;
    } else if (token.type === "ends" && token.value !== null) {
      parts.push({ is: "ends", closed: token.closed, value: token.value, at: token.at });
      i++;
    } else if (SKIPPED.has(token.type)) {
      const last = parts.at(-1);
      if (last?.is === "text") last.tokens.push(token);
      i++;
    } else if (SUBJECT_TOKENS.has(token.type) || dated) {
      const last = parts.at(-1);
      if (last?.is === "text") last.tokens.push(token);
      else parts.push({ is: "text", tokens: [token] });
      i++;
    } else return null;
  }
  return parts;
}

/** 排名前3名, 位列前10% (the first so many); 达到年度计划的100%: a comparison inside the words before the number. */
function saidBefore(token: Token | undefined): "<=" | ">=" | null {
  if (token?.type !== "word") return null;
  if (FIRST_OF.test(token.text)) return "<=";
  return RATE_OF_PLAN.test(token.text) ? ">=" : null;
}

const DATE_UNITS: ReadonlySet<string> = new Set(["月", "年", "季度", "日"]);

const isDate = (token: Token): boolean =>
  token.type === "number" && token.unit.of === "counter" && DATE_UNITS.has(token.unit.name);

/** 1-6月执行率, 一至三季度…: how many tokens name a time of the year before a word; 0 where months are measured (1-6月得5分). */
function namedMonths(tokens: readonly Token[], i: number): number {
  const [from, dash, to, name] = tokens.slice(i, i + 4);
  const plain = from?.type === "number" && (from.unit.of === "none" || isDate(from));
  return plain && dash?.type === "dash" && to && isDate(to) && name?.type === "word" ? 3 : 0;
}

/** 6月底, 12月末 are no months that are counted. */
function isDay(token: Token, next: Token | undefined): boolean {
  return token.type === "number" && token.unit.of === "none" && next?.type === "word" && MONTH_WORDS.test(next.text);
}

/** 12月执行进度 names a month; 12月以内 and ≤12月 measure months. */
function isMeasured(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.type;
  const after = tokens[i + 1]?.type;
  return (
    before === "compare" ||
    before === "dash" ||
    after === "after" ||
    after === "dash" ||
    after === "ends" ||
    tokens.length === 1
  );
}

const SUBJECT_TOKENS: ReadonlySet<string> = new Set(["word", "open", "close", "by", "operator", "limit"]);

/** [comparison] number [（含）] [以上] [（含）]. */
function limitAt(tokens: readonly Token[], i: number): { readonly limit: Limit; readonly next: number } | null {
  const lead = tokens[i];
  const before = lead?.type === "compare" ? lead.op : null;
  let next = before === null ? i : i + 1;
  const token = tokens[next];
  if (token?.type !== "number") return null;
  next++;
  let closed: boolean | null = null;
  let after: Limit["after"] = null;
  for (;;) {
    const follower = tokens[next];
    if (follower?.type === "ends" && closed === null) {
      if (follower.value && !sameValue(follower.value, token)) break;
      closed = follower.closed;
    } else if (follower?.type === "after" && follower.op !== "between" && after === null) after = follower.op;
    else if (!(follower?.type === "after" && tokens[next + 1]?.type === "ends" && closed === null)) break;
    next++;
  }
  const said = lead?.type === "compare" && lead.soft === true && after !== null ? null : before;
  return { limit: { token, before: said, after, closed }, next };
}

/** （含80） and （含80%） both name 80%. */
const sameValue = (value: Exact, token: NumberToken): boolean =>
  value.equals(token.value) || value.equals(token.value.mul(100)) || value.div(100).equals(token.value);

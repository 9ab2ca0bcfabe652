import { bareStep, stepOf, type Deduction } from "./step-count";
import { type Sided, sideOf, TIME_UNITS } from "../words/direction";
import { cleanName, type Counted, eventOf, plainEvent, textOf } from "./event-count";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { trim } from "../words/trim";
import type { NumberToken, Token } from "../words/token";

/** Reads what stands before 扣…分. */
export function readDeduction(condition: readonly Token[], text: string, per: string | null, place: number): Deduction {
  const [first] = condition;
  if (!first) return refuse(place, problems.noCondition);
  const eaches = condition.filter(({ type }) => type === "each");
  if (eaches.length > 1) refuse(eaches[1]?.at ?? first.at, problems.step);
  const split = condition.findIndex(({ type }) => type === "each");
  if (split < 0) return withoutEach(condition, text, per);
  const lead = trim(condition.slice(0, split));
  const each = condition[split];
  const counted = condition.slice(split + 1);
  return readCounted({ counted, lead, text, at: each?.at ?? first.at, repeated: true });
}

/** 发现一例扣2分, 有1项不符扣2分, 超过1个百分点扣0.5分: once each, as the 扣完为止 behind it may say. */
function withoutEach(condition: readonly Token[], text: string, per: string | null): Deduction {
  const [first] = condition;
  const at = first?.at ?? 0;
  if (per !== null) {
    return {
      counts: "events",
      at,
      name: cleanName(textOf(condition, text)),
      unit: per,
      missing: false,
      repeated: true,
      lead: "",
    };
  }
  const clause = lastClause(condition);
  return readCounted({ counted: clause.tail, lead: clause.lead, text, at, repeated: false });
}

function lastClause(tokens: readonly Token[]): { readonly lead: Token[]; readonly tail: readonly Token[] } {
  const comma = tokens.findLastIndex(({ type }) => type === "comma");
  return comma < 0 ? { lead: [], tail: tokens } : { lead: trim(tokens.slice(0, comma)), tail: tokens.slice(comma + 1) };
}

/** 每公开一项得分，全部公开…: a score inside what is counted is another statement. */
const SCORED: ReadonlySet<string> = new Set(["score", "full", "zero", "keep"]);

function readCounted(phrase: Counted): Deduction {
  const { counted, text, at } = phrase;
  const scored = counted.find(({ type }) => SCORED.has(type));
  if (scored) refuse(scored.at, problems.condition);
  const numbers = counted.filter((token): token is NumberToken & Token => token.type === "number");
  const start = counted[0]?.at ?? at;
  const scores = numbers.length > 0 && numbers.every(({ unit }) => unit.of === "marks");
  const sized = scores ? numbers : numbers.filter(({ unit }) => unit.of === "rate" || unit.of === "counter");
  const number = sized.at(-1) ?? null;
  const wordsEnd = (numbers.length > 1 ? numbers[0]?.at : number?.at) ?? counted.at(-1)?.end ?? start;
  const words = text.slice(start, wordsEnd);
  const sided = sideOf(words);
  // 满意度90分以上得满分，每降低5分扣1分: scores of another evaluation are counted like a rate
  if (!number || (scores ? !sided : numbers.some((other) => other.unit.of === "marks"))) return plainEvent(phrase);
  if (number.value.compare(0) <= 0 || number.spread) refuse(number.at, problems.step);
  if (scores || number.unit.of === "rate" || sided?.side === "late" || (sided && isStep(sided, number, numbers))) {
    if (!sided) return bareStep(number, phrase);
    return stepOf(sided, number, numbers, phrase);
  }
  if (numbers.length > 1) refuse(number.at, problems.step);
  return eventOf(number, phrase);
}

/** Counters make a step where a threshold in the same unit can be meant: 每超过1天, 每少1个. */
const isStep = (sided: Sided, number: NumberToken, numbers: readonly NumberToken[]): boolean =>
  numbers.length === 2 ||
  (number.unit.of === "counter" &&
    (TIME_UNITS.test(number.unit.name) || sided.side === "above" || sided.side === "below" || sided.side === "differ"));

import { type Exact, ONE } from "../../../model/exact";
import { signOfName } from "../words/change-words";
import { type Sided, TIME_NOUN, TIME_UNITS } from "../words/direction";
import { type Counted, type EventCount, eventOf, type OnceCount, textOf } from "./event-count";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { type Range, readRange } from "../conditions/range";
import { trim } from "../words/trim";
import { readSubject } from "../conditions/subject";
import { LED_OVER, PART_ABOVE, PART_BELOW, PART_OF_IT } from "../words/point-words";
import type { NumberToken, Token, Unit } from "../words/token";
import { BEHIND_STEP, DE_BETWEEN, DUE, FILLER, GROWS, NOTHING_MORE, OVERRUNS } from "../words/step-words";

/** 每超过一个百分点, 每低于目标值5%, 每逾期1天. */
export interface StepCount {
  readonly counts: "steps";
  readonly at: number;
  /** Null where the word says only that it differs (每相差1%). */
  readonly side: "above" | "below" | "both" | null;
  readonly step: Exact;
  readonly unit: Unit;
  /** The number from which it counts, where this very phrase prints it. */
  readonly start: Range | null;
  /** The noun from which it counts: 目标值, 编制; empty where none is printed. */
  readonly from: string;
  /** 逾期, 延迟: counts from the due date. */
  readonly late: boolean;
  /** 增长, 上升: counts growth, which starts at 0 where the text says 持平. */
  readonly growth: boolean;
  /** 超过, 超支 without a noun: counts the excess over what the text names elsewhere. */
  readonly overrun: boolean;
  /** The words before 每. */
  readonly lead: string;
  readonly repeated: boolean;
  readonly subject: string;
  /** What it counts where no threshold in its unit is printed: 每少报一次 counts events. */
  readonly asEvent: EventCount | null;
}

/** What a deduction counts. */
export type Deduction = StepCount | EventCount | OnceCount;

/** 低于100%的，每1个百分点扣0.5分: the direction stands in the lead. */
export function bareStep(number: NumberToken, { counted, lead, text, at, repeated }: Counted): StepCount {
  const before = trim(
    counted.slice(
      0,
      counted.findIndex((token) => token.at === number.at),
    ),
  );
  if (before.length > 0) return refuse(before[0]?.at ?? at, problems.step);
  after(number, counted, text);
  const said = withoutPart(lead);
  const start = readRange(said);
  const side = start
    ? start.low === null
      ? "below"
      : start.high === null
        ? "above"
        : null
    : sideAlone(textOf(said, text));
  if (side === null) return refuse(at, problems.step);
  return {
    counts: "steps",
    at,
    side,
    step: number.value,
    unit: number.unit,
    start,
    from: "",
    late: false,
    growth: false,
    overrun: false,
    lead: "",
    repeated,
    subject: start?.subject?.name ?? "",
    asEvent: null,
  };
}

/** 超过5%的部分: the words behind the number say nothing more. */
function withoutPart(lead: readonly Token[]): readonly Token[] {
  const last = lead.at(-1);
  return lead.length > 1 && last?.type === "word" && PART_OF_IT.test(last.text) ? lead.slice(0, -1) : lead;
}

/** 超过部分, 不足的: beyond what is printed elsewhere. */
const sideAlone = (words: string): "above" | "below" | null =>
  PART_ABOVE.test(words) ? "above" : PART_BELOW.test(words) ? "below" : null;

export function stepOf(sided: Sided, number: NumberToken, numbers: readonly NumberToken[], phrase: Counted): Deduction {
  const { counted, lead, text, at, repeated } = phrase;
  if (numbers.length > 2) refuse(number.at, problems.step);
  const counter = number.unit.of === "counter" && numbers.length === 1 && number.value.equals(ONE);
  const asEvent = counter ? eventOf(number, phrase) : null;
  const tail = text.slice(number.end, counted.at(-1)?.end ?? number.end);
  if (asEvent && !NOTHING_MORE.test(tail)) return asEvent;
  after(number, counted, text);
  const inner = numbers.length === 2 ? innerStart(numbers, counted, text) : null;
  if (asEvent && sided.side === "late" && !TIME_UNITS.test(asEvent.unit ?? "")) return asEvent;
  const led = asEvent && readRange(lead) === null ? { range: null, subject: "" } : leadOf(lead, text);
  if (inner && led.range) refuse(at, problems.thresholds);
  const late = isLate(sided, number, textOf(lead, text));
  const words = text.slice(counted[0]?.at ?? at, number.at);
  // 成本节约率<0的，每超支1%扣1分: what is overspent is what falls short of saving
  const turned = sided.side === "above" && led.range?.low === null && signOfName(led.subject) === "fall";
  const side = sided.side === "late" || late ? "above" : sided.side === "differ" ? null : turned ? "below" : sided.side;
  return {
    counts: "steps",
    at,
    side,
    step: number.value,
    unit: number.unit,
    start: inner ?? led.range,
    from: late ? "" : sided.from,
    late,
    growth: GROWS.test(words),
    overrun: OVERRUNS.test(words),
    lead: textOf(lead, text),
    repeated,
    subject: led.subject,
    asEvent,
  };
}

/** 逾期, or beyond a time that is named beside it: 完成时间每超过1天; 未在规定时限内完成的，每超过1天. */
const isLate = ({ side, from }: Sided, { unit }: NumberToken, lead: string): boolean =>
  side === "late" ||
  (side === "above" &&
    unit.of === "counter" &&
    TIME_UNITS.test(unit.name) &&
    (TIME_NOUN.test(from) || (from === "" && DUE.test(lead))));

/** Words between the step and 扣: 的 and the like; anything more would say something that is not understood. */
function after(number: NumberToken, counted: readonly Token[], text: string): void {
  const rest = counted.filter((token) => token.at >= number.end && token.type !== "comma");
  const words = textOf(rest, text);
  if (!BEHIND_STEP.test(words)) refuse(rest[0]?.at ?? number.end, problems.step);
}

/** 每低于100%1个百分点: the first number is where the count starts. */
function innerStart(numbers: readonly NumberToken[], counted: readonly Token[], text: string): Range {
  const [start, step] = numbers;
  if (!start || !step) throw new Error("two numbers expected");
  if (start.unit.of !== step.unit.of || !DE_BETWEEN.test(text.slice(start.end, step.at)))
    refuse(start.at, problems.step);
  const first = counted.find((token) => token.at === start.at);
  if (!first) throw new Error("a token of this phrase expected");
  const end = { value: start.value, unit: start.unit, closed: true };
  return { subject: null, low: end, high: end, point: true };
}

/** What stands before 每: a condition (＞0的，), a subject (预算执行率), or a few words (在此基础上). */
function leadOf(lead: readonly Token[], text: string): { readonly range: Range | null; readonly subject: string } {
  if (lead.length === 0) return { range: null, subject: "" };
  const range = readRange(lead);
  if (range) return { range, subject: range.subject?.name ?? "" };
  if (lead.some((token) => !LEAD_WORDS.has(token.type))) return refuse(lead[0]?.at ?? 0, problems.condition);
  const words = textOf(lead, text).replace(/,/g, "");
  if (FILLER.test(words) || LED_OVER.test(words)) return { range: null, subject: "" };
  const subject = readSubject(
    lead.filter(({ type }) => type !== "comma"),
    "lead",
  );
  if (subject === "unknown") return refuse(lead[0]?.at ?? 0, problems.condition);
  return { range: null, subject: subject?.name ?? "" };
}

const LEAD_WORDS: ReadonlySet<string> = new Set(["word", "comma", "open", "close", "by", "rest"]);

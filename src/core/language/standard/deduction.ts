import { ONE, type Exact } from "../../model/exact";
import { refuse } from "./problem";
import { problems } from "./problems";
import { readRange, type Range } from "./range";
import { trim } from "./statements";
import { readSubject } from "./subject";
import type { NumberToken, Token, Unit } from "./token";

/** What a deduction counts. */
export type Deduction = StepCount | EventCount | OnceCount;

/** 未按时报送的扣1分: a worded case that takes marks once. */
export interface OnceCount {
  readonly counts: "once";
  readonly at: number;
  readonly words: string;
}

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
  readonly repeated: boolean;
  readonly subject: string;
  /** What it counts where no threshold in its unit is printed: 每少报一次 counts events. */
  readonly asEvent: EventCount | null;
}

/** 每出现一例不符合要求的, 每缺一项. */
export interface EventCount {
  readonly counts: "events";
  readonly at: number;
  readonly name: string;
  readonly unit: string | null;
  /** It counts listed points that are not met: 每缺一项, 每有一项不符合. */
  readonly missing: boolean;
  readonly repeated: boolean;
  /** The words before 每. */
  readonly lead: string;
}

const ABOVE = [
  "超过",
  "超出",
  "超支",
  "超",
  "高于",
  "高出",
  "增加",
  "增长",
  "上升",
  "提高",
  "上浮",
  "大于",
  "多于",
  "多",
  "增",
  "高",
];
const BELOW = [
  "低于",
  "降低",
  "下降",
  "减少",
  "少于",
  "小于",
  "不足",
  "未完成",
  "未达到",
  "少完成",
  "下浮",
  "下滑",
  "缺少",
  "偏低",
  "少",
  "低",
  "减",
  "降",
  "缺",
];
const AWAY = ["偏离", "偏差", "浮动", "变动", "变化", "增减", "上下浮动", "高低", "超过或低于", "增加或减少"];
const DIFFER = ["相差", "差", "差距"];
const LATE = [
  "延迟",
  "逾期",
  "推迟",
  "滞后",
  "拖延",
  "超期",
  "延期",
  "延误",
  "超时",
  "迟延",
  "迟报",
  "晚报",
  "拖后",
  "晚",
  "迟",
  "延后",
  "延长",
];
const TIME_UNITS = /^(?:个工作日|工作日|个自然日|天|日|周|个月|月|年|季度|个季度|小时|分钟)$/;
const TIME_NOUN = /时间|时限|期限|规定|计划|要求|约定|节点|合同|工期|截止/;

type Side = "above" | "below" | "both" | "differ" | "late";
const SIDES: readonly (readonly [string, Side])[] = (
  [...ABOVE.map((word) => [word, "above"] as const), ...BELOW.map((word) => [word, "below"] as const), ...AWAY.map((word) => [word, "both"] as const),
   ...DIFFER.map((word) => [word, "differ"] as const), ...LATE.map((word) => [word, "late"] as const)] as (readonly [string, Side])[]
).toSorted(([a], [b]) => b.length - a.length); // prettier-ignore

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
  return readCounted(counted, lead, text, each?.at ?? first.at, true);
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
  return readCounted(clause.tail, clause.lead, text, at, false);
}

function lastClause(tokens: readonly Token[]): { readonly lead: Token[]; readonly tail: readonly Token[] } {
  const comma = tokens.findLastIndex(({ type }) => type === "comma");
  return comma < 0 ? { lead: [], tail: tokens } : { lead: trim(tokens.slice(0, comma)), tail: tokens.slice(comma + 1) };
}

const textOf = (tokens: readonly Token[], text: string): string => {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last ? text.slice(first.at, last.end) : "";
};

function readCounted(
  counted: readonly Token[],
  lead: readonly Token[],
  text: string,
  at: number,
  repeated: boolean,
): Deduction {
  const numbers = counted.filter((token): token is NumberToken & Token => token.type === "number");
  const start = counted[0]?.at ?? at;
  const sized = numbers.filter(({ unit }) => unit.of === "rate" || unit.of === "counter");
  const number = sized.at(-1) ?? null;
  const wordsEnd = (numbers.length > 1 ? numbers[0]?.at : number?.at) ?? counted.at(-1)?.end ?? start;
  const words = text.slice(start, wordsEnd);
  const sided = sideOf(words);
  if (!number || numbers.some((other) => other.unit.of === "marks"))
    return plainEvent(counted, lead, text, at, repeated);
  if (number.value.compare(0) <= 0 || number.spread) refuse(number.at, problems.step);
  if (number.unit.of === "rate" || sided?.side === "late" || (sided && isStep(sided, number, numbers))) {
    if (!sided) return bareStep(number, counted, lead, text, at, repeated);
    return stepOf(sided, number, numbers, counted, lead, text, at, repeated);
  }
  if (numbers.length > 1) refuse(number.at, problems.step);
  return eventOf(number, counted, lead, text, at, repeated);
}

/** Counters make a step where a threshold in the same unit can be meant: 每超过1天, 每少1个. */
const isStep = (sided: Sided, number: NumberToken, numbers: readonly NumberToken[]): boolean =>
  numbers.length === 2 ||
  (number.unit.of === "counter" &&
    (TIME_UNITS.test(number.unit.name) || sided.side === "above" || sided.side === "below" || sided.side === "differ"));

interface Sided {
  readonly side: Side;
  readonly from: string;
}

/** 超过, 超过（降低）, 高于或低于, 低于目标值: the direction, and the noun after it. Null for any other words. */
function sideOf(words: string): Sided | null {
  const parts = words
    .replace(/^(?:再|所|实际|又)/, "")
    .split(/[()/、]|或者|或|和/)
    .filter((part) => part !== "");
  const read: Sided[] = [];
  for (const part of parts) {
    const found = SIDES.find(([word]) => part.startsWith(word));
    if (!found) return null;
    read.push({ side: found[1], from: part.slice(found[0].length).replace(/^[了]|的$|["]/g, "") });
  }
  const [first, second, ...more] = read;
  if (!first || more.length > 0) return null;
  if (!second) return first;
  const sides = new Set([first.side, second.side]);
  if (sides.size === 1) return { side: first.side, from: first.from || second.from };
  if (sides.has("above") && sides.has("below")) return { side: "both", from: first.from || second.from };
  return null;
}

/** 低于100%的，每1个百分点扣0.5分: the direction stands in the lead. */
function bareStep(
  number: NumberToken,
  counted: readonly Token[],
  lead: readonly Token[],
  text: string,
  at: number,
  repeated: boolean,
): StepCount {
  const before = trim(
    counted.slice(
      0,
      counted.findIndex((token) => token.at === number.at),
    ),
  );
  if (before.length > 0) return refuse(before[0]?.at ?? at, problems.step);
  after(number, counted, text);
  const start = readRange(lead);
  const side = start?.low === null ? "below" : start?.high === null ? "above" : null;
  if (!start || side === null) return refuse(at, problems.step);
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
    repeated,
    subject: start.subject?.name ?? "",
    asEvent: null,
  };
}

function stepOf(
  sided: Sided,
  number: NumberToken,
  numbers: readonly NumberToken[],
  counted: readonly Token[],
  lead: readonly Token[],
  text: string,
  at: number,
  repeated: boolean,
): Deduction {
  if (numbers.length > 2) refuse(number.at, problems.step);
  const counter = number.unit.of === "counter" && numbers.length === 1 && number.value.equals(ONE);
  const asEvent = counter ? eventOf(number, counted, lead, text, at, repeated) : null;
  const tail = text.slice(number.end, counted.at(-1)?.end ?? number.end);
  if (asEvent && !/^(?:的|,)*$/.test(tail)) return asEvent;
  after(number, counted, text);
  const inner = numbers.length === 2 ? innerStart(numbers, counted, text) : null;
  if (asEvent && sided.side === "late" && !TIME_UNITS.test(asEvent.unit ?? "")) return asEvent;
  const led = asEvent && readRange(lead) === null ? { range: null, subject: "" } : leadOf(lead, text);
  if (inner && led.range) refuse(at, problems.thresholds);
  const late: boolean =
    sided.side === "late" ||
    (number.unit.of === "counter" &&
      TIME_UNITS.test(number.unit.name) &&
      sided.side === "above" &&
      TIME_NOUN.test(sided.from));
  const words = text.slice(counted[0]?.at ?? at, number.at);
  const side = sided.side === "late" || late ? "above" : sided.side === "differ" ? null : sided.side;
  return {
    counts: "steps",
    at,
    side,
    step: number.value,
    unit: number.unit,
    start: inner ?? led.range,
    from: late ? "" : sided.from,
    late,
    growth: /^(?:增长|增加|上升|提高)/.test(words),
    repeated,
    subject: led.subject,
    asEvent,
  };
}

/** Words between the step and 扣: 的 and the like; anything more would say something that is not understood. */
function after(number: NumberToken, counted: readonly Token[], text: string): void {
  const rest = counted.filter((token) => token.at >= number.end && token.type !== "comma");
  const words = textOf(rest, text);
  if (!/^(?:的|者|以上|以内|的,|则|就|时|,)*(?:的?部分)?$/.test(words))
    refuse(rest[0]?.at ?? number.end, problems.step);
}

/** 每低于100%1个百分点: the first number is where the count starts. */
function innerStart(numbers: readonly NumberToken[], counted: readonly Token[], text: string): Range {
  const [start, step] = numbers;
  if (!start || !step) throw new Error("two numbers expected");
  if (start.unit.of !== step.unit.of || !/^的?$/.test(text.slice(start.end, step.at))) refuse(start.at, problems.step);
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
  if (FILLER.test(words)) return { range: null, subject: "" };
  const subject = readSubject(
    lead.filter(({ type }) => type !== "comma"),
    "lead",
  );
  if (subject === "unknown") return refuse(lead[0]?.at ?? 0, problems.condition);
  return { range: null, subject: subject?.name ?? "" };
}

const LEAD_WORDS: ReadonlySet<string> = new Set(["word", "comma", "open", "close", "by", "rest"]);
const FILLER =
  /^(?:在此基础上|在此基础之上|此外|另外|以此为基础|否则|未(?:达到|完成|达标|达)(?:目标值?|指标值?|标准|要求|任务)?的?|达不到(?:目标值?|标准)?的?|超(?:过|出)(?:的|部分)?|不足的?|低于目标值?的|高于目标值?的|超过目标值?的|未按时完成的?|未及时完成的?|超过(?:规定|计划)?(?:时间|时限|期限)的?|逾期的?|其余|其他|的|则|，|实际|结果)*$/;

/** Listed points are counted with these; 例, 次, 起 count occurrences. */
const POINT_UNITS: ReadonlySet<string> = new Set(["项", "个", "条", "点", "方面", "要点", "环节"]);
const MISSING =
  /^(?:(?:以上|上述)(?:内容|各项|要素|要点|条件|情况)?,?)?(?:有|存在|出现|发现)?(?:少|缺少|缺失|缺|漏|未满足|不满足|不符合|未达到|不具备|未做到|未符合|不达标|未完成|未落实)$/;
const NOT_MET =
  /^(?:要点|内容|要求|条件|要素|指标)?(?:不符合|不满足|未满足|未做到|不达标|缺失|不具备|未达到|不符|未达标|不到位|未完成|不合格|不完整|未落实|没有达到|没有做到|不合要求|不规范|做不到|没做到)(?:要求|标准|规定|条件)?(?:的)?$/;
const GENERIC_LEAD = /^(?:有|存在|出现|发现|发生|)$/;

function eventOf(
  number: NumberToken,
  counted: readonly Token[],
  lead: readonly Token[],
  text: string,
  at: number,
  repeated: boolean,
): EventCount {
  if (!number.value.equals(ONE) || number.unit.of !== "counter") refuse(number.at, problems.step);
  const before = text.slice(counted[0]?.at ?? number.at, number.at);
  const rest = text.slice(number.end, counted.at(-1)?.end ?? number.end).replace(/,+$/, "");
  const listable = POINT_UNITS.has(number.unit.name);
  const missing =
    listable &&
    ((MISSING.test(before) && /^(?:要素|内容|要点|条件|指标|要求)?的?$/.test(rest)) ||
      (GENERIC_LEAD.test(before) && NOT_MET.test(rest)));
  const unit = number.unit.name;
  return {
    counts: "events",
    at,
    name: eventName(before, rest, unit, lead, text),
    unit,
    missing,
    repeated,
    lead: textOf(lead, text),
  };
}

/** 每出现违规问题扣1分: no number, one each. */
function plainEvent(
  counted: readonly Token[],
  lead: readonly Token[],
  text: string,
  at: number,
  repeated: boolean,
): EventCount | OnceCount {
  if (!repeated && counted.length > 0 && counted.every(({ type }) => WORDY.has(type)))
    return { counts: "once", at, words: cleanName(textOf(counted, text)) };
  if (
    !repeated ||
    counted.length === 0 ||
    counted.some(({ type }) => type === "number" || type === "compare" || type === "operator")
  )
    refuse(at, problems.step);
  const own = textOf(counted, text);
  const counter = COUNTED.exec(own);
  if (counter) {
    const [, unit = "次", rest = ""] = counter;
    const missing = POINT_UNITS.has(unit) && NOT_MET.test(rest);
    return {
      counts: "events",
      at,
      name: eventName("", rest, unit, lead, text),
      unit,
      missing,
      repeated,
      lead: textOf(lead, text),
    };
  }
  if (sideOf(own) !== null && !/^(?:缺少|少|缺)./.test(own)) refuse(at, problems.step);
  return { counts: "events", at, name: cleanName(own), unit: null, missing: false, repeated, lead: textOf(lead, text) };
}

/** What is counted: the words around the number, or those before 每 where these say nothing (每个问题). */
function eventName(before: string, rest: string, unit: string, lead: readonly Token[], text: string): string {
  const bare = GENERIC_LEAD.test(before) && /^的?(?:问题|情况|情形|现象|事项)?的?$/.test(rest);
  const led = bare ? cleanName(textOf(lead, text)) : "";
  if (led !== "") return led;
  const name = cleanName(`${before}${rest}`);
  return bare || name === "" ? `${before === "" ? "扣分事项" : before}${unit}数` : name;
}

const COUNTED = /^(个|项|次|例|起|处|条|宗|笔|人|件|家|户|份|天|日|篇|批)(.*)$/;

const WORDY: ReadonlySet<string> = new Set(["word", "open", "close", "comma", "pause", "by"]);

const cleanName = (words: string): string =>
  words
    .replace(/^[,，]+|[,，]+$/g, "")
    .replace(/的$/, "")
    .replace(/^(?:以上情况|以上|上述)?,?(?=.)/, "");

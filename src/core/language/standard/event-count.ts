import { ONE } from "../../model/exact";
import { sideOf } from "./direction";
import { refuse } from "./words/problem";
import { problems } from "./words/problems";
import type { NumberToken, Token } from "./words/token";

/** 未按时报送的扣1分: a worded case that takes marks once. */
export interface OnceCount {
  readonly counts: "once";
  readonly at: number;
  readonly words: string;
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

export const textOf = (tokens: readonly Token[], text: string): string => {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last ? text.slice(first.at, last.end) : "";
};

/** Listed points are counted with these; 例, 次, 起 count occurrences. */
const POINT_UNITS: ReadonlySet<string> = new Set(["项", "个", "条", "点", "方面", "要点", "环节"]);

const MISSING =
  /^(?:(?:以上|上述)(?:内容|各项|要素|要点|条件|情况)?,?)?(?:有|存在|出现|发现)?(?:少|缺少|缺失|缺|漏|未满足|不满足|不符合|未达到|不具备|未做到|未符合|不达标|未完成|未落实)$/;

const NOT_MET =
  /^(?:要点|内容|要求|条件|要素|指标)?(?:不符合|不满足|未满足|未做到|不达标|缺失|不具备|未达到|不符|未达标|不到位|未完成|不合格|不完整|未落实|没有达到|没有做到|不合要求|不规范|做不到|没做到)(?:要求|标准|规定|条件)?(?:的)?$/;

const GENERIC_LEAD = /^(?:有|存在|出现|发现|发生|)$/;

export function eventOf(
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
export function plainEvent(
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
  const led = bare ? cleanName(textOf(lead, text).replace(ABOUT_SCORING, "")) : "";
  if (led !== "") return led;
  const name = cleanName(`${before}${rest}`);
  if (/^(?:少|缺)$/.test(name)) return `少于要求的${unit}数`;
  if (/^(?:超|多)$/.test(name)) return `超出要求的${unit}数`;
  return bare || name === "" ? `${before === "" ? "扣分事项" : before}${unit}数` : name;
}

/** 该指标采用反向计分，…: says how it is scored, not what is counted. */
const ABOUT_SCORING = /^(?:该|本|此)(?:项)?指标.*(?:计分|扣分)(?:项|制|法)?$/;

const COUNTED = /^(个|项|次|例|起|处|条|宗|笔|人|件|家|户|份|天|日|篇|批)(.*)$/;

const WORDY: ReadonlySet<string> = new Set(["word", "open", "close", "comma", "pause", "by"]);

export const cleanName = (words: string): string =>
  words
    .replace(/^[,，]+|[,，]+$/g, "")
    .replace(/的$/, "")
    .replace(/^(?:以上情况|以上|上述)?,?(?=.)/, "");

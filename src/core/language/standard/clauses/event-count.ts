import { ONE } from "../../../model/exact";
import { sideOf } from "../words/direction";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import type { NumberToken, Token } from "../words/token";
import {
  ABOUT_SCORING,
  COUNTED,
  DE_BEHIND,
  GENERIC_LEAD,
  LESS,
  MISSING,
  MORE,
  NOT_MET,
  POINTS_BACK,
  POINT_NOUN,
  PROBLEM_NOUN,
  SHORT_OF,
} from "../words/step-words";

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

/** What stands before 扣…分, parted where 每 stands. */
export interface Counted {
  /** Behind 每, or the last clause where there is none. */
  readonly counted: readonly Token[];
  readonly lead: readonly Token[];
  readonly text: string;
  readonly at: number;
  readonly repeated: boolean;
}

export const textOf = (tokens: readonly Token[], text: string): string => {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last ? text.slice(first.at, last.end) : "";
};

/** Listed points are counted with these; 例, 次, 起 count occurrences. */
const POINT_UNITS: ReadonlySet<string> = new Set(["项", "个", "条", "点", "方面", "要点", "环节"]);

export function eventOf(number: NumberToken, { counted, lead, text, at, repeated }: Counted): EventCount {
  if (!number.value.equals(ONE) || number.unit.of !== "counter") refuse(number.at, problems.step);
  const before = text.slice(counted[0]?.at ?? number.at, number.at);
  const rest = text.slice(number.end, counted.at(-1)?.end ?? number.end).replace(/,+$/, "");
  const listable = POINT_UNITS.has(number.unit.name);
  const missing =
    listable && ((MISSING.test(before) && POINT_NOUN.test(rest)) || (GENERIC_LEAD.test(before) && NOT_MET.test(rest)));
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
export function plainEvent({ counted, lead, text, at, repeated }: Counted): EventCount | OnceCount {
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
  if (sideOf(own) !== null && !SHORT_OF.test(own)) refuse(at, problems.step);
  return { counts: "events", at, name: cleanName(own), unit: null, missing: false, repeated, lead: textOf(lead, text) };
}

/** What is counted: the words around the number, or those before 每 where these say nothing (每个问题). */
function eventName(before: string, rest: string, unit: string, lead: readonly Token[], text: string): string {
  const bare = GENERIC_LEAD.test(before) && PROBLEM_NOUN.test(rest);
  const led = bare ? cleanName(textOf(lead, text).replace(ABOUT_SCORING, "")) : "";
  if (led !== "") return led;
  const name = cleanName(`${before}${rest}`);
  // 每少一个项目
  if (LESS.test(before) && rest !== "") return `少于要求的${cleanName(rest)}数`;
  if (LESS.test(name)) return `少于要求的${unit}数`;
  if (MORE.test(name)) return `超出要求的${unit}数`;
  return bare || name === "" ? `${before === "" ? "扣分事项" : before}${unit}数` : name;
}

const WORDY: ReadonlySet<string> = new Set(["word", "open", "close", "comma", "pause", "by"]);

export const cleanName = (words: string): string =>
  words
    .replace(/^[,，]+|[,，]+$/g, "")
    .replace(DE_BEHIND, "")
    .replace(POINTS_BACK, "");

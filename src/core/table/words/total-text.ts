import { CHINESE_NUMERAL } from "../../model/chinese-numeral";
import { compact } from "../../model/text";
import { partyOf } from "./header-role";
import { TOTAL_LABEL } from "./header-words";
import { readFigure, type TextNumber } from "./mark-text";

const GRADE = "(?:优秀?|良好?|中等?|较?差|一般|合格|不合格)";
/** ，等级为优 or （优） behind a total says what it comes to, not what it is. */
const WITH_GRADE = new RegExp(
  `[,;。、(\\[]?(?:(?:自评|评价|绩效|考核)*(?:等级|等次|档次|评级|级别)(?:为|是|:)*|(?<=[(\\[]))"?${GRADE}"?[)\\]]?[。;]?$`,
);
const withoutGrade = (compacted: string): string => compacted.replace(WITH_GRADE, "");
/** 合计九十六: a numeral of several signs is no word's own. */
const TENS = `(?=.*[十百拾佰])[一二三四五六七八九壹贰叁肆伍陆柒捌玖]${CHINESE_NUMERAL}`;
/** 总得分：玖拾伍分; a numeral without colon or 分 may be a word's own (合计一). */
const IN_NUMERALS = new RegExp(`:${CHINESE_NUMERAL}分?$|${CHINESE_NUMERAL}分$|${TENS}$`);

/** Without brackets, numbers and punctuation: what is counted together. */
export const labelOf = (text: string): string =>
  withoutGrade(compact(text).replace(/[。;,]$/, ""))
    .replace(/[([][^()[\]]*[)\]]/g, "")
    .replace(/(?<=[\u4e00-\u9fff])[a-z]{2,}$|^[a-z]{2,}(?=[\u4e00-\u9fff])/i, "")
    .replace(/[:：=]?\d+(?:\.\d+)?分?$/, "")
    .replace(IN_NUMERALS, "")
    .replace(/^[一二三四五六七八九十]+、/, "")
    .replace(/[:=]/g, "");

/** What a total's label speaks of: the scores given, the marks set, or only that it is the whole (总分). */
export type TotalOf = "score" | "mark" | "either";

export interface TotalText {
  readonly label: string;
  readonly of: TotalOf;
  readonly number: TextNumber;
}

const WITH_NUMBER = new RegExp(
  `^(.*?[\\u4e00-\\u9fff)])??(?:为|是)?[:=]?([+-]?\\d+(?:\\.\\d+)?分?|(?:(?<=:|^)${CHINESE_NUMERAL}分?|${CHINESE_NUMERAL}分|${TENS}))[。;,]?$`,
);

/**
 * A total with its number in one text: 合计：95分, 总分95, 得分合计 95分, 总分（100分）：95 (SPEC R22). Null for any other
 * text, one with further figures among them.
 */
export function totalInWords(text: string): TotalText | null {
  // nearly every text has no digit at its end
  if (text.length > 40 || !/[\d０-９]|分|[:：]|[十百拾佰]/.test(text)) return null;
  const compacted = withoutGrade(compact(text)).replace(/^[([](.*)[)\]]$/, "$1");
  const [, label = "", digits = ""] = WITH_NUMBER.exec(compacted.replace(/[([](?:满分|总分|共|计)?:?\d+分?[)\]]/g, "")) ?? [];
  const number = readFigure(digits);
  const of = label === "" || /\d/.test(label) ? null : totalLabel(label);
  return number && of ? { label, of, number } : null;
} // prettier-ignore

/** A number alone but for its grade: 九十五, 95分（等级：良）. */
export function numberBesideGrade(text: string): TextNumber | null {
  if (text.length > 40) return null;
  return readFigure(withoutGrade(compact(text)));
}

/** What 总分, 自评得分, 满分合计 call for; null for a label of something else, or of what a reviewer gave. */
export function totalLabel(text: string): TotalOf | null {
  const label = labelOf(text);
  if (label.length > 14 || partyOf(label) === "review") return null;
  if (/^(?:满分|总分值|分值合计|标准分合计|满分合计)$/.test(label)) return "mark";
  if (!TOTAL_LABEL.test(label)) return null;
  if (/分值|权重/.test(label)) return "mark";
  return /得分|评分|自评|成绩|评价|考核|考评|绩效/.test(label) ? "score" : "either";
}

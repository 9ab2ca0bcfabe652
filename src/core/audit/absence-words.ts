import type { FormulaAbsence } from "../review.types";
import type { ReasonWords } from "./reason-words";

type Wording = (about: string) => ReasonWords;

const WORDS: Readonly<Record<FormulaAbsence["why"], Wording>> = {
  noRule: () => ({ zh: "没有评分标准", en: "no standard judges it" }),
  unreadable: () => ({ zh: "评分标准没有读懂", en: "its standard was not understood" }),
  noFullMark: () => ({ zh: "没有分值", en: "it has no mark" }),
  judgement: (what) => ({ zh: `由人在档内评分：${what}`, en: `a person gives the score within a tier: ${what}` }),
  missing: (what) => ({ zh: `表内没有所需的数：${what}`, en: `no cell holds what it needs: ${what}` }),
  given: (what) => ({ zh: `数由 --inputs 给出，不在工作簿里：${what}`, en: `given by --inputs, in no cell: ${what}` }),
  inWords: (what) => ({ zh: `所需的数写在文字里，公式读不到：${what}`, en: `a number stands in words that no formula reads: ${what}` }),
  isDate: (what) => ({ zh: `按日期评判：${what}`, en: `judged by a date: ${what}` }),
  shared: () => ({ zh: "几个指标合用一格得分", en: "several indicators share the cell" }),
  embedded: (what) => ({ zh: `分值写在文字里：${what}`, en: `marks stand in words: ${what}` }),
  noDefinition: () => ({ zh: "没有印出算法，也没有可相除的数", en: "no definition is printed, and no two numbers to divide" }),
  direction: () => ({ zh: "上限类指标，没有写明完成率怎样算", en: "a limit: which way its rate is counted is not said" }),
  noParts: () => ({ zh: "下面没有可相加的单元格", en: "no cells below it to add" }),
  totalRules: (what) => ({ zh: `规则包对总分另有规定：${what}`, en: `the rule pack does more to the total: ${what}` }),
}; // prettier-ignore

/** Why no formula can be told for a judged cell, as a person reads it. */
export const absenceWords = ({ why, about }: FormulaAbsence): ReasonWords => ({
  zh: WORDS[why](about.join("、")).zh,
  en: WORDS[why](about.join(", ")).en,
});

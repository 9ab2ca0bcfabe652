import type { ReportReview } from "../core/report/check-report";
import { decimalPlaces, decimalText } from "../core/model/exact";
import type { LostPart } from "../core/workbook/lost-part";
import { quotation } from "../core/findings/excerpt";
import type { Language } from "./failure-words";

/** How much of a report was examined. */
export interface ReportCoverage {
  /** With a unit; a bare number is no quantity. */
  readonly numbers: number;
  /** Sums, growths, shares and counts that could be concluded, and how many of them do not hold. */
  readonly checked: number;
  readonly contradicted: number;
  /** Of which nothing may be concluded. */
  readonly open: number;
  /** Numbers beside a cell of the table. */
  readonly beside: number;
  readonly unused: number;
}

export function reportCoverage({ numbers, relations, agreeing }: ReportReview): ReportCoverage {
  const count = (verdict: string): number => relations.filter((one) => one.verdict === verdict).length;
  return {
    numbers: numbers.filter(({ why }) => why !== "noUnit").length,
    checked: count("holds") + count("contradicts"),
    contradicted: count("contradicts"),
    open: count("open"),
    beside: agreeing,
    unused: numbers.filter(({ use, why }) => use === "unused" && why !== "noUnit").length,
  };
}

/** 报告 46 个数字：7 组关系已核对，1 处不符. */
export function coverageWords(coverage: ReportCoverage, lang: Language): string {
  const { numbers, checked, contradicted, open, beside, unused } = coverage;
  if (lang === "en") {
    return `Report: ${numbers} numbers, ${checked} relations checked, ${contradicted} of them wrong; ${open} open; ${beside} numbers agree with the table; ${unused} not used`;
  }
  return `报告 ${numbers} 个数字：${checked} 组关系已核对，${contradicted} 处不符；${open} 组不能下结论；${beside} 个与表中一致；${unused} 个未用`;
}

/** 图片 2 幅、文本框 1 个. */
export const lostText = (lost: readonly LostPart[], lang: Language): string =>
  lost.map((part) => part[lang]).join(lang === "zh" ? "、" : ", ");

/** Of a document that was reviewed: `lost` in the words of that language. */
export const onlyTables = (lost: readonly string[], lang: Language): string =>
  lang === "zh"
    ? `只核对了文档中的表格，未读：${lost.join("、")}`
    : `Only the tables of the document were checked; not read: ${lost.join(", ")}`;

/** What a person may take from the text, and what of the file was not read. */
export function reportNotes({ offers, lost }: ReportReview, lang: Language): readonly string[] {
  const offered = offers.map(({ quantity, value, quote }) => {
    const number = decimalText(value, decimalPlaces(value));
    return lang === "zh"
      ? `可用数据 ${quantity} ${number}：${quotation(quote)}（确认后填入，不自动取用）`
      : `Offered: ${quantity} ${number}: ${quotation(quote)} (enter it once confirmed; it is not taken by itself)`;
  });
  const unread =
    lost.length === 0 ? [] : [lang === "zh" ? `未读：${lostText(lost, lang)}` : `Not read: ${lostText(lost, lang)}`];
  return [...offered, ...unread];
}

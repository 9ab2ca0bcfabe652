import { checkReport, type ReportReview } from "../core/report/check-report";
import { readReport } from "../core/report/read-report";
import type { TableReview } from "../core/review.types";
import type { ReportText } from "../core/workbook/report-text";
import type { Language } from "./failure-words";
import type { Reviewed } from "./review-workbook";
import { findingsInWords, type ReportedFinding } from "./worded-review";

/** A report laid beside its workbook, with what was found in words. */
export interface ReviewedReport {
  readonly file: string;
  readonly report: ReportReview;
  readonly findings: readonly ReportedFinding[];
}

/**
 * Reads a report and lays it beside the review of its workbook (SPEC I21). `own` are the scoring tables that the report
 * itself holds, as they were reviewed. Nothing is written, and no number of the text is taken.
 */
export function reviewReport(
  file: string,
  text: ReportText,
  reviewed: Reviewed,
  lang: Language,
  own: readonly TableReview[] = [],
): ReviewedReport {
  const report = checkReport(readReport(text), reviewed.review, own);
  return { file, report, findings: findingsInWords(reviewed.book, report.findings, lang) };
}

import { checkReport, type ReportReview } from "../core/report/check-report";
import { readReport, type ReportReading } from "../core/report/read-report";
import { NO_OPTIONS } from "../core/review";
import type { TableReview } from "../core/review.types";
import { succeed } from "../core/model/result";
import type { ReportFile } from "../core/workbook/report-text";
import type { HostResult } from "../host/port";
import type { Language } from "./failure-words";
import { reviewInSteps, type Progress, type Reviewed } from "./review-workbook";
import { findingsInWords, type ReportedFinding } from "./worded-review";

/** A report laid beside its workbook, with what was found in words. */
export interface ReviewedReport {
  readonly file: string;
  readonly report: ReportReview;
  readonly findings: readonly ReportedFinding[];
}

/**
 * Lays a report beside the review of its workbook (SPEC I21). The scoring tables that it holds are reviewed by themselves.
 * Nothing is written, and no number of the text is taken. It fails only where its own tables are too large, or when called off.
 */
export async function reviewReport(
  file: ReportFile,
  reviewed: Reviewed,
  lang: Language,
  progress: Progress = {},
): Promise<HostResult<ReviewedReport>> {
  const read = await readOnce(file, progress);
  if (!read.ok) return read;
  const report = checkReport(read.value.reading, reviewed.review, read.value.own);
  return succeed({ file: file.file, report, findings: findingsInWords(reviewed.book, report.findings, lang) });
}

/** What follows from the file alone. */
interface ReadOnce {
  readonly reading: ReportReading;
  readonly own: readonly TableReview[];
}

/** A file never changes, and every review of the workbook beside it asks for the same. */
const known = new WeakMap<ReportFile, ReadOnce>();

async function readOnce(file: ReportFile, { signal }: Progress): Promise<HostResult<ReadOnce>> {
  const before = known.get(file);
  if (before) return succeed(before);
  const tables = file.tables && (await reviewInSteps(file.tables, NO_OPTIONS, signal ? { signal } : {}));
  if (tables && !tables.ok) return tables;
  const read = { reading: readReport(file.text), own: tables?.value.review.tables ?? [] };
  known.set(file, read);
  return succeed(read);
}

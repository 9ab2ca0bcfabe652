import { reviewReport, type ReviewedReport } from "../../app/review-report";
import { reviewWorkbook, type Reviewed } from "../../app/review-workbook";
import { NO_OPTIONS } from "../../core/review";
import type { TableReview } from "../../core/review.types";
import type { ReportText } from "../../core/workbook/report-text";
import { readPlainText } from "../../host/plain-text";
import type { Options } from "../arguments";
import { CommandFailure, type Terminal } from "../terminal";
import { failed, isDocument } from "./open-file";

/** The report that `--report` names beside the review of its workbook; null where it names none (SPEC I20). */
export async function reportBeside(
  reviewed: Reviewed,
  { report: file, lang }: Options,
  terminal: Terminal,
): Promise<ReviewedReport | null> {
  if (file === undefined) return null;
  const bytes = await terminal.readFile(file);
  if (/\.pdf$/i.test(file)) {
    const { readPdf } = await import(/* webpackMode: "eager" */ "../../host/document/read-pdf");
    const text = await readPdf(bytes);
    if (!text.ok) throw failed(text.failure, lang, file);
    return reviewReport(file, text.value, reviewed, lang);
  }
  if (isDocument(file)) {
    const { text, tables } = await wordReport(file, bytes, lang);
    return reviewReport(file, text, reviewed, lang, tables);
  }
  const text = readPlainText(bytes);
  if (!text.ok) throw new CommandFailure(`${file}: ${text.failure[lang]}`);
  return reviewReport(file, text.value, reviewed, lang);
}

/** A Word document's text, and the scoring tables in it as they are reviewed by themselves. */
async function wordReport(
  file: string,
  bytes: Uint8Array,
  lang: Options["lang"],
): Promise<{ readonly text: ReportText; readonly tables: readonly TableReview[] }> {
  const { readWordReport } = await import(/* webpackMode: "eager" */ "../../host/document/document-report");
  const { createDocumentHost } = await import(/* webpackMode: "eager" */ "../../host/document/document-host");
  const text = readWordReport(bytes);
  if (!text.ok) throw failed(text.failure, lang, file);
  const own = await reviewWorkbook(createDocumentHost(bytes), NO_OPTIONS);
  if (!own.ok) throw failed(own.failure, lang, file);
  return { text: text.value, tables: own.value.review.tables };
}

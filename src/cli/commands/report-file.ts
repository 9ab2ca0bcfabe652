import { reviewReport, type ReviewedReport } from "../../app/review-report";
import { reviewWorkbook, type Reviewed } from "../../app/review-workbook";
import { NO_OPTIONS } from "../../core/review";
import type { TableReview } from "../../core/review.types";
import type { ReportText } from "../../core/workbook/report-text";
import type { HostResult } from "../../host/port";
import { readPlainText } from "../../host/plain-text";
import type { Options } from "../arguments";
import { CommandFailure, type Terminal } from "../terminal";
import { documentHost, failed, isDocument } from "./open-file";

/** The report that `--report` names beside the review of its workbook; null where it names none (SPEC I20). */
export async function reportBeside(
  reviewed: Reviewed,
  { report: file, lang }: Options,
  terminal: Terminal,
): Promise<ReviewedReport | null> {
  if (file === undefined) return null;
  const bytes = await terminal.readFile(file);
  const text = await readReportFile(file, bytes, lang);
  return reviewReport(file, text, reviewed, lang, isDocument(file) ? await tablesIn(file, bytes, lang) : []);
}

/** Each reader of documents is loaded only for a file of its kind. */
async function readReportFile(file: string, bytes: Uint8Array, lang: Options["lang"]): Promise<ReportText> {
  if (!isDocument(file) && !/\.pdf$/i.test(file)) {
    const text = readPlainText(bytes);
    if (!text.ok) throw new CommandFailure(`${file}: ${text.failure[lang]}`);
    return text.value;
  }
  const text = isDocument(file) ? await readWord(bytes) : await readPdf(bytes);
  if (!text.ok) throw failed(text.failure, lang, file);
  return text.value;
}

const readWord = async (bytes: Uint8Array): Promise<HostResult<ReportText>> =>
  (await import(/* webpackMode: "eager" */ "../../host/document/document-report")).readWordReport(bytes);

const readPdf = async (bytes: Uint8Array): Promise<HostResult<ReportText>> =>
  (await import(/* webpackMode: "eager" */ "../../host/document/read-pdf")).readPdf(bytes);

/** The scoring tables that a Word document itself holds, as they are reviewed by themselves. */
async function tablesIn(file: string, bytes: Uint8Array, lang: Options["lang"]): Promise<readonly TableReview[]> {
  const own = await reviewWorkbook(await documentHost(bytes), NO_OPTIONS);
  if (!own.ok) throw failed(own.failure, lang, file);
  return own.value.review.tables;
}

import { reviewReport, type ReviewedReport } from "../../app/review-report";
import { reviewWorkbook, type Reviewed } from "../../app/review-workbook";
import { NO_OPTIONS } from "../../core/review";
import type { ReportText } from "../../core/workbook/report-text";
import type { HostResult } from "../../host/port";
import { readPlainText } from "../../host/plain-text";
import type { Options } from "../arguments";
import { CommandFailure, type Terminal } from "../terminal";
import { documentHost, isDocument } from "../../host/reading/reading-host";
import { failed } from "./open-file";

/** The report that `--report` names beside the review of its workbook; null where it names none (SPEC I20). */
export async function reportBeside(
  reviewed: Reviewed,
  { report: file, lang }: Options,
  terminal: Terminal,
): Promise<ReviewedReport | null> {
  if (file === undefined) return null;
  const bytes = await terminal.readFile(file);
  const read = <T>(result: HostResult<T>): T => {
    if (!result.ok) throw failed(result.failure, lang, file);
    return result.value;
  };
  if (isDocument(file)) {
    const document = await documentHost(bytes);
    const text = read(document.report());
    // the scoring tables that it holds are reviewed by themselves
    const own = read(await reviewWorkbook(document, NO_OPTIONS));
    return reviewReport(file, text, reviewed, lang, own.review.tables);
  }
  const text = /\.pdf$/i.test(file) ? read(await readPdf(bytes)) : plainText(file, bytes, lang);
  return reviewReport(file, text, reviewed, lang);
}

function plainText(file: string, bytes: Uint8Array, lang: Options["lang"]): ReportText {
  const text = readPlainText(bytes);
  if (!text.ok) throw new CommandFailure(`${file}: ${text.failure[lang]}`);
  return text.value;
}

/** The reader of PDFs is loaded only for one. */
const readPdf = async (bytes: Uint8Array): Promise<HostResult<ReportText>> =>
  (await import(/* webpackMode: "eager" */ "../../host/document/read-pdf")).readPdf(bytes);

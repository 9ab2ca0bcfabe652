import { reviewReport, type ReviewedReport } from "../../app/review-report";
import type { Reviewed } from "../../app/review-workbook";
import type { ReportText } from "../../core/workbook/report-text";
import type { HostResult } from "../../host/port";
import { documentHost } from "../../host/reading/reading-host";
import { readReportFile } from "../../host/report-file";
import type { Options } from "../arguments";
import type { Terminal } from "../terminal";
import { failed } from "./open-file";

/** The report that `--report` names beside the review of its workbook; null where it names none (SPEC I20). */
export async function reportBeside(
  reviewed: Reviewed,
  options: Options,
  terminal: Terminal,
): Promise<ReviewedReport | null> {
  return (await reportToLay(options, terminal))?.(reviewed) ?? null;
}

/** The same, to be laid beside one review after the other: the file is read once. */
export async function reportToLay(
  { report: file, lang }: Options,
  terminal: Terminal,
): Promise<((reviewed: Reviewed) => Promise<ReviewedReport>) | null> {
  if (file === undefined) return null;
  const read = await readReportFile(file, await terminal.readFile(file), { document: documentHost, pdf: readPdf });
  if (!read.ok) throw failed(read.failure, lang, file);
  return async (reviewed) => {
    const laid = await reviewReport(read.value, reviewed, lang);
    if (!laid.ok) throw failed(laid.failure, lang, file);
    return laid.value;
  };
}

/** The reader of PDFs is loaded only for one. */
const readPdf = async (bytes: Uint8Array): Promise<HostResult<ReportText>> =>
  (await import(/* webpackMode: "eager" */ "../../host/document/read-pdf")).readPdf(bytes);

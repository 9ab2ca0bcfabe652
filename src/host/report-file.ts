import { succeed } from "../core/model/result";
import type { ReportFile, ReportText } from "../core/workbook/report-text";
import type { WorkbookSnapshot } from "../core/workbook/snapshot";
import { readPlainText } from "./plain-text";
import type { HostResult, ReportKind } from "./port";

/** Whoever reads a report brings these, since each is loaded only for a file of its kind. */
export interface ReportReaders {
  readonly document: (bytes: Uint8Array) => Promise<{
    readonly report: () => HostResult<ReportText>;
    readonly read: () => Promise<HostResult<WorkbookSnapshot>>;
  }>;
  readonly pdf: (bytes: Uint8Array) => Promise<HostResult<ReportText>>;
}

/** What a file is read as, known by its name, so that what is wrong with it is said as of that kind; plain text for any other. */
export function reportKind(file: string): ReportKind {
  if (/\.(?:docx?|docm|dotx|wps)$/i.test(file)) return "document";
  return /\.pdf$/i.test(file) ? "pdf" : "text";
}

/** Whether a file can be nothing but a report: tables are read of workbooks and documents. */
export const isReportOnly = (file: string): boolean => /\.(?:pdf|txt)$/i.test(file);

/** Whether a file can be a report, rather than a workbook. */
export const isReport = (file: string): boolean => isReportOnly(file) || reportKind(file) === "document";

/** The narrative report in a file (SPEC I20); what is wrong with it is a typed failure. */
export async function readReportFile(
  file: string,
  bytes: Uint8Array,
  readers: ReportReaders,
): Promise<HostResult<ReportFile>> {
  switch (reportKind(file)) {
    case "document": {
      const document = await readers.document(bytes);
      const [text, tables] = [document.report(), await document.read()];
      if (!text.ok) return text;
      return tables.ok ? succeed({ file, text: text.value, tables: tables.value }) : tables;
    }
    case "pdf":
      return withoutTables(file, await readers.pdf(bytes));
    case "text":
      return withoutTables(file, readPlainText(bytes));
  }
}

const withoutTables = (file: string, text: HostResult<ReportText>): HostResult<ReportFile> =>
  text.ok ? succeed({ file, text: text.value, tables: null }) : text;

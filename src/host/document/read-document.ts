import { succeed } from "../../core/model/result";
import type { ReportText } from "../../core/workbook/report-text";
import type { HostResult } from "../port";
import { readDocumentItems } from "./document-host";
import { documentReport } from "./document-report";
import { readPdf } from "./read-pdf";

/** The text of a report in a Word document or a PDF; what is wrong with the file is a typed failure (SPEC I7, I8). */
export async function readDocument(name: string, bytes: Uint8Array): Promise<HostResult<ReportText>> {
  if (/\.pdf$/i.test(name)) return readPdf(bytes);
  const read = readDocumentItems(bytes);
  return read.ok ? succeed(documentReport(read.value)) : read;
}

import type { ReportText } from "../../core/workbook/report-text";
import type { HostResult } from "../port";
import { readWordReport } from "./document-report";
import { readPdf } from "./read-pdf";

/** The text of a report in a Word document or a PDF; what is wrong with the file is a typed failure (SPEC I7, I8). */
export const readDocument = (name: string, bytes: Uint8Array): Promise<HostResult<ReportText>> =>
  /\.pdf$/i.test(name) ? readPdf(bytes) : Promise.resolve(readWordReport(bytes));

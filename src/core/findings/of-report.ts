import type { Finding } from "./finding";
import { reportTable } from "./kinds/report-table";
import { reportText } from "./kinds/report-text";

const CODES: ReadonlySet<string> = new Set([...Object.keys(reportText), ...Object.keys(reportTable)]);

/** Begins the subject of a number that a report offers. */
export const OFFERED_BY_REPORT = "report:";

/** Whether a finding comes of the report beside the workbook: without that report nobody can tell whether it still stands. */
export const isOfReport = ({ code, data, subject }: Finding): boolean =>
  CODES.has(code) || "said" in data || (code === "text-number-available" && subject.startsWith(OFFERED_BY_REPORT));

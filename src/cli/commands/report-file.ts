import { reviewReport, type ReviewedReport } from "../../app/review-report";
import type { Reviewed } from "../../app/review-workbook";
import { readPlainText } from "../../host/plain-text";
import type { Options } from "../arguments";
import { CommandFailure, type Terminal } from "../terminal";

/** The report that `--report` names beside the review of its workbook; null where it names none (SPEC I20). */
export async function reportBeside(
  reviewed: Reviewed,
  { report: file, lang }: Options,
  terminal: Terminal,
): Promise<ReviewedReport | null> {
  if (file === undefined) return null;
  const text = readPlainText(await terminal.readFile(file));
  if (!text.ok) throw new CommandFailure(`${file}: ${text.failure[lang]}`);
  return reviewReport(file, text.value, reviewed, lang);
}

import { reviewJson, type ReportSource } from "../../app/output/json";
import { countBySeverity } from "../../app/output/count";
import { againstBaseline, type Compared, type EarlierFinding } from "../../app/baseline";
import { baselineJson } from "../../app/output/baseline-json";
import { reportJson } from "../../app/output/report-json";
import { reviewSarif } from "../../app/output/sarif";
import type { ReviewedReport } from "../../app/review-report";
import type { Language } from "../../app/failure-words";
import { reviewWorkbook, type Reviewed } from "../../app/review-workbook";
import { findingsInWords, reportFindings, type ReportedFinding } from "../../app/worded-review";
import type { Finding } from "../../core/findings/finding";
import { contentText } from "../../core/audit/content-text";
import { placeNames } from "../../core/findings/place-names";
import { refusalText } from "../../core/plan/describe";
import { refusedByRows } from "../../core/plan/plan-review";
import type { ReviewOptions, ReviewSize } from "../../core/review";
import type { Options } from "../arguments";
import { baselineText } from "../render/baseline-text";
import { reviewText } from "../render/review-text";
import { CommandFailure, EXIT, type Terminal } from "../terminal";
import { failed, type ReadFile } from "./open-file";

declare const PINGHE_VERSION: string;

/**
 * Reads and reviews the file, drawing progress where a person waits for it. What is to be written is refused as soon as
 * its tables are read, if they alone are more than is written.
 */
export async function reviewFile(
  { file, host }: ReadFile,
  chosen: ReviewOptions,
  options: Options,
  terminal: Terminal,
  use: "report" | "write" = "report",
): Promise<Reviewed> {
  const progress = progressLine(options, terminal);
  const onSize = ({ rows }: ReviewSize): void => {
    const refusal = use === "write" ? refusedByRows(rows) : null;
    if (!refusal) return;
    progress.clear();
    throw new CommandFailure(`${file}: ${refusalText(refusal, options.lang)}`);
  };
  const reviewed = await reviewWorkbook(host, chosen, { onProgress: progress.draw, onSize });
  progress.clear();
  if (!reviewed.ok) throw failed(reviewed.failure, options.lang, file);
  return reviewed.value;
}

const SHOWN_AFTER_MS = 1000;

/** One line on the error stream, only on a terminal and only for work beyond a second. */
function progressLine({ lang }: Options, terminal: Terminal) {
  const start = Date.now();
  let drawn = false;
  return {
    draw: (done: number, total: number) => {
      if (!terminal.interactive || Date.now() - start < SHOWN_AFTER_MS) return;
      drawn = true;
      terminal.err(`\r${lang === "zh" ? "核验中" : "Reviewing"} ${done}/${total}`);
    },
    clear: () => {
      if (drawn) terminal.err("\r\u001b[K");
    },
  };
}

/** Which file was looked at, by what: the same content has the same hash whatever program saved it. */
export const sourceOf = (
  { file, bytes }: Pick<ReadFile, "file" | "bytes">,
  { book }: Reviewed,
  lang: Language,
  terminal: Terminal,
): ReportSource => ({
  file,
  sha256: terminal.sha256(bytes),
  contentHash: terminal.sha256(contentText(book)),
  version: PINGHE_VERSION,
  ...(book.lost && book.lost.length > 0 && { lost: book.lost.map((part) => part[lang]) }),
});

/** What is told beside the review itself: findings that only an earlier round raises, and what it had found. */
interface Since {
  readonly raised: readonly Finding[];
  readonly earlier: readonly EarlierFinding[];
}

/** What stands beside the workbook: an earlier round, its report. */
export interface Beside {
  readonly since?: Since | null;
  readonly report?: ReviewedReport | null;
}

/** What the review found, what only the earlier round raises, and what the report contradicts, in words. */
export const findingsBeside = (
  reviewed: Reviewed,
  { since, report }: Beside,
  lang: Options["lang"],
): readonly ReportedFinding[] => [
  ...reportFindings(reviewed, lang),
  ...findingsInWords(reviewed.book, since?.raised ?? [], lang),
  ...(report?.findings ?? []),
];

/** Prints the report in the chosen form, beside the earlier round where there is one, and gives the exit status. */
export function printReport(
  { file, bytes }: Pick<ReadFile, "file" | "bytes">,
  reviewed: Reviewed,
  options: Options,
  terminal: Terminal,
  { since = null, report = null }: Beside = {},
): number {
  const { lang } = options;
  const findings = findingsBeside(reviewed, { since, report }, lang);
  const source = sourceOf({ file, bytes }, reviewed, lang, terminal);
  const compared = since && againstBaseline(findings, since.earlier);
  switch (options.format) {
    case "json":
      terminal.out(
        jsonText(withReport(reviewJson(source, reviewed.review, findings, lang), report, lang), findings, compared),
      );
      break;
    case "sarif":
      terminal.out(`${JSON.stringify(reviewSarif(source, findings, compared, report, lang), null, 2)}\n`);
      break;
    case "text":
      terminal.out(
        reviewText({
          file,
          review: reviewed.review,
          findings,
          lang,
          colour: terminal.colour,
          places: placeNames(reviewed.book, lang),
          lost: source.lost ?? [],
          report,
        }),
      );
      if (compared) terminal.out(baselineText(compared, lang));
  }
  return countBySeverity(findings).errors > 0 ? EXIT.errors : EXIT.clean;
}

/** With what was examined of the narrative report, where one is named. */
export const withReport = <T extends object>(
  json: T,
  report: ReviewedReport | null,
  lang: Language,
): T | (T & { report: object }) => (report ? { ...json, report: reportJson(report, lang) } : json);

/** A report as JSON, with what changed since the baseline where one is named. */
export const jsonText = (report: object, findings: readonly ReportedFinding[], compared: Compared | null): string =>
  `${JSON.stringify(compared ? { ...report, baseline: baselineJson(findings, compared) } : report, null, 2)}\n`;

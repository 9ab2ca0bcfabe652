import type { Severity } from "../../core/findings/finding-kind";
import type { Finding } from "../../core/findings/finding";
import { nameKey } from "../../core/model/text";
import { decimalPlaces, decimalText } from "../../core/model/exact";
import type { ReportReview } from "../../core/report/check-report";
import type { ReportFile } from "../../core/workbook/report-text";
import type { Language } from "../failure-words";
import { placeInReport } from "../report-place";
import type { ReportedFinding } from "../worded-review";
import { coverageWords, reportCoverage } from "../report-words";

/** What the pane tells of the report beside the workbook; its findings stand among the others. */
export interface PaneReport {
  readonly file: string;
  /** How much of it was examined, in words. */
  readonly coverage: string;
  /** Whether there was anything in it to examine. */
  readonly hasNumbers: boolean;
  /** What differs and nobody has waived; an offer is none. */
  readonly counts: Readonly<Record<Severity, number>>;
  /** What the file holds and was not read. */
  readonly lost: readonly string[];
  readonly offers: readonly PaneReportOffer[];
}

/** A number of the text that a person may take as an input, with its sentence. */
export interface PaneReportOffer {
  readonly quantity: string;
  readonly number: string;
  readonly quote: string;
  /** Where it stands in the report. */
  readonly place: string;
}

export function paneReport(
  { file, text }: ReportFile,
  review: ReportReview,
  findings: readonly ReportedFinding[],
  lang: Language,
): PaneReport {
  const count = (severity: Severity): number =>
    findings.filter((one) => one.severity === severity && !one.waived && one.finding.code !== "text-number-available")
      .length;
  const coverage = reportCoverage(review);
  return {
    file,
    coverage: coverageWords(coverage, lang),
    hasNumbers: coverage.numbers > 0,
    counts: { error: count("error"), warning: count("warning"), info: count("info") },
    lost: review.lost.map((part) => part[lang]),
    offers: review.offers.map(({ quantity, value, quote, place }) => ({
      quantity,
      number: decimalText(value, decimalPlaces(value)),
      quote,
      place: placeInReport(text, place, lang),
    })),
  };
}

/** Where a finding's sentence stands; null for one that quotes none. */
export function placeOfFinding({ data }: Finding, { text }: ReportFile, lang: Language): string | null {
  const said = "said" in data ? data.said : "place" in data && "quote" in data ? data : null;
  return said ? placeInReport(text, said.place, lang) : null;
}

/** The offers for one quantity, by its name. */
export const offersFor = (offers: readonly PaneReportOffer[], quantity: string): readonly PaneReportOffer[] =>
  offers.filter((offer) => nameKey(offer.quantity) === nameKey(quantity));

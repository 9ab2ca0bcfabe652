import { decimalPlaces, decimalText } from "../../core/model/exact";
import type { Language } from "../failure-words";
import { reportCoverage } from "../report-words";
import type { ReviewedReport } from "../review-report";

/** The report beside the table as `--format json` prints it; its findings stand among the others (SPEC I25). */
export function reportJson({ file, report }: ReviewedReport, lang: Language) {
  return {
    file,
    coverage: reportCoverage(report),
    relations: report.relations.map(({ is, verdict, quote, place }) => ({ is, verdict, quote, place })),
    numbers: report.numbers.map(({ quote, place, use, why }) => ({ quote, place, use, why })),
    offers: report.offers.map(({ quantity, value, quote, place }) => ({
      quantity,
      value: decimalText(value, decimalPlaces(value)),
      quote,
      place,
    })),
    lost: report.lost.map((part) => part[lang]),
  };
}

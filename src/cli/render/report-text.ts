import { coverageWords, reportCoverage, reportNotes } from "../../app/report-words";
import type { Language } from "../../app/failure-words";
import type { ReviewedReport } from "../../app/review-report";

/** What was examined of the report, ahead of the findings; these stand among those of the workbook. */
export const reportLines = ({ file, report }: ReviewedReport, lang: Language): readonly string[] => [
  `${file}  ${coverageWords(reportCoverage(report), lang)}`,
  ...reportNotes(report, lang).map((note) => `  · ${note}`),
];

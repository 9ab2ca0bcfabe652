import type { Language } from "../failure-words";
import { reviewJson, type ReportSource } from "../output/json";
import type { Reviewed } from "../review-workbook";
import type { ReportedFinding } from "../worded-review";
import { roundOf } from "./read-round";
import type { Round } from "./round";

/** A review as its own report: whatever a round comes from, it is read the same way (SPEC Y1). */
export function roundOfReview(
  source: ReportSource,
  { review }: Reviewed,
  findings: readonly ReportedFinding[],
  lang: Language,
): Round {
  const report = reviewJson(source, review, findings, lang);
  const read = roundOf(JSON.parse(JSON.stringify(report)));
  if (!read.ok) throw new Error("a report of our own does not read");
  return read.value;
}

import type { Severity } from "../../core/findings/finding-kind";
import type { ReportedFinding } from "../worded-review";

/** Counts of open findings by severity, as the exit status and every summary line use them; a waived one is not open. */
export function countBySeverity(findings: readonly ReportedFinding[]) {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity && !finding.waived).length;
  return { errors: count("error"), warnings: count("warning"), infos: count("info") };
}

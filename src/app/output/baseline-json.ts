import type { BaselineState, Compared } from "../baseline";
import type { ReportedFinding } from "../worded-review";

/** The comparison with a baseline for a JSON report: the fingerprints of each state, and what is gone. */
export const baselineJson = (findings: readonly ReportedFinding[], compared: Compared) => {
  const of = (state: BaselineState): readonly string[] =>
    findings.filter((one) => compared.stateOf(one) === state).map(({ fingerprint }) => fingerprint);
  return { new: of("new"), unchanged: of("unchanged"), updated: of("updated"), absent: compared.absent };
};

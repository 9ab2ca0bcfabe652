import { againstBaseline, readBaseline } from "../../../src/app/baseline";
import { reviewSarif } from "../../../src/app/output/sarif";
import { findingJson } from "../../../src/app/output/json";
import { reportFindings, type ReportedFinding } from "../../../src/app/worded-review";
import { review } from "../../../src/core/review";
import { faultsInSarif } from "../../support/sarif-schema";
import { madeScoring } from "../../support/made-scoring";

const SOURCE = { file: "自评表.xlsx", sha256: "a1", contentHash: "b2", version: "0.1.0" };

const found = (changes: Parameters<typeof madeScoring>[0], waiver?: string): readonly ReportedFinding[] => {
  const book = madeScoring(changes);
  return reportFindings({ book, review: review(book) }, "zh").map((one) =>
    waiver !== undefined && one.finding.code === "range-too-short" ? { ...one, waived: true, waiver } : one,
  );
};

interface Result {
  readonly ruleId: string;
  readonly baselineState?: string;
  readonly suppressions?: readonly { readonly justification: string; readonly status: string }[];
}

const SHORT = { I6: "=SUM(I3:I4)" };
const REASON = "主管部门已批复";
const states = (now: readonly ReportedFinding[], earlier: string): readonly unknown[] => {
  const before = readBaseline(earlier);
  if (!before.ok) throw new Error(before.failure.zh);
  const log = reviewSarif(SOURCE, now, againstBaseline(now, before.value), null, "zh");
  expect(faultsInSarif(log)).toEqual([]);
  const results = (log.runs[0]?.results ?? []) as readonly Result[];
  expect(results.filter(({ suppressions }) => suppressions === undefined)).toEqual([]);
  return results
    .filter(({ ruleId }) => ruleId === "range-too-short")
    .map(({ baselineState, suppressions }) => [baselineState, suppressions?.map(({ justification }) => justification)]);
};

const sarif = (findings: readonly ReportedFinding[]): string =>
  JSON.stringify(reviewSarif(SOURCE, findings, null, null, "zh"));
const json = (findings: readonly ReportedFinding[]): string => JSON.stringify({ findings: findings.map(findingJson) });

describe.each([["SARIF", sarif], ["JSON", json]] as const)("[G17] [G24] waivers beside a baseline in %s", (_, report) => {
  it.each<readonly [what: string, now: readonly ReportedFinding[], earlier: readonly ReportedFinding[], expected: readonly unknown[]]>([
    ["waived then and now", found(SHORT, REASON), found(SHORT, REASON), [["unchanged", [REASON]]]],
    ["waived since", found(SHORT, REASON), found(SHORT), [["unchanged", [REASON]]]],
    ["waived then, lapsed now", found(SHORT), found(SHORT, REASON), [["unchanged", []]]],
    ["waived, and new", found(SHORT, REASON), found({}), [["new", [REASON]]]],
    ["waived then, gone now", found({}), found(SHORT, REASON), [["absent", [REASON]]]],
    ["never waived, gone now", found({}), found(SHORT), [["absent", []]]],
    ["waived without a word", found(SHORT, ""), found(SHORT, ""), [["unchanged", [""]]]],
  ])("%s", (__, now, earlier, expected) => expect(states(now, report(earlier))).toEqual(expected));
}); // prettier-ignore

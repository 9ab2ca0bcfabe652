import { sheetA1 } from "../../core/workbook/address";
import type { Finding } from "../../core/findings/finding";
import type { BaselineState, Compared } from "../baseline";
import type { ReportedFinding } from "../worded-review";
import type { ReportSource } from "./json";

const LEVEL = { error: "error", warning: "warning", info: "note" } as const;

/** The findings as SARIF 2.1.0, so that code-review and audit tools can take them in; a cell is a logical location; beside a baseline each has its state. */
export function reviewSarif(source: ReportSource, findings: readonly ReportedFinding[], compared: Compared | null) {
  const gone = compared?.absent ?? [];
  const codes = [...new Set([...findings.map(({ finding }) => finding.code), ...gone.map(({ code }) => code)])].sort();
  const artifactLocation = { uri: encodeURI(source.file), index: 0 };
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "pinghe", version: source.version, rules: codes.map((id) => ({ id })) } },
        artifacts: [{ location: { uri: encodeURI(source.file) }, hashes: { "sha-256": source.sha256 } }],
        results: [
          ...findings.map((one) => ({
            ruleId: one.finding.code,
            level: LEVEL[one.severity],
            message: { text: one.message },
            ...(compared ? { baselineState: compared.stateOf(one) } : {}),
            ...(one.waived
              ? { suppressions: [{ kind: "external", status: "accepted", justification: one.waiver ?? "" }] }
              : {}),
            partialFingerprints: { "pinghe/v1": one.fingerprint },
            locations: [{ physicalLocation: { artifactLocation }, logicalLocations: logicalLocations(one.finding) }],
          })),
          ...gone.map(({ code, severity, message, fingerprint, cell }) => ({
            ruleId: code,
            level: LEVEL[severity],
            message: { text: message },
            baselineState: "absent",
            partialFingerprints: { "pinghe/v1": fingerprint },
            locations: [
              {
                physicalLocation: { artifactLocation },
                logicalLocations: cell === null ? [] : [{ fullyQualifiedName: cell, kind: "member" }],
              },
            ],
          })),
        ],
      },
    ],
  };
}

/** The cell by sheet and address, and the indicator or level by its path, which stays when rows move. */
const logicalLocations = ({ at, path }: Finding) => [
  ...(at ? [{ fullyQualifiedName: sheetA1(at), kind: "member" }] : []),
  ...(path.length > 0 ? [{ name: path.at(-1) ?? "", fullyQualifiedName: path.join(">"), kind: "element" }] : []),
];

/** The comparison with a baseline for a JSON report: the fingerprints of each state, and what is gone. */
export const baselineJson = (findings: readonly ReportedFinding[], compared: Compared) => {
  const of = (state: BaselineState): readonly string[] =>
    findings.filter((one) => compared.stateOf(one) === state).map(({ fingerprint }) => fingerprint);
  return { new: of("new"), unchanged: of("unchanged"), updated: of("updated"), absent: compared.absent };
};

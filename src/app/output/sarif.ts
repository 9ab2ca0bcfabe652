import { sheetA1 } from "../../core/workbook/address";
import type { Finding } from "../../core/findings/finding";
import type { ReportedFinding } from "../worded-review";
import type { ReportSource } from "./json";

const LEVEL = { error: "error", warning: "warning", info: "note" } as const;

/** The findings as SARIF 2.1.0, so that code-review and audit tools can take them in; a cell is a logical location. */
export function reviewSarif(source: ReportSource, findings: readonly ReportedFinding[]) {
  const codes = [...new Set(findings.map(({ finding }) => finding.code))].sort();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "pinghe", version: source.version, rules: codes.map((id) => ({ id })) } },
        artifacts: [{ location: { uri: encodeURI(source.file) }, hashes: { "sha-256": source.sha256 } }],
        results: findings.map(({ finding, severity, message, fingerprint, waived, waiver }) => ({
          ruleId: finding.code,
          level: LEVEL[severity],
          message: { text: message },
          ...(waived ? { suppressions: [{ kind: "external", status: "accepted", justification: waiver ?? "" }] } : {}),
          partialFingerprints: { "pinghe/v1": fingerprint },
          locations: [
            {
              physicalLocation: { artifactLocation: { uri: encodeURI(source.file), index: 0 } },
              logicalLocations: logicalLocations(finding),
            },
          ],
        })),
      },
    ],
  };
}

/** The cell by sheet and address, and the indicator or level by its path, which stays when rows move. */
const logicalLocations = ({ at, path }: Finding) => [
  ...(at ? [{ fullyQualifiedName: sheetA1(at), kind: "member" }] : []),
  ...(path.length > 0 ? [{ name: path.at(-1) ?? "", fullyQualifiedName: path.join(">"), kind: "element" }] : []),
];

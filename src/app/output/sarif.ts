import { sheetA1 } from "../../core/workbook/address";
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
        results: findings.map(({ finding, severity, message, fingerprint, waived }) => ({
          ruleId: finding.code,
          level: LEVEL[severity],
          message: { text: message },
          ...(waived ? { suppressions: [{ kind: "external" }] } : {}),
          partialFingerprints: { "pinghe/v1": fingerprint },
          locations: [
            {
              physicalLocation: { artifactLocation: { uri: encodeURI(source.file), index: 0 } },
              logicalLocations: finding.at ? [{ fullyQualifiedName: sheetA1(finding.at), kind: "member" }] : [],
            },
          ],
        })),
      },
    ],
  };
}

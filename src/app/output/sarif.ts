import { sheetA1 } from "../../core/workbook/address";
import type { Finding } from "../../core/findings/finding";
import type { Compared, EarlierFinding } from "../baseline";
import type { Language } from "../failure-words";
import type { ReviewedReport } from "../review-report";
import type { ReportedFinding } from "../worded-review";
import type { ReportSource } from "./json";

const LEVEL = { error: "error", warning: "warning", info: "note" } as const;

/** What is told of a finding of now as of an earlier one. */
type Told = Pick<EarlierFinding, "severity" | "message" | "fingerprint" | "waiver">;

/** The findings as SARIF 2.1.0, so that code-review and audit tools can take them in; a cell is a logical location; beside a baseline each has its state. */
export function reviewSarif(
  source: ReportSource,
  findings: readonly ReportedFinding[],
  compared: Compared | null,
  report: ReviewedReport | null,
  lang: Language,
) {
  const gone = compared?.absent ?? [];
  const codes = [...new Set([...findings.map(({ finding }) => finding.code), ...gone.map(({ code }) => code)])].sort();
  const artifactLocation = { uri: encodeURI(source.file), index: 0 };
  const resultOf = (
    { severity, message, fingerprint, waiver }: Told,
    ruleId: string,
    logicalLocations: object,
    more: object,
  ) => ({
    ruleId,
    level: LEVEL[severity],
    message: { text: message },
    ...more,
    // On every result or on none (SARIF 2.1.0, 3.27.23): an empty list says that nobody waived it.
    suppressions: waiver === null ? [] : [accepted(waiver)],
    partialFingerprints: { "pinghe/v1": fingerprint },
    locations: [{ physicalLocation: { artifactLocation }, logicalLocations }],
  });
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "pinghe", version: source.version, rules: codes.map((id) => ({ id })) } },
        artifacts: [{ location: { uri: encodeURI(source.file) }, hashes: { "sha-256": source.sha256 } }],
        ...notifications(source, report, lang),
        results: [
          ...findings.map((one) =>
            resultOf(
              { ...one, waiver: one.waived ? (one.waiver ?? "") : null },
              one.finding.code,
              logicalLocations(one.finding),
              compared ? { baselineState: compared.stateOf(one) } : {},
            ),
          ),
          ...gone.map((one) => resultOf(one, one.code, member(one.cell), { baselineState: "absent" })),
        ],
      },
    ],
  };
}

/** What of the files was not read: a reader of the log must not take it for examined. Absent where all was. */
function notifications(source: ReportSource, report: ReviewedReport | null, lang: Language) {
  const unread = [
    ...(source.lost ?? []).map((part) => notification(source.file, part, lang)),
    ...(report?.report.lost ?? []).map((part) => notification(report?.file ?? "", part[lang], lang)),
  ];
  return unread.length === 0
    ? {}
    : { invocations: [{ executionSuccessful: true, toolExecutionNotifications: unread }] };
}

const notification = (file: string, part: string, lang: Language) => ({
  level: "note",
  message: { text: lang === "zh" ? `未读：${part}` : `Not read: ${part}` },
  locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(file) } } }],
});

/** The cell by sheet and address, and the indicator or level by its path, which stays when rows move. */
const logicalLocations = ({ at, path }: Finding) => [
  ...member(at && sheetA1(at)),
  ...(path.length > 0 ? [{ name: path.at(-1) ?? "", fullyQualifiedName: path.join(">"), kind: "element" }] : []),
];

const member = (cell: string | null) => (cell === null ? [] : [{ fullyQualifiedName: cell, kind: "member" }]);

const accepted = (justification: string) => ({ kind: "external", status: "accepted", justification });

import { a1, type CellAddress } from "../../core/workbook/address";
import type { FindingCode, Language } from "../../core/findings/catalogue";
import type { Finding } from "../../core/findings/finding";
import type { Severity } from "../../core/findings/finding-kind";
import { groupFindings } from "../../core/findings/groups";
import { helpOf, titleOf } from "../../core/findings/word";
import type { RecordSheet } from "../../core/ours/record-sheet";
import type { Reviewed } from "../review-workbook";
import { reportFindings, type ReportedFinding } from "../worded-review";
import { remedies, type Remedy } from "./remedies";

/** A finding as the pane lists it: words, the cell to go to, and what can be done about it here. */
export interface PaneFinding {
  readonly fingerprint: string;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  readonly at: CellAddress | null;
  readonly cell: string | null;
  readonly path: readonly string[];
  readonly waived: boolean;
  /** Whether 核验记录 lists it, so that it can be waived there. */
  readonly recorded: boolean;
  readonly remedy: Remedy | null;
}

/** Findings of one severity with one cause, under one heading. */
export interface PaneFindingGroup {
  readonly key: string;
  readonly severity: Severity;
  readonly title: string;
  readonly help: string;
  readonly findings: readonly PaneFinding[];
}

/** All findings, most serious first, grouped by their cause. */
export function paneFindings(
  reviewed: Reviewed,
  record: RecordSheet | null,
  lang: Language,
): readonly PaneFindingGroup[] {
  const reported = reportFindings(reviewed, lang);
  const remedyOf = remedies(reviewed);
  return SEVERITIES.flatMap((severity) => {
    const own = reported.filter((one) => one.severity === severity);
    const byCode = new Map<FindingCode, ReportedFinding[]>();
    for (const one of own) {
      const same = byCode.get(one.finding.code);
      if (same) same.push(one);
      else byCode.set(one.finding.code, [one]);
    }
    return [...byCode].flatMap(([code, findings]) =>
      splitByCause(findings, lang).map(({ key, heading, members }) => ({
        key: `${severity}:${code}:${key}`,
        severity,
        title: heading,
        help: helpOf(code, lang),
        findings: members.map((one) => paneFinding(one, remedyOf(one.finding), record)),
      })),
    );
  });
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

interface Cause {
  readonly key: string;
  readonly heading: string;
  readonly members: readonly ReportedFinding[];
}

/** Findings with a common cause stand under its heading; all others of a code under the code's. */
function splitByCause(findings: readonly ReportedFinding[], lang: Language): readonly Cause[] {
  const members = (group: readonly { readonly fingerprint: string }[]): ReportedFinding[] => {
    const wanted = new Set(group.map(({ fingerprint }) => fingerprint));
    return findings.filter(({ fingerprint }) => wanted.has(fingerprint));
  };
  const groups = groupFindings(findings, lang);
  const caused = groups.flatMap((group) =>
    group.key !== null && group.findings.length > 1
      ? [{ key: group.key, heading: group.heading, members: members(group.findings) }]
      : [],
  );
  const grouped = new Set(caused.flatMap((cause) => cause.members));
  const rest = findings.filter((one) => !grouped.has(one));
  const [first] = rest;
  return first ? [...caused, { key: "", heading: titleOf(first.finding.code, lang), members: rest }] : caused;
}

function paneFinding(one: ReportedFinding, remedy: Remedy | null, record: RecordSheet | null): PaneFinding {
  const { finding } = one;
  return {
    fingerprint: one.fingerprint,
    code: finding.code,
    severity: one.severity,
    message: withoutCell(one.message, finding.at),
    at: finding.at,
    cell: finding.at && a1(finding.at),
    path: finding.path,
    waived: one.waived,
    recorded: record?.byFingerprint.has(one.fingerprint) ?? false,
    remedy,
  };
}

/** The cell stands beside the message: "D23：" at its head would say it twice. */
function withoutCell(message: string, at: Finding["at"]): string {
  const cell = at ? a1(at) : "";
  const head = [`${cell}：`, `${cell}: `].find((prefix) => cell !== "" && message.startsWith(prefix));
  return head === undefined ? message : message.slice(head.length);
}

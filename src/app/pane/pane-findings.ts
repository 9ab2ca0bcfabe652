import { a1, type CellAddress } from "../../core/workbook/address";
import type { FindingCode, Language } from "../../core/findings/catalogue";
import type { Finding } from "../../core/findings/finding";
import { isOfReport } from "../../core/findings/of-report";
import type { Severity } from "../../core/findings/finding-kind";
import { titleOf } from "../../core/findings/word";
import type { ReportFile } from "../../core/workbook/report-text";
import type { Reviewed } from "../review-workbook";
import { reportFindings, type ReportedFinding } from "../worded-review";
import { placeOfFinding } from "./pane-report";
import { remedies, type Remedy } from "./remedies";

/** A finding as the pane lists it: words, the cell to go to, and what can be done about it here. */
export interface PaneFinding {
  readonly fingerprint: string;
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly at: CellAddress | null;
  /** Whether the report beside the workbook raised it. */
  readonly isOfReport: boolean;
  /** Where its sentence stands in the report beside the workbook; null for what is not of the report. */
  readonly place: string | null;
  readonly path: readonly string[];
  readonly waived: boolean;
  readonly remedy: Remedy | null;
  /** What is still to be given before the score can be recomputed: quantities and questions by name. */
  readonly lacks: readonly string[];
}

export interface PaneFindings {
  readonly shown: readonly PaneFinding[];
  /** The same, as the checks raised them. */
  readonly findings: readonly Finding[];
}

/** All findings in the order of the sheets. */
export function paneFindings(reviewed: Reviewed, lang: Language, report: ReportFile | null): PaneFindings {
  const reported = reportFindings(reviewed, lang);
  const remedyOf = remedies(reviewed);
  return {
    shown: reported.map((one) => paneFinding(one, remedyOf(one.finding), report, lang)),
    findings: reported.map(({ finding }) => finding),
  };
}

function paneFinding(
  one: ReportedFinding,
  remedy: Remedy | null,
  report: ReportFile | null,
  lang: Language,
): PaneFinding {
  const { finding } = one;
  return {
    fingerprint: one.fingerprint,
    code: finding.code,
    severity: one.severity,
    title: titleOf(finding.code, lang),
    message: withoutCell(one.message, finding.at),
    at: finding.at,
    isOfReport: isOfReport(finding),
    place: report && placeOfFinding(finding, report, lang),
    path: finding.path,
    waived: one.waived,
    remedy,
    lacks: lackedBy(finding),
  };
}

function lackedBy(finding: Finding): readonly string[] {
  if (finding.code === "input-missing") return finding.data.missing;
  return finding.code === "answer-missing" ? finding.data.questions : [];
}

/** The cell stands beside the message: "D23：" at its head would say it twice. */
function withoutCell(message: string, at: Finding["at"]): string {
  const cell = at ? a1(at) : "";
  const head = [`${cell}：`, `${cell}: `].find((prefix) => cell !== "" && message.startsWith(prefix));
  return head === undefined ? message : message.slice(head.length);
}

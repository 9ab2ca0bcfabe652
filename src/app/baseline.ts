import { fail, succeed, type Result } from "../core/model/result";
import type { Severity } from "../core/findings/finding-kind";
import { quoteSheet } from "../core/workbook/address";
import type { Words } from "../host/port";
import { listOf, objectOf, textOf } from "./json-values";
import type { ReportedFinding } from "./worded-review";

/** A finding of an earlier report, by what a report says of it. */
export interface EarlierFinding {
  readonly fingerprint: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Sheet and cell as that report gives them; null where it gives none. */
  readonly cell: string | null;
  /** The reason for which it was waived; null where it was not. */
  readonly waiver: string | null;
}

/** unchanged: told then and now in the same words; updated: the same finding with other values or at another cell. */
export type BaselineState = "new" | "unchanged" | "updated";

/** The findings of now beside those of an earlier report (SPEC G24). */
export interface Compared {
  readonly stateOf: (finding: ReportedFinding) => BaselineState;
  readonly counts: Readonly<Record<BaselineState | "absent", number>>;
  readonly added: readonly ReportedFinding[];
  /** Told then, and no more. */
  readonly absent: readonly EarlierFinding[];
}

/** A finding is the same by its fingerprint, which no inserted row changes. */
export function againstBaseline(findings: readonly ReportedFinding[], earlier: readonly EarlierFinding[]): Compared {
  const before = new Map(earlier.map((one) => [one.fingerprint, one]));
  const now = new Set(findings.map(({ fingerprint }) => fingerprint));
  const stateOf = ({ fingerprint, message }: ReportedFinding): BaselineState => {
    const same = before.get(fingerprint);
    if (!same) return "new";
    return same.message === message ? "unchanged" : "updated";
  };
  const count = (state: BaselineState): number => findings.filter((one) => stateOf(one) === state).length;
  const absent = [...before.values()].filter(({ fingerprint }) => !now.has(fingerprint));
  return {
    stateOf,
    counts: { new: count("new"), unchanged: count("unchanged"), updated: count("updated"), absent: absent.length },
    added: findings.filter((one) => stateOf(one) === "new"),
    absent,
  };
}

const NO_REPORT: Words = {
  zh: "不是 pinghe 写出的 JSON 或 SARIF 报告",
  en: "not a JSON or SARIF report that pinghe wrote",
};

/** Reads what `check` or `audit` printed as JSON or SARIF. */
export function readBaseline(text: string): Result<readonly EarlierFinding[], Words> {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return fail(NO_REPORT);
  }
  const { runs, findings } = objectOf(read);
  if (Array.isArray(runs)) return succeed(runs.flatMap((run) => listOf(objectOf(run).results).flatMap(fromSarif)));
  return Array.isArray(findings) ? succeed(findings.flatMap(fromJson)) : fail(NO_REPORT);
}

const SEVERITY_OF: Readonly<Record<string, Severity>> = { error: "error", warning: "warning", note: "info" };

function fromSarif(result: unknown): readonly EarlierFinding[] {
  const { ruleId, level, message, partialFingerprints, baselineState, locations, suppressions } = objectOf(result);
  const fingerprint = textOf(objectOf(partialFingerprints)["pinghe/v1"]);
  // What was absent then is no part of that report.
  if (fingerprint === "" || baselineState === "absent") return [];
  const [member] = listOf(objectOf(listOf(locations)[0]).logicalLocations).map(objectOf).filter(({ kind }) => kind === "member"); // prettier-ignore
  const cell = textOf(member?.fullyQualifiedName);
  const [suppression] = listOf(suppressions).map(objectOf);
  const waiver = suppression ? textOf(suppression.justification) : null;
  return [{ fingerprint, waiver, code: textOf(ruleId), severity: SEVERITY_OF[textOf(level)] ?? "warning", message: textOf(objectOf(message).text), cell: cell === "" ? null : cell }]; // prettier-ignore
}

export function fromJson(finding: unknown): readonly EarlierFinding[] {
  const { fingerprint, code, severity, message, sheet, cell, waived, waiver } = objectOf(finding);
  if (typeof fingerprint !== "string") return [];
  const place = typeof sheet === "string" && typeof cell === "string" ? `${quoteSheet(sheet)}!${cell}` : null;
  const known = severity === "error" || severity === "warning" || severity === "info" ? severity : "warning";
  return [{ fingerprint, code: textOf(code), severity: known, message: textOf(message), cell: place, waiver: waived === true ? textOf(waiver) : null }];
} // prettier-ignore

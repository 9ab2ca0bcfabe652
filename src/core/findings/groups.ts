import type { Exact } from "../model/exact";
import { decimalText, exactFromText, sumExact, ZERO } from "../model/exact";
import type { Language } from "./catalogue";
import type { Finding, WordedFinding } from "./finding";
import { titleOf } from "./word";

/** Findings with one cause, shown together. A finding without a group key stands alone (SPEC F4). */
export interface FindingGroup<T extends WordedFinding = WordedFinding> {
  readonly key: string | null;
  readonly findings: readonly T[];
  /** "本表无扣分原因栏: 7 项 7 分"; a single finding's own message. */
  readonly heading: string;
}

/** Groups in the order of their first finding. */
export function groupFindings<T extends WordedFinding>(
  worded: readonly T[],
  language: Language,
): readonly FindingGroup<T>[] {
  const byKey = new Map<string, T[]>();
  const ordered: { readonly key: string | null; readonly findings: T[] }[] = [];
  for (const one of worded) {
    const key = one.finding.group ?? null;
    const known = key === null ? undefined : byKey.get(key);
    if (known) {
      known.push(one);
      continue;
    }
    const findings = [one];
    ordered.push({ key, findings });
    if (key !== null) byKey.set(key, findings);
  }
  return ordered.map((group) => ({ ...group, heading: headingOf(group.findings, language) }));
}

function headingOf(findings: readonly WordedFinding[], language: Language): string {
  const [first] = findings;
  if (!first || findings.length === 1) return first?.message ?? "";
  const cause = causeOf(first.finding, language);
  const marks = sumExact(findings.map((one) => marksOf(one.finding)));
  if (language === "zh") {
    return `${cause}: ${findings.length} 项${marks.equals(0) ? "" : ` ${decimalText(marks, 2)} 分`}`;
  }
  return `${cause}: ${findings.length} items${marks.equals(0) ? "" : `, ${decimalText(marks, 2)} marks`}`;
}

const causeOf = (finding: Finding, language: Language): string =>
  finding.code === "justification-missing" && finding.data.noColumn
    ? { zh: "本表无扣分原因栏", en: "The table has no reason column" }[language]
    : titleOf(finding.code, language);

/** Marks that the finding is about: lost without a reason, or not yet scored. */
function marksOf(finding: Finding): Exact {
  if (finding.code === "justification-missing") return exactFromText(finding.data.deducted) ?? ZERO;
  if (finding.code === "score-missing") return exactFromText(finding.data.fullMark ?? "0") ?? ZERO;
  return ZERO;
}

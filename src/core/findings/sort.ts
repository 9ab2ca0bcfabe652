import { severityOf } from "./catalogue";
import type { Finding } from "./finding";
import type { Severity } from "./finding-kind";

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Findings in reading order: by table (t2 before t10), then those without one; by row; errors first; by column (SPEC F5).
 * Equal ones keep their order.
 */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding) => ({ finding, table: tableRank(finding.table) }))
    .sort(
      (a, b) =>
        a.table - b.table ||
        compareText(a.finding.sheet, b.finding.sheet) ||
        rowOf(a.finding) - rowOf(b.finding) ||
        RANK[severityOf(a.finding.code)] - RANK[severityOf(b.finding.code)] ||
        (a.finding.at?.column ?? 0) - (b.finding.at?.column ?? 0),
    )
    .map(({ finding }) => finding);
}

const AFTER_ALL_TABLES = 1_000_000;

const tableRank = (table: string | null): number =>
  table === null ? AFTER_ALL_TABLES : Number(/\d+/.exec(table)?.[0] ?? AFTER_ALL_TABLES - 1);

const rowOf = (finding: Finding): number => finding.at?.row ?? -1;

function compareText(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? "") < (b ?? "") ? -1 : 1;
}

import type { ReportText } from "../workbook/report-text";
import type { ReportReading } from "./checks/context";
import { readClaims } from "./claims/claims";
import { readProblems } from "./claims/problems";
import { readStatements, type Statements } from "./numbers/statements";
import { readRelations } from "./relations/relations";
import { proseOf } from "./text/prose";

/** A report as read, with the numbers of which no statement could be made. */
export interface ReadReport extends ReportReading {
  readonly passed: Statements["passed"];
  readonly lost: readonly string[];
}

/** The phases on one page: characters and lines, numbers and their names, relations, claims. No table is known yet. */
export function readReport(report: ReportText): ReadReport {
  const prose = proseOf(report);
  const { statements, passed } = readStatements(prose);
  return {
    prose,
    statements,
    passed,
    relations: readRelations(prose, statements),
    claims: readClaims(prose),
    problems: readProblems(prose),
    lost: report.lost,
  };
}

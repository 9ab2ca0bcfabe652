import type { LostPart } from "../workbook/lost-part";
import type { ReportText } from "../workbook/report-text";
import { readClaims, type Claim } from "./claims/claims";
import { readProblems, type ProblemSection } from "./claims/problems";
import type { PassedNumber } from "./numbers/scan";
import { readStatements } from "./numbers/statements";
import { readRelations } from "./relations/relations";
import { proseOf, type Prose } from "./text/prose";
import type { Relation, Statement } from "./types";

/** A report as it was read: what it states, how its numbers hang together, what it claims. */
export interface ReportReading {
  readonly prose: Prose;
  readonly statements: readonly Statement[];
  /** Numbers of which no statement could be made. */
  readonly passed: readonly PassedNumber[];
  readonly relations: readonly Relation[];
  readonly claims: readonly Claim[];
  readonly problems: ProblemSection | null;
  /** What the file holds and was not read. */
  readonly lost: readonly LostPart[];
}

/** The phases on one page: characters and lines, numbers and their names, relations, claims. No table is known yet. */
export function readReport(report: ReportText): ReportReading {
  const prose = proseOf(report);
  const { statements, passed } = readStatements(prose);
  return {
    prose,
    statements,
    passed,
    relations: readRelations(prose, statements, passed),
    claims: readClaims(prose),
    problems: readProblems(prose),
    lost: report.lost,
  };
}

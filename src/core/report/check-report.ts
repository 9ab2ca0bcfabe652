import type { Finding } from "../findings/finding";
import { sortFindings } from "../findings/sort";
import type { SaidInReport } from "../findings/said-in-report";
import type { Review, TableReview } from "../review.types";
import type { LostPart } from "../workbook/lost-part";
import { arithmetic } from "./checks/arithmetic";
import { blanks } from "./checks/blanks";
import { claims } from "./checks/claims";
import { saidAt, type ReportContext } from "./checks/context";
import { counts } from "./checks/counts";
import { evidence } from "./checks/evidence";
import { groups } from "./checks/groups";
import { numbers } from "./checks/numbers";
import { ownTables } from "./checks/own-tables";
import { partsOfWholes } from "./checks/parts";
import { problems } from "./checks/problems";
import { scores } from "./checks/scores";
import { otherUnit, year } from "./checks/title";
import { valueConflicts } from "./checks/value-conflict";
import { offerFindings, offersOf, type ReportOffer } from "./offers";
import type { PassedNumber } from "./numbers/scan";
import type { ReportReading } from "./read-report";
import { numbersOf } from "./relations/numbers-of";
import type { Relation, Statement } from "./types";

/** What became of one number of the text: no number is passed over in silence. */
interface NumberAccount extends SaidInReport {
  readonly use: "relation" | "cell" | "offered" | "unused";
  /** Why it was not used; null where it was. */
  readonly why: "openList" | "noRelation" | PassedNumber["why"] | null;
}

/** The report beside the workbook: findings, and what was examined. */
export interface ReportReview {
  readonly findings: readonly Finding[];
  readonly offers: readonly ReportOffer[];
  /** Of each quantity of the text. */
  readonly numbers: readonly NumberAccount[];
  readonly relations: readonly CheckedRelation[];
  /** Numbers that agree with a cell of the table. */
  readonly agreeing: number;
  /** What the file holds and was not read. */
  readonly lost: readonly LostPart[];
}

interface CheckedRelation extends SaidInReport {
  readonly is: Relation["is"];
  readonly verdict: Relation["verdict"]["is"];
}

/** Lays a report beside the review of its workbook; `own` are the scoring tables that the report itself holds. */
export function checkReport(read: ReportReading, review: Review, own: readonly TableReview[] = []): ReportReview {
  const context: ReportContext = { ...read, tables: review.tables, ownTables: own, quantities: review.quantities };
  const [scored, compared] = [scores(context), numbers(context)];
  const offers = offersOf(read);
  const findings = sortFindings([
    ...scored.findings,
    ...compared.findings,
    ...inTheText(read),
    ...besideTheTable(context),
    ...offerFindings(context, offers),
  ]);
  const agreeing = new Set([...scored.agreeing, ...compared.agreeing]);
  return {
    findings,
    offers,
    numbers: accountOf(read, agreeing, new Set(offers.map(({ statement }) => statement))),
    relations: read.relations.map((relation) => checkedRelation(read, relation)),
    agreeing: agreeing.size,
    lost: read.lost,
  };
}

const inTheText = (reading: ReportReading): readonly Finding[] =>
  [partsOfWholes, arithmetic, counts, valueConflicts, blanks].flatMap((check) => check(reading));

const besideTheTable = (context: ReportContext): readonly Finding[] =>
  [claims, problems, evidence, groups, year, otherUnit, ownTables].flatMap((check) => check(context));

function checkedRelation(reading: ReportReading, relation: Relation): CheckedRelation {
  const [first] = numbersOf(relation);
  const span = relation.is === "count" ? relation.span : first && reading.prose.sentences[first.sentence];
  return { ...saidAt(reading, span ?? { from: 0, to: 0 }), is: relation.is, verdict: relation.verdict.is };
}

function accountOf(
  read: ReportReading,
  agreeing: ReadonlySet<Statement>,
  offered: ReadonlySet<Statement>,
): readonly NumberAccount[] {
  const closed = new Set(read.relations.filter(isClosed).flatMap(numbersOf));
  const open = new Set(read.relations.flatMap(numbersOf));
  const stated = read.statements.map((one): NumberAccount => {
    const said = saidAt(read, { from: one.labelFrom, to: one.to });
    if (agreeing.has(one)) return { ...said, use: "cell", why: null };
    if (closed.has(one)) return { ...said, use: "relation", why: null };
    if (offered.has(one)) return { ...said, use: "offered", why: null };
    return { ...said, use: "unused", why: open.has(one) ? "openList" : "noRelation" };
  });
  const passed = read.passed.map((one): NumberAccount => ({
    ...saidAt(read, { from: one.from, to: one.to + 4 }),
    use: "unused",
    why: one.why,
  }));
  return [...stated, ...passed];
}

const isClosed = ({ verdict }: Relation): boolean => verdict.is !== "open";

import type { CellRole, NotUnderstood, NotUsed } from "../../model/account";
import type { ColumnRole, TableColumn } from "../../model/scoring-table";
import { isNaturalLabel } from "../words/figure-text";
import { isPast } from "../words/header-role";
import type { Candidate, Dispute } from "./column-candidate";
import type { ColumnHead } from "./column-heads";
import { headYear, type YearReading } from "./column-year";

/** What became of a column: the role that it has in the table, or why it has none. */
export type ColumnFate =
  | { readonly role: ColumnRole | "goal"; readonly why: null }
  | { readonly role: null; readonly why: NotUnderstood | NotUsed; readonly reported: boolean };

/** What the columns were chosen from, as far as their choice passed something over (SPEC Z2). */
export interface ColumnChoice {
  readonly heads: readonly ColumnHead[];
  /** Every column whose header was understood. */
  readonly found: readonly Candidate[];
  /** The table's year, and which columns are of it. */
  readonly year: number | null;
  readonly dated: YearReading;
  readonly columns: readonly TableColumn[];
  readonly disputes: readonly Dispute[];
}

/** The fate of every column that has a head; a head over several columns speaks for all of them. */
export function columnFates(choice: ColumnChoice): ReadonlyMap<number, ColumnFate> {
  const roles = new Map(choice.columns.map(({ column, role }) => [column, role]));
  const fates = new Map<number, ColumnFate>();
  for (const head of choice.heads) {
    const passed = passedFate(choice, head);
    for (let column = head.left; column <= head.right; column++) {
      const role = roles.get(column);
      fates.set(column, role === undefined ? passed : { role, why: null });
    }
  }
  // a column taken for what stands in it has no head of its own
  for (const [column, role] of roles) fates.set(column, { role, why: null });
  return fates;
}

function passedFate({ found, year, dated, columns, disputes }: ColumnChoice, head: ColumnHead): ColumnFate {
  const within = (column: number): boolean => column >= head.left && column <= head.right;
  const because = (why: NotUnderstood | NotUsed, reported = false): ColumnFate => ({ role: null, why, reported });
  if (disputes.some(({ columns: each }) => each.some(({ column }) => within(column)))) return because("unknownColumn", true);
  // 联系电话, 文号: numbers that say nothing of the evaluation
  if (!head.reading) return because(isOtherYear(head, year) ? "otherYear" : isNaturalLabel(head.text) ? "ignoredColumn" : "unknownColumn");
  if (head.reading.role === "ignored") return because(isPast(head.text) || isOtherYear(head, year) ? "otherYear" : "ignoredColumn");
  const candidate = found.find((each) => within(each.column));
  if (candidate?.role === "goal") return { role: "goal", why: null };
  // of a head over several columns one holds the table's cells
  if (columns.some(({ column }) => within(column))) return because("columnLost");
  const other = dated.others.some((each) => each.candidate.column === candidate?.column);
  if (candidate && !dated.candidates.some((each) => each.column === candidate.column)) return because("otherYear", other);
  if (candidate?.content.hidden === true) return because("columnLost");
  const scored = candidate?.role === "score" || candidate?.role === "reviewScore";
  return because(scored ? "otherParty" : "columnLost");
} // prettier-ignore

const isOtherYear = (head: ColumnHead, year: number | null): boolean => year !== null && (headYear(head) ?? year) !== year; // prettier-ignore

/** A column whose numbers count neither way, because two readings of them are equally good (SPEC R15). */
export const disputedFate: ColumnFate = { role: null, why: "unknownColumn", reported: true };

/** The account's name for what a column holds. */
export const COLUMN_CELL: Readonly<Record<ColumnRole | "goal", CellRole>> = {
  goal: "prose",
  sequence: "sequence",
  level: "name",
  fullMark: "mark",
  standard: "standard",
  explanation: "explanation",
  description: "description",
  target: "target",
  targetOperator: "operator",
  unit: "unit",
  actual: "actual",
  rate: "rate",
  score: "score",
  itemScore: "itemScore",
  deduction: "deduction",
  reviewScore: "reviewScore",
  reviewOpinion: "reviewOpinion",
  reason: "reason",
  evidence: "evidence",
  remark: "remark",
};

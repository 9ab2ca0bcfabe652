import { highest } from "../../workbook/long-lists";
import { compact, unspaced } from "../../model/text";
import { columnName, type CellPosition } from "../../workbook/address";
import type { FundingColumn, StatedNumber, TableColumn } from "../../model/scoring-table";
import type { ColumnContent } from "./column-content";
import type { ColumnHead } from "./column-heads";
import type { HeaderRole } from "../words/header-words";
import { readMark } from "../words/mark-text";
import { embeddedNumber } from "../cells/stated-number";

/** A column as its header and the cells below make it out, before the columns are weighed against each other. */
export interface Candidate {
  readonly head: ColumnHead;
  readonly column: number;
  readonly role: HeaderRole;
  readonly strength: number;
  readonly level: number | null;
  readonly party: "self" | "review" | "judging" | "panel" | null;
  readonly content: ColumnContent;
}

/** Columns that may equally well be meant, and as what. */
export interface Dispute {
  readonly role: HeaderRole | FundingColumn;
  readonly level: number | null;
  readonly columns: readonly ColumnLabel[];
}

/** A column in words: `D 得分`. */
export interface ColumnLabel {
  readonly column: number;
  readonly label: string;
  readonly head: CellPosition;
}

/** Those that say it most plainly; of columns with nothing below, one that holds something is meant. */
export function strongest(found: readonly Candidate[]): readonly Candidate[] {
  const most = highest(found.map((each) => each.strength));
  const plain = found.filter((each) => each.strength === most);
  const filled = plain.filter((each) => each.content.cells > 0);
  const [first] = filled;
  // the same twice leaves nothing open
  if (first && filled.every((each) => each.content.values === first.content.values)) return [first];
  return filled.length > 0 ? filled : plain;
}

export const describe = (each: Candidate): ColumnLabel => ({
  column: each.column,
  label: `${columnName(each.column)} ${printed(each.head)}`,
  head: { row: each.head.cell.row, column: each.head.cell.column },
});

export const dispute = (role: HeaderRole, found: readonly Candidate[], level: number | null = null): Dispute => ({
  role,
  level,
  columns: found.map(describe),
});

export const printed = (head: ColumnHead): string =>
  [head.above, head.text].filter((text) => text !== "").map((text) => unspaced(text)).join("/"); // prettier-ignore

export function column(each: Candidate, role: TableColumn["role"], level?: number): TableColumn {
  const headerMark = role === "level" ? null : markIn(each.head);
  const header = [each.head.above, each.head.text].filter((text) => text !== "").join("/");
  return {
    role,
    column: each.column,
    header,
    ...(level === undefined ? {} : { level }),
    ...(headerMark ? { headerMark } : {}),
  };
}

/** 分值（100分） states a mark of its own. */
function markIn(head: ColumnHead): StatedNumber | null {
  const inside = /[([]([^()[\]]*)[)\]]/.exec(compact(head.text))?.[1];
  const mark = inside === undefined ? null : readMark(inside, false);
  return mark && embeddedNumber(mark, { row: head.cell.row, column: head.cell.column });
}

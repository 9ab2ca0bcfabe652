import type { Finding } from "../findings/finding";
import type { Ownership } from "../ours/ownership";
import { readOurs } from "../ours/read-ours";
import type { RecordSheet } from "../ours/record-sheet";
import { isTagName } from "../ours/tags";
import { pathKey } from "../model/path";
import { parseFormula } from "../formula/parse";
import { relativeForm } from "../formula/relative-form";
import type { CellAddress, CellPosition } from "../workbook/address";
import { cellsByRow } from "../workbook/sheet-view";
import { scalarText } from "../workbook/cell-content";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { CellWrite, WritePlan } from "../workbook/write-plan";
import { append } from "../workbook/lists-by-key";
import type { Review } from "../review.types";
import { planReview } from "./plan-review";
import { SETTLED } from "./record/record-list";
import { scoresWithoutRule } from "./scores-without-rule";

/**
 * What the plan of now would mend or take back in what an earlier run wrote: formulas of ours that somebody replaced or
 * deleted, and computed scores that no rule stands behind any more. A workbook that Pinghe never wrote to has neither.
 */
export function standingFaults(book: WorkbookSnapshot, review: Review): readonly Finding[] {
  if (!book.names.some(({ name }) => isTagName(name))) return [];
  const { plan } = planReview(book, review, { lang: "zh" });
  const firstTable = new Map<string, string>();
  for (const { table } of review.tables) if (!firstTable.has(table.sheet)) firstTable.set(table.sheet, table.id);
  return [...overwrittenFormulas(book, plan, review, firstTable), ...scoresWithoutRule(book, plan, firstTable)];
}

/** The cell no longer follows what it was computed from (SPEC P15). Told by what the plan would put there now. */
function overwrittenFormulas(
  book: WorkbookSnapshot,
  plan: WritePlan,
  review: Review,
  firstTable: ReadonlyMap<string, string>,
): readonly Finding[] {
  const { ownership, record } = readOurs(book);
  const paths = pathsByRow(review);
  const typed = record === "unreadable" ? null : typedOverStatus(record);
  return plan.steps.flatMap((step) => {
    if (step.do !== "putCells") return [];
    const emptied = emptiedCells(book, step.sheet, step.cells, ownership);
    return step.cells.flatMap((write): Finding[] => {
      const { row, column, expect, content } = write;
      if (content.type !== "formula" || !("value" in expect)) return [];
      // A finding that is there again has its formula again; 已消除 over a live status is somebody's own word.
      if (
        (expect.value === SETTLED && typed?.(step.sheet, write) !== true) ||
        (expect.value === null && !emptied.has(write))
      )
        return [];
      const table = firstTable.get(step.sheet) ?? null;
      const at = { sheet: step.sheet, row, column };
      const data = { expected: content.formula, found: expect.value === null ? "" : scalarText(expect.value) };
      const subject = [paths(at), shapeOf(content.formula, at)].join(" ");
      return [{ code: "formula-overwritten", table, sheet: step.sheet, at, path: [], subject, data }];
    });
  });
}

/** Which formula it is, wherever its row and those that it reads come to stand. */
function shapeOf(formula: string, at: CellPosition): string {
  const parsed = parseFormula(formula);
  return parsed.ok ? relativeForm(parsed.value, at).shape : formula;
}

/** The indicator in whose row a cell stands; "" where it is in none. */
function pathsByRow({ tables }: Review): (at: CellAddress) => string {
  const paths = new Map<string, string>();
  for (const { table } of tables)
    for (const { row, path } of table.indicators) paths.set(`${row}!${table.sheet}`, pathKey(path));
  return ({ sheet, row }) => paths.get(`${row}!${sheet}`) ?? "";
}

/** Whether the status at a cell of 核验记录 was live when we last wrote its row. */
function typedOverStatus(record: RecordSheet | null): (sheet: string, at: CellPosition) => boolean {
  const live = new Set(
    record?.entries.flatMap(({ row, seal }) => (seal?.status === "live" || seal?.status === "report" ? [row] : [])),
  );
  return (sheet, { row, column }) => sheet === record?.sheet && column === record.columns.status && live.has(row);
}

/**
 * Blank cells of ours where a formula stood. A row that wants anything but formulas in blank or typed-over cells is new, or
 * was planned from something else, and its blanks may never have held one; where all else in it stands as it was planned,
 * they did.
 */
function emptiedCells(
  book: WorkbookSnapshot,
  sheet: string,
  writes: readonly CellWrite[],
  ownership: Ownership,
): ReadonlySet<CellWrite> {
  const standing = book.sheets.find(({ name }) => name === sheet);
  const found = new Set<CellWrite>();
  if (!standing) return found;
  const cells = cellsByRow(standing);
  const rows = new Map<number, CellWrite[]>();
  for (const write of writes) append(rows, write.row, write);
  for (const [row, own] of rows) {
    const isAsPlanned = own.every(({ content, expect }) => content.type === "formula" && "value" in expect);
    const blank = own.filter(({ expect }) => "value" in expect && expect.value === null);
    if (!isAsPlanned || blank.length === 0) continue;
    const wanted = new Set(own.map(({ column }) => column));
    const stands = (cells.get(row) ?? []).some(
      ({ column, value }) => value !== null && value !== "" && !wanted.has(column) && ownership.isOurCell(sheet, { row, column }),
    );
    if (!stands) continue;
    for (const write of blank) if (ownership.isOurCell(sheet, write)) found.add(write);
  }
  return found;
} // prettier-ignore

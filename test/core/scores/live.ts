import { SheetView } from "../../../src/core/workbook/sheet-view";
import type { CellScalar, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { readOurs } from "../../../src/core/ours/read-ours";
import { planReview } from "../../../src/core/plan/plan-review";
import type { ReviewOptions } from "../../../src/core/review";
import { applyPlan, calculated } from "../../support/apply-plan";
import { reviewed } from "./project-sheet";
import { parseReference } from "../../../src/core/workbook/sheet-area";

/** The workbook with everything that a review adds, calculated. */
export const scored = (
  book: WorkbookSnapshot,
  options: Partial<ReviewOptions> = {},
  fillBlank = false,
): WorkbookSnapshot => applyPlan(book, planReview(book, reviewed(book, options), { lang: "zh", fillBlank }).plan);

/** What our column 复算分 shows in a row of the table's sheet (zero-based). */
export function shownScore(book: WorkbookSnapshot, row: number): CellScalar {
  const name = book.names.find((defined) => defined.name === "_pinghe.t1.recomputed");
  const [area] = parseReference(name?.refersTo ?? "");
  const sheet = book.sheets.find(({ name: title }) => title === area?.sheet);
  if (!area || !sheet) throw new Error("no column 复算分");
  return new SheetView(sheet).value(row, area.rect.left);
}

/** What stands beside a label of 核验记录's summary, so many columns to the right. */
export function shownBeside(book: WorkbookSnapshot, label: string, columns: number): CellScalar {
  const sheet = book.sheets.find(({ name }) => name === "核验记录");
  const cell = sheet?.cells.find(({ value }) => value === label);
  if (!sheet || !cell) throw new Error(`no line ${label}`);
  return new SheetView(sheet).value(cell.row, cell.column + columns);
}

/** The workbook with other values in some cells, calculated: "评分表" by row and column. */
export function withValues(
  book: WorkbookSnapshot,
  sheet: string,
  values: readonly (readonly [row: number, column: number, value: CellScalar])[],
): WorkbookSnapshot {
  const sheets = book.sheets.map((one) => {
    if (one.name !== sheet) return one;
    const others = one.cells.filter(({ row, column }) => !values.some(([r, c]) => r === row && c === column));
    const put = values.map(([row, column, value]) => ({ row, column, value }));
    return { ...one, cells: [...others, ...put].sort((a, b) => a.row - b.row || a.column - b.column) };
  });
  return calculated({ ...book, sheets });
}

/** 基础数据 filled in by label. */
export function answered(book: WorkbookSnapshot, values: Readonly<Record<string, CellScalar>>): WorkbookSnapshot {
  const base = readOurs(book).base;
  if (!base || base === "unreadable") throw new Error("no sheet 基础数据");
  const rows = Object.entries(values).map(([label, value]) => {
    const found = base.rows.find((row) => row.label === label);
    if (!found) throw new Error(`no row ${label} among ${base.rows.map((row) => row.label).join(", ")}`);
    return [found.valueAt.row, found.valueAt.column, value] as const;
  });
  return withValues(book, base.sheet, rows);
}

import { blankedScores } from "../../core/plan/scores-without-rule";
import { columnName, type Rect } from "../../core/workbook/address";
import { isBlankCell } from "../../core/workbook/cell-content";
import { SheetView } from "../../core/workbook/sheet-view";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { WritePlan } from "../../core/workbook/write-plan";

/** What a plan comes to, in the few figures that a person needs before it is carried out. */
export interface PlanSummary {
  /** Filled cells of the unit's on the table's sheet, and the columns in which they stand. */
  readonly own: { readonly cells: number; readonly columns: string };
  /** Columns that are added beside the table, by their headers. */
  readonly added: { readonly headers: readonly string[]; readonly columns: string };
  /** Cells of ours that change. */
  readonly updated: number;
  readonly sheets: readonly { readonly name: string; readonly rows: number }[];
  readonly formulas: number;
  readonly names: number;
  readonly rules: number;
  /** Recomputed scores that stand and would be blanked, since the rules are others now. */
  readonly blanked: number;
}

export function summarisePlan(plan: WritePlan, book: WorkbookSnapshot, table: TablePlace | null): PlanSummary {
  const { steps } = plan;
  const added = new Set(steps.flatMap((step) => (step.do === "addSheet" ? [step.sheet] : [])));
  const views = new Map(book.sheets.map((sheet) => [sheet.name, new SheetView(sheet)]));
  const writes = steps.flatMap((step) =>
    step.do === "putCells" ? step.cells.map((cell) => ({ ...cell, sheet: step.sheet })) : [],
  );
  const fresh = writes.filter(({ sheet, row, column }) => isBlankCell(views.get(sheet)?.cell(row, column)));
  const beside = table ? fresh.filter(({ sheet, row }) => sheet === table.sheet && table.headerRows.includes(row)) : [];
  const right = table?.range.right ?? 0;
  const headers = beside.filter(({ content, column }) => content.type === "text" && column > right);
  const columns = headers.map(({ column }) => column);
  const sheet = table ? book.sheets.find(({ name }) => name === table.sheet) : undefined;
  const own = sheet?.cells.filter((cell) => !isBlankCell(cell)) ?? [];
  return {
    own: { cells: own.length, columns: spanOf(own.map(({ column }) => column)) },
    added: {
      headers: headers.map(({ content }) => (content.type === "text" ? content.text : "")),
      columns: spanOf(columns),
    },
    updated: writes.length - fresh.length,
    sheets: [...added].map((name) => ({
      name,
      rows: new Set(writes.filter((write) => write.sheet === name).map(({ row }) => row)).size,
    })),
    formulas: writes.filter(({ content }) => content.type === "formula").length,
    names: steps.filter((step) => step.do === "defineName" && !step.hidden).length,
    rules: steps.filter(({ do: what }) => what === "validate" || what === "formatWhen").length,
    blanked: blankedScores(plan, book).length,
  };
}

export interface TablePlace {
  readonly sheet: string;
  readonly range: Rect;
  readonly headerRows: readonly number[];
}

function spanOf(columns: readonly number[]): string {
  if (columns.length === 0) return "";
  const [first, last] = [columns.reduce((a, b) => Math.min(a, b)), columns.reduce((a, b) => Math.max(a, b))];
  return first === last ? columnName(first) : `${columnName(first)}–${columnName(last)}`;
}

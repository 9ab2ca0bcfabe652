import { isBlankCell } from "../../core/workbook/cell-content";
import type { CellSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { CellWrite, WritePlan } from "../../core/workbook/write-plan";

/**
 * The workbook as it stands after a plan that only puts constants into cells, so that the next save need not wait for a
 * reading; null where the plan does more than that.
 */
export function patched(book: WorkbookSnapshot, { steps }: WritePlan): WorkbookSnapshot | null {
  const bySheet = new Map<string, CellWrite[]>();
  for (const step of steps) {
    if (step.do !== "putCells" || step.cells.some(({ content }) => content.type === "formula")) return null;
    bySheet.set(step.sheet, [...(bySheet.get(step.sheet) ?? []), ...step.cells]);
  }
  const sheets = book.sheets.map((sheet) => {
    const writes = bySheet.get(sheet.name);
    if (!writes) return sheet;
    const places = new Map(writes.map((write) => [`${write.row}:${write.column}`, write]));
    const kept = sheet.cells.flatMap((cell) => {
      const write = places.get(`${cell.row}:${cell.column}`);
      places.delete(`${cell.row}:${cell.column}`);
      return write ? cellOf(write, cell) : [cell];
    });
    return { ...sheet, cells: inOrder([...kept, ...[...places.values()].flatMap((write) => cellOf(write))]) };
  });
  return { ...book, sheets };
}

function cellOf({ row, column, content }: CellWrite, before?: CellSnapshot): readonly CellSnapshot[] {
  const value = content.type === "number" ? content.number : content.type === "text" ? content.text : null;
  const format = before?.numberFormat === undefined ? {} : { numberFormat: before.numberFormat };
  const cell: CellSnapshot = { row, column, value, ...format };
  return isBlankCell(cell) ? [] : [cell];
}

const inOrder = (cells: readonly CellSnapshot[]): readonly CellSnapshot[] =>
  [...cells].sort((a, b) => a.row - b.row || a.column - b.column);

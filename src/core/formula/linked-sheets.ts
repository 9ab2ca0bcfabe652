import { MAX_COLUMNS } from "../workbook/address";
import type { LinkedBook, LinkedSheet } from "../workbook/snapshot";
import type { CalculationSource, SourceCell } from "./calculation";

/** A sheet of another workbook under a name that no sheet can have: [1]汇总. */
export const linkedSheetName = (book: string, sheet: string): string => `[${book}]${sheet}`;

/**
 * The source with the sheets of other workbooks beside its own, each with the cells that the file keeps of it. A sheet of
 * which nothing is kept is not among them, so that no formula takes a value that nobody knows for a blank.
 */
export function withLinkedSheets(source: CalculationSource): CalculationSource {
  const kept = (source.links ?? []).flatMap((book, index) => keptSheets(book, String(index + 1)));
  if (kept.length === 0) return source;
  const sheets = new Map(kept.map((sheet) => [sheet.name, sheet]));
  return {
    ...source,
    sheets: [...source.sheets, ...sheets.keys()],
    cell: (sheet, row, column) => {
      const linked = sheets.get(sheet);
      return linked ? linked.cells.get(row * MAX_COLUMNS + column) : source.cell(sheet, row, column);
    },
    used: (sheet) => (sheets.has(sheet) ? (sheets.get(sheet)?.used ?? null) : source.used(sheet)),
    ...(source.rows && {
      rows: (sheet: string, column: number) => sheets.get(sheet)?.rows.get(column) ?? source.rows?.(sheet, column) ?? [], // prettier-ignore
    }),
    resolveName: (name, sheet) => (sheets.has(sheet) ? null : source.resolveName(name, sheet)),
    isRowHidden: (sheet, row) => (sheets.has(sheet) ? false : (source.isRowHidden?.(sheet, row) ?? false)),
  };
}

const keptSheets = ({ sheets }: LinkedBook, book: string) =>
  sheets.flatMap(({ name, cells }) => (cells ? [keptSheet(linkedSheetName(book, name), cells)] : []));

function keptSheet(name: string, list: NonNullable<LinkedSheet["cells"]>) {
  const cells = new Map<number, SourceCell>();
  const rows = new Map<number, number[]>();
  const used = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
  for (const { row, column, value } of [...list].sort((a, b) => a.row - b.row || a.column - b.column)) {
    cells.set(row * MAX_COLUMNS + column, { value });
    const inColumn = rows.get(column);
    if (inColumn) inColumn.push(row);
    else rows.set(column, [row]);
    used.top = Math.min(used.top, row);
    used.left = Math.min(used.left, column);
    used.bottom = Math.max(used.bottom, row);
    used.right = Math.max(used.right, column);
  }
  return { name, cells, rows, used };
}

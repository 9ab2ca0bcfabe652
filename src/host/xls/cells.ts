import * as XLSX from "@e965/xlsx";
import type { CellNote, CellScalar, CellSnapshot } from "../../core/workbook/snapshot";
import { isErrorCode } from "../../core/workbook/snapshot";

/** The cells that hold something, and the notes, in row order. */
export function readCells(sheet: XLSX.WorkSheet): {
  readonly cells: readonly CellSnapshot[];
  readonly notes: readonly CellNote[];
} {
  const cells: CellSnapshot[] = [];
  const notes: CellNote[] = [];
  const rows = (sheet["!data"] ?? []) as readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[];
  for (const [row, columns] of rows.entries()) {
    for (const [column, cell] of (columns ?? []).entries()) {
      if (!cell) continue;
      const text = noteText(cell);
      if (text !== "") notes.push({ row, column, text });
      const found = cellSnapshot(row, column, cell);
      if (found) cells.push(found);
    }
  }
  return { cells, notes };
}

function cellSnapshot(row: number, column: number, cell: XLSX.CellObject): CellSnapshot | null {
  const value = valueOf(cell);
  const formula = cell.f === undefined || cell.f === "" ? undefined : `=${cell.f}`;
  if (value === null && formula === undefined) return null;
  const format = typeof cell.z === "string" && !/^general$/i.test(cell.z) ? cell.z : undefined;
  const area = cell.F === undefined ? null : XLSX.utils.decode_range(cell.F);
  return {
    row,
    column,
    value,
    ...(formula !== undefined && { formula }),
    ...(area && { array: { top: area.s.r, left: area.s.c, bottom: area.e.r, right: area.e.c } }),
    ...(format !== undefined && { numberFormat: format }),
  };
}

function valueOf({ t, v, w }: XLSX.CellObject): CellScalar {
  if (t === "e") return { error: w !== undefined && isErrorCode(w) ? w : "#UNKNOWN!" };
  if (typeof v === "number") return Number.isFinite(v) ? v : { error: "#NUM!" };
  if (typeof v === "string") return v === "" ? null : v;
  return typeof v === "boolean" ? v : null;
}

const noteText = ({ c }: XLSX.CellObject): string =>
  (c ?? [])
    .map(({ t }) => t)
    .join("\n")
    .trim();

import { walk, type AreaNode } from "../../formula/parsed";
import { a1 } from "../../workbook/address";
import type { SheetView } from "../../workbook/sheet-view";
import type { Line, LineCell, SheetLines } from "./sheet-lines";

/** Formulas that read cells in which nothing can stand, or nothing does. */
export interface EmptyRead {
  readonly cell: LineCell;
  readonly code: "empty-reference" | "merged-reference";
  readonly cells: readonly string[];
}

/**
 * Single cells that a formula reads and that are covered by a merge, or lie in a row or column of their sheet in which
 * nothing stands at all (SPEC G14). A blank cell among filled ones may still be filled in, so it is no fault.
 */
export function emptyReads(lines: SheetLines, views: ReadonlyMap<string, SheetView>): readonly EmptyRead[] {
  const filled = new Map([...views].map(([name, view]) => [name, occupied(view)]));
  const alone = lonely(lines.columns, lines.rows);
  return lines.columns.flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      const read = singleCells(cell);
      const covered: string[] = [];
      const empty: string[] = [];
      for (const { sheet, rect, text } of read) {
        const name = sheet ?? lines.sheet.name;
        const view = views.get(name);
        if (!view || view.cell(rect.top, rect.left)) continue;
        const anchor = view.anchor(rect.top, rect.left);
        const shown = sheet === null ? a1({ row: rect.top, column: rect.left }) : text;
        if (anchor.row !== rect.top || anchor.column !== rect.left) {
          if (typeof view.value(anchor.row, anchor.column) === "number") covered.push(shown);
        } else if (!isUsed(filled.get(name), rect.top, rect.left) && alone.has(cell)) empty.push(shown);
      }
      return [
        ...(covered.length > 0 ? [{ cell, code: "merged-reference" as const, cells: [...new Set(covered)] }] : []),
        ...(empty.length > 0 ? [{ cell, code: "empty-reference" as const, cells: [...new Set(empty)] }] : []),
      ];
    }),
  );
}

/** Functions that ask where or whether, not how much. */
const NOT_READING: ReadonlySet<string> = new Set(["ROW", "COLUMN", "ROWS", "COLUMNS", "ISBLANK", "COUNTBLANK", "OFFSET", "INDIRECT", "CELL", "COUNT", "COUNTA"]); // prettier-ignore

/** The single cells whose values count; none where the formula itself asks whether they are blank, or shows nothing. */
function singleCells({ formula, value }: LineCell): readonly AreaNode[] {
  if (!formula?.parsed || value === "") return [];
  const nodes = [...walk(formula.parsed.tree)];
  if (nodes.some((node) => node.node === "call" && NOT_READING.has(node.fn))) return [];
  if (nodes.some((node) => node.node === "literal" && node.value === "")) return [];
  return nodes.filter((node) => node.node === "area" && node.lastSheet === null && node.whole === null && node.rect.top === node.rect.bottom && node.rect.left === node.rect.right) as AreaNode[]; // prettier-ignore
}

interface Occupied {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
}

const occupied = ({ sheet: { cells } }: SheetView): Occupied => ({
  rows: new Set(cells.map(({ row }) => row)),
  columns: new Set(cells.map(({ column }) => column)),
});

const isUsed = (filled: Occupied | undefined, row: number, column: number): boolean =>
  filled !== undefined && filled.rows.has(row) && filled.columns.has(column);

/** Formulas whose form no neighbour has: a form filled down into a template reads ahead of what will be filled in. */
function lonely(...axes: readonly (readonly Line[])[]): ReadonlySet<LineCell> {
  const copied = new Set<LineCell>();
  const all: LineCell[] = [];
  for (const lines of axes) {
    for (const { cells } of lines) {
      cells.forEach((cell, at) => {
        all.push(cell);
        if (cell.key !== "" && (cells[at - 1]?.key === cell.key || cells[at + 1]?.key === cell.key)) copied.add(cell);
      });
    }
  }
  return new Set(all.filter((cell) => !copied.has(cell)));
}

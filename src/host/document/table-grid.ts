import type { Rect } from "../../core/workbook/address";
import type { DocumentItem, DocumentTable } from "./document-item";

/** A cell at its place among the columns that a person sees. */
export interface PlacedCell extends Rect {
  readonly items: readonly DocumentItem[];
  /** What stands in cells that the merge covers, and is not printed. */
  readonly covered: readonly { readonly row: number; readonly items: readonly DocumentItem[] }[];
}

export interface TableGrid {
  readonly cells: readonly PlacedCell[];
  readonly rows: number;
  readonly columns: number;
  /** In twentieths of a point; 0 where the file does not say. */
  readonly widths: readonly number[];
}

/** A border that was drawn by hand stands beside the others by up to a millimetre, and makes no column. */
const SAME_EDGE = 57;

interface Span {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** Lays a table out: its columns are the edges at which cells begin or end, whatever the file's own grid counts. */
export function layOut(table: DocumentTable): TableGrid {
  const spans = spansOf(table);
  const { columnOf, widths } = columnsOf(spans.flat(), table.grid);
  const cells: { -readonly [K in keyof PlacedCell]: PlacedCell[K] }[] = [];
  let open = new Map<number, (typeof cells)[number]>();
  for (const [row, { cells: own }] of table.rows.entries()) {
    const next = new Map<number, (typeof cells)[number]>();
    for (const [i, { continues, items }] of own.entries()) {
      const { from = 0, to = 0 } = spans[row]?.[i] ?? {};
      const [left, right] = [columnOf(from), columnOf(to) - 1];
      const above = open.get(left);
      if (continues && above?.right === right) {
        above.bottom = row;
        above.covered = [...above.covered, { row, items }];
        next.set(left, above);
        continue;
      }
      const placed = { top: row, bottom: row, left, right, items, covered: [] };
      cells.push(placed);
      next.set(left, placed);
    }
    open = next;
  }
  return { cells, rows: table.rows.length, columns: widths.length, widths };
}

function spansOf({ rows }: DocumentTable): readonly (readonly Span[])[] {
  return rows.map(({ before, cells }, row) => {
    let at = before;
    return cells.map(({ span }) => ({ row, from: at, to: (at += span) }));
  });
}

/** Which column begins at an edge of the file's grid, and how wide each column is. */
function columnsOf(spans: readonly Span[], grid: readonly number[]) {
  const edges = [...new Set(spans.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const places = placesOf(grid);
  const latestStart = new Map<number, number>();
  for (const { from, to } of spans) latestStart.set(to, Math.max(from, latestStart.get(to) ?? -1));
  const column = new Map<number, number>();
  const starts: number[] = [];
  for (const edge of edges) {
    const first = starts.at(-1);
    const gap = first === undefined ? Infinity : (places[edge] ?? Infinity) - (places[first] ?? -Infinity);
    // a cell between the two edges would vanish
    const isSame = first !== undefined && gap <= SAME_EDGE && (latestStart.get(edge) ?? -1) < first;
    if (!isSame) starts.push(edge);
    column.set(edge, starts.length - 1);
  }
  const widths = starts.slice(0, -1).map((edge, i) => (places[starts[i + 1] ?? 0] ?? 0) - (places[edge] ?? 0));
  return {
    columnOf: (edge: number): number => column.get(edge) ?? 0,
    widths: widths.map((width) => Math.max(0, width)),
  };
}

/** Where each edge of the file's grid lies; edges beyond the widths that it states have no place. */
function placesOf(grid: readonly number[]): readonly number[] {
  const places = [0];
  for (const width of grid) places.push((places.at(-1) ?? 0) + width);
  return grid.some((width) => width > 0) ? places : [];
}

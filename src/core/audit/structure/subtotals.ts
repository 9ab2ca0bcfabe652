import { isInside, overlaps, type Rect } from "../../workbook/address";
import { append } from "../../workbook/lists-by-key";
import { addedAreas } from "./aggregates";
import { type LineCell, type SheetLines } from "./sheet-lines";

/** A sum that adds a sub-total and the numbers of which that is the sum. */
export interface CountedTwice {
  readonly cell: LineCell;
  readonly subtotals: readonly LineCell[];
}

/** A formula that only adds, with the areas that it adds. */
interface Sum {
  readonly cell: LineCell;
  readonly areas: readonly Rect[];
  /** Its place in reading order, column by column. */
  readonly order: number;
}

/** Sums over sub-totals and their parts (SPEC G13); a sum that is halved afterwards is none of them. */
export function countedTwice(lines: SheetLines): readonly CountedTwice[] {
  const columns = lines.columns.map(({ index, cells }) => ({ index, sums: cells.flatMap((cell) => sumAt(cell) ?? []) }));
  const all = columns.flatMap(({ sums }) => sums).map((sum, order): Sum => ({ ...sum, order }));
  const byColumn = new Map<number, Sum[]>();
  for (const sum of all) append(byColumn, sum.cell.column, sum);
  return all.flatMap((sum) => {
    const subtotals = sumsWithin(byColumn, sum).filter(({ areas }) => isSubtotalWithin(lines, areas, sum.areas));
    return subtotals.length > 0 ? [{ cell: sum.cell, subtotals: subtotals.map(({ cell }) => cell) }] : [];
  });
} // prettier-ignore

function sumAt(cell: LineCell): Omit<Sum, "order"> | null {
  const areas = cell.formula === null ? null : ownAreas(cell);
  return areas && areas.length > 0 ? { cell, areas } : null;
}

/** The other sums among the cells that one adds, as far as they add any of these: a column is looked at between its rows. */
function sumsWithin(byColumn: ReadonlyMap<number, readonly Sum[]>, { cell, areas }: Sum): readonly Sum[] {
  const found = new Set<Sum>();
  for (const { top, left, bottom, right } of areas) {
    for (const [column, sums] of byColumn) {
      if (column < left || column > right) continue;
      for (let i = firstFrom(sums, top); i < sums.length; i++) {
        const sum = sums[i];
        if (!sum || sum.cell.row > bottom) break;
        if (sum.cell !== cell && sum.areas.some((part) => areas.some((area) => overlaps(part, area)))) found.add(sum);
      }
    }
  }
  return [...found].sort((a, b) => a.order - b.order);
}

/** The first sum of a column at or below a row. */
function firstFrom(sums: readonly Sum[], row: number): number {
  let [low, high] = [0, sums.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle]?.cell.row ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The areas of its own sheet that a formula adds and nothing else; null for other formulas. */
function ownAreas({ formula }: LineCell): readonly Rect[] | null {
  const areas = formula?.meaning ? addedAreas(formula.meaning) : null;
  return areas?.every(({ sheet, whole }) => sheet === null && whole === null) ? areas.map(({ rect }) => rect) : null;
}

/** All that the sub-total adds, two numbers at least, is added again. */
function isSubtotalWithin(lines: SheetLines, parts: readonly Rect[], areas: readonly Rect[]): boolean {
  let numbers = 0;
  for (const { top, left, bottom, right } of parts) {
    if ((bottom - top + 1) * (right - left + 1) > 10_000) return false;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const cell = lines.at(row, column);
        if (typeof cell?.value !== "number") continue;
        if (!areas.some((area) => isInside(cell, area))) return false;
        numbers++;
      }
    }
  }
  return numbers >= 2;
}

import { hash64 } from "../findings/fingerprint";
import { cellsByRow } from "../workbook/sheet-view";
import type { Rect } from "../workbook/address";
import { scalarText } from "../workbook/cell-content";
import type { CellSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { readOurs } from "./read-ours";

/** What stands in the areas of a sheet, as a number for each that costs no walk through its cells. */
export interface SheetSums {
  /** The same for the same content in whatever order; null where nothing stands there. `own`: a row that needs no label. */
  within(rect: Rect, own: number | null): string | null;
}

/** Down one column: its filled rows, and for each the sums of what stands there and of the labels of these rows. */
interface ColumnSums {
  readonly rows: number[];
  readonly values: number[];
  readonly labels: number[];
}

/** Null where there is no such sheet. What Pinghe added is left out, since it comes and goes. */
export function sheetSums(book: WorkbookSnapshot, name: string): SheetSums | null {
  const sheet = book.sheets.find((one) => one.name === name);
  if (!sheet) return null;
  const { ownership } = readOurs(book);
  const columns = new Map<number, ColumnSums>();
  for (const [row, cells] of [...cellsByRow(sheet)].sort(([a], [b]) => a - b)) {
    const unit = cells.filter((cell) => cell.value !== null && !ownership.isOurCell(name, cell));
    const label = labelOf(unit);
    for (const { column, value } of unit) {
      const sums = columns.get(column) ?? { rows: [], values: [], labels: [] };
      columns.set(column, sums);
      sums.rows.push(row);
      sums.values.push(((sums.values.at(-1) ?? 0) + digest(scalarText(value))) >>> 0);
      sums.labels.push(((sums.labels.at(-1) ?? 0) + label) >>> 0);
    }
  }
  return { within: (rect, own) => within(columns, rect, own) };
}

/** The row's words in front of its figures, by which it is known wherever it stands; names sorted within a level add up. */
function labelOf(cells: readonly CellSnapshot[]): number {
  let sum = 0;
  let isNamed = false;
  for (const { value, formula } of cells) {
    const isText = typeof value === "string" && formula === undefined;
    if (isNamed && !isText) break;
    if (isText) sum = (sum + digest(value)) >>> 0;
    isNamed ||= isText;
  }
  return sum;
}

function within(columns: ReadonlyMap<number, ColumnSums>, { top, bottom, left, right }: Rect, own: number | null): string | null {
  const isOwnRow = top === bottom && top === own;
  let [count, values, labels] = [0, 0, 0];
  for (const [column, sums] of columns) {
    if (column < left || column > right) continue;
    const [from, to] = [firstFrom(sums.rows, top), firstFrom(sums.rows, bottom + 1)];
    count += to - from;
    values = (values + between(sums.values, from, to)) >>> 0;
    if (!isOwnRow) labels = (labels + between(sums.labels, from, to)) >>> 0;
  }
  return count === 0 ? null : `${count}.${values.toString(36)}.${labels.toString(36)}`;
} // prettier-ignore

const between = (sums: readonly number[], from: number, to: number): number =>
  to === from ? 0 : (sums[to - 1] ?? 0) - (from === 0 ? 0 : (sums[from - 1] ?? 0));

/** The index of the first row at or below `row`. */
function firstFrom(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

const digest = (text: string): number => parseInt(hash64(text).slice(0, 8), 16);

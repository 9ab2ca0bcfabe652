import type { Rect } from "../../../core/workbook/address";
import { heightOf, rangeOf, sizeOf, widthOf } from "./areas";
import { CELL_PROPERTIES, cellsOf } from "./cells";
import type { CellSnapshot } from "../../../core/workbook/snapshot";

/**
 * Cells asked for in the first round trip. At 40 to 60 bytes a cell, and 150 for one of twenty Chinese characters, this
 * stays below the 5 MB that Excel on the web allows; where it does not, the trip is begun again with half of it.
 */
export const CELLS_PER_TRIP = 25_000;

/** What an answer should weigh at most. */
const BYTES_PER_TRIP = 3_000_000;

/** How many cells the next trip can carry, by the weight of those of the last one. */
export function nextBudget(budget: number, last: readonly BlockCells[]): number {
  const asked = last.reduce((sum, { block }) => sum + sizeOf(block.rect), 0);
  if (asked === 0) return budget;
  const bytes = last.reduce((sum, { cells }) => sum + cells.reduce((all, cell) => all + bytesOf(cell), 0), 0);
  const each = EMPTY_BYTES + bytes / asked;
  return Math.max(1, Math.min(CELLS_PER_TRIP, budget, Math.floor(BYTES_PER_TRIP / each)));
}

const EMPTY_BYTES = 30;

/** A constant comes twice, as value and as formula; a character takes up to three bytes. */
function bytesOf({ value, formula, numberFormat }: CellSnapshot): number {
  const shown = typeof value === "string" ? value.length * 3 : 20;
  return 20 + shown + (formula?.length ?? shown) + (numberFormat?.length ?? 0);
}

/** Rows of a sheet that are read together. */
export interface Block {
  readonly sheet: number;
  readonly rect: Rect;
}

/** What a block tells. */
export interface BlockCells {
  readonly block: Block;
  readonly cells: readonly CellSnapshot[];
  /** Per row, on a protected sheet. */
  readonly locked: readonly (readonly boolean[])[];
}

/** The next blocks within the budget; a block too large for it is parted at a row. */
export function takeBlocks(queue: Block[], budget: number): readonly Block[] {
  const taken: Block[] = [];
  for (let left = budget; left > 0;) {
    const block = queue.shift();
    if (!block) break;
    const rows = Math.max(taken.length === 0 ? 1 : 0, Math.floor(left / widthOf(block.rect)));
    if (rows === 0) {
      queue.unshift(block);
      break;
    }
    const [now, rest] = parted(block, rows);
    taken.push(now);
    if (rest) queue.unshift(rest);
    left -= sizeOf(now.rect);
  }
  return taken;
}

function parted(block: Block, rows: number): readonly [Block, Block | null] {
  const { rect } = block;
  if (rows >= heightOf(rect)) return [block, null];
  const middle = rect.top + rows;
  return [
    { ...block, rect: { ...rect, bottom: middle - 1 } },
    { ...block, rect: { ...rect, top: middle } },
  ];
}

export function askBlock(sheet: Excel.Worksheet, block: Block, isProtected: boolean): () => BlockCells {
  const { rect } = block;
  const range = rangeOf(sheet, rect).load(CELL_PROPERTIES);
  const locks = isProtected ? rangeOf(sheet, rect).getCellProperties({ format: { protection: true } }) : null;
  return () => ({
    block,
    cells: cellsOf(range, rect),
    locked: (locks?.value ?? []).map((row) => row.map(({ format }) => format?.protection?.locked !== false)),
  });
}

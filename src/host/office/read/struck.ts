import { boxAround, rectAt, type Rect } from "../../../core/workbook/address";
import { cellsByRow } from "../../../core/workbook/sheet-view";
import type { CellSnapshot } from "../../../core/workbook/snapshot";
import { runErrands } from "../errands";
import { rangeOf } from "./areas";
import { askAll } from "./ask-all";
import type { SheetContent } from "./read-content";

/** Of a sheet: whether a cell is struck through; null where Excel says that a part of its text is, but not which. */
export type StruckCells = (row: number, column: number) => boolean | null;

/** What Excel says of the font of an area: null where its cells differ, or the parts of its only cell. */
interface StruckArea {
  readonly sheet: number;
  readonly rect: Rect;
  readonly isStruck: boolean | null;
}

/**
 * The cells struck through on sheets that have any: row by row, then cell by cell where a row differs, each in one round
 * trip. They are asked as ranges: to ask for the properties of all cells at once counts as a change that can not be undone.
 */
export async function findStruck(
  context: Excel.RequestContext,
  content: readonly SheetContent[],
): Promise<readonly StruckCells[]> {
  const found = content.map(() => new Map<string, boolean | null>());
  const cells = content.map(({ hasStruck, blocks }) =>
    cellsByRow({ cells: hasStruck ? blocks.flatMap((block) => block.cells) : [] }),
  );
  const lines = cells.flatMap((own, sheet) => [...own.values()].flatMap((line) => stretchOf(line, sheet)));
  const single = (await askAreas(context, content, lines)).flatMap(({ sheet, rect, isStruck }) =>
    isStruck === false ? [] : (cells[sheet]?.get(rect.top) ?? []).map((cell) => ({ sheet, rect: rectAt(cell) })),
  );
  for (const { sheet, rect, isStruck } of await askAreas(context, content, single))
    found[sheet]?.set(`${rect.top},${rect.left}`, isStruck);
  return found.map((own) => (row, column) => {
    const isStruck = own.get(`${row},${column}`);
    return isStruck === undefined ? false : isStruck;
  });
}

type AskedArea = Omit<StruckArea, "isStruck">;

/** The stretch of a row that holds something. */
function stretchOf(line: readonly CellSnapshot[], sheet: number): readonly AskedArea[] {
  const rect = boxAround(line);
  return rect ? [{ sheet, rect }] : [];
}

async function askAreas(
  context: Excel.RequestContext,
  content: readonly SheetContent[],
  areas: readonly AskedArea[],
): Promise<readonly StruckArea[]> {
  const asked = askAll(areas, ({ sheet, rect }) => {
    const of = content[sheet]?.sheet;
    const font = of && rangeOf(of, rect).format.font.load("strikethrough");
    return (): StruckArea => ({ sheet, rect, isStruck: font?.strikethrough ?? null });
  });
  await runErrands(context, asked.errands);
  if (areas.length > 0) await context.sync();
  return asked.answer();
}

/** Cells without what is struck through as a whole. */
export const withStruck = (cells: readonly CellSnapshot[], isStruck: StruckCells): readonly CellSnapshot[] =>
  cells.map((cell) => (isStruck(cell.row, cell.column) === true ? { ...cell, unstruck: "" } : cell));

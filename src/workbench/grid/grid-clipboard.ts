import { a1, type CellAddress, type CellPosition } from "../../core/workbook/address";
import { fromClipboard, toClipboard } from "./cells-as-text";
import { lookAt } from "./geometry";
import type { GridSurface } from "./grid-surface";
import { shownText } from "./shown-text";

/** More cells than this are not put by one paste or one Delete. */
const MOST_CELLS = 100_000;
/** A width in which every number shows all its digits. */
const WIDE = 1e6;

/** Empties what the selected area holds. */
export function clearSelected(grid: GridSurface): void {
  const { book } = grid.painting ?? {};
  const filled = selectedCells(grid).filter((at) => book?.cell(at) !== undefined);
  if (filled.length > 0) grid.put(filled.map((at) => ({ at, text: "" })));
}

/** The cells of the selected area, of merged ones the first. */
function selectedCells(grid: GridSurface): readonly CellAddress[] {
  const { painting } = grid;
  const area = grid.area();
  if (!painting || tooMany(grid, (area.bottom - area.top + 1) * (area.right - area.left + 1))) return [];
  const cells: CellAddress[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const merge = grid.mergeAt({ row, column });
      if (!merge || (merge.top === row && merge.left === column)) cells.push({ sheet: painting.sheet, row, column });
    }
  }
  return cells;
}

function tooMany(grid: GridSurface, count: number): boolean {
  if (count <= MOST_CELLS) return false;
  grid.refuse({ zh: `一次最多处理 ${MOST_CELLS} 个单元格`, en: `at most ${MOST_CELLS} cells at once` });
  return true;
}

/** Puts what the selected cells show on the clipboard, hidden rows left out; false where a cell is being edited. */
export function copySelected(grid: GridSurface, event: ClipboardEvent): boolean {
  const { painting } = grid;
  const area = grid.area();
  if (grid.editor.isEditing || !painting) return false;
  if (tooMany(grid, (area.bottom - area.top + 1) * (area.right - area.left + 1))) return false;
  const { book, looks, sheet, geometry } = painting;
  const rows: string[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    if (geometry.rows.isHidden(row)) continue;
    const line: string[] = [];
    for (let column = area.left; column <= area.right; column++)
      line.push(shownText(book, { sheet, row, column }, lookAt(book, looks, row, column), WIDE).text);
    rows.push(line);
  }
  event.clipboardData?.setData("text/plain", toClipboard(rows));
  event.preventDefault();
  return true;
}

/** Puts what is on the clipboard from the selected cell on, as one step. */
export function pasteCells(grid: GridSurface, event: ClipboardEvent): void {
  const { painting } = grid;
  if (grid.editor.isEditing || !painting) return;
  event.preventDefault();
  const { row, column } = grid.cursor();
  const texts = fromClipboard(event.clipboardData?.getData("text/plain") ?? "").flatMap((line, down) =>
    line.map((text, across) => ({ at: { sheet: painting.sheet, row: row + down, column: column + across }, text })),
  );
  if (tooMany(grid, texts.length)) return;
  const covered = texts.find(({ at }) => !samePosition(painting.book.anchor(at), at));
  if (covered) {
    grid.refuse({
      zh: `${a1(covered.at)} 在合并单元格内，请改选粘贴位置`,
      en: `${a1(covered.at)} lies inside merged cells; choose another place`,
    });
    return;
  }
  const last = texts.at(-1)?.at;
  if (last && grid.put(texts)) grid.select({ anchor: { row, column }, reach: last });
}

const samePosition = (a: CellPosition, b: CellPosition): boolean => a.row === b.row && a.column === b.column;

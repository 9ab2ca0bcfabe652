import type { CellPosition } from "../../core/workbook/address";
import { clearSelected } from "./grid-clipboard";
import type { GridSurface } from "./grid-surface";
import type { Command } from "./keys";
import { moved, single, type Direction } from "./selection";

/** Commands that are the page's and not the grid's. */
export type PageCommand = "undo" | "redo" | "save" | "find";

/** Carries out what a key means; what is the page's is handed on once nothing is being typed any more. */
export function carryOut(grid: GridSurface, command: Command, toPage: (command: PageCommand) => void): void {
  switch (command.do) {
    case "commit":
      if (grid.editor.commit()) go(grid, command.then, false);
      return;
    case "move":
      go(grid, command.to, command.extend);
      return;
    case "page":
      goPage(grid, command.to, command.extend);
      return;
    case "home":
      goTo(grid, { row: grid.selection.reach.row, column: 0 }, command.extend);
      return;
    case "corner":
      goTo(grid, { row: 0, column: 0 }, false);
      return;
    case "end":
      goTo(grid, lastUsed(grid), false);
      return;
    case "all":
      grid.select({ anchor: { row: 0, column: 0 }, reach: lastUsed(grid) });
      return;
    case "edit":
      grid.editor.edit();
      return;
    case "cancel":
      grid.editor.cancel();
      return;
    case "clear":
      clearSelected(grid);
      return;
    case "line":
      grid.editor.insertLine();
      return;
    default:
      if (grid.editor.commit()) toPage(command.do);
  }
}

const lastUsed = ({ painting }: GridSurface): CellPosition => {
  const used = painting?.book.used(painting.sheet);
  return { row: used?.bottom ?? 0, column: used?.right ?? 0 };
};

function go(grid: GridSurface, direction: Direction, extend: boolean): void {
  const geometry = grid.painting?.geometry;
  const from = extend ? grid.selection.reach : grid.cursor();
  if (geometry)
    goTo(
      grid,
      moved(from, direction, geometry, (at) => grid.mergeAt(at)),
      extend,
    );
}

function goPage(grid: GridSurface, to: "up" | "down", extend: boolean): void {
  const geometry = grid.painting?.geometry;
  if (!geometry) return;
  const step = (grid.scroller.clientHeight - geometry.frozenHeight) * (to === "up" ? -1 : 1);
  const { reach } = grid.selection;
  goTo(grid, { row: geometry.rows.at(geometry.rows.start(reach.row) + step), column: reach.column }, extend);
}

function goTo(grid: GridSurface, at: CellPosition, extend: boolean): void {
  grid.select(extend ? { anchor: grid.selection.anchor, reach: at } : single(at));
  intoView(grid, at);
}

/** Scrolls as little as is needed. */
function intoView({ painting, scroller }: GridSurface, at: CellPosition): void {
  const geometry = painting?.geometry;
  if (!geometry) return;
  if (at.row >= geometry.frozenRows) {
    const top = geometry.y(at.row) - geometry.frozenHeight;
    const bottom = geometry.y(at.row + 1) - scroller.clientHeight;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (bottom > scroller.scrollTop) scroller.scrollTop = bottom;
  }
  if (at.column >= geometry.frozenColumns) {
    const left = geometry.x(at.column) - geometry.frozenWidth;
    const right = geometry.x(at.column + 1) - scroller.clientWidth;
    if (left < scroller.scrollLeft) scroller.scrollLeft = left;
    else if (right > scroller.scrollLeft) scroller.scrollLeft = right;
  }
}

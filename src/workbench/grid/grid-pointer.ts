import { HEAD_HEIGHT, HEAD_WIDTH } from "./geometry";
import type { GridSurface } from "./grid-surface";
import type { Selection } from "./selection";

/** Selects by pointer: a press, a drag, Shift and a press; a head takes its whole row or column. */
export function listenToPointer(grid: GridSurface, signal: AbortSignal): void {
  const { scroller } = grid;
  let isDragging = false;
  scroller.addEventListener(
    "pointerdown",
    (event) => {
      isDragging = pressed(grid, event);
    },
    { signal },
  );
  scroller.addEventListener(
    "pointermove",
    (event) => {
      if (isDragging && event.buttons === 1) dragged(grid, event);
    },
    { signal },
  );
  scroller.addEventListener("pointerup", () => (isDragging = false), { signal });
  scroller.addEventListener("dblclick", () => grid.editor.edit(), { signal });
}

function pressed(grid: GridSurface, event: PointerEvent): boolean {
  // Inside the editor and on scroll bars the browser does its own.
  if (event.button !== 0 || event.target === grid.editor.area || event.target === grid.scroller) return false;
  event.preventDefault();
  const under = selectionUnder(grid, event);
  if (!under || !grid.editor.commit()) return false;
  grid.editor.focus();
  grid.select(event.shiftKey ? { anchor: grid.selection.anchor, reach: under.reach } : under);
  return true;
}

function dragged(grid: GridSurface, event: PointerEvent): void {
  const under = selectionUnder(grid, event);
  const { anchor, reach } = grid.selection;
  if (under && (under.reach.row !== reach.row || under.reach.column !== reach.column))
    grid.select({ anchor, reach: under.reach });
}

/** What lies at the pointer; a row or column by its head reaches as far as the sheet is used. */
function selectionUnder({ painting, scroller }: GridSurface, event: PointerEvent): Selection | null {
  const geometry = painting?.geometry;
  if (!geometry) return null;
  const bounds = scroller.getBoundingClientRect();
  const x = event.clientX - bounds.left;
  const y = event.clientY - bounds.top;
  const across = x < geometry.frozenWidth ? x : x + scroller.scrollLeft;
  const down = y < geometry.frozenHeight ? y : y + scroller.scrollTop;
  const row = geometry.rows.at(down - HEAD_HEIGHT);
  const column = geometry.columns.at(across - HEAD_WIDTH);
  const used = painting.book.used(painting.sheet);
  if (y < HEAD_HEIGHT) return { anchor: { row: 0, column }, reach: { row: used?.bottom ?? 0, column } };
  if (x < HEAD_WIDTH) return { anchor: { row, column: 0 }, reach: { row, column: used?.right ?? 0 } };
  return { anchor: { row, column }, reach: { row, column } };
}

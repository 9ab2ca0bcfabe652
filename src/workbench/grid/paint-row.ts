import { a1, rectAt, type Rect } from "../../core/workbook/address";
import type { Look, SheetLooks } from "../../host/looks";
import type { OpenBook } from "../../host/workbench/open-book";
import { edgesOf, hasEdge, type CellEdges } from "./edges";
import { lookAt, type Geometry } from "./geometry";
import type { LookClasses } from "./look-classes";
import { shownText, type ShownText } from "./shown-text";
import { PADDING, textWidth } from "./text-fit";

/** Everything that painting needs to know of the sheet at hand. */
export interface Painting {
  readonly book: OpenBook;
  readonly sheet: string;
  readonly looks: SheetLooks;
  readonly geometry: Geometry;
  readonly classes: LookClasses;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One row of the window: an element for each cell that holds something, has a fill or draws a line. */
export function paintRow(painting: Painting, row: number, columns: Span): HTMLElement {
  const { geometry } = painting;
  const element = document.createElement("div");
  element.className = "ph-row";
  element.dataset.row = String(row);
  element.style.transform = `translateY(${geometry.y(row)}px)`;
  element.style.height = `${geometry.rows.size(row)}px`;
  for (let column = columns.from; column <= columns.to; column++) {
    if (geometry.columns.isHidden(column)) continue;
    const cell = paintCell(painting, row, column, columns);
    if (cell) element.append(cell);
  }
  // A row must have cells; one that shows nothing is none to who listens.
  if (element.hasChildNodes()) {
    element.setAttribute("role", "row");
    element.ariaRowIndex = String(row + 1);
  } else element.setAttribute("role", "presentation");
  return element;
}

function paintCell(painting: Painting, row: number, column: number, window: Span): HTMLElement | null {
  const { book, sheet } = painting;
  const merge = book.mergeAt({ sheet, row, column });
  if (merge) return isFirstShown(painting, merge, row, column, window) ? paintMerge(painting, merge, row) : null;
  const look = lookAt(book, painting.looks, row, column);
  const edges = edgesAt(painting, look, rectAt({ row, column }));
  const width = painting.geometry.columns.size(column);
  const shown = shownText(book, { sheet, row, column }, look, width);
  if (shown.text === "" && look.fill === null && !hasEdge(edges)) return null;
  const cell = cellElement(painting, row, column, look, edges);
  cell.classList.add(painting.classes.column(painting.geometry.x(column), width));
  putText(cell, shown, look, shown.mayOverflow ? overflowWidth(painting, shown.text, look, row, column) : width, width);
  return cell;
}

/** A merged area is one element, drawn by the first of its cells that stands in the window. */
function isFirstShown({ geometry }: Painting, merge: Rect, row: number, column: number, window: Span): boolean {
  let top = merge.top;
  while (top < merge.bottom && geometry.rows.isHidden(top)) top++;
  let left = merge.left;
  while (left < merge.right && geometry.columns.isHidden(left)) left++;
  return row === top && column === Math.max(left, Math.min(window.from, merge.right));
}

function paintMerge(painting: Painting, merge: Rect, row: number): HTMLElement {
  const { book, sheet, geometry, looks } = painting;
  const look = lookAt(book, looks, merge.top, merge.left);
  const width = geometry.width(merge);
  const cell = cellElement(painting, merge.top, merge.left, look, edgesAt(painting, look, merge));
  cell.classList.add("ph-merged", painting.classes.column(geometry.x(merge.left), width));
  cell.style.top = `${geometry.y(merge.top) - geometry.y(row)}px`;
  cell.style.height = `${geometry.height(merge)}px`;
  if (merge.right > merge.left) cell.ariaColSpan = String(merge.right - merge.left + 1);
  if (merge.bottom > merge.top) cell.ariaRowSpan = String(merge.bottom - merge.top + 1);
  putText(cell, shownText(book, { sheet, row: merge.top, column: merge.left }, look, width), look, width, width);
  return cell;
}

function edgesAt({ book, looks }: Painting, own: Look, area: Rect): CellEdges {
  // Of a merged area the last row and column tell its lower and right edge.
  const last =
    area.top === area.bottom && area.left === area.right ? own : lookAt(book, looks, area.bottom, area.right);
  return edgesOf({
    own: { ...own, right: last.right, bottom: last.bottom },
    right: lookAt(book, looks, area.top, area.right + 1),
    below: lookAt(book, looks, area.bottom + 1, area.left),
    first: { row: area.top === 0, column: area.left === 0 },
  });
}

function cellElement({ classes }: Painting, row: number, column: number, look: Look, edges: CellEdges): HTMLElement {
  const cell = document.createElement("div");
  cell.className = `ph-cell ${classes.look(look)} ph-v-${look.vertical}`;
  cell.setAttribute("role", "gridcell");
  cell.ariaColIndex = String(column + 1);
  cell.dataset.cell = a1({ row, column });
  if (hasEdge(edges)) cell.classList.add(classes.edges(edges));
  return cell;
}

function putText(cell: HTMLElement, shown: ShownText, look: Look, room: number, width: number): void {
  if (shown.text === "") return;
  cell.classList.add(`ph-h-${shown.align}`);
  if (shown.stored) cell.classList.add("ph-stored");
  const span = document.createElement("span");
  span.textContent = shown.text;
  if (look.wrap || look.horizontal === "justify" || look.horizontal === "distributed") cell.classList.add("ph-wrap");
  else if (room > width) {
    cell.classList.add("ph-over");
    span.style.width = `${room - 2 * PADDING}px`;
  }
  if (look.rotation === "stacked") cell.classList.add("ph-stacked");
  else if (look.rotation !== 0) span.style.transform = `rotate(${-look.rotation}deg)`;
  const wanted = look.shrink ? textWidth(shown.text, look) : 0;
  if (wanted > width - 2 * PADDING) span.style.transform = `scale(${(width - 2 * PADDING) / wanted})`;
  cell.append(span);
}

/** How far a text may run on to the right: to the next cell that holds something, or to the end of a merged area. */
function overflowWidth(painting: Painting, text: string, look: Look, row: number, column: number): number {
  const { book, sheet, geometry } = painting;
  const wanted = textWidth(text, look) + 2 * PADDING;
  let width = geometry.columns.size(column);
  for (let next = column + 1; width < wanted && next < geometry.columns.count; next++) {
    const at = { sheet, row, column: next };
    if (book.cell(at) !== undefined || book.mergeAt(at)) break;
    width += geometry.columns.size(next);
  }
  return width;
}

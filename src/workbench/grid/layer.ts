import { columnName, type Rect } from "../../core/workbook/address";
import { paintRow, type Painting, type Span } from "./paint-row";
import { HEAD_HEIGHT, HEAD_WIDTH } from "./geometry";

/** Rows and columns that a layer has to show. */
export interface Window {
  readonly rows: Span;
  readonly columns: Span;
}

interface Heads {
  readonly rows: boolean;
  readonly columns: boolean;
}

/** How many rows are added or removed at one go, so that scrolling never waits. */
const ROWS_A_FRAME = 8;

/**
 * One of the four parts of the grid: body, frozen rows, frozen columns, corner. All use the same coordinates, so that a
 * merged area, the selection or the editor is drawn wherever it belongs and the layer clips it.
 */
export class Layer {
  readonly element: HTMLElement;
  readonly overlay: HTMLElement;
  private readonly rows: HTMLElement;
  private readonly lines: HTMLElement;
  private readonly heads: HTMLElement;
  private readonly which: Heads;
  private readonly painted = new Map<number, HTMLElement>();
  private columns: Span | null = null;
  private isShown = false;

  constructor(name: string, which: Heads) {
    this.which = which;
    this.element = part(`ph-layer ph-layer-${name}`);
    this.lines = part("ph-lines");
    this.rows = part("ph-rows");
    this.rows.setAttribute("role", "grid");
    this.overlay = part("ph-overlay");
    this.heads = part("ph-heads");
    this.heads.ariaHidden = "true";
    this.element.append(this.lines, this.rows, this.overlay, this.heads);
  }

  /** Forgets what was painted: another sheet, other sizes, other values. */
  clear(): void {
    this.rows.replaceChildren();
    this.painted.clear();
    this.columns = null;
  }

  label(text: string): void {
    this.rows.ariaLabel = text;
  }

  /** Paints what the window needs; false where some rows are left for the next frame. */
  paint(painting: Painting, window: Window, all: boolean): boolean {
    this.isShown = window.rows.from <= window.rows.to && window.columns.from <= window.columns.to;
    this.rows.hidden = !this.isShown;
    if (this.columns?.from !== window.columns.from || this.columns.to !== window.columns.to) this.clear();
    this.columns = window.columns;
    let left = all ? Infinity : ROWS_A_FRAME;
    for (const [row, element] of this.painted) {
      if (row >= window.rows.from && row <= window.rows.to) continue;
      element.remove();
      this.painted.delete(row);
    }
    for (let row = window.rows.from; row <= window.rows.to; row++) {
      if (this.painted.has(row) || painting.geometry.rows.isHidden(row)) continue;
      if (left-- <= 0) return false;
      this.insert(row, paintRow(painting, row, window.columns));
    }
    this.paintMergesFromAbove(painting, window);
    this.paintLines(painting, window);
    this.paintHeads(painting, window);
    return true;
  }

  /** Rows stand in order, which a screen reader follows. */
  private insert(row: number, element: HTMLElement): void {
    this.painted.set(row, element);
    let before = this.rows.lastElementChild;
    while (before instanceof HTMLElement && Number(before.dataset.row) > row) before = before.previousElementSibling;
    if (before) before.after(element);
    else this.rows.prepend(element);
  }

  /** A merged area that begins above the window is drawn with its own first row. */
  private paintMergesFromAbove(painting: Painting, { rows, columns }: Window): void {
    for (let column = columns.from; column <= columns.to; column++) {
      const merge = painting.book.mergeAt({ sheet: painting.sheet, row: rows.from, column });
      if (!merge || merge.top >= rows.from || this.painted.has(merge.top)) continue;
      this.insert(merge.top, paintRow(painting, merge.top, columns));
    }
  }

  private paintLines({ geometry, looks }: Painting, { rows, columns }: Window): void {
    this.lines.replaceChildren();
    if (!looks.gridLines || !this.isShown) return;
    const area: Rect = { top: rows.from, bottom: rows.to, left: columns.from, right: columns.to };
    const height = geometry.height(area);
    const width = geometry.width(area);
    for (let row = rows.from; row <= rows.to; row++) {
      if (geometry.rows.isHidden(row)) continue;
      this.lines.append(box("ph-line", geometry.x(columns.from), geometry.y(row + 1) - 1, width, 1));
    }
    for (let column = columns.from; column <= columns.to; column++) {
      if (geometry.columns.isHidden(column)) continue;
      this.lines.append(box("ph-line", geometry.x(column + 1) - 1, geometry.y(rows.from), 1, height));
    }
  }

  private paintHeads({ geometry }: Painting, { rows, columns }: Window): void {
    this.heads.replaceChildren();
    if (this.which.columns) {
      for (let column = columns.from; column <= columns.to; column++) {
        if (geometry.columns.isHidden(column)) continue;
        const head = box("ph-head", geometry.x(column), 0, geometry.columns.size(column), HEAD_HEIGHT);
        head.textContent = columnName(column);
        head.dataset.column = String(column);
        this.heads.append(head);
      }
    }
    if (!this.which.rows) return;
    for (let row = rows.from; row <= rows.to; row++) {
      if (geometry.rows.isHidden(row)) continue;
      const head = box("ph-head", 0, geometry.y(row), HEAD_WIDTH, geometry.rows.size(row));
      head.textContent = String(row + 1);
      head.dataset.row = String(row);
      this.heads.append(head);
    }
  }

  /** Marks the heads of the selected rows and columns. */
  markHeads(area: Rect): void {
    for (const head of this.heads.children) {
      if (!(head instanceof HTMLElement)) continue;
      const { row, column } = head.dataset;
      const isMarked =
        row === undefined
          ? Number(column) >= area.left && Number(column) <= area.right
          : Number(row) >= area.top && Number(row) <= area.bottom;
      head.classList.toggle("ph-head-marked", isMarked);
    }
  }
}

export function part(className: string): HTMLElement {
  const element = document.createElement("div");
  element.className = className;
  return element;
}

function box(className: string, left: number, top: number, width: number, height: number): HTMLElement {
  const element = part(className);
  place(element, left, top, width, height);
  return element;
}

export function place(element: HTMLElement, left: number, top: number, width: number, height: number): void {
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

import type { CellPosition, Rect } from "../../core/workbook/address";
import type { Geometry } from "./geometry";
import { Layer, part, place, type Window } from "./layer";
import type { Painting, Span } from "./paint-row";

/** The four layers of a sheet, with the frame of the selection in each. */
export class Layers {
  readonly sizer = part("ph-sizer");
  private readonly body = new Layer("body", { rows: false, columns: false });
  private readonly top = new Layer("top", { rows: false, columns: true });
  private readonly left = new Layer("left", { rows: true, columns: false });
  private readonly corner = new Layer("corner", { rows: true, columns: true });
  private readonly all = [this.body, this.top, this.left, this.corner];
  private readonly frames = this.all.map(({ overlay }) => {
    const frame = part("ph-selection");
    overlay.append(frame);
    return frame;
  });

  constructor() {
    for (const { element } of this.all) this.sizer.append(element);
  }

  clear(): void {
    for (const layer of this.all) layer.clear();
  }

  /** The sizes of a sheet, and its name for who can not see it. */
  layOut(geometry: Geometry, sheet: string): void {
    const width = geometry.x(geometry.columns.count);
    const height = geometry.y(geometry.rows.count);
    const { body, top, left, corner, sizer } = this;
    size(sizer, width, height);
    size(body.element, width, height);
    size(top.element, width, geometry.frozenHeight);
    size(left.element, geometry.frozenWidth, height);
    size(corner.element, geometry.frozenWidth, geometry.frozenHeight);
    top.element.classList.toggle("ph-frozen-below", geometry.frozenRows > 0);
    left.element.classList.toggle("ph-frozen-right", geometry.frozenColumns > 0);
    body.label(sheet);
    top.label(`${sheet} ↑`);
    left.label(`${sheet} ←`);
    corner.label(`${sheet} ↖`);
  }

  /** Paints what the window shows; false where rows are left for the next frame. */
  paint(painting: Painting, window: Window, all: boolean): boolean {
    const rows = upTo(painting.geometry.frozenRows);
    const columns = upTo(painting.geometry.frozenColumns);
    const { body, top, left, corner } = this;
    return [
      body.paint(painting, window, all),
      top.paint(painting, { rows, columns: window.columns }, true),
      left.paint(painting, { rows: window.rows, columns }, all),
      corner.paint(painting, { rows, columns }, true),
    ].every(Boolean);
  }

  frame(geometry: Geometry, area: Rect, isRevealed: boolean): void {
    for (const frame of this.frames) {
      place(frame, geometry.x(area.left), geometry.y(area.top), geometry.width(area), geometry.height(area));
      frame.classList.toggle("ph-revealed", isRevealed);
    }
  }

  markHeads(area: Rect): void {
    for (const layer of this.all) layer.markHeads(area);
  }

  /** Where the editor of a cell belongs. */
  overlayOf({ row, column }: CellPosition, { frozenRows, frozenColumns }: Geometry): HTMLElement {
    if (row < frozenRows) return (column < frozenColumns ? this.corner : this.top).overlay;
    return (column < frozenColumns ? this.left : this.body).overlay;
  }
}

const upTo = (count: number): Span => ({ from: 0, to: count - 1 });

function size(element: HTMLElement, width: number, height: number): void {
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

import { a1, type CellAddress, type CellPosition, type Rect } from "../../core/workbook/address";
import type { Words } from "../../host/port";
import type { OpenBook } from "../../host/workbench/open-book";
import type { TypedText } from "../../host/workbench/workbench-host";
import { Editor } from "./editor";
import { editText } from "./edit-text";
import { Geometry, HEAD_HEIGHT, HEAD_WIDTH, lookAt } from "./geometry";
import { clearSelected, copySelected, pasteCells } from "./grid-clipboard";
import { carryOut, type PageCommand } from "./grid-commands";
import { listenToPointer } from "./grid-pointer";
import type { GridSurface } from "./grid-surface";
import { commandOf } from "./keys";
import { part, type Window } from "./layer";
import { Layers } from "./layers";
import { LookClasses } from "./look-classes";
import type { Painting } from "./paint-row";
import { shownText } from "./shown-text";
import { selectedArea, single, type Selection } from "./selection";

/** What the grid asks of the page. */
export interface GridEvents {
  /** Puts texts as one step; the words why it can not. */
  readonly type: (texts: readonly TypedText[]) => Words | null;
  readonly selected: (at: CellAddress, area: Rect) => void;
  /** Null: what was said before is settled. */
  readonly problem: (problem: Words | null) => void;
  readonly command: (command: PageCommand) => void;
}

/** Rows beyond the window that are painted ahead; columns likewise. */
const ROWS_AHEAD = 12;
const COLUMNS_AHEAD = 2;
const FIRST: CellPosition = { row: 0, column: 0 };

/**
 * The workbook as a grid of elements (SPEC B3): one scroller with four layers. No handler moves anything on scroll, the
 * browser does; rows are added and removed a few a frame.
 */
export class GridView implements GridSurface {
  readonly scroller = part("ph-grid");
  readonly editor: Editor;
  painting: Painting | null = null;
  selection: Selection = single(FIRST);
  private readonly layers = new Layers();
  private readonly classes = new LookClasses(document);
  private readonly events: GridEvents;
  private readonly stop = new AbortController();
  /** The farthest cell that was asked for: the sheet grows with it. */
  private reach = FIRST;
  private revealed: CellPosition | null = null;
  private frame = 0;

  constructor(container: HTMLElement, events: GridEvents) {
    this.events = events;
    this.scroller.append(this.layers.sizer);
    container.append(this.scroller);
    this.editor = new Editor({
      textToEdit: () => (this.painting ? editText(this.painting, this.cursor()) : ""),
      commit: (text) => this.put([{ at: this.cursor(), text }]),
    });
    this.listen();
  }

  destroy(): void {
    this.stop.abort();
    cancelAnimationFrame(this.frame);
    this.classes.remove(document);
    this.scroller.remove();
  }

  /** Shows a sheet; selection and place stay where it is the sheet that was shown. */
  show(book: OpenBook, sheet: string): void {
    const looks = book.looks.sheet(sheet);
    if (!looks) return;
    const isOther = this.painting?.sheet !== sheet;
    if (isOther) {
      this.selection = single(FIRST);
      this.reach = FIRST;
      this.revealed = null;
    }
    const geometry = new Geometry(book, sheet, this.reach);
    this.painting = { book, sheet, looks, geometry, classes: this.classes };
    this.layers.layOut(geometry, sheet);
    this.layers.clear();
    if (isOther) this.scroller.scrollTo(0, 0);
    this.paint(true);
    this.placeSelection();
    if (isOther) this.events.selected(this.cursor(), this.area());
  }

  /** Values changed; places and looks did not. */
  repaint(): void {
    this.layers.clear();
    this.paint(true);
  }

  /** Selects a cell, marks it until the selection moves, and brings it into the window. */
  reveal(at: CellPosition): void {
    this.select(single(at));
    this.revealed = at;
    const geometry = this.painting?.geometry;
    if (!geometry) return;
    const { scroller } = this;
    const middle = geometry.y(at.row) - scroller.clientHeight / 2;
    if (at.row >= geometry.frozenRows) scroller.scrollTop = Math.max(0, middle);
    const left = geometry.x(at.column);
    const right = geometry.x(at.column + 1);
    const isInView =
      left >= scroller.scrollLeft + geometry.frozenWidth && right <= scroller.scrollLeft + scroller.clientWidth;
    if (at.column >= geometry.frozenColumns && !isInView)
      scroller.scrollLeft = Math.max(0, right - scroller.clientWidth / 2);
    this.paint(true);
    this.placeSelection();
  }

  focus(): void {
    this.editor.focus();
  }

  cursor(): CellAddress {
    const at = { sheet: this.painting?.sheet ?? "", ...this.selection.anchor };
    return this.painting?.book.anchor(at) ?? at;
  }

  area(): Rect {
    return selectedArea(this.selection, (at) => this.mergeAt(at));
  }

  mergeAt(at: CellPosition): Rect | undefined {
    return this.painting?.book.mergeAt({ sheet: this.painting.sheet, ...at });
  }

  put(texts: readonly TypedText[]): boolean {
    const problem = this.events.type(texts);
    this.events.problem(problem);
    return problem === null;
  }

  refuse(problem: Words): void {
    this.events.problem(problem);
  }

  select(selection: Selection): void {
    this.selection = selection;
    this.revealed = null;
    const { painting } = this;
    if (!painting) return;
    const { reach } = selection;
    const { rows, columns } = painting.geometry;
    if (reach.row >= rows.count - 1 || reach.column >= columns.count - 1) {
      this.reach = reach;
      this.show(painting.book, painting.sheet);
    }
    this.placeSelection();
    this.events.selected(this.cursor(), this.area());
  }

  private window(): Window | null {
    const geometry = this.painting?.geometry;
    if (!geometry) return null;
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = this.scroller;
    const { rows, columns, frozenRows, frozenColumns } = geometry;
    const firstRow = rows.at(scrollTop + geometry.frozenHeight - HEAD_HEIGHT) - ROWS_AHEAD;
    const lastRow = rows.at(scrollTop + clientHeight - HEAD_HEIGHT) + ROWS_AHEAD;
    const firstColumn = columns.at(scrollLeft + geometry.frozenWidth - HEAD_WIDTH) - COLUMNS_AHEAD;
    const lastColumn = columns.at(scrollLeft + clientWidth - HEAD_WIDTH) + COLUMNS_AHEAD;
    return {
      rows: { from: Math.max(frozenRows, firstRow), to: Math.min(rows.count - 1, lastRow) },
      columns: { from: Math.max(frozenColumns, firstColumn), to: Math.min(columns.count - 1, lastColumn) },
    };
  }

  private paint(all: boolean): void {
    const window = this.window();
    if (!window || !this.painting) return;
    const isDone = this.layers.paint(this.painting, window, all);
    this.layers.markHeads(this.area());
    if (!isDone) this.paintSoon();
  }

  private paintSoon(): void {
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => this.paint(false));
  }

  /** The frame in every layer, and the editor over the cell in the layer where it stands. */
  private placeSelection(): void {
    const { painting } = this;
    if (!painting) return;
    const { geometry, book, looks } = painting;
    const at = this.cursor();
    const cell = this.mergeAt(at) ?? { top: at.row, bottom: at.row, left: at.column, right: at.column };
    const area = this.area();
    this.layers.frame(geometry, area, this.revealed !== null);
    this.layers.markHeads(area);
    const width = geometry.width(cell);
    const { text } = shownText(book, at, lookAt(book, looks, at.row, at.column), width);
    this.editor.moveTo(
      this.layers.overlayOf(at, geometry),
      { left: geometry.x(cell.left), top: geometry.y(cell.top), width, height: geometry.height(cell) },
      `${a1(at)} ${text}`,
    );
  }

  private listen(): void {
    const { signal } = this.stop;
    this.scroller.addEventListener("scroll", () => this.paintSoon(), { signal, passive: true });
    listenToPointer(this, signal);
    const { area } = this.editor;
    area.addEventListener("keydown", (event) => this.keyDown(event), { signal });
    area.addEventListener("copy", (event) => void copySelected(this, event), { signal });
    area.addEventListener("cut", (event) => copySelected(this, event) && clearSelected(this), { signal });
    area.addEventListener("paste", (event) => pasteCells(this, event), { signal });
    const resized = new ResizeObserver(() => this.paintSoon());
    resized.observe(this.scroller);
    signal.addEventListener("abort", () => resized.disconnect());
  }

  private keyDown(event: KeyboardEvent): void {
    if (this.editor.composes(event)) return;
    const command = commandOf(event, this.editor.isEditing);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    if (command.do === "cancel") this.events.problem(null);
    carryOut(this, command, this.events.command);
  }
}

import type { CellAddress, CellPosition, Rect } from "../../core/workbook/address";
import type { Words } from "../../host/port";
import type { TypedText } from "../../host/workbench/workbench-host";
import type { Editor } from "./editor";
import type { Painting } from "./paint-row";
import type { Selection } from "./selection";

/** What keys, pointer and clipboard may do with the grid. */
export interface GridSurface {
  readonly painting: Painting | null;
  readonly selection: Selection;
  readonly scroller: HTMLElement;
  readonly editor: Editor;
  /** The cell that is edited: of a merged area the first. */
  cursor(): CellAddress;
  area(): Rect;
  mergeAt(at: CellPosition): Rect | undefined;
  select(selection: Selection): void;
  /** Puts texts as one step of undo; false where it can not, which is said. */
  put(texts: readonly TypedText[]): boolean;
  refuse(problem: Words): void;
}

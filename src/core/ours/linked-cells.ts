import type { CellAddress } from "../workbook/address";
import { sheetViews, type SheetView } from "../workbook/sheet-view";
import type { CellScalar, WorkbookSnapshot } from "../workbook/snapshot";
import type { Tag } from "./tags";

/** The hidden name `_pinghe.link.<defined name>` points at the cell that a person chose for a quantity. */
const LINK_GROUP = "link";

export interface LinkedCell {
  readonly at: CellAddress;
  readonly value: CellScalar;
  /** The label beside the cell: the nearest text on its left, else above it; "" where there is none. */
  readonly label: string;
}

/** Every linked cell by the defined name of the quantity it was linked to, in upper case. */
export function readLinks(book: WorkbookSnapshot, tags: readonly Tag[]): ReadonlyMap<string, LinkedCell> {
  const links = new Map<string, LinkedCell>();
  const views = sheetViews(book);
  for (const { group, part, area } of tags) {
    if (group !== LINK_GROUP || !area) continue;
    const view = views.get(area.sheet);
    if (!view) continue;
    const at = { sheet: area.sheet, row: area.rect.top, column: area.rect.left };
    links.set(part.toUpperCase(), { at, value: view.shown(at.row, at.column), label: labelBeside(view, at) });
  }
  return links;
}

/** How far a label may stand from its value. */
const REACH = 12;

function labelBeside(view: SheetView, { row, column }: CellAddress): string {
  for (let left = column - 1; left >= Math.max(0, column - REACH); left--) {
    const text = view.shown(row, left);
    if (typeof text === "string" && /\p{L}/u.test(text)) return text;
  }
  for (let above = row - 1; above >= Math.max(0, row - REACH); above--) {
    const text = view.shown(above, column);
    if (typeof text === "string" && /\p{L}/u.test(text)) return text;
  }
  return "";
}

import { MAX_COLUMNS, MAX_ROWS, type Rect } from "../../../core/workbook/address";
import type { HeldArea } from "../../../core/workbook/snapshot";
import type { BookPackage, Relationship } from "../package/book-package";
import { Unreadable } from "../unreadable";
import { mainChild } from "../xml/parse-part";
import type { XmlElement } from "../xml/xml-element";
import { readArea } from "./reference";

/** The cells on which objects stand that are parts of their own: Excel tables, pivot tables, drawings of every kind. */
export const heldByParts = (parts: BookPackage, relationships: readonly Relationship[]): readonly HeldArea[] =>
  relationships.flatMap(({ type, target, external }): readonly HeldArea[] => {
    if (external || !READERS.has(type)) return [];
    const root = rootOf(parts, target);
    return root ? (READERS.get(type)?.(root) ?? []) : [];
  });

/** What is said of a broken part is said where it is read for its content; here it holds nothing that can be told. */
function rootOf(parts: BookPackage, target: string): XmlElement | null {
  try {
    return parts.tree(target)?.root ?? null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

const READERS: ReadonlyMap<string, (root: XmlElement) => readonly HeldArea[]> = new Map([
  ["table", heldByTable],
  ["pivotTable", heldByPivot],
  ["drawing", (root: XmlElement) => root.children.flatMap(heldByAnchor)],
]);

function heldByTable(root: XmlElement): readonly HeldArea[] {
  const area = readArea(root.attributes.get("ref") ?? "");
  if (!area) return [];
  const header = Number(root.attributes.get("headerRowCount") ?? 1);
  const totals = Number(root.attributes.get("totalsRowCount") ?? 0);
  return [
    { by: "table", area },
    ...(header > 0 ? [{ by: "tableEdge", area: { ...area, bottom: area.top + header - 1 } } as const] : []),
    ...(totals > 0 ? [{ by: "tableEdge", area: { ...area, top: area.bottom - totals + 1 } } as const] : []),
  ];
}

/** Its report, and the cells above in which it is filtered by page. */
function heldByPivot(root: XmlElement): readonly HeldArea[] {
  const location = mainChild(root, "location");
  const area = readArea(location?.attributes.get("ref") ?? "");
  if (!area) return [];
  const pages = Number(location?.attributes.get("rowPageCount") ?? 0);
  return [{ by: "pivot", area: pages > 0 ? { ...area, top: Math.max(0, area.top - pages - 1) } : area }];
}

/** From the cell of its upper left corner to that of its lower right; a corner that is not told is the other one. */
function heldByAnchor(anchor: XmlElement): readonly HeldArea[] {
  const from = corner(anchor, "from");
  if (!from) return [];
  const to = corner(anchor, "to") ?? from;
  return [{ by: "drawing", area: boxOf(from, to) }];
}

interface Corner {
  readonly row: number;
  readonly column: number;
}

function corner(anchor: XmlElement, local: string): Corner | null {
  const element = anchor.children.find((child) => child.local === local);
  const number = (name: string): number => Number(element?.children.find((child) => child.local === name)?.text ?? NaN);
  const [row, column] = [number("row"), number("col")];
  return row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS ? { row, column } : null;
}

const boxOf = (from: Corner, to: Corner): Rect => ({
  top: from.row,
  left: from.column,
  bottom: Math.max(from.row, to.row),
  right: Math.max(from.column, to.column),
});

import { MAX_COLUMNS, MAX_ROWS, type CellPosition } from "../../../core/workbook/address";
import type { Drawing } from "../../../core/workbook/snapshot";
import type { BookPackage, Relationship } from "../package/book-package";
import type { XmlElement } from "../xml/xml-element";

/** Pictures and shapes with a text that lie over a sheet's cells, as they stand in its drawing; charts are left out. */
export function readDrawings(parts: BookPackage, relationships: readonly Relationship[]): readonly Drawing[] {
  return relationships
    .filter(({ type }) => type === "drawing")
    .flatMap(({ target }) => parts.tree(target)?.root.children ?? [])
    .flatMap((anchor) => drawingsAt(anchor));
}

function drawingsAt(anchor: XmlElement): readonly Drawing[] {
  const from = cornerOf(anchor, "from");
  if (!from) return [];
  const to = cornerOf(anchor, "to") ?? { ...from, edge: false };
  // a corner on the edge of a cell lies over the one before it
  const bottom = Math.max(from.row, to.edge ? to.row - 1 : to.row);
  const area = { top: from.row, left: from.column, bottom, right: Math.max(from.column, to.column) };
  return shapesIn(anchor).map((shape) => ({ ...shape, area }));
}

function cornerOf(anchor: XmlElement, local: string): (CellPosition & { readonly edge: boolean }) | null {
  const corner = anchor.children.find((child) => child.local === local);
  const number = (name: string): number => Number(corner?.children.find((child) => child.local === name)?.text ?? NaN);
  const [row, column] = [number("row"), number("col")];
  if (!(row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS)) return null;
  return { row, column, edge: number("rowOff") === 0 };
}

/** The shapes of an anchor, also those of a group; of a choice between two forms the first. */
function shapesIn(element: XmlElement): readonly Omit<Drawing, "area">[] {
  if (element.local === "pic") return [{ kind: "picture", text: "" }];
  if (element.local === "AlternateContent") return element.children.slice(0, 1).flatMap(shapesIn);
  if (element.local !== "sp") return element.children.flatMap(shapesIn);
  const text = paragraphs(element).join("\n").trim();
  return text === "" ? [] : [{ kind: "text", text }];
}

const paragraphs = (element: XmlElement): readonly string[] =>
  element.local === "p" ? [letters(element)] : element.children.flatMap(paragraphs);

const letters = (element: XmlElement): string =>
  element.local === "t" ? element.text : element.children.map(letters).join("");

import type { Drawing } from "../../../core/workbook/snapshot";
import type { BookPackage, Relationship } from "../package/book-package";
import type { XmlElement } from "../xml/xml-element";
import { anchoredArea, anchorsOf, type SheetRulers } from "./anchors";

/** Pictures and shapes with a text that lie over a sheet's cells, as they stand in its drawing; charts are left out. */
export function readDrawings(
  parts: BookPackage,
  relationships: readonly Relationship[],
  rulers: SheetRulers,
): readonly Drawing[] {
  return relationships
    .filter(({ type }) => type === "drawing")
    .flatMap(({ target }) => {
      const found = parts.tree(target);
      return found ? anchorsOf(found.root) : [];
    })
    .flatMap((anchor) => drawingsAt(anchor, rulers));
}

function drawingsAt(anchor: XmlElement, rulers: SheetRulers): readonly Drawing[] {
  const area = anchoredArea(anchor, rulers);
  return area ? shapesIn(anchor).map((shape) => ({ ...shape, area })) : [];
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

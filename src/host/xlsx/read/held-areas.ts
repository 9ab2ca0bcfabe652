import type { HeldArea } from "../../../core/workbook/snapshot";
import type { BookPackage, Relationship } from "../package/book-package";
import { Unreadable } from "../unreadable";
import { mainChild } from "../xml/parse-part";
import type { XmlElement } from "../xml/xml-element";
import { anchoredArea, anchorsOf, type SheetRulers } from "./anchors";
import { heldByControls } from "./legacy-controls";
import { readArea } from "./reference";

/** The cells on which objects stand that are parts of their own: Excel tables, pivot tables, drawings of every kind. */
export const heldByParts = (
  parts: BookPackage,
  relationships: readonly Relationship[],
  rulers: SheetRulers,
): readonly HeldArea[] =>
  relationships.flatMap(({ type, target, external }): readonly HeldArea[] => {
    if (external) return [];
    if (type === "vmlDrawing") return heldByControls(textOf(parts, target)).map((area) => ({ by: "drawing", area }));
    if (!READERS.has(type)) return [];
    const root = rootOf(parts, target);
    return root ? (READERS.get(type)?.(root, rulers) ?? []) : [];
  });

const rootOf = (parts: BookPackage, target: string): XmlElement | null =>
  orNothing(() => parts.tree(target)?.root ?? null);

const textOf = (parts: BookPackage, target: string): string => orNothing(() => parts.text(target)?.text ?? null) ?? "";

/** What is said of a broken part is said where it is read for its content; here it holds nothing that can be told. */
function orNothing<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

const READERS: ReadonlyMap<string, (root: XmlElement, rulers: SheetRulers) => readonly HeldArea[]> = new Map([
  ["table", heldByTable],
  ["pivotTable", heldByPivot],
  ["drawing", heldByDrawing],
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

function heldByDrawing(root: XmlElement, rulers: SheetRulers): readonly HeldArea[] {
  return anchorsOf(root).flatMap((anchor) => heldByAnchor(anchor, rulers));
}

function heldByAnchor(anchor: XmlElement, rulers: SheetRulers): readonly HeldArea[] {
  const area = anchoredArea(anchor, rulers);
  return area ? [{ by: "drawing", area }] : [];
}

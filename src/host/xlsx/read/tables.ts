import type { SheetTable } from "../../../core/workbook/snapshot";
import type { BookPackage, Relationship } from "../package/book-package";
import { decodeEscapes } from "../xml/characters";
import { mainChild, mainChildren } from "../xml/parse-part";
import type { XmlElement } from "../xml/xml-element";
import { readArea } from "./reference";

/** The tables of a sheet, in the order of its relationships; one without an area or without columns is none. */
export const readTables = (parts: BookPackage, relationships: readonly Relationship[]): readonly SheetTable[] =>
  relationships
    .filter(({ type }) => type === "table")
    .flatMap(({ target }) => {
      const root = parts.tree(target)?.root;
      return root?.local === "table" ? tableOf(root) : [];
    });

function tableOf(root: XmlElement): readonly SheetTable[] {
  const range = readArea(root.attributes.get("ref") ?? "");
  const name = decodeEscapes(root.attributes.get("displayName") ?? root.attributes.get("name") ?? "");
  const list = mainChild(root, "tableColumns");
  const columns = list ? mainChildren(list, "tableColumn").map(({ attributes }) => decodeEscapes(attributes.get("name") ?? "")) : []; // prettier-ignore
  if (!range || name === "" || columns.length === 0) return [];
  const lines = (attribute: string, absent: string): boolean => Number(root.attributes.get(attribute) ?? absent) > 0;
  return [{ name, range, hasHeader: lines("headerRowCount", "1"), hasTotals: lines("totalsRowCount", "0"), columns }];
}

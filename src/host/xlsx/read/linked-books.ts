import type { LinkedBook, LinkedSheet } from "../../../core/workbook/snapshot";
import type { BookPackage } from "../package/book-package";
import type { Workbook } from "../package/workbook";
import { Unreadable } from "../unreadable";
import { decodeEscapes } from "../xml/characters";
import { RELATIONSHIPS, RELATIONSHIPS_STRICT } from "../xml/namespaces";
import { flag, mainChild, mainChildren } from "../xml/parse-part";
import { CLOSE, END, OPEN, XmlScanner } from "../xml/scanner";
import { keyColumn, keyRow, readReference } from "./reference";
import { readValue } from "./cell-value";

/**
 * The other workbooks that formulas name as [1], [2]…, in that order, with the values of them that the file keeps.
 * A link that can not be read keeps its place, without values.
 */
export function readLinkedBooks(parts: BookPackage, { root, relationships }: Workbook): readonly LinkedBook[] {
  const list = mainChild(root, "externalReferences");
  const references = list ? mainChildren(list, "externalReference") : [];
  return references.map(({ qualified }) => {
    const id = qualified.get(`{${RELATIONSHIPS}}id`) ?? qualified.get(`{${RELATIONSHIPS_STRICT}}id`);
    const part = relationships.find((one) => one.id === id && !one.external)?.target;
    try {
      return part === undefined ? UNKNOWN : linkedBook(parts, part);
    } catch (error) {
      if (error instanceof Unreadable) return UNKNOWN;
      throw error;
    }
  });
}

const UNKNOWN: LinkedBook = { target: "", sheets: [], names: [] };

function linkedBook(parts: BookPackage, part: string): LinkedBook {
  const target = decodedTarget(parts.relationships(part).find(({ external }) => external)?.target ?? "");
  const source = parts.text(part);
  if (!source) return { ...UNKNOWN, target };
  const names: string[] = [];
  const defined: { name: string; refersTo: string }[] = [];
  const kept = new Map<number, LinkedSheet["cells"]>();
  const x = new XmlScanner(source.text);
  while (x.next() !== END) {
    if (x.kind !== OPEN || !x.main) continue;
    if (x.local === "sheetName") names.push(decodeEscapes(x.attribute("val") ?? ""));
    else if (x.local === "definedName") {
      defined.push({ name: x.attribute("name") ?? "", refersTo: (x.attribute("refersTo") ?? "").replace(/^=/, "") });
    } else if (x.local === "sheetData") {
      const number = Number(x.attribute("sheetId"));
      // What could not be fetched was not kept.
      const failed = flag(x.attribute("refreshError"));
      const cells = keptCells(x);
      if (!failed && cells.length > 0) kept.set(number, cells);
    }
  }
  return { target, sheets: names.map((name, index) => ({ name, cells: kept.get(index) ?? null })), names: defined };
}

/** As a person knows the file; a target that is no proper address stays as it is written. */
function decodedTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** The cells of the `sheetData` just opened. */
function keptCells(x: XmlScanner): NonNullable<LinkedSheet["cells"]> {
  const depth = x.depth;
  const cells: { row: number; column: number; value: ReturnType<typeof readValue> }[] = [];
  let at: { readonly key: number; readonly type: string | null } | null = null;
  for (;;) {
    const kind = x.next();
    if (kind === END || (kind === CLOSE && x.depth === depth)) return cells;
    if (kind !== OPEN || !x.main) continue;
    if (x.local === "cell") at = { key: readReference(x.attribute("r") ?? ""), type: x.attribute("t") };
    else if (x.local === "v" && at) {
      // Texts of a link stand in it themselves, whatever their type is called.
      const type = at.type === "s" ? "str" : at.type;
      cells.push({ row: keyRow(at.key), column: keyColumn(at.key), value: readValue(type, x.content(), [], false) });
      at = null;
    }
  }
}

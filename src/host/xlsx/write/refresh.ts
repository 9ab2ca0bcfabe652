import { pushAll } from "../../../core/workbook/long-lists";
import type { CellScalar } from "../../../core/workbook/snapshot";
import type { CellKey } from "../read/reference";
import { readElement } from "../xml/read-element";
import { attributeEdits, type Edit } from "../xml/edits";
import { XmlScanner } from "../xml/scanner";
import { storedValue, valueXml } from "./cell-xml";
import type { SheetLayout } from "./sheet-layout";

/** Gives formulas already in the sheet their new stored values; the formulas themselves stay as they are. */
export function refreshEdits(source: string, layout: SheetLayout, values: ReadonlyMap<CellKey, CellScalar>): Edit[] {
  const edits: Edit[] = [];
  for (const row of layout.rows.values()) {
    for (const cell of row.cells) {
      const value = values.get(cell.key);
      if (value !== undefined) pushAll(edits, cellEdits(source, layout, cell.start, value));
    }
  }
  return edits;
}

function cellEdits(source: string, { prefix }: SheetLayout, start: number, value: CellScalar): Edit[] {
  const x = new XmlScanner(source, start);
  x.declare(prefix);
  x.next();
  const element = readElement(x);
  const { type, text } = storedValue(value);
  const old = element.children.find(({ local }) => local === "v");
  const formula = element.children.find(({ local }) => local === "f");
  const at = old ?? { start: formula?.end ?? element.closeStart, end: formula?.end ?? element.closeStart };
  return [
    ...attributeEdits(source, start, { t: type }),
    { start: at.start, end: at.end, text: valueXml(prefix, text) },
  ];
}

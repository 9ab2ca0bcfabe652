import type { Styles } from "../package/styles";
import { mainChild, mainChildren } from "../xml/parse-part";
import type { XmlElement } from "../xml/xml-element";

/** One list of the styles part: what stands there, and what is appended. */
export interface StyleList {
  readonly name: ListName;
  readonly existing: readonly XmlElement[];
  readonly added: string[];
  /** Index by text, of all that stand there and were added. */
  readonly byText: Map<string, number>;
}

/** The children of a styles part in the order of the schema. */
export const ORDER = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors", "extLst"]; // prettier-ignore

export type ListName = "numFmts" | "fonts" | "fills" | "borders" | "cellStyleXfs" | "cellXfs" | "dxfs";

/** Lists that Excel wants to find, and which attribute of a format (or of a cell) names their items. */
export const NEEDED = { fonts: "fontId", fills: "fillId", borders: "borderId", cellStyleXfs: "xfId", cellXfs: "s" } as const; // prettier-ignore

/** Excel knows no more cell formats; an index beyond is damage and no reason to fill a list up. */
const MOST = 65_490;

/**
 * A list as it stands, and what it lacks to be one: an index that is named but not there means the default look, and
 * must not come to mean what is appended; the first two fills are Excel's own whatever they say (SPEC X9, X15).
 */
export function styleList(styles: Styles, name: ListName, highestCellStyle: number): StyleList {
  const { root, source } = styles;
  const element = mainChild(root, name);
  const existing = element?.children ?? [];
  const byText = new Map<string, number>();
  existing.forEach((child, index) => {
    const text = source.text.slice(child.start, child.end);
    if (!byText.has(text)) byText.set(text, index);
  });
  return { name, existing, byText, added: missingItems(root, name, existing.length, highestCellStyle) };
}

function missingItems(root: XmlElement, name: ListName, count: number, highestCellStyle: number): string[] {
  if (!isNeeded(name)) return [];
  const named = name === "cellXfs" ? highestCellStyle : highestNamed(root, NEEDED[name]);
  const wanted = Math.max(name === "fills" ? 2 : 1, named <= MOST ? named + 1 : 0);
  return Array.from({ length: Math.max(0, wanted - count) }, (_, i) => defaultItem(root.prefix, name, count + i));
}

const isNeeded = (name: ListName): name is keyof typeof NEEDED => name in NEEDED;

/** The highest index that a cell format or a cell style's format gives; -1 where none does. */
function highestNamed(root: XmlElement, attribute: string): number {
  let highest = -1;
  for (const list of ["cellStyleXfs", "cellXfs"]) {
    const element = mainChild(root, list);
    for (const xf of element ? mainChildren(element, "xf") : []) {
      const index = Number(xf.attributes.get(attribute) ?? -1);
      if (index > highest && index <= MOST) highest = index;
    }
  }
  return highest;
}

function defaultItem(p: string, name: keyof typeof NEEDED, index: number): string {
  switch (name) {
    case "fonts":
      return `<${p}font><${p}sz val="11"/><${p}name val="Calibri"/></${p}font>`;
    case "fills":
      return `<${p}fill><${p}patternFill patternType="${index === 1 ? "gray125" : "none"}"/></${p}fill>`;
    case "borders":
      return `<${p}border><${p}left/><${p}right/><${p}top/><${p}bottom/><${p}diagonal/></${p}border>`;
    case "cellStyleXfs":
      return `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`;
    case "cellXfs":
      return `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`;
  }
}

const CELL_STYLE = /\s(?:s|style)=["'](\d{1,7})["']/g;

/** The highest style index that a cell, row or column of these sheet parts names; -1 where none does. */
export function highestCellStyle(sheets: Iterable<string>): number {
  let highest = -1;
  for (const text of sheets) {
    CELL_STYLE.lastIndex = 0;
    for (let match = CELL_STYLE.exec(text); match; match = CELL_STYLE.exec(text)) {
      const index = Number(match[1]);
      if (index > highest && index <= MOST) highest = index;
    }
  }
  return highest;
}

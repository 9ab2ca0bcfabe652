import { decodeEscapes } from "../xml/characters";
import { isMain } from "../xml/namespaces";
import { unreadable } from "../unreadable";
import type { PartText } from "../xml/encoding";
import { flag, mainChild, mainChildren } from "../xml/parse-part";
import type { BookPackage, Relationship } from "./book-package";
import { builtInFormat } from "./number-formats";
import type { XmlElement } from "../xml/xml-element";

/** What the cells' style indexes mean, as far as reading needs it, and the part itself for appending. */
export interface Styles {
  readonly part: string;
  readonly source: PartText;
  readonly root: XmlElement;
  /** Number format code per style; undefined for General. */
  readonly formats: readonly (string | undefined)[];
  readonly locked: readonly boolean[];
  /** Whether the style strikes the cell's text through. */
  readonly struck: readonly boolean[];
  /** Whether the style prints something on a blank cell: a border or a fill. */
  readonly drawn: readonly boolean[];
}

/** Null where the workbook has no styles at all. */
export function readStyles(parts: BookPackage, relationships: readonly Relationship[]): Styles | null {
  const part = parts.related(relationships, "styles");
  const found = part === null ? null : parts.tree(part);
  if (part === null || !found) return null;
  const { local, namespace } = found.root;
  if (local !== "styleSheet" || !isMain(namespace))
    unreadable("bad-xml", `样式部件以 ${local} 开头`, `the styles part begins with ${local}`);
  const custom = customFormats(found.root);
  const xfs = cellFormats(found.root);
  const fonts = mainChild(found.root, "fonts");
  const struckFonts = (fonts ? mainChildren(fonts, "font") : []).map((font) => {
    const strike = mainChild(font, "strike");
    return strike !== null && flag(strike.attributes.get("val"), true);
  });
  const drawnFills = listOf(found.root, "fills", "fill").map((fill) => !isPlain(fill));
  const drawnBorders = listOf(found.root, "borders", "border").map((border) =>
    border.children.some((edge) => (edge.attributes.get("style") ?? "none") !== "none"),
  );
  return {
    part,
    ...found,
    drawn: xfs.map(
      ({ attributes }) =>
        (drawnFills[Number(attributes.get("fillId") ?? 0)] ?? false) ||
        (drawnBorders[Number(attributes.get("borderId") ?? 0)] ?? false),
    ),
    formats: xfs.map((xf) => formatCode(Number(xf.attributes.get("numFmtId") ?? 0), custom)),
    locked: xfs.map((xf) => flag(mainChild(xf, "protection")?.attributes.get("locked"), true)),
    struck: xfs.map((xf) => struckFonts[Number(xf.attributes.get("fontId") ?? 0)] ?? false),
  };
}

const listOf = (root: XmlElement, list: string, item: string): readonly XmlElement[] => {
  const found = mainChild(root, list);
  return found ? mainChildren(found, item) : [];
};

const isPlain = (fill: XmlElement): boolean => {
  const pattern = mainChild(fill, "patternFill");
  return pattern !== null && (pattern.attributes.get("patternType") ?? "none") === "none";
};

export const cellFormats = (root: XmlElement): readonly XmlElement[] => {
  const list = mainChild(root, "cellXfs");
  return list ? mainChildren(list, "xf") : [];
};

/** The number formats that the workbook writes out, by id. */
export function customFormats(root: XmlElement): ReadonlyMap<number, string> {
  const list = mainChild(root, "numFmts");
  const elements = list ? mainChildren(list, "numFmt") : [];
  return new Map(
    elements.map(({ attributes }) => [
      Number(attributes.get("numFmtId")),
      decodeEscapes(attributes.get("formatCode") ?? ""),
    ]),
  );
}

function formatCode(id: number, custom: ReadonlyMap<number, string>): string | undefined {
  const code = custom.get(id) ?? builtInFormat(id);
  return code === undefined || code === "" || /^general$/i.test(code) ? undefined : code;
}

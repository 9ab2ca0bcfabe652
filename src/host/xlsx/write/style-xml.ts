import type { CellStyle, FormatLook } from "../../../core/workbook/write-plan";
import { escapeAttribute } from "../xml/characters";
import { attributeText, withAttributes } from "../xml/edits";
import type { XmlElement } from "../xml/xml-element";

/** Texts of the elements of a styles part; `p` is the prefix of SpreadsheetML there. */

/** The order in which Excel writes the properties of a font. */
const FONT_ORDER = [
  "b",
  "i",
  "strike",
  "condense",
  "extend",
  "outline",
  "shadow",
  "u",
  "vertAlign",
  "sz",
  "color",
  "name",
];

/** A font like another, bold or not, in another colour. */
export function fontXml(p: string, source: string, base: XmlElement | undefined, style: CellStyle): string {
  const children = new Map((base?.children ?? []).map((child) => [child.local, source.slice(child.start, child.end)]));
  if (style.bold === true) children.set("b", `<${p}b/>`);
  if (style.bold === false) children.delete("b");
  if (style.fontColor !== undefined) children.set("color", `<${p}color rgb="FF${style.fontColor}"/>`);
  const rank = (local: string): number => (FONT_ORDER.includes(local) ? FONT_ORDER.indexOf(local) : FONT_ORDER.length);
  const inOrder = [...children].sort(([a], [b]) => rank(a) - rank(b)).map(([, text]) => text);
  return `<${p}font>${inOrder.join("")}</${p}font>`;
}

export const fillXml = (p: string, rgb: string): string =>
  `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${rgb}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;

export function thinBorderXml(p: string): string {
  const side = (name: string): string => `<${p}${name} style="thin"><${p}color auto="1"/></${p}${name}>`;
  return `<${p}border>${["left", "right", "top", "bottom"].map(side).join("")}<${p}diagonal/></${p}border>`;
}

/** The look of a conditional format. Excel takes the colour of a solid fill from its background here. */
export function dxfXml(p: string, look: FormatLook): string {
  const bold = look.bold === undefined ? "" : `<${p}b${look.bold ? "" : ' val="0"'}/>`;
  const color = look.fontColor === undefined ? "" : `<${p}color rgb="FF${look.fontColor}"/>`;
  const font = bold + color === "" ? "" : `<${p}font>${bold}${color}</${p}font>`;
  const fill =
    look.fill === undefined
      ? ""
      : `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${look.fill}"/><${p}bgColor rgb="FF${look.fill}"/></${p}patternFill></${p}fill>`;
  return `<${p}dxf>${font}${fill}</${p}dxf>`;
}

/** The look that a `dxf` of ours gives; null where it holds more than a plan can say. */
export function lookOf(dxf: XmlElement): FormatLook | null {
  const colorOf = (element: XmlElement | undefined): string | undefined => {
    const rgb = element?.attributes.get("rgb");
    return rgb?.length === 8 ? rgb.slice(2) : undefined;
  };
  const look: { fill?: string; fontColor?: string; bold?: boolean } = {};
  for (const child of dxf.children) {
    if (child.local === "fill") {
      const fill = colorOf(child.children[0]?.children.find(({ local }) => local === "bgColor"));
      if (fill === undefined) return null;
      look.fill = fill;
    } else if (child.local === "font") {
      for (const part of child.children) {
        const color = colorOf(part);
        if (part.local === "b") look.bold = part.attributes.get("val") !== "0";
        else if (part.local === "color" && color !== undefined) look.fontColor = color;
        else return null;
      }
    } else return null;
  }
  return look;
}

export const numberFormatXml = (p: string, id: number, code: string): string =>
  `<${p}numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`;

/** What a derived cell format changes. */
export interface FormatChange {
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly alignment: Readonly<Record<string, string | null>>;
  readonly protection: Readonly<Record<string, string | null>>;
}

/** A cell format (`xf`) like another, with changes; what else the other holds is kept. */
export function formatXml(p: string, source: string, base: XmlElement | undefined, change: FormatChange): string {
  const own = withAttributes(
    base
      ? `<${p}xf${attributeText(base.attributes)}/>`
      : `<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`,
    change.attributes,
  ).slice(0, -2);
  const child = (local: string, attributes: Readonly<Record<string, string | null>>): string => {
    const found = base?.children.find((element) => element.local === local);
    const text = found ? source.slice(found.start, found.openEnd) : `<${p}${local}/>`;
    const changed = withAttributes(text.endsWith("/>") ? text : text.replace(/>$/, "/>"), attributes);
    return (found ?? Object.keys(attributes).length > 0) ? changed : "";
  };
  const rest = (base?.children ?? []).filter(({ local }) => local !== "alignment" && local !== "protection");
  const inner =
    child("alignment", change.alignment) +
    child("protection", change.protection) +
    rest.map((element) => source.slice(element.start, element.end)).join("");
  return inner === "" ? `${own}/>` : `${own}>${inner}</${p}xf>`;
}

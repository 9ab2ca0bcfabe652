import { mainChild, mainChildren } from "../xml/parse-part";
import type { XmlElement } from "../xml/xml-element";

/** Turns a colour element into #rrggbb; null where it states none that can be shown (automatic). */
export type Palette = (element: XmlElement | null) => string | null;

/**
 * The colours of a workbook: rgb, theme with tint, and indexed ones, with the file's own palette where it has one
 * (ISO/IEC 29500-1, 18.8.3, 18.8.19, 18.8.27).
 */
export function paletteOf(styles: XmlElement, theme: XmlElement | null): Palette {
  const themed = theme ? themeColours(theme) : DEFAULT_THEME;
  const indexed = ownPalette(styles);
  return (element) => {
    const base = element && baseColour(element.attributes, themed, indexed);
    if (!element || base === null) return null;
    const tint = Number(element.attributes.get("tint") ?? 0);
    return tint === 0 || !Number.isFinite(tint) ? base : tinted(base, tint);
  };
}

function baseColour(
  attributes: ReadonlyMap<string, string>,
  themed: readonly string[],
  indexed: readonly string[],
): string | null {
  const rgb = attributes.get("rgb");
  if (rgb !== undefined) return hexColour(rgb);
  const theme = attributes.get("theme");
  if (theme !== undefined) return themed[Number(theme)] ?? null;
  const index = attributes.get("indexed");
  return index === undefined ? null : (indexed[Number(index)] ?? INDEXED[Number(index)] ?? null);
}

/** AARRGGBB or RRGGBB; the transparency is not kept, since Excel shows none. */
const hexColour = (text: string): string | null => {
  const hex = /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(text)?.[1];
  return hex === undefined ? null : `#${hex.toLowerCase()}`;
};

/** The scheme's order in a cell's `theme` attribute: the light and dark pairs are exchanged. */
const THEME_ORDER = "lt1 dk1 lt2 dk2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");

function themeColours(theme: XmlElement): readonly string[] {
  const scheme = descendant(theme, "clrScheme");
  return THEME_ORDER.map((name, index) => {
    const entry = scheme?.children.find(({ local }) => local === name)?.children[0];
    const value = entry?.local === "sysClr" ? entry.attributes.get("lastClr") : entry?.attributes.get("val");
    return hexColour(value ?? "") ?? DEFAULT_THEME[index] ?? "#000000";
  });
}

const descendant = (element: XmlElement, local: string): XmlElement | null => {
  if (element.local === local) return element;
  for (const child of element.children) {
    const found = descendant(child, local);
    if (found) return found;
  }
  return null;
};

function ownPalette(styles: XmlElement): readonly string[] {
  const colours = mainChild(styles, "colors");
  const list = colours && mainChild(colours, "indexedColors");
  return list
    ? mainChildren(list, "rgbColor").map(({ attributes }) => hexColour(attributes.get("rgb") ?? "") ?? "#000000")
    : [];
}

/** Office's own theme, for a workbook without one. */
const DEFAULT_THEME = colours("ffffff 000000 e7e6e6 44546a 4472c4 ed7d31 a5a5a5 ffc000 5b9bd5 70ad47 0563c1 954f72");

const BASIC = "000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff";
const INDEXED = colours(
  `${BASIC} ${BASIC} 800000 008000 000080 808000 800080 008080 c0c0c0 808080 9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff 00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`,
);

function colours(text: string): readonly string[] {
  return text.split(" ").map((hex) => `#${hex}`);
}

/** A tint lightens towards white where it is positive and darkens where it is negative, in HSL (18.8.19). */
function tinted(colour: string, tint: number): string {
  const [h, s, l] = toHsl(colour);
  const light = tint < 0 ? l * (1 + tint) : l * (1 - tint) + tint;
  return fromHsl(h, s, Math.min(1, Math.max(0, light)));
}

function toHsl(colour: string): readonly [number, number, number] {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255) as [number, number, number];
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const light = (max + min) / 2;
  if (max === min) return [0, 0, light];
  const spread = max - min;
  const saturation = light > 0.5 ? spread / (2 - max - min) : spread / (max + min);
  const sixth =
    max === r ? (g - b) / spread + (g < b ? 6 : 0) : max === g ? (b - r) / spread + 2 : (r - g) / spread + 4;
  return [sixth / 6, saturation, light];
}

function fromHsl(h: number, s: number, l: number): string {
  const q = l < 0.5 ? l * (1 + s) : l + s - l * s;
  const p = 2 * l - q;
  const channel = (shift: number): string => {
    const t = (h + shift + 1) % 1;
    const value = t < 1 / 6 ? p + (q - p) * 6 * t : t < 1 / 2 ? q : t < 2 / 3 ? p + (q - p) * (2 / 3 - t) * 6 : p;
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1 / 3)}${channel(0)}${channel(-1 / 3)}`;
}

import { PLAIN_LOOK, type Edge, type Horizontal, type Look } from "../../looks";
import { cellFormats, type Styles } from "../package/styles";
import { flag, mainChild, mainChildren } from "../xml/parse-part";
import type { XmlElement } from "../xml/xml-element";
import { paletteOf, type Palette } from "./colours";

/** The looks of all cell formats by their index, resolved; at least the default one. */
export function styleLooks(styles: Styles | null, theme: XmlElement | null): readonly Look[] {
  if (!styles) return [PLAIN_LOOK];
  const palette = paletteOf(styles.root, theme);
  const listed = (list: string, item: string): readonly XmlElement[] => {
    const element = mainChild(styles.root, list);
    return element ? mainChildren(element, item) : [];
  };
  const fonts = listed("fonts", "font").map((font) => fontLook(font, palette));
  const fills = listed("fills", "fill").map((fill) => fillColour(fill, palette));
  const borders = listed("borders", "border").map((border) => edges(border, palette));
  const looks = cellFormats(styles.root).map((xf, index): Look => {
    const id = (name: string): number => Number(xf.attributes.get(name) ?? 0);
    return {
      ...PLAIN_LOOK,
      ...fonts[id("fontId")],
      fill: fills[id("fillId")] ?? null,
      ...borders[id("borderId")],
      ...alignment(mainChild(xf, "alignment")),
      format: styles.formats[index],
      locked: styles.locked[index] ?? true,
    };
  });
  return looks.length > 0 ? looks : [PLAIN_LOOK];
}

function fontLook(font: XmlElement, palette: Palette): Partial<Look> {
  const value = (name: string): string | undefined => mainChild(font, name)?.attributes.get("val");
  const isOn = (name: string): boolean => {
    const element = mainChild(font, name);
    return element !== null && flag(element.attributes.get("val"), true);
  };
  const size = Number(value("sz") ?? PLAIN_LOOK.size);
  return {
    font: value("name") ?? PLAIN_LOOK.font,
    size: size >= 1 && size <= 409 ? size : PLAIN_LOOK.size,
    bold: isOn("b"),
    italic: isOn("i"),
    underline: mainChild(font, "u") !== null && value("u") !== "none",
    strike: isOn("strike"),
    color: palette(mainChild(font, "color")),
  };
}

/** A pattern shows as its ground colour, a gradient as its first stop. */
function fillColour(fill: XmlElement, palette: Palette): string | null {
  const gradient = mainChild(fill, "gradientFill");
  const stop = gradient && mainChild(gradient, "stop");
  if (stop) return palette(mainChild(stop, "color"));
  const pattern = mainChild(fill, "patternFill");
  const type = pattern?.attributes.get("patternType") ?? "none";
  if (!pattern || type === "none") return null;
  const ground = palette(mainChild(pattern, "fgColor"));
  return type === "solid" ? ground : (palette(mainChild(pattern, "bgColor")) ?? ground ?? "#d9d9d9");
}

const LINES: Readonly<Record<string, Pick<Edge, "width" | "line">>> = {
  thin: { width: 1, line: "solid" },
  hair: { width: 1, line: "dotted" },
  dotted: { width: 1, line: "dotted" },
  dashed: { width: 1, line: "dashed" },
  dashDot: { width: 1, line: "dashed" },
  dashDotDot: { width: 1, line: "dashed" },
  medium: { width: 2, line: "solid" },
  mediumDashed: { width: 2, line: "dashed" },
  mediumDashDot: { width: 2, line: "dashed" },
  mediumDashDotDot: { width: 2, line: "dashed" },
  slantDashDot: { width: 2, line: "dashed" },
  thick: { width: 3, line: "solid" },
  double: { width: 3, line: "double" },
};

function edges(border: XmlElement, palette: Palette): Pick<Look, "left" | "right" | "top" | "bottom"> {
  const edge = (...names: readonly string[]): Edge | null => {
    const element = names.map((name) => mainChild(border, name)).find((found) => found !== null);
    const line = new Map(Object.entries(LINES)).get(element?.attributes.get("style") ?? "");
    return element && line ? { ...line, color: palette(mainChild(element, "color")) ?? "#000000" } : null;
  };
  return { left: edge("left", "start"), right: edge("right", "end"), top: edge("top"), bottom: edge("bottom") };
}

const HORIZONTAL: ReadonlyMap<string, Horizontal> = new Map<string, Horizontal>([
  ["left", "left"],
  ["center", "center"],
  ["centerContinuous", "center"],
  ["right", "right"],
  ["fill", "fill"],
  ["justify", "justify"],
  ["distributed", "distributed"],
]);

function alignment(element: XmlElement | null): Partial<Look> {
  if (!element) return {};
  const { attributes } = element;
  const vertical = attributes.get("vertical");
  const rotation = Number(attributes.get("textRotation") ?? 0);
  return {
    horizontal: HORIZONTAL.get(attributes.get("horizontal") ?? "") ?? "general",
    vertical: vertical === "top" ? "top" : vertical === undefined || vertical === "bottom" ? "bottom" : "center",
    wrap: flag(attributes.get("wrapText")),
    indent: Math.max(0, Number(attributes.get("indent") ?? 0) || 0),
    // 91 to 180 turn clockwise; 255 stacks the letters (18.8.1).
    rotation: rotation === 255 ? "stacked" : rotation > 90 ? 90 - rotation : rotation,
    shrink: flag(attributes.get("shrinkToFit")),
  };
}

import type { CellStyle } from "../../../core/workbook/write-plan";

/** What is asked of a cell whose look will change, so that it can be given back. */
export const LOOK: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true, pattern: true },
    font: { bold: true, color: true, italic: true, name: true, size: true, strikethrough: true, underline: true },
    borders: { color: true, style: true, weight: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    indentLevel: true,
    shrinkToFit: true,
    textOrientation: true,
    protection: true,
  },
};

export const LOCK: Excel.CellPropertiesLoadOptions = { format: { protection: true } };

export type Look = Excel.CellPropertiesFormat;

const EDGES = ["top", "bottom", "left", "right"] as const;

/** The look with what a style names. */
export function styledLook(base: Look, style: CellStyle): Look {
  const { bold, fontColor, fill, wrap, horizontal, border, locked } = style;
  const font = {
    ...base.font,
    ...(bold !== undefined && { bold }),
    ...(fontColor !== undefined && { color: `#${fontColor}` }),
  };
  return {
    ...base,
    ...(Object.keys(font).length > 0 && { font }),
    ...(fill !== undefined && { fill: { color: `#${fill}`, pattern: "Solid" as const } }),
    ...(wrap !== undefined && { wrapText: wrap }),
    ...(horizontal !== undefined && { horizontalAlignment: ALIGNED[horizontal] }),
    ...(border !== undefined && { borders: Object.fromEntries(EDGES.map((edge) => [edge, THIN])) }),
    ...(locked !== undefined && { protection: { ...base.protection, locked } }),
  };
}

const ALIGNED = { left: "Left", center: "Center", right: "Right" } as const;
const THIN = { style: "Continuous", weight: "Thin", color: "#000000" } as const;

export const hasNoFill = ({ fill }: Look): boolean => fill?.pattern === "None";

/** As setCellProperties takes it: no fill is set by clearing it, and an edge without a line has nothing else. */
export function settable(look: Look): Excel.SettableCellProperties {
  const { fill, borders, ...rest } = look;
  return {
    format: {
      ...rest,
      ...(fill && !hasNoFill(look) && { fill: { color: fill.color ?? "#FFFFFF" } }),
      ...(borders && { borders: settableBorders(borders) }),
    },
  };
}

const settableBorders = (borders: Excel.CellBorderCollection): Excel.CellBorderCollection =>
  Object.fromEntries(
    EDGES.flatMap((edge) => {
      const line = borders[edge];
      if (!line) return [];
      return [[edge, line.style === "None" ? { style: "None" as const } : line]];
    }),
  );

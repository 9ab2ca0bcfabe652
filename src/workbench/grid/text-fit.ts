import { displayText } from "../../core/formula/number-format";
import type { CellScalar } from "../../core/workbook/snapshot";
import type { Look } from "../../host/looks";

/** Pixels on either side of a cell's text. */
export const PADDING = 3;
const PIXELS_PER_POINT = 96 / 72;
/** Of the font size: what a line of text takes. */
const LINE = 1.3;

export const pixels = (points: number): number => Math.round(points * PIXELS_PER_POINT);

/** The width of a text in a look, in pixels: measured where the page can, else reckoned by its signs. */
export function textWidth(text: string, look: Pick<Look, "font" | "size" | "bold">): number {
  const context = measuring();
  if (context) {
    context.font = `${look.bold ? "bold " : ""}${pixels(look.size)}px ${fontFamily(look.font)}`;
    return context.measureText(text).width;
  }
  let ems = 0;
  for (const sign of text) ems += sign.charCodeAt(0) < 0x2e80 ? 0.55 : 1;
  return ems * pixels(look.size);
}

let canvas: CanvasRenderingContext2D | null | undefined;

function measuring(): CanvasRenderingContext2D | null {
  if (canvas === undefined) {
    const made = typeof OffscreenCanvas === "undefined" ? null : document.createElement("canvas").getContext("2d");
    canvas = made;
  }
  return canvas;
}

/** No font is shipped: the workbook's own by name, then what Chinese systems have. */
export const fontFamily = (font: string): string =>
  `${JSON.stringify(font)}, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif`;

/** What a number shows in so many pixels: as Excel does, General with fewer digits, anything else as ####. */
export function fittedNumber(
  value: number,
  look: Look,
  format: string | undefined,
  width: number,
  date1904: boolean,
): string {
  const text = displayText(value, format, date1904);
  const fits = (candidate: string): boolean => textWidth(candidate, look) <= width;
  if (fits(text)) return text;
  if (format === undefined || /^general$/i.test(format)) {
    for (let digits = 10; digits >= 1; digits--) {
      const shorter = displayText(Number(value.toPrecision(digits)), undefined);
      // Digits before the point may not be lost.
      if (fits(shorter) && (shorter.includes("E") || Math.abs(value) < 10 ** digits)) return shorter;
    }
  }
  return "#".repeat(Math.max(1, Math.floor(width / Math.max(1, textWidth("#", look)))));
}

/** The lines that a text takes in so many pixels. */
export function lineCount(text: string, look: Look, width: number): number {
  let lines = 0;
  for (const line of text.split("\n")) lines += Math.max(1, Math.ceil(textWidth(line, look) / Math.max(8, width)));
  return lines;
}

/** The height that a row needs for its texts, in pixels, where the file states none: Excel fits it on opening. */
export const fittedHeight = (lines: number, look: Look): number => Math.ceil(lines * pixels(look.size) * LINE) + 2;

export const isNumber = (value: CellScalar): value is number => typeof value === "number";

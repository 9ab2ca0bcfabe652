import { displayText } from "../../core/formula/number-format";
import type { CellAddress } from "../../core/workbook/address";
import { isCellError, type CellScalar } from "../../core/workbook/snapshot";
import type { Look } from "../../host/looks";
import type { OpenBook } from "../../host/workbench/open-book";
import { fittedNumber, isNumber, PADDING } from "./text-fit";

/** What a cell shows: its text, and which way it leans. */
export interface ShownText {
  readonly text: string;
  readonly align: "left" | "center" | "right";
  /** Only texts run on over blank neighbours. */
  readonly mayOverflow: boolean;
  /** The value that the file holds, not one that was calculated here. */
  readonly stored: boolean;
}

/** The cell's text in a width in pixels; a number is never cut off (SPEC B3). */
export function shownText(book: OpenBook, at: CellAddress, look: Look, width: number): ShownText {
  const { value, stored } = book.shown(at);
  const format = book.cell(at)?.numberFormat ?? look.format;
  const date1904 = book.snapshot.date1904 ?? false;
  const room = Math.max(1, width - 2 * PADDING - look.indent * 9);
  const text =
    isNumber(value) && !look.wrap && !look.shrink && look.rotation === 0
      ? fittedNumber(value, look, format, room, date1904)
      : displayText(value, format, date1904);
  const align = alignment(value, look);
  return {
    text,
    align,
    mayOverflow: typeof value === "string" && !look.wrap && !look.shrink && align !== "right",
    stored,
  };
}

function alignment(value: CellScalar, look: Look): ShownText["align"] {
  switch (look.horizontal) {
    case "left":
    case "right":
    case "center":
      return look.horizontal;
    case "distributed":
      return "center";
    case "fill":
    case "justify":
      return "left";
    case "general":
      if (typeof value === "boolean" || isCellError(value)) return "center";
      return isNumber(value) ? "right" : "left";
  }
}

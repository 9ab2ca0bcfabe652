import { highest } from "../../../core/workbook/long-lists";
import { keyColumn, type CellKey } from "../read/reference";
import type { SheetDraft } from "./sheet-draft";

const LINE_POINTS = 15;
const MOST_LINES = 12;

/**
 * The height in points that wrapped text needs in a row of a sheet that is added, or was made empty for us, or null for one line. Excel would find
 * it by itself; WPS and LibreOffice show such a row cut off until somebody touches it. Not fixed: Excel may fit it anew.
 */
export function fittedHeight(sheet: SheetDraft, keys: readonly CellKey[]): number | null {
  // A row of a single text is a title or a note, which runs on over the cells beside it.
  if (holdsCells(sheet) || keys.length < 2) return null;
  const lines = highest(keys.map((key) => linesOf(sheet, key)));
  return lines > 1 ? LINE_POINTS * Math.min(lines, MOST_LINES) : null;
}

const holdsCells = ({ read }: SheetDraft): boolean => (read?.snapshot.cells.length ?? 0) > 0;

function linesOf(sheet: SheetDraft, key: CellKey): number {
  const content = sheet.planned.get(key)?.content;
  const width = sheet.columns.widthOf(keyColumn(key));
  if (content?.type !== "text" || width === null || width <= 1) return 1;
  return content.text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / (width - 1))), 0);
}

/** In the widths of a digit: a Chinese character takes about two, a Latin one about one. */
function displayWidth(line: string): number {
  let width = 0;
  for (let i = 0; i < line.length; i++) width += line.charCodeAt(i) < 0x300 ? 1 : 2;
  return width;
}

import type { Rect } from "./address";
import { MAX_COLUMNS, MAX_ROWS, parseRect } from "./address";

export interface SheetArea {
  readonly sheet: string;
  readonly rect: Rect;
}

/** Reads what a defined name refers to: areas with their sheets, joined by commas; anything else gives none. */
export function parseReference(text: string): readonly SheetArea[] {
  const areas: SheetArea[] = [];
  for (const part of splitOutsideQuotes(text.trim().replace(/^=/, ""))) {
    const mark = part.lastIndexOf("!");
    const rect = mark > 0 ? parseArea(part.slice(mark + 1)) : null;
    if (!rect) return [];
    areas.push({ sheet: unquoteSheet(part.slice(0, mark)), rect });
  }
  return areas;
}

const unquoteSheet = (text: string): string =>
  text.startsWith("'") && text.endsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;

/** A comma within a quoted sheet name joins nothing; a doubled apostrophe leaves the quotation as it was. */
function splitOutsideQuotes(text: string): string[] {
  const parts: string[] = [];
  let quoted = false;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "'") quoted = !quoted;
    else if (text[i] === "," && !quoted) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, text.slice(start)];
}

/** A1, A1:B2, and whole columns or rows ($H:$H, $3:$5). */
function parseArea(text: string): Rect | null {
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/.exec(text);
  if (columns) return parseRect(`${columns[1] ?? ""}1:${columns[2] ?? ""}${MAX_ROWS}`);
  const rows = /^\$?(\d{1,7}):\$?(\d{1,7})$/.exec(text);
  if (!rows) return parseRect(text);
  const rect = parseRect(`A${rows[1] ?? ""}:A${rows[2] ?? ""}`);
  return rect && { ...rect, right: MAX_COLUMNS - 1 };
}

import {
  MAX_COLUMNS,
  MAX_ROWS,
  columnIndex,
  columnName,
  parseRect,
  rectA1,
  type Rect,
} from "../../../src/core/workbook/address";
import { refuse } from "../protocol/host-error";
import type { Book } from "./book";
import type { Sheet } from "./sheet";

/** A rectangle of cells of one sheet: what a Range stands for. */
export class Area {
  readonly sheet: Sheet;
  readonly rect: Rect;

  constructor(sheet: Sheet, rect: Rect) {
    const isInside =
      rect.top >= 0 &&
      rect.left >= 0 &&
      rect.top <= rect.bottom &&
      rect.left <= rect.right &&
      rect.bottom < MAX_ROWS &&
      rect.right < MAX_COLUMNS;
    if (!isInside) refuse("InvalidArgument");
    this.sheet = sheet;
    this.rect = rect;
  }

  get height(): number {
    return this.rect.bottom - this.rect.top + 1;
  }

  get width(): number {
    return this.rect.right - this.rect.left + 1;
  }

  /** 'My sheet'!A1:B2, with quotes only where Excel needs them. */
  get address(): string {
    return `${bareSheet(this.sheet.name)}!${localAddress(this.rect)}`;
  }

  intersect({ sheet, rect }: Area): Area | null {
    const top = Math.max(this.rect.top, rect.top);
    const left = Math.max(this.rect.left, rect.left);
    const bottom = Math.min(this.rect.bottom, rect.bottom);
    const right = Math.min(this.rect.right, rect.right);
    return sheet === this.sheet && top <= bottom && left <= right
      ? new Area(sheet, { top, left, bottom, right })
      : null;
  }
}

export const wholeSheet = (sheet: Sheet): Area =>
  new Area(sheet, { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 });

export function localAddress(rect: Rect): string {
  if (rect.top === 0 && rect.bottom === MAX_ROWS - 1) return `${columnName(rect.left)}:${columnName(rect.right)}`;
  if (rect.left === 0 && rect.right === MAX_COLUMNS - 1) return `${rect.top + 1}:${rect.bottom + 1}`;
  return rectA1(rect);
}

/** Excel drops the quotes of a sheet's name where it can. */
export const bareSheet = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^(?:[a-z]{1,3}\d+|r\d*c\d*|r|c)$/i.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;

/** Reads an address as getRange takes it: "A1:B2", "A:C", "2:4", "Sheet1!A1", with or without $. */
export function parseArea(text: string, book: Book, sheet: Sheet): Area {
  const mark = text.lastIndexOf("!");
  const named = mark < 0 ? sheet : book.sheetNamed(unquote(text.slice(0, mark)));
  if (!named) return refuse("ItemNotFound");
  const rect = parseLocal(text.slice(mark + 1).replaceAll("$", ""));
  return rect ? new Area(named, rect) : refuse("InvalidArgument");
}

const unquote = (name: string): string =>
  name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;

function parseLocal(text: string): Rect | null {
  const columns = /^([A-Za-z]{1,3}):([A-Za-z]{1,3})$/.exec(text);
  const left = columnIndex(columns?.[1] ?? "");
  const right = columnIndex(columns?.[2] ?? "");
  if (left !== null && right !== null) return { top: 0, bottom: MAX_ROWS - 1, left, right };
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(text);
  if (rows) return { top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1, left: 0, right: MAX_COLUMNS - 1 };
  return parseRect(text);
}

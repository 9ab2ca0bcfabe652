import type { PlaceForm } from "../findings/finding-kind";
import { columnIndex, MAX_COLUMNS, MAX_ROWS, quoteSheet, type CellAddress, type Rect } from "../workbook/address";
import { keptWith } from "../workbook/kept-with";
import { parseReference } from "../workbook/sheet-area";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { sheetSums, type SheetSums } from "./sheet-sums";

/** The sums of all sheets of a workbook, each made when it is first asked for. */
const sumsOf = keptWith((book: WorkbookSnapshot) => {
  const made = new Map<string, SheetSums | null>();
  return (sheet: string): SheetSums | null => {
    const found = made.get(sheet) ?? sheetSums(book, sheet);
    made.set(sheet, found);
    return found;
  };
});

/**
 * A field of a finding with each place that it names replaced by what stands there: the same wherever rows and columns
 * were inserted, rows sorted within a range and sheets renamed, and another as soon as the content of these cells is.
 */
export function withoutPlaces(book: WorkbookSnapshot, value: unknown, form: PlaceForm, at: CellAddress | null, sheet: string | null): unknown {
  const home = at?.sheet ?? sheet;
  const told = (one: string | null, rect: Rect): string => `\u27e8${(one === null ? null : sumsOf(book)(one)?.within(rect, at?.row ?? null)) ?? "-"}\u27e9`;
  const text = (said: string): string => {
    switch (form) {
      case "references":
        return outsideTexts(said, (piece) => piece.replace(REFERENCE, (whole, named: string | undefined, range: string) => {
          const [area] = parseReference(`${named ?? `${quoteSheet(home ?? "")}!`}${range}`);
          return area ? told(area.sheet, area.rect) : whole;
        }));
      case "rows":
        return said.replace(ROWS, (_, before: string, first: string, last: string | undefined) =>
          `${before}${told(home, { top: Number(first) - 1, bottom: Number(last ?? first) - 1, left: 0, right: MAX_COLUMNS - 1 })}`);
      case "columns":
        return said.replace(COLUMNS, (_, first: string, last: string | undefined) =>
          told(home, { top: 0, bottom: MAX_ROWS - 1, left: columnIndex(first) ?? 0, right: columnIndex(last ?? first) ?? 0 }));
      case "sheets":
        return told(said, { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 });
      case "heads":
        return said.replace(HEAD_LETTERS, "$1");
      case "derived":
        return "";
    }
  };
  return mapTexts(value, text);
} // prettier-ignore

function mapTexts(value: unknown, text: (said: string) => string): unknown {
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, text));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapTexts(one, text)]));
}

/** E5, $E$5:E9, '评分表'!E5, A:A, 3:5; neither a function nor a part of a name. */
const REFERENCE =
  /(?<![\p{L}\d_.$])((?:'(?:[^']|'')*'|[\p{L}_][\p{L}\d_.]*)!)?(\$?[A-Z]{1,3}\$?[1-9]\d{0,6}(?::\$?[A-Z]{1,3}\$?[1-9]\d{0,6})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})(?![\p{L}\d_.(!])/gu;
/** 5, 5–7, 4 培训人数、6 发放数量 */
const ROWS = /(^|、)(\d+)(?:–(\d+))?(?= |、|$)/g;
const COLUMNS = /^([A-Z]{1,3})(?:–([A-Z]{1,3}))?$/;
/** D 评分 × C 权重 */
const HEAD_LETTERS = /(^|× )[A-Z]{1,3}(?: |$)/g;

const outsideTexts = (formula: string, change: (piece: string) => string): string =>
  formula
    .split('"')
    .map((piece, index) => (index % 2 === 0 ? change(piece) : piece))
    .join('"');

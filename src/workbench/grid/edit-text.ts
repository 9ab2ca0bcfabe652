import { displayText, isDateFormat } from "../../core/formula/number-format";
import type { CellAddress } from "../../core/workbook/address";
import type { OpenBook } from "../../host/workbench/open-book";
import { typedContent } from "../../host/workbench/typed-content";
import { lookAt } from "./geometry";
import type { Painting } from "./paint-row";
import { isNumber } from "./text-fit";

/** What the editor begins with: the formula, a date or share as it is shown, else the value with all its digits. */
export function editText({ book, looks }: Painting, at: CellAddress): string {
  const cell = book.cell(at);
  if (cell?.formula !== undefined) return cell.formula;
  const value = cell?.value ?? null;
  const format = cell?.numberFormat ?? lookAt(book, looks, at.row, at.column).format;
  const isAsShown = format !== undefined && (format.includes("%") || isDateFormat(format));
  return isNumber(value) && isAsShown ? exactShown(value, format, book) : displayText(value);
}

/** As it is shown, where typing that again gives the same number; else with all digits. */
function exactShown(value: number, format: string, book: OpenBook): string {
  const date1904 = book.snapshot.date1904 ?? false;
  for (const text of [displayText(value, format, date1904), `${displayText(value * 100)}%`]) {
    const typed = typedContent(text, format, date1904);
    if ("content" in typed && typed.content.type === "number" && typed.content.number === value) return text;
  }
  return String(value);
}

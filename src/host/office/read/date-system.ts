import type { CellSnapshot } from "../../../core/model/snapshot";
import { rangeOf } from "./areas";
import type { SheetContent } from "./read-content";

/** So many dates are looked at before it is given up. */
const SAMPLES = 20;

/**
 * Whether the workbook counts its days from 1904. No API tells; but a date's text shows its year, four years apart in
 * the two systems. A workbook that shows no date with its year is taken to count from 1900, as all but old ones do.
 */
export async function usesDate1904(context: Excel.RequestContext, content: readonly SheetContent[]): Promise<boolean> {
  const dates = content
    .flatMap(({ sheet, blocks }) =>
      blocks.flatMap(({ cells }) => cells.filter(showsYear).map((cell) => ({ sheet, cell }))),
    )
    .slice(0, SAMPLES);
  if (dates.length === 0) return false;
  const asked = dates.map(({ sheet, cell }) => {
    const { row, column } = cell;
    return { cell, range: rangeOf(sheet, { top: row, bottom: row, left: column, right: column }).load("text") };
  });
  await context.sync();
  for (const { cell, range } of asked) {
    const year = yearOf(cell);
    const text = range.text[0]?.[0] ?? "";
    if (text.includes(String(year))) return false;
    if (text.includes(String(year + 4)) || text.includes(String(year + 3))) return true;
  }
  return false;
}

const showsYear = ({ value, numberFormat }: CellSnapshot): boolean =>
  typeof value === "number" && value > 0 && /yyyy/i.test(numberFormat ?? "");

/** The year of a serial number that counts from 1900. */
const yearOf = ({ value }: CellSnapshot): number =>
  new Date(Date.UTC(1899, 11, 30) + Number(value) * 86_400_000).getUTCFullYear();

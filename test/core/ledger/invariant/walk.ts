import type { ReviewOptions } from "../../../../src/core/review";
import { NO_OPTIONS } from "../../../../src/core/review";
import { scalarText } from "../../../../src/core/workbook/cell-content";
import { MAX_COLUMNS, type Rect } from "../../../../src/core/workbook/address";
import type { CellScalar, WorkbookSnapshot } from "../../../../src/core/workbook/snapshot";
import { changed, changesOf, withValue, type Change } from "./changes";
import { expectedFor } from "./expected";
import { differs, placeOf, told, type CellAccount } from "./traces";

/** By its path an indicator is known: of a name, also of a goal beside its header, its own words are what the review tells. */
const ECHOES: ReadonlySet<string> = new Set(["level", "name", "sideLabel"]);

export const textsOf = ({ role, cell }: CellAccount, change: Change): readonly string[] =>
  ECHOES.has(role ?? "") ? [] : [scalarText(cell.value), scalarText(change.cell?.value ?? null)];

/** A judged cell shows every change; a cell that is only kept shows its number. */
export const isDemanded = ({ state, cell }: CellAccount): boolean =>
  state === "judged" || (state === "kept" && typeof cell.value === "number");

/** The changes of judged cells, and of kept numbers, that leave no trace; one of every `stride`, from the given one on. */
export function silentChanges(book: WorkbookSnapshot, stride: number, options: ReviewOptions = NO_OPTIONS, first = 0): readonly string[] {
  const before = told(book, options);
  const silent: string[] = [];
  let count = stride - 1 - first;
  for (const [place, account] of before.cells) {
    if (!isDemanded(account)) continue;
    for (const change of changesOf(account.cell)) {
      if (++count % stride !== 0 || expectedFor(account, change)) continue;
      const after = told(changed(book, account.sheet, account.cell, change), options);
      if (!differs(before, after, place, textsOf(account, change))) silent.push(`${place} ${account.role ?? ""} ${change.kind}`);
    }
  }
  return silent;
} // prettier-ignore

/** Blank cells of the tables' region, its right edge and two rows below, where a stray figure would pass in silence. */
export function silentStrays(book: WorkbookSnapshot, values: readonly CellScalar[], stride: number): readonly string[] {
  const before = told(book);
  const silent: string[] = [];
  let count = 0;
  for (const [sheet, { top, bottom, left, right }] of areasOf(before.cells)) {
    const cells = book.sheets.find(({ name }) => name === sheet)?.cells ?? [];
    const filled = new Set(cells.filter(({ value }) => value !== null).map(({ row, column }) => row * MAX_COLUMNS + column));
    for (let row = top; row <= bottom + 2; row++) {
      for (let column = left; column <= right + 1; column++) {
        if (filled.has(row * MAX_COLUMNS + column)) continue;
        for (const value of values) {
          if (count++ % stride !== 0) continue;
          const place = placeOf(sheet, { row, column });
          const after = told(withValue(book, sheet, row, column, value));
          const account = after.cells.get(place);
          const isNamed = account?.state === "notUnderstood" || account?.why === "partOfBlock" || (account?.role === "total" && account.why === "notCompared") || account?.role === "formValue";
          if (!isNamed && !differs(before, after, place, [scalarText(value)])) silent.push(`${place} ${scalarText(value)} ${account?.role ?? "no account"} ${account?.why ?? ""}`);
        }
      }
    }
  }
  return silent;
} // prettier-ignore

/** Where each sheet's accounted cells stand. */
function areasOf(cells: ReadonlyMap<string, CellAccount>): ReadonlyMap<string, Rect> {
  const areas = new Map<string, Rect>();
  for (const { sheet, cell } of cells.values()) {
    const area = areas.get(sheet) ?? { top: Infinity, bottom: 0, left: Infinity, right: 0 };
    areas.set(sheet, {
      top: Math.min(area.top, cell.row),
      bottom: Math.max(area.bottom, cell.row),
      left: Math.min(area.left, cell.column),
      right: Math.max(area.right, cell.column),
    });
  }
  return areas;
}

import { compact } from "../model/text";
import type { CellAddress } from "../workbook/address";
import { SheetView } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { cellText } from "./headed-sheet";
import { taggedArea, type Tag } from "./tags";

/** The sheet 规则 of the workbook: the pack that was chosen in it and the settings that were set there (SPEC M2, S1). */
export const RULES_SHEET = "规则";
export const RULES_SHEET_OTHERWISE = "规则（评核）";
export const PACK_LABEL = "规则包";

export interface RulesSheet {
  readonly sheet: string;
  /** A built-in pack's id; null where the row is blank. */
  readonly pack: string | null;
  /** The cell that names it. */
  readonly packAt: CellAddress | null;
  /** Label and value of every setting row that is filled in. */
  readonly settings: readonly { readonly label: string; readonly value: string; readonly row: number }[];
}

/** Null where Pinghe has added no such sheet; a unit's own sheet of that name is never taken for ours. */
export function readRulesSheet(book: WorkbookSnapshot, tags: readonly Tag[]): RulesSheet | null {
  const found = taggedArea(tags, "sheet", "rules");
  const snapshot = found && book.sheets.find((sheet) => sheet.name === found.sheet);
  if (!found || !snapshot) return null;
  const view = new SheetView(snapshot);
  let pack: string | null = null;
  let packAt: CellAddress | null = null;
  const settings: RulesSheet["settings"][number][] = [];
  for (let row = found.rect.top; row <= found.rect.bottom; row++) {
    const label = cellText(view, row, found.rect.left);
    const value = cellText(view, row, found.rect.left + 1);
    if (label === "" || value === "") continue;
    if (compact(label) === PACK_LABEL) {
      pack = value;
      packAt = { sheet: found.sheet, row, column: found.rect.left + 1 };
    } else settings.push({ label, value, row });
  }
  return { sheet: found.sheet, pack, packAt, settings };
}

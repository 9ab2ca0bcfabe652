import type { Rect } from "../../../core/workbook/address";
import type { DefinedName, SheetSnapshot } from "../../../core/workbook/snapshot";
import { askPinnedLists, type PinnedLists } from "./pinned-lists";
import { a1Names } from "./r1c1";
import { areasOf, rectOf, sizeOf } from "./areas";

/** What the first round trip tells of a sheet. */
export interface SheetFacts {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetSnapshot["visibility"];
  readonly protected: boolean;
  /** What is read cell by cell; null where the sheet is empty. */
  readonly area: Rect | null;
  /** Whether no cell holds anything, whatever looks have been left behind. */
  readonly isEmpty: boolean;
  readonly names: readonly DefinedName[];
  readonly printArea: readonly Rect[] | null;
  /** Conditional formats in their order. */
  readonly formats: readonly { readonly id: string; readonly type: string }[];
  /** What is pinned to cells or lies over them; null where it was not asked for. */
  readonly pinned: PinnedLists | null;
}

/**
 * Asks for the facts of a sheet, which may be a null object; the answer is there after the next sync. What is pinned to
 * its cells is left out where `withPinned` is false.
 */
export function askSheetFacts(sheet: Excel.Worksheet, withPinned: boolean): () => SheetFacts | null {
  sheet.load("id,name,visibility");
  sheet.protection.load("protected");
  sheet.names.load("items/name,items/formula,items/visible");
  const used = sheet.getUsedRangeOrNullObject(false).load("address");
  const held = sheet.getUsedRangeOrNullObject(true).load("address");
  const printArea = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
  const formats = sheet.getRange().conditionalFormats.load("items/id,items/type");
  const pinned = withPinned ? askPinnedLists(sheet) : null;
  return () => {
    if (sheet.isNullObject) return null;
    const { id, name } = sheet;
    return {
      id,
      name,
      visibility: VISIBILITY[sheet.visibility],
      protected: sheet.protection.protected,
      area: readArea(used, held),
      isEmpty: held.isNullObject,
      names: namesOf(sheet.names, name).filter((one) => !isBuiltIn(one.name)),
      printArea: printArea.isNullObject ? null : areasOf(printArea.address),
      formats: formats.items.map(({ id, type }) => ({ id, type })),
      pinned,
    };
  };
}

const VISIBILITY = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/** Sheets on which formats alone make the used range larger than this are read only as far as they hold something. */
export const WIDE = 500_000;

function readArea(used: Excel.Range, held: Excel.Range): Rect | null {
  const all = used.isNullObject ? null : rectOf(used.address);
  if (all && sizeOf(all) <= WIDE) return all;
  return held.isNullObject ? null : rectOf(held.address);
}

/** Defined names as loaded; `scope` null: the workbook's, beside which Excel may list those of its sheets. */
export const namesOf = (names: Excel.NamedItemCollection, scope: string | null): readonly DefinedName[] =>
  names.items
    .filter((item) => scope !== null || item.scope === "Workbook")
    .map(({ name, formula, visible }) => ({
      name: name.slice(name.lastIndexOf("!") + 1),
      scope,
      refersTo: a1Names(String(formula).replace(/^=/, "")),
      hidden: !visible,
    }));

/** Names that Excel keeps for itself: print areas and titles, filters. */
const isBuiltIn = (name: string): boolean => /^(?:_xlnm\.|(?:Print_Area|Print_Titles|_FilterDatabase)$)/i.test(name);

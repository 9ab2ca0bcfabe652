import { quoteSheet } from "../../core/workbook/address";
import type { SheetFacts } from "./read/sheet-facts";

/**
 * Deleting a sheet clears the user's undo list, so a sheet of ours is emptied and hidden instead. A hidden name of the
 * sheet tells it apart: it is not read any more, and is used again when a sheet of its name is added (SPEC H7).
 */
export const REMOVED_MARK = "_pinghe.sheet.removed";

export const removedReference = (sheet: string): string => `=${quoteSheet(sheet)}!$A$1`;

export const isRemovedSheet = ({ visibility, names, isEmpty }: SheetFacts): boolean =>
  visibility === "veryHidden" && isEmpty && names.some(({ name }) => name === REMOVED_MARK);

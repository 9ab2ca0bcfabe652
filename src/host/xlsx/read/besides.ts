import type { CellNote, Drawing, HeldArea, SheetSnapshot, SheetTable, Unseen } from "../../../core/workbook/snapshot";
import type { BookPackage } from "../package/book-package";
import { Unreadable } from "../unreadable";
import type { SheetRulers } from "./anchors";
import { readDrawings } from "./drawings";
import { heldByParts } from "./held-areas";
import { readNotes } from "./notes";
import { readTables } from "./tables";

/** What a sheet has beside its cells, and what of it can not be read: a broken part says so, and the cells are read. */
export interface Besides extends Pick<SheetSnapshot, "notes" | "drawings" | "tables"> {
  /** What stands on cells by parts of its own. */
  readonly held: readonly HeldArea[];
  readonly unseen: readonly Unseen[];
}

export function readBesides(parts: BookPackage, sheet: string, rulers: SheetRulers): Besides {
  const unseen: Unseen[] = [];
  const looked = <T>(what: Unseen, read: () => readonly T[]): readonly T[] => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unseen.push(what);
      return [];
    }
  };
  const relationships = parts.relationships(sheet).filter(({ external }) => !external);
  const notes = looked<CellNote>("notes", () => readNotes(parts, relationships));
  const drawings = looked<Drawing>("drawings", () => readDrawings(parts, relationships, rulers));
  const held = heldByParts(parts, relationships, rulers);
  const tables = looked<SheetTable>("tables", () => readTables(parts, relationships));
  return {
    ...(notes.length > 0 && { notes }),
    ...(drawings.length > 0 && { drawings }),
    ...(tables.length > 0 && { tables }),
    held,
    unseen,
  };
}

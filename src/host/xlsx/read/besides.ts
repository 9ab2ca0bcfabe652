import type { CellNote, Drawing, SheetSnapshot, Unseen } from "../../../core/workbook/snapshot";
import type { BookPackage } from "../package/book-package";
import { Unreadable } from "../unreadable";
import { readDrawings } from "./drawings";
import { readNotes } from "./notes";

/** What a sheet has beside its cells, and what of it can not be read: a broken part says so, and the cells are read. */
export interface Besides extends Pick<SheetSnapshot, "notes" | "drawings"> {
  readonly unseen: readonly Unseen[];
}

export function readBesides(parts: BookPackage, sheet: string): Besides {
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
  const drawings = looked<Drawing>("drawings", () => readDrawings(parts, relationships));
  return { ...(notes.length > 0 && { notes }), ...(drawings.length > 0 && { drawings }), unseen };
}

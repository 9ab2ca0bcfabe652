import type { CellNote } from "../../../core/workbook/snapshot";
import { saidInNote } from "../../note-text";
import { askAll, type Asked } from "./ask-all";
import type { PinnedLists } from "./pinned-lists";

/** Where the notes of a sheet stand. */
export const askNotes = ({ notes }: PinnedLists): Asked<CellNote> =>
  askAll(notes?.items ?? [], (note) => {
    const cell = note.getLocation().load(PLACE);
    return () => noteAt(cell, saidInNote(note.content, note.authorName));
  });

/** Where the threads of a sheet stand, and their answers, one a line below what they answer. */
export const askThreads = ({ comments }: PinnedLists): Asked<CellNote> =>
  askAll(comments.items, (comment) => {
    const cell = comment.getLocation().load(PLACE);
    const replies = comment.replies.load("items/content");
    return () => noteAt(cell, [comment.content, ...replies.items.map(({ content }) => content)].join("\n").trim());
  });

const PLACE = "rowIndex,columnIndex";

const noteAt = ({ rowIndex, columnIndex }: Excel.Range, text: string): CellNote => ({
  row: rowIndex,
  column: columnIndex,
  text,
});

import { supports } from "../session";

/** What a sheet has pinned to its cells or lying over them, as Excel lists it: where each stands takes another trip. */
export interface PinnedLists {
  readonly sheet: Excel.Worksheet;
  readonly comments: Excel.CommentCollection;
  /** Null where this Excel tells no notes (before ExcelApi 1.18). */
  readonly notes: Excel.NoteCollection | null;
  readonly shapes: Excel.ShapeCollection;
  readonly charts: Excel.ChartCollection;
  readonly tables: Excel.TableCollection;
  readonly pivots: Excel.PivotTableCollection;
}

export const askPinnedLists = (sheet: Excel.Worksheet): PinnedLists => ({
  sheet,
  comments: sheet.comments.load("items/content"),
  notes: tellsNotes() ? sheet.notes.load("items/content,items/authorName") : null,
  shapes: sheet.shapes.load(SHAPE),
  charts: sheet.charts.load("items/left,items/top,items/width,items/height"),
  tables: sheet.tables.load("items/name,items/showHeaders,items/showTotals"),
  pivots: sheet.pivotTables.load("items/name"),
});

export const tellsNotes = (): boolean => supports("1.18");

/** What is asked of every shape; whether it has a text only where it can have one. */
export const SHAPE = "items/type,items/left,items/top,items/width,items/height";

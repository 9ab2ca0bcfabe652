/** A Word document as it stands on the page, before anything is made of it: paragraphs and tables in their order. */
export type DocumentItem = DocumentParagraph | DocumentTable;

export interface DocumentParagraph {
  readonly is: "paragraph";
  /** As printed: what is tracked as inserted stands in it, what is tracked as deleted does not. */
  readonly text: string;
  /** Without what is struck through; null where nothing is. */
  readonly unstruck: string | null;
  /** Of a heading 1, 2, 3…; null for running text. */
  readonly level: number | null;
  /** The automatic number in front of the text: "一、", "1."; null where there is none. */
  readonly listNumber: string | null;
  readonly pictures: number;
  /** Texts of its footnotes and endnotes, in order. */
  readonly notes: readonly string[];
}

export interface DocumentTable {
  readonly is: "table";
  readonly rows: readonly DocumentRow[];
  /** Widths of the grid's columns as the file states them, in twentieths of a point; may be too few. */
  readonly grid: readonly number[];
}

export interface DocumentRow {
  /** Columns of the grid that the row leaves out at its left. */
  readonly before: number;
  readonly cells: readonly DocumentCell[];
}

export interface DocumentCell {
  /** Columns of the grid that it spans, at least 1. */
  readonly span: number;
  /** Whether it goes on with the cell above it. */
  readonly continues: boolean;
  readonly items: readonly DocumentItem[];
}

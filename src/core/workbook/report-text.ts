import type { LostPart } from "./lost-part";
import type { WorkbookSnapshot } from "./snapshot";

/**
 * The text of a report (自评报告) as it was read from a file, in the order in which a person reads it. It crosses the port, so
 * it is plain data; nothing is understood yet.
 */
export interface ReportText {
  readonly blocks: readonly Block[];
  readonly source: "docx" | "pdf" | "txt";
  /** What the file holds and no block does: pictures, text boxes, a page without text. */
  readonly lost: readonly LostPart[];
}

/** A report as its file holds it. */
export interface ReportFile {
  /** Its name, for people. */
  readonly file: string;
  readonly text: ReportText;
  /** The tables in it as sheets, to be read as those of a workbook; null where the file tells of none (.txt, .pdf). */
  readonly tables: WorkbookSnapshot | null;
}

export type Block = ParagraphBlock | TableBlock;

/** One paragraph; where a file has no paragraphs (.txt, .pdf), one printed line. */
interface ParagraphBlock {
  readonly is: "paragraph";
  readonly text: string;
  /** Of a heading 1, 2, 3… where the file says so; null for running text and where the file does not tell. */
  readonly level: number | null;
  /** The number of a list as printed in front of the text and not within it; null where there is none. */
  readonly listNumber: string | null;
  /** 1 for the first page; absent where the file has no pages of its own (.docx, .txt). */
  readonly page?: number;
  /** The whole of its text. */
  readonly at: Place;
}

/** A table of the report: its cells are no sentences. It is read as a sheet, by the reader of tables. */
interface TableBlock {
  readonly is: "table";
  readonly rows: readonly (readonly TableText[])[];
  /** `from` and `to` are 0: a table has no running text. */
  readonly at: Place;
}

/** One printed cell, at its anchor; what a merge covers is not listed again. */
export interface TableText {
  readonly text: string;
  /** 0 for the first column. */
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A stretch of a report: UTF-16 units `from` (included) to `to` (not) of the text of block number `block` (0 for the first). */
export interface Place {
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

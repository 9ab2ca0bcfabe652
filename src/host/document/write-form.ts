import type { IRunOptions, Paragraph, TableCell } from "docx";
import { printable, withoutDay } from "./document-bytes";

/** A form to be answered by hand: a title, lines, a table, fields to sign. Every text is plain text. */
export interface PrintedForm {
  readonly title: string;
  readonly lines: readonly string[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly foot: readonly string[];
}

/** A4 across with margins of 2 cm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1134 };
const ROOM = PAGE.height - 2 * PAGE.margin;
/** Shares of the page's width for the five columns of a slip. */
const SHARES = [0.05, 0.15, 0.16, 0.36, 0.28];

/**
 * The form as a Word document on A4 across, its head again on every page. The library is loaded only here; the same form gives
 * the same bytes, since the day on which a file is made is left out of it.
 */
export async function writeForm(form: PrintedForm): Promise<Uint8Array> {
  const library = await import(/* webpackChunkName: "docx" */ "docx");
  const { AlignmentType, Document, HeadingLevel, Packer, PageOrientation, Table, TableLayoutType, WidthType } = library;
  const { Paragraph: Para, TableCell: Cell, TableRow, TextRun } = library;
  const widths = form.head.map((_, i) => Math.round(ROOM * (SHARES[i] ?? 1 / form.head.length)));
  const runs = (text: string, isHead: boolean) =>
    printable(text)
      .split("\n")
      .map((line, i): IRunOptions => ({ text: line, bold: isHead, ...(i > 0 && { break: 1 }) }))
      .map((options) => new TextRun(options));
  const paragraph = (text: string, isHead = false): Paragraph => new Para({ children: runs(text, isHead) });
  const cell = (text: string, i: number, isHead: boolean): TableCell =>
    new Cell({ children: [paragraph(text, isHead)], width: { size: widths[i] ?? 0, type: WidthType.DXA } });
  const row = (texts: readonly string[], isHead: boolean) =>
    new TableRow({ children: texts.map((text, i) => cell(text, i, isHead)), tableHeader: isHead, cantSplit: true });
  const document = new Document({
    title: form.title,
    creator: "Pinghe",
    styles: { default: { document: { run: { size: 21, font: { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "宋体" } } } } }, // prettier-ignore
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height, orientation: PageOrientation.LANDSCAPE },
            margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
          },
        },
        children: [
          new Para({ children: runs(form.title, true), heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER, spacing: { after: 200 } }), // prettier-ignore
          ...form.lines.map((line) => paragraph(line)),
          new Table({
            rows: [row(form.head, true), ...form.rows.map((texts) => row(texts, false))],
            columnWidths: widths,
            width: { size: ROOM, type: WidthType.DXA },
            layout: TableLayoutType.FIXED,
          }),
          new Para({ children: runs(form.foot.join("　　　　　　"), false), spacing: { before: 400 } }),
        ],
      },
    ],
  });
  return withoutDay(new Uint8Array(await Packer.toArrayBuffer(document)));
}

import type { IRunOptions, Paragraph, Table } from "docx";
import { printable, withoutDay } from "./document-bytes";

/** A report of headings, paragraphs and tables. Every text is plain text. */
export interface PrintedDraft {
  readonly title: string;
  readonly blocks: readonly PrintedBlock[];
}

type PrintedBlock =
  | { readonly is: "title" | "heading" | "text"; readonly text: string }
  | { readonly is: "table"; readonly table: PrintedTable };

/** Null: covered by a cell above that goes over several rows. */
interface PrintedTable {
  readonly head: readonly string[];
  readonly shares: readonly number[];
  readonly rows: readonly (readonly ({ readonly text: string; readonly rowSpan: number } | null)[])[];
}

/** A4 with the margins of official papers (GB/T 9704), in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, top: 2098, right: 1474, bottom: 1984, left: 1588 };
const ROOM = PAGE.width - PAGE.left - PAGE.right;
/** In half points: 小二, 三号, 五号 short of it for tables. */
const SIZES = { title: 36, text: 32, table: 18 } as const;
/** Two characters of the running text. */
const INDENT = SIZES.text * 20;

const fontOf = (eastAsia: string) => ({ ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia });

/**
 * The report as a Word document, the heads of tables again on every page. The library is loaded only here; the same report
 * gives the same bytes.
 */
export async function writeDraft({ title, blocks }: PrintedDraft): Promise<Uint8Array> {
  const library = await import(/* webpackChunkName: "docx" */ "docx");
  const { AlignmentType, Document, HeadingLevel, LineRuleType, Packer, Paragraph: Para, TextRun } = library;
  const run = (text: string, size: number, font: string, isBold: boolean) =>
    printable(text)
      .split("\n")
      .map((one, i): IRunOptions => ({ text: one, size, bold: isBold, font: fontOf(font), ...(i > 0 && { break: 1 }) }))
      .map((options) => new TextRun(options));
  const line = { line: 560, lineRule: LineRuleType.EXACT };
  const paragraphOf = (is: "title" | "heading" | "text", text: string): Paragraph => {
    if (is === "title")
      return new Para({ children: run(text, SIZES.title, "方正小标宋简体", true), heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, spacing: { before: 200, after: 400 } }); // prettier-ignore
    if (is === "heading")
      return new Para({ children: run(text, SIZES.text, "黑体", false), heading: HeadingLevel.HEADING_1, indent: { firstLine: INDENT }, spacing: line, keepNext: true }); // prettier-ignore
    return new Para({ children: run(text, SIZES.text, "仿宋", false), indent: { firstLine: INDENT }, spacing: line });
  };
  const tableOf = ({ head, shares, rows }: PrintedTable): Table => {
    const { Table: Grid, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } = library;
    const widths = shares.map((share) => Math.round(ROOM * share));
    const cell = (text: string, column: number, rowSpan: number, isHead: boolean) =>
      new TableCell({
        children: [new Para({ children: run(text, SIZES.table, isHead ? "黑体" : "宋体", false) })],
        width: { size: widths[column] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        ...(rowSpan > 1 && { rowSpan }),
      });
    return new Grid({
      rows: [
        new TableRow({ children: head.map((text, i) => cell(text, i, 1, true)), tableHeader: true }),
        ...rows.map((row) => new TableRow({ children: row.flatMap((one, i) => (one ? [cell(one.text, i, one.rowSpan, false)] : [])), cantSplit: true })), // prettier-ignore
      ],
      columnWidths: widths,
      width: { size: ROOM, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
    });
  };
  const document = new Document({
    title: printable(title),
    creator: "Pinghe",
    styles: { default: { document: { run: { size: SIZES.text, font: fontOf("仿宋") } }, heading1: { run: { color: "000000" } }, title: { run: { color: "000000" } } } }, // prettier-ignore
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.top, right: PAGE.right, bottom: PAGE.bottom, left: PAGE.left },
          },
        },
        children: blocks.map((block) => (block.is === "table" ? tableOf(block.table) : paragraphOf(block.is, block.text))), // prettier-ignore
      },
    ],
  });
  return withoutDay(new Uint8Array(await Packer.toArrayBuffer(document)));
}

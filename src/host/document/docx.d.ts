/* eslint-disable @typescript-eslint/no-extraneous-class -- they are classes of a library that are only made */

/** What is used of docx, which writes Word documents: names and shapes as in its version 9. */
declare module "docx" {
  export class Document {
    constructor(options: {
      readonly title: string;
      readonly creator: string;
      readonly styles: object;
      readonly sections: readonly { readonly properties: object; readonly children: readonly (Paragraph | Table)[] }[];
    });
  }
  export class TextRun {
    constructor(options: { readonly text: string; readonly bold?: boolean; readonly break?: number });
  }
  export class Paragraph {
    constructor(options: {
      readonly children: readonly TextRun[];
      readonly heading?: string;
      readonly alignment?: string;
      readonly spacing?: { readonly before?: number; readonly after?: number };
    });
  }
  export class TableCell {
    constructor(options: {
      readonly children: readonly Paragraph[];
      readonly width: { readonly size: number; readonly type: string };
    });
  }
  export class TableRow {
    constructor(options: {
      readonly children: readonly TableCell[];
      readonly tableHeader?: boolean;
      readonly cantSplit?: boolean;
    });
  }
  export class Table {
    constructor(options: {
      readonly rows: readonly TableRow[];
      readonly columnWidths: readonly number[];
      readonly width: { readonly size: number; readonly type: string };
      readonly layout: string;
    });
  }
  export const Packer: { readonly toArrayBuffer: (document: Document) => Promise<ArrayBuffer> };
  export const AlignmentType: { readonly CENTER: string };
  export const HeadingLevel: { readonly HEADING_1: string };
  export const PageOrientation: { readonly LANDSCAPE: string };
  export const TableLayoutType: { readonly FIXED: string };
  export const WidthType: { readonly DXA: string };
}

import { strToU8, zipSync } from "fflate";

/**
 * Makes the bytes of a small .docx from plain data, so that a test can say in its own words what the document holds.
 * A string is a paragraph, a list of rows a table; whatever else is wanted stands as WordprocessingML.
 */
export type DocumentPart = string | TableData | RawXml;

/** Rows from the top; a cell is its text, or says its spans. What a row span covers is left out, as in HTML. */
export interface TableData {
  readonly table: readonly (readonly CellData[])[];
  /** Widths of the grid's columns in twentieths of a point. */
  readonly grid?: readonly number[];
}

type CellData =
  string | { readonly text?: string; readonly xml?: string; readonly columns?: number; readonly rows?: number };

/** An element of the body as it stands, with the prefix w. */
interface RawXml {
  readonly xml: string;
}

export interface OtherParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
}

export function buildDocument(body: readonly DocumentPart[], others: OtherParts = {}): Uint8Array {
  const kinds = (["styles", "numbering", "footnotes"] as const).filter((kind) => others[kind] !== undefined);
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": relationships([["officeDocument", "word/document.xml"]]),
    "word/document.xml": `<w:document ${SPACES}><w:body>${body.map(partXml).join("")}<w:sectPr/></w:body></w:document>`,
    "word/_rels/document.xml.rels": relationships(kinds.map((kind) => [kind, `${kind}.xml`])),
  };
  for (const kind of kinds) parts[`word/${kind}.xml`] = `<w:${kind} ${SPACES}>${others[kind] ?? ""}</w:${kind}>`;
  const mtime = new Date(2020, 0, 1);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, [strToU8(xml), { mtime }]])));
}

export const paragraphXml = (text: string): string => `<w:p>${runXml(text)}</w:p>`;

export const runXml = (text: string, look = ""): string =>
  `<w:r>${look === "" ? "" : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

const partXml = (part: DocumentPart): string =>
  typeof part === "string" ? paragraphXml(part) : "xml" in part ? part.xml : tableXml(part);

export function tableXml({ table, grid }: TableData): string {
  /** Columns that a cell of an earlier row still covers: how many rows more, and how wide. */
  const open = new Map<number, { left: number; columns: number }>();
  const rows = table.map((cells) => {
    const xml: string[] = [];
    let at = 0;
    const cover = (): void => {
      for (let above = open.get(at); above; above = open.get(at)) {
        xml.push(cellXml(paragraphXml(""), above.columns, "<w:vMerge/>"));
        if (--above.left === 0) open.delete(at);
        at += above.columns;
      }
    };
    for (const cell of cells) {
      cover();
      const { text = "", xml: content, columns = 1, rows: down = 1 } = typeof cell === "string" ? { text: cell } : cell;
      xml.push(cellXml(content ?? text.split("\n").map(paragraphXml).join(""), columns, down > 1 ? '<w:vMerge w:val="restart"/>' : "")); // prettier-ignore
      if (down > 1) open.set(at, { left: down - 1, columns });
      at += columns;
    }
    cover();
    return `<w:tr>${xml.join("")}</w:tr>`;
  });
  const columns = (grid ?? []).map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  return `<w:tbl><w:tblPr/><w:tblGrid>${columns}</w:tblGrid>${rows.join("")}</w:tbl>`;
}

const cellXml = (content: string, columns: number, merge: string): string =>
  `<w:tc><w:tcPr>${columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : ""}${merge}</w:tcPr>${content}</w:tc>`;

const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? sign); // prettier-ignore

const relationships = (list: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`).join("")}</Relationships>`;

const SPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"';

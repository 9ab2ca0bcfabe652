import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** Parts beside a sheet's cells, as a program other than ours writes them. */
export interface SheetParts {
  /** Relationships of the first sheet: type (its last word, or the whole), and target as written. */
  readonly relationships: readonly (readonly [type: string, target: string])[];
  /** By path: "xl/comments1.xml". */
  readonly parts: Readonly<Record<string, string>>;
  /** Changes the XML of the first sheet, and of the styles. */
  readonly sheet?: (xml: string) => string;
  readonly styles?: (xml: string) => string;
  /** Namespace of the relationships' types, that of the transitional format unless told. */
  readonly types?: string;
}

const TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const STRICT_TYPES = "http://purl.oclc.org/ooxml/officeDocument/relationships";
export const THREADS = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment";

/** A built workbook with further parts at its first sheet. */
export function withSheetParts(bytes: Uint8Array, { relationships, parts, ...more }: SheetParts): Uint8Array {
  const files = unzipSync(bytes);
  const edit = (path: string, change: (xml: string) => string = (xml) => xml): void => {
    files[path] = strToU8(change(strFromU8(files[path] ?? new Uint8Array())));
  };
  const types = more.types ?? TYPES;
  const list = relationships.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${type.includes(":") ? type : `${types}/${type}`}" Target="${target}"/>`,
  );
  for (const [path, xml] of Object.entries(parts)) files[path] = strToU8(xml);
  files["xl/worksheets/_rels/sheet1.xml.rels"] = strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join("")}</Relationships>`,
  );
  edit("xl/worksheets/sheet1.xml", more.sheet);
  edit("xl/styles.xml", more.styles);
  return zipSync(files);
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";

/** Notes by address, in the transitional namespace unless told. */
export const notesPart = (notes: Readonly<Record<string, string>>, author = "", namespace = MAIN): string =>
  `<comments xmlns="${namespace}"><authors><author>${author}</author></authors><commentList>${Object.entries(notes)
    .map(([ref, text]) => `<comment ref="${ref}" authorId="0"><text><r><t xml:space="preserve">${text}</t></r></text></comment>`)
    .join("")}</commentList></comments>`; // prettier-ignore

/** Threads by address: the comment, then its answers. */
export const threadsPart = (threads: Readonly<Record<string, readonly string[]>>): string =>
  `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">${Object.entries(
    threads,
  )
    .flatMap(([ref, texts]) => texts.map((text, at) => `<threadedComment ref="${ref}" id="{${ref}-${at}}"${at > 0 ? ` parentId="{${ref}-0}"` : ""}><text>${text}</text></threadedComment>`))
    .join("")}</ThreadedComments>`; // prettier-ignore

const XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const A = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** A drawing part of anchors; see `anchor`. */
export const drawingPart = (anchors: readonly string[], [xdr, a]: readonly [string, string] = [XDR, A]): string =>
  `<xdr:wsDr xmlns:xdr="${xdr}" xmlns:a="${a}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${anchors.join("")}</xdr:wsDr>`;

type Corner = readonly [column: number, row: number];

/** What lies from the middle of one cell to the middle of another. */
export const anchor = ([left, top]: Corner, [right, bottom]: Corner, content: string): string => {
  const corner = (name: string, column: number, row: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>99000</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>99000</xdr:rowOff></xdr:${name}>`;
  return `<xdr:twoCellAnchor>${corner("from", left, top)}${corner("to", right, bottom)}${content}<xdr:clientData/></xdr:twoCellAnchor>`;
};

export const textBox = (...paragraphs: readonly string[]): string =>
  `<xdr:sp><xdr:nvSpPr/><xdr:txBody><a:bodyPr/>${paragraphs.map((text) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`).join("")}</xdr:txBody></xdr:sp>`;

export const picture = "<xdr:pic><xdr:nvPicPr/></xdr:pic>";
export const chart = "<xdr:graphicFrame><a:graphic/></xdr:graphicFrame>";

export const tablePart = (name: string, ref: string, columns: readonly string[], more = ""): string =>
  `<table xmlns="${MAIN}" id="1" name="${name}" displayName="${name}" ref="${ref}" ${more}><tableColumns count="${columns.length}">${columns.map((one, at) => `<tableColumn id="${at + 1}" name="${one}"/>`).join("")}</tableColumns></table>`;

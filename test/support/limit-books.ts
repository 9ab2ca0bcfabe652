import { strToU8, zipSync } from "fflate";

/*
 * Workbooks that hold very much of one thing, small as files: what a careless program gives minutes or gigabytes to
 * (SPEC X17). Each is a scoring table of two indicators with that thing on its sheet or in its package.
 */

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

interface LimitBook {
  /** Rows below the total of the table, or instead of the table. */
  readonly rows?: string;
  /** What follows sheetData, in the order of the schema. */
  readonly after?: string;
  /** What stands before sheetData. */
  readonly before?: string;
  readonly table?: string;
  /** Further parts by name, and relationships of the sheet that lead to them. */
  readonly parts?: Readonly<Record<string, string>>;
  readonly relations?: string;
  /** Further sheets: their XML. */
  readonly sheets?: readonly string[];
  /** Inside the workbook element, after its sheets. */
  readonly workbook?: string;
}

const text = (cell: string, value: string): string => `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (cell: string, value: number): string => `<c r="${cell}"><v>${value}</v></c>`;
const formula = (cell: string, value: string): string => `<c r="${cell}"><f>${value}</f></c>`;
const row = (at: number, cells: string): string => `<row r="${at}">${cells}</row>`;

/** `one(0)` to `one(count - 1)`, joined. */
function many(count: number, one: (index: number) => string): string {
  const pieces: string[] = [];
  for (let i = 0; i < count; i++) pieces.push(one(i));
  return pieces.join("");
}

/** A scoring table of two indicators in A to F, its header in the given row. */
const tableAt = (top: number): string =>
  [
    row(top, ["一级指标", "三级指标", "分值", "评分标准", "指标说明", "得分"].map((title, i) => text(`${"ABCDEF"[i] ?? ""}${top}`, title)).join("")),
    row(top + 1, text(`A${top + 1}`, "投入") + text(`B${top + 1}`, "在职人员控制率") + number(`C${top + 1}`, 10) + text(`D${top + 1}`, "以100%为标准。≦100%，计10分；每超过一个百分点扣0.5分，扣完为止。") + text(`E${top + 1}`, "在职人员控制率=（在职人员数/编制数）×100%") + number(`F${top + 1}`, 8)),
    row(top + 2, text(`A${top + 2}`, "产出") + text(`B${top + 2}`, "产出数量") + number(`C${top + 2}`, 10) + number(`F${top + 2}`, 10)),
    row(top + 3, text(`A${top + 3}`, "合计") + number(`C${top + 3}`, 20) + number(`F${top + 3}`, 18)),
  ].join(""); // prettier-ignore

const sheetXml = ({ before = "", table = tableAt(1), rows = "", after = "" }: LimitBook): string =>
  `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${table}${rows}</sheetData>${after}</worksheet>`;

/** The package as bytes. */
function limitBook(book: LimitBook): Uint8Array {
  const sheets = [sheetXml(book), ...(book.sheets ?? [])];
  const overrides = sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join("");
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${overrides}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map((_, i) => `<sheet name="表${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets>${book.workbook ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join("")}${book.parts?.["xl/sharedStrings.xml"] === undefined ? "" : `<Relationship Id="rIdS" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/>`}${book.parts?.["xl/styles.xml"] === undefined ? "" : `<Relationship Id="rIdT" Type="${OFFICE}/styles" Target="styles.xml"/>`}</Relationships>`,
    ...Object.fromEntries(sheets.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
    ...(book.relations === undefined ? {} : { "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${book.relations}</Relationships>` }),
    ...book.parts,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), { level: 1 });
} // prettier-ignore

const relation = (id: number, kind: string, target: string): string =>
  `<Relationship Id="r${id}" Type="${OFFICE}/${kind}" Target="../${target}"/>`;

const MEGABYTE = 2 ** 20;

/** Excel's own bound of a formula, filled with brackets in brackets or terms. */
const LONGEST_FORMULA = 8_192;

/** So many indicators below the table's first two. */
const indicatorBook = (count: number): Uint8Array =>
  limitBook({ table: tableAt(1).replace(/<row r="4">.*$/, ""), rows: many(count, (i) => row(4 + i, text(`B${4 + i}`, `指标${i}`) + number(`C${4 + i}`, 1) + number(`F${4 + i}`, 1))) }); // prettier-ignore

/** Very much of one thing each; a function, since some are of hundreds of megabytes. */
export const LIMIT_BOOKS = {
  "1,000 scoring tables on one sheet": () => limitBook({ table: many(1_000, (i) => tableAt(1 + i * 6)) }),
  "1,000 Excel tables": () => limitBook({ rows: many(1_000, (i) => row(10 + i * 3, text(`J${10 + i * 3}`, "备查")) + row(11 + i * 3, number(`J${11 + i * 3}`, i))), after: `<tableParts count="1000">${many(1_000, (i) => `<tablePart r:id="r${i}"/>`)}</tableParts>`, relations: many(1_000, (i) => relation(i, "table", `tables/table${i + 1}.xml`)), parts: Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`xl/tables/table${i + 1}.xml`, `<table xmlns="${MAIN}" id="${i + 1}" name="t${i + 1}" displayName="t${i + 1}" ref="J${10 + i * 3}:J${11 + i * 3}"><tableColumns count="1"><tableColumn id="1" name="备查"/></tableColumns></table>`])) }),
  "1,000,000 merged cells beside the table": () => limitBook({ after: `<mergeCells>${many(1_000_000, (i) => `<mergeCell ref="Y${i + 1}:Z${i + 1}"/>`)}</mergeCells>` }),
  "50,000 indicators": () => indicatorBook(50_000),
  "130,000 indicators": () => indicatorBook(129_999),
  "a sheet of 257 MB": () => limitBook({ rows: " ".repeat(257 * MEGABYTE) }),
  "130,000 validations in the score column": () => limitBook({ after: `<dataValidations>${many(130_000, (i) => `<dataValidation type="whole" sqref="F${i + 1}"><formula1>1</formula1></dataValidation>`)}</dataValidations>` }),
  "one validation with 130,000 areas": () => limitBook({ after: `<dataValidations><dataValidation type="whole" sqref="${many(130_000, (i) => `F${2 * i + 2} `)}"><formula1>1</formula1></dataValidation></dataValidations>` }),
  "130,000 notes": () => limitBook({ relations: relation(1, "comments", "comments1.xml"), parts: { "xl/comments1.xml": `<comments xmlns="${MAIN}"><authors><author>甲</author></authors><commentList>${many(130_000, (i) => `<comment ref="F${i + 1}" authorId="0"><text><t>注${i}</t></text></comment>`)}</commentList></comments>` } }),
  "61,000 parts": () => limitBook({ parts: Object.fromEntries(Array.from({ length: 61_000 }, (_, i) => [`xl/media/m${i}.xml`, "<a/>"])) }),
  "1,000 formulas of the longest kind, of terms": () => limitBook({ rows: many(1_000, (i) => row(5 + i, formula(`J${5 + i}`, `1${"+1".repeat(LONGEST_FORMULA / 2 - 1)}`))) }),
  "1,000 formulas of the longest kind, of brackets": () => limitBook({ rows: many(1_000, (i) => row(5 + i, formula(`J${5 + i}`, `${"(".repeat(4_000)}1${")".repeat(4_000)}`))) }),
} as const satisfies Readonly<Record<string, () => Uint8Array>>; // prettier-ignore

import { strToU8, zipSync } from "fflate";
import { columnIndex, parseA1, parseRect, rectA1 } from "../../src/core/workbook/address";
import type { CellError, CellScalar } from "../../src/core/workbook/snapshot";

/**
 * Makes the bytes of a small .xlsx from plain data, so that a test can say in its own words what the workbook holds.
 * The same data gives the same bytes.
 */
export interface WorkbookData {
  readonly sheets: readonly SheetData[];
  readonly names?: readonly NameData[];
  readonly date1904?: boolean;
  readonly calculation?: "automatic" | "manual";
}

interface SheetData {
  readonly name: string;
  /** By address: { A1: "指标名称", B2: 5, C2: { formula: "=B2*2", value: 10, format: "0.00" } }. */
  readonly cells?: Readonly<Record<string, CellScalar | CellData>>;
  /** Values from A1 on, row by row; null leaves a cell out. Cells by address come on top. */
  readonly rows?: readonly (readonly (CellScalar | CellData)[])[];
  /** "A1:B2" */
  readonly merges?: readonly string[];
  /** In characters, by column letter. */
  readonly widths?: Readonly<Record<string, number>>;
  /** As numbered in Excel, from 1. */
  readonly hiddenRows?: readonly number[];
  readonly visibility?: "visible" | "hidden" | "veryHidden";
}

interface CellData {
  /** A constant, or the stored result of the formula. */
  readonly value?: CellScalar;
  /** With or without "=". */
  readonly formula?: string;
  /** Range of an array formula ({=…}), given at its first cell. */
  readonly array?: string;
  readonly format?: string;
}

interface NameData {
  readonly name: string;
  /** Without "=": "'数据'!$A$1". */
  readonly refersTo: string;
  /** Sheet name, for a name of one sheet. */
  readonly scope?: string;
  readonly hidden?: boolean;
}

export function buildWorkbook(book: WorkbookData): Uint8Array {
  const formats = formatsOf(book);
  const files: Record<string, string> = {
    "[Content_Types].xml": contentTypes(book),
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbookXml(book),
    "xl/_rels/workbook.xml.rels": relationships([
      ...book.sheets.map((_, index): [string, string] => ["worksheet", `worksheets/sheet${index + 1}.xml`]),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": stylesXml(formats),
  };
  for (const [index, sheet] of book.sheets.entries()) {
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheetXml(sheet, formats);
  }
  const mtime = new Date(2020, 0, 1);
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, [strToU8(HEAD + xml), { mtime }]])),
  );
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const contentTypes = (book: WorkbookData): string =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${book.sheets
    .map((_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`)
    .join("")}</Types>`;

const relationships = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([kind, target], n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

function workbookXml(book: WorkbookData): string {
  const sheets = book.sheets.map((sheet, n) => {
    const state = sheet.visibility && sheet.visibility !== "visible" ? ` state="${sheet.visibility}"` : "";
    return `<sheet name="${escaped(sheet.name)}" sheetId="${n + 1}"${state} r:id="rId${n + 1}"/>`;
  });
  const names = (book.names ?? []).map(({ name, refersTo, scope, hidden }) => {
    const local =
      scope === undefined ? "" : ` localSheetId="${book.sheets.findIndex((sheet) => sheet.name === scope)}"`;
    return `<definedName name="${escaped(name)}"${local}${hidden ? ' hidden="1"' : ""}>${escaped(refersTo)}</definedName>`;
  });
  const defined = names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : "";
  const date1904 = book.date1904 ? ' date1904="1"' : "";
  const mode = book.calculation === "manual" ? ' calcMode="manual"' : "";
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${date1904}/><sheets>${sheets.join("")}</sheets>${defined}<calcPr calcId="191029"${mode}/></workbook>`;
}

/** Number formats in the order of their style: style 0 is General. */
function formatsOf(book: WorkbookData): ReadonlyMap<string, number> {
  const formats = new Map([["General", 0]]);
  for (const sheet of book.sheets) {
    for (const [, cell] of cellsOf(sheet)) {
      if (cell.format !== undefined && !formats.has(cell.format)) formats.set(cell.format, formats.size);
    }
  }
  return formats;
}

function stylesXml(formats: ReadonlyMap<string, number>): string {
  const own = [...formats].slice(1);
  const codes = own.map(([code, n]) => `<numFmt numFmtId="${163 + n}" formatCode="${escaped(code)}"/>`).join("");
  const styles = own.map(([, n]) => `<xf numFmtId="${163 + n}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`); // prettier-ignore
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"';
  return `<styleSheet xmlns="${MAIN}">${own.length > 0 ? `<numFmts count="${own.length}">${codes}</numFmts>` : ""}<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1">${plain}/></cellStyleXfs><cellXfs count="${formats.size}">${plain} xfId="0"/>${styles.join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

const isCellData = (cell: CellScalar | CellData): cell is CellData =>
  typeof cell === "object" && cell !== null && !("error" in cell);

/** All cells with their addresses. */
function cellsOf(sheet: SheetData): readonly (readonly [{ row: number; column: number }, CellData])[] {
  const byKey = new Map<string, readonly [{ row: number; column: number }, CellData]>();
  const put = (row: number, column: number, cell: CellScalar | CellData): void => {
    if (cell !== null) byKey.set(`${row},${column}`, [{ row, column }, isCellData(cell) ? cell : { value: cell }]);
  };
  for (const [row, values] of (sheet.rows ?? []).entries())
    for (const [column, cell] of values.entries()) put(row, column, cell);
  for (const [address, cell] of Object.entries(sheet.cells ?? {})) {
    const at = parseA1(address);
    if (!at) throw new Error(`no cell address: ${address}`);
    put(at.row, at.column, cell);
  }
  return [...byKey.values()].sort(([a], [b]) => a.row - b.row || a.column - b.column);
}

function sheetXml(sheet: SheetData, formats: ReadonlyMap<string, number>): string {
  const rows = new Map<number, string[]>();
  for (const [at, cell] of cellsOf(sheet)) {
    const row = rows.get(at.row) ?? [];
    rows.set(at.row, [...row, cellXml(rectA1({ top: at.row, bottom: at.row, left: at.column, right: at.column }), cell, formats)]); // prettier-ignore
  }
  const hidden = new Set((sheet.hiddenRows ?? []).map((row) => row - 1));
  for (const row of hidden) if (!rows.has(row)) rows.set(row, []);
  const lines = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => `<row r="${row + 1}"${hidden.has(row) ? ' hidden="1"' : ""}>${cells.join("")}</row>`);
  const merges = sheet.merges ?? [];
  for (const merge of merges) if (!parseRect(merge)) throw new Error(`no range: ${merge}`);
  const merged = merges.map((merge) => `<mergeCell ref="${merge}"/>`).join("");
  return `<worksheet xmlns="${MAIN}">${columnsXml(sheet)}<sheetData>${lines.join("")}</sheetData>${merges.length > 0 ? `<mergeCells count="${merges.length}">${merged}</mergeCells>` : ""}</worksheet>`;
}

function columnsXml(sheet: SheetData): string {
  const widths = Object.entries(sheet.widths ?? {}).map(
    ([letters, width]) => [(columnIndex(letters) ?? 0) + 1, width] as const,
  );
  const columns = widths
    .sort(([a], [b]) => a - b)
    .map(([n, width]) => `<col min="${n}" max="${n}" width="${width}" customWidth="1"/>`);
  return columns.length > 0 ? `<cols>${columns.join("")}</cols>` : "";
}

function cellXml(address: string, cell: CellData, formats: ReadonlyMap<string, number>): string {
  const style = cell.format === undefined ? "" : ` s="${formats.get(cell.format) ?? 0}"`;
  const { type, text } = valueXml(cell.value ?? null, cell.formula !== undefined);
  const array = cell.array === undefined ? "" : ` t="array" ref="${cell.array}"`;
  const formula = cell.formula === undefined ? "" : `<f${array}>${escaped(cell.formula.replace(/^=/, ""))}</f>`;
  return `<c r="${address}"${style}${type}>${formula}${text}</c>`;
}

function valueXml(value: CellScalar, isResult: boolean): { readonly type: string; readonly text: string } {
  if (value === null) return { type: "", text: "" };
  if (typeof value === "number") return { type: "", text: `<v>${value}</v>` };
  if (typeof value === "boolean") return { type: ' t="b"', text: `<v>${value ? 1 : 0}</v>` };
  if (typeof value === "object") return { type: ' t="e"', text: `<v>${(value satisfies CellError).error}</v>` };
  const text = escaped(value);
  if (isResult) return { type: ' t="str"', text: `<v>${text}</v>` };
  return { type: ' t="inlineStr"', text: `<is><t xml:space="preserve">${text}</t></is>` };
}

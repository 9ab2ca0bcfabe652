import { highest, lowest, pushAll } from "../../../core/workbook/long-lists";
import { rectA1, type Rect } from "../../../core/workbook/address";
import type { CellScalar } from "../../../core/workbook/snapshot";
import { boxOf, keyColumn, keyRow, readArea, type CellKey } from "../read/reference";
import { applyEdits, attributeEdits, type Edit } from "../xml/edits";
import { cellXml } from "./cell-xml";
import { freezeEdits } from "./freeze";
import { fittedHeight } from "./row-height";
import type { PlannedCell, SheetDraft } from "./sheet-draft";
import { sheetData, type RowPlace } from "./sheet-layout";

/** Calculated values of the sheet's formulas, by cell. */
export type CachedValues = ReadonlyMap<CellKey, CellScalar>;

/** The sheet part with what was planned; `more` are changes of cells that were not planned (SPEC X7). */
export function patchSheet(sheet: SheetDraft, cached: CachedValues, more: readonly Edit[]): string {
  const source = sheet.source.text;
  const edits = [
    ...cellEdits(sheet, cached),
    ...more,
    // What is inserted at one place keeps this order: it is that of the schema (CT_Worksheet).
    ...dimensionEdit(sheet),
    ...(sheet.frozenRows === null ? [] : freezeEdits(sheet.layout, source, sheet.frozenRows)),
    ...sheet.columns.edits(),
    ...sheet.formats.edits(),
    ...sheet.validations.edits(),
  ];
  return edits.length === 0 ? source : applyEdits(source, edits);
}

function cellEdits(sheet: SheetDraft, cached: CachedValues): Edit[] {
  const byRow = new Map<number, CellKey[]>();
  for (const key of [...sheet.planned.keys()].sort((a, b) => a - b)) {
    const row = byRow.get(keyRow(key));
    if (row) row.push(key);
    else byRow.set(keyRow(key), [key]);
  }
  const write = (key: CellKey): string => cellText(sheet, key, cached);
  const edits: Edit[] = [];
  const newRows: Edit[] = [];
  for (const [row, keys] of byRow) {
    const place = sheet.layout.rows.get(row);
    if (place) pushAll(edits, rowEdits(sheet, place, keys, write));
    else {
      const at = sheet.layout.newRowAt.get(row) ?? 0;
      const text = newRow(sheet.layout.prefix, row, fittedHeight(sheet, keys), keys.map(write).join(""));
      if (text !== "") newRows.push({ start: at, end: at, text });
    }
  }
  return [...edits, ...insertRows(sheet, newRows)];
}

function cellText(sheet: SheetDraft, key: CellKey, cached: CachedValues): string {
  const planned = sheet.planned.get(key);
  if (!planned || planned.gone) return "";
  if (planned.former) return planned.former.xml;
  return cellXml(sheet.layout.prefix, {
    key,
    style: planned.style,
    content: planned.content,
    cached: cached.get(key) ?? null,
  });
}

const newRow = (prefix: string, row: number, height: number | null, cells: string): string =>
  cells === "" ? "" : `<${prefix}row r="${row + 1}"${height === null ? "" : ` ht="${height}"`}>${cells}</${prefix}row>`;

/** New rows go where they belong; `<sheetData/>` is opened for the first ones. */
function insertRows(sheet: SheetDraft, rows: readonly Edit[]): Edit[] {
  const data = sheetData(sheet.layout);
  if (!data.empty || rows.length === 0) return [...rows];
  const { prefix: p } = sheet.layout;
  const open = sheet.source.text.slice(data.start, data.openEnd).replace(/\s*\/>$/, ">");
  return [
    { start: data.start, end: data.end, text: `${open}${rows.map(({ text }) => text).join("")}</${p}sheetData>` },
  ];
}

function rowEdits(sheet: SheetDraft, row: RowPlace, keys: readonly CellKey[], write: (key: CellKey) => string): Edit[] {
  const left = row.cells.filter(({ key }) => !sheet.planned.get(key)?.gone).length;
  const added = keys.filter((key) => !sheet.place(key) && write(key) !== "");
  if (left + added.length === 0 && row.bare && row.cells.length > 0)
    return [{ start: row.start, end: row.end, text: "" }];
  const source = sheet.source.text;
  if (row.empty) {
    if (added.length === 0) return [];
    const open = source.slice(row.start, row.openEnd).replace(/\s*\/>$/, ">");
    return [
      { start: row.start, end: row.end, text: `${open}${added.map(write).join("")}</${sheet.layout.prefix}row>` },
    ];
  }
  const edits = widerSpans(source, row, added);
  let at = 0;
  for (const key of keys) {
    while (at < row.cells.length && (row.cells[at]?.key ?? 0) < key) at++;
    const cell = row.cells[at];
    const text = write(key);
    if (cell?.key === key) edits.push({ start: cell.start, end: cell.end, text });
    else if (text !== "")
      edits.push({ start: cell?.start ?? row.closeStart, end: cell?.start ?? row.closeStart, text });
  }
  return edits;
}

/** `spans` is only a hint for readers, but one that is too narrow makes some of them stop. */
function widerSpans(source: string, row: RowPlace, added: readonly CellKey[]): Edit[] {
  const span = /^(\d+):(\d+)$/.exec(row.spans ?? "");
  if (!span || added.length === 0) return [];
  const columns = added.map((key) => keyColumn(key) + 1);
  const spans = `${lowest([Number(span[1]), ...columns])}:${highest([Number(span[2]), ...columns])}`;
  return attributeEdits(source, row.start, { spans });
}

/** The stated dimension grows with what is written; it never shrinks. */
function dimensionEdit(sheet: SheetDraft): Edit[] {
  const element = sheet.layout.sections.find(({ local }) => local === "dimension")?.element;
  const now = readArea(element?.attributes.get("ref") ?? "");
  const box = writtenBox(sheet.planned);
  if (!element || !now || !box) return [];
  const ref: Rect = {
    top: Math.min(now.top, box.top),
    left: Math.min(now.left, box.left),
    bottom: Math.max(now.bottom, box.bottom),
    right: Math.max(now.right, box.right),
  };
  return rectA1(ref) === rectA1(now) ? [] : attributeEdits(sheet.source.text, element.start, { ref: rectA1(ref) });
}

const writtenBox = (planned: ReadonlyMap<CellKey, PlannedCell>): Rect | null =>
  boxOf([...planned].filter(([, { content }]) => content.type !== "blank").map(([key]) => key));

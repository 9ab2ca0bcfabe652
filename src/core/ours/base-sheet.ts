import type { CellAddress, Rect } from "../workbook/address";
import { sheetViews, type SheetView } from "../workbook/sheet-view";
import type { CellScalar, WorkbookSnapshot } from "../workbook/snapshot";
import { compact, isBlankText, trimmed } from "../model/text";
import { cellText, headerColumns } from "./headed-sheet";
import { taggedArea, type Tag } from "./tags";
import { append } from "../workbook/lists-by-key";

/**
 * The sheet 基础数据 that Pinghe adds: one row per quantity or choice, found again by its label wherever a person
 * has sorted or moved it (SPEC P9). This file holds its layout and its reading; `base-entries.ts` says which rows it needs,
 * `base-draft.ts` plans its writing.
 */
export const BASE_SHEET = "基础数据";
/** Taken where the unit has a sheet of that name itself. */
export const BASE_SHEET_OTHERWISE = "基础数据（评核）";

export const BASE_COLUMNS = ["label", "scope", "unit", "value", "source", "usedBy", "name", "number"] as const;
export type BaseColumn = (typeof BASE_COLUMNS)[number];

export const BASE_HEADERS: Readonly<Record<BaseColumn, string>> = {
  label: "名称",
  scope: "口径",
  unit: "单位",
  value: "数值",
  source: "来源说明",
  usedBy: "用于",
  name: "公式中的名称",
  /** The number that formulas read: the value itself, or the rank of the option chosen. */
  number: "取值",
};

/** The options of a choice stand to the right of the columns, in the choice's own row. */
export const FIRST_OPTION_COLUMN = BASE_COLUMNS.length;

export interface BaseRow {
  readonly row: number;
  readonly label: string;
  /** The defined name printed in the row: what formulas call it. */
  readonly name: string;
  /** Where a person types. */
  readonly valueAt: CellAddress;
  readonly value: CellScalar;
  /** What the cell holds where text in it is struck through: `value` is what is left of it (SPEC R42). */
  readonly struck?: Exclude<CellScalar, null>;
  /** Where formulas read the number. */
  readonly numberAt: CellAddress;
  readonly source: string;
  readonly sourceAt: CellAddress;
  readonly usedBy: string;
  /** The options of a choice in order; empty for a number. */
  readonly options: readonly string[];
}

export interface BaseSheet {
  readonly sheet: string;
  readonly range: Rect;
  readonly columns: Readonly<Record<BaseColumn, number>>;
  readonly rows: readonly BaseRow[];
  /** Rows by their label in compact form. */
  readonly byLabel: ReadonlyMap<string, readonly BaseRow[]>;
  /** The sheets of the workbook: a row that belongs to another of them answers nothing here. */
  readonly sheets: ReadonlySet<string>;
  /** Labels that several ask: a row that is none of theirs is nobody's. Filled in by the review (`ownerlessRows`). */
  readonly contested: ReadonlySet<string>;
  /** Whether 评价要点 are among the rows. */
  readonly hasPoints: boolean;
  /** Labels that stand twice for the same use, so that no row can be told by them. */
  readonly doubled: readonly string[];
}

/** Null where Pinghe has added no such sheet; "unreadable" where its header row no longer names 名称, 数值 and 取值. */
export function readBaseSheet(book: WorkbookSnapshot, tags: readonly Tag[]): BaseSheet | "unreadable" | null {
  const found = taggedArea(tags, "sheet", "baseData");
  if (!found) return null;
  const view = sheetViews(book).get(found.sheet);
  if (!view) return null;
  const columns = headerColumns(view, found.rect, BASE_HEADERS);
  if (!columns) return "unreadable";
  const rows: BaseRow[] = [];
  for (let row = found.rect.top + 1; row <= found.rect.bottom; row++) {
    const label = cellText(view, row, columns.label);
    if (label !== "") rows.push(readRow(view, found.sheet, row, label, columns));
  }
  const byLabel = new Map<string, BaseRow[]>();
  for (const row of rows) append(byLabel, compact(row.label), row);
  const hasPoints = rows.some(isPointRow);
  const sheets = new Set(book.sheets.map(({ name }) => name));
  const doubled = doubledLabels(rows);
  return {
    sheet: found.sheet,
    range: found.rect,
    columns,
    rows,
    byLabel,
    sheets,
    contested: new Set(),
    hasPoints,
    doubled,
  };
}

function doubledLabels(rows: readonly BaseRow[]): readonly string[] {
  const seen = new Set<string>();
  const doubled = rows.filter(({ label, usedBy }) => {
    const identity = JSON.stringify([compact(label), compact(usedBy)]);
    return seen.has(identity) || !seen.add(identity);
  });
  return [...new Set(doubled.map(({ label }) => label))];
}

function valueIn(view: SheetView, row: number, column: number): Pick<BaseRow, "value" | "struck"> {
  const cell = view.cell(row, column);
  const value = view.value(row, column);
  if (cell?.unstruck === undefined || value === null) return { value };
  return { value: isBlankText(cell.unstruck) ? null : trimmed(cell.unstruck), struck: value };
}

function readRow(
  view: SheetView,
  sheet: string,
  row: number,
  label: string,
  columns: Readonly<Record<BaseColumn, number>>,
): BaseRow {
  const at = (key: BaseColumn): CellAddress => ({ sheet, row, column: columns[key] });
  const options: string[] = [];
  for (let column = columns.number + 1; cellText(view, row, column) !== ""; column++) {
    options.push(cellText(view, row, column));
  }
  return {
    row,
    label,
    name: cellText(view, row, columns.name),
    valueAt: at("value"),
    ...valueIn(view, row, columns.value),
    numberAt: options.length > 0 ? at("number") : at("value"),
    source: cellText(view, row, columns.source),
    sourceAt: at("source"),
    usedBy: cellText(view, row, columns.usedBy),
    options,
  };
}

export const isPointRow = ({ label }: BaseRow): boolean => POINT_LABEL.test(label);
const POINT_LABEL = /[：:]要点\d+ ?/;

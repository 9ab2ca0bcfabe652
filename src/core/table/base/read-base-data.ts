import { highest, lowest } from "../../workbook/long-lists";
import type { CellPosition, Rect } from "../../workbook/address";
import { exactFromDouble, type Exact } from "../../model/exact";
import { baseHeaderAt, unitInBrackets, type BaseColumn, type BaseHeader } from "./base-header";
import { plainHeaderAt } from "./plain-list";
import { BASE_UNIT, baseLabels, type BaseLabel } from "../words/base-label";
import { moneyUnitIn } from "../words/funding-words";
import { CLOSING_LABEL, SIGNED } from "../words/header-words";
import { readTextNumber } from "../words/mark-text";
import { lastColumn, textOf, type SheetGrid } from "../cells/sheet-grid";
import { canonical, compact, trimmed } from "../../model/text";
import type { BaseDataTable, BaseDataEntry } from "../../model/base-data";

/** A base-data table, and the rows of its blocks' headers. */
export interface BaseReading {
  readonly table: Omit<BaseDataTable, "id">;
  readonly headerRows: ReadonlySet<number>;
}

/** Reads all blocks of a sheet; blocks that follow each other are one table. `taken`: rows of scoring tables. */
export function findBaseData(grid: SheetGrid, taken: (row: number) => boolean): readonly BaseReading[] {
  const blocks: Block[] = [];
  const headers = grid.rows.flatMap((row) => (taken(row) ? [] : (headerAt(grid, row) ?? [])));
  for (const [i, header] of headers.entries()) blocks.push(readBlock(grid, header, headers[i + 1]?.top ?? Infinity, taken));
  const tables: Block[][] = [];
  for (const block of blocks) {
    const last = tables[tables.length - 1];
    const before = last?.[last.length - 1];
    if (last && before && block.range.top - before.range.bottom <= 3) last.push(block);
    else tables.push([block]);
  }
  return tables.flatMap((table) => assemble(grid, table));
} // prettier-ignore

/** The rows at which a scoring table above must end. */
export const baseHeaderRows = (grid: SheetGrid): readonly number[] =>
  grid.rows.flatMap((row) => headerAt(grid, row)?.top ?? []);

const headerAt = (grid: SheetGrid, row: number): BaseHeader | null =>
  baseHeaderAt(grid, row) ?? plainHeaderAt(grid, row);

interface Block {
  readonly header: BaseHeader;
  readonly rows: readonly number[];
  readonly range: Rect;
}

function readBlock(grid: SheetGrid, header: BaseHeader, limit: number, taken: (row: number) => boolean): Block {
  const first = lowest(header.columns.map((each) => each.column));
  const rows: number[] = [];
  for (const row of grid.rows) {
    if (row <= header.bottom) continue;
    const before = rows[rows.length - 1] ?? header.bottom;
    if (row >= limit || row - before > 3 || taken(row) || !isDataRow(grid, row, header, first)) break;
    rows.push(row);
  }
  const left = lowest([...[header.bottom, ...rows].map((row) => grid.cellsIn(row)[0]?.column ?? first), first]);
  const right = highest(header.columns.map((each) => each.column));
  return { header, rows, range: { top: header.top, bottom: rows[rows.length - 1] ?? header.bottom, left, right } };
}

function isDataRow(grid: SheetGrid, row: number, header: BaseHeader, first: number): boolean {
  const cells = grid.cellsIn(row);
  const label = textOf(cells[0]?.value ?? null);
  const named = header.list && cells.find(({ column }) => column === header.list?.label);
  if (header.list && typeof named?.value !== "string") return false;
  if (CLOSING_LABEL.test(compact(label.slice(0, 40))) || cells.some((cell) => SIGNED.test(compact(textOf(cell.value).slice(0, 60))))) return false;
  // a heading or a sentence across the value columns belongs to something else
  return !cells.some((cell) => cell.column < first && lastColumn(cell) >= first) && (cells[0]?.column ?? first) <= highest(header.columns.map((each) => each.column));
} // prettier-ignore

function assemble(grid: SheetGrid, blocks: readonly Block[]): readonly BaseReading[] {
  const first = blocks[0];
  if (!first) return [];
  const range = blocks.map((block) => block.range).reduce((a, b) => ({
    top: Math.min(a.top, b.top), bottom: Math.max(a.bottom, b.bottom), left: Math.min(a.left, b.left), right: Math.max(a.right, b.right),
  })); // prettier-ignore
  const above = grid.rowsFrom(range.top - 4, range.top - 1).toReversed();
  const lines = above.map((row) => grid.cellsIn(row)).filter((cells) => cells.length === 1);
  const texts = lines.map((cells) => trimmed(textOf(cells[0]?.value ?? null)));
  const unit = texts.map((text) => moneyUnitIn(text)).find((each) => each !== null) ?? null;
  const title = texts.find((text) => /(?:表|情况)$/.test(compact(text)) || text.includes("数据")) ?? null;
  const entries = blocks.flatMap((block) => {
    const own = entriesOf(grid, block, unit);
    // a list of names without any number is no base data
    return block.header.list && own.every(({ number }) => number === null) ? [] : own;
  });
  const headerRows = new Set(blocks.flatMap(({ header }) => [header.top, header.bottom]));
  return entries.length === 0 ? [] : [{ table: { sheet: grid.name, range, title, entries }, headerRows }];
}

function entriesOf(grid: SheetGrid, block: Block, moneyUnit: string | null): readonly BaseDataEntry[] {
  const first = lowest(block.header.columns.map((each) => each.column));
  const { list } = block.header;
  const isLabel = (column: number): boolean => (list ? column === list.label : column < first);
  const cells = block.rows.map((row) => grid.cellsIn(row).filter((cell) => isLabel(cell.column) && typeof cell.value === "string"));
  const texts = cells.map((labels) => labels.map((cell) => textOf(cell.value)).join(""));
  const labels = baseLabels(texts);
  return block.rows.flatMap((row, i) =>
    block.header.columns.map((column) =>
      entryOf(grid, block.header, column, row, {
        text: texts[i] ?? "",
        at: cells[i]?.[0],
        label: labels[i] ?? { label: "", context: [] },
        moneyUnit,
      }),
    ),
  );
} // prettier-ignore

interface RowLabel {
  readonly text: string;
  readonly at: CellPosition | undefined;
  readonly label: BaseLabel;
  readonly moneyUnit: string | null;
}

function entryOf(grid: SheetGrid, header: BaseHeader, column: BaseColumn, row: number, of: RowLabel): BaseDataEntry {
  const at = grid.view.anchor(row, column.column);
  const value = readValue(grid, at);
  const raw = grid.view.value(at.row, at.column);
  const said = typeof raw === "string" ? trimmed(raw) : null;
  const labelled = of.label.label !== "";
  const money = column.phase === null ? null : of.moneyUnit;
  const rowAt = of.at ? { row: of.at.row, column: of.at.column } : { row: header.bottom, column: column.column };
  return {
    label: labelled ? of.label.label : column.name,
    context: of.label.context,
    block: header.heading,
    at,
    number: value?.number ?? null,
    year: column.year,
    yearOffset: column.yearOffset,
    phase: column.phase,
    unit:
      value?.unit ??
      unitInBrackets(of.text) ??
      unitBeside(grid, header, row) ??
      column.unit ??
      countUnit(of.label.label) ??
      money,
    asText: value?.asText ?? false,
    ...(typeof said === "string" && said !== "" && { text: said }),
    ...(header.list && ({ isListed: true } as const)),
    rowAt,
    headerText: column.header,
  };
}

function unitBeside(grid: SheetGrid, { list }: BaseHeader, row: number): string | null {
  if (list?.unit == null) return null;
  const unit = compact(textOf(grid.shown(row, list.unit)?.value ?? null));
  return unit === "" ? null : unit;
}

/** 编制数 and 人数 count people, whatever the money is stated in. */
const countUnit = (label: string): string | null => (/(?:人数|编制数?)$/.test(label) ? "人" : null);

const UNIT_AT_END = new RegExp(`(?:${BASE_UNIT})$`);

function readValue(grid: SheetGrid, at: CellPosition): { readonly number: Exact; readonly unit: string | null; readonly asText: boolean } | null {
  const value = grid.view.value(at.row, at.column);
  if (grid.dateAt(at.row, at.column) !== null) return null;
  if (typeof value === "number" && Number.isFinite(value)) return { number: exactFromDouble(value), unit: null, asText: false };
  if (typeof value !== "string") return null;
  const text = trimmed(canonical(value));
  const unit = UNIT_AT_END.exec(text)?.[0] ?? null;
  const read = readTextNumber(unit === null ? text : text.slice(0, -unit.length));
  return read && { number: read.number, unit, asText: true };
} // prettier-ignore

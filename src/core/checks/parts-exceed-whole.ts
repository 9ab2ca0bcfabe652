import type { Finding } from "../findings/finding";
import { compact } from "../language/text";
import { isInside } from "../model/address";
import type { Exact } from "../model/exact";
import { exactFromDouble, sumExact } from "../model/exact";
import type { CellSnapshot, SheetSnapshot } from "../model/snapshot";
import type { Check, CheckContext } from "./context";
import { shown } from "./figures";

/**
 * Outside the scoring tables, on sheets of base data: rows 1、2、3 right below a figure, or 其中 rows, are its parts
 * and must not sum to more than it, column by column (SPEC C13).
 */
export const partsExceedWhole: Check = (context) =>
  context.book.sheets.filter((sheet) => holdsBaseData(sheet, context)).flatMap((sheet) => ofSheet(sheet, context));

const holdsBaseData = ({ name, cells }: SheetSnapshot, { quantities }: CheckContext): boolean =>
  name.includes("基础数据") ||
  quantities.some(({ source }) => source && "at" in source && source.at.sheet === name) ||
  cells.some(({ value, row }) => row < 5 && typeof value === "string" && value.includes("基础数据"));

interface DataRow {
  readonly row: number;
  readonly label: string;
  readonly numbers: ReadonlyMap<number, Exact>;
}

function ofSheet(sheet: SheetSnapshot, { tables }: CheckContext): Finding[] {
  const ranges = tables.filter(({ table }) => table.sheet === sheet.name).map(({ table }) => table.range);
  const rows = dataRows(sheet.cells.filter((cell) => !ranges.some((range) => isInside(cell, range))));
  return rows.flatMap((whole, index) => {
    const parts = partsBelow(rows, index);
    return [...whole.numbers].flatMap(([column, total]) => {
      const filled = parts.filter((part) => part.numbers.has(column));
      const sum = sumExact(filled.flatMap((part) => part.numbers.get(column) ?? []));
      if (filled.length === 0 || total.compare(0) < 0 || sum.compare(total) <= 0) return [];
      return [exceeding(sheet.name, whole, column, filled, sum, total)];
    });
  });
}

const exceeding = (
  sheet: string,
  whole: DataRow,
  column: number,
  parts: readonly DataRow[],
  sum: Exact,
  total: Exact,
): Finding => ({
  code: "parts-exceed-whole",
  table: null,
  sheet,
  at: { sheet, row: whole.row, column },
  path: [whole.label],
  subject: String(column),
  data: {
    parts: parts.map((part) => part.label).join("、"),
    whole: whole.label,
    sum: shown(sum),
    total: shown(total),
  },
});

/** Rows with a label and numbers to its right; a row of text only ends what stands above it. */
function dataRows(cells: readonly CellSnapshot[]): readonly DataRow[] {
  const byRow = new Map<number, { label: string; numbers: Map<number, Exact> }>();
  for (const { row, column, value } of cells) {
    const entry = byRow.get(row) ?? { label: "", numbers: new Map<number, Exact>() };
    byRow.set(row, entry);
    if (typeof value === "string" && entry.label === "" && entry.numbers.size === 0) entry.label = compact(value);
    if (typeof value === "number") entry.numbers.set(column, exactFromDouble(value));
  }
  return [...byRow].map(([row, entry]) => ({ row, ...entry }));
}

const ITEM = /^\(?(\d{1,2}|[一二三四五六七八九十])\)?[、.)]/;
const AMONG = "其中";

/** The rows that a row's label makes parts of it; empty where the labels do not say. */
function partsBelow(rows: readonly DataRow[], at: number): readonly DataRow[] {
  const whole = rows[at];
  const next = rows[at + 1];
  if (!whole || !next || whole.label === "" || whole.label.startsWith(AMONG)) return [];
  const isItem = ITEM.test(whole.label);
  if (next.label.startsWith(AMONG)) {
    const end = rows.findIndex((row, index) => index > at + 1 && (ITEM.test(row.label) || row.numbers.size === 0));
    const siblings = rows.slice(at + 1, end < 0 ? rows.length : end);
    // after 其中 rows of a plain whole nothing marks where its parts end: only the first is certain
    return isItem && end > 0 ? siblings : siblings.slice(0, 1);
  }
  if (isItem || !/^\(?[1一]\)?[、.)]/.test(next.label)) return [];
  return numberedRun(rows, at + 1);
}

/** 1、 2、 3、 in order; between them only the breakdown that 其中 opens. */
function numberedRun(rows: readonly DataRow[], from: number): readonly DataRow[] {
  const items: DataRow[] = [];
  let inBreakdown = false;
  for (const row of rows.slice(from)) {
    const number = ITEM.exec(row.label)?.[1];
    if (number !== undefined && ordinal(number) === items.length + 1) {
      items.push(row);
      inBreakdown = false;
      continue;
    }
    inBreakdown ||= row.label.startsWith(AMONG);
    if (number !== undefined || !inBreakdown || row.label.includes(":1")) break;
  }
  return items;
}

const HAN = "一二三四五六七八九十";
const ordinal = (number: string): number => (/\d/.test(number) ? Number(number) : HAN.indexOf(number) + 1);

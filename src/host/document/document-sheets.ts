import { pushAll } from "../../core/workbook/long-lists";
import type { SheetSnapshot } from "../../core/workbook/snapshot";
import { cellText, numberOf } from "./cell-text";
import type { DocumentItem, DocumentTable } from "./document-item";
import { layOut, type TableGrid } from "./table-grid";
import { tableSheet, type Piece } from "./table-sheet";

/** The tables of a document as sheets, in their order: 表1, 表2…; a table within a cell is named after the cell. */
export function documentSheets(items: readonly DocumentItem[]): readonly SheetSnapshot[] {
  const sheets: SheetSnapshot[] = [];
  const front = frontLines(items);
  let open = null as OpenSheet | null;
  let lines: string[] = [];
  let number = 0;
  const close = (): void => {
    if (open) pushAll(sheets, [tableSheet(open.name, open.above, open.pieces), ...open.nested]);
    open = null;
  };
  for (const item of items) {
    if (item.is === "paragraph") {
      const text = cellText([item]).text;
      if (text.trim() !== "") lines.push(text);
      continue;
    }
    const name = `表${++number}`;
    const grid = layOut(item);
    const nested = nestedSheets(name, grid);
    const repeated: number = open ? repeatedRows(open, grid, lines) : 0;
    if (open && repeated > 0) {
      open = { ...open, pieces: [...open.pieces, { name, grid, from: repeated }], nested: [...open.nested, ...nested] };
    } else {
      close();
      open = { name, above: linesAbove(lines, front), pieces: [{ name, grid, from: 0 }], nested };
    }
    lines = [];
  }
  close();
  return sheets;
}

interface OpenSheet {
  readonly name: string;
  readonly above: readonly string[];
  readonly pieces: readonly Piece[];
  readonly nested: readonly SheetSnapshot[];
}

const MOST_FRONT = 8;
const MOST_ABOVE = 4;
const LONGEST_LINE = 60;

const isLine = (text: string): boolean => text.length <= LONGEST_LINE && !/[。；;]\s*$/.test(text);

/** The title and the cover of a document: its first short lines, up to running text. They say whose report it is. */
function frontLines(items: readonly DocumentItem[]): readonly string[] {
  const lines: string[] = [];
  for (const item of items) {
    if (item.is === "table" || lines.length === MOST_FRONT) break;
    const { text } = cellText([item]);
    if (text.trim() === "") continue;
    if (!isLine(text)) break;
    lines.push(text);
  }
  return lines;
}

/** The short lines that stand directly above a table: its title, 单位：万元. Those of the front come first. */
function linesAbove(lines: readonly string[], front: readonly string[]): readonly string[] {
  const near = lines.slice(-MOST_ABOVE);
  const from = near.findLastIndex((text) => !isLine(text)) + 1;
  const own = near.slice(from);
  return [...front.filter((text) => !own.includes(text)), ...own];
}

/**
 * How many rows a table repeats of the sheet before it, where it only goes on with it: nothing but 续表 between them and the
 * same head. 0 where it is a table of its own.
 */
function repeatedRows({ pieces }: OpenSheet, grid: TableGrid, between: readonly string[]): number {
  const first = pieces[0]?.grid;
  if (first?.columns !== grid.columns || !between.every((line) => CONTINUED.test(line.trim()))) return 0;
  const [heads, again] = [rowTexts(first), rowTexts(grid)];
  let rows = 0;
  while (rows < again.length && heads[rows] !== undefined && heads[rows] === again[rows]) rows++;
  // one merged line alone, or numbers, are no head of columns
  const firstRow = first.cells.filter(({ top }) => top === 0).map(({ items }) => cellText(items).text.trim());
  const isHead = firstRow.filter((text) => text !== "" && numberOf(text) === null).length > 1;
  return isHead ? rows : 0;
}

const CONTINUED = /^[（(]?续(?:上?表|前表)?\d*[)）]?[：:]?$/;

/** The texts of each row without white space, as far as a repeated head can tell. */
function rowTexts({ cells, rows }: TableGrid): readonly string[] {
  const texts = Array.from({ length: Math.min(rows, 8) }, (): string[] => []);
  for (const { top, left, right, items } of cells)
    texts[top]?.push(`${left}-${right} ${cellText(items).text.replace(/\s/g, "")}`);
  return texts.map((row) => row.join("|"));
}

/** A sheet's name has 31 characters. */
const LONGEST_NAME = 31;

function nestedSheets(name: string, { cells }: TableGrid): readonly SheetSnapshot[] {
  return cells.flatMap(({ top, left, items }) => {
    const tables = items.filter((item): item is DocumentTable => item.is === "table");
    return tables.flatMap((table, i) => {
      const own = `${name}第${top + 1}行第${left + 1}列内表${tables.length > 1 ? i + 1 : ""}`.slice(-LONGEST_NAME);
      const grid = layOut(table);
      return [tableSheet(own, cellLines(items), [{ name: own, grid, from: 0 }]), ...nestedSheets(own, grid)];
    });
  });
}

/** The lines of the cell above the table in it. */
const cellLines = (items: readonly DocumentItem[]): readonly string[] =>
  items
    .slice(
      0,
      items.findIndex(({ is }) => is === "table"),
    )
    .map((item) => cellText([item]).text)
    .filter((text) => text.trim() !== "" && isLine(text))
    .slice(-MOST_ABOVE);

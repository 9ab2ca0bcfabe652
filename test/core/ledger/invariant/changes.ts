import type { CellScalar, CellSnapshot, WorkbookSnapshot } from "../../../../src/core/workbook/snapshot";

/** One change of one cell: what kind it is, and what the cell becomes; null: it is blank. */
export interface Change {
  readonly kind: string;
  readonly cell: CellSnapshot | null;
}

const WORDS = "改写词语";

const isDate = ({ value, numberFormat = "" }: CellSnapshot): boolean =>
  typeof value === "number" && /[ymd年月日]/i.test(numberFormat.replace(/"[^"]*"|\[[^\]]*\]/g, ""));

/** The changes that LEDGER.md names for what the cell holds. */
export function changesOf(cell: CellSnapshot): readonly Change[] {
  const { value, formula } = cell;
  const plain = {
    row: cell.row,
    column: cell.column,
    ...(cell.numberFormat === undefined ? {} : { numberFormat: cell.numberFormat }),
  };
  const to = (kind: string, changed: CellScalar): Change => ({ kind, cell: { ...plain, value: changed } });
  const blank: Change = { kind: "blank", cell: null };
  if (formula !== undefined && typeof value === "number") {
    return [
      { kind: "another stored result", cell: { ...cell, value: value * 0.9 + 1 } },
      to("a constant in its place", value * 0.9 + 1),
    ];
  }
  if (isDate(cell) && typeof value === "number") return [to("40 days later", value + 40), to("words", WORDS)];
  if (typeof value === "number") {
    const numbers = [value * 0.9, 2 * value + 1, value / 3].filter((each) => each !== value);
    return [...numbers.map((each, i) => to(["10 % off", "2v+1", "v/3"][i] ?? "", each)), to("words", WORDS), blank];
  }
  if (typeof value !== "string") return [blank];
  return [
    to("words", WORDS),
    to("appended", `${value}甲乙`),
    ...digitChanges(value).map(([kind, text]) => to(kind, text)),
    to("number", 7.5),
    blank,
  ];
}

function digitChanges(text: string): readonly (readonly [string, string])[] {
  const last = /\d(?=\D*$)/.exec(text)?.index;
  const first = text.search(/\d/);
  if (last === undefined) return [];
  const at = (index: number): string =>
    `${text.slice(0, index)}${(Number(text.charAt(index)) + 3) % 10}${text.slice(index + 1)}`;
  return first === last
    ? [["last digit", at(last)]]
    : [
        ["last digit", at(last)],
        ["first digit", at(first)],
      ];
}

/** The workbook with one cell changed: the snapshot, never the file. */
export function changed(
  book: WorkbookSnapshot,
  sheet: string,
  cell: CellSnapshot,
  { cell: put }: Change,
): WorkbookSnapshot {
  return {
    ...book,
    sheets: book.sheets.map((each) =>
      each.name === sheet
        ? { ...each, cells: each.cells.flatMap((old) => (old === cell ? (put ? [put] : []) : [old])) }
        : each,
    ),
  };
}

/** The workbook with a value in a cell that was blank. */
export const withValue = (
  book: WorkbookSnapshot,
  sheet: string,
  row: number,
  column: number,
  value: CellScalar,
): WorkbookSnapshot => ({
  ...book,
  sheets: book.sheets.map((each) =>
    each.name === sheet ? { ...each, cells: putInto(each.cells, { row, column, value }) } : each,
  ),
});

const putInto = (cells: readonly CellSnapshot[], put: CellSnapshot): readonly CellSnapshot[] =>
  [...cells.filter(({ row, column }) => row !== put.row || column !== put.column), put].sort(
    (a, b) => a.row - b.row || a.column - b.column,
  );

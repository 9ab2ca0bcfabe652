import { compact } from "../../model/text";
import { readFigure, readTextNumber } from "../words/mark-text";
import { textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import { isPercent } from "../cells/percent";

/** What stands below a header, by which a common header word is told apart (SPEC R3). */
export interface ColumnContent {
  readonly cells: number;
  readonly numbers: number;
  /** Numbers printed as percentages. */
  readonly percents: number;
  /** Texts that are no numbers. */
  readonly texts: number;
  /** Mean length of the texts, without spaces. */
  readonly length: number;
  /** Texts that speak of marks or deductions, as a standard does: 每少一项扣1分. */
  readonly rules: number;
  /** Rows and what they show: two columns with the same say the same, whatever their headers. */
  readonly values: string;
  /** Those rows. */
  readonly rows: readonly number[];
  /** The column can not be seen. */
  readonly hidden: boolean;
}

const NOTHING: ColumnContent = {
  cells: 0,
  numbers: 0,
  percents: 0,
  texts: 0,
  length: 0,
  rules: 0,
  values: "",
  rows: [],
  hidden: false,
};
/** A layout shows in its first rows; the cost stays the same for a long table. */
const SAMPLE_ROWS = 200;

export function contentOfColumns(grid: SheetGrid, rows: readonly number[]): (column: number) => ColumnContent {
  const contents = new Map<number, ColumnContent>();
  const hidden = new Set(grid.view.sheet.hiddenColumns);
  for (const row of rows.slice(0, SAMPLE_ROWS)) {
    for (const cell of grid.cellsIn(row)) {
      const before = contents.get(cell.column) ?? NOTHING;
      contents.set(cell.column, withCell(before, cell, isPercent(grid, cell)));
    }
  }
  return (column) => {
    const content = contents.get(column) ?? NOTHING;
    return { ...content, hidden: hidden.has(column), length: content.texts === 0 ? 0 : content.length / content.texts };
  };
}

/** Until the end `length` holds the sum. */
function withCell(before: ColumnContent, { row, value }: GridCell, percent: boolean): ColumnContent {
  const text = textOf(value);
  const number = typeof value === "number" || (text.endsWith("分") ? readFigure(text) : readTextNumber(text)) !== null;
  const rule = !number && text.length >= 8 && /\d分|扣|满分|得分|不得分/.test(text);
  return {
    ...before,
    cells: before.cells + 1,
    numbers: before.numbers + (number ? 1 : 0),
    percents: before.percents + (number && percent ? 1 : 0),
    texts: before.texts + (number ? 0 : 1),
    length: before.length + (number ? 0 : text.length > 100 ? text.length : compact(text).length),
    rules: before.rules + (rule ? 1 : 0),
    values: `${before.values}${row}:${text.slice(0, 100)};`,
    rows: [...before.rows, row],
  };
}

/** Names are short; whatever is longer explains something. */
export const looksLikeNames = (content: ColumnContent): boolean =>
  content.texts > content.numbers && content.length <= 30;

/** Sentences, and no figures. */
export const isProse = (content: ColumnContent): boolean => content.numbers === 0 && content.length >= 8;

/** Fewer cells than the other column has, each beside one of its cells: merged down, they speak of several rows. */
export function standsBeside(few: ColumnContent, many: ColumnContent): boolean {
  const rows = new Set(many.rows);
  return few.cells < many.cells && few.rows.every((row) => rows.has(row));
}

/** Rates, where they are the whole column. */
export const looksLikeRates = (content: ColumnContent): boolean => content.percents * 2 > content.cells;

export const looksLikeScores = (content: ColumnContent): boolean => content.texts <= content.numbers;

import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { printFormula } from "../../formula/print";
import { a1, quoteSheet, type CellPosition } from "../../workbook/address";
import { toDouble } from "../../model/exact";
import type { StatedNumber } from "../../model/scoring-table";
import type { IndicatorReview } from "../../review.types";
import { ADDED_HEADERS, ADDED_WIDTHS, tableColumn, type AddedColumn } from "../../ours/added-columns";
import type { CarriedReasons } from "../../ours/carried-reasons";
import { likeCell, LOOK, MARKS, PERCENT } from "../steps/cell-styles";
import type { CellContent, CellStyle } from "../../workbook/write-plan";
import { differenceNode } from "../formulas/judgement-nodes";
import { marksNode } from "../formulas/marks-node";
import { fitting, FORMULA_COLUMNS, RowPrinter, type RowFormulas } from "../formulas/row-formulas";
import { ourCell, tableCell, type TableContext } from "../formulas/table-context";
import { textContent } from "../steps/wanted";
import { totalNode } from "../formulas/total-nodes";
import { usedByText } from "../../ours/base-answers";

/** What was drafted beside a table, as far as others need to know. */
export interface DraftedTable {
  /** The formulas of each indicator's row, by its index. */
  readonly formulas: readonly RowFormulas[];
}

/** The columns that stand beside a table: one cell for every row, so that the whole range is ours (SPEC P5). */
export function draftTable(context: TableContext): DraftedTable {
  draftHeaders(context);
  const { review, placement } = context;
  const filled = new Set<number>();
  const printer = new RowPrinter(context);
  const formulas = review.indicators.map((one, index) => {
    filled.add(placement.rowOf(index));
    return draftIndicator(context, one, index, printer);
  });
  for (const total of review.table.totalRows) {
    const row = placement.rowOfTotal(total.row);
    if (row === null || filled.has(row)) continue;
    filled.add(row);
    draftTotal(context, row, total.row);
  }
  for (let row = placement.headerRow + 1; row <= placement.rows.bottom; row++) {
    if (!filled.has(row))
      for (const column of columnsOf(context)) put(context, row, column, emptyContent(context, row, column));
  }
  return { formulas };
}

const columnsOf = ({ placement }: TableContext): readonly AddedColumn[] =>
  Object.keys(placement.columns) as AddedColumn[];

function draftHeaders(context: TableContext): void {
  const { placement, draft, review, view } = context;
  const { table } = review;
  for (const column of columnsOf(context)) {
    const at = placement.columns[column] ?? 0;
    for (let row = placement.rows.top; row <= placement.headerRow; row++) {
      const content: CellContent = row === placement.headerRow ? { type: "text", text: ADDED_HEADERS[column] } : BLANK;
      // A header over two rows has its look at the first cell of the merge.
      const like = { sheet: table.sheet, ...view.anchor(row, table.range.right) };
      draft.put(row, at, content, placement.beside ? likeCell(like, { wrap: true }) : LOOK.header);
    }
    draft.widths.push({ column: at, width: ADDED_WIDTHS[column] });
  }
}

function put(context: TableContext, row: number, column: AddedColumn, content: CellContent | null): void {
  const { placement, draft } = context;
  const at = placement.columns[column];
  if (at !== undefined) draft.put(row, at, content, styleOf(context, row, column));
}

function styleOf({ placement, review }: TableContext, row: number, column: AddedColumn): CellStyle {
  const shape = SHAPES[column];
  if (!placement.beside) return { ...(column === "reason" ? LOOK.input : LOOK.text), ...shape };
  const like = tableColumn(review.table, "score") ?? review.table.range.right;
  return likeCell({ sheet: placement.sheet, row, column: like }, shape);
}

const NUMBER: CellStyle = { wrap: false, horizontal: "center" };
const WORDS: CellStyle = { wrap: true, horizontal: "left", numberFormat: "General" };
/** What serves other formulas and no reader. */
const AUXILIARY = "A6A6A6";
const SHAPES: Readonly<Record<AddedColumn, CellStyle>> = {
  path: WORDS,
  link: { ...NUMBER, numberFormat: "General" },
  fullMark: { ...NUMBER, numberFormat: "General" },
  rate: { ...NUMBER, numberFormat: PERCENT },
  recomputed: { ...NUMBER, numberFormat: MARKS },
  difference: { ...NUMBER, numberFormat: MARKS },
  conclusion: WORDS,
  reason: { ...WORDS, locked: false },
  indicator: { ...WORDS, fontColor: AUXILIARY },
  target: { ...NUMBER, numberFormat: "General", fontColor: AUXILIARY },
  actual: { ...NUMBER, numberFormat: "General", fontColor: AUXILIARY },
  deviation: { ...NUMBER, numberFormat: PERCENT, fontColor: AUXILIARY },
  unsaid: { ...NUMBER, numberFormat: "General", fontColor: AUXILIARY },
  basis: { ...WORDS, fontColor: AUXILIARY },
};

/** What a row without an indicator holds: nothing, but for the words a person left in our reason column. */
function emptyContent({ carried }: TableContext, row: number, column: AddedColumn): CellContent | null {
  if (column === "reason") return carried.rewritten.get(row) ?? null;
  if (column === "indicator") return keptName(carried, row) ?? BLANK;
  return BLANK;
}

const keptName = (carried: CarriedReasons, row: number): CellContent | null => {
  const name = carried.keptNames.get(row);
  return typeof name === "string" ? { type: "text", text: name } : null;
};

function draftIndicator(context: TableContext, one: IndicatorReview, index: number, printer: RowPrinter): RowFormulas {
  const { placement, view, carried, review } = context;
  const { fullMark, path, score, nameAt } = one.indicator;
  const row = placement.rowOf(index);
  const formulas = printer.formulas(one, index);
  put(context, row, "path", { type: "text", text: usedByText(path) });
  put(context, row, "link", linkContent(review.table.sheet, score?.at ?? nameAt));
  put(context, row, "fullMark", fullMark ? markContent(context, fullMark) : BLANK);
  for (const column of FORMULA_COLUMNS) {
    const formula = formulas[column];
    put(context, row, column, formula === null ? BLANK : { type: "formula", formula });
  }
  put(context, row, "reason", carried.rewritten.get(row) ?? null);
  put(context, row, "indicator", keptName(carried, row) ?? plannedName(view.value(nameAt.row, nameAt.column)));
  return formulas;
}

/** The table's own cell wherever it holds the mark as a number. */
const markContent = (context: TableContext, { at, number }: StatedNumber): CellContent =>
  context.placement.markColumn === null
    ? { type: "number", number: toDouble(number) }
    : liveContent(tableCell(context, at));

const BLANK: CellContent = { type: "blank" };

const plannedName = (name: unknown): CellContent =>
  typeof name === "number" ? { type: "number", number: name } : textContent(typeof name === "string" ? name : "");

const formulaContent = (node: FormulaNode | null): CellContent =>
  node ? { type: "formula", formula: printFormula(node) } : BLANK;

/** A live formula that Excel takes, and what it shows where a cell that it reads is gone or holds an error. */
export const liveContent = (node: FormulaNode | null, instead?: FormulaNode): CellContent => {
  const formula = fitting(node, instead);
  return formula === null ? BLANK : { type: "formula", formula };
};

export const linkContent = (sheet: string, at: CellPosition): CellContent =>
  formulaContent(f.call("HYPERLINK", f.text(`#${quoteSheet(sheet)}!${a1(at)}`), f.text(a1(at))));

/** The recomputed total stays blank until all that belongs to it has a recomputed score (SPEC P6). */
function draftTotal(context: TableContext, row: number, tableRow: number): void {
  const { review } = context;
  for (const column of columnsOf(context)) {
    if (column !== "recomputed" && column !== "difference")
      put(context, row, column, emptyContent(context, row, column));
  }
  const sum = totalNode(context);
  put(context, row, "recomputed", liveContent(sum));
  const score = review.table.totalRows.find((one) => one.row === tableRow)?.score;
  const typed = score && sum ? marksNode(score, (at) => tableCell(context, at)) : null;
  put(
    context,
    row,
    "difference",
    liveContent(differenceNode({ score: typed, recomputed: ourCell(context, row, "recomputed") })),
  );
}

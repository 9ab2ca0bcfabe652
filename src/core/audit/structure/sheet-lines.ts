import { isDateFormat } from "../../formula/number-format";
import { relativeForm } from "../../formula/relative-form";
import { placeKey, type CellPosition } from "../../workbook/address";
import { append } from "../../workbook/lists-by-key";
import type { CellScalar, CellSnapshot, SheetSnapshot } from "../../workbook/snapshot";
import type { RecalculatedFormula } from "../recalculation";
import { isAggregate } from "./aggregates";

/** What a number is shown as: neighbours of another kind are no pattern for a cell. */
type FormatKind = "number" | "percent" | "date" | "text";

/** A formula, or a typed number. */
export interface LineCell extends CellPosition {
  readonly value: CellScalar;
  readonly format: FormatKind;
  /** Null for a typed number. */
  readonly formula: RecalculatedFormula | null;
  /** What formulas that were copied from each other have in common; "" for a typed number. */
  readonly key: string;
  readonly shape: string;
  /** A sum, count or average of ranges. */
  readonly aggregate: boolean;
}

export type Axis = "column" | "row";

/** The formulas and typed numbers of one column or row, in order. */
export interface Line {
  readonly axis: Axis;
  readonly index: number;
  readonly cells: readonly LineCell[];
}

/** A sheet as a pattern of formulas and numbers: by cell, by column, by row, with the texts that label them. */
export class SheetLines {
  readonly sheet: SheetSnapshot;
  readonly columns: readonly Line[];
  readonly rows: readonly Line[];
  private readonly byKey = new Map<number, LineCell>();
  private readonly textsByRow = new Map<number, { readonly column: number; readonly text: string }[]>();
  private readonly textsByColumn = new Map<number, { readonly row: number; readonly text: string }[]>();

  constructor(sheet: SheetSnapshot, formulas: readonly RecalculatedFormula[], isOurs: (at: CellPosition) => boolean) {
    this.sheet = sheet;
    const byAddress = new Map(formulas.map((formula) => [placeKey(formula.at), formula]));
    const columns = new Map<number, LineCell[]>();
    const rows = new Map<number, LineCell[]>();
    for (const cell of sheet.cells) {
      if (typeof cell.value === "string" && cell.formula === undefined) this.addText(cell, cell.value);
      const found = isOurs(cell) ? null : lineCell(cell, byAddress.get(placeKey(cell)));
      if (!found) continue;
      this.byKey.set(placeKey(cell), found);
      append(columns, cell.column, found);
      append(rows, cell.row, found);
    }
    this.columns = [...columns].map(([index, cells]) => ({ axis: "column", index, cells }));
    this.rows = [...rows].map(([index, cells]) => ({ axis: "row", index, cells }));
  }

  at(row: number, column: number): LineCell | undefined {
    return this.byKey.get(placeKey({ row, column }));
  }

  /** The cell that lies `step` cells further along the axis. */
  along(axis: Axis, { row, column }: CellPosition, step: number): LineCell | undefined {
    return axis === "column" ? this.at(row + step, column) : this.at(row, column + step);
  }

  across(axis: Axis, from: CellPosition, step: number): LineCell | undefined {
    return this.along(axis === "column" ? "row" : "column", from, step);
  }

  /** True where a text before the cell in its row, or above it in its column, calls its line a total. */
  isTotal(axis: Axis, { row, column }: CellPosition): boolean {
    const texts =
      axis === "column"
        ? (this.textsByRow.get(row) ?? []).filter((one) => one.column < column)
        : (this.textsByColumn.get(column) ?? []).filter((one) => one.row < row);
    return texts.some(({ text }) => TOTAL.test(text.replace(/\s+/g, "")));
  }

  /** The nearest text before the cell in its row; null where there is none. */
  rowLabel({ row, column }: CellPosition): string | null {
    return this.textsByRow.get(row)?.findLast((one) => one.column < column)?.text ?? null;
  }

  private addText(at: CellPosition, text: string): void {
    append(this.textsByRow, at.row, { column: at.column, text });
    append(this.textsByColumn, at.column, { row: at.row, text });
  }
}

const TOTAL = /^[(（]?[一二三四五六七八九十\d]*[)）]?[、.．]?(?:本[年月]|累计|全年)?(?:合计|总计|小计|共计|总额|总分|汇总|合计数|grandtotal|sub-?total|totals?|sum)/i; // prettier-ignore

function lineCell(cell: CellSnapshot, formula: RecalculatedFormula | undefined): LineCell | null {
  const { row, column, value } = cell;
  const format = formatKind(cell.numberFormat);
  if (cell.formula === undefined && !cell.array) {
    return typeof value === "number" ? { row, column, value, format, formula: null, key: "", shape: "", aggregate: false } : null; // prettier-ignore
  }
  // One formula over many cells is no copied formula.
  if (cell.array || !formula?.parsed) return null;
  const form = relativeForm(formula.parsed, cell);
  return {
    row,
    column,
    value,
    format,
    formula,
    ...form,
    aggregate: formula.meaning !== null && isAggregate(formula.meaning),
  };
}

const known = new Map<string, FormatKind>();

function formatKind(format = "General"): FormatKind {
  const kind = known.get(format) ?? kindOf(format);
  known.set(format, kind);
  return kind;
}

function kindOf(format: string): FormatKind {
  if (format === "@") return "text";
  if (format.includes("%")) return "percent";
  return isDateFormat(format) ? "date" : "number";
}

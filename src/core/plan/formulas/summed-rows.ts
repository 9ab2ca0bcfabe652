import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";

/** Cells of one column, and beside them the names that stand in the rows of indicators alone; null: every cell counts. */
export interface SummedRows {
  readonly cells: FormulaNode;
  readonly names: FormulaNode | null;
}

/** A criterion that any cell with content meets, and one that any number does. */
const NAMED = "<>";
const NUMBER = ">=-1000000000";

export const rowsSum = ({ cells, names }: SummedRows): FormulaNode =>
  names ? f.call("SUMIFS", cells, names, f.text(NAMED)) : f.call("SUM", cells);

export const rowsCount = ({ cells, names }: SummedRows): FormulaNode =>
  names ? f.call("COUNTIFS", cells, f.text(NUMBER), names, f.text(NAMED)) : f.call("COUNT", cells);

/** How many of the cells say this text. */
export const rowsSaying = ({ cells, names }: SummedRows, text: string): FormulaNode =>
  names ? f.call("COUNTIFS", cells, f.text(text), names, f.text(NAMED)) : f.call("COUNTIF", cells, f.text(text));

/** The values beside those cells that meet a criterion. */
export const rowsSumIf = ({ cells, names }: SummedRows, criterion: string, values: FormulaNode): FormulaNode =>
  names
    ? f.call("SUMIFS", values, cells, f.text(criterion), names, f.text(NAMED))
    : f.call("SUMIF", cells, f.text(criterion), values);

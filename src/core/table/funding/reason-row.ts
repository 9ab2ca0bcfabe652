import type { TableCell } from "../../model/scoring-table";
import { lastColumn, textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import { tableCell } from "../cells/stated-number";
import { moneyRole } from "../words/funding-words";
import { otherRole } from "./funding-header";

/** 偏差原因 | 项目尾款结转下年, a line of the block of its own: the words behind the label, or the cell left for them (SPEC R12). */
export function reasonInRow(grid: SheetGrid, row: number): TableCell | null {
  const [label, words, ...others] = grid.cellsIn(row);
  if (!label || !isLabel(label) || others.length > 0 || (words && !isWording(words))) return null;
  return tableCell(grid, row, words?.column ?? lastColumn(label) + 1);
}

const isLabel = ({ value }: GridCell): boolean => typeof value === "string" && otherRole(value) === "reason";

const isWording = ({ value }: GridCell): boolean =>
  typeof value === "string" && moneyRole(value) === null && otherRole(textOf(value)) === null;

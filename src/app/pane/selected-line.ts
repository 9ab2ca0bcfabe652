import type { CellAddress } from "../../core/workbook/address";
import { marks } from "./marks";
import type { IndicatorLine, TableSummary } from "./table-summary";

/** The indicator in whose rows a cell stands. */
export interface SelectedLine extends IndicatorLine {
  readonly table: TableSummary;
  /** 自评 − 复算, with its sign; null where one of them is missing. */
  readonly difference: string | null;
  /** Whether the cell is the score itself. */
  readonly isScore: boolean;
}

/** Where tables stand side by side, of the one that has the cell's column. */
export function selectedLine(tables: readonly TableSummary[], at: CellAddress): SelectedLine | null {
  const found = tables
    .filter(({ sheet }) => sheet === at.sheet)
    .flatMap((table) =>
      table.indicators
        .filter(({ rows: [first, last] }) => at.row >= first && at.row <= last)
        .map((line) => ({ table, line })),
    );
  const one = found.find(({ table: { range } }) => at.column >= range.left && at.column <= range.right) ?? found[0];
  if (!one) return null;
  const { score, recomputed } = one.line.figures;
  return {
    ...one.line,
    table: one.table,
    difference: score && recomputed ? signed(marks(score.sub(recomputed))) : null,
    isScore: one.line.at.row === at.row && one.line.at.column === at.column,
  };
}

/** A minus that is as wide as a plus. */
const signed = (number: string): string =>
  number.startsWith("-") ? `−${number.slice(1)}` : number === "0" ? "0" : `+${number}`;

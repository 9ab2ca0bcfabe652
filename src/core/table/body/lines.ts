import { trimmed } from "../../model/text";
import type { CellPosition, Rect } from "../../workbook/address";
import type { BodyRow } from "./body-rows";
import { lastColumn, textOf } from "../cells/sheet-grid";
import type { TableLayout } from "../header/table-layout";

/** A name as it stands in one cell, or in several where a paste from Word parted it. */
export interface NameCell {
  text: string;
  readonly at: CellPosition;
  readonly merge: Rect | null;
}

/** One logical row of the table. `names[k]` is what begins there at depth k; null where the name above goes on. */
export interface Line {
  readonly rows: number[];
  names: readonly (NameCell | null)[];
  /** True where the deepest name is merged over the deeper names' columns: it names an indicator. */
  readonly wide: boolean;
  readonly afterPageBreak: boolean;
  readonly sequence: string | null;
}

/**
 * What a line of the table is: an indicator; a level in a row of its own; a row that a form leaves to be filled in;
 * a row that breaks down the figures of the one above; or the rest of the line above (SPEC R5, R8, R20).
 */
export type LineKind = "indicator" | "level" | "placeholder" | "breakdown" | "rest";

/** Takes one line for each row; a band is a line whose only name stands above all levels. */
export function linesOf(table: TableLayout, body: readonly BodyRow[]): readonly Line[] {
  const bands = body.some((each) => each.kind === "band");
  return body.flatMap((each): readonly Line[] => {
    if (each.kind === "band") {
      const name = { text: textOf(each.cell.value), at: position(each.cell), merge: each.cell.merge };
      const rest = table.levels.map(() => null);
      return [{ rows: [each.row], names: [name, ...rest], wide: false, afterPageBreak: false, sequence: null }];
    }
    if (each.kind !== "line") return [];
    const line = lineOf(table, each.row, each.afterPageBreak);
    return [bands ? { ...line, names: [null, ...line.names] } : line];
  });
}

const position = ({ row, column }: CellPosition): CellPosition => ({ row, column });

function lineOf(table: TableLayout, row: number, afterPageBreak: boolean): Line {
  const cells = table.cellsIn(row);
  const names = table.levels.map((column): NameCell | null => {
    const cell = cells.find((each) => each.column === column);
    const text = cell ? textOf(cell.value) : "";
    return cell && text !== "" ? { text, at: position(cell), merge: cell.merge } : null;
  });
  const deepest = names.findLast((name) => name !== null);
  const wide = deepest?.merge != null && table.levels.some((column) => column > deepest.at.column && column <= (deepest.merge?.right ?? 0));
  const column = table.column("sequence");
  const sequence = column === null ? undefined : cells.find((each) => each.column === column && lastColumn(each) >= column);
  return { rows: [row], names, wide, afterPageBreak, sequence: sequence ? trimmed(textOf(sequence.value)) : null };
} // prettier-ignore

import { chineseNumber } from "../model/chinese-numeral";
import { compact } from "../model/text";
import type { CellPosition } from "../workbook/address";
import type { SheetView } from "../workbook/sheet-view";
import type { CellScalar } from "../workbook/snapshot";
import { cellText } from "./headed-sheet";

export const ROUND_LABEL = "本轮轮次";

/** Where 本轮轮次 is written: to the right of its label. */
export const ROUND_AT = { row: 1, column: 1 } as const;

/** 本轮轮次 of the record as it was found. */
export interface RecordRound {
  /** Null where the cell says none. */
  readonly number: number | null;
  readonly at: CellPosition;
  readonly found: CellScalar;
}

/** Found by its label above the list, since rows are inserted; one with a value before one without (SPEC P10). */
export function readRound(view: SheetView, listTop: number): RecordRound {
  const labelled = Array.from({ length: listTop }, (_, row) => row)
    .filter((row) => compact(cellText(view, row, 0)).replace(/:$/, "") === ROUND_LABEL)
    .map((row): RecordRound => roundIn(view, { row, column: ROUND_AT.column }));
  return labelled.find(({ found }) => found !== null) ?? labelled[0] ?? roundIn(view, ROUND_AT);
}

function roundIn(view: SheetView, at: CellPosition): RecordRound {
  const found = view.value(at.row, at.column);
  const number = typeof found === "string" ? typedRound(found) : found;
  return { number: typeof number === "number" && number >= 1 ? Math.floor(number) : null, at, found };
}

/** 2 typed as text, 第2轮 and 二. */
function typedRound(text: string): number | null {
  const said = compact(text).replace(/^第|轮次?$/g, "");
  return /^\d{1,4}$/.test(said) ? Number(said) : (chineseNumber(said)?.valueOf() ?? null);
}

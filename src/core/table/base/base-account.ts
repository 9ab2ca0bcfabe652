import { lowest } from "../../workbook/long-lists";
import type { AccountEntry } from "../../model/account";
import { placeKey } from "../../workbook/address";
import { contentKind, isWords } from "../cells/cell-kind";
import { textOf, type SheetGrid } from "../cells/sheet-grid";
import { isYesOrNo } from "../../ours/base-answers";
import { readHeader } from "../words/header-role";
import type { BaseReading } from "./read-base-data";

/** What the cells of a base-data table were read as: its values, their labels and heads, and what says nothing known. */
export function baseAccount(
  grid: SheetGrid,
  { table: { range, entries }, headerRows }: BaseReading,
  taken: (row: number) => boolean,
): readonly AccountEntry[] {
  const values = new Map(entries.map((entry) => [placeKey(entry.at), entry]));
  const labels = new Set(entries.map((entry) => placeKey(entry.rowAt)));
  const heads = [...headerRows].flatMap((row) => grid.cellsIn(row));
  const numbered = new Set(heads.flatMap((head) => (readHeader(textOf(head.value))?.role === "sequence" ? [head.column] : [])));
  const rows = grid.rowsFrom(range.top, range.bottom).filter((row) => !taken(row));
  const firstValue = lowest(entries.map(({ at }) => at.column));
  return rows.flatMap((row) => grid.cellsIn(row)).map((at): AccountEntry => {
    const value = values.get(placeKey(at));
    if (headerRows.has(at.row)) return isWords(at) ? { at, role: "baseHeader" } : { at, role: null, why: "wrongKind" };
    if (value?.number) return { at, role: "baseValue" };
    if (value?.isListed && isYesOrNo(value.text ?? "")) return { at, role: "baseValue" };
    if (value) return { at, role: "baseValue", why: contentKind(at.value) === "dash" ? "dash" : "wrongKind" };
    if (!isWords(at)) return numbered.has(at.column) ? { at, role: "baseLabel" } : { at, role: null, why: "unknownColumn" };
    return { at, role: labels.has(placeKey(at)) || at.column < firstValue ? "baseLabel" : "baseNote" };
  });
} // prettier-ignore

import type { AccountEntry } from "../../model/account";
import { lastRow, type SheetGrid } from "../cells/sheet-grid";
import { contentKind, isWords } from "../cells/cell-kind";
import type { HeaderRows } from "./header-row";

/** What the header's cells were read as: heads, groups over them, and labels merged down beside the table. */
export function headerAccount(grid: SheetGrid, header: HeaderRows): readonly AccountEntry[] {
  const heads = new Set(header.heads.map((head) => head.cell));
  const entries: AccountEntry[] = [];
  for (let row = header.top; row <= header.bottom; row++) {
    for (const at of grid.cellsIn(row)) {
      if (at.column < header.from || at.column > header.to) continue;
      const role = heads.has(at) ? "header" : lastRow(at) > header.bottom ? "sideLabel" : "headerGroup";
      entries.push(isWords(at) || contentKind(at.value) === "date" ? { at, role } : { at, role, why: "wrongKind" });
    }
  }
  return entries;
}

import { holds, sameFormula, sameScalar } from "../../../core/workbook/cell-content";
import { a1 } from "../../../core/workbook/address";
import type { CellSnapshot } from "../../../core/workbook/snapshot";
import { SheetView } from "../../../core/workbook/sheet-view";
import type { ReadBook } from "../read/read-book";
import { cellKey, keyColumn, keyRow } from "../read/reference";
import type { BookDraft } from "./book-draft";

/** The first thing that does not stand in the written package as planned; null where all does (SPEC X11). */
export function firstMismatch(draft: BookDraft, written: ReadBook): string | null {
  const sheets = draft.liveSlots.map(({ name }) => name);
  const found = written.workbook.sheets.map(({ name }) => name);
  if (sheets.join("\n") !== found.join("\n")) return `the sheets are ${found.join(", ")}`;
  return mismatchedCell(draft, written) ?? mismatchedName(draft, written);
}

function mismatchedCell(draft: BookDraft, written: ReadBook): string | null {
  for (const { name, draft: sheet } of draft.liveSlots) {
    const snapshot = written.snapshot.sheets.find((other) => other.name === name);
    if (!sheet || !snapshot) continue;
    const view = new SheetView(snapshot);
    for (const [key, { content, former }] of sheet.planned) {
      const now = view.cell(keyRow(key), keyColumn(key));
      const stands = former ? sameContent(now, former.cell) : holds(now, content);
      if (!stands)
        return `the cell ${a1({ row: keyRow(key), column: keyColumn(key) })} of ${name} holds something else`;
    }
    const untouched = (sheet.read?.snapshot.cells ?? []).find((cell) => {
      if (sheet.planned.has(cellKey(cell.row, cell.column))) return false;
      return !sameContent(view.cell(cell.row, cell.column), cell);
    });
    if (untouched) return `the cell ${a1(untouched)} of ${name} changed`;
  }
  return null;
}

const sameContent = (a: CellSnapshot | undefined, b: CellSnapshot | undefined): boolean =>
  a?.formula === b?.formula && (a?.formula !== undefined || sameScalar(a?.value ?? null, b?.value ?? null));

function mismatchedName(draft: BookDraft, written: ReadBook): string | null {
  const key = (scope: string | null, name: string): string => `${scope ?? ""}\n${name}`;
  const found = new Map(written.snapshot.names.map((name) => [key(name.scope, name.name), name]));
  const names = draft.liveNames;
  const wrong = names.find(({ scope, name, refersTo, hidden }) => {
    const now = found.get(key(scope?.name ?? null, name));
    return !now || !sameFormula(now.refersTo, refersTo) || now.hidden !== hidden;
  });
  if (wrong) return `the name ${wrong.name} is not as planned`;
  return names.length === found.size ? null : "a name is too many";
}

import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { explainsNothing } from "../language/reason";
import { compact, trimmed } from "../model/text";
import type { ScoringTable } from "../model/scoring-table";
import type { CellPosition } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Check } from "./context";
import { judgeReasons } from "./justification/judge";

/**
 * A reason that is wanted and not in its cell, but in a note, a comment or a text box of the row: named, and offered to be
 * moved (SPEC J9). What only tells how to fill the form in is no reason.
 */
export const notesWithReasons: Check = ({ book, tables, settings }) =>
  tables.flatMap(({ table }) => {
    const sheet = book.sheets.find(({ name }) => name === table.sheet);
    const said = sheet ? saidBeside(sheet, table) : [];
    if (said.length === 0) return [];
    return judgeReasons(table, settings).flatMap(({ group, status }): Finding[] => {
      if (status !== "missing" && status !== "placeholder") return [];
      const rows = group.indicators.map(({ row, lastRow }) => [row, lastRow] as const);
      const path = group.indicators[0]?.path ?? [];
      return said
        .filter(({ top, bottom }) => rows.some(([row, lastRow]) => top <= lastRow && bottom >= row))
        .map(({ at, text, inTextBox }) => findingAt("note-not-cell", table, at, { path, data: { text, inTextBox } }));
    });
  });

interface Said {
  readonly at: CellPosition;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
  readonly inTextBox: boolean;
}

/** Notes on the table's own columns, and text boxes that lie in its rows. */
function saidBeside({ notes = [], drawings = [] }: SheetSnapshot, { range }: ScoringTable): readonly Said[] {
  const pinned = notes
    .filter(({ column }) => column >= range.left && column <= range.right)
    .map(({ row, column, text }): Said => ({ at: { row, column }, top: row, bottom: row, text, inTextBox: false }));
  const boxes = drawings
    .filter(({ kind }) => kind === "text")
    .map(({ area, text }): Said => {
      const at = { row: area.top, column: area.left };
      return { at, top: area.top, bottom: area.bottom, text, inTextBox: true };
    });
  return [...pinned, ...boxes]
    .map((one) => ({ ...one, text: trimmed(one.text) }))
    .filter(({ text }) => !explainsNothing(text) && !INSTRUCTION.test(compact(text)));
}

const INSTRUCTION = /^(?:请|填写|填报|此[处栏格]|本[栏格列]|填表|说明:请|提示:)|请(?:在此|如实|按|据实)?填/;

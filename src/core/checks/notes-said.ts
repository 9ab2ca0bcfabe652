import { compact, trimmed } from "../model/text";
import { isInside, type CellPosition, type Rect } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";

/** What a note, a comment or a text box says, and the rows beside which it stands. */
export interface Said {
  readonly at: CellPosition;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
  readonly inTextBox: boolean;
}

/** Notes and text boxes outside the other tables of the sheet; what tells how to fill the form in is none. */
export function saidBeside({ notes = [], drawings = [] }: SheetSnapshot, others: readonly Rect[]): readonly Said[] {
  const isTheirs = (at: CellPosition): boolean => others.some((range) => isInside(at, range));
  const pinned = notes
    .filter((note) => !isTheirs(note))
    .map(({ row, column, text }): Said => ({ at: { row, column }, top: row, bottom: row, text, inTextBox: false }));
  const boxes = drawings
    .filter(({ kind, area }) => kind === "text" && !isTheirs({ row: area.top, column: area.left }))
    .map(({ area, text }): Said => {
      const at = { row: area.top, column: area.left };
      return { at, top: area.top, bottom: area.bottom, text, inTextBox: true };
    });
  return [...pinned, ...boxes]
    .map((one) => ({ ...one, text: trimmed(one.text.replace(AUTHOR, "")) }))
    .filter(({ text }) => !INSTRUCTION.test(compact(text)));
}

/** Excel puts the name of who writes a note on a line of its own. */
const AUTHOR = /^[^\n]{1,20}[:：][ \t]*\r?\n/;

const INSTRUCTION = /^(?:请|填写|填报|此[处栏格]|本[栏格列]|填表|说明:请|提示:)|请(?:在此|如实|按|据实)?填/;

import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { explainsNothing } from "../language/reason";
import { compact, trimmed } from "../model/text";
import type { ScoringTable } from "../model/scoring-table";
import { nameOf } from "../model/path";
import type { ScoreGroup } from "../model/score-groups";
import { a1, isInside, sheetA1, type CellPosition, type Rect } from "../workbook/address";
import type { SheetSnapshot } from "../workbook/snapshot";
import type { Check } from "./context";
import { judgeReasons } from "./justification/judge";

/**
 * A reason that is wanted and not in its cell, but in a note, a comment or a text box of the row: named, and offered to be
 * moved (SPEC J9). What only tells how to fill the form in is no reason.
 */
export const notesWithReasons: Check = ({ book, tables, settings }) => {
  // what stands between two tables of a sheet is told once
  const told = new Set<string>();
  return tables.flatMap(({ table }) => {
    const sheet = book.sheets.find(({ name }) => name === table.sheet);
    if (!sheet || ((sheet.notes ?? []).length === 0 && (sheet.drawings ?? []).length === 0)) return [];
    const said = saidBeside(sheet, otherTables(table, tables));
    const used = new Set<Said>();
    const reasons = judgeReasons(table, settings).flatMap(({ group, status }): Finding[] => {
      if (status !== "missing" && status !== "placeholder") return [];
      const path = group.indicators[0]?.path ?? [];
      return said
        .filter((one) => isBeside(one, group))
        .map((one) => {
          used.add(one);
          const { at, text, inTextBox } = one;
          return findingAt("note-not-cell", table, at, { path, data: { text, inTextBox } });
        });
    });
    const rest = said.filter((one) => !used.has(one) && !told.has(sheetA1({ sheet: table.sheet, ...one.at })));
    for (const { at } of rest) told.add(sheetA1({ sheet: table.sheet, ...at }));
    return [...reasons, ...figuresOutside(table, rest)];
  });
};

/** In the rows of the indicators, or elsewhere under their name: 培训场次：因场地维修少办两场. */
const isBeside = ({ top, bottom, text }: Said, { indicators }: ScoreGroup): boolean =>
  indicators.some(
    ({ row, lastRow, path }) =>
      (top <= lastRow && bottom >= row) || compact(text).startsWith(`${compact(nameOf(path))}:`),
  );

/** Notes and text boxes that state figures, of which none is compared: said once a table, so that nobody relies on them. */
function figuresOutside(table: ScoringTable, said: readonly Said[]): Finding[] {
  const stating = said.filter(({ text }) => FIGURE.test(compact(text)));
  const [first] = stating;
  if (!first) return [];
  const data = { cells: stating.map(({ at }) => a1(at)), text: first.text };
  return [findingAt("note-figure-not-read", table, first.at, { data })];
}

/** 总分应为95, 只印发4000册; a date or the number of a document is no figure of the table. */
const FIGURE = /\d(?:\.\d+)?(?:分|%|人|个|项|次|场|户|件|万元|元|册|台|公里|亩|吨|家|期)|(?:为|是|应|得)\d/;

/** The areas of the other tables of a sheet: what is noted there is theirs. */
const otherTables = (table: ScoringTable, tables: readonly { readonly table: ScoringTable }[]): readonly Rect[] =>
  tables.flatMap(({ table: other }) => (other !== table && other.sheet === table.sheet ? [other.range] : []));

interface Said {
  readonly at: CellPosition;
  readonly top: number;
  readonly bottom: number;
  readonly text: string;
  readonly inTextBox: boolean;
}

/** Notes and text boxes outside the other tables of the sheet. */
function saidBeside({ notes = [], drawings = [] }: SheetSnapshot, others: readonly Rect[]): readonly Said[] {
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
    .filter(({ text }) => !explainsNothing(text) && !INSTRUCTION.test(compact(text)));
}

/** Excel puts the name of who writes a note on a line of its own. */
const AUTHOR = /^[^\n]{1,20}[:：][ \t]*\r?\n/;

const INSTRUCTION = /^(?:请|填写|填报|此[处栏格]|本[栏格列]|填表|说明:请|提示:)|请(?:在此|如实|按|据实)?填/;

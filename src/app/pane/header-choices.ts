import { unspaced } from "../../core/model/text";
import type { CellRoleChoice } from "../../core/ours/cell-roles";
import { readHeader } from "../../core/table/words/header-role";
import { a1, rectAt, type CellAddress } from "../../core/workbook/address";
import { scalarText } from "../../core/workbook/cell-content";
import { sheetViews } from "../../core/workbook/sheet-view";
import type { CellSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot";
import { HEADS, LEVEL_WORDS, type RoleOption } from "./role-choices";

/** A cell of the row that a person calls a header, and what it may head (SPEC Z14). */
export interface HeadChoice {
  readonly cell: string;
  /** As printed. */
  readonly label: string;
  /** What the reader takes it for; null where it does not know the words. */
  readonly proposed: string | null;
  readonly options: readonly RoleOption[];
}

/** The heads of the row of a cell, merged ones that reach down into it included; none where it holds no words. */
export function headChoices(book: WorkbookSnapshot, { sheet, row }: CellAddress): readonly HeadChoice[] {
  const view = sheetViews(book).get(sheet);
  if (!view) return [];
  const reaching = view.sheet.merges.filter(({ top, bottom }) => top < row && bottom >= row);
  const isHead = (cell: CellSnapshot): boolean =>
    cell.row === row || reaching.some(({ top, left }) => cell.row === top && cell.column === left);
  return view.sheet.cells
    .filter((cell) => typeof cell.value === "string" && cell.value.trim() !== "" && isHead(cell))
    .sort((a, b) => a.column - b.column)
    .map((cell) => choiceOf(sheet, cell));
}

function choiceOf(sheet: string, { row, column, value }: CellSnapshot): HeadChoice {
  const original = scalarText(value);
  const printed = unspaced(original);
  const said = (as: string): CellRoleChoice => ({ sheet, areas: [rectAt({ row, column })], as, original });
  const words = [...LEVEL_WORDS, ...Object.values(HEADS)].map(([as, en]) => ({ as, en, said: said(as) }));
  const isKnown = readHeader(original) !== null;
  const own =
    isKnown && !words.some(({ as }) => as === printed) ? [{ as: printed, en: printed, said: said(printed) }] : [];
  return { cell: a1({ row, column }), label: printed, proposed: isKnown ? printed : null, options: [...own, ...words] };
}

/** What was picked of each head is said only where a header comes of it: one head of names, and one of something else. */
export function headsSaid(
  choices: readonly HeadChoice[],
  picked: readonly (string | null)[],
): readonly CellRoleChoice[] | null {
  const said = choices.flatMap(({ options }, i) => options.find(({ as }) => as === picked[i])?.said ?? []);
  const isName = ({ as }: CellRoleChoice): boolean => readHeader(as)?.role === "level";
  return said.some(isName) && !said.every(isName) ? said : null;
}

import type { Language } from "../../core/findings/catalogue";
import { WHY_EN, WHY_ZH } from "../../core/findings/why-words";
import { referencesOf } from "../../core/formula/references";
import { parseFormula } from "../../core/formula/parse";
import { isNotUnderstood, isPassedOver, type AccountEntry } from "../../core/model/account";
import { ADDED_HEADERS, presentColumns, type AddedColumn } from "../../core/ours/added-columns";
import { readOurs } from "../../core/ours/read-ours";
import { parseReference } from "../../core/workbook/sheet-area";
import { readTables } from "../../core/table/read-tables";
import { isInside, rectA1, shownAddress, type CellAddress } from "../../core/workbook/address";
import { isBlankCell, sameFormula, scalarText } from "../../core/workbook/cell-content";
import { SheetView } from "../../core/workbook/sheet-view";
import type { CellSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot";
import { cellRoleWords } from "../cell-role-words";
import type { PaneReview } from "./pane-review";
import { selectedLine, type SelectedLine } from "./selected-line";

/** The whole account of one cell, from the last reading; Excel is not asked. */
export interface Passport {
  readonly at: CellAddress;
  readonly whose: "yours" | "ours" | "outside";
  /** What it was read as; null where it was not, or is blank. */
  readonly role: string | null;
  /** Why it was not understood, or not used. */
  readonly why: { readonly text: string; readonly understood: boolean } | null;
  readonly line: SelectedLine | null;
  readonly kind: "formula" | "constant" | "blank";
  readonly value: string;
  readonly formula: string | null;
  /** What the rules would put there, where that is another formula. */
  readonly wanted: string | null;
  readonly verdict: "differs" | "overwritten" | "stale" | null;
  readonly precedents: readonly Neighbour[];
  readonly dependents: readonly Neighbour[];
}

export interface Neighbour {
  readonly at: CellAddress;
  readonly text: string;
  readonly value: string;
}

/** More are not listed. */
const SHOWN = 24;

export function passportOf(review: PaneReview, at: CellAddress, lang: Language): Passport {
  const { book } = review;
  const sheet = book.sheets.find(({ name }) => name === at.sheet);
  const view = sheet && new SheetView(sheet);
  const cell = view?.cell(at.row, at.column);
  const ours = readOurs(book);
  const account = accountOf(book, at);
  const isOurs = ours.ownership.isOurCell(at.sheet, at) || ours.ownership.isOurSheet(at.sheet);
  const column = isOurs ? ourColumn(review, at) : null;
  const said = account && isPassedOver(account) ? account.why : null;
  const words = lang === "zh" ? WHY_ZH : WHY_EN;
  const line = selectedLine(review.tables, at);
  return {
    at,
    whose: isOurs ? "ours" : account || line ? "yours" : "outside",
    role: column ?? (account?.role ? cellRoleWords(account.role, lang) : null),
    why: said && { text: words[said], understood: !isNotUnderstood(said) },
    line,
    kind: isBlankCell(cell) ? "blank" : cell?.formula === undefined ? "constant" : "formula",
    value: cell ? scalarText(cell.value) : "",
    formula: cell?.formula ?? null,
    ...expected(review, at, cell),
    precedents: cell?.formula === undefined ? [] : precedentsOf(book, cell.formula, at),
    dependents: dependentsOf(book, at),
  };
}

/** Kept by snapshot, which never changes: the cells of one reading are asked for again and again. */
const known = new WeakMap<WorkbookSnapshot, ReadonlyMap<string, AccountEntry>>();

function accountOf(book: WorkbookSnapshot, at: CellAddress): AccountEntry | null {
  const accounts = known.get(book) ?? accountsOf(book);
  known.set(book, accounts);
  return accounts.get(cellKey(at)) ?? null;
}

const accountsOf = (book: WorkbookSnapshot): ReadonlyMap<string, AccountEntry> =>
  new Map(
    readTables(book).accounts.flatMap(({ sheet, cells }) =>
      cells.map((cell) => [cellKey({ sheet, ...cell.at }), cell] as const),
    ),
  );

const cellKey = ({ sheet, row, column }: CellAddress): string => `${row}:${column}:${sheet}`;

/** 复算分, 差异…: by the tag of our column. */
function ourColumn({ book, tables }: PaneReview, at: CellAddress): string | null {
  const { tags } = readOurs(book);
  for (const { sheet, range } of tables) {
    if (sheet !== at.sheet) continue;
    for (const [column, index] of Object.entries(presentColumns(tags, sheet, range)))
      if (index === at.column) return ADDED_HEADERS[column as AddedColumn];
  }
  return null;
}

function expected(
  { review }: PaneReview,
  at: CellAddress,
  cell: CellSnapshot | undefined,
): Pick<Passport, "wanted" | "verdict"> {
  const here = review.findings.filter(
    (one) => one.at?.sheet === at.sheet && one.at.row === at.row && one.at.column === at.column,
  );
  for (const { code, data } of here) {
    if (code === "formula-overwritten") return { wanted: data.expected, verdict: "overwritten" };
    if (code === "formula-differs" && !(cell?.formula !== undefined && sameFormula(cell.formula, data.expected)))
      return { wanted: data.expected, verdict: "differs" };
    if (code === "stale-value") return { wanted: null, verdict: "stale" };
  }
  return { wanted: null, verdict: null };
}

function precedentsOf(book: WorkbookSnapshot, formula: string, at: CellAddress): readonly Neighbour[] {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return [];
  const { areas, names } = referencesOf(parsed.value.tree, at.sheet);
  const named = names.flatMap(({ name }) => {
    const found = book.names.find((one) => one.name.toLowerCase() === name.toLowerCase());
    return found ? parseReference(found.refersTo).map((area) => ({ ...area, text: name })) : [];
  });
  const places = [
    ...areas.map(({ sheet, rect }) => ({ sheet, rect, text: placeText(sheet, rectA1(rect), at) })),
    ...named,
  ];
  const seen = new Set<string>();
  return places
    .filter(({ sheet, rect }) => {
      const key = `${sheet}!${rectA1(rect)}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, SHOWN)
    .map(({ sheet, rect, text }) => {
      const first = { sheet, row: rect.top, column: rect.left };
      const isOne = rect.top === rect.bottom && rect.left === rect.right;
      return { at: first, text, value: isOne ? valueAt(book, first) : "" };
    });
}

const placeText = (sheet: string, place: string, at: CellAddress): string =>
  sheet === at.sheet ? place : `${sheet}!${place}`;

function valueAt({ sheets }: WorkbookSnapshot, { sheet, row, column }: CellAddress): string {
  const found = sheets
    .find(({ name }) => name === sheet)
    ?.cells.find((cell) => cell.row === row && cell.column === column);
  return found ? scalarText(found.value) : "";
}

/** Formulas of the workbook that read the cell, by address or by a name. */
function dependentsOf(book: WorkbookSnapshot, at: CellAddress): readonly Neighbour[] {
  const names = new Set(
    book.names
      .filter(({ refersTo }) =>
        parseReference(refersTo).some(({ sheet, rect }) => sheet === at.sheet && isInside(at, rect)),
      )
      .map(({ name }) => name.toLowerCase()),
  );
  const found: Neighbour[] = [];
  for (const { name: sheet, cells } of book.sheets) {
    for (const { row, column, formula, value } of cells) {
      if (formula === undefined || found.length >= SHOWN) continue;
      if (sheet !== at.sheet && !formula.includes(at.sheet) && names.size === 0) continue;
      const parsed = parseFormula(formula);
      if (!parsed.ok) continue;
      const read = referencesOf(parsed.value.tree, sheet);
      const reads =
        read.areas.some((area) => area.sheet === at.sheet && isInside(at, area.rect)) ||
        read.names.some(({ name }) => names.has(name.toLowerCase()));
      const place = { sheet, row, column };
      if (reads)
        found.push({
          at: place,
          text: placeText(sheet, shownAddress(place).slice(sheet.length + 1), at),
          value: scalarText(value),
        });
    }
  }
  return found;
}

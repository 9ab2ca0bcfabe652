import { keptWith } from "../core/workbook/kept-with";
import type { Language } from "../core/findings/catalogue";
import { WHY_EN, WHY_ZH } from "../core/findings/why-words";
import { isNotUnderstood, isPassedOver, type AccountEntry } from "../core/model/account";
import { ADDED_HEADERS, presentColumns, type AddedColumn } from "../core/ours/added-columns";
import { readOurs } from "../core/ours/read-ours";
import type { CellAddress } from "../core/workbook/address";
import { isBlankCell, sameFormula, scalarText } from "../core/workbook/cell-content";
import { cellAt } from "../core/workbook/sheet-view";
import type { CellSnapshot, WorkbookSnapshot } from "../core/workbook/snapshot";
import { cellRoleWords } from "./cell-role-words";
import { dependentsOf, precedentsOf, type Neighbour } from "./cell-neighbours";
import type { Reviewed } from "./review-workbook";
import { sheetAccounts } from "./sheet-accounts";

/** The whole account of one cell, from the last reading; Excel is not asked. */
export interface CellPassport {
  readonly at: CellAddress;
  readonly whose: "yours" | "ours" | "outside";
  /** What it was read as; null where it was not, or is blank. */
  readonly role: string | null;
  /** Why it was not understood, or not used. */
  readonly why: { readonly text: string; readonly understood: boolean } | null;
  readonly kind: "formula" | "constant" | "blank";
  readonly value: string;
  readonly formula: string | null;
  /** What the rules would put there, where that is another formula. */
  readonly wanted: string | null;
  readonly verdict: "differs" | "overwritten" | "stale" | null;
  readonly precedents: readonly Neighbour[];
  readonly dependents: readonly Neighbour[];
}

/** `most`: how many precedents and dependents are listed. */
export function cellPassport(reviewed: Reviewed, at: CellAddress, lang: Language, most: number): CellPassport {
  const { book } = reviewed;
  const cell = cellAt(book, at);
  const ours = readOurs(book);
  const account = accountsOf(book).get(cellKey(at)) ?? null;
  const isOurs = ours.ownership.isOurCell(at.sheet, at) || ours.ownership.isOurSheet(at.sheet);
  const column = isOurs ? ourColumn(reviewed, at) : null;
  const said = account && isPassedOver(account) ? account.why : null;
  const words = lang === "zh" ? WHY_ZH : WHY_EN;
  return {
    at,
    whose: isOurs ? "ours" : account ? "yours" : "outside",
    role: column ?? (account?.role ? cellRoleWords(account.role, lang) : null),
    why: said && { text: words[said], understood: !isNotUnderstood(said) },
    kind: isBlankCell(cell) ? "blank" : cell?.formula === undefined ? "constant" : "formula",
    value: cell ? scalarText(cell.value) : "",
    formula: cell?.formula ?? null,
    ...expected(reviewed, at, cell),
    precedents: cell?.formula === undefined ? [] : precedentsOf(book, cell.formula, at, most),
    dependents: dependentsOf(book, at, most),
  };
}

/** Kept by snapshot, which never changes: the cells of one reading are asked for again and again. */
const accountsOf = keptWith(
  (book: WorkbookSnapshot): ReadonlyMap<string, AccountEntry> =>
    new Map(
      sheetAccounts(book).flatMap(({ sheet, cells }) =>
        cells.map((cell) => [cellKey({ sheet, ...cell.at }), cell] as const),
      ),
    ),
);

const cellKey = ({ sheet, row, column }: CellAddress): string => `${row}:${column}:${sheet}`;

/** 复算分, 差异…: by the tag of our column. */
function ourColumn({ book, review }: Reviewed, at: CellAddress): string | null {
  const { tags } = readOurs(book);
  for (const {
    table: { sheet, range },
  } of review.tables) {
    if (sheet !== at.sheet) continue;
    for (const [column, index] of Object.entries(presentColumns(tags, sheet, range)))
      if (index === at.column) return ADDED_HEADERS[column as AddedColumn];
  }
  return null;
}

function expected(
  { review }: Reviewed,
  at: CellAddress,
  cell: CellSnapshot | undefined,
): Pick<CellPassport, "wanted" | "verdict"> {
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

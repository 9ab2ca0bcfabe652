import { absenceWords } from "../core/audit/absence-words";
import { formulaVerdict } from "../core/audit/audit";
import { reasonWords } from "../core/audit/reason-words";
import { recalculationOf } from "../core/audit/recalculation";
import type { CalculatedCell } from "../core/formula/calculation";
import { displayText } from "../core/formula/number-format";
import type { Comparison } from "../core/review.types";
import { keptWith } from "../core/workbook/kept-with";
import type { Language } from "../core/findings/catalogue";
import { WHY_EN, WHY_ZH } from "../core/findings/why-words";
import { isNotUnderstood, isPassedOver, type AccountEntry } from "../core/model/account";
import { ADDED_HEADERS, presentColumns, type AddedColumn } from "../core/ours/added-columns";
import { readOurs } from "../core/ours/read-ours";
import { sameAddress, type CellAddress } from "../core/workbook/address";
import { isBlankCell, sameFormula, scalarText } from "../core/workbook/cell-content";
import { cellAt } from "../core/workbook/sheet-view";
import type { CellSnapshot, WorkbookSnapshot } from "../core/workbook/snapshot";
import { cellRoleWords } from "./cell-role-words";
import { dependentsOf, precedentsOf, type Neighbour } from "./cell-neighbours";
import type { Reviewed } from "./review-workbook";
import { sheetAccounts } from "./sheet-accounts";
import { inShownDigits } from "./shown-digits";
import { FORMULA_VERDICT_WORDS, verdictWords } from "./verdict-words";

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
  /** What the rules would put there, where that is another formula or a typed value stands. */
  readonly wanted: string | null;
  /** Why no formula can be told for a cell that the rules speak of. */
  readonly whyNone: string | null;
  readonly verdict: "differs" | "overwritten" | "stale" | null;
  /** What its formula gives from the stored values that it reads, and over the whole chain, or why not; null for no formula. */
  readonly results: { readonly isolated: string; readonly chain: string } | null;
  /** In words: of the table's rule where one speaks of the cell, else of its formula; null where nothing was compared. */
  readonly judged: string | null;
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
    ...expected(reviewed, at, cell, lang),
    ...recalculated(reviewed, at, cell, lang),
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
  lang: Language,
): Pick<CellPassport, "wanted" | "whyNone" | "verdict"> {
  const compared = comparisonAt(review, at);
  const whyNone = compared?.absence ? absenceWords(compared.absence)[lang] : null;
  const here = review.findings.filter((one) => one.at !== null && sameAddress(one.at, at));
  for (const { code, data } of here) {
    if (code === "formula-overwritten") return { wanted: data.expected, whyNone, verdict: "overwritten" };
    if (code === "formula-differs" && !(cell?.formula !== undefined && sameFormula(cell.formula, data.expected)))
      return { wanted: data.expected, whyNone, verdict: "differs" };
    if (code === "stale-value") return { wanted: null, whyNone, verdict: "stale" };
  }
  const isAnother = cell?.formula === undefined || compared?.verdict === "wrongFormula";
  return { wanted: isAnother ? (compared?.expected ?? null) : null, whyNone, verdict: null };
}

const comparisonAt = ({ tables }: Reviewed["review"], { sheet, row, column }: CellAddress): Comparison | undefined =>
  tables
    .filter(({ table }) => table.sheet === sheet)
    .flatMap(({ comparisons = [] }) => comparisons)
    .find(({ at }) => at.row === row && at.column === column);

function recalculated(
  { book, review }: Reviewed,
  at: CellAddress,
  cell: CellSnapshot | undefined,
  lang: Language,
): Pick<CellPassport, "results" | "judged"> {
  const sheet = book.sheets.find(({ name }) => name === at.sheet);
  const formula = sheet && cell ? recalculationOf(book).formula(sheet, cell) : null;
  const verdict = comparisonAt(review, at)?.verdict ?? null;
  const text = (one: CalculatedCell): string =>
    one.kind === "value" ? displayText(inShownDigits(one.value)) : reasonWords(one.reason)[lang];
  const words = verdict ? verdictWords(verdict) : formula && FORMULA_VERDICT_WORDS[formulaVerdict(formula)];
  return {
    results: formula && { isolated: text(formula.isolated), chain: text(formula.chain) },
    judged: words?.[lang] ?? null,
  };
}

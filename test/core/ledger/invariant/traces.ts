import { reviewJson } from "../../../../src/app/output/json";
import { reportFindings } from "../../../../src/app/worded-review";
import { withResults } from "../../../../src/core/audit/recalculation";
import { openAccounts } from "../../../../src/core/ledger/close-ledger";
import type { Uses } from "../../../../src/core/ledger/uses";
import { closeCell } from "../../../../src/core/ledger/state";
import { isPassedOver, type AccountedCell, type CellRole } from "../../../../src/core/model/account";
import { compact } from "../../../../src/core/model/text";
import { NO_OPTIONS, review, type ReviewOptions } from "../../../../src/core/review";
import type { Review } from "../../../../src/core/review.types";
import { readTables, type TableReading } from "../../../../src/core/table/read-tables";
import { a1 } from "../../../../src/core/workbook/address";
import type { CellSnapshot, WorkbookSnapshot } from "../../../../src/core/workbook/snapshot";

/** One filled cell and what the account says of it: "judged", "kept", or why it was passed over. */
export interface CellAccount {
  readonly sheet: string;
  readonly cell: CellSnapshot;
  readonly role: CellRole | null;
  readonly state: "judged" | "kept" | "unused" | "notUnderstood";
  readonly why: string | null;
}

/** Everything that a review says of a workbook, and the state of each of its cells. */
export interface Told {
  readonly json: unknown;
  readonly cells: ReadonlyMap<string, CellAccount>;
}

export function told(book: WorkbookSnapshot, options: ReviewOptions = NO_OPTIONS): Told {
  const reviewed = review(book, options);
  return { json: comparable(book, reviewed), cells: accountsOf(book, reviewed) };
}

export const placeOf = (sheet: string, at: { readonly row: number; readonly column: number }): string =>
  `${sheet}!${a1(at)}`;

/** What names the run and not the workbook is no trace of it; the account is compared cell by cell. */
function comparable(book: WorkbookSnapshot, reviewed: Review): unknown {
  const source = { file: "", sha256: "", contentHash: "", version: "" };
  const json = reviewJson(source, reviewed, reportFindings({ book, review: reviewed }, "zh"), "zh");
  return {
    ...json,
    tables: json.tables.map((table) => ({ ...table, cells: null })),
    baseData: json.baseData.map((base) => ({ ...base, cells: null })),
    findings: json.findings.map((finding) => ({ ...finding, message: "", fingerprint: "", waived: false })),
  };
}

/** What stands in for a reader or a ledger that errs. */
export interface Fault {
  readonly account?: (cells: readonly AccountedCell[]) => readonly AccountedCell[];
  readonly uses?: (uses: Uses) => Uses;
}

/** What was written down of each cell, and what the review made of it. */
export const accountsOf = (book: WorkbookSnapshot, reviewed: Review): ReadonlyMap<string, CellAccount> =>
  closedAccounts(book, reviewed, readTables(withResults(book)), {});

export function closedAccounts(book: WorkbookSnapshot, { tables, quantities }: Review, reading: TableReading, fault: Fault): ReadonlyMap<string, CellAccount> {
  const cells = new Map<string, CellAccount>();
  const { account = (all) => all, uses: useOf = (all) => all } = fault;
  const accounts = reading.accounts.map((each) => ({ ...each, cells: account(each.cells) }));
  for (const open of openAccounts({ book, accounts, baseData: reading.baseData, tables, quantities })) {
    const sheet = open.view.sheet.name;
    const uses = useOf(open.uses);
    for (const entry of open.cells) {
      const cell = open.view.cell(entry.at.row, entry.at.column);
      if (!cell) continue;
      const { state, unused } = closeCell(entry, uses);
      const why = state === "judged" ? null : (whyOf(entry) ?? unused);
      cells.set(placeOf(sheet, entry.at), { sheet, cell, role: entry.role, state, why });
    }
  }
  return cells;
} // prettier-ignore

const whyOf = (entry: AccountedCell): string | null => (isPassedOver(entry) ? entry.why : null);

/**
 * Whether a change of one cell shows, its own text apart: any string that holds it or is held by it counts as the same, and
 * of the account only the other cells' entries are compared.
 */
export function differs(before: Told, after: Told, own: string, texts: readonly string[]): boolean {
  const words = texts.map((text) => compact(text)).filter((text) => text.length >= 2);
  const same = (text: string): string => {
    const short = compact(text);
    const echo =
      short.length >= 2 && !CODE.test(text) && words.some((word) => short.includes(word) || word.includes(short));
    return echo ? "§" : text;
  };
  const stringOf = (json: unknown): string =>
    JSON.stringify(json, (_, value: unknown) => (typeof value === "string" ? same(value) : value));
  if (stringOf(before.json) !== stringOf(after.json)) return true;
  const places = new Set([...before.cells.keys(), ...after.cells.keys()]);
  places.delete(own);
  return [...places].some((place) => stateOf(before, place) !== stateOf(after, place));
}

/** Codes of findings and states, and addresses, say something by themselves. */
const CODE = /^(?:[a-z]+(?:[A-Z][a-z]*|-[a-z]+)*|[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?)$/;

const stateOf = ({ cells }: Told, place: string): string => {
  const cell = cells.get(place);
  return cell ? `${cell.role ?? ""} ${cell.state} ${cell.why ?? ""}` : "";
};

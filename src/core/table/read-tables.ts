import { highest, pushAll } from "../workbook/long-lists";
import type { Rect } from "../workbook/address";
import type { AccountEntry, OtherSheet } from "../model/account";
import type { Finding } from "../findings/finding";
import { readOurs } from "../ours/read-ours";
import type { FundingBlock, ScoringTable } from "../model/scoring-table";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { compact, trimmed } from "../model/text";
import { joinAccount, type AccountPart, type BlockPart, type GivenUp, type JoinedAccount } from "./around/join-account";
import { otherSheet } from "./around/other-sheet";
import { besideBlocks, besideLeftOut } from "./beside-blocks";
import { baseAccount } from "./base/base-account";
import { bodyAccount } from "./body/body-account";
import { disputedFate } from "./header/column-fates";
import { headerAccount } from "./header/header-account";
import { fundingAccount } from "./funding/funding-account";
import { baseHeaderRows, findBaseData } from "./base/read-base-data";
import { bodyRows } from "./body/body-rows";
import { contentOfColumns } from "./header/column-content";
import { assignColumns } from "./header/assign-columns";
import { withTableTotal } from "./funding/table-total";
import { findFunding } from "./funding/funding-block";
import { findHeaders, type HeaderRows } from "./header/header-row";
import { headTotals } from "./body/head-totals";
import { readBody } from "./body/read-body";
import { SheetGrid, textOf } from "./cells/sheet-grid";
import { givenRoles } from "./cells/given-roles";
import {
  ambiguous,
  chosenReview,
  findingsOf,
  fundingDisputes,
  noTable,
  notRead,
  otherYears,
  roleFindings,
  unscored,
  unusable,
} from "./reading-findings";
import { readSurroundings } from "./header/surroundings";
import { scoresOutOfHundred } from "./header/hundred-scale";
import { TableLayout } from "./header/table-layout";
import type { BaseDataTable } from "../model/base-data";

/** What a workbook's tables say, and what only their reader can know about them (SPEC R). */
export interface TableReading {
  readonly tables: readonly ScoringTable[];
  readonly baseData: readonly BaseDataTable[];
  /** no-table, ambiguous-header, review-column-chosen, score-column-missing, repeated-level, placeholder-row. */
  readonly findings: readonly Finding[];
  /** Every filled cell of each sheet on which a table or base data were found. */
  readonly accounts: readonly JoinedAccount[];
  /** The other sheets that hold something. */
  readonly others: readonly OtherSheet[];
}

/** Reads every scoring table and base-data table of a workbook, hidden sheets too, leaving out what Pinghe added. */
export function readTables(book: WorkbookSnapshot): TableReading {
  const { ownership, rules } = readOurs(book);
  const given = rules?.cellRoles ?? [];
  const sheets = book.sheets.filter((sheet) => !ownership.isOurSheet(sheet.name));
  const tables: ScoringTable[] = [];
  const baseData: BaseDataTable[] = [];
  const findings: Finding[] = [];
  const accounts: JoinedAccount[] = [];
  const others: OtherSheet[] = [];
  const roles: Finding[] = given.filter(({ cell }) => !sheets.some(({ name }) => name === cell.sheet)).map(unusable);
  for (const sheet of sheets) {
    const said = givenRoles(sheet, given);
    pushAll(roles, roleFindings(sheet.name, said));
    const grid = new SheetGrid(sheet, ownership, book.date1904, said.roles);
    const read = readSheet(grid, {
      tables: tables.length,
      baseData: baseData.length,
    });
    pushAll(tables, read.tables);
    pushAll(baseData, read.baseData);
    pushAll(findings, read.findings);
    if (read.account) accounts.push(read.account);
    else {
      const other = otherSheet(grid);
      if (other) others.push(other);
    }
  }
  if (tables.length === 0 && findings.length === 0) findings.push(noTable(sheets.map((sheet) => sheet.name)));
  if (tables.length > 0) pushAll(findings, others.flatMap(notRead));
  return { tables, baseData, findings: [...findings, ...roles], accounts, others };
}

interface SheetReading {
  readonly tables: readonly ScoringTable[];
  readonly baseData: readonly BaseDataTable[];
  readonly findings: readonly Finding[];
  readonly account: JoinedAccount | null;
}

/** `before`: how many tables stand on the sheets before this one. */
function readSheet(whole: SheetGrid, before: { readonly tables: number; readonly baseData: number }): SheetReading {
  const beside = besideBlocks(whole);
  const grid = besideLeftOut(whole, beside);
  const readings = findFunding(grid);
  const funding = readings.map(({ block }) => block);
  // 财政拨款 | 其他资金 | 分值 | 得分 over rows of money is no table of indicators
  const headers = findHeaders(grid, rowsOf(grid, funding));
  const stops = new Set([...funding.map((block) => block.range.top), ...baseHeaderRows(grid)]);
  const tables: ScoringTable[] = [];
  const parts: AccountPart[] = [];
  const givenUp: GivenUp[] = [];
  const findings: Finding[] = [];
  for (const [i, header] of headers.entries()) {
    const above = tables.filter(({ range }) => range.left <= header.to && range.right >= header.from);
    const after = highest([-1, ...above.map(({ range }) => range.bottom)]);
    if (header.top <= after) continue;
    const next = headers
      .slice(i + 1)
      .filter((each) => each.top > header.bottom && each.from <= header.to && each.to >= header.from);
    const read = readTable(grid, header, { next, stops, funding, after }, `t${before.tables + tables.length + 1}`);
    pushAll(findings, read.findings);
    if (read.table) {
      tables.push(read.table);
      parts.push(partOf(read.table, read.entries));
      pushAll(findings, fundingDisputes(read.table, readings));
    } else givenUp.push({ top: header.top, bottom: (next[0]?.top ?? Infinity) - 1 });
  }
  const taken = (row: number): boolean => tables.some(({ range }) => row >= range.top && row <= range.bottom);
  const found = [
    ...findBaseData(grid, taken).map((reading) => ({ table: reading.table, entries: baseAccount(grid, reading, taken) })),
    ...beside.map(({ reading, grid: alone }) => ({ table: reading.table, entries: baseAccount(alone, reading, () => false) })),
  ];
  const baseData = found.map(({ table }, i) => ({ ...table, id: `b${before.baseData + i + 1}` }));
  pushAll(parts, found.map(({ table: { range, title }, entries }, i) => ({ of: baseData[i]?.id ?? "", range, title, table: null, entries })));
  return { tables, baseData, findings, account: joinAccount(whole, parts, blocksOf(grid, funding, tables), givenUp) };
} // prettier-ignore

/** The rows of the blocks of money. */
const rowsOf = (grid: SheetGrid, blocks: readonly FundingBlock[]): ReadonlySet<number> =>
  new Set(blocks.flatMap(({ range }) => grid.rowsFrom(range.top, range.bottom)));

const partOf = (table: ScoringTable, entries: readonly AccountEntry[]): AccountPart => ({
  of: table.id,
  range: table.range,
  title: table.title,
  table,
  entries,
});

/** The funding blocks with the table that each was given to: one that is nobody's is accounted all the same. */
const blocksOf = (grid: SheetGrid, funding: readonly FundingBlock[], tables: readonly ScoringTable[]): readonly BlockPart[] =>
  funding.map((block) => {
    const owner = tables.find(({ funding: own }) => own?.range === block.range);
    return { of: owner?.id ?? null, range: block.range, entries: fundingAccount(grid, owner?.funding ?? block, owner !== undefined) };
  }); // prettier-ignore

interface Neighbours {
  readonly next: readonly HeaderRows[];
  readonly stops: ReadonlySet<number>;
  readonly funding: readonly FundingBlock[];
  /** The last row of the table before this one. */
  readonly after: number;
}

interface TableRead {
  readonly table: ScoringTable | null;
  readonly findings: readonly Finding[];
  readonly entries: readonly AccountEntry[];
}

function readTable(
  grid: SheetGrid,
  header: HeaderRows,
  near: Neighbours,
  id: string,
): TableRead {
  const end = near.next[0]?.top ?? Infinity;
  const below = grid.rowsFrom(header.bottom + 1, end - 1);
  const above = grid.rowsFrom(near.after + 1, header.top - 1);
  const { from, to } = header;
  const { title, year } = readSurroundings(grid, { from, to, above, below: [] });
  const { columns: found, levels, disputes, reviews, others, fates } = assignColumns(header, contentOfColumns(grid, below), year);
  const scaled = scoresOutOfHundred(new TableLayout(grid, header, found, levels));
  const columns = scaled ? found.filter(({ role }) => role !== "score") : found;
  const said = [
    ...[...disputes, ...(scaled ? [scaled] : [])].map((readings) => ambiguous(grid.name, id, header, readings)),
    ...chosenReview(grid.name, id, header, reviews),
    ...otherYears(grid.name, id, header, year, others),
    ...unscored(grid.name, id, header, columns),
  ];
  if (levels.length === 0) return { table: null, findings: said, entries: [] };
  const layout = new TableLayout(grid, header, columns, levels);
  const rows = bodyRows(layout, { headers: near.next, stops: near.stops, funding: near.funding, title });
  const body = readBody(layout, rows.rows);
  if (body.indicators.length === 0 && body.placeholderRows.length === 0) return { table: null, findings: said, entries: [] };
  const block = blockOf(near, header, body.lastRow);
  const head = headTotals(grid, { from, to, rows: headRows(grid, above, title, near), below: footRows(below, body.lastRow, near) }, body.indicators);
  const around = readSurroundings(grid, { from, to, above, below: below.filter((row) => row > body.lastRow) });
  const range = rangeOf(layout, body.lastRow, block);
  const table: ScoringTable = {
    id,
    sheet: grid.name,
    kind: kindOf(layout, title, block),
    range,
    ...around,
    headerRows: Array.from({ length: header.bottom - header.top + 1 }, (_, i) => header.top + i),
    columns: columns.map((each) => (each.role === "fullMark" && body.markLevel !== null ? { ...each, level: body.markLevel } : each)),
    indicators: body.indicators,
    levels: body.levels,
    totalRows: body.totalRows,
    ...(head.totals.length > 0 ? { headTotals: head.totals } : {}),
    funding: block && withTableTotal(block, body.indicators, body.totalRows),
    placeholderRows: body.placeholderRows,
    repeatedLevels: body.repeatedLevels,
  };
  const lots = scaled ? new Map([...fates, ...scaled.columns.map(({ column }) => [column, disputedFate] as const)]) : fates;
  const entries = [...head.entries, ...headerAccount(grid, header), ...bodyAccount(layout, lots, rows, body)];
  return { table, findings: [...said, ...findingsOf(table)], entries };
} // prettier-ignore

/** The lines of this table's own form: from its title on where another table stands above, and none of a block of money. */
function headRows(grid: SheetGrid, above: readonly number[], title: string | null, near: Neighbours): readonly number[] {
  const titled = above.findIndex((row) => title !== null && grid.cellsIn(row).some((cell) => trimmed(textOf(cell.value)) === title));
  const own = near.after < 0 ? above : titled < 0 ? [] : above.slice(titled);
  return own.filter((row) => !near.funding.some(({ range }) => row >= range.top && row <= range.bottom));
} // prettier-ignore

/** The lines that follow a table, up to where those of another one may begin. */
function footRows(below: readonly number[], lastRow: number, near: Neighbours): readonly number[] {
  const own: number[] = [];
  for (const row of below) {
    if (row <= lastRow) continue;
    const gap = row - (own[own.length - 1] ?? lastRow);
    if (row > lastRow + FOOT || (near.next.length > 0 && gap > 1)) break;
    own.push(row);
  }
  return own;
}

/** A conclusion stands so many rows below its table at most. */
const FOOT = 30;

/** The last block above the header; else one that stands between the indicators and their total. */
function blockOf(near: Neighbours, header: HeaderRows, lastRow: number): FundingBlock | null {
  const above = near.funding.findLast(({ range }) => range.bottom < header.top && range.top > near.after);
  return above ?? near.funding.find(({ range }) => range.top > header.bottom && range.bottom < lastRow) ?? null;
}

function rangeOf(layout: TableLayout, lastRow: number, block: FundingBlock | null): Rect {
  const { header, left, right } = layout;
  if (!block) return { top: header.top, bottom: lastRow, left, right };
  return {
    top: Math.min(header.top, block.range.top),
    bottom: lastRow,
    left: Math.min(left, block.range.left),
    right: Math.max(right, block.range.right),
  };
}

/** What the title says, where it says it; else a table with money or with targets and their results is a project's. */
function kindOf(layout: TableLayout, title: string | null, block: FundingBlock | null): ScoringTable["kind"] {
  const text = title === null ? "" : compact(title);
  if (/整体支出|部门整体|部门\(单位\)整体|单位整体/.test(text)) return "department";
  if (/项目|专项|转移支付|债券|政策|购买服务/.test(text)) return "project";
  const roles = new Set(layout.header.heads.map((head) => head.reading?.role));
  return block !== null || (roles.has("target") && roles.has("actual")) ? "project" : "department";
} // prettier-ignore

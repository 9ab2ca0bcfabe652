import { highest, pushAll } from "../workbook/long-lists";
import type { AccountEntry, OtherSheet } from "../model/account";
import type { Finding } from "../findings/finding";
import { readOurs } from "../ours/read-ours";
import type { FundingBlock, ScoringTable } from "../model/scoring-table";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { joinAccount, type AccountPart, type BlockPart, type GivenUp, type JoinedAccount } from "./around/join-account";
import { otherSheet } from "./around/other-sheet";
import { besideBlocks, besideLeftOut } from "./beside-blocks";
import { baseAccount } from "./base/base-account";
import { fundingAccount } from "./funding/funding-account";
import { baseHeaderRows, findBaseData } from "./base/read-base-data";
import { findFunding } from "./funding/funding-block";
import { findHeaders } from "./header/header-row";
import { SheetGrid } from "./cells/sheet-grid";
import { givenRoles } from "./cells/given-roles";
import { readTable } from "./read-table";
import { fundingDisputes, noTable, notRead, roleFindings, unusable } from "./reading-findings";
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

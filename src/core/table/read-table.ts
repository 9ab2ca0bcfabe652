import type { Rect } from "../workbook/address";
import type { AccountEntry } from "../model/account";
import type { Finding } from "../findings/finding";
import type { FundingBlock, ScoringTable } from "../model/scoring-table";
import { compact, trimmed } from "../model/text";
import { bodyAccount } from "./body/body-account";
import { bodyRows } from "./body/body-rows";
import { headTotals, type HeadTotals } from "./body/head-totals";
import { readBody, type BodyReading } from "./body/read-body";
import { readByTotal } from "./body/weighed-body";
import { textOf, type SheetGrid } from "./cells/sheet-grid";
import { withTableTotal } from "./funding/table-total";
import { assignColumns } from "./header/assign-columns";
import { disputedFate } from "./header/column-fates";
import { contentOfColumns } from "./header/column-content";
import { headerAccount } from "./header/header-account";
import type { HeaderRows } from "./header/header-row";
import { scoresOutOfHundred } from "./header/hundred-scale";
import { readSurroundings } from "./header/surroundings";
import { TableLayout } from "./header/table-layout";
import {
  ambiguous,
  chosenReview,
  findingsOf,
  openChoices,
  otherYears,
  readByTotalFinding,
  unscored,
} from "./reading-findings";

/** What else stands in the sheet: where a table ends, and what is not its own. */
export interface Neighbours {
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

/** One scoring table below its header: its rows, and what stands around them. */
export function readTable(
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
  const printed = levels.length > 0 ? new TableLayout(grid, header, found, levels) : null;
  const scaled = printed && scoresOutOfHundred(printed);
  const rowsBy = (layout: TableLayout): RowsRead => readRows(layout, { near, title, above, below });
  const asTyped = printed && rowsBy(printed);
  const settled = scaled && asTyped && readByTotal(asTyped.body, asTyped.head.totals, asTyped.block);
  const isOpen = scaled !== null && settled === null;
  const columns = isOpen ? found.filter(({ role }) => role !== "score") : found;
  const said = [
    ...[...disputes, ...(isOpen ? [scaled] : [])].map((readings) => ambiguous(grid.name, id, header, readings)),
    ...(scaled && settled ? [readByTotalFinding(grid.name, id, header, scaled, settled)] : []),
    ...chosenReview(grid.name, id, header, reviews),
    ...otherYears(grid.name, id, header, year, others),
    ...unscored(grid.name, id, header, columns),
  ];
  if (!asTyped) return { table: null, findings: said, entries: [] };
  const read = isOpen ? rowsBy(new TableLayout(grid, header, columns, levels)) : asTyped;
  const body = settled?.body ?? read.body;
  if (body.indicators.length === 0 && body.placeholderRows.length === 0) return { table: null, findings: said, entries: [] };
  const around = readSurroundings(grid, { from, to, above, below: below.filter((row) => row > body.lastRow) });
  const table = tableOf({ ...read, body }, { id, kind: kindOf(read.layout, title, read.block), around });
  const lots = isOpen ? new Map([...fates, ...scaled.columns.map(({ column }) => [column, disputedFate] as const)]) : fates;
  const entries = [...read.head.entries, ...headerAccount(grid, header), ...bodyAccount(read.layout, lots, read.rows, body)];
  return { table, findings: [...said, ...findingsOf(table), ...openChoices(table, body.openChoices)], entries };
} // prettier-ignore

/** What a table is, besides what its rows hold. */
interface Form {
  readonly id: string;
  readonly kind: ScoringTable["kind"];
  readonly around: ReturnType<typeof readSurroundings>;
}

function tableOf({ layout, body, block, head }: RowsRead, { id, kind, around }: Form): ScoringTable {
  const { grid, header, columns } = layout;
  const { markLevel } = body;
  return {
    id,
    sheet: grid.name,
    kind,
    range: rangeOf(layout, body.lastRow, block),
    ...around,
    headerRows: Array.from({ length: header.bottom - header.top + 1 }, (_, i) => header.top + i),
    columns: columns.map((each) =>
      each.role === "fullMark" && markLevel !== null ? { ...each, level: markLevel } : each,
    ),
    indicators: body.indicators,
    levels: body.levels,
    totalRows: body.totalRows,
    ...(head.totals.length > 0 ? { headTotals: head.totals } : {}),
    funding: block && withTableTotal(block, body.indicators, body.totalRows),
    placeholderRows: body.placeholderRows,
    repeatedLevels: body.repeatedLevels,
  };
}

interface RowsRead {
  readonly layout: TableLayout;
  readonly rows: ReturnType<typeof bodyRows>;
  readonly body: BodyReading;
  readonly block: FundingBlock | null;
  readonly head: HeadTotals;
}

interface Lines {
  readonly near: Neighbours;
  readonly title: string | null;
  readonly above: readonly number[];
  readonly below: readonly number[];
}

/** The rows of a table under its columns, and the totals and the block of money that go with them. */
function readRows(layout: TableLayout, { near, title, above, below }: Lines): RowsRead {
  const { grid, header } = layout;
  const rows = bodyRows(layout, { headers: near.next, stops: near.stops, funding: near.funding, title });
  const body = readBody(layout, rows.rows);
  const lines = { rows: headRows(grid, above, title, near), below: footRows(below, body.lastRow, near) };
  const head = headTotals(grid, { from: header.from, to: header.to, ...lines }, body.indicators);
  return { layout, rows, body, block: blockOf(near, header, body.lastRow), head };
}

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

import { canonical, compact, unspaced } from "../../model/text";
import { BASE_UNIT } from "../words/base-label";
import { lastColumn, textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";

/** What a column of a base-data block holds, by its header. */
export interface BaseColumn {
  readonly column: number;
  /** As printed, without line breaks. */
  readonly header: string;
  /** Without year, phase and unit: 在职人数; empty where the header says nothing more (2018年预算数). */
  readonly name: string;
  readonly year: number | null;
  /** −1 for 上年, 0 for 本年, where the header names no year. */
  readonly yearOffset: number | null;
  readonly phase: "budget" | "final" | null;
  readonly unit: string | null;
}

export interface BaseHeader {
  readonly top: number;
  readonly bottom: number;
  /** The text over the labels: 财政供养人员情况. */
  readonly heading: string | null;
  readonly columns: readonly BaseColumn[];
  /** Of a list of names and numbers: where the names and their units stand. */
  readonly list?: { readonly label: number; readonly unit: number | null };
}

const PHASE = /(?:预算|决算|执行|实际支出|支出)(?:安排|批复)?(?:数|金额|额|总额)?$/;
const STAFF_PLAN = /编制(?:数|人数|总数)?$/;
const STAFF_REAL = /(?:在职|实有|在编|实际)(?:在职|在编|在岗)?(?:人员)?(?:人数|数|总数)?$/;

/**
 * A base-data header says of its columns which year's budget or account they hold, or how many posts there are and how
 * many of them are filled (SPEC R13). Two such columns make a header: one alone may be any table's.
 */
export function baseHeaderAt(grid: SheetGrid, row: number): BaseHeader | null {
  const cells = grid.cellsIn(row);
  if (cells.length < 2 || cells.some((cell) => typeof cell.value === "number")) return null;
  const columns = cells.map((cell) => baseColumn(cell.column, headerText(grid, cell)));
  if (!headBaseData(columns)) return null;
  const [first] = cells;
  const isLabel = first !== undefined && !isQuantity(columns[0]);
  const top = isGrouped(grid, cells) ? row - 1 : row;
  return {
    top,
    bottom: row,
    heading: isLabel ? unspaced(textOf(first.value)) : null,
    columns: (isLabel ? columns.slice(1) : columns).filter((each) => !/^(?:备注|说明|情况说明|注)$/.test(each.name)),
  };
}

/** Two years or phases, or posts beside staff: one such column alone may be any table's. */
function headBaseData(columns: readonly BaseColumn[]): boolean {
  const dated = columns.filter(isDated);
  return dated.length >= 2 || (columns.some(isStaffPlan) && columns.some(isStaffReal));
}

const isDated = ({ phase, year, yearOffset }: BaseColumn): boolean =>
  phase !== null && (year !== null || yearOffset !== null);
const isStaffPlan = ({ name }: BaseColumn): boolean => STAFF_PLAN.test(name);
const isStaffReal = ({ name }: BaseColumn): boolean => STAFF_REAL.test(name) && /人|编/.test(name);

/** The heads of base data that follow each other in a row, among other heads. */
export function baseRunsIn(grid: SheetGrid, row: number): readonly (readonly GridCell[])[] {
  const runs: { readonly cell: GridCell; readonly column: BaseColumn }[][] = [[]];
  for (const cell of grid.cellsIn(row)) {
    const column = typeof cell.value === "string" ? baseColumn(cell.column, headerText(grid, cell)) : null;
    if (column && (isDated(column) || isStaffPlan(column) || isStaffReal(column))) runs[runs.length - 1]?.push({ cell, column });
    else runs.push([]);
  }
  return runs.filter((run) => headBaseData(run.map(({ column }) => column))).map((run) => run.map(({ cell }) => cell));
} // prettier-ignore

const isQuantity = (column: BaseColumn | undefined): boolean =>
  column !== undefined && (column.phase !== null || STAFF_PLAN.test(column.name) || STAFF_REAL.test(column.name));

/** 2018年 merged over 预算数 and 决算数 dates both. */
function headerText(grid: SheetGrid, cell: GridCell): string {
  const text = compact(textOf(cell.value));
  const above = cell.row === 0 ? null : grid.shown(cell.row - 1, cell.column);
  const group = above && lastColumn(above) > above.column ? compact(textOf(above.value)) : "";
  return /^(?:预算|决算|执行|支出)/.test(text) && /^(?:20\d{2}年?度?|上年度?|本年度?)$/.test(group)
    ? group + text
    : text;
}

const isGrouped = (grid: SheetGrid, cells: readonly GridCell[]): boolean =>
  cells.some((cell) => headerText(grid, cell) !== compact(textOf(cell.value)));

function baseColumn(column: number, header: string): BaseColumn {
  const text = header.replace(/[([]([^()[\]]*)[)\]]/g, "");
  const year = /(20\d{2})年?度?/.exec(text);
  const offset = /上年|上一年|去年/.test(text) ? -1 : /本年|当年|今年/.test(text) ? 0 : null;
  const phase = PHASE.exec(text)?.[0] ?? null;
  const name = text.replace(/20\d{2}年?度?|(?:上一?|本|当|去|今)年度?/g, "").replace(phase ?? "", "");
  return {
    column,
    header,
    name,
    year: year ? Number(year[1]) : null,
    yearOffset: year ? null : offset,
    phase: phase === null ? null : phase.startsWith("预算") ? "budget" : "final",
    unit: unitInBrackets(header) ?? (/人数$|编制数?$/.test(text) ? "人" : null),
  };
}

const UNIT_BRACKET = new RegExp(`[([](?:单位:?)?(?:人民币)?(${BASE_UNIT}|%)[)\\]]`);

export const unitInBrackets = (text: string): string | null =>
  UNIT_BRACKET.exec(canonical(text).replaceAll(" ", ""))?.[1] ?? null;

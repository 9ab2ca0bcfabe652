import { highest, lowest } from "../../workbook/long-lists";
import type { FundingBlock, FundingColumn, FundingRow } from "../../model/scoring-table";
import { lastColumn, textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import { isBlank } from "../cells/stated-number";
import { isMoneySource, moneyRole } from "../words/funding-words";
import { fundingCells, isMoneyCell, MONEY, moneyUnit } from "./funding-cells";
import { otherRole } from "./funding-header";

/**
 * The block turned over: sources of money in columns (年度资金总额 | 财政拨款 | 其他资金), and below them a row for each of
 * 年初预算数, 全年预算数, 全年执行数, 执行率 (SPEC R12).
 */
export function readFundingAcross(grid: SheetGrid, row: number): FundingBlock | null {
  const sources = grid.cellsIn(row).filter((cell) => typeof cell.value === "string" && isMoneySource(cell.value) && !isCorner(grid, cell));
  const rows = figureRows(grid, row, sources);
  const columns = sources.filter((cell) => rows.some((each) => each.label.column < cell.column));
  const heading = columns.length === sources.length ? sources : columns;
  const money = rows.filter(({ role }) => MONEY.includes(role));
  if (heading.length < 2 || money.length < 2 || new Set(rows.map(({ role }) => role)).size < rows.length) return null;
  const heads = [...grid.cellsIn(row), ...rows.map(({ label }) => label)];
  const amounts = money.flatMap((each) => heading.map(({ column }) => grid.shown(each.row, column)));
  const unit = moneyUnit(grid, row, heads, amounts);
  const read = heading.map((cell): FundingRow => {
    const places = Object.fromEntries(rows.map((each) => [each.role, { row: each.row, column: cell.column }]));
    return { row, label: textOf(cell.value).replace(/\s/g, ""), cells: fundingCells(grid, places, unit) };
  });
  const beside = figuresBeside(grid, row, rows, heading);
  const named = read.find(({ label }) => TOTAL.test(label)) ?? null;
  const total = named ? withFigures(named, beside) : totalOf(grid, row, beside);
  return {
    range: {
      top: row,
      bottom: highest(rows.map((each) => each.row)),
      left: lowest(heads.map(({ column }) => column)),
      right: highest([...heading.map(lastColumn), ...Object.values(beside).map(({ at }) => at.column)]),
    },
    moneyUnit: unit,
    total: total && withShared(read, total),
    parts: read.filter((each) => each !== named),
    columns: total ? Object.fromEntries(Object.entries(total.cells).map(([role, cell]) => [role, cell.at.column])) : {},
  };
} // prettier-ignore

/** 项目资金 above 全年预算数, 全年执行数 heads the labels and is no source of money. */
function isCorner(grid: SheetGrid, { row, column }: GridCell): boolean {
  const below = grid.shown(row + 1, column);
  return below !== null && typeof below.value === "string" && roleOf(below) !== null;
}

const TOTAL = /^(?!其中).*(?:总额|合计|总计|小计|总量)(?:\(.*\))?[:：]?$/;

/** 分值 | 执行率 | 得分 behind the sources, each with its one figure in one of the rows below. */
function figuresBeside(grid: SheetGrid, row: number, rows: readonly FigureRow[], heading: readonly GridCell[]): FundingRow["cells"] {
  const last = highest(heading.map(({ column }) => column));
  const places = grid.cellsIn(row).flatMap((head) => {
    const role = head.column > last ? otherRole(textOf(head.value)) : null;
    const filled = rows.find((each) => grid.shown(each.row, head.column) !== null) ?? rows[0];
    return role !== null && filled ? [[role, { row: grid.shown(filled.row, head.column)?.row ?? filled.row, column: head.column }] as const] : [];
  });
  return fundingCells(grid, Object.fromEntries(places), null);
} // prettier-ignore

/** What stands beside all sources is the block's, where the source that is their total leaves it out. */
const withFigures = (total: FundingRow, beside: FundingRow["cells"]): FundingRow => ({
  ...total,
  cells: { ...beside, ...total.cells },
});

/** No source is the total: the block has its mark and score, and no figures of its own (SPEC R12). */
function totalOf(grid: SheetGrid, row: number, beside: FundingRow["cells"]): FundingRow | null {
  if (Object.keys(beside).length === 0) return null;
  const [first] = grid.cellsIn(row);
  return { row, label: first ? textOf(first.value).replace(/\s/g, "") : "", cells: beside };
}

interface FigureRow {
  readonly row: number;
  readonly role: FundingColumn;
  readonly label: GridCell;
}

/** The rows below, as long as each is named as a figure of the block and holds nothing but figures; beside them may stand a reason. */
function figureRows(grid: SheetGrid, top: number, sources: readonly GridCell[]): readonly FigureRow[] {
  const left = sources[0]?.column ?? 0;
  const beside = grid.cellsIn(top).find((cell) => cell.column > left && otherRole(textOf(cell.value)) === "reason")?.column ?? Infinity;
  const rows: FigureRow[] = [];
  for (let row = top + 1; row <= top + LONGEST; row++) {
    const label = grid.cellsIn(row).findLast((cell) => cell.column < left && typeof cell.value === "string" && roleOf(cell) !== null);
    const role = label && roleOf(label);
    const figures = grid.cellsIn(row).filter((cell) => cell.column >= left && cell.column !== beside);
    if (!label || !role || (MONEY.includes(role) && !figures.every(isMoneyCell))) break;
    rows.push({ row, role, label });
  }
  return rows;
} // prettier-ignore

const LONGEST = 10;

const roleOf = ({ value }: GridCell): FundingColumn | null => moneyRole(textOf(value)) ?? otherRole(textOf(value));

/** A mark or score written once, under whichever source, is the block's. */
function withShared(rows: readonly FundingRow[], total: FundingRow): FundingRow {
  const shared = (["fullMark", "score", "rate"] as const).flatMap((role) => {
    const own = total.cells[role];
    const filled = rows.flatMap(({ cells }) => (cells[role] && !isBlank(cells[role].raw) ? [cells[role]] : []));
    const [only] = filled;
    return own && isBlank(own.raw) && only && filled.length === 1 && role !== "rate" ? [[role, only] as const] : [];
  });
  return { ...total, cells: { ...total.cells, ...Object.fromEntries(shared) } };
}

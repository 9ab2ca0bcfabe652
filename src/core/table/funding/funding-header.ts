import { highest } from "../../workbook/long-lists";
import { compact, isBlankText } from "../../model/text";
import type { FundingColumn } from "../../model/scoring-table";
import { lastColumn, lastRow, textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import { isMoneySource, isOutright, moneyRole } from "../words/funding-words";
import { readHeader } from "../words/header-role";
import { isPlaceholder } from "../words/name-text";
import { append } from "../../workbook/lists-by-key";

/** One column of a funding block: what it holds and, where sources of money stand in columns, of which source. */
interface FundingHead {
  readonly cell: GridCell;
  readonly role: FundingColumn;
  /** 财政拨款 below or beside 全年预算数; null for the figure of all sources. */
  readonly source: string | null;
  readonly column: number;
}

export interface FundingHeader {
  readonly top: number;
  readonly bottom: number;
  readonly heads: readonly FundingHead[];
  /** Heads that may equally well be meant; their role is left out (SPEC R3). */
  readonly disputes: readonly (readonly FundingHead[])[];
}

/** Two columns of money; one is enough beside a rate and a mark or score. */
export function isFundingHead(cells: readonly GridCell[]): boolean {
  const money = cells.filter(({ value }) => typeof value === "string" && moneyRole(value) !== null).length;
  if (money !== 1) return money >= 2;
  const others = cells.map(({ value }) => otherRole(textOf(value)));
  const names = cells.some(({ value }) => readHeader(textOf(value).slice(0, 40))?.role === "level");
  return !names && others.includes("rate") && (others.includes("fullMark") || others.includes("score"));
}

/** 预算执行进度（%）, 支付进度: the rate by another name. */
const PROGRESS = /^(?:预算|资金)?(?:执行|支出|支付|使用)(?:进度|比例|比率)$/;

export function otherRole(text: string): FundingColumn | null {
  if (text.length <= 30 && PROGRESS.test(compact(text).replace(/\([^()]*\)$/, ""))) return "rate";
  const role = text.length > 30 ? undefined : readHeader(text)?.role;
  return role === "fullMark" || role === "rate" || role === "score" || role === "reason" ? role : null;
}

/** The columns that a header row names, with the row below it where that parts them. */
export function fundingHeader(grid: SheetGrid, row: number): FundingHeader {
  const parted = grid.cellsIn(row).some((cell) => partsOf(grid, cell).length > 0);
  const found = grid.cellsIn(row).flatMap((cell): readonly FundingHead[] => {
    const parts = partsOf(grid, cell);
    return parts.length > 0 ? parts : headOf(grid, cell);
  });
  const merged = grid.cellsIn(row).filter((cell) => otherRole(textOf(cell.value)) !== null && cell.merge).map(lastRow);
  const heads = withSources(grid, row, found);
  const byRole = groups(grid, parted ? row + 1 : row, heads);
  return {
    top: row,
    bottom: highest([parted ? row + 1 : row, ...merged.filter((bottom) => bottom === row + 1)]),
    heads: byRole.flatMap((group) => (group.length === 1 ? group : [])).sort((a, b) => a.column - b.column),
    disputes: byRole.filter((group) => group.length > 1),
  };
} // prettier-ignore

function headOf(grid: SheetGrid, cell: GridCell): readonly FundingHead[] {
  const text = textOf(cell.value);
  const role = moneyRole(text) ?? otherRole(text);
  // below the head of the reasons words are what belongs there
  return role === null || (role !== "reason" && holdsLabels(grid, cell))
    ? []
    : [{ cell, role, source: null, column: cell.column }];
}

/** 财政拨款 | 其他资金 below 全年预算数, or 年初 | 调整后 below 预算数. */
function partsOf(grid: SheetGrid, head: GridCell): readonly FundingHead[] {
  const above = textOf(head.value);
  const right = lastColumn(head);
  if (right === head.column || typeof head.value !== "string") return [];
  const below = grid.cellsIn(head.row + 1).filter((cell) => cell.column >= head.column && cell.column <= right);
  const parts = below.flatMap((cell): readonly FundingHead[] => {
    if (typeof cell.value !== "string" || isPlaceholder(cell.value)) return [];
    const own = moneyRole(cell.value) ?? (isMoneySource(cell.value) ? null : moneyRole(cell.value + above));
    if (own !== null) return [{ cell, role: own, source: null, column: cell.column }];
    const role = moneyRole(above);
    return role !== null && isMoneySource(cell.value) ? [{ cell, role, source: sourceOf(cell.value), column: cell.column }] : [];
  });
  return parts.length === below.length && parts.length >= 2 ? parts : [];
} // prettier-ignore

/** Behind a money column, 其中：财政拨款 | 其他资金 are its parts. */
function withSources(grid: SheetGrid, row: number, heads: readonly FundingHead[]): readonly FundingHead[] {
  const taken = new Set(heads.map((head) => head.cell));
  let role: FundingColumn | null = null;
  const sources: FundingHead[] = [];
  for (const cell of grid.cellsIn(row)) {
    const head = heads.find((each) => each.cell === cell);
    if (head) role = moneyRole(textOf(cell.value));
    if (taken.has(cell) || role === null || typeof cell.value !== "string" || !isMoneySource(cell.value)) continue;
    sources.push({ cell, role, source: sourceOf(cell.value), column: cell.column });
  }
  // 结余 behind 执行数 is none of its parts: the same sources stand behind each money column, or the first says 其中
  const isRepeated = (head: FundingHead): boolean =>
    sources.some((each) => each.role !== head.role && each.source === head.source);
  const among = new Set(sources.flatMap(({ role, source }) => (source?.startsWith("其中") ? [role] : [])));
  return [...heads, ...sources.filter((head) => isRepeated(head) || among.has(head.role))];
}

const TOTAL_SOURCE = /^(?:小计|合计|总计|总额|资金总额|年度资金总额|资金合计)[:：]?$/;

const sourceOf = (text: string): string | null =>
  TOTAL_SOURCE.test(text.replace(/\s/g, "")) ? null : text.replace(/\s/g, "");

/** 年度预算数 may also head the column in which the sources of money are named. */
function holdsLabels(grid: SheetGrid, head: GridCell): boolean {
  const below = grid.shown(head.row + 1, head.column);
  return below?.row === head.row + 1 && typeof below.value === "string" && isWords(below.value);
}

const isWords = (text: string): boolean => /[\u4e00-\u9fff]{2}/.test(text) && !/[\d０-９]/.test(text);

/**
 * The heads by role and source. Of two, the one that a person named counts; else the one that says so outright (全年预算数
 * beside 预算数), or the only one that holds something, or the first of two with the same figures. Where none of these
 * decides they stay together, and neither is taken.
 */
function groups(grid: SheetGrid, bottom: number, heads: readonly FundingHead[]): readonly (readonly FundingHead[])[] {
  const byKey = new Map<string, FundingHead[]>();
  for (const head of heads) append(byKey, `${head.role}\n${head.source ?? ""}`, head);
  return [...byKey.values()].map((group) => {
    const outright = group.filter(({ cell }) => isOutright(textOf(cell.value)));
    const said = group.filter(({ cell }) => grid.isSaid(cell));
    const plain = [said, outright].find((some) => some.length > 0) ?? group;
    const below = (head: FundingHead): string =>
      [1, 2, 3, 4].map((step) => grid.text(bottom + step, head.column)).join("\n");
    const filled = plain.filter((head) => !isBlankText(below(head)));
    const [first] = filled;
    if (!first || first.role === "reason") return plain.slice(0, 1);
    return filled.every((head) => below(head) === below(first)) ? [first] : filled;
  });
}

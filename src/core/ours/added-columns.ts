import { keptWith } from "../workbook/kept-with";
import { append } from "../workbook/lists-by-key";
import { MAX_COLUMNS, type Rect } from "../workbook/address";
import { exactFromDouble } from "../model/exact";
import type { SheetView } from "../workbook/sheet-view";
import type { ScoringTable, TableColumn } from "../model/scoring-table";
import type { Tag } from "./tags";

/** The columns that Pinghe adds beside a table, in this order where all are new. */
const ADDED_COLUMNS = [
  "path",
  "link",
  "fullMark",
  "rate",
  "recomputed",
  "difference",
  "conclusion",
  "reason",
  "indicator",
  "target",
  "actual",
  "deviation",
  "unsaid",
  "basis",
] as const;
export type AddedColumn = (typeof ADDED_COLUMNS)[number];

export const ADDED_HEADERS: Readonly<Record<AddedColumn, string>> = {
  /** Only on the sheet 核验计算, where the rows do not stand beside the table's. */
  path: "指标",
  link: "位置",
  fullMark: "满分",
  rate: "计算值",
  recomputed: "复算分",
  difference: "差异",
  conclusion: "核验结论",
  reason: "扣分原因",
  /** The name that the row had when it was planned; a row that was moved without ours is told by it. */
  indicator: "核对指标",
  /** Target and actual value as numbers of one scale: what the formulas beside them read, so that these stay short. */
  target: "折算目标值",
  actual: "折算完成值",
  /** Only where a pack deducts for it: actual by target, less one. */
  deviation: "偏离目标",
  /** Whether the words in the reason's cell explain nothing. */
  unsaid: "核对原因",
  /** Blank as long as the row, its rule and its inputs are those that it was planned from; else what has changed. */
  basis: "核对依据",
};

export const ADDED_WIDTHS: Readonly<Record<AddedColumn, number>> = {
  path: 36,
  link: 8,
  fullMark: 8,
  rate: 11,
  recomputed: 10,
  difference: 9,
  conclusion: 28,
  reason: 32,
  indicator: 18,
  target: 11,
  actual: 11,
  deviation: 9,
  unsaid: 9,
  basis: 18,
};

/** The helper columns that only some tables need. */
export type HelperColumn = "target" | "actual" | "deviation";

/**
 * Which columns a table needs. `elsewhere`: on a sheet of their own; `reasons`: the table has no reason column of its
 * own, or a person's words stand in ours; `helpers`: those that its formulas read.
 */
export function neededColumns(
  table: ScoringTable,
  view: SheetView,
  elsewhere: boolean,
  reasons: boolean,
  helpers: ReadonlySet<HelperColumn>,
): readonly AddedColumn[] {
  const needed: Readonly<Record<AddedColumn, boolean>> = {
    path: elsewhere,
    link: elsewhere,
    // On a sheet of its own, sums by rows need the marks beside the scores.
    fullMark:
      (elsewhere || tableMarkColumn(table, view) === null) &&
      table.indicators.some((indicator) => indicator.fullMark !== null),
    rate: true,
    recomputed: true,
    difference: tableColumn(table, "score") !== null,
    conclusion: true,
    reason: reasons,
    indicator: true,
    target: helpers.has("target"),
    actual: helpers.has("actual"),
    deviation: helpers.has("deviation"),
    unsaid: tableColumn(table, "score") !== null,
    basis: true,
  };
  return ADDED_COLUMNS.filter((column) => needed[column]);
}

export const tableColumn = (table: ScoringTable, role: TableColumn["role"]): number | null =>
  table.columns.find((column) => column.role === role)?.column ?? null;

/**
 * The table's own column in which every mark stands as a number of its own row; null where marks stand in names,
 * in several columns, as text, or as a share (20% for a mark of 20), so that no formula can read them.
 */
export function tableMarkColumn(table: ScoringTable, view: SheetView): number | null {
  let found: number | null = null;
  for (const { fullMark, row } of table.indicators) {
    if (!fullMark) continue;
    const { at, number } = fullMark;
    const value = view.value(at.row, at.column);
    const says = typeof value === "number" && exactFromDouble(value).equals(number);
    const usable = says && !fullMark.embedded && !fullMark.asText && at.row === row;
    if (!usable || (found !== null && found !== fullMark.at.column)) return null;
    found = fullMark.at.column;
  }
  return found;
}

export type ColumnPositions = Readonly<Partial<Record<AddedColumn, number>>>;

/** Where our columns of an earlier run stand beside the table: told by their tags, whatever table number these bear. */
export function presentColumns(tags: readonly Tag[], sheet: string, rows: Rect): ColumnPositions {
  const found: Partial<Record<AddedColumn, number>> = {};
  for (const { column, rect, scope } of columnTags(tags).get(sheet) ?? []) {
    if (rect.top > rows.bottom || rect.bottom < rows.top) continue;
    // A copied sheet has marks of its own, which are truer for it than the workbook's.
    if (found[column] === undefined || scope === sheet) found[column] = rect.left;
  }
  return found;
}

interface ColumnTag {
  readonly column: AddedColumn;
  readonly rect: Rect;
  readonly scope: string | null;
}

/** By sheet, the tags of our columns on it. */
const columnTags = keptWith((tags: readonly Tag[]): ReadonlyMap<string, readonly ColumnTag[]> => {
  const bySheet = new Map<string, ColumnTag[]>();
  for (const { part, area, defined } of tags) {
    const column = ADDED_COLUMNS.find((candidate) => candidate === part);
    if (!column || !area || area.rect.left !== area.rect.right) continue;
    append(bySheet, area.sheet, { column, rect: area.rect, scope: defined.scope });
  }
  return bySheet;
});

/**
 * First free columns beyond everything that stands in the table's rows and beyond the print area; columns that are
 * there already keep their places. Null where the sheet has no room to the right.
 */
export function placeColumns(
  needed: readonly AddedColumn[],
  present: ColumnPositions,
  firstFree: () => number | null,
): ColumnPositions | null {
  const placed: Partial<Record<AddedColumn, number>> = {};
  const isThere = needed.every((column) => present[column] !== undefined);
  let next = isThere ? 0 : firstFree();
  if (next === null) return null;
  for (const column of needed) placed[column] = present[column] ?? next++;
  return next <= MAX_COLUMNS ? placed : null;
}

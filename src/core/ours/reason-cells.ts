import type { CellAddress } from "../workbook/address";
import type { ScoringTable } from "../model/scoring-table";
import { sheetViews } from "../workbook/sheet-view";
import type { CellScalar, WorkbookSnapshot } from "../workbook/snapshot";
import { presentColumns, type HelperColumn } from "./added-columns";
import { readOurs } from "./read-ours";
import type { CellContent } from "../workbook/write-plan";
import { placedReasons } from "./placed-reasons";
import { placeTable } from "./placement";

export interface OurReason {
  readonly at: CellAddress;
  /** What is left of it where text in it is struck through. */
  readonly raw: CellScalar;
  readonly struck: boolean;
}

/**
 * Our cell 扣分原因 of every indicator, filled or blank; empty where the table has no such column of ours. A text whose
 * row moved away counts for its indicator; a cell whose text can not be placed belongs to none.
 */
export function reasonCells(book: WorkbookSnapshot, table: ScoringTable): ReadonlyMap<number, OurReason> {
  const reasons = new Map<number, OurReason>();
  const { tags } = readOurs(book);
  const views = sheetViews(book);
  const view = views.get(table.sheet);
  if (!view || tags.length === 0) return reasons;
  const calculationSheet = tags.find(({ group, part }) => group === "sheet" && part === "calculation")?.area?.sheet;
  const around = {
    tags,
    calculationSheet: calculationSheet ?? "",
    taken: new Map(),
    read: new Map(),
    helpers: new Set<HelperColumn>(),
  };
  const placement = placeTable(table, view, around);
  const { beside, reasonArea, rowOf } = placement;
  const isPresent = beside ? presentColumns(tags, table.sheet, table.range).reason !== undefined : true;
  const ours = reasonArea && views.get(reasonArea.sheet);
  if (!ours || !isPresent) return reasons;
  const { rewritten, displaced } = placedReasons(placement, view, ours);
  const stuck = new Set(displaced.map(({ at }) => at.row));
  const column = reasonArea.rect.left;
  table.indicators.forEach((_, index) => {
    const row = rowOf(index);
    const moved = rewritten.get(row);
    const unstruck = moved ? undefined : ours.cell(row, column)?.unstruck;
    const raw = moved ? scalarOf(moved) : unstruck === undefined ? ours.value(row, column) : unstruck || null;
    if (!stuck.has(row))
      reasons.set(index, { at: { sheet: ours.sheet.name, row, column }, raw, struck: unstruck !== undefined });
  });
  return reasons;
}

/**
 * The table with our column 扣分原因 as the reason column that it lacks; the same table where it has none of ours. A unit
 * that gives its reasons under 备注 goes on there: beside remarks a cell of ours counts once something is typed in it.
 * Reasons on the sheet 核验计算 are placed at the score they explain.
 */
export function withOurReasons(book: WorkbookSnapshot, table: ScoringTable): ScoringTable {
  const cells = reasonCells(book, table);
  if (cells.size === 0) return table;
  const hasRemarks = table.indicators.some(({ remark }) => (remark?.raw ?? null) !== null);
  const indicators = table.indicators.map((indicator, index) => {
    const ours = cells.get(index);
    if (indicator.reason || !ours || (hasRemarks && ours.raw === null)) return indicator;
    const at = ours.at.sheet === table.sheet ? ours.at : (indicator.score?.at ?? indicator.nameAt);
    const reason = {
      at,
      raw: ours.raw,
      formula: null,
      merged: null,
      stated: null,
      ...(ours.struck && { struck: true as const }),
    };
    return { ...indicator, reason };
  });
  return { ...table, indicators };
}

const scalarOf = (content: CellContent): CellScalar =>
  content.type === "text" ? content.text : content.type === "number" ? content.number : null;

import { placeKey, type CellPosition } from "../workbook/address";
import type { Quantity } from "../model/quantity";
import type { Indicator, ScoringTable } from "../model/scoring-table";
import { sheetViews, type SheetView } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { Review } from "../review.types";
import { expectationOf } from "../workbook/cell-content";
import type { Guard } from "../workbook/write-plan";

/** Every header, name, mark, score and input cell that the plan relied on, with what was read there (SPEC P4). */
export function guardsFor(book: WorkbookSnapshot, review: Review): readonly Guard[] {
  const collector = new GuardCollector(book);
  for (const { table, indicators, funding } of review.tables) {
    collectTable(collector, table);
    // What the form prints for all rows, or for its funding block, stands outside the rows, and may stand on another sheet.
    for (const { printedAt } of [...indicators, { rule: funding?.rule }].flatMap(({ rule }) => rule ?? []))
      if (printedAt) collector.add(printedAt.sheet, printedAt);
  }
  for (const { source } of review.quantities) collectSource(collector, source);
  return collector.guards;
}

class GuardCollector {
  readonly guards: Guard[] = [];
  private readonly views: ReadonlyMap<string, SheetView>;
  private readonly seen = new Map<string, Set<number>>();

  constructor(book: WorkbookSnapshot) {
    this.views = sheetViews(book);
  }

  add(sheet: string, at: CellPosition | null | undefined): void {
    const view = this.views.get(sheet);
    if (!at || !view) return;
    const seen = this.seen.get(sheet) ?? new Set<number>();
    this.seen.set(sheet, seen);
    const key = placeKey(at);
    if (seen.has(key)) return;
    seen.add(key);
    const { row, column } = at;
    this.guards.push({ at: { sheet, row, column }, expect: expectationOf(view.cell(row, column)) });
  }
}

function collectTable(collector: GuardCollector, table: ScoringTable): void {
  const { sheet } = table;
  for (const row of table.headerRows) for (const { column } of table.columns) collector.add(sheet, { row, column });
  for (const indicator of table.indicators) for (const at of reliedOn(indicator)) collector.add(sheet, at);
  for (const level of table.levels) {
    collector.add(sheet, level.at);
    collector.add(sheet, level.statedMark?.at);
  }
  for (const { score, fullMark } of table.totalRows) {
    collector.add(sheet, score?.at);
    collector.add(sheet, fullMark?.at);
  }
  const { funding } = table;
  for (const row of funding ? [...(funding.total ? [funding.total] : []), ...funding.parts] : []) {
    for (const [role, cell] of Object.entries(row.cells)) if (role !== "reason") collector.add(sheet, cell.at);
  }
}

/** Reasons, opinions and remarks are a person's to change; nothing planned depends on them. */
const reliedOn = (indicator: Indicator): readonly (CellPosition | null | undefined)[] => [
  indicator.nameAt,
  indicator.fullMark?.at,
  indicator.score?.at,
  indicator.target?.at,
  indicator.targetOperator?.at,
  indicator.unit?.at,
  indicator.actual?.at,
  indicator.rateCell?.at,
  indicator.standard?.at,
  indicator.explanation?.at,
  indicator.description?.at,
];

function collectSource(collector: GuardCollector, source: Quantity["source"]): void {
  if (source && source.from !== "inputs") collector.add(source.at.sheet, source.at);
}

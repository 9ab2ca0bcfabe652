import type { Language } from "../findings/catalogue";
import { BASE_SHEET, BASE_SHEET_OTHERWISE } from "../ours/base-sheet";
import type { CellRoleChoice } from "../ours/cell-roles";
import type { InputGiver } from "../ours/input-note";
import { CALCULATION_SHEET, CALCULATION_SHEET_OTHERWISE, placeTable } from "../ours/placement";
import { presentColumns, type AddedColumn, type HelperColumn } from "../ours/added-columns";
import { readOurs } from "../ours/read-ours";
import { RECORD_SHEET } from "../ours/record-sheet";
import type { Review, TableReview } from "../review.types";
import { expectationOf } from "../workbook/cell-content";
import { pushAll } from "../workbook/long-lists";
import { sheetViews, type SheetView } from "../workbook/sheet-view";
import type { CellScalar, WorkbookSnapshot } from "../workbook/snapshot";
import type { Guard } from "../workbook/write-plan";
import { basePlan } from "./base/base-plan";
import { guardReasons } from "./columns/column-rules";
import { columnNames, draftPrintArea, titleCalculation } from "./columns/draft-tables";
import { readBeyond } from "./columns/read-beyond";
import { draftTable } from "./columns/table-draft";
import type { RecordPlace } from "./formulas/table-context";
import { guardedPlan, putBase, putRules } from "./plan-review";
import type { ReviewerChoice } from "./rules-draft";
import { claimAreas, NOTHING_LEFT } from "./steps/claimed-areas";
import { PlanDraft } from "./steps/plan-draft";
import type { PlanResult } from "./steps/plan-result";
import { textContent } from "./steps/wanted";
import { refused, wholePlan } from "./steps/whole-plan";

/**
 * A part of what `planReview` adds, so that what a person decides is kept in the workbook at once and the rest waits for
 * 写入 (SPEC P21). Nothing that stands is taken away, and `planReview` goes on from what stands then.
 */

/** 核验记录 is not written with a part, and no formula of a part reads it. */
const NOWHERE: RecordPlace = { sheet: RECORD_SHEET, top: 0, left: 0 };

const REASON_COLUMNS: readonly AddedColumn[] = ["path", "link", "reason", "indicator"];

/**
 * The column 扣分原因 for a table that has none, with the texts of some indicators (by their index), and 核对指标 beside it,
 * by which they follow their rows.
 */
export function planReasons(
  book: WorkbookSnapshot,
  review: Review,
  tableId: string,
  texts: ReadonlyMap<number, string>,
): PlanResult {
  const { tags, base } = readOurs(book);
  const views = sheetViews(book);
  const reviewed = review.tables.find(({ table }) => table.id === tableId);
  const view = reviewed && views.get(reviewed.table.sheet);
  if (!reviewed || !view) return refused();
  const draft = new PlanDraft(book, tags);
  const calculationSheet = draft.sheetFor("calculation", CALCULATION_SHEET, CALCULATION_SHEET_OTHERWISE);
  const placement = placeTable(reviewed.table, view, {
    tags,
    calculationSheet,
    taken: new Map(),
    read: readBeyond(book),
    helpers: new Set<HelperColumn>(),
    only: REASON_COLUMNS,
  });
  claimAreas(tags, [placement], draft.ours);
  const added = addedColumns(
    placement.columns,
    placement.beside ? presentColumns(tags, placement.sheet, placement.rows) : {},
  );
  const own = { ...placement, columns: added };
  const baseSheet = draft.sheetFor("baseData", BASE_SHEET, BASE_SHEET_OTHERWISE);
  const readable = base === "unreadable" ? null : base;
  const { placesFor } = basePlan({ book, review, base: readable, sheet: baseSheet, points: false });
  const sheet = draft.sheet(placement.sheet);
  if (!placement.beside) {
    draft.addSheet(placement.sheet, "calculation", reviewed.table.sheet);
    if (!views.has(placement.sheet)) titleCalculation(sheet);
  }
  const carried = { rewritten: reasonTexts(texts, own.rowOf), keptNames: new Map<number, CellScalar>(), displaced: [] };
  const places = placesFor(tableId);
  draftTable({
    review: reviewed,
    placement: own,
    view,
    draft: sheet,
    settings: review.settings,
    places,
    carried,
    record: NOWHERE,
  });
  guardReasonRows(reviewed, own.rowOf, own.columns.reason, sheet);
  pushAll(draft.names, columnNames(own));
  if (placement.beside) draftPrintArea(draft, [{ review: reviewed, view, placement: own }], 0, tags);
  return guardedPlan(book, review, draft, draft.steps(NOTHING_LEFT));
}

const addedColumns = (
  columns: Readonly<Partial<Record<AddedColumn, number>>>,
  present: Readonly<Partial<Record<AddedColumn, number>>>,
): Readonly<Partial<Record<AddedColumn, number>>> =>
  Object.fromEntries(Object.entries(columns).filter(([column]) => present[column as AddedColumn] === undefined));

const reasonTexts = (texts: ReadonlyMap<number, string>, rowOf: (index: number) => number) =>
  new Map([...texts].map(([index, text]) => [rowOf(index), textContent(text)] as const));

function guardReasonRows(
  { table }: TableReview,
  rowOf: (index: number) => number,
  column: number | undefined,
  sheet: Parameters<typeof guardReasons>[0],
): void {
  if (column === undefined || table.indicators.length === 0) return;
  const rows = table.indicators.map((_, index) => rowOf(index));
  const [top, bottom] = [rows.reduce((a, b) => Math.min(a, b)), rows.reduce((a, b) => Math.max(a, b))];
  guardReasons(sheet, { top, bottom, left: column, right: column });
}

/** The sheet 基础数据 as the review needs it, with the numbers that its inputs give. */
export function planBase(book: WorkbookSnapshot, review: Review, giver: InputGiver): PlanResult {
  const { tags, base } = readOurs(book);
  if (base === "unreadable") return refused();
  const draft = new PlanDraft(book, tags);
  claimAreas(tags, [], draft.ours);
  const sheet = draft.sheetFor("baseData", BASE_SHEET, BASE_SHEET_OTHERWISE);
  const inputs = basePlan({ book, review, base, sheet, points: false });
  putBase(draft, sheet, inputs, base, review, { lang: "zh", giver });
  return guardedPlan(book, review, draft, draft.steps(NOTHING_LEFT));
}

/** What a reviewer took, or set, into the sheet 规则 (SPEC M17). */
export function planRules(
  book: WorkbookSnapshot,
  review: Review,
  reviewer: ReviewerChoice,
  lang: Language,
): PlanResult {
  const ours = readOurs(book);
  const draft = new PlanDraft(book, ours.tags);
  claimAreas(ours.tags, [], draft.ours);
  putRules(draft, ours, review, { lang, reviewer });
  // What rules are chosen depends on no cell of the table; what a cell is depends on what stands in it.
  const views = sheetViews(book);
  const guards = (reviewer.cellRoles ?? []).flatMap((role) => guardRole(views, role));
  return wholePlan(book, { guards, steps: draft.steps(NOTHING_LEFT) }, draft);
}

function guardRole(views: ReadonlyMap<string, SheetView>, { sheet, areas: [area] }: CellRoleChoice): readonly Guard[] {
  const view = views.get(sheet);
  if (!view || !area) return [];
  const [row, column] = [area.top, area.left];
  return [{ at: { sheet, row, column }, expect: expectationOf(view.cell(row, column)) }];
}

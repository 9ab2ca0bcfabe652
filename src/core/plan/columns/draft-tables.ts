import { pushAll } from "../../workbook/long-lists";
import type { CarriedReasons } from "../../ours/carried-reasons";
import { formerWidthNames } from "../../ours/former-widths";
import { placedReasons } from "../../ours/placed-reasons";
import type { Placement } from "../../ours/placement";
import type { Tag } from "../../ours/tags";
import type { Settings } from "../../rules/setting-types";
import type { SheetView } from "../../workbook/sheet-view";
import { stateRows } from "../formulas/record-places";
import type { InputPlaces, RecordPlace, TableContext } from "../formulas/table-context";
import { LOOK } from "../steps/cell-styles";
import { areaTag } from "../steps/names-difference";
import type { PlanDraft } from "../steps/plan-draft";
import { textContent, type SheetDraft, type WantedName } from "../steps/wanted";
import { draftLooks } from "./column-rules";
import { fillTable } from "./fill-blank";
import { columnAreas, type PlacedTable } from "./place-tables";
import { planPrintArea } from "./print-area";
import { draftTable } from "./table-draft";

/** What all tables are drafted from. */
export interface TablesSource {
  readonly views: ReadonlyMap<string, SheetView>;
  readonly tags: readonly Tag[];
  readonly settings: Settings;
  /** Where the formulas of a table, by its id, find their inputs. */
  readonly placesFor: (table: string) => InputPlaces;
  /** Whether the unit's blank score and rate cells are filled. */
  readonly fillBlank: boolean;
  /** Where 核验记录 tells what the marks of the first table came to; the others follow below. */
  readonly record: RecordPlace;
}

/**
 * Our columns of every table, table by table, with the names, rules and print areas that belong to them. Names and steps
 * come in the order drafted here, so that the order is part of the plan.
 */
export function draftTables(
  draft: PlanDraft,
  placed: readonly PlacedTable[],
  source: TablesSource,
): readonly TableContext[] {
  let { record } = source;
  const firstElsewhere = placed.find(({ placement }) => !placement.beside);
  return placed.map((one, index) => {
    const { review, placement, view } = one;
    const sheet = draft.sheet(placement.sheet);
    const carried = carriedReasons(draft, one, source);
    const places = source.placesFor(review.table.id);
    const context: TableContext = {
      review,
      placement,
      view,
      draft: sheet,
      settings: source.settings,
      places,
      carried,
      record,
    };
    record = { ...record, top: stateRows(review, record).bottom + 2 };
    if (!placement.beside) draft.addSheet(placement.sheet, "calculation", review.table.sheet);
    const drafted = draftTable(context);
    if (one === firstElsewhere) titleCalculation(sheet);
    pushAll(draft.names, columnNames(placement));
    for (const name of formerWidthNames(placement, view, source.tags)) draft.names.push({ ...name, hidden: true });
    const looks = draftLooks(placement, view, sheet, source.tags);
    pushAll(draft.names, looks.names);
    pushAll(draft.findings, looks.findings);
    if (placement.beside) {
      const filled = fillTable(context, drafted, source.fillBlank, source.tags, draft.ours);
      pushAll(draft.names, filled.names);
      pushAll(draft.refusals, filled.refusals);
      draftPrintArea(draft, placed, index, source.tags);
    }
    return context;
  });
}

function carriedReasons(draft: PlanDraft, { placement, view }: PlacedTable, { views }: TablesSource): CarriedReasons {
  const { sheet } = placement;
  const carried = placedReasons(placement, view, views.get(sheet));
  if (carried.displaced.length > 0) draft.refusals.push({ kind: "reason-displaced", sheet, cells: carried.displaced });
  return carried;
}

export function titleCalculation(draft: SheetDraft): void {
  draft.put(0, 0, textContent("核验计算"), LOOK.title);
  const note = "原表受保护或右侧没有空列，评核的计算列放在本表；公式直接引用原表。";
  draft.put(1, 0, textContent(note), LOOK.note);
}

export const columnNames = ({ table, sheet, columns, rows }: Placement): readonly WantedName[] =>
  Object.entries(columns).map(([column, at]) =>
    areaTag(table.id, column, { sheet, rect: { ...rows, left: at, right: at } }),
  );

/** Once a sheet: it must not print the columns of any of its tables. */
export function draftPrintArea(
  draft: PlanDraft,
  placed: readonly PlacedTable[],
  index: number,
  tags: readonly Tag[],
): void {
  const one = placed[index];
  if (!one) return;
  const sheet = draft.sheet(one.placement.sheet);
  if (sheet.printArea !== undefined) return;
  const added = placed
    .filter(({ placement }) => placement.beside && placement.sheet === one.placement.sheet)
    .flatMap(({ placement }) => columnAreas(placement));
  const print = planPrintArea(one.view, added, tags, index + 1);
  if (!print.area || !print.name) return;
  sheet.printArea = print.area;
  draft.names.push(print.name);
}

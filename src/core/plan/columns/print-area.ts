import type { Rect } from "../../workbook/address";
import { AreaIndex } from "../../workbook/area-index";
import type { SheetView } from "../../workbook/sheet-view";
import type { Holder } from "../../workbook/snapshot";
import { TAG_PREFIX, type Tag, wrappedArea, wrappedReference } from "../../ours/tags";
import type { WantedName } from "../steps/wanted";

/**
 * The official page prints as before: where the sheet had no print area, it is set to what the sheet held before our
 * columns; one that the unit has stays as it is (SPEC P7).
 */
export interface PrintArea {
  readonly area: readonly Rect[] | null;
  readonly name: WantedName | null;
}

export function planPrintArea(
  view: SheetView,
  added: readonly Rect[],
  tags: readonly Tag[],
  ordinal: number,
): PrintArea {
  const { sheet } = view;
  const tag = printTag(tags, sheet.name);
  if (sheet.printArea && !tag) return { area: null, name: null };
  const unit = unitBounds(view, added, tag === null);
  const present = tag && sheet.printArea?.length === 1 ? sheet.printArea[0] : undefined;
  const area = present ? join(present, unit) : unit;
  return {
    area: [area],
    name: { name: `${TAG_PREFIX}print.area${ordinal}`, refersTo: wrappedReference(sheet.name, area), hidden: true },
  };
}

/** The tag of a print area that we set; its part of the name is ours alone. */
const printTag = (tags: readonly Tag[], sheet: string): Tag | null =>
  tags.find(({ group, defined }) => group === "print" && wrappedArea(defined.refersTo)?.sheet === sheet) ?? null;

function unitBounds(view: SheetView, added: readonly Rect[], withFormatted: boolean): Rect {
  const { sheet } = view;
  const ours = new AreaIndex(added);
  let bounds: Rect = { top: 0, left: 0, bottom: 0, right: 0 };
  for (const { row, column } of sheet.cells)
    if (!ours.at(row, column)) bounds = join(bounds, { top: 0, left: 0, bottom: row, right: column });
  for (const merge of sheet.merges) bounds = join(bounds, merge);
  // A seal or a chart beside the cells is printed too; blank cells with borders count before ours have any.
  for (const { by, area } of sheet.held ?? [])
    if (PRINTS.has(by) || (by === "frame" && withFormatted)) bounds = join(bounds, area);
  // Borders and fills without content print too; once our columns stand within the used range, it tells no longer.
  const { used } = sheet;
  return withFormatted && used && added.every((area) => area.left > used.right) ? join(bounds, used) : bounds;
}

const PRINTS: ReadonlySet<Holder> = new Set<Holder>(["drawing", "table", "pivot", "sparkline"]);

const join = (a: Rect, b: Rect): Rect => ({
  top: Math.min(a.top, b.top),
  left: Math.min(a.left, b.left),
  bottom: Math.max(a.bottom, b.bottom),
  right: Math.max(a.right, b.right),
});

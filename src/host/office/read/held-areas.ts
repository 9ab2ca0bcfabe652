import type { Rect } from "../../../core/workbook/address";
import { askRects, sizeOf } from "./areas";
import { WIDE, type SheetFacts } from "./sheet-facts";

/** With more areas than this a sheet is not sparse. */
const MANY_AREAS = 5_000;

/**
 * What is read of each sheet: its used range; of one that is very large, because of a lone cell far away, only the areas
 * that hold something, which Excel finds in one round trip. On a protected sheet Excel does not search.
 */
export async function findHeldAreas(
  context: Excel.RequestContext,
  sheets: readonly { readonly sheet: Excel.Worksheet; readonly facts: SheetFacts }[],
): Promise<readonly (readonly Rect[])[]> {
  const asked = sheets.map(({ sheet, facts }) => {
    const { area } = facts;
    const whole = area ? [area] : [];
    if (!area || sizeOf(area) <= WIDE || facts.protected) return { isAsked: false, answer: () => whole };
    const found = KINDS.map((kind) => askRects(sheet.getRange().getSpecialCellsOrNullObject(kind)));
    return {
      isAsked: true,
      answer: () => {
        const areas = found.flatMap((special) => special());
        return areas.length > MANY_AREAS ? whole : areas;
      },
    };
  });
  if (asked.some(({ isAsked }) => isAsked)) await context.sync();
  return asked.map(({ answer }) => answer());
}

const KINDS = ["Constants", "Formulas"] as const;

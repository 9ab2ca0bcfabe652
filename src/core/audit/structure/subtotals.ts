import { isInside, placeKey, type Rect } from "../../workbook/address";
import { addedAreas } from "./aggregates";
import { type LineCell, type SheetLines } from "./sheet-lines";

/** A sum that adds a sub-total and the numbers of which that is the sum. */
export interface CountedTwice {
  readonly cell: LineCell;
  readonly subtotals: readonly LineCell[];
}

/** Sums over sub-totals and their parts (SPEC G13); a sum that is halved afterwards is none of them. */
export function countedTwice(lines: SheetLines): readonly CountedTwice[] {
  const sums = lines.columns.flatMap(({ cells }) => cells.filter(({ formula }) => formula !== null));
  const added = new Map(sums.map((cell) => [placeKey(cell), ownAreas(cell)]));
  return sums.flatMap((cell) => {
    const areas = added.get(placeKey(cell));
    if (!areas || areas.length === 0) return [];
    const inside = sums.filter((one) => one !== cell && areas.some((area) => isInside(one, area)));
    const subtotals = inside.filter((one) => isSubtotalWithin(lines, added.get(placeKey(one)) ?? null, areas));
    return subtotals.length > 0 ? [{ cell, subtotals }] : [];
  });
}

/** The areas of its own sheet that a formula adds and nothing else; null for other formulas. */
function ownAreas({ formula }: LineCell): readonly Rect[] | null {
  const areas = formula?.meaning ? addedAreas(formula.meaning) : null;
  return areas?.every(({ sheet, whole }) => sheet === null && whole === null) ? areas.map(({ rect }) => rect) : null;
}

/** All that the sub-total adds, two numbers at least, is added again. */
function isSubtotalWithin(lines: SheetLines, parts: readonly Rect[] | null, areas: readonly Rect[]): boolean {
  if (!parts) return false;
  let numbers = 0;
  for (const { top, left, bottom, right } of parts) {
    if ((bottom - top + 1) * (right - left + 1) > 10_000) return false;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const cell = lines.at(row, column);
        if (typeof cell?.value !== "number") continue;
        if (!areas.some((area) => isInside(cell, area))) return false;
        numbers++;
      }
    }
  }
  return numbers >= 2;
}

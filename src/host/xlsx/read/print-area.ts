import type { Rect } from "../../../core/workbook/address";
import { readArea } from "./reference";

/**
 * The rectangles of a print area as its defined name spells them: 'Sheet'!$A$1:$F$31,'Sheet'!$A$40:$F$50.
 * Where it is anything else, a formula or a lost reference, there are no rectangles, but there is a print area.
 */
export function readPrintArea(refersTo: string): Rect[] {
  const areas = splitList(refersTo).map((part) => readArea(part.slice(part.lastIndexOf("!") + 1).trim()));
  return areas.every((area) => area !== null) ? areas : [];
}

/** Parts a list at its commas, not at those inside a quoted sheet name. */
function splitList(text: string): string[] {
  return text.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}

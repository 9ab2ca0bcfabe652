import { MAX_COLUMNS, MAX_ROWS, type Rect } from "../../../core/workbook/address";

/**
 * The cells under form controls and embedded objects of a legacy drawing (VML, [MS-OI29500] x:ClientData): check boxes,
 * buttons, drop-downs, pictures. The boxes of notes are left out: a note holds its cell, wherever its box opens.
 * Read as text, since programs write this part in no clean XML.
 */
export function heldByControls(vml: string): readonly Rect[] {
  return vml
    .split(/<(?:[\w-]+:)?ClientData\b/)
    .slice(1)
    .flatMap((object) => {
      const type = /\bObjectType\s*=\s*["'](\w+)["']/.exec(object)?.[1];
      const anchor = /<(?:[\w-]+:)?Anchor>([\d\s,]+)</.exec(object)?.[1];
      return type === undefined || type === "Note" || anchor === undefined ? [] : areaOf(anchor);
    });
}

/** Left column, pixels into it, top row, pixels, right column, pixels, bottom row, pixels; counted from 0. */
function areaOf(anchor: string): readonly Rect[] {
  const [left, , top, , right, intoRight, bottom, intoBottom] = anchor.split(",").map(Number);
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return [];
  if (!(left < MAX_COLUMNS && top < MAX_ROWS)) return [];
  // What ends at the edge of a cell does not lie over it.
  return [
    {
      top,
      left,
      bottom: Math.min(Math.max(top, intoBottom === 0 ? bottom - 1 : bottom), MAX_ROWS - 1),
      right: Math.min(Math.max(left, intoRight === 0 ? right - 1 : right), MAX_COLUMNS - 1),
    },
  ];
}

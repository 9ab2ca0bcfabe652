import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { sheetNamed } from "./difference";
import { taggedArea, type Tag } from "../../ours/tags";

/** The sheet of ours of that kind: the one of an earlier run, else the first of the names that the unit has not taken. */
export function sheetFor(
  book: WorkbookSnapshot,
  tags: readonly Tag[],
  part: string,
  names: readonly [string, string],
): string {
  const area = taggedArea(tags, "sheet", part);
  if (area) return area.sheet;
  const free = names.find((name) => !sheetNamed(book, name));
  for (let n = 2; ; n++) {
    const name = free ?? `${names[1]}${n}`;
    if (!sheetNamed(book, name)) return name;
  }
}

import { isInside } from "../../workbook/address";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { sheetNamed } from "./difference";
import { taggedArea, type Tag } from "../../ours/tags";
import type { PlanStep } from "../../workbook/write-plan";
import type { Refusal } from "./plan-result";

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

/** A protected sheet is never unprotected: the cells that would have to change are named instead. */
export function lockedCells(book: WorkbookSnapshot, steps: readonly PlanStep[]): readonly Refusal[] {
  return steps.flatMap((step): Refusal[] => {
    if (step.do !== "putCells") return [];
    const { sheet } = step;
    const snapshot = sheetNamed(book, sheet);
    if (!snapshot?.protected) return [];
    const locked = step.cells.filter((cell) => !snapshot.unlocked.some((area) => isInside(cell, area)));
    const cells = locked.map(({ row, column }) => ({ sheet, row, column }));
    return cells.length > 0 ? [{ kind: "sheet-protected", sheet, cells }] : [];
  });
}

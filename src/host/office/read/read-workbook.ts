import type { SheetSnapshot, Unseen, WorkbookSnapshot } from "../../../core/workbook/snapshot";
import type { ReadOptions } from "../../port";
import { isRemovedSheet, REMOVED_MARK } from "../removed-sheets";
import { findArrays, withArrays, type FoundArray } from "./arrays";
import { readBookFacts } from "./book-facts";
import { findHiddenParts, type HiddenParts } from "./hidden-parts";
import { findPinned, type Pinned } from "./pinned";
import { readContent, type SheetContent } from "./read-content";
import type { SheetFacts } from "./sheet-facts";
import { findStruck, withStruck, type StruckCells } from "./struck";
import { UnlockedAreas } from "./unlocked";
import { rulesOf, settleMixed, type ValidatedArea } from "./validations";

/** A workbook as read, and its sheets' names by the ids that events give. */
export interface ReadWorkbook {
  readonly snapshot: WorkbookSnapshot;
  readonly sheetNames: ReadonlyMap<string, string>;
}

/**
 * Reads the workbook: what it and its sheets are, then all cells; two round trips where the cells fit into one. More
 * cells come in blocks; mixed validations, hidden parts, array formulas, struck-through cells and what is pinned to cells
 * or lies over them take trips of their own where there are any. Nothing that
 * is called counts as a change that Excel could not undo, so reading leaves the user's undo list alone.
 */
export async function readWorkbook(context: Excel.RequestContext, options: ReadOptions): Promise<ReadWorkbook> {
  const facts = await readBookFacts(context);
  const present = facts.sheets.filter((sheet) => !isRemovedSheet(sheet));
  const content = await readContent(context, present, options);
  const validations = await settleMixed(context, content);
  const arrays = await findArrays(context, content);
  const hidden = await findHiddenParts(context, content);
  const struck = await findStruck(context, content);
  const pinned = await findPinned(context, present);
  const sheets = present.map((sheet, index) =>
    snapshotOf(sheet, {
      content: content[index],
      validations: validations[index] ?? [],
      arrays: arrays[index] ?? [],
      hidden: hidden[index] ?? NOTHING,
      isStruck: struck[index] ?? (() => false),
      pinned: pinned.sheets[index] ?? {},
    }),
  );
  const names = [...facts.names, ...present.flatMap((sheet) => sheet.names)].filter(
    ({ name }) => name !== REMOVED_MARK,
  );
  const { calculation, structureProtected, readOnly, precisionAsDisplayed } = facts;
  const unseen = [...unseenText(content, struck), ...pinned.unseen];
  return {
    snapshot: {
      sheets,
      names,
      calculation,
      // No API tells it.
      date1904: null,
      ...(precisionAsDisplayed && { precisionAsDisplayed }),
      structureProtected,
      ...(readOnly === true && { readOnly }),
      ...(unseen.length > 0 && { unseen }),
    },
    sheetNames: new Map(facts.sheets.map(({ id, name }) => [id, name])),
  };
}

/** Of a text struck through in part Excel tells no more than that. */
function unseenText(content: readonly SheetContent[], struck: readonly StruckCells[]): readonly Unseen[] {
  const isOpen = content.some(({ blocks }, index) =>
    blocks.some(({ cells }) => cells.some(({ row, column }) => struck[index]?.(row, column) === null)),
  );
  return isOpen ? ["struck"] : [];
}

const NOTHING: HiddenParts = { rows: [], columns: [] };

/** What the round trips brought of one sheet. */
interface SheetParts {
  readonly content: SheetContent | undefined;
  readonly validations: readonly ValidatedArea[];
  readonly arrays: readonly FoundArray[];
  readonly hidden: HiddenParts;
  readonly isStruck: StruckCells;
  readonly pinned: Pinned;
}

function snapshotOf(facts: SheetFacts, parts: SheetParts): SheetSnapshot {
  const { content, validations, arrays, hidden, isStruck, pinned } = parts;
  const { name, visibility, printArea } = facts;
  const blocks = content?.blocks ?? [];
  const read = blocks.flatMap((block) => block.cells).sort((a, b) => a.row - b.row || a.column - b.column);
  const cells = withStruck(withArrays(read, arrays), isStruck);
  const unlocked = new UnlockedAreas();
  for (const { block, locked } of blocks)
    for (const [r, row] of locked.entries()) unlocked.addRow(block.rect.top + r, block.rect.left, row);
  return {
    name,
    visibility,
    printArea,
    protected: facts.protected,
    unlocked: unlocked.finish(),
    used: usedRange(cells),
    cells,
    merges: content?.looks.merges ?? [],
    hiddenRows: hidden.rows,
    hiddenColumns: hidden.columns,
    validations: rulesOf(validations),
    conditionalFormats: content?.conditionalFormats ?? [],
    columnWidths: content?.looks.columnWidths ?? {},
    ...pinned,
  };
}

/** The box around the cells that hold something; they are in row order. */
function usedRange(cells: SheetSnapshot["cells"]): SheetSnapshot["used"] {
  const first = cells[0];
  const last = cells.at(-1);
  if (!first || !last) return null;
  let left = first.column;
  let right = first.column;
  for (const { column } of cells) {
    left = Math.min(left, column);
    right = Math.max(right, column);
  }
  return { top: first.row, left, bottom: last.row, right };
}

import type { WritePlan } from "../../../core/workbook/write-plan";
import { refuse } from "../../refused";
import { readBook, type ReadBook } from "../read/read-book";
import type { CellKey } from "../read/reference";
import { applyEdits } from "../xml/edits";
import { saveArchive } from "../zip/save";
import type { BookDraft } from "./book-draft";
import { PackagePatch } from "./package-patch";
import { PlanRun } from "./plan-run";
import { hasStaleChain } from "./calculation-chain";
import { firstMismatch } from "./read-back";
import { recalculate, type StoredValues } from "./recalculation";
import { refreshEdits } from "./refresh";
import { passOnSharedFormulas } from "./shared-masters";
import { locate } from "./sheet-layout";
import { patchSheet } from "./sheet-patch";
import { patchWorkbook, sheetIds, type AddedSheet } from "./workbook-patch";

export interface Written {
  readonly bytes: Uint8Array;
  readonly book: ReadBook;
  readonly cellsWritten: number;
  readonly inverse: WritePlan;
}

/**
 * The package with the plan carried out, read again and compared. Nothing is half done: either all of it stands in the
 * new package, or the plan is refused and there is none.
 */
export function writePlan(book: ReadBook, plan: WritePlan): Written {
  const run = new PlanRun(book, plan);
  run.refuseUnsound();
  const bytes = saveArchive(book.parts.archive, patchPackage(run.draft));
  const written = bytes === book.parts.archive.file ? book : readBook(bytes);
  const mismatch = firstMismatch(run.draft, written);
  if (mismatch !== null) refuse({ kind: "host-error", code: "read-back", detail: mismatch });
  const cellsWritten = plan.steps.reduce((sum, step) => sum + (step.do === "putCells" ? step.cells.length : 0), 0);
  return { bytes, book: written, cellsWritten, inverse: run.inverse };
}

function patchPackage(draft: BookDraft): ReadonlyMap<string, Uint8Array | null> {
  const { book } = draft;
  const patch = new PackagePatch(book);
  const stored = recalculate(draft);
  const added: AddedSheet[] = [];
  const nextId = sheetIds(draft);
  for (const slot of draft.liveSlots) {
    const { draft: sheet, entry } = slot;
    const values = stored.get(slot.name);
    if (!entry && sheet) {
      const relationshipId = patch.add(
        "worksheet",
        patch.freeSheetPart(),
        patchSheet(sheet, values?.written ?? new Map(), []),
      );
      added.push({ slot, relationshipId, sheetId: nextId() });
    } else patchExisting(draft, patch, slot.name, values);
  }
  for (const { removed, entry } of draft.slots) if (removed && entry?.part) patch.drop(entry.part);
  const styles = draft.stylesText;
  if (styles?.added) patch.add("styles", styles.part, styles.text);
  else if (styles && book.styles) patch.put(styles.part, book.styles.source, styles.text);
  const formulas = changesFormulas(draft);
  const refreshes = [...stored.values()].some(({ refreshed }) => refreshed.size > 0);
  if (formulas || draft.slots.some(({ removed }) => removed) || hasStaleChain(book)) patch.dropCalculationChain();
  patch.put(book.workbook.part, book.workbook.source, patchWorkbook(draft, added, formulas || refreshes));
  return patch.finish();
}

function patchExisting(draft: BookDraft, patch: PackagePatch, name: string, values: StoredValues | undefined): void {
  const slot = draft.slot(name);
  const read = draft.book.sheets.find(({ entry }) => entry === slot?.entry);
  if (!read) return;
  const refreshed: ReadonlyMap<CellKey, unknown> = values?.refreshed ?? new Map();
  const more =
    values && refreshed.size > 0
      ? refreshEdits(read.source.text, locate(read.source.text, refreshed.keys()), values.refreshed)
      : [];
  if (slot?.draft) {
    const edits = [...more, ...passOnSharedFormulas(slot.draft)];
    patch.put(read.part, read.source, patchSheet(slot.draft, values?.written ?? new Map(), edits));
  } else if (more.length > 0) patch.put(read.part, read.source, applyEdits(read.source.text, more));
}

/** Whether any formula comes, goes or changes. */
const changesFormulas = (draft: BookDraft): boolean =>
  draft.liveSlots.some(({ draft: sheet }) =>
    [...(sheet?.planned ?? [])].some(
      ([key, { content }]) => content.type === "formula" || sheet?.before(key)?.formula !== undefined,
    ),
  );

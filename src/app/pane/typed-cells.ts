import { hash64 } from "../../core/findings/fingerprint";
import { wordFindings } from "../../core/findings/word";
import type { CellAddress } from "../../core/workbook/address";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { SheetView } from "../../core/workbook/sheet-view";
import { expectationOf } from "../../core/workbook/cell-content";
import type { CellContent, CellWrite, Guard, PlanStep, WritePlan } from "../../core/workbook/write-plan";
import { WAIVED } from "../../core/ours/record-sheet";
import { readOurs } from "../../core/ours/read-ours";
import type { Reviewed } from "../review-workbook";
import { sealText, valuesHash } from "../../core/ours/waiver";

/** What a person typed in the pane for one cell of the workbook. */
export interface TypedCell {
  readonly at: CellAddress;
  readonly content: CellContent;
}

/**
 * Puts what was typed into its cells, if they still hold what was read there, and if the texts of their rows, by which a
 * person knows the row, still stand: another may have sorted or inserted rows since (SPEC P1).
 */
export function planTyped(book: WorkbookSnapshot, typed: readonly TypedCell[]): WritePlan {
  const guards: Guard[] = [];
  const steps: PlanStep[] = [];
  for (const sheet of new Set(typed.map(({ at }) => at.sheet))) {
    const own = typed.filter(({ at }) => at.sheet === sheet);
    const snapshot = book.sheets.find(({ name }) => name === sheet);
    if (!snapshot) continue;
    const view = new SheetView(snapshot);
    const rows = new Set(own.map(({ at }) => at.row));
    for (const cell of snapshot.cells) {
      const isLabel = rows.has(cell.row) && typeof cell.value === "string" && cell.formula === undefined;
      if (isLabel) guards.push({ at: { sheet, row: cell.row, column: cell.column }, expect: { value: cell.value } });
    }
    const cells = own.map(({ at: { row, column }, content }): CellWrite => ({
      row,
      column,
      expect: expectationOf(view.cell(row, column)),
      content,
    }));
    steps.push({ do: "putCells", sheet, cells });
  }
  return { guards, steps };
}

/** One plan that does both. */
export const joinPlans = (a: WritePlan, b: WritePlan): WritePlan => ({
  guards: [...a.guards, ...b.guards],
  steps: [...a.steps, ...b.steps],
});

/** Text as text, whatever it looks like; nothing typed leaves the cell blank. */
export const typedText = (text: string): CellContent =>
  text.trim() === "" ? { type: "blank" } : { type: "text", text: text.trim() };

/**
 * Waives a finding on the record: 处理=豁免 with the reason as 复核意见, sealed with the values that the person has read in
 * the pane. Null where 核验记录 does not list the finding yet, so that the review must be written first.
 */
export function planWaiver({ book, review }: Reviewed, fingerprint: string, reason: string): WritePlan | null {
  const places = recordPlaces(book, fingerprint);
  const worded = wordFindings(review.findings, "zh").find((one) => one.fingerprint === fingerprint);
  if (!places || !worded) return null;
  const opinion = reason.trim();
  const values = valuesHash(worded);
  return planTyped(book, [
    { at: places.treatment, content: { type: "text", text: WAIVED } },
    { at: places.opinion, content: typedText(opinion) },
    {
      at: places.seal,
      content: typedText(sealText(fingerprint, { values, waived: { values, opinion: hash64(opinion) } })),
    },
  ]);
}

/** Takes the waiver back; the words in 复核意见 stay. */
export function planWaiverTakenBack({ book }: Reviewed, fingerprint: string): WritePlan | null {
  const places = recordPlaces(book, fingerprint);
  return places && planTyped(book, [{ at: places.treatment, content: { type: "blank" } }]);
}

interface RecordPlaces {
  readonly treatment: CellAddress;
  readonly opinion: CellAddress;
  readonly seal: CellAddress;
}

function recordPlaces(book: WorkbookSnapshot, fingerprint: string): RecordPlaces | null {
  const record = readOurs(book).record;
  if (record === null || record === "unreadable") return null;
  const entry = record.byFingerprint.get(fingerprint);
  if (!entry) return null;
  const { sheet, columns } = record;
  const at = (column: number): CellAddress => ({ sheet, row: entry.row, column });
  return { treatment: at(columns.treatment), opinion: at(columns.opinion), seal: at(columns.seal) };
}

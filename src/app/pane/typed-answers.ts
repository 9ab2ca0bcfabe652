import { exactText, toDouble } from "../../core/model/exact";
import { inputNote, linkNote } from "../../core/ours/input-note";
import { sheetA1, type CellAddress } from "../../core/workbook/address";
import { contentText } from "../../core/workbook/cell-content";
import { cellAt } from "../../core/workbook/sheet-view";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { CellContent } from "../../core/workbook/write-plan";
import type { DataRow } from "./data-row";
import { answerOf } from "./rule-details";
import type { TypedCell } from "./typed-cells";

/** What was typed for a number or question, as the inputs take it and as its cells do; null where it is no answer. */
interface TypedAnswer {
  readonly input: string | null;
  readonly cells: readonly TypedCell[];
}

export function typedAnswer(row: DataRow, text: string): TypedAnswer | null {
  const { options, yesNo, at, noteAt } = row;
  const number = answerOf(text, options, yesNo);
  if (!number) return null;
  const input = options.length > 0 ? exactText(number) : text.normalize("NFKC").trim();
  const content: CellContent =
    options.length > 0 ? { type: "text", text } : { type: "number", number: toDouble(number) };
  const note: CellContent = { type: "text", text: inputNote("pane", contentText(content)) };
  return { input, cells: [...(at ? [{ at, content }] : []), ...(noteAt ? [{ at: noteAt, content: note }] : [])] };
}

/**
 * A quantity of 基础数据 takes what another cell holds, now and later: a reference, never a copy. Null where that cell holds
 * no number, or is the quantity's own.
 */
export function linkedAnswer(
  book: WorkbookSnapshot,
  { at, noteAt }: DataRow,
  to: CellAddress,
): readonly TypedCell[] | null {
  if (!at || !holdsNumber(book, to) || at.sheet === to.sheet) return null;
  const note: CellContent = { type: "text", text: linkNote(to) };
  return [
    { at, content: { type: "formula", formula: `=${sheetA1(to)}` } },
    ...(noteAt ? [{ at: noteAt, content: note }] : []),
  ];
}

export const holdsNumber = (book: WorkbookSnapshot, at: CellAddress): boolean =>
  typeof cellAt(book, at)?.value === "number";

/** Nothing is given any more. */
export const clearedAnswer = ({ at, noteAt }: DataRow): TypedAnswer => ({
  input: null,
  cells: [at, noteAt].flatMap((cell) => (cell ? [{ at: cell, content: { type: "blank" } }] : [])),
});

/** A score as it is typed; null where it is no number. */
export function typedNumber(text: string): CellContent | null {
  const number = answerOf(text, [], false);
  return number && { type: "number", number: toDouble(number) };
}

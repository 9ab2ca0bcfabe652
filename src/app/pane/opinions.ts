import type { CellAddress } from "../../core/model/address";
import { toDouble } from "../../core/model/exact";
import type { CellContent, WritePlan } from "../../core/plan/plan";
import type { Reviewed } from "../review-workbook";
import { readNumber } from "../inputs-file";
import { planTyped, typedText, type TypedCell } from "./typed-cells";

/** A reviewer's verdict on one indicator, as typed. */
export interface Opinion {
  readonly table: string;
  readonly index: number;
  readonly score: string;
  readonly words: string;
}

/**
 * Writes 复核分 and 复核意见 into the table's own columns. Null where the table has no such column, or the score typed is no
 * number.
 */
export function planOpinion({ book, review }: Reviewed, { table: id, index, score, words }: Opinion): WritePlan | null {
  const reviewed = review.tables.find(({ table }) => table.id === id);
  const indicator = reviewed?.table.indicators[index];
  if (!reviewed || !indicator) return null;
  const { sheet } = reviewed.table;
  const typed: TypedCell[] = [];
  if (indicator.reviewScore) {
    const content = scoreContent(score);
    if (!content) return null;
    typed.push({ at: at(sheet, indicator.reviewScore.at), content });
  }
  if (indicator.reviewOpinion) typed.push({ at: at(sheet, indicator.reviewOpinion.at), content: typedText(words) });
  return typed.length > 0 ? planTyped(book, typed) : null;
}

const at = (sheet: string, { row, column }: { row: number; column: number }): CellAddress => ({ sheet, row, column });

function scoreContent(text: string): CellContent | null {
  if (text.trim() === "") return { type: "blank" };
  const number = readNumber(text.normalize("NFKC").trim());
  return number && { type: "number", number: toDouble(number) };
}

import { a1, type CellAddress, type CellPosition } from "../../core/model/address";
import { toDouble } from "../../core/model/exact";
import { wordFindings } from "../../core/findings/word";
import type { CellContent, WritePlan } from "../../core/plan/plan";
import { readRecord, WAIVED } from "../../core/plan/record-sheet";
import type { IndicatorReview } from "../../core/review.types";
import { readNumber } from "../inputs-file";
import type { Reviewed } from "../review-workbook";
import { planTyped, typedText, type TypedCell } from "./typed-cells";

/** A reviewer's verdict on one indicator, as typed. */
export interface Opinion {
  readonly table: string;
  readonly index: number;
  readonly score: string;
  readonly words: string;
}

/** Where an opinion is written: the table's own columns, else the indicator's row on 核验记录. */
export interface OpinionPlace {
  readonly kind: "columns" | "record";
  readonly score: CellAddress | null;
  readonly words: CellAddress | null;
  /** "H5", "H5 I5", "核验记录 L20". */
  readonly cells: string;
}

/** Null where the table has no column for it and 核验记录 lists nothing about the indicator. */
export function opinionPlace(reviewed: Reviewed, table: string, index: number): OpinionPlace | null {
  const found = indicatorOf(reviewed, table, index);
  if (!found) return null;
  const { sheet, indicator } = found;
  const at = (cell: { readonly at: CellPosition } | null): CellAddress | null => cell && { sheet, ...cell.at };
  const [score, words] = [at(indicator.reviewScore), at(indicator.reviewOpinion)];
  if (score || words) {
    const cells = [score, words].flatMap((place) => (place ? [a1(place)] : [])).join(" ");
    return { kind: "columns", score, words, cells };
  }
  const row = recordRow(reviewed, table, indicator.path);
  return row && { kind: "record", score: null, words: row, cells: `${row.sheet} ${a1(row)}` };
}

/** Writes 复核分 and 复核意见. Null where there is no place for them, or the score typed is no number. */
export function planOpinion(reviewed: Reviewed, { table, index, score, words }: Opinion): WritePlan | null {
  const place = opinionPlace(reviewed, table, index);
  const content = scoreContent(score);
  if (!place || !content) return null;
  const typed: TypedCell[] = [];
  if (place.score) typed.push({ at: place.score, content });
  if (place.words) {
    // Where the score has no cell of its own it leads the words.
    const both = place.score || score.trim() === "" ? words : `复核分${score.trim()}；${words}`;
    typed.push({ at: place.words, content: typedText(both) });
  }
  return planTyped(reviewed.book, typed);
}

function indicatorOf({ review }: Reviewed, id: string, index: number) {
  const table = review.tables.find((one) => one.table.id === id);
  const indicator: IndicatorReview["indicator"] | undefined = table?.table.indicators[index];
  return table && indicator ? { sheet: table.table.sheet, indicator } : null;
}

/** 复核意见 of the first row about the indicator that is not waived: there the words are the waiver's reason. */
function recordRow({ book, review }: Reviewed, table: string, path: readonly string[]): CellAddress | null {
  const record = readRecord(book);
  if (record === null || record === "unreadable") return null;
  const key = JSON.stringify(path);
  for (const { finding, fingerprint } of wordFindings(review.findings, "zh")) {
    if (finding.table !== table || JSON.stringify(finding.path) !== key) continue;
    const entry = record.byFingerprint.get(fingerprint);
    if (entry && entry.treatment !== WAIVED) {
      return { sheet: record.sheet, row: entry.row, column: record.columns.opinion };
    }
  }
  return null;
}

function scoreContent(text: string): CellContent | null {
  if (text.trim() === "") return { type: "blank" };
  const number = readNumber(text.normalize("NFKC").trim());
  return number && { type: "number", number: toDouble(number) };
}

import { a1, type CellAddress } from "../../core/workbook/address";
import { toDouble } from "../../core/model/exact";
import type { ScoringTable, TableCell } from "../../core/model/scoring-table";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { CellContent, WritePlan } from "../../core/workbook/write-plan";
import { opinionFingerprint, opinionSubjects, planOpinionRow } from "../../core/plan/record/record-opinions";
import type { RecordSheet } from "../../core/ours/record-sheet";
import { readOurs } from "../../core/ours/read-ours";
import { readNumber } from "../inputs-file";
import type { Reviewed } from "../review-workbook";
import { joinPlans, planTyped, typedText, type TypedCell } from "./typed-cells";

/** A reviewer's verdict on one indicator, as typed. */
export interface Opinion {
  readonly table: string;
  readonly index: number;
  readonly score: string;
  readonly words: string;
}

/**
 * Where an opinion is written and what stands there: the table's own columns, and what has no column in the indicator's
 * row of 核验记录.
 */
export interface OpinionPlace {
  /** 复核分; null: it leads the words. */
  readonly score: CellAddress | null;
  /** 复核意见; "new": in a row that is added; null: 核验记录 is not written yet. */
  readonly words: CellAddress | "new" | null;
  /** "H5 I5", "核验记录 L20". */
  readonly cells: string;
  readonly present: Pick<Opinion, "score" | "words">;
}

export function opinionPlace(
  { sheet, id, indicators }: ScoringTable,
  index: number,
  record: RecordSheet | null,
): OpinionPlace | null {
  const indicator = indicators[index];
  if (!indicator) return null;
  const { reviewScore, reviewOpinion, path } = indicator;
  const at = (cell: TableCell | null): CellAddress | null => cell && { sheet, ...cell.at };
  const score = at(reviewScore);
  const row = reviewOpinion ? null : recordRow(record, id, path);
  const words = at(reviewOpinion) ?? row?.at ?? null;
  const text = reviewOpinion ? textOf(reviewOpinion) : (row?.text ?? "");
  const led = score ? null : LED.exec(text);
  return {
    score,
    words,
    cells: [score, words].flatMap((place) => (place ? [placeText(place, sheet)] : [])).join(" "),
    present: {
      score: reviewScore ? textOf(reviewScore) : (led?.[1] ?? ""),
      words: led ? (led[2] ?? "") : text,
    },
  };
}

/** 核验记录 as far as opinions can stand in it. */
export function recordOf(book: WorkbookSnapshot): RecordSheet | null {
  const record = readOurs(book).record;
  return record === "unreadable" ? null : record;
}

/** Writes 复核分 and 复核意见. Null where there is no place for them, or the score typed is no number. */
export function planOpinion({ book, review }: Reviewed, opinion: Opinion): WritePlan | null {
  const table = review.tables.find((one) => one.table.id === opinion.table)?.table;
  const record = recordOf(book);
  const place = table ? opinionPlace(table, opinion.index, record) : null;
  const content = scoreContent(opinion.score);
  const [score, words] = [opinion.score.trim(), opinion.words.trim()];
  if (!place || !content || (place.words === null && (place.score === null || words !== ""))) return null;
  // Where the score has no cell of its own it leads the words.
  const text = typedText(place.score || score === "" ? words : `复核分${score}；${words}`);
  const typed: TypedCell[] = [];
  if (place.score) typed.push({ at: place.score, content });
  if (place.words !== null && place.words !== "new") typed.push({ at: place.words, content: text });
  const plan = planTyped(book, typed);
  if (place.words !== "new" || text.type === "blank" || !record) return plan;
  const subject = opinionSubjects(review).get(
    opinionFingerprint(opinion.table, table?.indicators[opinion.index]?.path ?? []),
  );
  return subject ? joinPlans(plan, planOpinionRow(book, record, subject, text)) : null;
}

const LED = /^复核分([^；]*)；([\s\S]*)$/;

const placeText = (place: CellAddress | "new", sheet: string): string =>
  place === "new" ? "核验记录" : place.sheet === sheet ? a1(place) : `${place.sheet} ${a1(place)}`;

const textOf = ({ raw }: TableCell): string =>
  typeof raw === "string" ? raw : typeof raw === "number" ? String(raw) : "";

interface RecordRow {
  readonly at: CellAddress | "new";
  readonly text: string;
}

/** The indicator's own row, or that there will be one; null while there is no record to hold it. */
function recordRow(record: RecordSheet | null, table: string, path: readonly string[]): RecordRow | null {
  if (!record) return null;
  const entry = record.byFingerprint.get(opinionFingerprint(table, path));
  if (!entry) return { at: "new", text: "" };
  return { at: { sheet: record.sheet, row: entry.row, column: record.columns.opinion }, text: entry.opinion };
}

function scoreContent(text: string): CellContent | null {
  if (text.trim() === "") return { type: "blank" };
  const number = readNumber(text.normalize("NFKC").trim());
  return number && { type: "number", number: toDouble(number) };
}

import { a1, type CellAddress } from "../../core/workbook/address";
import { toDouble } from "../../core/model/exact";
import type { TableCell } from "../../core/model/scoring-table";
import type { CellContent } from "../../core/workbook/write-plan";
import {
  opinionContents,
  opinionFingerprint,
  opinionSubjects,
  opinionValues,
} from "../../core/plan/record/record-opinions";
import { planRecordRows, type RecordRow } from "../../core/plan/record/record-rows";
import { RETURNED, type RecordEntry, type RecordSheet } from "../../core/ours/record-sheet";
import { hashOfHistory, withOpinion } from "../../core/ours/record-history";
import { readOurs } from "../../core/ours/read-ours";
import { sealText } from "../../core/ours/waiver";
import type { TableReview } from "../../core/review.types";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { PlanResult } from "../../core/plan/steps/plan-result";
import { readNumber } from "../inputs-file";
import type { Reviewed } from "../review-workbook";
import { joinPlans, planTyped, typedText, type TypedCell } from "./typed-cells";

/** A reviewer's verdict on one indicator, as typed. */
export interface Opinion {
  readonly table: string;
  readonly index: number;
  readonly score: string;
  readonly words: string;
  /** 退回: the unit is to mend it. */
  readonly returned: boolean;
}

/**
 * Where an opinion is written and what stands there: the table's own columns, and what has no column in the indicator's
 * row of 核验记录, which is added by the first save.
 */
export interface OpinionPlace {
  /** 复核分; null: it leads the words. */
  readonly score: CellAddress | null;
  /** 复核意见 in the table's own column; null: in 核验记录. */
  readonly words: CellAddress | null;
  /** "H5 I5", "核验记录 L20". */
  readonly cells: string;
  readonly present: Omit<Opinion, "table" | "index">;
  /** The round in which it was given; null where no record says so. */
  readonly round: number | null;
  /** The values under it are no longer those on which it was given: it is open again. */
  readonly changed: boolean;
}

export function opinionPlace(
  { table: { sheet, id }, indicators }: TableReview,
  index: number,
  record: RecordSheet | null,
): OpinionPlace | null {
  const one = indicators[index];
  if (!one) return null;
  const { reviewScore, reviewOpinion, path } = one.indicator;
  const at = (cell: TableCell | null): CellAddress | null => cell && { sheet, ...cell.at };
  const entry = record?.byFingerprint.get(opinionFingerprint(id, path)) ?? null;
  const [score, words] = [at(reviewScore), at(reviewOpinion)];
  const text = reviewOpinion ? textOf(reviewOpinion) : (entry?.opinion ?? "");
  const led = score ? null : LED.exec(text);
  const sealed = entry?.seal?.values ?? null;
  return {
    score,
    words,
    cells: [
      ...[score, words].flatMap((place) => (place ? [a1(place)] : [])),
      ...(words ? [] : [recordCell(record, entry)]),
    ].join(" "),
    present: {
      score: reviewScore ? textOf(reviewScore) : (led?.[1] ?? ""),
      words: led ? (led[2] ?? "") : text,
      returned: entry?.treatment === RETURNED,
    },
    round: entry?.round ?? null,
    changed: sealed !== null && sealed !== opinionValues(one),
  };
}

const recordCell = (record: RecordSheet | null, entry: RecordEntry | null): string =>
  record && entry ? `核验记录 ${a1({ row: entry.row, column: record.columns.opinion })}` : "核验记录";

/** 核验记录 as far as opinions can stand in it. */
export function recordOf(book: WorkbookSnapshot): RecordSheet | null {
  const record = readOurs(book).record;
  return record === "unreadable" ? null : record;
}

/** Writes 复核分, 复核意见 and 退回 of some indicators. Null where a score typed is no number, or there is nothing to write. */
export function planOpinions({ book, review }: Reviewed, opinions: readonly Opinion[]): PlanResult | null {
  const record = recordOf(book);
  const subjects = opinionSubjects(review);
  const typed: TypedCell[] = [];
  const rows: RecordRow[] = [];
  for (const opinion of opinions) {
    const reviewed = review.tables.find(({ table }) => table.id === opinion.table);
    const one = reviewed?.indicators[opinion.index];
    const place = reviewed && opinionPlace(reviewed, opinion.index, record);
    const content = scoreContent(opinion.score);
    if (!reviewed || !one || !place || !content) return null;
    const [score, words] = [opinion.score.trim(), opinion.words.trim()];
    if (place.score) typed.push({ at: place.score, content });
    if (place.words) typed.push({ at: place.words, content: typedText(leading(place, score, words)) });
    const subject = subjects.get(opinionFingerprint(opinion.table, one.indicator.path));
    // Where the table has a column for everything, 核验记录 is needed for 退回 alone.
    const isNeeded = !place.words || opinion.returned || place.present.returned;
    if (!subject || !isNeeded) continue;
    const history = earlierOpinions(record?.byFingerprint.get(subject.fingerprint), record?.round ?? 1);
    const sealed = { values: opinionValues(one), waived: null, status: null, round: record?.round ?? 1 };
    const seal = typedText(sealText(subject.fingerprint, { ...sealed, history: hashOfHistory(history) }));
    const treatment: CellContent = opinion.returned ? { type: "text", text: RETURNED } : { type: "blank" };
    const round: CellContent = { type: "number", number: record?.round ?? 1 };
    const text = typedText(place.words ? words : leading(place, score, words));
    rows.push({
      fingerprint: subject.fingerprint,
      subject: opinionContents(subject),
      decided: { round, treatment, opinion: text, seal, ...(history !== "" && { history: typedText(history) }) },
    });
  }
  const plan = planTyped(book, typed);
  if (rows.length === 0) return { plan, findings: [], refusals: [] };
  const recorded = planRecordRows(book, review, rows, "zh");
  return { ...recorded, plan: joinPlans(plan, recorded.plan) };
}

/** What this round's opinion takes the place of, if an earlier round gave it (SPEC P49). */
function earlierOpinions(entry: RecordEntry | undefined, round: number): string {
  if (!entry) return "";
  const { opinion, history } = entry;
  const given = entry.round ?? round;
  return given === round || opinion === "" ? history : withOpinion(history, given, opinion);
}

/** Where the score has no cell of its own it leads the words. */
const leading = ({ score: at }: OpinionPlace, score: string, words: string): string =>
  at || score === "" ? words : `复核分${score}；${words}`;

const LED = /^复核分([^；]*)；([\s\S]*)$/;

const textOf = ({ raw }: TableCell): string =>
  typeof raw === "string" ? raw : typeof raw === "number" ? String(raw) : "";

function scoreContent(text: string): CellContent | null {
  if (text.trim() === "") return { type: "blank" };
  const number = readNumber(text.normalize("NFKC").trim());
  return number && { type: "number", number: toDouble(number) };
}

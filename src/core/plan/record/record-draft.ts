import { ROUND_AT, ROUND_LABEL } from "../../ours/record-round";
import { highest } from "../../workbook/long-lists";
import type { Language } from "../../findings/catalogue";
import type { WordedFinding } from "../../findings/finding";
import type { IndicatorRow } from "./live-status";
import { scalarText } from "../../workbook/cell-content";
import { GENERAL, LOOK } from "../steps/cell-styles";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import { OPINION_CODE, type OpinionSubject } from "./record-opinions";
import { RECORD_COLUMNS, RECORD_HEADERS, type RecordColumn, type RecordSheet } from "../../ours/record-sheet";
import type { SummaryLine } from "./record-summary";
import type { Refusal } from "../steps/plan-result";
import { SheetDraft, type WantedName } from "../steps/wanted";
import { recordTag, treatmentValidation } from "./record-list";
import {
  type RowContext,
  draftFinding,
  draftOpinion,
  isUnchecked,
  draftUnchecked,
  draftVanished,
  moveOtherRows,
} from "./record-lines";

export interface RecordDraft {
  readonly draft: SheetDraft;
  /** The row of the list's header. */
  readonly top: number;
  readonly tag: WantedName;
}

/** What the record tells: findings with their rows in the tables, sub-totals above them, indicators with opinions. */
export interface RecordSource {
  readonly book: WorkbookSnapshot;
  readonly worded: readonly WordedFinding[];
  /** Whether a report lay beside the workbook: else its rows are not checked this time. */
  readonly besideReport: boolean;
  readonly summary: readonly SummaryLine[];
  readonly rowOf: (worded: WordedFinding) => IndicatorRow | undefined;
  readonly subjects: ReadonlyMap<string, OpinionSubject>;
  readonly lang: Language;
}

const SUMMARY_TOP = 3;
const SPARE_ROWS = 3;
const WIDTHS: Readonly<Record<RecordColumn, number>> = {
  fingerprint: 18, severity: 7, code: 22, cell: 8, path: 34, message: 60, values: 26, status: 18,
  round: 7, treatment: 9, reply: 28, opinion: 28, seal: 10, history: 44,
}; // prettier-ignore

/** The record as it should be: rows that exist keep their places and what people typed, new findings follow below. */
export function draftRecord(
  sheet: string,
  { book, worded, besideReport, summary, rowOf, subjects, lang }: RecordSource,
  present: RecordSheet | null,
): RecordDraft {
  const draft = new SheetDraft(sheet);
  const columns = present?.columns ?? defaultColumns();
  const needed = SUMMARY_TOP + summary.length + 1;
  const top = present ? Math.max(present.range.top, needed) : needed + SPARE_ROWS;
  const shift = present ? top - present.range.top : 0;
  const context: RowContext = { book, draft, columns, present, shift, lang, round: present?.round ?? 1 };
  draftTop(context, summary, top);
  let next = (present ? present.range.bottom + shift : top) + 1;
  for (const one of worded) {
    const entry = present?.byFingerprint.get(one.fingerprint) ?? null;
    draftFinding(context, one, entry ? entry.row + shift : next++, entry, rowOf(one));
  }
  const listed = new Set(worded.map(({ fingerprint }) => present?.byFingerprint.get(fingerprint)?.row));
  for (const entry of present?.entries ?? []) {
    if (entry.code === OPINION_CODE) draftOpinion(context, entry, subjects.get(entry.fingerprint));
    else if (!listed.has(entry.row))
      (isUnchecked(entry, besideReport) ? draftUnchecked : draftVanished)(context, entry);
  }
  if (present && shift > 0) moveOtherRows(context, present);
  const bottom = Math.max(next - 1, top + 1);
  draft.validations.push(treatmentValidation(columns, { top: top + 1, bottom }));
  return { draft, top, tag: recordTag(sheet, columns, { top, bottom }) };
}

/** That 本轮轮次 says no round, and which was taken; null where it says one. */
export function unreadRound(record: RecordSheet | null): Refusal | null {
  if (record?.roundRead.number !== null) return null;
  const { sheet, round, roundRead } = record;
  const found = roundRead.found === null ? "" : scalarText(roundRead.found);
  return { kind: "round-unreadable", at: { sheet, ...roundRead.at }, found, round };
}

/** What a person typed stays; where rows were inserted above, it goes back to its place. */
function draftRound(draft: SheetDraft, present: RecordSheet | null): void {
  draft.put(ROUND_AT.row, 0, { type: "text", text: ROUND_LABEL }, LOOK.note);
  const { at, found, number } = present?.roundRead ?? { at: null, found: null, number: 1 };
  const stays = at?.row === ROUND_AT.row || (found !== null && number === null);
  draft.put(ROUND_AT.row, ROUND_AT.column, stays || number === null ? null : { type: "number", number }, LOOK.input);
  if (!at || stays || at.row === 0 || at.row >= SUMMARY_TOP) return; // the rest is written over
  for (const column of [0, ROUND_AT.column]) draft.put(at.row, column, { type: "blank" }, LOOK.text);
}

function draftTop({ draft, columns, present }: RowContext, summary: readonly SummaryLine[], top: number): void {
  draft.put(0, 0, { type: "text", text: "核验记录" }, LOOK.title);
  draftRound(draft, present);
  const listTop = present?.range.top ?? top;
  const listWidth = highest(Object.values(columns)) + 1;
  // Every row above the list is written, so that neither a longer summary nor a list that moved down leaves a trace.
  for (let row = SUMMARY_TOP; row < top; row++) {
    const line = summary[row - SUMMARY_TOP];
    for (let column = 0; column < (row >= listTop ? listWidth : SUMMARY_WIDTH); column++) {
      const cell = line?.[column];
      draft.put(row, column, cell?.content ?? { type: "blank" }, cell?.style ?? { numberFormat: GENERAL });
    }
  }
  for (const column of RECORD_COLUMNS) {
    draft.put(top, columns[column], { type: "text", text: RECORD_HEADERS[column] }, LOOK.header);
    const hidden = column === "seal" ? { hidden: true as const } : {};
    draft.widths.push({ column: columns[column], width: WIDTHS[column], ...hidden });
  }
}

const SUMMARY_WIDTH = 6;

export const defaultColumns = (): Record<RecordColumn, number> =>
  Object.fromEntries(RECORD_COLUMNS.map((column, index) => [column, index])) as Record<RecordColumn, number>;

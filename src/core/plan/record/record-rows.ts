import type { Language } from "../../findings/catalogue";
import {
  HUMAN_COLUMNS,
  RECORD_COLUMNS,
  RECORD_HEADERS,
  RECORD_SHEET,
  RECORD_SHEET_OTHERWISE,
  type RecordColumn,
  type RecordSheet,
} from "../../ours/record-sheet";
import { readOurs } from "../../ours/read-ours";
import type { Review } from "../../review.types";
import { placeKey, sameRect } from "../../workbook/address";
import { expectationOf, holds, isBlankCell } from "../../workbook/cell-content";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import type { CellContent, CellWrite, PlanStep, WritePlan } from "../../workbook/write-plan";
import { LOOK } from "../steps/cell-styles";
import { NOTHING_LEFT } from "../steps/claimed-areas";
import { PlanDraft } from "../steps/plan-draft";
import type { PlanResult } from "../steps/plan-result";
import { refused, wholePlan } from "../steps/whole-plan";
import { defaultColumns, draftRecord } from "./record-draft";
import { recordTag, treatmentValidation } from "./record-list";

/** A row of 核验记录 that a person makes or changes: an opinion, a waiver. */
export interface RecordRow {
  readonly fingerprint: string;
  /** What the row says of its subject; put only where the row is new. */
  readonly subject: Readonly<Partial<Record<RecordColumn, CellContent>>>;
  /** What the person decided; put in any case. */
  readonly decided: Readonly<Partial<Record<RecordColumn, CellContent>>>;
}

/**
 * Rows into 核验记录, which is added where there is none yet (SPEC P22): a row that is there already is changed in what the
 * person decided, others follow below the list, and where somebody has written below it, below that.
 */
export function planRecordRows(
  book: WorkbookSnapshot,
  review: Review,
  rows: readonly RecordRow[],
  lang: Language,
): PlanResult {
  const { record } = readOurs(book);
  if (record === "unreadable") return refused();
  if (!record) return withNewSheet(book, review, rows, lang);
  return wholePlan(book, withRows(book, record, rows));
}

function withNewSheet(book: WorkbookSnapshot, review: Review, rows: readonly RecordRow[], lang: Language): PlanResult {
  const draft = new PlanDraft(book, readOurs(book).tags);
  const sheet = draft.sheetFor("record", RECORD_SHEET, RECORD_SHEET_OTHERWISE);
  const summary = Array.from({ length: summaryRoom(review) }, () => []);
  const source = { book, worded: [], besideReport: false, summary, rowOf: () => undefined, subjects: new Map(), lang };
  const drafted = draftRecord(sheet, source, null);
  const { top } = drafted;
  const columns = defaultColumns();
  rows.forEach((row, index) => {
    const contents = { ...row.subject, ...ROUND_ONE, ...row.decided };
    for (const column of RECORD_COLUMNS)
      drafted.draft.put(top + 1 + index, columns[column], contents[column] ?? { type: "blank" }, look(column));
  });
  const bottom = top + Math.max(1, rows.length);
  drafted.draft.validations.splice(0, Infinity, treatmentValidation(columns, { top: top + 1, bottom }));
  draft.put(drafted.draft);
  draft.addSheet(sheet, "record", null);
  draft.names.push(recordTag(sheet, columns, { top, bottom }));
  return wholePlan(book, { guards: [], steps: draft.steps(NOTHING_LEFT) }, draft);
}

const ROUND_ONE = { round: { type: "number", number: 1 } } as const;

/** As many lines as the summary above the list may need once the review is written, so that the list stays where it is. */
const summaryRoom = ({ tables }: Review): number => tables.reduce((sum, { levels }) => sum + levels.length + 6, 0);

const look = (column: RecordColumn) => (HUMAN_COLUMNS.includes(column) ? LOOK.input : LOOK.text);

function withRows(book: WorkbookSnapshot, record: RecordSheet, rows: readonly RecordRow[]): WritePlan {
  const { sheet, range, columns, view } = record;
  const cells = new Map<number, CellWrite>();
  const put = (row: number, column: RecordColumn, content: CellContent, isNew: boolean, style = look(column)): void => {
    const at = { row, column: columns[column] };
    const found = view.cell(at.row, at.column);
    if (!isNew && holds(found, content)) return;
    cells.set(placeKey(at), { ...at, expect: expectationOf(found), content, ...(isNew && { style }) });
  };
  let bottom = range.bottom;
  for (const { fingerprint, subject, decided } of rows) {
    const entry = record.byFingerprint.get(fingerprint);
    if (entry) {
      for (const column of RECORD_COLUMNS) {
        const content = decided[column];
        if (content) put(entry.row, column, content, false);
      }
      continue;
    }
    do bottom++;
    while (RECORD_COLUMNS.some((column) => !isBlankCell(view.cell(bottom, columns[column]))));
    const contents = { ...subject, round: { type: "number", number: record.round } as const, ...decided };
    for (const column of RECORD_COLUMNS) put(bottom, column, contents[column] ?? { type: "blank" }, true);
  }
  const isWider = !record.hasHistory && (bottom > range.bottom || rows.some(({ decided }) => decided.history));
  if (isWider) put(range.top, "history", { type: "text", text: RECORD_HEADERS.history }, true, LOOK.header);
  const steps: PlanStep[] = cells.size > 0 ? [{ do: "putCells", sheet, cells: [...cells.values()] }] : [];
  if (bottom === range.bottom && !isWider) return { guards: labelGuards(record, rows), steps };
  const tag = recordTag(sheet, columns, { top: range.top, bottom });
  const present = book.names.find(({ name, scope }) => name === tag.name && scope === null);
  const define = { do: "defineName", ...tag, scope: null, expect: present?.refersTo ?? null } as const;
  return { guards: labelGuards(record, rows), steps: [define, ...steps, ...longerList(record, bottom)] };
}

/** Who sorts the list takes its fingerprints along: they must stand where they were read. */
const labelGuards = (record: RecordSheet, rows: readonly RecordRow[]): WritePlan["guards"] =>
  rows.flatMap(({ fingerprint }) => {
    const entry = record.byFingerprint.get(fingerprint);
    if (!entry) return [];
    const at = { sheet: record.sheet, row: entry.row, column: record.columns.fingerprint };
    return [{ at, expect: expectationOf(record.view.cell(at.row, at.column)) }];
  });

/** The list of 处理 reaches down to the new rows, unless somebody made it their own. */
function longerList({ sheet, range, columns, view }: RecordSheet, bottom: number): readonly PlanStep[] {
  const before = treatmentValidation(columns, { top: range.top + 1, bottom: range.bottom });
  const isOurs = view.sheet.validations.some(({ ranges }) => ranges.length === 1 && sameRect(ranges[0], before.range));
  if (!isOurs) return [];
  return [
    { do: "removeValidation", sheet, range: before.range },
    { do: "validate", sheet, ...treatmentValidation(columns, { top: range.top + 1, bottom }) },
  ];
}

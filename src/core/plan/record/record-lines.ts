import { hashOfHistory, lastValues, standing, withSaid, withSettled } from "../../ours/record-history";
import { cellText } from "../../ours/headed-sheet";
import { trimmed } from "../../model/text";
import type { CellSnapshot } from "../../workbook/snapshot";
import type { Language } from "../../findings/catalogue";
import type { WordedFinding } from "../../findings/finding";
import { isOfReport } from "../../findings/of-report";
import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { printFormula } from "../../formula/print";
import { unbroken } from "../formulas/unbroken";
import type { IndicatorRow } from "./live-status";
import { liveCondition } from "./live-status";
import { contentOfCell } from "../../workbook/cell-content";
import { LOOK } from "../steps/cell-styles";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import type { CellContent, CellStyle } from "../../workbook/write-plan";
import { opinionContents, opinionLook, type OpinionSubject } from "./record-opinions";
import {
  HUMAN_COLUMNS,
  RECORD_COLUMNS,
  latestRound,
  SEVERITY_LABELS,
  WAIVED,
  type RecordColumn,
  type RecordEntry,
  type Seal,
  type RecordSheet,
} from "../../ours/record-sheet";
import { valuesText } from "./record-values";
import { linkContent } from "../columns/table-draft";
import { SheetDraft, textContent } from "../steps/wanted";
import { usedByText } from "../../ours/base-answers";
import { nextSeal, sealText, standingStatus, valuesHash, waiverState } from "../../ours/waiver";
import { SETTLED } from "./record-list";

/** What the rows of the list are written by. */
export interface RowContext {
  readonly book: WorkbookSnapshot;
  readonly draft: SheetDraft;
  readonly columns: Readonly<Record<RecordColumn, number>>;
  readonly present: RecordSheet | null;
  /** Rows by which the list moves down, where the summary above has grown. */
  readonly shift: number;
  readonly lang: Language;
  readonly round: number;
}

/** The row of a finding, worded as it stands now; what it said in earlier rounds goes into its history. */
export function draftFinding(
  context: RowContext,
  one: WordedFinding,
  row: number,
  entry: RecordEntry | null,
  at: IndicatorRow | undefined,
): void {
  const { finding, fingerprint } = one;
  const { lang, present } = context;
  const put = putter(context, row);
  const history = standing(entry ? earlierRounds(context, entry) : "", context.round);
  const contents = findingContents(one, lang, lastValues(history));
  for (const column of FINDING_COLUMNS) put(column, contents[column]);
  const state = waiverState(context.book, present, one);
  const lapsed: CellContent = { type: "text", text: "豁免已失效（数值已变）" };
  const open = isOfReport(finding) ? STOOD : STANDS;
  const stands = isOfReport(finding) ? null : liveCondition(finding, at);
  put("status", state === "lapsed" ? lapsed : statusContent(context, row, open, stands));
  put("round", { type: "number", number: entry?.round ?? context.round });
  for (const column of HUMAN_COLUMNS) put(column, typedContent(context, entry, column), LOOK.input);
  const sealed = {
    ...nextSeal(entry, valuesHash(context.book, one)),
    status: standingStatus(finding),
    round: context.round,
    history: hashOfHistory(history),
  };
  put("seal", textContent(sealText(fingerprint, sealed)), LOOK.note);
  put("history", textContent(history));
}

/**
 * What the row says until now goes into its history where it was said in another round than this. A record of an earlier
 * version does not tell in which: it was the latest of its list at the least (SPEC P49).
 */
function earlierRounds({ present, columns, round }: RowContext, entry: RecordEntry): string {
  if (!present) return entry.history;
  const { view, entries } = present;
  const said = entry.seal?.round ?? Math.min(round, latestRound(entries));
  if (said === round) return entry.history;
  const at = (column: RecordColumn): string => cellText(view, entry.row, columns[column]);
  const cell = linkLabel(view.cell(entry.row, columns.cell));
  return withSaid(entry.history, { round: said, cell, values: at("values"), message: at("message") });
}

/** "D6" of a link that no program has calculated yet, too. */
function linkLabel(cell: CellSnapshot | undefined): string {
  if (typeof cell?.value === "string") return trimmed(cell.value);
  return /,"([^"]*)"\)$/.exec(cell?.formula ?? "")?.[1] ?? "";
}

const FINDING_COLUMNS = ["fingerprint", "severity", "code", "cell", "path", "message", "values"] as const;

/** What the row of a finding says of it. */
export const findingContents = (
  { finding, fingerprint, severity, message }: WordedFinding,
  lang: Language,
  before: string | null = null,
): Readonly<Record<(typeof FINDING_COLUMNS)[number], CellContent>> => ({
  fingerprint: textContent(fingerprint),
  severity: textContent(SEVERITY_LABELS[severity]),
  code: textContent(finding.code),
  cell: finding.at ? linkContent(finding.at.sheet, finding.at) : isOfReport(finding) ? IN_REPORT : { type: "blank" },
  path: textContent(usedByText(finding.path)),
  message: textContent(message),
  values: textContent(valuesText(finding, lang, before)),
});

/** In the place of a cell, where a finding is about the report alone. */
const IN_REPORT: CellContent = { type: "text", text: "报告" };

/** The row of an opinion is a person's; only its link follows the indicator. */
export function draftOpinion(context: RowContext, entry: RecordEntry, subject: OpinionSubject | undefined): void {
  const put = putter(context, entry.row + context.shift);
  const own = subject ? opinionContents(subject) : {};
  for (const column of RECORD_COLUMNS) {
    put(column, own[column] ?? typedContent(context, entry, column), opinionLook(column));
  }
}

/** What only the report can raise again is not gone where no report lay beside the workbook (SPEC P50). */
export const isUnchecked = ({ seal }: RecordEntry, besideReport: boolean): boolean =>
  seal?.status === "report" && !besideReport;

/** The row says so, and stays as it is: a waiver too. */
export function draftUnchecked(context: RowContext, entry: RecordEntry): void {
  const row = entry.row + context.shift;
  const put = putter(context, row);
  for (const column of RECORD_COLUMNS) {
    if (column === "status") put(column, statusContent(context, row, UNCHECKED, null));
    else if (context.shift > 0) put(column, movedContent(context, entry.row, column));
  }
}

/** A finding that is gone keeps its row, so that the next round sees what was settled, and in which. */
export function draftVanished(context: RowContext, entry: RecordEntry): void {
  const put = putter(context, entry.row + context.shift);
  const history = wasSettled(context, entry)
    ? entry.history
    : withSettled(earlierRounds(context, entry), context.round);
  for (const column of RECORD_COLUMNS) {
    if (column === "status") put(column, { type: "text", text: SETTLED });
    else if (column === "history") put(column, textContent(history));
    else if (column === "seal" && entry.seal) {
      const sealed: Seal = { ...entry.seal, status: "settled", history: hashOfHistory(history) };
      put(column, textContent(sealText(entry.fingerprint, sealed)), LOOK.note);
    } else if (context.shift > 0) put(column, movedContent(context, entry.row, column));
  }
}

/** Whether the record told before that the finding is gone; in copies of an earlier version only the word says so. */
const wasSettled = ({ present, columns }: RowContext, { row, seal }: RecordEntry): boolean =>
  seal?.status ? seal.status === "settled" : present?.view.value(row, columns.status) === SETTLED;

/** Rows that a person put between ours move with the list. */
export function moveOtherRows(context: RowContext, present: RecordSheet): void {
  const ours = new Set(present.entries.map(({ row }) => row));
  for (let row = present.range.top + 1; row <= present.range.bottom; row++) {
    if (ours.has(row)) continue;
    const put = putter(context, row + context.shift);
    for (const column of RECORD_COLUMNS) put(column, movedContent(context, row, column));
  }
}

const movedContent = ({ present, columns }: RowContext, row: number, column: RecordColumn): CellContent =>
  contentOfCell(present?.view.cell(row, columns[column]));

const putter =
  ({ draft, columns }: RowContext, row: number) =>
  (column: RecordColumn, content: CellContent | null, style: CellStyle = LOOK.text): void =>
    draft.put(row, columns[column], content, style);

/** Null leaves the cell as it is; where the list moves down, what people typed moves with it. */
const typedContent = (context: RowContext, entry: RecordEntry | null, column: RecordColumn): CellContent | null =>
  entry && context.shift > 0 ? movedContent(context, entry.row, column) : null;

const STANDS = "存在";
/** Of a finding of the report, which no formula can read: it was there when the report was checked (SPEC P50). */
const STOOD = "核对报告时存在";
const UNCHECKED = "本次未核对报告";

/** 已豁免 while a reason stands beside the waiver, else whether the finding still stands, as far as a formula can tell. */
function statusContent({ columns }: RowContext, row: number, word: string, stands: FormulaNode | null): CellContent {
  const cell = (column: RecordColumn): FormulaNode => f.cell({ row, column: columns[column] });
  const open = f.text(word);
  const changed = f.text("已改动，待重新核验");
  const live = stands ? unbroken(f.when(stands, open, changed), changed) : open;
  const reasoned = f.notEqual(f.call("TRIM", cell("opinion")), f.blank);
  const waived = f.when(reasoned, f.text("已豁免"), f.text("豁免未写理由"));
  return { type: "formula", formula: printFormula(f.when(f.equal(cell("treatment"), f.text(WAIVED)), waived, live)) };
}

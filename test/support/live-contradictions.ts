import { decimalText, toDouble } from "../../src/core/model/exact";
import type { ScoringTable } from "../../src/core/model/scoring-table";
import { presentColumns, type AddedColumn } from "../../src/core/ours/added-columns";
import { readOurs } from "../../src/core/ours/read-ours";
import { taggedArea } from "../../src/core/ours/tags";
import { CONCLUSION } from "../../src/core/plan/formulas/conclusion";
import { STATE_OPEN, STATE_UNREAD, STATE_WORDS } from "../../src/core/plan/record/state-nodes";
import type { IndicatorReview, Review, TableReview } from "../../src/core/review.types";
import { roundScore, shownScore } from "../../src/core/rules/rounding";
import { severityOf } from "../../src/core/findings/catalogue";
import { SheetView } from "../../src/core/workbook/sheet-view";
import type { CellScalar, WorkbookSnapshot } from "../../src/core/workbook/snapshot";

/**
 * Where the live cells of a scored copy and the review of the same copy contradict each other (SPEC P43). The sheet may
 * say less (a row that has moved, a basis that has changed, a column that is gone), never otherwise.
 */
export function contradictions(book: WorkbookSnapshot, found: Review): readonly string[] {
  return found.tables.flatMap((table, index) => [
    ...rowContradictions(book, found, table),
    ...stateContradictions(book, found, table),
    ...summaryContradictions(book, found, table, index),
  ]);
}

interface LiveRow {
  /** Undefined where the column is gone. */
  readonly score: CellScalar | undefined;
  readonly words: string | undefined;
}

/** What a column of ours shows in a row of the table; undefined where it is gone, or stands on a sheet of its own. */
function liveCells(book: WorkbookSnapshot, { sheet, range }: ScoringTable): (row: number) => LiveRow {
  const found = book.sheets.find(({ name }) => name === sheet);
  const columns = presentColumns(readOurs(book).tags, sheet, range);
  if (!found) throw new Error(`no sheet ${sheet}`);
  const view = new SheetView(found);
  const at = (row: number, part: AddedColumn): CellScalar | undefined => {
    const column = columns[part];
    return column === undefined ? undefined : view.value(row, column);
  };
  return (row) => {
    const words = at(row, "conclusion");
    return { score: at(row, "recomputed"), words: words === undefined || typeof words === "string" ? words : "" };
  };
}

/** Words under which the sheet has given its judgement up until the next run. */
const GIVEN_UP: readonly string[] = [CONCLUSION.moved, CONCLUSION.changed, CONCLUSION.sorted, CONCLUSION.broken];
const CLEAN: readonly string[] = [
  CONCLUSION.fine, CONCLUSION.agrees, CONCLUSION.rounded, CONCLUSION.recomputed, CONCLUSION.notJudged,
]; // prettier-ignore

function rowContradictions(book: WorkbookSnapshot, found: Review, table: TableReview): readonly string[] {
  const liveRow = liveCells(book, table.table);
  return table.indicators.flatMap((one) => {
    const live = liveRow(one.indicator.row);
    const name = one.indicator.path.at(-1) ?? "";
    // A cell of ours that somebody wrote over is told as such; what the sheet makes of it is the sheet's own.
    const isOverwritten = found.findings.some(
      ({ code, sheet, at }) =>
        code === "formula-overwritten" && sheet === table.table.sheet && at?.row === one.indicator.row,
    );
    if (isOverwritten) return [];
    const parts = live.words?.split("；") ?? [];
    // A row that was cut out from beside our columns has none of their cells.
    const isBare = live.words === undefined || (live.words === "" && one.indicator.scoreGroup === null);
    const givenUp = isBare || parts.some((words) => GIVEN_UP.includes(words));
    return [
      ...scoreContradiction(one, live, givenUp, found),
      ...wordContradictions(one, parts, givenUp, found, table),
    ].map((what) => `${name}: ${what} (${live.words ?? "no 核验结论"})`);
  });
}

function scoreContradiction(
  { recomputed }: IndicatorReview,
  live: LiveRow,
  givenUp: boolean,
  { settings }: Review,
): readonly string[] {
  const due = recomputed.status === "computed" ? toDouble(shownScore(recomputed.score, settings)) : null;
  if (typeof live.score === "number")
    return due !== null && close(live.score, due) ? [] : [`live ${live.score}, due ${String(due)}`];
  return due === null || givenUp || live.score === undefined ? [] : [`nothing live, due ${due}`];
}

/** Another program may have stored 15 digits. */
const close = (live: number, due: number): boolean => Math.abs(live - due) <= 1e-9;

function wordContradictions(
  one: IndicatorReview,
  parts: readonly string[],
  givenUp: boolean,
  { findings }: Review,
  { table }: TableReview,
): readonly string[] {
  const clean = parts.some((words) => CLEAN.includes(words));
  const errors = findings.filter(
    ({ code, table: id, path }) =>
      id === table.id && severityOf(code) === "error" && path.join() === one.indicator.path.join(),
  );
  const alone = parts.length === 1 && clean;
  return [
    ...(alone && errors.length > 0 ? [`clean beside ${errors.map(({ code }) => code).join(", ")}`] : []),
    ...(parts.includes(CONCLUSION.mismatch) && one.state !== "differing" ? [`不符 beside ${one.state}`] : []),
    ...(clean && !parts.includes(CONCLUSION.notJudged) && one.state !== "agreeing" && !givenUp
      ? [`agreement beside ${one.state}`]
      : []),
  ];
}

/** The state of each mark on 核验记录 is the review's, or says that the row waits for the next run (SPEC P44, V1). */
function stateContradictions(
  book: WorkbookSnapshot,
  { findings }: Review,
  { table, indicators, funding }: TableReview,
): readonly string[] {
  if (findings.some(({ code }) => code === "formula-overwritten")) return []; // our own cells counted as they stand
  const area = taggedArea(readOurs(book).tags, "sheet", "states");
  const record = book.sheets.find(({ name }) => name === area?.sheet);
  if (!record || !area) return [];
  const view = new SheetView(record);
  const states = new Map<CellScalar, CellScalar>();
  for (let row = area.rect.top; row <= area.rect.bottom; row++)
    states.set(view.value(row, area.rect.left), view.value(row, area.rect.right));
  const due = [
    ...indicators.map(({ indicator, state }) => [indicator.path.join("／"), state] as const),
    ...(table.funding && funding ? [["项目资金（预算执行率）", funding.state] as const] : []),
  ];
  return due.flatMap(([name, state]) => {
    const live = states.get(name);
    // A row that was renamed or deleted stands there under its former name.
    return live === undefined || live === null || live === STATE_OPEN || live === STATE_UNREAD || live === STATE_WORDS[state]
      ? []
      : [`${name}: ${JSON.stringify(live)} beside ${state}`];
  });
} // prettier-ignore

/** 复算合计, 自评合计 and 已复算 of 核验记录: blank while something open stands among them, never another number. */
function summaryContradictions(
  book: WorkbookSnapshot,
  { settings, findings }: Review,
  { totals, coverage, indicators, funding }: TableReview,
  index: number,
): readonly string[] {
  if (findings.some(({ code }) => code === "formula-overwritten")) return []; // what a person wrote there adds up, and is told
  const area = taggedArea(readOurs(book).tags, "sheet", "record");
  const record = book.sheets.find(({ name }) => name === area?.sheet);
  if (!record) return [];
  const line = record.cells.filter(({ value }) => value === "总计")[index];
  if (!line) return ["no line 总计"];
  const view = new SheetView(record);
  const typed = indicators.every(({ indicator }) => indicator.score?.stated?.asText === false) ? totals.score : null;
  const due = totals.recomputed && toDouble(roundScore(totals.recomputed, settings));
  const [self, recomputed] = [view.value(line.row, line.column + 2), view.value(line.row, line.column + 3)];
  const words = view.value(line.row - 2, line.column + 4);
  const judged = `已复算 ${decimalText(coverage.judged, 2)} / ${decimalText(coverage.marks, 2)} 分`;
  const isDue = typeof recomputed === "number" && due !== null && close(recomputed, due);
  return [
    ...(typeof recomputed === "number" && !isDue ? [`复算合计 ${recomputed}, due ${String(due)}`] : []),
    ...(typeof self === "number" && typed && !close(self, toDouble(typed)) ? [`自评合计 ${self}, typed ${decimalText(typed, 4)}`] : []),
    ...(typed && self === "" && isDue && (funding?.score ?? null) !== null ? ["no 自评合计"] : []),
    ...(isDue && words !== judged ? [`已复算 is not ${judged}`] : []),
  ];
} // prettier-ignore

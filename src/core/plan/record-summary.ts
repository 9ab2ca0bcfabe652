import { f } from "../formula/build";
import type { FormulaNode } from "../formula/node";
import type { Rect } from "../model/address";
import { decimalText, ratio, toDouble, type Exact } from "../model/exact";
import type { LevelReview } from "../review.types";
import { roundScoreNode } from "../rules/rounding";
import { LOOK, MARKS } from "./looks";
import type { CellContent, CellStyle } from "./plan";
import { markNode, recomputedRange, type TableContext } from "./table-context";
import { formulaContent } from "./table-draft";

/**
 * What stands above the findings: for each table its coverage in marks, its total and its levels, typed beside
 * recomputed. A recomputed sum stays blank until every mark in it is judged (SPEC P6).
 */
export type SummaryLine = readonly SummaryCell[];

export interface SummaryCell {
  readonly content: CellContent;
  readonly style: CellStyle;
}

export function summaryLines(contexts: readonly TableContext[]): readonly SummaryLine[] {
  return contexts.flatMap((context) => [
    [text(tableTitle(context), { bold: true }), { content: coverageContent(context), style: { bold: true } }],
    ["范围", "满分", "自评合计", "复算合计"].map((header) => text(header, LOOK.header)),
    totalLine(context),
    ...context.review.levels.map((level) => levelLine(context, level)),
  ]);
}

const tableTitle = ({ review: { table } }: TableContext): string => table.title?.replace(/\s+/g, "") ?? table.sheet;

const text = (words: string, style: CellStyle): SummaryCell => ({ content: { type: "text", text: words }, style });

/** 已复算 5 / 100 分, from the cells as they stand now. */
function coverageContent(context: TableContext): CellContent {
  const { review, placement } = context;
  const scores = recomputedRange(context);
  const marks = scores && markRange(context, scores);
  const total = decimalText(review.coverage.marks, 2);
  if (!scores || !marks)
    return { type: "text", text: `已复算 ${decimalText(review.coverage.judged, 2)} / ${total} 分` };
  const scoreRange = f.range(scores, { sheet: placement.sheet });
  const judged = f.add(
    f.call("SUMIF", scoreRange, f.text(">=0"), marks),
    f.call("SUMIF", scoreRange, f.text("<0"), marks),
  );
  const words = f.concat(
    f.concat(f.text("已复算 "), roundScoreNode(judged, context.settings)),
    f.text(` / ${total} 分`),
  );
  return formulaContent(words);
}

/** The marks beside the recomputed scores, row by row; null where they do not stand in one column. */
function markRange(context: TableContext, scores: Rect): FormulaNode | null {
  const { review, placement } = context;
  const first = review.table.indicators.findIndex((_, index) => placement.rowOf(index) === scores.top);
  const node = markNode(context, first);
  if (node?.node !== "cell") return null;
  const beside = node.sheet === null;
  const sheet = beside ? placement.sheet : node.sheet;
  const top = node.at.row;
  const column = node.at.column;
  // On the sheet 核验计算 the table's own marks stand in other rows than our scores.
  if (top !== scores.top) return null;
  return f.range({ top, bottom: top + scores.bottom - scores.top, left: column, right: column }, { sheet });
}

function totalLine(context: TableContext): SummaryLine {
  const { review } = context;
  const all = review.table.indicators.map((_, index) => index);
  return line(context, "总计", review.totals.fullMark, all, review.table.funding?.total?.cells.score === undefined);
}

function levelLine(context: TableContext, level: LevelReview): SummaryLine {
  const found = context.review.table.levels.find(
    ({ at, path }) => at.row === level.at.row && at.column === level.at.column && path.length === level.path.length,
  );
  return line(context, level.path.join("／"), level.statedMark ?? level.markSum, found?.members ?? [], true);
}

/** `complete` is false where marks outside the indicators (the funding block's) belong to the sum. */
function line(
  context: TableContext,
  label: string,
  marks: Exact,
  members: readonly number[],
  complete: boolean,
): SummaryLine {
  const { review, placement, settings } = context;
  const { table } = review;
  const scoreRows = ownScoreRows(context, members);
  const typed = scoreRows && countedSum(scoreRows, (rect) => f.range(rect, { sheet: table.sheet }), settings);
  const column = placement.columns.recomputed;
  const ownRows = members.map((member) => placement.rowOf(member));
  const recomputed =
    column === undefined || !complete
      ? null
      : countedSum(columnRuns(ownRows, column), (rect) => f.range(rect, { sheet: placement.sheet }), settings);
  return [
    text(label, LOOK.text),
    { content: { type: "number", number: toDouble(marks) }, style: { ...LOOK.number, numberFormat: MARKS } },
    { content: formulaContent(typed), style: { ...LOOK.number, numberFormat: MARKS } },
    { content: formulaContent(recomputed), style: { ...LOOK.number, numberFormat: MARKS } },
  ];
}

/** The score cells of some indicators; null where a cell shared with others would count for both. */
function ownScoreRows({ review: { table } }: TableContext, members: readonly number[]): readonly Rect[] | null {
  const inside = new Set(members);
  const rows: number[] = [];
  let column: number | null = null;
  for (const member of members) {
    const indicator = table.indicators[member];
    if (!indicator?.score) return null;
    const { scoreGroup, score } = indicator;
    if (column !== null && column !== score.at.column) return null;
    column = score.at.column;
    const before = table.indicators[member - 1];
    const after = table.indicators[member + 1];
    const joined = (other: typeof before): boolean => scoreGroup !== null && other?.scoreGroup === scoreGroup;
    if ((joined(before) && !inside.has(member - 1)) || (joined(after) && !inside.has(member + 1))) return null;
    if (!joined(before)) rows.push(score.at.row);
  }
  return column === null ? null : columnRuns(rows, column);
}

/** Rows of one column as ranges without gaps. */
function columnRuns(rows: readonly number[], column: number): readonly Rect[] {
  const runs: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.bottom === row - 1) last.bottom = row;
    else runs.push({ top: row, bottom: row, left: column, right: column });
  }
  return runs;
}

/** Arguments that one function call may have, and that keep a formula well below Excel's 8,192 characters. */
const MOST_RUNS = 60;

/** The sum once every cell holds a number, blank before; null where the cells are too scattered for one formula. */
function countedSum(
  runs: readonly Rect[],
  ref: (rect: Rect) => FormulaNode,
  settings: TableContext["settings"],
): FormulaNode | null {
  if (runs.length === 0 || runs.length > MOST_RUNS) return null;
  const count = runs.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0);
  const ranges = runs.map(ref);
  const sum = roundScoreNode(f.call("SUM", ...ranges), settings);
  return f.when(f.less(f.call("COUNT", ...ranges), f.number(ratio(count))), f.blank, sum);
}

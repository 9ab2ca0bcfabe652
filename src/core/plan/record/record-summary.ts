import { unspaced } from "../../model/text";
import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import type { Rect } from "../../workbook/address";
import { decimalText, ratio, toDouble, type Exact } from "../../model/exact";
import type { LevelReview } from "../../review.types";
import { roundScoreNode } from "../../rules/rounding";
import { isExtraItem } from "../../model/named-indicators";
import { NOT_APPLICABLE_TEXT } from "../../rules/compile-rule";
import { LOOK, MARKS } from "../steps/cell-styles";
import type { CellContent, CellStyle } from "../../workbook/write-plan";
import {
  markNode,
  markRange,
  mayBeDropped,
  ourCell,
  recomputedRange,
  tableCell,
  type TableContext,
} from "../formulas/table-context";
import { fittingContent, formulaContent } from "../columns/table-draft";
import { cappedWords, fundingNode, totalNode } from "../formulas/total-nodes";

/**
 * What stands above the findings: for each table its coverage in marks, its total and its levels, typed beside
 * recomputed. A recomputed sum stays blank until every mark in it is judged (SPEC P6).
 */
export type SummaryLine = readonly SummaryCell[];

interface SummaryCell {
  readonly content: CellContent;
  readonly style: CellStyle;
}

export function summaryLines(contexts: readonly TableContext[]): readonly SummaryLine[] {
  return contexts.flatMap((context) => [
    // A long title runs on over the empty cells beside it.
    [
      text(tableTitle(context), { bold: true }),
      GAP,
      GAP,
      GAP,
      { content: coverageContent(context), style: { bold: true } },
    ],
    ["范围", "满分", "自评合计", "复算合计"].map((header) => text(header, LOOK.header)),
    totalLine(context),
    ...fundingLines(context),
    ...cappedLines(context),
    ...context.review.levels.map((level) => levelLine(context, level)),
  ]);
}

/** The typed scores of the rows and that of the funding block, blank until both are numbers. */
function withFunding(rows: FormulaNode, funding: FormulaNode, { settings }: TableContext): FormulaNode {
  const both = f.call("AND", f.call("ISNUMBER", rows), f.call("ISNUMBER", funding));
  return f.when(both, roundScoreNode(f.call("SUM", rows, funding), settings), f.blank);
}

const GAP: SummaryCell = { content: { type: "blank" }, style: {} };

const tableTitle = ({ review: { table } }: TableContext): string =>
  table.title === null ? table.sheet : unspaced(table.title);

const text = (words: string, style: CellStyle): SummaryCell => ({ content: { type: "text", text: words }, style });

/** Marks are no scores: no setting rounds them. */
const COVERAGE_PLACES = 2;

/** 已复算 5 / 100 分, from the cells as they stand now. */
function coverageContent(context: TableContext): CellContent {
  const { review, placement } = context;
  const scores = recomputedRange(context);
  const marks = scores && markRange(context, scores, "elsewhere");
  const total = decimalText(review.coverage.marks, COVERAGE_PLACES);
  if (!scores || !marks)
    return { type: "text", text: `已复算 ${decimalText(review.coverage.judged, COVERAGE_PLACES)} / ${total} 分` };
  const scoreRange = f.range(scores, { sheet: placement.sheet });
  // A mark that does not apply was judged (SPEC V1).
  const judged = [">=0", "<0", NOT_APPLICABLE_TEXT]
    .map((criterion) => f.call("SUMIF", scoreRange, f.text(criterion), marks))
    .reduce(f.add);
  const ofTable = extraMarks(context).reduce(f.subtract, judged);
  const funding = fundingNode(context, "elsewhere");
  const mark = review.funding?.fullMark;
  const all =
    funding && mark ? f.add(ofTable, f.when(f.call("ISNUMBER", funding), f.number(mark), f.number(ratio(0)))) : ofTable;
  const shown = f.call("ROUND", f.decisive(all), f.number(ratio(COVERAGE_PLACES)));
  const words = f.concat(f.concat(f.text("已复算 "), shown), f.text(` / ${total} 分`));
  return formulaContent(words);
}

/** 加分项 and 扣分项 are no part of the table's marks: what the sums over all rows count of them. */
function extraMarks(context: TableContext): readonly FormulaNode[] {
  const { table } = context.review;
  return table.indicators.flatMap((indicator, index) => {
    const mark = isExtraItem(indicator) ? markNode(context, index, "elsewhere") : null;
    const score = ourCell(context, context.placement.rowOf(index), "recomputed", "elsewhere");
    return mark && score ? [f.when(f.equal(score, f.blank), f.number(ratio(0)), mark)] : [];
  });
}

function totalLine(context: TableContext): SummaryLine {
  const { review } = context;
  const all = review.table.indicators.map((_, index) => index);
  const rows = typedNode(context, all);
  const score = review.table.funding?.total?.cells.score;
  const typed = rows && score ? withFunding(rows, tableCell(context, score.at, "elsewhere"), context) : rows;
  return line("总计", review.totals.fullMark, typed, totalNode(context, "elsewhere"));
}

/** The funding block stands above the table, where no column of ours reaches: its 复算分 is shown here. */
function fundingLines(context: TableContext): readonly SummaryLine[] {
  const { funding, table } = context.review;
  const node = fundingNode(context, "elsewhere");
  if (!funding?.fullMark || !node) return [];
  const score = table.funding?.total?.cells.score;
  const typed = score ? tableCell(context, score.at, "elsewhere") : null;
  const shown = (of: FormulaNode): FormulaNode => f.when(f.call("ISNUMBER", of), of, f.blank);
  const recomputed = f.when(f.call("ISNUMBER", node), roundScoreNode(node, context.settings), f.blank);
  return [line("项目资金（预算执行率）", funding.fullMark, typed && shown(typed), recomputed)];
}

/** Which of the pack's caps and deductions apply as the cells stand now. */
function cappedLines(context: TableContext): readonly SummaryLine[] {
  const words = cappedWords(context, "elsewhere");
  return words ? [[text("封顶与扣分", LOOK.text), { content: fittingContent(words), style: LOOK.text }]] : [];
}

function levelLine(context: TableContext, level: LevelReview): SummaryLine {
  const found = context.review.table.levels.find(
    ({ at, path }) => at.row === level.at.row && at.column === level.at.column && path.length === level.path.length,
  );
  const members = found?.members ?? [];
  const { placement } = context;
  const column = placement.columns.recomputed;
  const rows = members.map((member) => placement.rowOf(member));
  const recomputed =
    column === undefined
      ? null
      : countedSum(
          columnRuns(rows, column),
          (rect) => f.range(rect, { sheet: placement.sheet }),
          context.settings,
          members.some((member) => mayBeDropped(context, member)),
        );
  return line(level.path.join("／"), level.statedMark ?? level.markSum, typedNode(context, members), recomputed);
}

/** The sum of the typed scores, blank until all are numbers. */
function typedNode(context: TableContext, members: readonly number[]): FormulaNode | null {
  const rows = ourScoreRows(context, members);
  const { table } = context.review;
  return rows && countedSum(rows, (rect) => f.range(rect, { sheet: table.sheet }), context.settings);
}

function line(label: string, marks: Exact, typed: FormulaNode | null, recomputed: FormulaNode | null): SummaryLine {
  return [
    text(label, LOOK.text),
    { content: { type: "number", number: toDouble(marks) }, style: { ...LOOK.number, numberFormat: MARKS } },
    { content: fittingContent(typed), style: { ...LOOK.number, numberFormat: MARKS } },
    { content: fittingContent(recomputed), style: { ...LOOK.number, numberFormat: MARKS } },
  ];
}

/** The score cells of some indicators; null where a cell shared with others would count for both. */
function ourScoreRows({ review: { table } }: TableContext, members: readonly number[]): readonly Rect[] | null {
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

/** The sum once every cell holds a number, blank before (不适用 is passed over where `drops`); null where the cells are too scattered for one formula. */
function countedSum(
  runs: readonly Rect[],
  ref: (rect: Rect) => FormulaNode,
  settings: TableContext["settings"],
  drops = false,
): FormulaNode | null {
  if (runs.length === 0 || runs.length > MOST_RUNS) return null;
  const count = runs.reduce((sum, { top, bottom }) => sum + bottom - top + 1, 0);
  const ranges = runs.map(ref);
  const sum = roundScoreNode(f.over("SUM", ranges), settings);
  const counted = f.over("COUNT", ranges);
  if (!drops) return f.when(f.less(counted, f.number(ratio(count))), f.blank, sum);
  const dropped = ranges.map((range) => f.call("COUNTIF", range, f.text(NOT_APPLICABLE_TEXT)));
  const complete = f.equal(dropped.reduce(f.add, counted), f.number(ratio(count)));
  return f.when(f.call("AND", complete, f.greater(counted, f.number(ratio(0)))), sum, f.blank);
}

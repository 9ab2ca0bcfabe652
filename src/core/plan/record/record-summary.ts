import { unspaced } from "../../model/text";
import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { decimalText, ratio, toDouble, type Exact } from "../../model/exact";
import type { LevelReview } from "../../review.types";
import { NOT_APPLICABLE_TEXT } from "../../rules/compile-rule";
import type { Rect } from "../../workbook/address";
import { roundScoreNode } from "../../rules/rounding";
import { isExtraItem } from "../../model/named-indicators";
import { LOOK, MARKS } from "../steps/cell-styles";
import type { CellContent, CellStyle } from "../../workbook/write-plan";
import { markNode, markRange, mayBeDropped, ourCell, tableCell, type TableContext } from "../formulas/table-context";
import { CONCLUSION } from "../formulas/conclusion";
import { rowsSumIf } from "../formulas/summed-rows";
import { countedSum, scoreCellsOf } from "./summed-column";
import { fittingContent, formulaContent } from "../columns/table-draft";
import { cappedWords, fundingNode, recomputedRows, totalNode } from "../formulas/total-nodes";

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
      ...droppedCells(context),
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
  const { review } = context;
  const scores = recomputedRows(context, "elsewhere");
  const marks = scores && markRange(context, scores.area, "elsewhere");
  const total = decimalText(review.coverage.marks, COVERAGE_PLACES);
  if (!scores || !marks)
    return { type: "text", text: `已复算 ${decimalText(review.coverage.judged, COVERAGE_PLACES)} / ${total} 分` };
  // What does not apply is a state of its own (SPEC V1).
  const judged = [
    ...[">=0", "<0"].map((criterion) => rowsSumIf(scores, criterion, marks)),
    ...outsideTierMarks(context, scores.area, marks),
  ].reduce(f.add);
  const ofTable = extraMarks(context).reduce(f.subtract, judged);
  const funding = fundingNode(context, "elsewhere");
  const mark = review.funding?.fullMark;
  const all =
    funding && mark ? f.add(ofTable, f.when(f.call("ISNUMBER", funding), f.number(mark), f.number(ratio(0)))) : ofTable;
  const shown = f.call("ROUND", f.decisive(all), f.number(ratio(COVERAGE_PLACES)));
  const words = f.concat(f.concat(f.text("已复算 "), shown), f.text(` / ${total} 分`));
  return formulaContent(words);
}

/** 不适用 5 分, beside what was recomputed; only where a mark can be dropped. */
function droppedCells(context: TableContext): readonly SummaryCell[] {
  const rows = recomputedRows(context, "elsewhere");
  const marks = rows && markRange(context, rows.area, "elsewhere");
  if (!marks || !context.review.indicators.some((_, index) => mayBeDropped(context, index))) return [];
  const dropped = rowsSumIf(rows, NOT_APPLICABLE_TEXT, marks);
  const words = f.concat(f.concat(f.text(`${NOT_APPLICABLE_TEXT} `), dropped), f.text(" 分"));
  const shown = f.when(f.greater(dropped, f.number(ratio(0))), words, f.blank);
  return [{ content: formulaContent(shown), style: { bold: true } }];
}

/** The marks of rows whose score lies outside its tier: compared, and wrong, though no score can be told (SPEC V1). */
function outsideTierMarks(context: TableContext, rows: Rect, marks: FormulaNode): readonly FormulaNode[] {
  const { review, placement } = context;
  const column = placement.columns.conclusion;
  if (
    column === undefined ||
    !review.indicators.some(({ rule }) => rule?.rule.clauses.some(({ kind }) => kind === "tiers"))
  )
    return [];
  const words = f.range({ ...rows, left: column, right: column }, { sheet: placement.sheet });
  return [f.call("SUMIF", words, f.text(`*${CONCLUSION.outsideTier}*`), marks)];
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
  const recomputed =
    column === undefined
      ? null
      : countedSum(context, {
          rows: members.map((member) => placement.rowOf(member)),
          column,
          sheet: placement.sheet,
          drops: members.some((member) => mayBeDropped(context, member)),
        });
  return line(level.path.join("／"), level.statedMark ?? level.markSum, typedNode(context, members), recomputed);
}

/** The sum of the typed scores, blank until all are numbers. */
function typedNode(context: TableContext, members: readonly number[]): FormulaNode | null {
  const cells = scoreCellsOf(context, members);
  return cells && countedSum(context, { ...cells, sheet: context.review.table.sheet, drops: false });
}

function line(label: string, marks: Exact, typed: FormulaNode | null, recomputed: FormulaNode | null): SummaryLine {
  return [
    text(label, LOOK.text),
    { content: { type: "number", number: toDouble(marks) }, style: { ...LOOK.number, numberFormat: MARKS } },
    { content: fittingContent(typed), style: { ...LOOK.number, numberFormat: MARKS } },
    { content: fittingContent(recomputed), style: { ...LOOK.number, numberFormat: MARKS } },
  ];
}

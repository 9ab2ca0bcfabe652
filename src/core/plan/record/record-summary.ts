import { unspaced } from "../../model/text";
import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { decimalText, ratio, toDouble, type Exact } from "../../model/exact";
import type { LevelReview } from "../../review.types";
import { levelMarksAlone } from "../../scores/summary";
import { a1 } from "../../workbook/address";
import { LOOK, MARKS } from "../steps/cell-styles";
import type { CellContent, CellStyle } from "../../workbook/write-plan";
import { mayBeDropped, type TableContext } from "../formulas/table-context";
import { countedSum, scoreCellsOf, type SummedColumn } from "./summed-column";
import { liveContent } from "../columns/table-draft";
import { fundingCell, totalNode } from "../formulas/total-nodes";
import { FUNDING_LABEL, recordCell, STATE_COLUMN, stateRows } from "../formulas/record-places";
import { whileRowsStay } from "../formulas/total-guard";
import { cappedWords } from "../formulas/total-rule-nodes";
import { marksIn } from "./mark-states";
import { STATE_OPEN, STATE_UNREAD, STATE_WORDS, typedScore } from "./state-nodes";

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
      { content: stateCounts(context), style: { bold: true, wrap: true } },
    ],
    ["范围", "满分", "自评合计", "复算合计"].map((header) => text(header, LOOK.header)),
    totalLine(context),
    ...fundingLines(context),
    ...cappedLines(context),
    ...context.review.levels.map((level) => levelLine(context, level)),
  ]);
}

/** The typed scores of the rows and that of the funding block, blank until both are numbers. */
function withFunding(rows: FormulaNode, funding: FormulaNode): FormulaNode {
  const both = f.call("AND", f.call("ISNUMBER", rows), f.call("ISNUMBER", funding));
  return f.when(both, f.decisive(f.call("SUM", rows, funding)), f.blank);
}

const GAP: SummaryCell = { content: { type: "blank" }, style: {} };

const tableTitle = ({ review: { table } }: TableContext): string =>
  table.title === null ? table.sheet : unspaced(table.title);

const text = (words: string, style: CellStyle): SummaryCell => ({ content: { type: "text", text: words }, style });

/** Marks are no scores: no setting rounds them. */
const COVERAGE_PLACES = 2;

/** 已复算 5 / 100 分, from the states as they stand now. */
function coverageContent(context: TableContext): CellContent {
  const total = decimalText(context.review.coverage.marks, COVERAGE_PLACES);
  const { agreeing, differing, uncompared } = STATE_WORDS;
  const shown = roundedMarks(marksIn(context, agreeing, differing, uncompared, STATE_UNREAD));
  const words = f.concat(f.concat(f.text("已复算 "), shown), f.text(` / ${total} 分`));
  const guard = recordCell(context, context.record.top, "state", "elsewhere");
  return liveContent(f.when(f.equal(guard, f.blank), words, guard), f.text(STATE_OPEN));
}

const roundedMarks = (marks: FormulaNode): FormulaNode =>
  f.call("ROUND", f.decisive(marks), f.number(ratio(COVERAGE_PLACES)));

/** 一致 50 分；不符 10 分；…: the marks in each state, and where they stand row by row. */
function stateCounts(context: TableContext): CellContent {
  const { record } = context;
  const words = [...Object.values(STATE_WORDS), STATE_UNREAD, STATE_OPEN].map((state) => {
    // Marks that stand on levels alone are nobody's, and judged nowhere (SPEC V40).
    const ofLevels = state === STATE_WORDS.notJudged ? levelMarksAlone(context.review.table) : ratio(0);
    const rows = marksIn(context, state);
    const marks = roundedMarks(ofLevels.equals(0) ? rows : f.add(rows, f.number(ofLevels)));
    const said = f.concat(f.concat(f.text(`${state} `), marks), f.text(" 分；"));
    return f.when(f.greater(marks, f.number(ratio(0))), said, f.blank);
  });
  return liveContent(
    f.concat(words.reduce(f.concat), f.text(`逐项见 ${a1({ row: record.top, column: record.left })}`)),
  );
}

function totalLine(context: TableContext): SummaryLine {
  const { review } = context;
  const all = review.table.indicators.map((_, index) => index);
  const rows = typedNode(context, all);
  const score = review.table.funding?.total?.cells.score;
  const typed = rows && score ? withFunding(rows, typedScore(context, score)) : rows;
  const kept = typed && whileRowsStay(context, typed, "elsewhere");
  return line("总计", review.totals.fullMark, kept, totalNode(context, "elsewhere"));
}

/** The funding block stands above the table, where no column of ours reaches: its 复算分 stands beside its state. */
function fundingLines(context: TableContext): readonly SummaryLine[] {
  const { funding, table } = context.review;
  const node = fundingCell(context, "elsewhere");
  if (!funding?.fullMark || !node) return [];
  const score = table.funding?.total?.cells.score;
  const typed = score ? typedScore(context, score) : null;
  const shown = (of: FormulaNode): FormulaNode => f.when(f.call("ISNUMBER", of), of, f.blank);
  return [line(FUNDING_LABEL, funding.fullMark, typed && shown(typed), shown(node))];
}

/** Which of the pack's caps and deductions apply as the cells stand now. */
function cappedLines(context: TableContext): readonly SummaryLine[] {
  const words = cappedWords(context);
  return words
    ? [
        [
          text("封顶与扣分", LOOK.text),
          { content: liveContent(whileRowsStay(context, words, "elsewhere")), style: LOOK.text },
        ],
      ]
    : [];
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
          rounds: true,
        });
  const kept = (sum: FormulaNode | null): FormulaNode | null => sum && whileRowsStay(context, sum, "elsewhere");
  return line(
    level.path.join("／"),
    level.statedMark ?? level.markSum,
    kept(typedNode(context, members)),
    kept(recomputed),
  );
}

/** The sum of the typed scores, blank until all are numbers; of percentages and scores out of a hundred, what their rows here say of them. */
function typedNode(context: TableContext, members: readonly number[]): FormulaNode | null {
  const { table } = context.review;
  const cells = scoreCellsOf(context, members);
  if (!cells) return null;
  const isScaled = members.some((member) => table.indicators[member]?.score?.factor);
  const summed = isScaled ? typedInRecord(context, members) : { ...cells, sheet: table.sheet };
  return countedSum(context, { ...summed, drops: false, rounds: false });
}

/** Where the rows of this sheet say in marks what was typed. */
function typedInRecord(
  { review, record }: TableContext,
  members: readonly number[],
): Pick<SummedColumn, "rows" | "column" | "sheet"> {
  const { top } = stateRows(review, record).indicators;
  return { rows: members.map((member) => top + member), column: record.left + STATE_COLUMN.typed, sheet: record.sheet };
}

/** Up to four decimals of what was typed, as in the pane: 89.995 must not look like the 90 that another grade begins with. */
const TYPED_MARKS = "0.00##";

function line(label: string, marks: Exact, typed: FormulaNode | null, recomputed: FormulaNode | null): SummaryLine {
  return [
    text(label, LOOK.text),
    { content: { type: "number", number: toDouble(marks) }, style: { ...LOOK.number, numberFormat: MARKS } },
    { content: liveContent(typed), style: { ...LOOK.number, numberFormat: TYPED_MARKS } },
    { content: liveContent(recomputed), style: { ...LOOK.number, numberFormat: MARKS } },
  ];
}

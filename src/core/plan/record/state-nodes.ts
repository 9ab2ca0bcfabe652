import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { ratio } from "../../model/exact";
import { scorePlaces } from "../../model/score-places";
import type { TableCell } from "../../model/scoring-table";
import type { IndicatorReview, MarkState } from "../../review.types";
import { NOT_APPLICABLE_TEXT } from "../../rules/compile-rule";
import { isContinuous } from "../../rules/continuous";
import type { CellPosition } from "../../workbook/address";
import { CONCLUSION, emptiedNode, roundedTo } from "../formulas/conclusion";
import { fundingNode } from "../formulas/funding-nodes";
import { groupMembers } from "../formulas/judgement-nodes";
import { marksNode } from "../formulas/marks-node";
import { recordCell } from "../formulas/record-places";
import { statedNode } from "../formulas/stated-node";
import { isJudged, ourCell, tableCell, type TableContext } from "../formulas/table-context";

/** The words for the states that a mark is in (SPEC V1). */
export const STATE_WORDS: Readonly<Record<MarkState, string>> = {
  agreeing: "一致",
  differing: "不符",
  uncompared: "未评分",
  notVerifiable: "缺数据",
  notJudged: "无标准",
  notApplicable: NOT_APPLICABLE_TEXT,
};

/** Until the next run: the row no longer rests on what it was planned from. */
export const STATE_OPEN = "已变动，待重新核验";

/** The same of a score that was typed over by a text since: recomputed, and compared on the next run. */
export const STATE_UNREAD = "已复算，待重新核验";

/** A formula that calls a blank cell would show 0. */
export const shown = (cell: FormulaNode): FormulaNode => {
  const fixed = absolute(cell);
  return f.when(f.equal(fixed, f.blank), f.blank, fixed);
};

/** Sorting these rows must bind no row to another's cells. */
const absolute = (node: FormulaNode): FormulaNode => (node.node === "cell" ? { ...node, absolute: true } : node);

/** The state of one mark by the row's own cells: what the review says of it, whatever is typed since (SPEC P44, V1). */
export function stateNode(context: TableContext, one: IndicatorReview, index: number): FormulaNode {
  const state = isJudged(one) ? judgedState(context, one, index) : f.text(STATE_WORDS.notJudged);
  if (!isJudged(one) && one.definition === null) return state;
  const basis = recordedCell(context, context.placement.rowOf(index), "basis");
  return f.when(f.equal(basis, f.blank), state, f.text(STATE_OPEN));
}

/** A cell of ours as the rows of 核验记录 read it; blank where the table has no such column. */
function recordedCell(
  context: TableContext,
  row: number,
  column: "basis" | "recomputed" | "difference" | "conclusion",
): FormulaNode {
  const found = ourCell(context, row, column, "elsewhere");
  return found ? absolute(found) : f.blank;
}

function judgedState(context: TableContext, { indicator }: IndicatorReview, index: number): FormulaNode {
  const { placement } = context;
  const first = placement.rowOf(firstOfGroup(context, index));
  const recomputed = recordedCell(context, placement.rowOf(index), "recomputed");
  const { score, scoreGroup } = indicator;
  const isShared = scoreGroup !== null;
  const difference =
    !isShared && score?.stated?.asText === true
      ? textDifference(context, score, recomputed)
      : recordedCell(context, first, "difference");
  const conclusion = recordedCell(context, first, "conclusion");
  const says = (words: string): FormulaNode => f.call("ISNUMBER", f.call("FIND", f.text(words), conclusion));
  const apart = f.greater(f.decisive(f.call("ABS", difference)), f.number(context.settings.tolerance));
  const differs = f.call("OR", says(CONCLUSION.mismatch), says(CONCLUSION.missedButFull));
  const compared = f.when(
    differs,
    f.text(STATE_WORDS.differing),
    f.when(
      f.when(apart, says(CONCLUSION.rounded), f.boolean(true)),
      f.text(STATE_WORDS.agreeing),
      f.text(STATE_WORDS.differing),
    ),
  );
  // A text typed since may be a number to the review; one that stood there was read.
  const uncompared =
    typeof score?.raw === "string"
      ? f.text(STATE_WORDS.uncompared)
      : f.when(says(CONCLUSION.notNumber), f.text(STATE_UNREAD), f.text(STATE_WORDS.uncompared));
  const known = f.when(f.call("ISNUMBER", recomputed), uncompared, withoutScore(recomputed));
  const outside = f.when(says(CONCLUSION.outsideTier), f.text(STATE_WORDS.differing), known);
  const state = f.when(f.call("ISNUMBER", difference), compared, isShared ? known : outside);
  const emptied = emptiedNode(ourCells(context, placement.rowOf(index), first, index));
  return f.when(f.anyOf([says(CONCLUSION.broken), ...(emptied ? [emptied] : [])]), f.text(STATE_OPEN), state);
}

/** The cells of ours that the state is told from; each holds a formula until somebody empties it. */
function ourCells(context: TableContext, row: number, first: number, index: number): readonly FormulaNode[] {
  const { score } = context.review.table.indicators[index] ?? {};
  const members = groupMembers(context, firstOfGroup(context, index)) ?? [];
  const isCompared = score != null && members.every((member) => isJudged(context.review.indicators[member]));
  return [
    recordedCell(context, row, "recomputed"),
    recordedCell(context, first, "conclusion"),
    ...(isCompared ? [recordedCell(context, first, "difference")] : []),
  ];
}

const textDifference = (context: TableContext, score: TableCell, recomputed: FormulaNode): FormulaNode => {
  const typed = typedScore(context, score);
  const both = f.equal(f.call("COUNT", typed, recomputed), f.number(ratio(2)));
  return f.when(both, f.subtract(typed, recomputed), f.blank);
};

const withoutScore = (recomputed: FormulaNode): FormulaNode =>
  f.when(
    f.equal(recomputed, f.text(NOT_APPLICABLE_TEXT)),
    f.text(STATE_WORDS.notApplicable),
    f.text(STATE_WORDS.notVerifiable),
  );

/** Of the indicators that share a score cell the first, beside which stands what is said of all. */
function firstOfGroup({ review: { table } }: TableContext, index: number): number {
  const group = table.indicators[index]?.scoreGroup ?? null;
  let first = index;
  while (group !== null && table.indicators[first - 1]?.scoreGroup === group) first--;
  return first;
}

/** A score that was typed as text is read as the review reads it, for as long as it stands there. */
export function typedScore(context: TableContext, score: TableCell): FormulaNode {
  const ref = (at: CellPosition): FormulaNode => absolute(tableCell(context, at, "elsewhere"));
  return score.stated?.asText === true ? statedNode(score, score.stated.number, ref) : marksNode(score, ref);
}

export function fundingState(context: TableContext, row: number): FormulaNode {
  const { settings, review } = context;
  const rule = review.funding?.rule;
  if (!rule || !fundingNode(context)) return f.text(STATE_WORDS.notJudged);
  const typed = recordCell(context, row, "typed", "elsewhere");
  const recomputed = recordCell(context, row, "recomputed", "elsewhere");
  const close = f.atMost(f.decisive(f.call("ABS", f.subtract(typed, recomputed))), f.number(settings.tolerance));
  const rounded = isContinuous(rule.rule, settings)
    ? roundedTo(typed, recomputed, settings, scorePlaces(review.table))
    : null;
  const agrees = rounded ? f.call("OR", close, rounded) : close;
  const compared = f.when(agrees, f.text(STATE_WORDS.agreeing), f.text(STATE_WORDS.differing));
  const unread = amountsAsText(context);
  const unknown = f.text(STATE_WORDS.notVerifiable);
  const waiting = unread ? f.when(unread, f.text(STATE_OPEN), unknown) : unknown;
  const alone = f.when(f.call("ISNUMBER", recomputed), f.text(STATE_WORDS.uncompared), waiting);
  return f.when(f.equal(f.call("COUNT", typed, recomputed), f.number(ratio(2))), compared, alone);
}

/** Whether an amount was typed over by a text since: the review may read a number there, the formula does not. */
function amountsAsText(context: TableContext): FormulaNode | null {
  const total = context.review.table.funding?.total;
  const tests = [total?.cells.executed, total?.cells.budget].flatMap((cell) =>
    cell && typeof cell.raw !== "string" ? [f.call("ISTEXT", absolute(tableCell(context, cell.at, "elsewhere")))] : [],
  );
  return tests.length > 0 ? f.over("OR", tests) : null;
}

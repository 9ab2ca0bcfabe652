import { f } from "../../formula/build";
import { printFormula } from "../../formula/print";
import type { FormulaNode } from "../../formula/written";
import { ratio } from "../../model/exact";
import { scorePlaces } from "../../model/score-places";
import type { AddedColumn } from "../../ours/added-columns";
import type { IndicatorReview } from "../../review.types";
import { isContinuous } from "../../rules/continuous";
import { conclusionFormula, UNSAID, type ConclusionCells } from "./conclusion";
import { impossibleActual } from "./impossible-nodes";
import { markBounds } from "./mark-bounds";
import { marksNode } from "./marks-node";
import { saysNothing } from "./reason-node";
import type { NamedInput } from "./score-nodes";
import { isJudged, markNode, ourCell, tableCell, targetCells, type TableContext } from "./table-context";
import { targetTests } from "./target-nodes";
import { sameValue } from "./unchanged-node";
import { withdrawnReason } from "./withdrawn-node";

/** Whether the rule's scores can be rounded ones (SPEC C20). */
const mayBeRounded = (one: IndicatorReview | undefined, settings: TableContext["settings"]): boolean =>
  one?.rule ? isContinuous(one.rule.rule, settings) : false;

/** The indicators whose score stands in one cell, at the first of them; null at the others. */
export function groupMembers({ review: { table } }: TableContext, index: number): readonly number[] | null {
  const group = table.indicators[index]?.scoreGroup ?? null;
  if (group === null) return [index];
  if (table.indicators[index - 1]?.scoreGroup === group) return null;
  const members = [index];
  while (table.indicators[index + members.length]?.scoreGroup === group) members.push(index + members.length);
  return members;
}

/** What a score cell is compared with; a cell that several indicators share is compared with their sums. */
export interface ScoreCells {
  readonly score: FormulaNode | null;
  readonly fullMark: FormulaNode | null;
  readonly recomputed: FormulaNode | null;
}

export function scoreCells(context: TableContext, members: readonly number[]): ScoreCells {
  const { review, placement } = context;
  const score = review.table.indicators[members[0] ?? 0]?.score;
  const recomputed = (member: number): FormulaNode | null =>
    isJudged(review.indicators[member]) ? ourCell(context, placement.rowOf(member), "recomputed") : null;
  return {
    score: score ? marksNode(score, (at) => tableCell(context, at)) : null,
    fullMark: sumOf(members.map((member) => markNode(context, member))),
    recomputed: sumOf(members.map(recomputed)),
  };
}

/** One cell as it is; several as their sum, blank until all are numbers. Null where one of them is wanting. */
function sumOf(nodes: readonly (FormulaNode | null)[]): FormulaNode | null {
  const cells = nodes.filter((node) => node !== null);
  const [first] = cells;
  if (!first || cells.length < nodes.length) return null;
  if (cells.length === 1) return first;
  return f.when(f.less(f.over("COUNT", cells), f.number(ratio(cells.length))), f.blank, f.over("SUM", cells));
}

/** 差异: typed less recomputed, blank unless both are numbers. */
export function differenceNode({ score, recomputed }: Omit<ScoreCells, "fullMark">): FormulaNode | null {
  if (score === null || recomputed === null) return null;
  const both = f.less(f.call("COUNT", score, recomputed), f.number(ratio(2)));
  return f.when(both, f.blank, f.decisive(f.subtract(score, recomputed)));
}

/** An actual value that can not be is said before all else, as the review does (SPEC C19). */
function actualTests(context: TableContext, index: number): NonNullable<ConclusionCells["impossible"]> {
  const test = impossibleActual(context, index);
  return test ? [{ label: "实际完成值", test }] : [];
}

/** Whether the rule is one of tiers, within which the score must lie. */
const hasTiers = (one: IndicatorReview | undefined): boolean =>
  one?.rule?.rule.clauses.some((clause) => clause.kind === "tiers" && clause.awarded !== null) === true;

export function conclusionNode(
  context: TableContext,
  { indicator }: IndicatorReview,
  members: readonly number[],
  inputs: readonly NamedInput[],
  /** Our columns that hold a formula in the row and are read by this one. */
  ours: readonly AddedColumn[],
): FormulaNode {
  const row = context.placement.rowOf(members[0] ?? 0);
  const distinct = [...new Map(inputs.map((input) => [printFormula(input.at), input])).values()];
  return conclusionFormula({
    ours: [...ours.flatMap((column) => ourCell(context, row, column) ?? []), ...othersCells(context, members)],
    basis: basisCells(context, members),
    ...scoreCells(context, members),
    bounds: markBounds(members.flatMap((member) => context.review.table.indicators[member] ?? [])),
    unsaid: reasonCell(context, indicator, row) && ourCell(context, row, "unsaid"),
    inputs: distinct,
    impossible: [
      ...distinct.flatMap(({ label, impossible }) => (impossible ? [{ label, test: impossible }] : [])),
      ...(members.length === 1 ? actualTests(context, members[0] ?? 0) : []),
    ],
    tiers: members.length === 1 && hasTiers(context.review.indicators[members[0] ?? 0]),
    target:
      members.length > 1
        ? null
        : targetTests(indicator, context.settings.overFulfilment, targetCells(context, members[0] ?? 0)),
    settings: context.settings,
    rounding: members.every((member) => mayBeRounded(context.review.indicators[member], context.settings))
      ? scorePlaces(context.review.table)
      : null,
  });
}

/** Of a row alone its cell; of many that share a score what they say together, since formulas nest 64 deep at most. */
function basisCells(context: TableContext, members: readonly number[]): readonly FormulaNode[] {
  const cells = members.flatMap((member) => ourCell(context, context.placement.rowOf(member), "basis") ?? []);
  const [first, ...others] = cells;
  return first && others.length > MOST_SHARED ? [first, others.reduce(f.concat)] : cells;
}

const MOST_SHARED = 8;

/** 核对依据 and 复算分 of those that share the score with the first; of very many none, since a call takes 255 arguments. */
function othersCells(context: TableContext, [, ...others]: readonly number[]): readonly FormulaNode[] {
  if (others.length > MOST_SHARED) return [];
  return others.flatMap((member) => {
    const row = context.placement.rowOf(member);
    const recomputed = isJudged(context.review.indicators[member]) ? ourCell(context, row, "recomputed") : null;
    return [ourCell(context, row, "basis"), recomputed].filter((cell) => cell !== null);
  });
}

/** Where the words for a deduction stand: our column, else the table's own. */
const reasonCell = (context: TableContext, { reason }: IndicatorReview["indicator"], row: number): FormulaNode | null =>
  ourCell(context, row, "reason") ?? (reason ? tableCell(context, reason.at) : null);

/** 核对原因: 无说明 where those words explain nothing. Null where no cell is for them. */
export function unsaidNode(context: TableContext, one: IndicatorReview, index: number): FormulaNode | null {
  const { indicator } = one;
  const reason = reasonCell(context, indicator, context.placement.rowOf(index));
  if (!reason) return null;
  const known = [withdrawnReason(context, reason), emptyWords(context, one, reason)].filter((test) => test !== null);
  return f.when(f.anyOf([...known, saysNothing(reason)]), f.text(UNSAID), f.blank);
}

/** Whether the cell still holds the words that the review took for a placeholder, which no list of words may know. */
function emptyWords(
  context: TableContext,
  { justification }: IndicatorReview,
  reason: FormulaNode,
): FormulaNode | null {
  if (justification !== "placeholder" || !context.placement.beside || reason.node !== "cell") return null;
  const words = context.view.value(reason.at.row, reason.at.column);
  return typeof words === "string" ? sameValue(reason, words) : null;
}

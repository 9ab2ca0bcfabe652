import { compileDefinition } from "../../language/definition/compile";
import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { printFormula } from "../../formula/print";
import { ratio } from "../../model/exact";
import type { IndicatorReview } from "../../review.types";
import { compileRule } from "../../rules/compile-rule";
import { isContinuous, needsRounding } from "../../rules/continuous";
import { shownScoreNode, subjectNodeForScore } from "../../rules/rounding";
import { conclusionFormula, type ConclusionCells } from "./conclusion";
import type { Quantity } from "../../model/quantity";
import { anyOf, impossibleActual, impossibleTests } from "./impossible-nodes";
import { actualAnswer, givenNode, helperCell } from "./answer-nodes";
import { isIndicatorRate } from "./input-places";
import { scorePlaces } from "../../model/score-places";
import { unchangedNode } from "./unchanged-node";
import { deviationNode, shownNumber, targetNodes, targetTests } from "./target-nodes";
import { isJudged, markNode, ourCell, tableCell, targetCells, type TableContext } from "./table-context";

/** The formulas of one indicator's row (SPEC P5); null where a column has nothing to say for it. */
export interface RowFormulas {
  readonly rate: string | null;
  readonly recomputed: string | null;
  readonly difference: string | null;
  readonly conclusion: string | null;
  readonly target: string | null;
  readonly actual: string | null;
  readonly deviation: string | null;
}

interface NamedInput {
  readonly label: string;
  readonly at: FormulaNode;
  /** True where the number in its place can not be; absent where nothing tells. */
  readonly impossible?: FormulaNode;
}

/** Makes the formulas of a table's rows; those that differ only by their row are printed once. */
export class RowPrinter {
  private readonly context: TableContext;
  private readonly templates = new Map<string, readonly string[]>();

  constructor(context: TableContext) {
    this.context = context;
  }

  formulas(one: IndicatorReview, index: number): RowFormulas {
    const { context } = this;
    const inputs: NamedInput[] = [];
    const rate = rateNode(context, one, inputs);
    const recomputed = scoreNode(context, one, index, inputs);
    return {
      rate: fitting(rate),
      recomputed: fitting(recomputed),
      ...this.judgement(one, index, inputs),
      ...this.helpers(one, index),
    };
  }

  /** What the row's other formulas read of target and actual value. */
  private helpers(one: IndicatorReview, index: number): Pick<RowFormulas, "target" | "actual" | "deviation"> {
    const { context } = this;
    const cells = targetCells(context, index);
    const nodes = cells && targetNodes(one.indicator, (at) => tableCell(context, at));
    if (!nodes) {
      const answer = isJudged(one) ? actualAnswer(one) : undefined;
      const column = context.placement.columns.actual;
      const node = answer && column !== undefined ? shownNumber(givenNode(context, one, answer)) : null;
      return { target: null, actual: fitting(node), deviation: null };
    }
    const [target, actual] = [shownNumber(nodes.target), shownNumber(nodes.actual)];
    return { target: fitting(target), actual: fitting(actual), deviation: fitting(deviationNode(cells)) };
  }

  /** 差异 and 核验结论, at the first indicator of those that share a score cell. */
  private judgement(
    one: IndicatorReview,
    index: number,
    inputs: readonly NamedInput[],
  ): Pick<RowFormulas, "difference" | "conclusion"> {
    const { context } = this;
    const members = groupMembers(context, index);
    if (members === null) return { difference: null, conclusion: null };
    const row = context.placement.rowOf(index);
    const isPlain = members.length === 1 && inputs.length === 0 && standsInItsRow(context, one, row);
    const shape = isPlain ? shapeOf(one) : null;
    const all = members.length === 1 ? inputs : members.flatMap((member) => memberInputs(context, member));
    return {
      difference: this.print(shape && `difference ${shape}`, row, () => differenceNode(scoreCells(context, members))),
      conclusion: this.print(shape && `conclusion ${shape}`, row, () => conclusionNode(context, one, members, all)),
    };
  }

  /** Prints the formula; where rows of that shape were printed before, only the row number is put in. */
  private print(shape: string | null, row: number, build: () => FormulaNode | null): string | null {
    const known = shape === null ? undefined : this.templates.get(shape);
    if (known) return known.length === 1 ? null : known.join(String(row + 1));
    const node = build();
    const text = fitting(node);
    if (shape !== null) this.templates.set(shape, text === null ? [""] : splitAtRow(text, row));
    return text;
  }
}

/** Excel allows a formula 8,192 characters. */
const LONGEST_FORMULA = 8192;

/** What stands in place of a formula that Excel would not take: nothing is left out unsaid (SPEC P42). */
const TOO_LONG = "公式过长，未写入";

export function fitting(node: FormulaNode | null): string | null {
  const text = node && printFormula(node);
  return text === null || text.length <= LONGEST_FORMULA ? text : printFormula(f.text(TOO_LONG));
}

/** The pieces between the row's number where it ends a reference: $C5, never 0.5 or "5". */
function splitAtRow(formula: string, row: number): readonly string[] {
  const number = String(row + 1);
  return formula.split(new RegExp(`(?<=[A-Z])${number}(?!\\d)`));
}

/** Whether everything that the row's formulas read stands in the row itself, so that one text serves all such rows. */
function standsInItsRow({ placement }: TableContext, { indicator }: IndicatorReview, row: number): boolean {
  const { nameAt, score, reason, fullMark } = indicator;
  if (!placement.beside || nameAt.row !== row) return false;
  return [score?.at, reason?.at, fullMark?.at].every((at) => at === undefined || at.row === row);
}

/** Whether the rule's scores can be rounded ones, and how many decimals the table's own scores have (SPEC C20). */
const mayBeRounded = (one: IndicatorReview | undefined, settings: TableContext["settings"]): boolean =>
  one?.rule ? isContinuous(one.rule.rule, settings) : false;

const shapeOf = (one: IndicatorReview): string => {
  const { nameAt, score, reason, fullMark } = one.indicator;
  const columns = [nameAt.column, score?.at.column, reason?.at.column, fullMark?.at.column];
  return [...columns.map((column) => column ?? "-"), isJudged(one)].join(",");
};

/** 计算值 from the definition; null where there is none, or where a quantity has no place to stand. */
function rateNode({ places }: TableContext, one: IndicatorReview, inputs: NamedInput[]): FormulaNode | null {
  if (one.definition === null) return null;
  const { definition } = one.definition;
  const found = new Map<string, FormulaNode>();
  for (const variable of definition.variables) {
    const at = places.variable(one.indicator.path, variable);
    if (!at) return null;
    found.set(variable, at);
  }
  const quantityOf = (variable: string): Quantity | null => places.quantity(one.indicator.path, variable);
  const tests = impossibleTests(definition, found, quantityOf);
  for (const [label, at] of found) {
    const impossible = tests.get(label);
    inputs.push({ label, at, ...(impossible ? { impossible } : {}) });
  }
  return compileDefinition(definition, (variable) => found.get(variable) ?? f.blank);
}

/** 复算分 from the rule; null where none judges the indicator. */
function scoreNode(
  context: TableContext,
  one: IndicatorReview,
  index: number,
  inputs: NamedInput[],
): FormulaNode | null {
  if (one.rule === null || !isJudged(one)) return null;
  const { rule } = one.rule;
  const { settings, placement } = context;
  const rate = ourCell(context, placement.rowOf(index), "rate") ?? f.blank;
  const subject = subjectNodeForScore(rate, settings, one.definition?.definition.percent ? 2 : null);
  const at = new Map<string, FormulaNode>();
  let readsRate = false;
  for (const answer of one.answers) {
    const { name } = answer.input;
    const own = isIndicatorRate(one, answer);
    readsRate ||= own;
    const elsewhere = (): FormulaNode => helperCell(context, one, index, answer) ?? givenNode(context, one, answer);
    // An actual value stands for the rate until the rate's own numbers are there (SPEC M21).
    const stated = own && answer.cell ? f.when(f.call("ISNUMBER", rate), subject, elsewhere()) : null;
    const node = stated ?? (own ? subject : elsewhere());
    at.set(name, node);
    // A rule whose applicability nobody denied applies: that answer is not wanting.
    if (rule.applicability?.input.name !== name && !own) inputs.push({ label: name, at: node });
  }
  const shown = (node: FormulaNode): FormulaNode =>
    needsRounding(rule, settings) ? shownScoreNode(node, settings) : node;
  const refused = readsRate ? inputs.flatMap(({ impossible }) => impossible ?? []) : [];
  const compiled = compileRule(rule, (input) => at.get(input.name) ?? f.blank, settings, shown);
  const score = refused.length > 0 ? f.when(anyOf(refused), f.blank, compiled) : compiled;
  const unchanged = unchangedNode(context, one);
  return unchanged ? f.when(unchanged, score, f.blank) : score;
}

function memberInputs(context: TableContext, index: number): readonly NamedInput[] {
  const one = context.review.indicators[index];
  const inputs: NamedInput[] = [];
  if (!one) return inputs;
  rateNode(context, one, inputs);
  scoreNode(context, one, index, inputs);
  return inputs;
}

/** The indicators whose score stands in one cell, at the first of them; null at the others. */
function groupMembers({ review: { table } }: TableContext, index: number): readonly number[] | null {
  const group = table.indicators[index]?.scoreGroup ?? null;
  if (group === null) return [index];
  if (table.indicators[index - 1]?.scoreGroup === group) return null;
  const members = [index];
  while (table.indicators[index + members.length]?.scoreGroup === group) members.push(index + members.length);
  return members;
}

/** What a score cell is compared with; a cell that several indicators share is compared with their sums. */
interface ScoreCells {
  readonly score: FormulaNode | null;
  readonly fullMark: FormulaNode | null;
  readonly recomputed: FormulaNode | null;
}

function scoreCells(context: TableContext, members: readonly number[]): ScoreCells {
  const { review, placement } = context;
  const score = review.table.indicators[members[0] ?? 0]?.score;
  const recomputed = (member: number): FormulaNode | null =>
    isJudged(review.indicators[member]) ? ourCell(context, placement.rowOf(member), "recomputed") : null;
  return {
    score: score ? tableCell(context, score.at) : null,
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
function actualTests(
  context: TableContext,
  indicator: IndicatorReview["indicator"],
): NonNullable<ConclusionCells["impossible"]> {
  const { actual } = indicator;
  if (!actual) return [];
  const format = context.view.cell(actual.at.row, actual.at.column)?.numberFormat ?? "";
  const inPercent = format.replace(/"[^"]*"|\\./g, "").includes("%");
  const test = impossibleActual(indicator, tableCell(context, actual.at), inPercent);
  return test ? [{ label: "实际完成值", test }] : [];
}

/** What a row's judgement rests on, so that its conclusion can say when that is another. */
function basisOf(context: TableContext, index: number): Pick<ConclusionCells, "unchanged" | "tiers"> {
  const one = context.review.indicators[index];
  if (!one || (!isJudged(one) && one.definition === null)) return {};
  const tiers = one.rule?.rule.clauses.some((clause) => clause.kind === "tiers" && clause.awarded !== null) === true;
  return { unchanged: unchangedNode(context, one), tiers };
}

function conclusionNode(
  context: TableContext,
  { indicator }: IndicatorReview,
  members: readonly number[],
  inputs: readonly NamedInput[],
): FormulaNode {
  const row = context.placement.rowOf(members[0] ?? 0);
  const reason = indicator.reason ? tableCell(context, indicator.reason.at) : null;
  const distinct = [...new Map(inputs.map((input) => [printFormula(input.at), input])).values()];
  return conclusionFormula({
    name: tableCell(context, indicator.nameAt),
    plannedName: ourCell(context, row, "indicator") ?? f.blank,
    ...scoreCells(context, members),
    reason: ourCell(context, row, "reason") ?? reason,
    inputs: distinct,
    impossible: [
      ...distinct.flatMap(({ label, impossible }) => (impossible ? [{ label, test: impossible }] : [])),
      ...(members.length === 1 ? actualTests(context, indicator) : []),
    ],
    inOrder: distinct.flatMap(({ at }) => context.places.inOrder(at) ?? []),
    ...(members.length === 1 ? basisOf(context, members[0] ?? 0) : {}),
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

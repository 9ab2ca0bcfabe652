import { compileDefinition } from "../../language/definition/compile";
import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import type { Quantity } from "../../model/quantity";
import type { IndicatorReview } from "../../review.types";
import { compileRule } from "../../rules/compile-rule";
import { needsRounding } from "../../rules/continuous";
import { shownScoreNode, subjectNodeForScore } from "../../rules/rounding";
import { givenNode, helperCell } from "./answer-nodes";
import { beyondWhole, impossibleActual, impossibleTests } from "./impossible-nodes";
import { isIndicatorRate } from "../../scores/asked-of-people";
import { isJudged, ourCell, whileUnchanged, type TableContext } from "./table-context";

/** What a row's rate and rule read: the words for it, and where it stands. */
export interface NamedInput {
  readonly label: string;
  readonly at: FormulaNode;
  /** True where the number in its place can not be; absent where nothing tells. */
  readonly impossible?: FormulaNode;
}

/** 计算值 from the definition; null where there is none, or where a quantity has no place to stand. */
export function rateNode(
  context: TableContext,
  one: IndicatorReview,
  index: number,
  inputs: NamedInput[],
): FormulaNode | null {
  const { places } = context;
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
  const beyond = beyondWhole(definition, ourCell(context, context.placement.rowOf(index), "rate"));
  for (const [i, [label, at]] of [...found].entries()) {
    const both = [tests.get(label), i === 0 ? beyond : null].flatMap((test) => test ?? []);
    const impossible = both.length === 0 ? null : f.anyOf(both);
    inputs.push({ label, at, ...(impossible ? { impossible } : {}) });
  }
  const rate = compileDefinition(definition, (variable) => found.get(variable) ?? f.blank);
  return whileUnchanged(context, index, rate);
}

/** 复算分 from the rule; null where none judges the indicator. */
export function scoreNode(
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
  const readsActual = one.answers.some(({ cell }) => cell !== null && cell === one.indicator.actual);
  const refused = [
    ...(readsRate ? inputs.flatMap(({ impossible }) => impossible ?? []) : []),
    ...[readsActual ? impossibleActual(context, index) : null].filter((test) => test !== null),
  ];
  const compiled = compileRule(rule, (input) => at.get(input.name) ?? f.blank, settings, shown);
  const score = refused.length > 0 ? f.when(f.anyOf(refused), f.blank, compiled) : compiled;
  return whileUnchanged(context, index, score);
}

/** All that an indicator's rate and rule read. */
export function memberInputs(context: TableContext, index: number): readonly NamedInput[] {
  const one = context.review.indicators[index];
  const inputs: NamedInput[] = [];
  if (!one) return inputs;
  rateNode(context, one, index, inputs);
  scoreNode(context, one, index, inputs);
  return inputs;
}

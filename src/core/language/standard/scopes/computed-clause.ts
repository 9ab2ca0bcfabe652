import { ONE, ZERO, type Exact } from "../../../model/exact";
import type { Clause, Proportional } from "../../../rules/clause";
import type { Expression } from "../../../rules/definition";
import { evaluate } from "../../../rules/expression";
import type { RuleInput } from "../../../rules/rule-input";
import { namesIn, renamed } from "../conditions/formula";
import type { Frame } from "./frame";
import type { Figures } from "./figures";
import type { Outcome } from "./line";

/** One per name, in printed order. */
export const distinct = (inputs: readonly RuleInput[]): readonly RuleInput[] => [
  ...new Map(inputs.map((input) => [input.name, input])).values(),
];

/** The figures that an expression reads, as often as it names them. */
export const figuresIn = (expression: Expression, figures: Figures): readonly RuleInput[] =>
  namesIn(expression).flatMap((name) => figures(name) ?? []);

/** Marks as they are; a straight line over one figure is a proportion, anything else a quotient. */
export const lowered = (then: Outcome, figures: Figures, frame: Frame): Exact | Clause | null =>
  "marks" in then ? then.marks : computedClause(then.expression, figures, frame);

export function computedClause(expression: Expression, figures: Figures, frame: Frame): Clause | null {
  const inputs = distinct(figuresIn(expression, figures));
  const [only, ...more] = inputs;
  if (!only) return null;
  const own = renamed(expression, (name) => figures(name)?.name ?? name);
  const straight = more.length === 0 ? proportionOver(own, only, frame.full) : null;
  return straight ?? { kind: "quotient", amounts: inputs, expression: own, mark: frame.full, lines: [] };
}

/** score = slope × figure + constant; null where it is no straight line or never reaches the mark. */
function proportionOver(expression: Expression, subject: RuleInput, mark: Exact): Proportional | null {
  const at = (x: Exact): Exact | null => evaluate(expression, () => x);
  const [zero, one, two] = [at(ZERO), at(ONE), at(ONE.add(ONE))];
  if (!zero || !one || !two?.sub(one).equals(one.sub(zero))) return null;
  const slope = one.sub(zero);
  if (slope.equals(ZERO)) return null;
  const from = zero.neg().div(slope);
  const to = mark.sub(zero).div(slope);
  const plain = from.equals(ZERO) && to.equals(ONE);
  return { kind: "proportional", subject, mark, ...(plain ? {} : { from, to }), cap: mark, zeroBelow: null };
}

import { maxExact, ONE, ZERO, type Exact } from "../../../model/exact";
import type { Bound, Quotient, QuotientTest } from "../../../rules/clause";
import type { Expression } from "../../../rules/definition";
import { evaluate } from "../../../rules/expression";
import type { RuleInput } from "../../../rules/rule-input";
import { namesIn, renamed } from "../conditions/formula";
import type { Piece } from "../conditions/condition";
import { type Frame, inputName } from "./frame";
import type { Range } from "../conditions/range";
import { RATE_NAME } from "../words/case-words";
import { problems } from "../words/problems";
import type { Composed } from "./composed";
import type { Line } from "./line";

/**
 * 得分=已整改问题数÷检查发现问题数×6；检查发现问题数为0的，得6分: one formula over several named amounts, with cases that compare
 * those amounts or what is computed of them. Null where the text is no such formula.
 */
export function quotientBody(lines: readonly Line[], capped: boolean, frame: Frame): Composed | null {
  const formulas = lines.filter(({ then }) => "expression" in then);
  const [formula, ...more] = formulas;
  if (!formula || more.length > 0 || !("expression" in formula.then)) return null;
  const { expression } = formula.then;
  const names = namesIn(expression);
  if (names.length < 2 || names.includes("") || formula.condition.length > 0) return null;
  const shares = besidePercent(expression);
  const amounts = names.map((name): RuleInput => amountOf(name, shares.has(name), frame));
  const tests: Quotient["lines"][number][] = [];
  for (const line of lines) {
    if (line === formula) continue;
    if (!("marks" in line.then)) return null;
    const when = line.condition.map((piece) => testsOf(piece, names));
    if (when.length === 0 || when.some((one) => one === null))
      return { ok: false, at: line.at, why: problems.condition };
    tests.push({ when: when.flatMap((one) => one ?? []), score: line.then.marks });
  }
  const best = corners(expression, names);
  const fits = best.some((x) => x.equals(frame.full)) && (capped || best.every((x) => x.compare(frame.full) <= 0));
  if (!fits || tests.some(({ score }) => score.compare(frame.full) > 0))
    return { ok: false, at: formula.at, why: problems.below(best.reduce(maxExact, ZERO), frame.full) };
  const own = (name: string): string => inputName(name, frame);
  const clause: Quotient = {
    kind: "quotient",
    amounts,
    expression: renamed(expression, own),
    mark: frame.full,
    lines: tests.map(({ when, score }) => ({
      when: when.map((test) => ({ ...test, of: renamed(test.of, own) })),
      score,
    })),
  };
  return { ok: true, clauses: [clause], named: [] };
}

function amountOf(name: string, isShare: boolean, frame: Frame): RuleInput {
  const own = inputName(name, frame);
  return { name: own, type: isShare || RATE_NAME.test(own) ? "rate" : "amount", unit: null };
}

/** 实际值－60%: what a share below 1 is added to or taken from is a rate itself. */
function besidePercent(of: Expression): ReadonlySet<string> {
  if (of.op === "number" || of.op === "variable") return new Set();
  if (of.op === "negate") return besidePercent(of.of);
  const names = new Set([...besidePercent(of.left), ...besidePercent(of.right)]);
  if (of.op !== "add" && of.op !== "subtract") return names;
  for (const [one, other] of [
    [of.left, of.right],
    [of.right, of.left],
  ] as const)
    if (one.op === "variable" && other.op === "number" && other.number.d !== 1n) names.add(one.name);
  return names;
}

/** What the formula gives where each amount is nothing or 1. */
function corners(expression: Expression, names: readonly string[]): readonly Exact[] {
  return Array.from({ length: 2 ** names.length }, (_, bits) =>
    evaluate(expression, (name) => (((bits >> names.indexOf(name)) & 1) === 1 ? ONE : ZERO)),
  ).flatMap((x) => x ?? []);
}

function testsOf(piece: Piece, names: readonly string[]): readonly QuotientTest[] | null {
  switch (piece.is) {
    case "each":
      return names.map((name): QuotientTest => ({ of: { op: "variable", name }, ...boundsOf(piece.range) }));
    case "computed": {
      const known = namesIn(piece.of).every((name) => names.includes(name));
      return known ? [{ of: piece.of, ...boundsOf(piece.range) }] : null;
    }
    case "range": {
      const [same, ...others] = names.filter((name) => name === piece.subject);
      if (same === undefined || others.length > 0) return null;
      return [{ of: { op: "variable", name: same }, ...boundsOf(piece.range) }];
    }
    default:
      return null;
  }
}

const boundsOf = ({ low, high }: Range): { low: Bound | null; high: Bound | null } => ({
  low: low && { value: low.value, closed: low.closed ?? true },
  high: high && { value: high.value, closed: high.closed ?? true },
});

import { ONE, ratio, ZERO, type Exact } from "../../../model/exact";
import { known } from "../../../model/value";
import type { Clause } from "../../../rules/clause";
import type { Rule, RuleAnswers } from "../../../rules/rule";
import type { RuleInput } from "../../../rules/rule-input";
import { clauseInputs, ruleInputs } from "../../../rules/score";

const MOST = 1500;

/**
 * Answers at which a rule is tried: each printed number and a grain on either side, both answers, every option. All of
 * them together where that is not too many; else each alone, from the first values of all and from the last.
 */
export function pointsOf(rule: Rule, fixed: ReadonlyMap<string, Exact> = new Map()): RuleAnswers[] {
  const inputs = ruleInputs(rule);
  const values = inputs.map((input) => {
    const only = fixed.get(input.name);
    return only ? [only] : valuesOf(input, rule);
  });
  const count = values.reduce((product, { length }) => product * length, 1);
  const rows = count <= MOST ? everyRow(values) : someRows(values);
  return rows.map((row) => new Map(inputs.map(({ name }, i) => [name, known(row[i] ?? ZERO)] as const)));
}

const everyRow = (values: readonly (readonly Exact[])[]): Exact[][] =>
  values.reduce<Exact[][]>((rows, column) => rows.flatMap((row) => column.map((value) => [...row, value])), [[]]);

function someRows(values: readonly (readonly Exact[])[]): Exact[][] {
  const bases = [values.map((column) => column[0] ?? ZERO), values.map((column) => column.at(-1) ?? ZERO)];
  return bases.flatMap((base) =>
    values.flatMap((column, i) => column.map((value) => base.map((one, j) => (i === j ? value : one)))),
  );
}

function valuesOf(input: RuleInput, rule: Rule): readonly Exact[] {
  switch (input.type) {
    case "yesNo":
      return [ONE, ZERO];
    case "choice":
      return (input.options ?? []).map((_, i) => ratio(i + 1));
    case "count":
      return around([ZERO, ONE, ratio(2), ratio(3), ratio(1000), ...printed(rule, input)], ONE).filter(
        (value) => value.d === 1n && value.compare(ZERO) >= 0,
      );
    case "rate":
      return around([ZERO, ONE, ratio(10), ...printed(rule, input)], ratio(1, 10000));
    case "amount":
      return around([ZERO, ratio(1000000), ...printed(rule, input)], ratio(1, 100));
  }
}

function around(numbers: readonly Exact[], grain: Exact): readonly Exact[] {
  const all = new Map(numbers.flatMap((n) => [n, n.sub(grain), n.add(grain)]).map((n) => [n.toFraction(), n]));
  return [...all.values()].toSorted((a, b) => b.compare(a));
}

const printed = (rule: Rule, { name }: RuleInput): readonly Exact[] =>
  rule.clauses.filter((clause) => clauseInputs([clause]).some((input) => input.name === name)).flatMap(numbersOf);

function numbersOf(clause: Clause): readonly Exact[] {
  switch (clause.kind) {
    case "bands":
      return clause.bands.flatMap(({ low, high }) => [low, high].flatMap((end) => (end ? [end.value] : [])));
    case "stepDeduct": {
      const { threshold, step } = clause;
      return [threshold, ...[1, 2].flatMap((n) => [threshold.add(step.mul(n)), threshold.sub(step.mul(n))])];
    }
    case "proportional":
      return [clause.from ?? ZERO, clause.to ?? ONE, ...(clause.zeroBelow ? [clause.zeroBelow.value] : [])];
    case "events":
      return [ratio(Number(clause.free) + 1)];
    default:
      return [];
  }
}

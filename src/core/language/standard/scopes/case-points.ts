import { ONE, ratio, ZERO, type Exact } from "../../../model/exact";
import type { CaseTest } from "../../../rules/clause";
import { holds } from "../../../rules/kinds/spans";
import type { RuleInput } from "../../../rules/rule-input";

/** Values of the inputs by their names. */
export type Point = ReadonlyMap<string, Exact>;

const MOST = 1500;

/**
 * Points at which a list of cases is tried: of each figure every printed number with a grain on either side, 0 and beyond
 * both ends; both answers to each question. Null where they are too many to try all together.
 */
export function pointsOf(inputs: readonly RuleInput[], tests: readonly CaseTest[]): readonly Point[] | null {
  const columns = inputs.map((input) =>
    valuesOf(
      input,
      tests.filter((test) => test.input.name === input.name),
    ),
  );
  const count = columns.reduce((product, { length }) => product * length, 1);
  if (count > MOST) return null;
  return columns
    .reduce<Exact[][]>((rows, column) => rows.flatMap((row) => column.map((value) => [...row, value])), [[]])
    .map((row) => new Map(inputs.map(({ name }, i) => [name, row[i] ?? ZERO])));
}

function valuesOf(input: RuleInput, tests: readonly CaseTest[]): readonly Exact[] {
  if (input.type === "yesNo") return [ONE, ZERO];
  const grain = input.type === "rate" ? ratio(1, 10000) : input.unit === null ? ratio(1, 100) : ratio(1, 10);
  const printed = tests.flatMap(({ low, high }) => [low, high].flatMap((end) => (end ? [end.value] : [])));
  const beyond = input.type === "rate" ? [ONE, ratio(3, 2)] : [ratio(100000)];
  const all = [ZERO, ...beyond, ...printed].flatMap((x) => [x.sub(grain), x, x.add(grain)]);
  // a figure is not negative unless the text speaks of less than nothing
  const negative = printed.some((x) => x.compare(ZERO) < 0) || tests.some(({ high }) => high?.value.equals(ZERO));
  const kept = all.filter((x) => negative || x.compare(ZERO) >= 0);
  return [...new Map(kept.map((x) => [x.toFraction(), x])).values()];
}

export const meets = (tests: readonly CaseTest[], point: Point): boolean =>
  tests.every((test) => {
    const x = point.get(test.input.name);
    return x !== undefined && holds(test, x);
  });

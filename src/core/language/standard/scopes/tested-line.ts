import { ONE, ZERO, type Exact } from "../../../model/exact";
import type { CaseTest } from "../../../rules/clause";
import { evaluate } from "../../../rules/expression";
import type { Ambiguity } from "../../../rules/rule";
import { namesIn } from "../conditions/formula";
import type { Asked } from "../conditions/questions";
import type { Frame } from "./frame";
import { type OpenRange, settled } from "./case-ends";
import type { Point } from "./case-points";
import type { Figures } from "./figures";
import type { Line, Outcome } from "./line";

/** A line whose conditions are tests of figures and questions. */
export interface TestedLine {
  readonly when: readonly CaseTest[];
  readonly then: Outcome;
  readonly rest: boolean;
  readonly at: number;
}

/** The lines with their tests; ends that the text leaves open go to `named`. Null where a condition is no such test. */
export function testedLines(
  lines: readonly Line[],
  figures: Figures,
  asked: ReadonlyMap<string, Asked>,
  frame: Frame,
  named: Ambiguity[],
): readonly TestedLine[] | null {
  const open = lines.flatMap(({ condition, then }) =>
    condition.flatMap((piece): OpenRange[] => {
      const input = piece.is === "range" ? figures(piece.subject) : null;
      return piece.is === "range" && input
        ? [{ input, range: piece.range, worth: (x) => worthAt(then, figures, x) }]
        : [];
    }),
  );
  const tested: TestedLine[] = [];
  for (const { condition, then, at } of lines) {
    const when: CaseTest[] = [];
    for (const piece of condition) {
      if (piece.is === "range") {
        const own = open.find(({ range }) => range === piece.range);
        if (!own) return null;
        const end = settled(own, open);
        for (const one of end.named) named.push(one);
        when.push(end.test);
      } else if (piece.is === "words") {
        const question = asked.get(piece.words);
        if (!question) return null;
        const answer = { value: question.yes ? ONE : ZERO, closed: true };
        when.push({ input: { name: question.name, type: "yesNo", unit: null }, low: answer, high: answer });
      }
    }
    const rest = condition.some(({ is }) => is === "rest");
    if (when.length === 0 && !rest && "marks" in then) return null;
    tested.push({ when, then, rest, at });
  }
  return frame.full.compare(ZERO) > 0 ? tested : null;
}

/** What an outcome gives where its one figure has this value; 0 where it needs more than that. */
export function worthAt(then: Outcome, figures: Figures, x: Exact): Exact {
  if ("marks" in then) return then.marks;
  const names = new Set(namesIn(then.expression).map((name) => figures(name)?.name));
  return names.size === 1 ? (evaluate(then.expression, () => x) ?? ZERO) : ZERO;
}

/** What an outcome gives at a point; null where it can not be computed there. */
export const worth = (then: Outcome, point: Point, figures: Figures): Exact | null =>
  "marks" in then ? then.marks : evaluate(then.expression, (name) => point.get(figures(name)?.name ?? name) ?? ZERO);

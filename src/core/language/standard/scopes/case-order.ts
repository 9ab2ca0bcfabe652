import { maxExact, ONE, ZERO, type Exact } from "../../../model/exact";
import type { Expression } from "../../../rules/definition";
import { namesIn } from "../conditions/formula";
import { problems } from "../words/problems";
import type { Composed } from "./composed";
import type { Point } from "./case-points";
import type { Figures } from "./figures";
import { type TestedLine, worth } from "./tested-line";

/** A line, and at which points it holds. */
export interface Placed {
  readonly line: TestedLine;
  readonly where: readonly boolean[];
}

/** Each line before those whose points it lies within; printed order otherwise. */
export function narrowFirst(printed: readonly Placed[]): readonly Placed[] {
  const left = [...printed];
  const order: Placed[] = [];
  while (left.length > 0) {
    const next = left.findIndex((one) => left.every((other) => other === one || !isWithin(other, one)));
    for (const one of left.splice(Math.max(next, 0), 1)) order.push(one);
  }
  return order;
}

/** All points of the one, and not all of the other. */
const isWithin = (inner: Placed, outer: Placed): boolean => holdsWherever(inner, outer) && !holdsWherever(outer, inner);

const holdsWherever = (inner: Placed, outer: Placed): boolean =>
  inner.where.every((held, p) => !held || outer.where[p] === true);

/** Two lines that hold together and say different things, neither within the other; a line that never counts. */
export function against(order: readonly Placed[], points: readonly Point[], figures: Figures): Composed | null {
  const counted = new Set<Placed>();
  for (const [p, point] of points.entries()) {
    const held = order.filter(({ where }) => where[p] === true);
    const [first, ...others] = held;
    if (!first) continue;
    counted.add(first);
    for (const other of others) {
      if (holdsWherever(first, other)) continue;
      // 及时得2分，完整得2分: two questions of their own are no two ways to one score
      if (!shareInput(first.line, other.line)) return { ok: false, at: other.line.at, why: problems.twoSubjects };
      const [a, b] = [worth(first.line.then, point, figures), worth(other.line.then, point, figures)];
      if (!a || !b || !a.equals(b)) return { ok: false, at: other.line.at, why: problems.bandOverlap };
    }
  }
  const idle = order.find((one) => !counted.has(one));
  return idle ? { ok: false, at: idle.line.at, why: problems.repeated } : null;
}

const shareInput = (a: TestedLine, b: TestedLine): boolean =>
  a.when.some(({ input }) => b.when.some((test) => test.input.name === input.name));

/** The best score at any point; a formula counts up to 100 % of its rates, beyond which it is held at the mark. */
export function bestOf(
  order: readonly Placed[],
  rest: TestedLine | undefined,
  points: readonly Point[],
  figures: Figures,
): Exact {
  return points.reduce((best, point, p) => {
    const line = order.find(({ where }) => where[p] === true)?.line ?? rest;
    if (!line || ("expression" in line.then && passesWhole(line.then.expression, point, figures))) return best;
    const score = worth(line.then, point, figures);
    return score ? maxExact(best, score) : best;
  }, ZERO);
}

const passesWhole = (expression: Expression, point: Point, figures: Figures): boolean =>
  namesIn(expression).some((name) => {
    const input = figures(name);
    return input?.type === "rate" && (point.get(input.name)?.compare(ONE) ?? 0) > 0;
  });

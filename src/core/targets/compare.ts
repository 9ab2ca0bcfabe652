import { decisive, HUNDREDTH, ratio, type Exact } from "../model/exact";
import type { Indicator } from "../model/scoring-table";
import { inTime } from "./date";
import type { Direction } from "./direction";
import { directionOf, isRateLike } from "./direction";
import type { CompareOperator } from "../model/comparison-words";
import type { NumberReading, TargetReading } from "./read";

/** How an actual value stands to its target (SPEC C9, C10). */
export interface Comparison {
  /** unclear: the texts leave it open, and nothing is concluded from it. */
  readonly outcome: "met" | "missed" | "unclear" | "incomparable";
  /** Actual / target, where both are numbers of one unit and more is better. */
  readonly completion: Exact | null;
  /** True where the comparison is one of numbers or dates, not of words. */
  readonly measured: boolean;
  /** A power of ten that lies between the two and looks like a slip: 100 for percent, 10 000 for 万. */
  readonly slip: { readonly kind: "percent" | "unit"; readonly factor: Exact } | null;
  readonly why: { readonly zh: string; readonly en: string } | null;
}

const plain = (outcome: Comparison["outcome"], measured = false): Comparison => ({
  outcome,
  completion: null,
  measured,
  slip: null,
  why: null,
});

const incomparable = (zh: string, en: string): Comparison => ({ ...plain("incomparable"), why: { zh, en } });

export function compareTarget(indicator: Indicator, target: TargetReading, actual: TargetReading): Comparison {
  if (target.kind === "blank" || actual.kind === "blank") return plain("unclear");
  if (target.kind === "words")
    return actual.kind === "words" ? compareWords(target.text, actual.text) : plain("unclear");
  if (actual.kind === "words") return wordsForNumber(actual.text, target.kind === "date");
  // a count beside a date: neither is the other's measure (SPEC C17)
  if (target.kind === "date")
    return actual.kind === "date"
      ? verdict(inTime(target, actual))
      : incomparable("目标是日期，实际是数", "the target is a date, the actual value is a number");
  if (actual.kind === "date")
    return incomparable("目标是数值，实际是日期", "the target is a number, the actual value is a date");
  if (actual.kind !== "number" || actual.operator !== null) return plain("unclear");
  if (target.kind === "range") return compareRange(target, actual);
  if (target.unit && actual.unit && target.unit.dimension !== actual.unit.dimension) {
    return isMeasure(target.unit.dimension) || isMeasure(actual.unit.dimension)
      ? incomparable(
          `单位“${target.unit.name}”与“${actual.unit.name}”不是同一类`,
          `the units ${target.unit.name} and ${actual.unit.name} are of different kinds`,
        )
      : plain("unclear");
  }
  return compareNumbers(indicator, target, actual);
}

const verdict = (met: boolean | null): Comparison => plain(met === null ? "unclear" : met ? "met" : "missed", true);

const MEASURES = new Set(["percent", "money", "length", "area", "volume", "mass"]);
const isMeasure = (dimension: string): boolean => MEASURES.has(dimension);

const FULFILLED =
  /^(?:全部|均|都|已|按[期时]|如期|全面|圆满)*(?:达成预期(?:指标|目标)?|达到预期(?:指标|目标)?|完成|达标|达成|实现)(?:目标|任务)?$/;
const UNFULFILLED = /^(?:部分|尚?未|没有?|未能)(?:全部|全面|完全|按[期时])?(?:达成|达到|完成|实现|达标)/;

function compareWords(target: string, actual: string): Comparison {
  if (UNFULFILLED.test(actual)) return plain("missed");
  return plain(target === actual || FULFILLED.test(actual) ? "met" : "unclear");
}

/** A number is asked for and words are given: 未完成 is missed, 无 is open, 完成 can not be compared. */
function wordsForNumber(actual: string, isDate: boolean): Comparison {
  if (UNFULFILLED.test(actual)) return plain("missed");
  if (!FULFILLED.test(actual)) return plain("unclear");
  if (isDate) return incomparable("目标是日期，实际只写了文字", "the target is a date, the actual value is only words");
  return incomparable("目标是数值，实际只写了文字", "the target is a number, the actual value is only words");
}

function compareRange(target: Extract<TargetReading, { kind: "range" }>, actual: NumberReading): Comparison {
  if ((target.unit?.name ?? null) !== (actual.unit?.name ?? null)) return plain("unclear");
  const inside = actual.number.compare(target.low) >= 0 && actual.number.compare(target.high) <= 0;
  return inside ? plain("met", true) : plain("unclear");
}

const TEN_THOUSAND = ratio(10_000n);

/**
 * Base units on both sides. A bare number beside a percentage may be a fraction or percent points: the reading
 * that lies nearer to the other side is taken, and where neither is near, none.
 */
function compareNumbers(indicator: Indicator, target: NumberReading, actual: NumberReading): Comparison {
  const direction = directionOf(indicator, target);
  const chosen = commonScale(indicator, target, actual);
  if (!chosen)
    return incomparable(
      "一方写明百分号，另一方没有，两个数又不在同一尺度，不能确定是比例还是百分数",
      "one side prints a percent sign and the other does not, and the numbers fit no one scale: a fraction or percent points?",
    );
  const unitSlip = unitSlipOf(target, actual, chosen.a, chosen.b);
  if (unitSlip) return { ...plain("unclear", true), slip: unitSlip };
  const outcome = outcomeOf(chosen.a, chosen.b, target.operator, direction);
  const moreIsBetter = direction === "more" && chosen.a.compare(0) > 0;
  return {
    outcome: chosen.slip ? "unclear" : outcome,
    completion: moreIsBetter && !chosen.slip ? chosen.b.div(chosen.a) : null,
    measured: true,
    slip: chosen.slip ? { kind: "percent", factor: ratio(100n) } : null,
    why: null,
  };
}

/** Target and actual value on one scale; undefined where two scales are as likely. */
export function commonScale(indicator: Indicator, target: NumberReading, actual: NumberReading): ScalePair | undefined {
  const pairs = scalePairs(indicator, target, actual);
  const exact = pairs.find(({ a, b }) => b.equals(a));
  const near = pairs.find(({ a, b }) => isNear(a, b));
  return exact ?? near ?? (pairs.length === 1 ? pairs[0] : undefined);
}

export interface ScalePair {
  readonly a: Exact;
  readonly b: Exact;
  /** True where target and actual would stand on different scales although they are typed alike. */
  readonly slip: boolean;
}

function scalePairs(indicator: Indicator, target: NumberReading, actual: NumberReading): readonly ScalePair[] {
  const a = inBaseUnits(target);
  const b = inBaseUnits(actual);
  const percent = [target, actual].some((one) => one.unit?.dimension === "percent");
  if (!percent && !isRateLike(indicator)) {
    const adopted = target.unit ?? actual.unit;
    const same = (one: NumberReading, based: Exact) => (one.unit ? based : one.number.mul(adopted?.factor ?? 1));
    return [{ a: same(target, a), b: same(actual, b), slip: false }];
  }
  const explicit = (one: NumberReading) => one.measureInCell && one.unit?.dimension === "percent";
  if (explicit(target) && explicit(actual)) return [{ a, b, slip: false }];
  if (!explicit(target) && !explicit(actual)) {
    const direct = { a: target.number, b: actual.number, slip: false };
    if (isNear(direct.a, direct.b) || direct.a.equals(0) || direct.b.equals(0)) return [direct];
    const across = [
      { a: target.number, b: actual.number.mul(HUNDREDTH), slip: true },
      { a: target.number.mul(HUNDREDTH), b: actual.number, slip: true },
    ].filter((pair) => isNear(pair.a, pair.b));
    return across.length > 0 ? across : [direct];
  }
  return explicit(target)
    ? [a].flatMap((one) => bareReadings(actual).map((other) => ({ a: one, b: other, slip: false })))
    : [b].flatMap((one) => bareReadings(target).map((other) => ({ a: other, b: one, slip: false })));
}

const inBaseUnits = ({ number, unit }: NumberReading): Exact => (unit ? number.mul(unit.factor) : number);

const bareReadings = ({ number }: NumberReading): readonly Exact[] => {
  const zero = number.equals(0);
  return zero ? [number] : [number, number.mul(HUNDREDTH)];
};

/** Within a factor of three: what one scale makes likely and the other does not. A likelihood, so doubles will do. */
function isNear(a: Exact, b: Exact): boolean {
  const [x, y] = [a.valueOf(), b.valueOf()];
  if (x === 0 || y === 0) return x === y || (x <= 1 && y <= 1);
  return y / x >= 1 / 3 && y / x <= 3;
}

/**
 * 元 against 万元: ten thousand times between the two, to within a factor of three, where money is compared. 98元 beside
 * 100万元 is one, too: the figures are alike, and only the unit was written otherwise.
 */
function unitSlipOf(target: NumberReading, actual: NumberReading, a: Exact, b: Exact): Comparison["slip"] {
  const money = [target, actual].some((one) => one.unit?.dimension === "money");
  if (!money || a.equals(0) || b.equals(0)) return null;
  const up = isNear(a.mul(TEN_THOUSAND), b);
  const down = isNear(a, b.mul(TEN_THOUSAND));
  return up || down ? { kind: "unit", factor: TEN_THOUSAND } : null;
}

function outcomeOf(
  target: Exact,
  actual: Exact,
  operator: CompareOperator | null,
  direction: Direction,
): Comparison["outcome"] {
  const order = actual.equals(target) ? 0 : decisive(actual).compare(decisive(target));
  if (operator === ">") return order > 0 ? "met" : "missed";
  if (operator === "<") return order < 0 ? "met" : "missed";
  if (order === 0) return "met";
  if (direction === "open") return "unclear";
  return (direction === "more" ? order > 0 : order < 0) ? "met" : "missed";
}

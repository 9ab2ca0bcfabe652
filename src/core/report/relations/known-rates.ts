import type { Prose } from "../text/prose";
import { wordsOf } from "../text/words-of";
import type { Statement } from "../types";
import { OF_PERIOD, type KnownRate } from "../words/rates";
import { baseValue } from "./rounding";

export type Pair = readonly [part: Statement, whole: Statement];

/** Pairs of amounts that a percentage may be of. `certain`: the words name these, so where none fits, that is a fault. */
export interface Pairs {
  readonly pairs: readonly Pair[];
  readonly certain: boolean;
}

/** Amounts before a percentage, so many of them, that may be its base though no word says so. */
export const NEAR = 24;

export const isAmount = ({ role, measure, isAbout }: Statement): boolean =>
  role === "stated" && !isAbout && measure.dimension !== "percent";

export const isLike = (a: Statement, b: Statement): boolean => a.measure.dimension === b.measure.dimension;

/** The part and the whole of a known rate by their names: certain where each has one value in all of the text. */
export function pairsNamed(statements: readonly Statement[], known: KnownRate | undefined): Pairs {
  if (!known) return { pairs: [], certain: false };
  const { part, whole } = known;
  const named = (name: RegExp): readonly Statement[] =>
    statements.filter((one) => isAmount(one) && one.depth === 0 && name.test(one.label));
  const parts = named(part);
  const wholes = distinct(named(whole)).slice(0, NEAR);
  const years = new Set([...parts, ...wholes].flatMap(({ year }) => year ?? []));
  const pairs = distinct(parts)
    .slice(0, NEAR)
    .flatMap((a) => wholes.filter((b) => isLike(a, b)).map((b) => [a, b] as const));
  return { pairs, certain: pairs.length === 1 && years.size <= 1 };
}

export function distinct(statements: readonly Statement[]): readonly Statement[] {
  const byValue = new Map(statements.map((one) => [baseValue(one).toFraction(), one]));
  return [...byValue.values()];
}

/** The same in the sentence of the rate alone; certain where it has no third amount of the kind but the parts of a list. */
export function pairsNear(
  prose: Prose,
  statements: readonly Statement[],
  at: number,
  wholeOf: ReadonlyMap<Statement, Statement>,
  known: KnownRate | undefined,
): Pairs {
  const percent = statements[at];
  if (!percent || !known) return { pairs: [], certain: false };
  const own = amountsOfRate(statements, at);
  const isPart = (one: Statement): boolean => known.part.test(wordsOf(prose, one)) && !known.whole.test(one.label);
  const isWhole = (one: Statement): boolean => known.whole.test(one.label);
  // 支出45万元，其中工资30万元、办公15万元，执行率90%: the rate is not one of 工资
  const outside = own.filter((one) => !wholeOf.has(one));
  const amounts = outside.some(isPart) && outside.some(isWhole) ? outside : own;
  const pairs = amounts
    .filter(isPart)
    .flatMap((a) => amounts.filter((b) => isWhole(b) && isLike(a, b)).map((b) => [a, b] as const));
  const [first] = pairs;
  const isAlone = first !== undefined && amounts.filter((one) => isLike(one, first[0])).length <= known.amounts;
  const isOtherYear = pairs.some(([a, b]) => a.year !== b.year || a.qualifiers.join() !== b.qualifiers.join());
  // 前三季度支出进度78%: of a time whose amounts nobody prints
  const isOfPeriod = OF_PERIOD.test(wordsOf(prose, percent));
  return { pairs, certain: pairs.length === 1 && isAlone && !isOtherYear && !isOfPeriod };
}

/** The amounts of the sentence in front of a rate, from the rate before it on where these hold two and more, else all of them. */
function amountsOfRate(statements: readonly Statement[], at: number): readonly Statement[] {
  const percent = statements[at];
  const before = statements.slice(Math.max(0, at - NEAR), at).filter(({ sentence }) => sentence === percent?.sentence);
  const rate = before.map(({ role }) => role).lastIndexOf("rate");
  const own = before.slice(rate + 1).filter(isAmount);
  return own.length > 1 ? own : before.filter(isAmount);
}

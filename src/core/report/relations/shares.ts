import type { Prose } from "../text/prose";
import type { PartsRelation, Statement, Verdict } from "../types";
import { EACH, PLANNED, RATE_OF, SHARE_BEFORE } from "../words/numbers";
import { ANY_BASE, ANY_PART, BASE_AROUND, KNOWN_RATES, type KnownRate } from "../words/rates";
import { baseValue } from "./rounding";
import { besideOthers, fits, type Share, type ToldShare } from "./share-siblings";

type Pair = readonly [part: Statement, whole: Statement];

/** Pairs of amounts that a percentage may be of. `certain`: the words name these, so where none fits, that is a fault. */
interface Pairs {
  readonly pairs: readonly Pair[];
  readonly certain: boolean;
}

/** Amounts before a percentage, so many of them, that may be its base though no word says so. */
const NEAR = 24;

/**
 * Every percentage that says what part one amount is of another. Any earlier pair may fit and confirm it; only a pair that the
 * words name can contradict (REPORT.md, "When nothing may be concluded", 6).
 */
export function readShares(
  prose: Prose,
  statements: readonly Statement[],
  lists: readonly PartsRelation[],
): readonly Share[] {
  // of a list that no word opens, nobody says that its number is the whole
  const opened = lists.filter(({ list }) => list !== "open");
  const wholeOf = new Map(opened.flatMap(({ whole, parts }) => parts.map((part) => [part, whole] as const)));
  const ofReport = KNOWN_RATES.map((known) => (known.within === "report" ? pairsNamed(statements, known) : null));
  const told = statements.flatMap((percent, i): readonly ToldShare[] => {
    if ((percent.role !== "share" && percent.role !== "rate") || EACH.test(percent.label) || percent.isAbout) return [];
    const known = KNOWN_RATES.findIndex(({ rate }) => percent.role === "rate" && rate.test(percent.label));
    const named =
      known >= 0
        ? (ofReport[known] ?? pairsNear(prose, statements, i, wholeOf, KNOWN_RATES[known]))
        : basePairs(prose, statements, i, wholeOf);
    const before = known >= 0 ? pairsNamed(statements.slice(Math.max(0, i - NEAR), i), KNOWN_RATES[known]) : null;
    const relation = relationOf(percent, named, before ? before.pairs : pairsBefore(statements, i));
    return [{ percent, part: partBefore(statements, i), base: baseWords(prose, percent), relation }];
  });
  return told.flatMap((one, i) => besideOthers(prose, told, i) ?? one.relation ?? []);
}

function relationOf(percent: Statement, named: Pairs, before: readonly Pair[]): Share | null {
  const is = percent.role === "share" ? "share" : "rate";
  const held = [...named.pairs, ...before].find((pair) => fits(percent, ...pair) === true);
  if (held) return { is, part: held[0], whole: held[1], percent, verdict: { is: "holds", rounded: true } };
  const [first] = named.pairs;
  if (!first) return null;
  const [part, whole] = first;
  const isWrong = named.certain && named.pairs.every((pair) => fits(percent, ...pair) === false);
  const verdict: Verdict = isWrong
    ? { is: "contradicts", computed: baseValue(part).div(baseValue(whole)), hint: null }
    : { is: "open", why: "noBase" };
  return { is, part, whole, percent, verdict };
}

const isAmount = ({ role, measure, isAbout }: Statement): boolean =>
  role === "stated" && !isAbout && measure.dimension !== "percent";

const isLike = (a: Statement, b: Statement): boolean => a.measure.dimension === b.measure.dimension;

/** The part and the whole of a known rate by their names: certain where each has one value in all of the text. */
function pairsNamed(statements: readonly Statement[], known: KnownRate | undefined): Pairs {
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

function distinct(statements: readonly Statement[]): readonly Statement[] {
  const byValue = new Map(statements.map((one) => [baseValue(one).toFraction(), one]));
  return [...byValue.values()];
}

/** The same in the sentence of the rate alone; certain where it has no third amount of the kind but the parts of a list. */
function pairsNear(
  prose: Prose,
  statements: readonly Statement[],
  at: number,
  wholeOf: ReadonlyMap<Statement, Statement>,
  known: KnownRate | undefined,
): Pairs {
  const percent = statements[at];
  if (!percent || !known) return { pairs: [], certain: false };
  const own = sentenceAround(statements, at).filter(isAmount);
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
  return { pairs, certain: pairs.length === 1 && isAlone && !isOtherYear };
}

const wordsOf = ({ text }: Prose, { labelFrom, from }: Statement): string => text.slice(labelFrom, from);

/** The numbers of one sentence, found from one of them. */
function sentenceAround(statements: readonly Statement[], at: number): readonly Statement[] {
  const index = statements[at]?.sentence;
  let from = at;
  let to = at + 1;
  while (statements[from - 1]?.sentence === index && at - from < NEAR) from--;
  while (statements[to]?.sentence === index && to - at < NEAR) to++;
  return statements.slice(from, to);
}

/** 占 or 完成 with the name of the base: the one amount of that name, or the whole of the list in which the part stands. */
function basePairs(
  prose: Prose,
  statements: readonly Statement[],
  at: number,
  wholeOf: ReadonlyMap<Statement, Statement>,
): Pairs {
  const percent = statements[at];
  const part = percent && partBefore(statements, at);
  if (!percent || !part) return { pairs: [], certain: false };
  const said = baseWords(prose, percent);
  if (said === null) return { pairs: [], certain: false };
  const listed = wholeOf.get(part);
  if (said === "") return { pairs: listed ? [[part, listed]] : [], certain: listed !== undefined };
  const beside = statements[statements.lastIndexOf(part, at) - 1];
  // 年初预算为720.5万元，支出决算为735.2万元，完成年初预算的…: the amount beside it
  if (ANY_BASE.test(said)) {
    const isBase =
      beside?.sentence === part.sentence && isAmount(beside) && isLike(beside, part) && isNamed(beside.label, said);
    return {
      pairs: isBase ? [[part, beside]] : [],
      certain: isBase && ANY_PART.test(part.label) && beside.year === part.year,
    };
  }
  const named = distinct(
    statements
      .slice(Math.max(0, at - NEAR), at)
      .filter((one) => one !== part && isAmount(one) && isLike(one, part) && isNamed(one.label, said)),
  );
  return { pairs: named.map((one) => [part, one]), certain: named.length === 1 && named[0]?.year === part.year };
}

/** 占本年支出合计的60%: 支出; "" for 占60%, null where the percentage is of nothing that is said. */
function baseWords(prose: Prose, percent: Statement): string | null {
  const words = wordsOf(prose, percent);
  const base = SHARE_BEFORE.exec(words) ?? RATE_OF.exec(words);
  return base ? (base[1] ?? "").replace(BASE_AROUND, "") : null;
}

const isNamed = (printed: string, words: string): boolean => {
  const [label, said] = [printed, words].map((name) => name.replace(/[数额]$/, "")) as [string, string];
  return label.length >= 2 && said.length >= 2 && (label.endsWith(said) || said.endsWith(label));
};

/** The amount of which the percentage is told: right before it, but for its change against the year before. */
function partBefore(statements: readonly Statement[], at: number): Statement | null {
  const percent = statements[at];
  for (let i = at - 1; i >= 0; i--) {
    const one = statements[i];
    if (!one || one.sentence !== percent?.sentence) return null;
    if (isAmount(one)) return one;
  }
  return null;
}

/** The amount right before it, and any other before that; of a rate only where the words name a base. */
function pairsBefore(statements: readonly Statement[], at: number): readonly Pair[] {
  const percent = statements[at];
  const part = partBefore(statements, at);
  const before = statements.slice(Math.max(0, at - NEAR), at).filter(isAmount);
  if (!part || (percent?.role === "rate" && !PLANNED.test(percent.label))) return [];
  return before.filter((one) => one !== part && isLike(part, one)).map((one) => [part, one]);
}

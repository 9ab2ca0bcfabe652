import type { Prose } from "../text/prose";
import { wordsOf } from "../text/words-of";
import type { PartsRelation, Statement, Verdict } from "../types";
import { EACH_ONE } from "../words/lists";
import { EACH, PLANNED, RATE_OF, SHARE_BEFORE } from "../words/numbers";
import { ANY_BASE, ANY_PART, BASE_AROUND, KNOWN_RATES, NO_SUBJECT } from "../words/rates";
import { distinct, isAmount, isLike, NEAR, pairsNamed, pairsNear, type Pair, type Pairs } from "./known-rates";
import { baseValue } from "./rounding";
import { besideOthers, fits, type Share, type ToldShare } from "./share-siblings";

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
    if ((percent.role !== "share" && percent.role !== "rate") || EACH.test(wordsOf(prose, percent)) || percent.isAbout)
      return [];
    const { subject, base } = wordsAround(prose, percent);
    const part = partBefore(prose, statements, i, subject);
    const known = KNOWN_RATES.findIndex(({ rate }) => percent.role === "rate" && rate.test(percent.label));
    const named =
      known >= 0
        ? (ofReport[known] ?? pairsNear(prose, statements, i, wholeOf, KNOWN_RATES[known]))
        : basePairs(prose, statements, i, { part, base }, wholeOf);
    const before = known >= 0 ? pairsNamed(statements.slice(Math.max(0, i - NEAR), i), KNOWN_RATES[known]) : null;
    const relation = relationOf(percent, named, before ? before.pairs : pairsBefore(statements, i, part));
    return [{ percent, part, base, relation }];
  });
  return told.flatMap((one, i) => besideOthers(prose, told, i) ?? one.relation ?? []);
}

function relationOf(percent: Statement, named: Pairs, before: readonly Pair[]): Share | null {
  const is = percent.role === "share" ? "share" : "rate";
  const held = [...named.pairs, ...before].find((pair) => fits(percent, pair) === true);
  if (held) return { is, part: held[0], whole: held[1], percent, verdict: { is: "holds", rounded: true } };
  const [first] = named.pairs;
  if (!first) return null;
  const [part, whole] = first;
  const isWrong = named.certain && named.pairs.every((pair) => fits(percent, pair) === false);
  const verdict: Verdict = isWrong
    ? { is: "contradicts", computed: baseValue(part).div(baseValue(whole)), hint: null }
    : { is: "open", why: "noBase" };
  return { is, part, whole, percent, verdict };
}

/** 占 or 完成 with the name of the base: the one amount of that name, or the whole of the list in which the part stands. */
function basePairs(
  prose: Prose,
  statements: readonly Statement[],
  at: number,
  { part, base: said }: Pick<ToldShare, "part" | "base">,
  wholeOf: ReadonlyMap<Statement, Statement>,
): Pairs {
  if (!part || said === null) return { pairs: [], certain: false };
  const listed = wholeOf.get(part);
  if (said === "") return { pairs: listed ? [[part, listed]] : [], certain: listed !== undefined };
  const beside = statements[statements.lastIndexOf(part, at) - 1];
  // 年初预算为720.5万元，支出决算为735.2万元，完成年初预算的…: the amount beside it
  if (ANY_BASE.test(said)) {
    const isBase =
      beside?.sentence === part.sentence &&
      !prose.text.slice(beside.to, part.from).includes(";") &&
      isAmount(beside) &&
      isLike(beside, part) &&
      isNamed(beside.label, said);
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

/** What a percentage is told of: the subject in front of 占 or 完成 in its clause, and the base behind. */
interface WordsAround {
  readonly subject: string;
  /** 占本年支出合计的60%: 支出; "" for 占60%, null where the percentage is of nothing that is said. */
  readonly base: string | null;
}

function wordsAround(prose: Prose, percent: Statement): WordsAround {
  const words = wordsOf(prose, percent);
  const told = SHARE_BEFORE.exec(words) ?? RATE_OF.exec(words);
  if (!told) return { subject: "", base: null };
  return {
    subject: words.slice(0, told.index).replace(NO_SUBJECT, ""),
    base: (told[1] ?? "").replace(BASE_AROUND, ""),
  };
}

const isNamed = (printed: string, words: string): boolean => {
  const [label, said] = [printed, words].map((name) => name.replace(/[数额]$/, "")) as [string, string];
  return label.length >= 2 && said.length >= 2 && (label.endsWith(said) || said.endsWith(label));
};

/**
 * The amount of which the percentage is told: right before it, but for its change against the year before. Where the clause of
 * the percentage names a subject of its own (旱地占35%, 三项共占18.9%), only an amount of that name.
 */
function partBefore(prose: Prose, statements: readonly Statement[], at: number, subject: string): Statement | null {
  const percent = statements[at];
  if (!percent) return null;
  for (let i = at - 1; i >= 0; i--) {
    const one = statements[i];
    if (one?.sentence !== percent.sentence) return null;
    // what a bracket tells of the amount, and what it comes to for each, is not what the percentage is of
    if (one.depth > percent.depth || EACH_ONE.test(wordsOf(prose, one))) continue;
    if (isAmount(one)) return subject === "" || isNamed(one.label, subject) ? one : null;
  }
  return null;
}

/** The amount right before it, and any other before that; of a rate only where the words name a base. */
function pairsBefore(statements: readonly Statement[], at: number, part: Statement | null): readonly Pair[] {
  const percent = statements[at];
  const before = statements.slice(Math.max(0, at - NEAR), at).filter(isAmount);
  if (!part || (percent?.role === "rate" && !PLANNED.test(percent.label))) return [];
  return before.filter((one) => one !== part && isLike(part, one)).map((one) => [part, one]);
}

import { ZERO, type Exact } from "../../../model/exact";
import { criteria } from "./awards";
import type { Awards } from "./awarded";
import { awardList } from "./choices";
import { readCounts } from "./counted-awards";
import { extrasOf, type Whole } from "./extras";
import type { StatementOf } from "../clauses/tree";
import { type Frame, type Item, mustReach, textOf, unused, use } from "./frame";
import { refuse } from "../words/problem";
import { BETWEEN_POINTS, ONE_OF_THEM, POINT_END } from "../words/point-words";
import { problems } from "../words/problems";
import { cappedByLimit } from "./share-surroundings";
import { closeSpans, tierGaps, tiersOf } from "./tiers";
import { OPPOSITE_OF_POINT } from "../words/award-words";

/** 优秀得9-10分，良好得7-9分，差不得分: a person chooses within the tier; a tier of one score is one too. */
export function readTiers({ ranges, lines, cases, rests, shared }: Awards, frame: Frame): Whole {
  const [first] = ranges;
  if (!first) throw new Error("no tiers");
  for (const other of [...lines, ...rests, ...shared]) refuse(other.at, problems.tiers);
  const single = cases.map((one) => ({ ...one, low: one.score, high: one.score, lowClosed: null, highClosed: null }));
  const all = [...ranges, ...single].toSorted((a, b) => a.at - b.at);
  if (all.length < 2) refuse(first.at, problems.scoreRange);
  const rising = all.length > 1 && (all[0]?.high ?? ZERO).compare(all.at(-1)?.high ?? ZERO) < 0;
  const tiers = rising ? all.toReversed() : all;
  for (const { words, at } of tiers) if (words === "") refuse(at, problems.noCondition);
  const spans = closeSpans(
    tiers.map(({ low, high, lowClosed, highClosed, at }) => ({
      low: low.div(frame.full),
      lowClosed,
      high: high.div(frame.full),
      highClosed,
      at,
    })),
  );
  use(all.map(({ item }) => item));
  const names = tiers.map(({ words }) => words);
  const clause = tiersOf(names, spans, frame, first.at);
  return { clauses: [clause], combine: "sum", ambiguities: tierGaps(clause), gate: null, applicability: null };
}

/** 每项1分 over listed points, or 每完成一项得1分 counted. */
export function readShared(items: readonly Item[], awards: Awards, frame: Frame): Whole {
  const [one, ...more] = awards.shared;
  if (!one) throw new Error("no shared marks");
  if (awards.lines.length > 0) refuse(one.at, problems.mixed);
  if (more.length > 0) return readCounts(items, awards, frame);
  const listed = criteria(items, frame).filter(({ words }) => words !== "");
  const named = listed.length >= 2 ? listed.map(({ words }) => words) : splitWords(one.item, one.mark, frame);
  if (named === null) return readCounts(items, awards, frame);
  mustReach(one.mark.mul(named.length), frame, one.at);
  use([one.item, ...listed.flatMap((entry) => entry.items)]);
  for (const { score, item, at } of awards.rests)
    if (score.equals(ZERO)) item.used = true;
    else refuse(at, problems.mixed);
  use(
    awards.cases
      .filter(({ score, words }) => score.equals(ZERO) && OPPOSITE_OF_POINT.test(words))
      .map(({ item }) => item),
  );
  use(unused(items, "cap"));
  cappedByLimit(items, frame);
  const clause = awardList(
    named.map((words) => ({ words, mark: one.mark })),
    frame,
  );
  const extras = extrasOf(
    awards.cases.filter(({ item }) => !item.used),
    frame,
  );
  return { clauses: [clause], combine: "sum", ambiguities: [], ...extras };
}

/** 制度健全、程序规范、手续完整各1分; 制度完备、管理规范、资料齐全，每项2分, where their number makes the mark. */
export function splitWords({ statement }: Item<StatementOf<"award">>, mark: Exact, frame: Frame): string[] | null {
  const { condition, all } = statement;
  const each = condition.findIndex(({ type }) => type === "each");
  const lead = each < 0 ? condition : condition.slice(0, each);
  if (lead.some(({ type }) => type === "number")) return null;
  if (each < 0 ? !all : !ONE_OF_THEM.test(textOf(condition.slice(each + 1), frame))) return null;
  const words = textOf(lead, frame)
    .split(BETWEEN_POINTS)
    .map((word) => word.replace(POINT_END, ""))
    .filter((word) => word !== "");
  return words.length >= 2 && (each < 0 || mark.mul(words.length).equals(frame.full)) ? words : null;
}

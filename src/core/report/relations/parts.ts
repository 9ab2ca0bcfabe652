import { sumExact } from "../../model/exact";
import type { Prose } from "../text/prose";
import type { PartsRelation, Statement } from "../types";
import {
  BEGINS_OTHER,
  LEVEL_OF_TREE,
  LIST_OPENS,
  PARTITIONS,
  PER_UNIT,
  POSTS_END,
  SAMPLE_BEFORE,
  SAYS_ALL,
  SAYS_SAMPLE,
  TRAITS,
} from "../words/lists";
import { readTotals } from "./totals";
import { listReadings } from "./list-readings";
import { baseValue, compareSum } from "./rounding";

/** So many items and no 等 make a list of which people expect that it is all. */
const LONG_LIST = 8;
/** How many sentences a list may run on, and how many numbers of a sentence are tried without a word that binds them. */
const SENTENCES_ON = 12;
const MOST_TRIED = 60;
/** How far back the amount may stand that a sentence beginning with 其中 takes apart. */
const SENTENCES_BACK = 3;

/** Every list of parts with its whole, and what its sum comes to (REPORT.md, grammar `parts`). */
export function readParts(prose: Prose, statements: readonly Statement[]): readonly PartsRelation[] {
  const bySentence = groupBySentence(statements);
  const openings = [...prose.text.matchAll(LIST_OPENS)].map(({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
  }));
  const opened = fewOfASentence(prose, [...openings, ...bracketsBehind(prose, statements)]).flatMap(
    (opening) => partsAfter(prose, bySentence, opening) ?? [],
  );
  const known = new Set(opened.map(({ whole }) => whole));
  const bound = new Set(opened.flatMap(({ whole, parts }) => [whole, ...parts]));
  const bare = [...bySentence.values()].flatMap(impliedParts).filter(({ whole }) => !bound.has(whole));
  const totals = totalsOfPosts(statements).filter(({ whole }) => !known.has(whole));
  return onceEach([...opened, ...readTotals(prose, statements), ...bare, ...totals]);
}

/** Brackets right behind an amount that hold names with amounts: 100万元（中央60万元、省级40万元）. */
function bracketsBehind({ text }: Prose, statements: readonly Statement[]): readonly Opening[] {
  return statements.flatMap((whole, i) => {
    const close = text.charAt(whole.to) === "(" ? text.indexOf(")", whole.to) : -1;
    let after = i + 1;
    while ((statements[after]?.from ?? Infinity) < close) after++;
    const inside = statements.slice(i + 1, after);
    const isList =
      inside.length > 1 &&
      inside.every(({ label, role }) => role === "stated" && label !== "" && !BEGINS_OTHER.test(label));
    return isList ? [{ from: whole.to, to: whole.to + 1 }] : [];
  });
}

/** A sentence that opens list after list is none that anybody could take apart. */
function fewOfASentence(prose: Prose, openings: readonly Opening[]): readonly Opening[] {
  const counts = new Map<number, number>();
  return openings.filter(({ from }) => {
    const { index } = prose.sentenceAt(from);
    counts.set(index, (counts.get(index) ?? 0) + 1);
    return (counts.get(index) ?? 0) <= MOST_OPENINGS;
  });
}

const MOST_OPENINGS = 20;

type BySentence = ReadonlyMap<number, readonly Statement[]>;

function groupBySentence(statements: readonly Statement[]): BySentence {
  const groups = new Map<number, Statement[]>();
  for (const one of statements) {
    const group = groups.get(one.sentence);
    if (group) group.push(one);
    else groups.set(one.sentence, [one]);
  }
  return groups;
}

interface Opening {
  readonly from: number;
  readonly to: number;
}

function partsAfter(prose: Prose, bySentence: BySentence, opening: Opening): PartsRelation | null {
  const sentence = prose.sentenceAt(opening.from);
  const own = bySentence.get(sentence.index) ?? [];
  const depth = depthAt(prose.text, sentence.from, opening.to);
  const isPart = (one: Statement): boolean => one.role === "stated" && !PER_UNIT.test(one.label);
  const after = own.filter((one) => one.from >= opening.to && isPart(one));
  // only a word at the end of its sentence, or right before its first number, opens what the next sentences list
  const isLast = sentence.to - opening.to <= 3;
  const follows =
    after.length === 0 && !isLast
      ? []
      : sentencesAfter(prose, bySentence, sentence.index, (one) => isPart(one) && one.depth === 0);
  const first = after.find((one) => one.depth === depth) ?? (after.length === 0 ? follows[0] : undefined);
  if (!first) return null;
  const isLike = (one: Statement): boolean => one.measure.dimension === first.measure.dimension && !isLevelOfTree(one);
  const items = within(prose, after.filter((one) => one.depth === depth && isLike(one)), opening, depth); // prettier-ignore
  const beyond = depth === 0 ? follows.filter(isLike) : [];
  const wholes = nearestOnly(prose, wholesBefore(prose, bySentence, opening, sentence.index, first), items, opening);
  const [nearest] = wholes;
  if (!nearest || items.length + beyond.length === 0) return null;
  const listed = items.length > 0 ? items : beyond.slice(0, 1);
  const rest = items.length > 0 ? beyond : beyond.slice(1);
  const list = listKind(prose, opening, listed);
  return judge(prose, wholes, listed, rest, list);
}

/**
 * Behind a bracket only the amount in front of it is taken apart. Else any earlier amount may be, but for those whose name has
 * nothing in common with the parts, where the nearest one's has: 科室12个、单位8个，其中：事业单位….
 */
function nearestOnly(
  { text }: Prose,
  wholes: readonly Statement[],
  items: readonly Statement[],
  opening: Opening,
): readonly Statement[] {
  const [nearest] = wholes;
  const bracket = text.charAt(opening.from) === "(" ? opening.from : opening.from - 1;
  if (!nearest || (text.charAt(bracket) === "(" && nearest.to === bracket)) return wholes.slice(0, 1);
  const isAkin = (whole: Statement): boolean => items.some((item) => haveCommonWord(whole.label, item.label));
  return isAkin(nearest) ? wholes.filter((whole) => whole === nearest || isAkin(whole)) : wholes;
}

/** Two characters that follow each other in both names. */
function haveCommonWord(a: string, b: string): boolean {
  for (let i = 0; i + 2 <= a.length; i++) if (b.includes(a.slice(i, i + 2))) return true;
  return false;
}

/** 一级指标3个，二级指标7个: levels of one tree are no parts of a sum. */
const isLevelOfTree = ({ label }: Statement): boolean => LEVEL_OF_TREE.test(label);

function depthAt(text: string, from: number, at: number): number {
  let depth = 0;
  for (let i = from; i < at; i++) {
    if (text.charAt(i) === "(") depth++;
    if (text.charAt(i) === ")" && depth > 0) depth--;
  }
  return depth;
}

/** In brackets a list ends with the bracket. */
function within({ text }: Prose, items: readonly Statement[], opening: Opening, depth: number): readonly Statement[] {
  if (depth === 0) return items;
  const close = text.indexOf(")", opening.to);
  return close < 0 ? items : items.filter((one) => one.from < close);
}

/** Numbers of the sentences that may carry the list on: under the same heading, until one has no like number. */
function sentencesAfter(
  prose: Prose,
  bySentence: BySentence,
  index: number,
  isItem: (one: Statement) => boolean,
): readonly Statement[] {
  const items: Statement[] = [];
  for (let next = index + 1; next <= index + SENTENCES_ON; next++) {
    const sentence = prose.sentences[next];
    const own = (bySentence.get(next) ?? []).filter(isItem);
    if (!sentence || sentence.heading === 1 || own.length === 0) break;
    for (const one of own) items.push(one);
  }
  return items;
}

/** The amounts that the list may take apart, the nearest first. */
function wholesBefore(
  prose: Prose,
  bySentence: BySentence,
  opening: Opening,
  index: number,
  first: Statement,
): readonly Statement[] {
  const fits = (one: Statement): boolean =>
    one.to <= opening.from && !PER_UNIT.test(one.label) && one.role === "stated" &&
    one.measure.dimension === first.measure.dimension && !differsInYear(one, first); // prettier-ignore
  for (let at = index; at >= Math.max(0, index - SENTENCES_BACK); at--) {
    const found = (bySentence.get(at) ?? []).filter(fits);
    if (found.length > 0) return ofTheSegment(prose.text, found.reverse(), opening);
    const sentence = prose.sentences[at];
    if (at < index && sentence?.heading === 1) break;
    // only a sentence that begins with 其中 looks back beyond itself
    if (at === index && opening.from - (sentence?.from ?? 0) > 1) break;
  }
  return [];
}

/** What stands in front of a semicolon is taken apart only where nothing behind it can be. */
function ofTheSegment(text: string, found: readonly Statement[], opening: Opening): readonly Statement[] {
  const semicolon = text.lastIndexOf(";", opening.from);
  const own = found.filter((one) => one.from > semicolon);
  return own.length > 0 ? own : found;
}

const differsInYear = (a: Statement, b: Statement): boolean => a.year !== null && b.year !== null && a.year !== b.year;

/** Less than the whole is a fault of a complete or a long list only (REPORT.md, "When nothing may be concluded", 1). */
function listKind({ text }: Prose, opening: Opening, items: readonly Statement[]): PartsRelation["list"] {
  const last = items.at(-1);
  const words = text.slice(opening.from, (last?.to ?? opening.to) + 4);
  const before = text.slice(Math.max(0, opening.from - 4), opening.from);
  if (SAYS_SAMPLE.test(words) || SAMPLE_BEFORE.test(before)) return "open";
  if (isPartition(items) || SAYS_ALL.test(words.slice(2)) || items.length >= LONG_LIST) return "complete";
  return "sample";
}

/** All kinds of which people know that they make the whole, and no other beside them. */
const isPartition = (items: readonly Statement[]): boolean =>
  PARTITIONS.some(({ members, core }) => {
    const found = new Set(items.map(({ label }) => members.findIndex((member) => member.test(label))));
    return !found.has(-1) && found.size >= core;
  });

function judge(
  prose: Prose,
  wholes: readonly Statement[],
  items: readonly Statement[],
  beyond: readonly Statement[],
  list: PartsRelation["list"],
): PartsRelation | null {
  const outcomes = wholes.flatMap((whole) =>
    listReadings(prose, items, beyond, whole).readings.map((parts) => ({ whole, parts, sum: compareSum(whole, parts) })),
  ); // prettier-ignore
  const [first] = outcomes;
  if (!first) return null;
  const held = outcomes.find(({ sum }) => sum === 0);
  if (held) return { is: "parts", whole: held.whole, parts: held.parts, list, verdict: holds(held.whole, held.parts) };
  const printed = { is: "parts", whole: first.whole, parts: items, list } as const;
  const sum = sumExact(items.map(baseValue));
  const isExact = !items.some(({ isAbout }) => isAbout) && !wholes.some(({ isAbout }) => isAbout);
  const isMore = isExact && outcomes.every((one) => one.sum > 0) && !cutsAcross(items);
  const isLess = isExact && outcomes.every((one) => one.sum < 0) && list === "complete";
  if (isMore || isLess) return { ...printed, verdict: { is: "contradicts", computed: sum, hint: null } };
  const why = list === "complete" || outcomes.some((one) => one.sum > 0) ? "readingsDiffer" : "openList";
  return { ...printed, verdict: { is: "open", why } };
}

const holds = (whole: Statement, parts: readonly Statement[]): PartsRelation["verdict"] => ({
  is: "holds",
  rounded: !sumExact(parts.map(baseValue)).equals(baseValue(whole)),
});

/** Parts by different traits, or by a trait that only some of them name, may be more than their whole (女 and 党员). */
function cutsAcross(items: readonly Statement[]): boolean {
  if (items.every(({ measure }) => measure.dimension === "money") || isPartition(items)) return false;
  const traits = items.map(({ label }) => TRAITS.findIndex((trait) => trait.test(label)));
  const named = new Set(traits.filter((trait) => trait >= 0));
  return named.size > 1 || (named.size === 1 && traits.includes(-1));
}

/** A number and the numbers behind it that make it, without a word that says so: only ever a confirmation. */
function impliedParts(own: readonly Statement[]): readonly PartsRelation[] {
  const stated = own.filter(({ role, label }) => role === "stated" && !PER_UNIT.test(label));
  if (stated.length > MOST_TRIED) return [];
  return stated.flatMap((whole, i) => {
    const after = stated.slice(i + 1).filter((one) => one.measure.dimension === whole.measure.dimension);
    const parts = prefixThatSums(whole, after) ?? prefixThatSums(whole, before(stated, i));
    return parts ? [{ is: "parts", whole, parts, list: "open", verdict: holds(whole, parts) } as const] : [];
  });
}

/** 甲10万元；乙20万元；共计30万元: read backwards from the total. */
const before = (stated: readonly Statement[], i: number): readonly Statement[] =>
  stated
    .slice(0, i)
    .filter((one) => one.measure.dimension === stated[i]?.measure.dimension)
    .reverse();

/** The first two or more that make the whole. Counts of one or two agree by chance, so they confirm nothing. */
function prefixThatSums(whole: Statement, items: readonly Statement[]): readonly Statement[] | null {
  if (baseValue(whole).compare(3) < 0) return null;
  for (let count = 2; count <= items.length; count++) {
    const parts = items.slice(0, count);
    const sum = compareSum(whole, parts);
    if (sum === 0) return parts;
    if (sum > 0) return null;
  }
  return null;
}

/** 41名, 5名, 9名 and 22名 in several paragraphs, and 编制77名 behind them: only ever a confirmation. */
function totalsOfPosts(statements: readonly Statement[]): readonly PartsRelation[] {
  const posts = statements.filter(
    ({ label, role, depth }) => role === "stated" && depth === 0 && POSTS_END.test(label),
  );
  return posts.slice(0, MOST_TRIED).flatMap((whole, i) => {
    const parts = posts.slice(0, i);
    if (parts.length < 2 || compareSum(whole, parts) !== 0) return [];
    return [{ is: "parts", whole, parts, list: "open", verdict: holds(whole, parts) } as const];
  });
}

/** One list is told once, however many words open it: by the reading that concludes most. */
function onceEach(relations: readonly PartsRelation[]): readonly PartsRelation[] {
  const best = new Map<Statement | undefined, PartsRelation>();
  for (const relation of relations) {
    const known = best.get(relation.parts[0]);
    if (!known || RANK[relation.verdict.is] < RANK[known.verdict.is]) best.set(relation.parts[0], relation);
  }
  return [...best.values()];
}

const RANK = { holds: 0, contradicts: 1, open: 2 } as const;

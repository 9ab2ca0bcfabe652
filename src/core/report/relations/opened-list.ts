import type { Prose, Span } from "../text/prose";
import type { PartsRelation, Statement } from "../types";
import { DIVIDES, LEVEL_OF_TREE, PER_UNIT, REST, SAMPLE_BEFORE, SAYS_ALL, SAYS_SAMPLE } from "../words/lists";
import type { BySentence } from "./by-sentence";
import { figuresOfKind } from "./item-figures";
import { isPartition, judgeParts } from "./part-sums";
import { isAkin, nearestOnly, wholesBefore } from "./wholes";

/** So many items and no 等 make a list of which people expect that it is all. */
const LONG_LIST = 8;
/** How many sentences a list may run on. */
const SENTENCES_ON = 12;

/** The list that opens here with the amount that it takes apart; null where it has no part or no whole. */
export function openedList(prose: Prose, bySentence: BySentence, opening: Span): PartsRelation | null {
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
  const figures = figuresOfKind(prose, nearest, items);
  const listed = figures?.parts ?? (items.length > 0 ? items : beyond.slice(0, 1));
  const names = figures?.names ?? listed.map(({ label }) => label);
  const endsWithRest = REST.test(names.at(-1) ?? "");
  const isWhole = isPartition(names);
  const list = listKind(prose, opening, listed, isWhole || endsWithRest);
  const isAll = isWhole && isAkin(nearest, names);
  const rest = items.length > 0 ? beyond : beyond.slice(1);
  const isClosed = items.length > 0 && endsWithRest;
  return judgeParts(prose, { wholes, items: listed, names, beyond: isClosed ? [] : rest, list, isAll });
} // prettier-ignore

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
function within({ text }: Prose, items: readonly Statement[], opening: Span, depth: number): readonly Statement[] {
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

/** Less than the whole is a fault of a complete or a long list only (REPORT.md, "When nothing may be concluded", 1). */
function listKind(
  { text }: Prose,
  opening: Span,
  items: readonly Statement[],
  isKnownWhole: boolean,
): PartsRelation["list"] {
  const last = items.at(-1);
  const words = text.slice(opening.from, (last?.to ?? opening.to) + 4);
  const before = text.slice(Math.max(0, opening.from - 4), opening.from);
  if (SAYS_SAMPLE.test(words) || SAMPLE_BEFORE.test(before)) return "open";
  const saysAll = SAYS_ALL.test(words.slice(2)) || DIVIDES.test(words);
  return isKnownWhole || saysAll || items.length >= LONG_LIST ? "complete" : "sample";
}

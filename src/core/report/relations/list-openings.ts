import type { Prose, Span } from "../text/prose";
import type { Statement } from "../types";
import { BEGINS_OTHER, LIST_OPENS, RESPECTIVELY } from "../words/lists";

/** So many lists of one sentence are read. */
const MOST_OPENINGS = 20;

/** Where lists of parts open: at 其中, 包括 and the like, and at a bracket behind an amount. */
export function listOpenings(prose: Prose, statements: readonly Statement[]): readonly Span[] {
  const words = [...prose.text.matchAll(LIST_OPENS)]
    .map(({ index, 0: word }) => ({ from: index, to: index + word.length }))
    .filter((opening) => !tellsOfOther(prose, opening));
  return fewOfASentence(prose, [...words, ...bracketsBehind(prose, statements)]);
}

/** 满分分别为20分、30分: numbers of what stands in front of the word, not parts of the amount before. */
const tellsOfOther = ({ text }: Prose, { from, to }: Span): boolean =>
  RESPECTIVELY.test(text.slice(from, to)) &&
  /[^,;:。、()\n]$/.test(text.slice(0, from)) &&
  !text.slice(0, from).endsWith("其中");

/** Brackets right behind an amount that hold names with amounts: 100万元（中央60万元、省级40万元）. */
function bracketsBehind({ text }: Prose, statements: readonly Statement[]): readonly Span[] {
  return statements.flatMap((whole, i) => {
    const close = text.charAt(whole.to) === "(" ? text.indexOf(")", whole.to) : -1;
    let after = i + 1;
    while ((statements[after]?.from ?? Infinity) < close) after++;
    const inside = statements.slice(i + 1, after);
    const isLike = (one: Statement): boolean => one.measure.dimension === whole.measure.dimension;
    const isList =
      inside.filter(isLike).length > 1 &&
      inside.every(({ label, role }) => role === "stated" && label !== "" && !BEGINS_OTHER.test(label));
    return isList ? [{ from: whole.to, to: whole.to + 1 }] : [];
  });
}

/** A sentence that opens list after list is none that anybody could take apart. */
function fewOfASentence(prose: Prose, openings: readonly Span[]): readonly Span[] {
  const counts = new Map<number, number>();
  return openings.filter(({ from }) => {
    const { index } = prose.sentenceAt(from);
    counts.set(index, (counts.get(index) ?? 0) + 1);
    return (counts.get(index) ?? 0) <= MOST_OPENINGS;
  });
}

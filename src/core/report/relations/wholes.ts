import type { Prose, Span } from "../text/prose";
import { wordsOf } from "../text/words-of";
import type { Statement } from "../types";
import { DIVIDES, EACH_ONE, LIST_OPENS, MEASURED_AGAINST, NEW_ONES, PER_UNIT, TRAITS } from "../words/lists";
import { DECREASE, INCREASE } from "../words/numbers";
import type { BySentence } from "./by-sentence";

/** How far back the amount may stand that a sentence beginning with 其中 takes apart. */
const SENTENCES_BACK = 3;

/** The amounts that the list may take apart, the nearest first. */
export function wholesBefore(
  prose: Prose,
  bySentence: BySentence,
  opening: Span,
  index: number,
  first: Statement,
): readonly Statement[] {
  const isDivision = DIVIDES.test(prose.text.slice(opening.from));
  const fits = (one: Statement): boolean =>
    isWhole(prose, one, first) &&
    one.measure.dimension === first.measure.dimension && !differsInYear(one, first); // prettier-ignore
  for (let at = index; at >= Math.max(0, index - SENTENCES_BACK); at--) {
    // 按来源分…；按用途分…: another division of what stands in front of the first
    const until = isDivision ? firstOpening(prose, at, opening) : opening.from;
    const found = (bySentence.get(at) ?? []).filter((one) => one.to <= until && fits(one));
    if (found.length > 0) return isDivision ? found : ofTheSegment(prose.text, found.reverse(), opening);
    const sentence = prose.sentences[at];
    if (at < index && sentence?.heading === 1) break;
    // only a sentence that begins with 其中 or a division looks back beyond itself
    if (at === index && until - (sentence?.from ?? 0) > 1) break;
  }
  return [];
}

/** Where the first list of the sentence opens. */
function firstOpening({ text, sentences }: Prose, at: number, opening: Span): number {
  const { from, to } = sentences[at] ?? opening;
  const first = text.slice(from, Math.min(to, opening.from)).search(LIST_OPENS);
  return first < 0 ? opening.from : from + first;
}

/** An amount of its own: no standard, no average, no target, and no change, unless the parts are changes too. */
function isWhole(prose: Prose, one: Statement, first: Statement): boolean {
  const words = wordsOf(prose, one);
  if (one.role !== "stated" || PER_UNIT.test(one.label) || EACH_ONE.test(words)) return false;
  if (MEASURED_AGAINST.test(prose.text.slice(one.to, one.to + 12))) return false;
  return !isChange(words) || isChange(wordsOf(prose, first));
}

const isChange = (words: string): boolean => (INCREASE.test(words) || DECREASE.test(words)) && !NEW_ONES.test(words);

/** What stands in front of a semicolon is taken apart only where nothing behind it can be. */
function ofTheSegment(text: string, found: readonly Statement[], opening: Span): readonly Statement[] {
  const semicolon = text.lastIndexOf(";", opening.from);
  const own = found.filter((one) => one.from > semicolon);
  return isOneClassOf(found) ? [] : own.length > 0 ? own : found;
}

/** 35岁以下42人；36岁以上93人；其中党员98人: of all classes together, whose sum nobody prints. */
function isOneClassOf([nearest, ...others]: readonly Statement[]): boolean {
  const trait = TRAITS.find((one) => one.test(nearest?.label ?? ""));
  return trait !== undefined && others.some(({ label }) => trait.test(label));
}

const differsInYear = (a: Statement, b: Statement): boolean => a.year !== null && b.year !== null && a.year !== b.year;

/**
 * Behind a bracket only the amount in front of it is taken apart. Else any earlier amount may be, but for those whose name has
 * nothing in common with the parts, where the nearest one's has: 科室12个、单位8个，其中：事业单位….
 */
export function nearestOnly(
  { text }: Prose,
  wholes: readonly Statement[],
  items: readonly Statement[],
  opening: Span,
): readonly Statement[] {
  const [nearest] = wholes;
  const bracket = text.charAt(opening.from) === "(" ? opening.from : opening.from - 1;
  if (!nearest || (text.charAt(bracket) === "(" && nearest.to === bracket)) return wholes.slice(0, 1);
  const names = items.map(({ label }) => label);
  // 按用途分 in a sentence of its own may begin to speak of something else
  if (DIVIDES.test(text.slice(opening.from)) && nearest.sentence !== items[0]?.sentence)
    return wholes.filter((whole) => isAkin(whole, names));
  return isAkin(nearest, names) ? wholes.filter((whole) => whole === nearest || isAkin(whole, names)) : wholes;
}

/** Whether the name of a whole has a word in common with those of its parts. */
export const isAkin = (whole: Statement, names: readonly string[]): boolean =>
  names.some((name) => haveCommonWord(whole.label, name));

/** Two characters that follow each other in both names. */
function haveCommonWord(a: string, b: string): boolean {
  for (let i = 0; i + 2 <= a.length; i++) if (b.includes(a.slice(i, i + 2))) return true;
  return false;
}

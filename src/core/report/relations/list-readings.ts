import type { Prose } from "../text/prose";
import { wordsOf } from "../text/words-of";
import type { Statement } from "../types";
import { BEGINS_OTHER, LIST_OPENS, OF_THE_ITEM, PARTITIONS } from "../words/lists";
import { itemFigures } from "./item-figures";

const MOST_READINGS = 100;
const MOST_NESTED = 4;
const MOST_ITEMS = 2000;

/**
 * The ways in which the numbers behind the word that opens a list may be read as its parts; none where nobody could tell. `items`
 * stand in its sentence, `beyond` in those after it.
 *
 * A list may end at a semicolon, at a clause without a number, at a number that begins something else, or run past the full
 * stop; of two numbers in one item (预算 and 支出) either may be the part; what stands under a nested 其中 is no part again.
 */
export function listReadings(
  prose: Prose,
  items: readonly Statement[],
  beyond: readonly Statement[],
  whole: Statement | null,
): readonly (readonly Statement[])[] {
  const nested = nestedOpenings(prose, items);
  // nobody reads such a list by its words alone
  if (nested.length > MOST_NESTED || items.length > MOST_ITEMS) return [];
  const runs = [...ends(prose, items, whole).map((end) => items.slice(0, end)), ...goingOn(items, beyond)];
  const readings = runs.flatMap((run) => [run, ...oneOfEach(prose, run)]).flatMap((run) => withoutNested(run, nested));
  return readings.filter((run) => run.length > 0).slice(0, MOST_READINGS);
}

/** How many of the items the list may have. */
function ends(prose: Prose, items: readonly Statement[], whole: Statement | null): readonly number[] {
  const counts: number[] = [];
  for (const [i, item] of items.entries()) {
    const next = items[i + 1];
    if (!next) continue;
    const between = prose.text.slice(item.to, next.from);
    const count = i + 1;
    // behind 其中 without a colon a semicolon ends the list; behind 其中： it may part the items
    const isSemicolon = between.includes(";") && (count > 1 || !hasColon(prose, item));
    // names parted by 、 and then a comma: what follows may be another clause
    const isLooser = between.includes(",") && i > 0 && prose.text.slice(items[i - 1]?.to, item.from).startsWith("、");
    if (isSemicolon || isLooser || hasOwnClause(between) || beginsOther(prose, next) || isSibling(next, whole))
      counts.push(count);
  }
  return [...counts, items.length];
}

const hasColon = ({ text }: Prose, { labelFrom }: Statement): boolean => text.charAt(labelFrom - 1) === ":";

/** By its name, or by the words before they are stripped of 合计. */
const beginsOther = (prose: Prose, one: Statement): boolean =>
  BEGINS_OTHER.test(one.label) || BEGINS_OTHER.test(wordsOf(prose, one));

/** A clause of its own between two items, without a number or with another kind of it: the list may have ended before. */
const hasOwnClause = (between: string): boolean =>
  between
    .split(/[,;]/)
    .slice(1, -1)
    .some((clause) => clause.length > 3 && !OF_THE_ITEM.test(clause));

/** 基本支出100万元，其中…，项目支出50万元: the last stands beside the whole, not below it. */
function isSibling(item: Statement, whole: Statement | null): boolean {
  if (!whole) return false;
  return PARTITIONS.some(({ members }) => {
    const own = members.findIndex((member) => member.test(item.label));
    const other = members.findIndex((member) => member.test(whole.label));
    return own >= 0 && other >= 0 && own !== other;
  });
}

/** The list with what the next sentences add, sentence by sentence. */
function goingOn(items: readonly Statement[], beyond: readonly Statement[]): readonly (readonly Statement[])[] {
  return beyond.flatMap((item, i) =>
    beyond[i + 1]?.sentence === item.sentence ? [] : [[...items, ...beyond.slice(0, i + 1)]],
  );
}

/** Where items hold several numbers each (决策20分得18分; 甲预算60万元，支出55万元): the first of each, or the last. */
function oneOfEach(prose: Prose, run: readonly Statement[]): readonly (readonly Statement[])[] {
  const groups = itemFigures(prose, run);
  if (groups.length < 2 || groups.length === run.length) return [];
  return [groups.flatMap((group) => group.slice(0, 1)), groups.flatMap((group) => group.slice(-1))];
}

/** Of each nested list the position at which it opens. */
function nestedOpenings({ text }: Prose, items: readonly Statement[]): readonly number[] {
  const [first] = items;
  const last = items.at(-1);
  if (!first || !last) return [];
  const between = text.slice(first.to, last.from);
  // a list in brackets is none of the items' own: they stand outside it
  return [...between.matchAll(LIST_OPENS)].flatMap(({ index }) =>
    isInBrackets(between, index) ? [] : [first.to + index],
  );
}

function isInBrackets(text: string, at: number): boolean {
  const open = text.lastIndexOf("(", at);
  return open >= 0 && !text.slice(open, at).includes(")");
}

/** The run without the items that each nested list may hold: one at least, up to all that follow before the next. */
function withoutNested(run: readonly Statement[], openings: readonly number[]): readonly (readonly Statement[])[] {
  let readings: readonly (readonly Statement[])[] = [run];
  for (const [i, opening] of openings.entries()) {
    const until = openings[i + 1] ?? Infinity;
    readings = readings.flatMap((items) => {
      const from = items.findIndex((item) => item.from > opening);
      if (from <= 0) return [items];
      const most = items.filter((item) => item.from > opening && item.from < until).length;
      return Array.from({ length: most }, (_, skipped) => [
        ...items.slice(0, from),
        ...items.slice(from + skipped + 1),
      ]);
    });
    if (readings.length > MOST_READINGS) return readings.slice(0, MOST_READINGS);
  }
  return readings;
}

import type { Prose } from "../text/prose";
import type { Statement } from "../types";
import { wordsOf } from "../text/words-of";
import { BELONGS_TO_ITEM, KINDS_OF_FIGURE } from "../words/lists";

/** The numbers of a list item by item: 决策20分得18分 are two of one. */
export function itemFigures(prose: Prose, run: readonly Statement[]): readonly (readonly Statement[])[] {
  const groups: Statement[][] = [];
  for (const [i, item] of run.entries()) {
    const before = run[i - 1];
    const isNew =
      !before ||
      (/[,;:、。\n]/.test(prose.text.slice(before.to, item.from)) && !BELONGS_TO_ITEM.test(wordsOf(prose, item)));
    if (isNew) groups.push([item]);
    else groups.at(-1)?.push(item);
  }
  return groups;
}

/** Parts with the names of their items. */
export interface NamedParts {
  readonly parts: readonly Statement[];
  readonly names: readonly string[];
}

/** Of items with several numbers each those of the whole's own kind (得分 of 得分); null where an item has none, or two. */
export function figuresOfKind(prose: Prose, whole: Statement, run: readonly Statement[]): NamedParts | null {
  const kind = kindOf(prose, whole);
  const groups = itemFigures(prose, run);
  if (kind < 0 || groups.length < 2 || groups.every((group) => group.length === 1)) return null;
  const own = groups.map((group) => group.filter((one) => kindOf(prose, one) === kind));
  if (own.some((figures) => figures.length !== 1)) return null;
  return { parts: own.flat(), names: groups.map(([first]) => first?.label ?? "") };
}

const kindOf = (prose: Prose, one: Statement): number =>
  KINDS_OF_FIGURE.findIndex((kind) => kind.test(wordsOf(prose, one)));

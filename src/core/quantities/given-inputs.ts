import { compact, nameKey } from "../model/text";
import type { Exact } from "../model/exact";
import type { WantedQuantity } from "./collect";
import { readLabel } from "./label";
import type { BindingProblem } from "../model/binding-problem";
import { identityKey, readQuantityName } from "../language/definition/quantity-name";

export interface MatchedInputs {
  readonly numbers: ReadonlyMap<WantedQuantity, Exact>;
  readonly problems: readonly BindingProblem[];
}

/**
 * Which quantity each given name means: the spelling in use, else the spelling without unit and quotation marks, else the
 * same name, year and phase in other words (上年三公经费预算数). What fits none or several is a problem, never a choice.
 */
export function matchInputs(
  inputs: ReadonlyMap<string, Exact>,
  drafts: readonly WantedQuantity[],
  isIndicator: (name: string) => boolean,
): MatchedInputs {
  if (inputs.size === 0) return { numbers: new Map(), problems: [] };
  const index = indexDrafts(drafts);
  const given = new Map<WantedQuantity, { readonly name: string; readonly number: Exact }>();
  const problems: BindingProblem[] = [];
  for (const [name, number] of inputs) {
    const label = readLabel(name, isIndicator);
    const fitting = fittingDrafts(label.name, index).filter((draft) => fits(draft, label.indicator));
    const [only] = fitting;
    if (only === undefined) problems.push({ kind: "input-unmatched", name });
    else if (fitting.length > 1) problems.push({ kind: "input-ambiguous", name, quantities: fitting.map(titleOf) });
    else {
      const before = given.get(only);
      if (before && !before.number.equals(number)) {
        problems.push({ kind: "input-twice", names: [before.name, name], quantity: titleOf(only) });
      } else given.set(only, { name, number });
    }
  }
  const twice = new Set(problems.flatMap((problem) => (problem.kind === "input-twice" ? [problem.quantity] : [])));
  const numbers = new Map(
    [...given].flatMap(([draft, { number }]) => (twice.has(titleOf(draft)) ? [] : [[draft, number]])),
  );
  return { numbers, problems };
}

/** A name meant for one indicator fits what is parted for it, or what that indicator alone uses. */
const fits = (draft: WantedQuantity, indicator: string | null): boolean => {
  if (indicator === null) return draft.partedFor === null;
  if (draft.partedFor !== null) return nameKey(draft.partedFor) === indicator;
  return draft.uses.every(({ path }) => nameKey(path.at(-1) ?? "") === indicator);
};

export const titleOf = (draft: WantedQuantity): string =>
  draft.partedFor === null ? draft.name : `${draft.name}（${draft.partedFor}）`;

type Level = (name: string) => readonly WantedQuantity[] | undefined;
type Index = readonly Level[];

const LEVELS: readonly ((spelling: string) => string)[] = [
  (spelling) => compact(spelling).replace(/["'《》]/g, ""),
  nameKey,
  (spelling) => identityKey(readQuantityName(spelling)),
];

/** Strictest first: a name is looked up on the next level only where it fits nothing on this one, which is made only then. */
export const indexDrafts = (drafts: readonly WantedQuantity[]): Index =>
  LEVELS.map((keyOf): Level => {
    let level: ReadonlyMap<string, readonly WantedQuantity[]> | null = null;
    return (name) => (level ??= levelOf(drafts, keyOf)).get(keyOf(name));
  });

function levelOf(
  drafts: readonly WantedQuantity[],
  keyOf: (spelling: string) => string,
): ReadonlyMap<string, readonly WantedQuantity[]> {
  const level = new Map<string, WantedQuantity[]>();
  for (const draft of drafts) {
    for (const key of new Set([...draft.spellings, draft.name].map(keyOf))) {
      const known = level.get(key);
      if (known) known.push(draft);
      else level.set(key, [draft]);
    }
  }
  return level;
}

export function fittingDrafts(name: string, index: Index): readonly WantedQuantity[] {
  for (const level of index) {
    const found = level(name);
    if (found) return found;
  }
  return [];
}

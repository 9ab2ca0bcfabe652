import { differInPhaseOnly, relateNames, SAME_NAME, type PrintedName } from "./same-quantity";

/** The variables of one side with what the text says of them. */
export interface NamedVariables {
  readonly names: readonly string[];
  readonly explanations: ReadonlyMap<string, string>;
}

export interface NamePairs {
  /** Printed name → official name. */
  readonly pairs: ReadonlyMap<string, string>;
  /** Printed names that mean another quantity than the official one in whose place they stand. */
  readonly foreign: ReadonlySet<string>;
}

interface Paired {
  readonly printed: string;
  readonly official: string | null;
  readonly likeness: number;
  readonly contrary: boolean;
}

interface Pairing {
  readonly strict: boolean;
  readonly vocabulary: readonly string[];
}

/** From here on two names share enough to be two wordings of one thing. */
const ALIKE = 0.3;
/** Formulas of more variables than this are paired name by name. */
const MOST_ORDERS = 6;

/**
 * Pairs the names of a printed formula with those of an official one so that the likeness is greatest; among equals, so that
 * `fits` holds. In a form of other words throughout nothing is accused: a name is foreign only where its words contradict the
 * official one's, where it is the name of another known quantity, or where the rest of the formula was recognised.
 */
export function assignNames(
  official: NamedVariables,
  printed: NamedVariables,
  how: Pairing,
  fits: (pairs: ReadonlyMap<string, string>) => boolean,
): NamePairs {
  const relations = new Map(
    printed.names.map((name) => [name, new Map(official.names.map((other) => [other, related(name, other)] as const))]),
  );
  const relation = (name: string, other: string): Paired => relations.get(name)?.get(other) ?? related(name, other);
  function related(name: string, other: string): Paired {
    const found = relateNames(printedName(name, printed), printedName(other, official), how.strict);
    return { printed: name, official: other, ...found };
  }
  let best: { readonly paired: readonly Paired[]; readonly total: number; readonly fits: boolean } | null = null;
  for (const order of orders(official.names, printed.names)) {
    const paired = printed.names.map((name, i): Paired => {
      const other = order[i] ?? null;
      return other === null ? { printed: name, official: null, likeness: 0, contrary: false } : relation(name, other);
    });
    const total = paired.reduce((sum, { likeness }) => sum + likeness, 0);
    if (best && total < best.total - 1e-9) continue;
    const candidate = { paired, total, fits: fits(pairsOf(paired)) };
    if (!best || total > best.total + 1e-9 || (candidate.fits && !best.fits)) best = candidate;
  }
  const paired = best?.paired ?? [];
  return { pairs: pairsOf(paired), foreign: foreignIn(paired, how) };
}

const isNameOf = (quantity: string, printed: string): boolean =>
  relateNames(bare(printed), bare(quantity), true).likeness >= SAME_NAME;

const pairsOf = (paired: readonly Paired[]): ReadonlyMap<string, string> =>
  new Map(paired.flatMap(({ printed, official }) => (official === null ? [] : [[printed, official] as const])));

function foreignIn(paired: readonly Paired[], { strict, vocabulary }: Pairing): ReadonlySet<string> {
  const recognised = paired.some(({ likeness }) => likeness >= ALIKE);
  const foreign = paired.filter(({ printed, official, likeness, contrary }) => {
    if (official === null || contrary) return true;
    if (likeness >= SAME_NAME) return false;
    if (vocabulary.some((name) => isNameOf(name, printed) && !differInPhaseOnly(bare(name), bare(official))))
      return true;
    return likeness < ALIKE && (strict || recognised);
  });
  return new Set(foreign.map(({ printed }) => printed));
}

const printedName = (name: string, { explanations }: Pick<NamedVariables, "explanations">): PrintedName => ({
  name,
  explanation: explanations.get(name) ?? null,
});
const bare = (name: string): PrintedName => ({ name, explanation: null });

/** Every way to give the printed names each an official one, none where official names run out. */
function* orders(official: readonly string[], printed: readonly string[]): Generator<readonly (string | null)[]> {
  if (printed.length > MOST_ORDERS || official.length > MOST_ORDERS) {
    yield greedy(official, printed);
    return;
  }
  const slots: (string | null)[] = [...official, ...printed.slice(official.length).map(() => null)];
  const seen = new Set<string>();
  for (const order of permutations(slots, printed.length)) {
    const key = order.join("\u001f");
    if (!seen.has(key)) yield order;
    seen.add(key);
  }
}

function* permutations<T>(items: readonly T[], length: number): Generator<readonly T[]> {
  if (length === 0) {
    yield [];
    return;
  }
  for (const [i, item] of items.entries()) {
    for (const rest of permutations([...items.slice(0, i), ...items.slice(i + 1)], length - 1)) yield [item, ...rest];
  }
}

function greedy(official: readonly string[], printed: readonly string[]): readonly (string | null)[] {
  const left = [...official];
  return printed.map((name) => {
    const likeness = left.map((other) => relateNames(bare(name), bare(other), false).likeness);
    const best = likeness.reduce((most, one) => Math.max(most, one), 0);
    return best > 0 ? (left.splice(likeness.indexOf(best), 1)[0] ?? null) : null;
  });
}

import { append } from "../../core/workbook/lists-by-key";
import { nameOf, pathKey } from "../../core/model/path";
import { nameKey } from "../../core/model/text";
import { isSameText, likeness, sameKey } from "./same-text";
import { ROW_FIELDS, type RoundIndicator, type RowField } from "./round";

export interface IndicatorPair {
  readonly before: RoundIndicator;
  readonly now: RoundIndicator;
}

export interface PairedIndicators {
  readonly pairs: readonly IndicatorPair[];
  /** Among the pairs, those that stand under another level now. */
  readonly moved: readonly IndicatorPair[];
  readonly removed: readonly RoundIndicator[];
  readonly added: readonly RoundIndicator[];
  /** One of the removed and one of the added that are probably the same under another name: offered, never assumed. */
  readonly renamed: readonly IndicatorPair[];
}

/**
 * The rows of one table in two rounds: by path, wherever they stand; then by a name that one row alone has on either side,
 * moved under another level. What is left was removed or added (SPEC Y2).
 */
export function pairIndicators(before: readonly RoundIndicator[], now: readonly RoundIndicator[]): PairedIndicators {
  const byPath = pairBy(before, now, ({ path }) => pathKey(path), "inTurn");
  const moved = pairBy(byPath.left, byPath.right, ownName, "alone");
  const pairs = [...byPath.pairs, ...moved.pairs].sort((a, b) => now.indexOf(a.now) - now.indexOf(b.now));
  return {
    pairs,
    moved: moved.pairs,
    removed: moved.left,
    added: moved.right,
    renamed: renamedAmong(moved.left, moved.right),
  };
}

const ownName = ({ path }: RoundIndicator): string => nameKey(nameOf(path));

interface Pairing {
  readonly pairs: readonly IndicatorPair[];
  readonly left: readonly RoundIndicator[];
  readonly right: readonly RoundIndicator[];
}

/**
 * Pairs of one key. Of several rows of one key those that say the same are paired first, then the others in turn ("inTurn");
 * or only a key that one row alone has on either side makes a pair ("alone").
 */
function pairBy(
  before: readonly RoundIndicator[],
  now: readonly RoundIndicator[],
  keyOf: (one: RoundIndicator) => string,
  several: "inTurn" | "alone",
): Pairing {
  const young = rowsBy(now, keyOf);
  const pairs = [...rowsBy(before, keyOf)].flatMap(([key, left]) => {
    const right = young.get(key) ?? [];
    if (several === "alone" && (left.length > 1 || right.length > 1)) return [];
    return inTurn(left, right);
  });
  const taken = new Set(pairs.flatMap((pair) => [pair.before, pair.now]));
  return { pairs, left: before.filter((one) => !taken.has(one)), right: now.filter((one) => !taken.has(one)) };
}

function rowsBy(rows: readonly RoundIndicator[], keyOf: (one: RoundIndicator) => string) {
  const lists = new Map<string, RoundIndicator[]>();
  for (const row of rows) append(lists, keyOf(row), row);
  return lists;
}

function inTurn(left: readonly RoundIndicator[], right: readonly RoundIndicator[]): readonly IndicatorPair[] {
  if (left.length === 1 && right.length === 1) return left.flatMap((before) => right.map((now) => ({ before, now })));
  const alike = rowsBy(right, rowKey);
  const found = new Map<RoundIndicator, RoundIndicator>();
  for (const before of left) {
    const now = alike.get(rowKey(before))?.shift();
    if (now) found.set(before, now);
  }
  const taken = new Set(found.values());
  const rest = right.filter((now) => !taken.has(now))[Symbol.iterator]();
  return left.flatMap((before) => {
    const now = found.get(before) ?? rest.next().value;
    return now ? [{ before, now }] : [];
  });
}

/** All that a row says. */
const rowKey = ({ texts }: RoundIndicator): string => ROW_FIELDS.map((field) => sameKey(texts[field] ?? "")).join("\n");

const isSame = ({ texts: a }: RoundIndicator, { texts: b }: RoundIndicator, field: RowField): boolean =>
  isSameText(a[field] ?? "", b[field] ?? "");

/** More rows of one level and mark than this are not tried against each other (SPEC Y2). */
const MOST_TRIED = 200;

/**
 * A removed and an added row under the same levels with the same mark, that one printed text binds (its standard, its
 * explanation or its target) or names that are half alike; and only where each is the other's only candidate.
 */
function renamedAmong(
  removed: readonly RoundIndicator[],
  added: readonly RoundIndicator[],
): readonly IndicatorPair[] {
  const there = rowsBy(added, placeKey);
  return [...rowsBy(removed, placeKey)].flatMap(([place, gone]) => {
    const come = there.get(place) ?? [];
    if (gone.length > MOST_TRIED || come.length > MOST_TRIED) return [];
    const pairs = gone.flatMap((before) => come.filter((now) => mayBe(before, now)).map((now) => ({ before, now })));
    const candidates = new Map<RoundIndicator, number>();
    for (const row of pairs.flatMap((pair) => [pair.before, pair.now])) candidates.set(row, (candidates.get(row) ?? 0) + 1);
    return pairs.filter(({ before, now }) => candidates.get(before) === 1 && candidates.get(now) === 1);
  });
} // prettier-ignore

/** The levels above a row, and its mark. */
const placeKey = ({ path, texts }: RoundIndicator): string =>
  [pathKey(path.slice(0, -1)), sameKey(texts.fullMark ?? "")].join("\n");

const mayBe = (a: RoundIndicator, b: RoundIndicator): boolean =>
  BINDING.some((field) => (a.texts[field] ?? "") !== "" && isSame(a, b, field)) ||
  likeness(ownName(a), ownName(b)) >= 0.5;

const BINDING = ["standard", "explanation", "description", "target"] as const satisfies readonly RowField[];

import { append } from "../../core/workbook/lists-by-key";
import { nameKey } from "../../core/model/text";
import { likeness, isSameText } from "./same-text";
import { pathKey } from "./pair-tables";
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
  const byPath = pairBy(before, now, pathKey, (a, b) => (isSameRow(a, b) ? 0 : 1));
  const moved = pairBy(byPath.left, byPath.right, ownName, null);
  const pairs = [...byPath.pairs, ...moved.pairs].sort((a, b) => now.indexOf(a.now) - now.indexOf(b.now));
  return {
    pairs,
    moved: moved.pairs,
    removed: moved.left,
    added: moved.right,
    renamed: renamedAmong(moved.left, moved.right),
  };
}

const ownName = ({ path }: RoundIndicator): string => nameKey(path.at(-1) ?? "");

interface Pairing {
  readonly pairs: readonly IndicatorPair[];
  readonly left: readonly RoundIndicator[];
  readonly right: readonly RoundIndicator[];
}

/**
 * Pairs of one key. Several rows of one key are paired in the order of `distance`, then in turn; without a distance only a
 * key that one row alone has on either side makes a pair.
 */
function pairBy(
  before: readonly RoundIndicator[],
  now: readonly RoundIndicator[],
  keyOf: (one: RoundIndicator) => string,
  distance: ((a: RoundIndicator, b: RoundIndicator) => number) | null,
): Pairing {
  const [old, young] = [rowsBy(before, keyOf), rowsBy(now, keyOf)];
  const pairs = [...old].flatMap(([key, left]) => {
    const right = young.get(key) ?? [];
    if (!distance && (left.length > 1 || right.length > 1)) return [];
    return nearest(left, right, distance ?? (() => 0));
  });
  const taken = new Set(pairs.flatMap((pair) => [pair.before, pair.now]));
  return { pairs, left: before.filter((one) => !taken.has(one)), right: now.filter((one) => !taken.has(one)) };
}

function rowsBy(rows: readonly RoundIndicator[], keyOf: (one: RoundIndicator) => string) {
  const lists = new Map<string, RoundIndicator[]>();
  for (const row of rows) append(lists, keyOf(row), row);
  return lists;
}

function nearest(
  left: readonly RoundIndicator[],
  right: readonly RoundIndicator[],
  distance: (a: RoundIndicator, b: RoundIndicator) => number,
): readonly IndicatorPair[] {
  const free = new Set(right);
  const take = (before: RoundIndicator, wanted: (now: RoundIndicator) => boolean): readonly IndicatorPair[] => {
    const now = [...free].find(wanted);
    if (!now) return [];
    free.delete(now);
    return [{ before, now }];
  };
  const alike = left.map((before) => take(before, (now) => distance(before, now) === 0));
  return left.flatMap((before, i) => {
    const found = alike[i] ?? [];
    return found.length > 0 ? found : take(before, () => true);
  });
}

const isSameRow = (a: RoundIndicator, b: RoundIndicator): boolean => ROW_FIELDS.every((field) => isSame(a, b, field));

const isSame = ({ texts: a }: RoundIndicator, { texts: b }: RoundIndicator, field: RowField): boolean =>
  isSameText(a[field] ?? "", b[field] ?? "");

/**
 * A removed and an added row under the same levels with the same mark, that one printed text binds (its standard, its
 * explanation or its target) or names that are half alike; and only where each is the other's only candidate.
 */
function renamedAmong(removed: readonly RoundIndicator[], added: readonly RoundIndicator[]): readonly IndicatorPair[] {
  const may = (a: RoundIndicator, b: RoundIndicator): boolean => {
    const isSamePlace = a.path.slice(0, -1).map(nameKey).join("\n") === b.path.slice(0, -1).map(nameKey).join("\n");
    const isBound = BINDING.some((field) => (a.texts[field] ?? "") !== "" && isSame(a, b, field));
    return isSamePlace && isSame(a, b, "fullMark") && (isBound || likeness(ownName(a), ownName(b)) >= 0.5);
  };
  return removed.flatMap((before) => {
    const candidates = added.filter((now) => may(before, now));
    const [now] = candidates;
    const isOnly = now !== undefined && candidates.length === 1 && removed.filter((one) => may(one, now)).length === 1;
    return isOnly ? [{ before, now }] : [];
  });
}

const BINDING = ["standard", "explanation", "description", "target"] as const satisfies readonly RowField[];

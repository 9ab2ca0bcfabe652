import { pathKey } from "../../core/model/path";
import type { RoundTable } from "./round";

export interface PairedTables {
  readonly pairs: readonly { readonly before: RoundTable; readonly now: RoundTable }[];
  readonly removed: readonly RoundTable[];
  readonly added: readonly RoundTable[];
}

/**
 * The tables of two rounds, each beside the one with which it has most indicators in common; among equals the one of the
 * same sheet, then the one in the same turn. Two rounds of one table each are of that table, whatever it shares.
 */
export function pairTables(before: readonly RoundTable[], now: readonly RoundTable[]): PairedTables {
  const [only, onlyNow] = [before[0], now[0]];
  if (only && onlyNow && before.length === 1 && now.length === 1)
    return { pairs: [{ before: only, now: onlyNow }], removed: [], added: [] };
  const free = { before: new Set(before), now: new Set(now) };
  const pairs: { readonly before: RoundTable; readonly now: RoundTable }[] = [];
  for (const { a, b } of candidates(before, now)) {
    if (!free.before.has(a) || !free.now.has(b)) continue;
    free.before.delete(a);
    free.now.delete(b);
    pairs.push({ before: a, now: b });
  }
  pairs.sort((x, y) => now.indexOf(x.now) - now.indexOf(y.now));
  return { pairs, removed: [...free.before], added: [...free.now] };
}

function candidates(before: readonly RoundTable[], now: readonly RoundTable[]) {
  const keys = new Map(
    [...before, ...now].map((table) => [table, new Set(table.indicators.map(({ path }) => pathKey(path)))]),
  );
  const shared = (a: RoundTable, b: RoundTable): number =>
    [...(keys.get(a) ?? [])].filter((key) => keys.get(b)?.has(key)).length;
  return before
    .flatMap((a, i) =>
      now.map((b, j) => ({ a, b, shared: shared(a, b), isSame: Number(a.sheet === b.sheet), away: Math.abs(i - j) })),
    )
    .filter(({ shared: common, isSame }) => common > 0 || isSame === 1)
    .sort((x, y) => y.shared - x.shared || y.isSame - x.isSame || x.away - y.away);
}

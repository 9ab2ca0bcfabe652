import { nameOf } from "../../core/model/path";
import { compact } from "../../core/model/text";
import { append } from "../../core/workbook/lists-by-key";
import { placeOf, rowsOf, type BatchPlace, type BatchTable } from "./batch-unit";

/** A reason of one unit and the reasons of others that say nearly the same. */
export interface CopiedReason {
  readonly places: readonly (BatchPlace & { readonly indicator: string; readonly text: string })[];
}

/** Shorter reasons are alike by chance: 群众意见较多. */
const SHORTEST = 10;
/** Characters of a shingle. */
const WIDTH = 3;
/** What share of all their shingles two copies have in common, in hundredths. */
const ALIKE = 70;

/** So many reasons that have one shingle in common are tried; a phrase that everybody uses would make it all with all. */
const MOST_TRIED = 50;

interface Reason {
  readonly unit: BatchTable;
  /** The reason without blanks: the same typing is a copy without further comparison. */
  readonly text: string;
  readonly at: BatchPlace & { readonly indicator: string; readonly text: string };
  readonly shingles: readonly string[];
}

/**
 * Reasons that two or more units share nearly word for word (SPEC Y9). Only pairs that have one of their rarest shingles in
 * common can be alike, so that no reason is compared with all the others.
 */
export function copiedReasons(tables: readonly BatchTable[]): readonly CopiedReason[] {
  const reasons = byRarity(reasonsOf(tables));
  const waiting = new Map<string, number[]>();
  const known = new Map<string, number>();
  const groups = new Map<number, number>();
  const rootOf = (index: number): number => {
    let root = index;
    for (let up = groups.get(root); up !== undefined; up = groups.get(root)) root = up;
    return root;
  };
  const join = (index: number, other: number): void => {
    const [a, b] = [rootOf(index), rootOf(other)];
    if (a !== b) groups.set(a, b);
  };
  reasons.forEach(({ shingles, text }, index) => {
    const same = known.get(text);
    if (same !== undefined) {
      join(index, same);
      return;
    }
    known.set(text, index);
    const own = new Set(shingles);
    const prefix = shingles.slice(0, prefixLength(shingles.length));
    for (const other of new Set(prefix.flatMap((shingle) => waiting.get(shingle) ?? [])))
      if (areAlike(reasons[other]?.shingles ?? [], own)) join(index, other);
    for (const shingle of prefix) if ((waiting.get(shingle)?.length ?? 0) < MOST_TRIED) append(waiting, shingle, index);
  });
  const members = new Map<number, Reason[]>();
  reasons.forEach((reason, index) => append(members, rootOf(index), reason));
  return [...members.values()].flatMap((group) => {
    const isShared = new Set(group.map(({ unit }) => unit.file)).size > 1;
    return isShared ? [{ places: group.map(({ at }) => at) }] : [];
  });
}

const reasonsOf = (tables: readonly BatchTable[]): readonly Reason[] =>
  rowsOf(tables).flatMap(({ unit, row }) => {
    const text = row.texts.reason ?? "";
    const bare = compact(text);
    const letters = Array.from(bare);
    if (letters.length < SHORTEST) return [];
    const shingles = letters.slice(WIDTH - 1).map((_, i) => letters.slice(i, i + WIDTH).join(""));
    const at = { ...placeOf(unit, row.cells.reason), indicator: nameOf(row.path), text };
    return [{ unit, at, text: bare, shingles: [...new Set(shingles)] }];
  });

/** Each reason with its rarest shingles in front. */
function byRarity(reasons: readonly Reason[]): readonly Reason[] {
  const counts = new Map<string, number>();
  for (const { shingles } of reasons) for (const one of shingles) counts.set(one, (counts.get(one) ?? 0) + 1);
  const rarity = (a: string, b: string): number => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1);
  return reasons.map((reason) => ({ ...reason, shingles: [...reason.shingles].sort(rarity) }));
}

/** Two sets that are that much alike have one in common among so many of their rarest. */
const prefixLength = (size: number): number => size - Math.ceil((size * ALIKE) / 100) + 1;

function areAlike(a: readonly string[], b: ReadonlySet<string>): boolean {
  let common = 0;
  for (const one of a) if (b.has(one)) common++;
  return common * 100 >= (a.length + b.size - common) * ALIKE;
}

import { append } from "../../core/workbook/lists-by-key";
import { pathKey } from "../../core/model/path";
import type { RoundFinding } from "./round";

/** The findings of two rounds; an open one is `changed` where what it says, cells aside, is something else now. */
export interface FindingChanges {
  readonly fixed: readonly RoundFinding[];
  /** Gone because its indicator is: nobody has answered it. */
  readonly removed: readonly RoundFinding[];
  readonly open: readonly { readonly before: RoundFinding; readonly now: RoundFinding; readonly changed: boolean }[];
  readonly added: readonly RoundFinding[];
}

/**
 * A finding is the same by its fingerprint; where a table has another place in the workbook now, by its code and the names
 * it is about, one with one in turn (SPEC Y3).
 */
export function compareFindings(
  before: readonly RoundFinding[],
  now: readonly RoundFinding[],
  isRemoved: (path: readonly string[]) => boolean,
): FindingChanges {
  const byPrint = take(before, now, ({ fingerprint }) => fingerprint);
  const byNames = take(byPrint.gone, byPrint.added, ({ code, path }) => `${code}\n${pathKey(path)}`);
  const order = new Map(now.map((one, index) => [one, index]));
  const open = [...byPrint.open, ...byNames.open].sort((a, b) => (order.get(a.now) ?? 0) - (order.get(b.now) ?? 0));
  return {
    fixed: byNames.gone.filter(({ path }) => !isRemoved(path)),
    removed: byNames.gone.filter(({ path }) => isRemoved(path)),
    open,
    added: byNames.added,
  };
}

interface Taken extends Pick<FindingChanges, "open" | "added"> {
  readonly gone: readonly RoundFinding[];
}

function take(
  before: readonly RoundFinding[],
  now: readonly RoundFinding[],
  keyOf: (one: RoundFinding) => string,
): Taken {
  const waiting = new Map<string, RoundFinding[]>();
  for (const one of before) append(waiting, keyOf(one), one);
  const added: RoundFinding[] = [];
  const open = now.flatMap((one) => {
    const same = waiting.get(keyOf(one))?.shift();
    if (!same) added.push(one);
    return same ? [{ before: same, now: one, changed: unplaced(same) !== unplaced(one) }] : [];
  });
  const left = new Set([...waiting.values()].flat());
  return { gone: before.filter((one) => left.has(one)), open, added };
}

/** What a finding carries without its addresses, which any inserted row changes. */
const unplaced = ({ data }: RoundFinding): string => data.replace(/\$?[A-Z]{1,3}\$?\d+/g, "#");

import { QUEUE_KINDS, type QueueItem } from "./queue-item";

/** What came of an item since the last full reading. */
export interface Done {
  /** Where it was put: "G23". */
  readonly cell: string;
  readonly isSaving: boolean;
}

/**
 * The list after a save: whoever works in it finds everything where it was (SPEC U3). Saved rows stay, facts are the newest,
 * what was solved beside is gone, and what a save has brought follows at the end of its kind.
 */
export function keptOrder(
  shown: readonly QueueItem[],
  fresh: readonly QueueItem[],
  done: ReadonlyMap<string, Done>,
): readonly QueueItem[] {
  const now = new Map(fresh.map((item) => [item.key, item]));
  const known = new Set(shown.map(({ key }) => key));
  const kept = shown.flatMap((item) => now.get(item.key) ?? (done.has(item.key) ? [item] : []));
  const added = fresh.filter(({ key }) => !known.has(key));
  return QUEUE_KINDS.flatMap((kind) => [...kept, ...added].filter((item) => item.kind === kind));
}

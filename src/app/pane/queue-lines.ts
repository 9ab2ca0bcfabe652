import { groupsOf, type QueueGroup } from "./queue";
import type { QueueItem, QueueKind } from "./queue-item";

/** What stands below each other in the list of 待办. */
export type QueueLine =
  | { readonly is: "table"; readonly key: string; readonly table: string }
  | { readonly is: "head"; readonly key: string; readonly group: QueueGroup; readonly folded: boolean }
  | { readonly is: "row"; readonly key: string; readonly item: QueueItem }
  | { readonly is: "rest"; readonly key: string; readonly table: string; readonly groups: readonly QueueGroup[] };

export interface LinesSource {
  readonly items: readonly QueueItem[];
  /** The tables that are shown, in their order. */
  readonly tables: readonly string[];
  readonly filter: QueueKind | null;
  /** Whose fold was pressed; hints are folded until then. */
  readonly turned: ReadonlySet<string>;
  readonly open: string | null;
}

/** With several tables each has its gravest kind, and one line for the rest of it; with one, all of its kinds. */
export function linesOf({ items, tables, filter, turned, open }: LinesSource): readonly QueueLine[] {
  const chosen = items.filter(({ kind }) => filter === null || kind === filter);
  if (tables.length <= 1) return groupLines(groupsOf(chosen), "", { filter, turned, open });
  const loose = groupLines(groupsOf(chosen.filter(({ table }) => table === null)), "", { filter, turned, open });
  const byTable = tables.flatMap((table): readonly QueueLine[] => {
    const groups = groupsOf(chosen.filter((item) => item.table === table));
    const isUnfolded = turned.has(`rest:${table}`) || filter !== null;
    const [first, ...rest] = groups;
    const shown = isUnfolded ? groups : first ? [first] : [];
    const lines = groupLines(shown, table, { filter, turned, open });
    const after: readonly QueueLine[] =
      !isUnfolded && rest.length > 0 ? [{ is: "rest", key: `rest:${table}`, table, groups: rest }] : [];
    return [{ is: "table", key: `table:${table}`, table }, ...lines, ...after];
  });
  return [...loose, ...byTable];
}

function groupLines(
  groups: readonly QueueGroup[],
  table: string,
  { filter, turned, open }: Pick<LinesSource, "filter" | "turned" | "open">,
): readonly QueueLine[] {
  return groups.flatMap((group): readonly QueueLine[] => {
    const key = `head:${table}:${group.kind}`;
    const isHint = group.kind === "hint" && filter === null;
    const holdsOpen = group.items.some((item) => item.key === open);
    const folded = isHint !== turned.has(key) && !holdsOpen;
    const head: QueueLine = { is: "head", key, group, folded };
    return folded ? [head] : [head, ...group.items.map((item): QueueLine => ({ is: "row", key: item.key, item }))];
  });
}

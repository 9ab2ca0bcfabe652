import type { DataGroup } from "./data-rows";
import type { DataRow } from "./data-row";
import type { QueueItem } from "./queue-item";

/** The rows of 数据 that an item waits for: by the names that its findings give, else those of its indicator. */
export function rowsWanted(
  groups: readonly DataGroup[],
  { at, cell }: QueueItem,
  names: readonly string[],
): readonly DataRow[] {
  const named = groups.flatMap(({ rows }) => rows).filter((row) => row.value === null && isWanted(row, names));
  if (named.length > 0) return named;
  const own = groups.filter((group) => group.cell === cell && group.at.sheet === at?.sheet);
  return own.flatMap(({ rows }) => rows).filter(({ value, isNeeded }) => value === null && isNeeded);
}

/** A finding names a quantity as its definition prints it; a row may add the indicator that uses it. */
export const isWanted = ({ label }: DataRow, wanted: readonly string[]): boolean =>
  wanted.some((name) => plain(label).startsWith(plain(name)) || label.endsWith(`：${name}`));

const plain = (text: string): string => text.replace(/["'“”‘’\s]/g, "");

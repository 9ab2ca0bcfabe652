import type { Finding } from "../findings/finding";
import type { Exact } from "../model/exact";
import { sumExact } from "../model/exact";
import type { Check } from "./context";
import { shown } from "./figures";
import type { BaseDataEntry, BaseDataTable } from "../model/base-data";

/** In a base-data table what stands under a figure (1、2、3, 其中) does not sum to more than it, column by column (SPEC C13). */
export const partsExceedWhole: Check = ({ baseData, settings }) =>
  baseData.flatMap((table) => {
    const parts = partsByWhole(table);
    return table.entries.flatMap((whole) => {
      const filled = parts.get(keyOf(whole, [...whole.context, whole.label])) ?? [];
      const sum = sumExact(filled.flatMap((part) => part.number ?? []));
      const excess = whole.number ? sum.sub(whole.number) : null;
      if (!whole.number || !excess || filled.length === 0 || excess.compare(settings.tolerance) <= 0) return [];
      return [exceeding(table, whole, whole.number, filled, sum)];
    });
  });

/** Filled entries by what they are directly part of. */
function partsByWhole({ entries }: BaseDataTable): ReadonlyMap<string, readonly BaseDataEntry[]> {
  const parts = new Map<string, BaseDataEntry[]>();
  for (const entry of entries) {
    if (!entry.number || entry.context.length === 0) continue;
    const key = keyOf(entry, entry.context);
    const known = parts.get(key);
    if (known) known.push(entry);
    else parts.set(key, [entry]);
  }
  return parts;
}

/** A figure and its parts stand in one column of one block. */
const keyOf = ({ block, at, unit }: BaseDataEntry, path: readonly string[]): string =>
  JSON.stringify([block, at.column, unit, path]);

const exceeding = (
  { sheet }: BaseDataTable,
  whole: BaseDataEntry,
  total: Exact,
  parts: readonly BaseDataEntry[],
  sum: Exact,
): Finding => ({
  code: "parts-exceed-whole",
  table: null,
  sheet,
  at: { sheet, ...whole.at },
  path: [...whole.context, whole.label],
  subject: whole.headerText,
  data: {
    parts: parts.map((part) => part.label).join("、"),
    whole: whole.label,
    sum: shown(sum),
    total: shown(total),
  },
});

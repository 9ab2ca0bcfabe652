import type { Finding } from "../findings/finding";
import type { Exact } from "../model/exact";
import { sumExact } from "../model/exact";
import type { Check } from "./context";
import { shown } from "./figures";
import type { BaseDataEntry, BaseDataTable } from "../model/base-data";
import { append } from "../workbook/lists-by-key";

/** In a base-data table what stands under a figure (1、2、3, 其中) does not sum to more than it, column by column (SPEC C13). */
export const partsExceedWhole: Check = ({ baseData, settings }) =>
  baseData.flatMap((table) => {
    const parts = partsByWhole(table);
    return table.entries.flatMap((whole) => {
      const filled = parts.get(keyOf(whole, [...whole.context, whole.label])) ?? [];
      const sum = sumExact(filled.flatMap((part) => part.number ?? []));
      const excess = whole.number ? sum.sub(whole.number) : null;
      if (!whole.number || !excess || filled.length === 0 || excess.compare(settings.tolerance) <= 0) return [];
      const single = filled.filter((part) => exceedsAlone(part, whole));
      if (single.length > 0) return single.map((part) => aboveWhole(table, part, whole));
      return [exceeding(table, whole, whole.number, filled, sum)];
    });
  });

/** Filled entries by what they are directly part of. */
function partsByWhole({ entries }: BaseDataTable): ReadonlyMap<string, readonly BaseDataEntry[]> {
  const parts = new Map<string, BaseDataEntry[]>();
  for (const entry of entries) {
    if (entry.number && entry.context.length > 0) append(parts, keyOf(entry, entry.context), entry);
  }
  return parts;
}

/** A figure and its parts stand in one column of one block. */
const keyOf = ({ block, at, unit }: BaseDataEntry, path: readonly string[]): string =>
  JSON.stringify([block, at.column, unit, path]);

const exceedsAlone = (part: BaseDataEntry, whole: BaseDataEntry): boolean =>
  part.number !== null && whole.number !== null && part.number.compare(whole.number) > 0;

/** One part alone larger than its whole: one of the two numbers can not be (SPEC C19). */
const aboveWhole = ({ sheet }: BaseDataTable, part: BaseDataEntry, whole: BaseDataEntry): Finding => {
  const most = whole.number ? shown(whole.number) : "";
  return {
    code: "input-impossible",
    table: null,
    sheet,
    at: { sheet, ...part.at },
    path: [...part.context, part.label],
    subject: part.headerText,
    data: {
      name: part.label,
      value: part.number ? shown(part.number) : "",
      why: { zh: `不可能大于“${whole.label}”${most}`, en: `it can not be more than ${whole.label}, ${most}` },
    },
  };
};

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

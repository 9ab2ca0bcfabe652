import type { BaseDataTable } from "../model/base-data";
import { isInside } from "../workbook/address";
import { append } from "../workbook/lists-by-key";
import type { Finding } from "./finding";

/** What is found in a unit's base data is that table's, whatever its sheet is called (SPEC F1). */
export function ownedByBaseData(baseData: readonly BaseDataTable[]): (finding: Finding) => Finding {
  const bySheet = new Map<string, BaseDataTable[]>();
  for (const one of baseData) append(bySheet, one.sheet, one);
  return (finding) => {
    const { table, sheet, at } = finding;
    if (table !== null || sheet === null || finding.owner !== undefined) return finding;
    const there = bySheet.get(sheet) ?? [];
    const owner = there.find(({ range }) => at && isInside(at, range)) ?? there[0];
    return owner ? { ...finding, owner: owner.id } : finding;
  };
}

import type { Finding } from "../../core/findings/finding";
import type { CellAddress } from "../../core/workbook/address";
import { reasonCells } from "../../core/ours/reason-cells";
import type { Reviewed } from "../review-workbook";
import { indicatorKey } from "./indicator-key";

/** Where the reason for a finding's deduction is typed: the table's own column, else ours; null where there is neither yet. */
export function reasonPlaces({ book, review }: Reviewed): (finding: Finding) => CellAddress | null {
  const places = new Map<string, CellAddress>();
  for (const { table } of review.tables) {
    const ours = reasonCells(book, table);
    table.indicators.forEach((indicator, index) => {
      const at = indicator.reason ? { sheet: table.sheet, ...indicator.reason.at } : ours.get(index)?.at;
      if (at) places.set(indicatorKey(table.id, indicator.path), at);
    });
  }
  return ({ table, path }) => (table === null ? null : (places.get(indicatorKey(table, path)) ?? null));
}

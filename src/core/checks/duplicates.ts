import { a1 } from "../workbook/address";
import type { Indicator } from "../model/scoring-table";
import type { Check } from "./context";
import { viewsOf } from "./context";
import { findingAt } from "../findings/finding-at";
import { nameOf } from "../model/path";
import { append } from "../workbook/lists-by-key";

/**
 * The same path printed twice; one name under two parents is no duplicate, nor is one that is merged over several scored
 * rows, or whose merge was lost (SPEC C1). Said once, at the first repetition.
 */
export const duplicateIndicators: Check = (context) =>
  context.tables.flatMap(({ table }) => {
    const view = viewsOf(context).get(table.sheet);
    const printedAt = ({ nameAt }: Indicator): string => a1(view?.anchor(nameAt.row, nameAt.column) ?? nameAt);
    const isPrinted = ({ nameAt }: Indicator): boolean => (view?.shown(nameAt.row, nameAt.column) ?? null) !== null;
    const byPath = new Map<string, Indicator[]>();
    for (const indicator of table.indicators) append(byPath, indicator.path.join("\u0000"), indicator);
    return [...byPath.values()].flatMap((same) => {
      const first = same[0] && printedAt(same[0]);
      const repeated = same.find((one) => isPrinted(one) && printedAt(one) !== first);
      if (!repeated) return [];
      return findingAt("duplicate-indicator", table, repeated.nameAt, {
        path: repeated.path,
        data: { name: nameOf(repeated.path), cells: [...new Set(same.filter(isPrinted).map(printedAt))] },
      });
    });
  });

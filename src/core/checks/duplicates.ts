import { a1 } from "../model/address";
import type { Indicator } from "../model/scoring-table";
import type { Check } from "./context";
import { findingAt, nameOf } from "./context";

/** The same path twice; one name under two parents is no duplicate (SPEC C1). Said once, at the first repetition. */
export const duplicateIndicators: Check = ({ tables }) =>
  tables.flatMap(({ table }) => {
    const byPath = new Map<string, Indicator[]>();
    for (const indicator of table.indicators) {
      const key = indicator.path.join("\u0000");
      const same = byPath.get(key);
      if (same) same.push(indicator);
      else byPath.set(key, [indicator]);
    }
    return [...byPath.values()].flatMap((same) => {
      const repeated = same[1];
      if (!repeated) return [];
      return findingAt("duplicate-indicator", table, repeated.nameAt, {
        path: repeated.path,
        data: { name: nameOf(repeated.path), cells: same.map((one) => a1(one.nameAt)) },
      });
    });
  });

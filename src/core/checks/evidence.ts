import type { Check } from "./context";
import { findingAt, nameOf } from "./context";
import { cellText } from "./figures";
import { isPlaceholder } from "./justification/reason-text";
import { hasFullMark, scoreUnits } from "./score-units";

/** Where the table has an evidence column, a full mark needs an entry in it (SPEC J7). */
export const evidence: Check = ({ tables }) =>
  tables.flatMap(({ table }) =>
    scoreUnits(table).flatMap((unit) => {
      const cells = unit.indicators.flatMap((one) => one.evidence ?? []);
      const [first] = cells;
      const given = cells.some((cell) => cellText(cell.raw) !== "" && !isPlaceholder(cellText(cell.raw)));
      if (!first || given || !hasFullMark(unit) || unit.fullMark?.equals(0)) return [];
      const path = unit.indicators[0]?.path ?? [];
      return findingAt("evidence-missing", table, first.at, { path, data: { name: nameOf(path) }, group: "evidence" });
    }),
  );

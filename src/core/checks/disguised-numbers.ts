import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { shownDate } from "../formula/date-format";
import { hasPartedDigits, trimmed } from "../model/text";
import type { ScoringTable } from "../model/scoring-table";
import { readText } from "../targets/read";
import { a1 } from "../workbook/address";
import type { CellSnapshot } from "../workbook/snapshot";
import type { Check, CheckContext } from "./context";
import { viewsOf } from "./context";
import { numberPlaces, type NumberPlace } from "./number-places";
import { scoreGroups } from "../model/score-groups";

/**
 * Where a number belongs and a date stands, or digits that stand apart: named, and not used (SPEC C40). A score that is
 * none is told by its own check; a date may well be a target.
 */
export const disguisedNumbers: Check = (context) => [
  ...context.tables.flatMap(({ table }) => {
    const scores = scoresOf(table);
    return numberPlaces(table).flatMap((place) => {
      const cell = viewsOf(context).get(table.sheet)?.cell(place.at.row, place.at.column);
      return cell && !scores.has(a1(place.at)) ? placeFinding(context, table, place, cell) : [];
    });
  }),
  ...baseFindings(context),
];

/** Cells that `score-not-a-number` speaks of. */
const scoresOf = (table: ScoringTable): ReadonlySet<string> => {
  const reviews = table.indicators.flatMap(({ reviewScore }) =>
    reviewScore && !reviewScore.merged ? reviewScore : [],
  );
  const funding = table.funding?.total?.cells.score;
  const cells = [...scoreGroups(table).flatMap(({ scores }) => scores), ...reviews, ...(funding ? [funding] : [])];
  return new Set(cells.map(({ at }) => a1(at)));
};

function placeFinding({ book }: CheckContext, table: ScoringTable, place: NumberPlace, cell: CellSnapshot): Finding[] {
  const { at, path, role, column } = place;
  const isTarget = role === "target" || role === "actual";
  const date = isTarget ? null : dateIn(cell, book.date1904);
  if (date !== null)
    return [findingAt("date-not-number", table, at, { path, subject: role, data: { text: date, column } })];
  if (typeof cell.value !== "string" || !isOpen(cell.value)) return [];
  return [findingAt("number-open", table, at, { path, subject: role, data: { text: trimmed(cell.value), column } })];
}

const dateIn = ({ value, numberFormat }: CellSnapshot, date1904: boolean | null): string | null =>
  typeof value === "number" ? shownDate(value, numberFormat, date1904 ?? false) : null;

/** Digits that stand apart in what is a number, an amount or a target but for that. */
const isOpen = (text: string): boolean =>
  text.length <= 40 && hasPartedDigits(text) && readText(text.replace(/[\s\u3000]+/g, "")).kind === "number";

function baseFindings(context: CheckContext): readonly Finding[] {
  return context.baseData.flatMap(({ sheet, entries }) =>
    entries.flatMap(({ at, label, headerText }): Finding[] => {
      const cell = viewsOf(context).get(sheet)?.cell(at.row, at.column);
      const date = cell ? dateIn(cell, context.book.date1904) : null;
      const open = typeof cell?.value === "string" && isOpen(cell.value) ? trimmed(cell.value) : null;
      const text = date ?? open;
      if (text === null) return [];
      const about = { table: null, sheet, at: { sheet, ...at }, path: [label], subject: "base" };
      const data = { text, column: headerText === "" ? label : headerText };
      return [{ code: date === null ? "number-open" : "date-not-number", ...about, data }];
    }),
  );
}

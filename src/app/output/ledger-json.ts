import { toDouble } from "../../core/model/exact";
import type { CellLedger } from "../../core/model/account";
import type { BaseLedger, Examined, Ledger } from "../../core/review.types";
import { a1, rectA1 } from "../../core/workbook/address";
import type { Language } from "../failure-words";

/** The account of a table's cells, as DESIGN "Command line" fixes it. */
export function cellsJson({ filled, judged, hidden, notUnderstood, roles, unused }: CellLedger) {
  return {
    filled,
    understood: filled - notUnderstood.length,
    notUnderstood: notUnderstood.map(({ at, text, why, hidden: isHidden }) => ({
      cell: a1(at),
      text,
      why,
      ...(isHidden && { hidden: true }),
    })),
    judged,
    hidden,
    roles: Object.fromEntries([...roles].sort(([a], [b]) => (a < b ? -1 : 1))),
    unused: unused.map(({ area, why }) => ({ range: rectA1(area), why })),
  };
}

export function examinedJson(examined: Examined, lang: Language) {
  const { reading, why, ...aspects } = examined;
  const reasons = Object.entries(why).map(([aspect, text]) => [aspect, text[lang]]);
  return {
    ...aspects,
    reading: reading && readingJson(reading),
    why: Object.fromEntries(reasons) as Readonly<Record<string, string>>,
  };
}

/** The line a person reads, and beside it the numbers in it: what 95 and ≥95% have in common is only the number. */
function readingJson({ target, actual }: NonNullable<Examined["reading"]>) {
  return {
    target: target?.text ?? null,
    actual: actual?.text ?? null,
    targetNumbers: target?.numbers.map(toDouble) ?? [],
    actualNumbers: actual?.numbers.map(toDouble) ?? [],
  };
}

/** Every value of a base-data table as it was read, so that none changes without a trace. */
export function baseDataJson({ base, cells }: BaseLedger) {
  return {
    sheet: base.sheet,
    range: rectA1(base.range),
    title: base.title,
    cells: cellsJson(cells),
    values: base.entries.flatMap(({ at, label, context, number, unit, year, yearOffset, phase }) =>
      number ? [{ cell: a1(at), label, context, number: toDouble(number), unit, year, yearOffset, phase }] : [],
    ),
  };
}

export const outsideJson = ({ outside }: Ledger) =>
  outside.map(({ sheet, area, cells }) => ({ sheet, range: rectA1(area), cells }));

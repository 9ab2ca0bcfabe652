import type { FindingCode } from "../findings/catalogue";
import type { Finding, FindingOf } from "../findings/finding";
import { canonical, trimmed } from "../model/text";
import { decimalPlaces, HUNDREDTH, percentText } from "../model/exact";
import type { Check } from "./context";
import type { Figure } from "./figures";
import { compareRatio, shown } from "./figures";
import type { BaseDataEntry, BaseDataTable } from "../model/base-data";
import { append } from "../workbook/lists-by-key";

/**
 * A rate in a base-data row that has exactly two figures (编制数 143, 在职人数 136, 控制率 0.951) is one of these over the
 * other, or their change. In any other row nothing says what the rate is made of (SPEC C14).
 */
export const baseRates: Check = ({ baseData }) =>
  baseData.flatMap((table) => [...rowsOf(table)].flatMap((row) => rowRates(table, row)));

function rowsOf({ entries }: BaseDataTable): Iterable<readonly BaseDataEntry[]> {
  const rows = new Map<number, BaseDataEntry[]>();
  for (const entry of entries) append(rows, entry.at.row, entry);
  return rows.values();
}

const isRate = ({ headerText }: BaseDataEntry): boolean => /率(?:[(（].*)?$/.test(trimmed(headerText));

function rowRates(table: BaseDataTable, row: readonly BaseDataEntry[]): Finding[] {
  const rates = row.filter(isRate);
  const figures = row.filter((entry) => !isRate(entry)).flatMap((entry) => figureOf(entry) ?? []);
  const [rate] = rates;
  const [a, b] = figures;
  if (!rate?.number || rates.length > 1 || !a || !b || figures.length > 2) return [];
  const stated: Figure = { number: rate.number, decimals: decimalPlaces(rate.number) };
  const candidates = candidatesOf(a, b);
  const points = { number: stated.number.mul(HUNDREDTH), decimals: stated.decimals + 2 };
  const agrees = (figure: Figure) =>
    candidates.some((pair) => compareRatio(figure, pair.part, pair.base) !== "different");
  if (candidates.length === 0 || agrees(stated)) return [];
  if (agrees(points)) {
    if (canonical(rate.headerText).includes("%")) return [];
    const data = { name: rate.headerText, value: shown(stated.number), suggested: percentText(points.number, 4) };
    return [about(table, rate, "percent-scale", data)];
  }
  const nearest = candidates
    .map(({ part, base }) => part.number.div(base.number))
    .reduce((x, y) => (x.sub(stated.number).abs().compare(y.sub(stated.number).abs()) <= 0 ? x : y));
  const data = { name: rate.headerText, stated: percentText(stated.number, 4), computed: percentText(nearest, 4) };
  return [about(table, rate, "rate-mismatch", data)];
}

const figureOf = ({ number }: BaseDataEntry): Figure | null => number && { number, decimals: decimalPlaces(number) };

/** Either over the other, or the change from either to the other; a zero base makes none. */
const candidatesOf = (a: Figure, b: Figure): readonly { readonly part: Figure; readonly base: Figure }[] =>
  [
    { part: b, base: a },
    { part: a, base: b },
    { part: difference(b, a), base: a },
    { part: difference(a, b), base: b },
  ].filter(({ base }) => base.number.compare(0) > 0);

const difference = (a: Figure, b: Figure): Figure => ({
  number: a.number.sub(b.number),
  decimals: Math.max(a.decimals, b.decimals),
});

const about = <C extends FindingCode>(
  { sheet }: BaseDataTable,
  entry: BaseDataEntry,
  code: C,
  data: FindingOf<C>["data"],
): FindingOf<C> => ({
  code,
  table: null,
  sheet,
  at: { sheet, ...entry.at },
  path: [...entry.context, entry.label],
  subject: entry.headerText,
  data,
});

import type { Finding } from "../findings/finding";
import { decimalPlaces, sumExact } from "../model/exact";
import type { BaseDataEntry, BaseDataTable } from "../model/base-data";
import type { Check } from "./context";
import { compareSum, ROUNDED_MONEY, shown } from "./figures";

/**
 * Below a figure of base data 其中 may stand before the first part alone, and nothing says where its parts end. Where they
 * make the figure in one column they are its parts, and make it in the others, too (SPEC C18).
 */
export const baseBreakdowns: Check = ({ baseData, settings }) =>
  baseData.flatMap((table) => chainsIn(table).flatMap((chain) => mismatches(table, chain, settings.tolerance)));

/** A figure's row, the rows 其中 below it, and those that follow without saying what they belong to. */
interface Chain {
  readonly whole: Row;
  readonly said: readonly Row[];
  readonly following: readonly Row[];
}

type Row = ReadonlyMap<number, BaseDataEntry>;

function chainsIn({ entries }: BaseDataTable): readonly Chain[] {
  const byRow = new Map<number, Map<number, BaseDataEntry>>();
  for (const entry of entries) {
    const row = byRow.get(entry.at.row) ?? new Map<number, BaseDataEntry>();
    byRow.set(entry.at.row, row.set(entry.at.column, entry));
  }
  const rows: readonly Row[] = [...byRow.values()];
  const first = (row: Row | undefined): BaseDataEntry | undefined => row?.values().next().value;
  return rows.flatMap((whole, i): readonly Chain[] => {
    const head = first(whole);
    const isPart = (row: Row | undefined): boolean => {
      const context = first(row)?.context ?? [];
      return context.length > 0 && context.at(-1) === head?.label && first(row)?.block === head?.block;
    };
    const said = takeWhile(rows.slice(i + 1), isPart);
    const following = takeWhile(rows.slice(i + 1 + said.length), (row) => first(row)?.context.length === 0 && first(row)?.block === head?.block);
    return said.length > 0 && following.length > 0 ? [{ whole, said, following }] : [];
  });
} // prettier-ignore

function takeWhile(rows: readonly Row[], holds: (row: Row) => boolean): readonly Row[] {
  const end = rows.findIndex((row) => !holds(row));
  return end < 0 ? rows : rows.slice(0, end);
}

function mismatches(table: BaseDataTable, { whole, said, following }: Chain, tolerance: Parameters<typeof compareSum>[2]): readonly Finding[] {
  for (let end = 1; end <= following.length; end++) {
    const parts = [...said, ...following.slice(0, end)];
    const columns = [...whole].flatMap(([column, figure]) => {
      const known = parts.flatMap((row) => figureOf(row.get(column)) ?? []);
      const own = figureOf(figure);
      return own && known.length === parts.length ? [{ figure, agreement: compareSum(own, known, tolerance, ROUNDED_MONEY), sum: sumExact(known.map(({ number }) => number)) }] : [];
    });
    const equal = columns.filter(({ agreement, sum }) => agreement === "equal" && sum.n > 0n).length;
    if (equal === 0) continue;
    const names = parts.flatMap((row) => row.values().next().value?.label ?? []);
    return columns.flatMap(({ figure, agreement, sum }) => (agreement === "different" ? [finding(table, figure, names, shown(sum))] : []));
  }
  return [];
} // prettier-ignore

const figureOf = (entry: BaseDataEntry | undefined): Parameters<typeof compareSum>[0] | null =>
  entry?.number ? { number: entry.number, decimals: decimalPlaces(entry.number) } : null;

const finding = ({ sheet }: BaseDataTable, whole: BaseDataEntry, parts: readonly string[], sum: string): Finding => ({
  code: "breakdown-mismatch",
  table: null,
  sheet,
  at: { sheet, ...whole.at },
  path: [whole.label],
  subject: whole.headerText,
  data: {
    name: whole.label,
    what: whole.headerText,
    stated: whole.number ? shown(whole.number) : "",
    sum,
    parts,
  },
});

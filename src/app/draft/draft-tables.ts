import { decimalText } from "../../core/model/exact";
import type { Quantity } from "../../core/model/quantity";
import { scoreGroups } from "../../core/model/score-groups";
import { nameOfRow, pathKey } from "../../core/model/path";
import type { FundingBlock, Indicator, ScoringTable } from "../../core/model/scoring-table";
import { rowTexts } from "../output/row-json";
import { gap, type DraftCell, type DraftTable } from "./draft-document";

type Row = (DraftCell | null)[];

const NUMERALS = "一二三四五六七八九十";
const cell = (text: string, rowSpan = 1): DraftCell => ({ text, rowSpan });

/** The table as it was scored: levels over their rows, and of the other columns those that it has. */
export function scoreTable(table: ScoringTable): DraftTable {
  const { indicators } = table;
  const depth = indicators.reduce((most, { path }) => Math.max(most, path.length), 1);
  const names = depth === 1 ? ["指标名称"] : Array.from({ length: depth }, (_, i) => `${NUMERALS[i] ?? ""}级指标`);
  const has = (field: "target" | "actual" | "reason"): boolean => indicators.some((one) => one[field] !== null);
  const columns = [
    ...(has("target") ? [{ head: "年度指标值", share: 2, of: (one: Indicator) => rowTexts(one).target ?? "" }] : []),
    ...(has("actual") ? [{ head: "实际完成值", share: 2, of: (one: Indicator) => rowTexts(one).actual ?? "" }] : []),
  ];
  const reason = has("reason") ? [{ head: "扣分原因", share: 4 }] : [];
  const heads = [...names, ...columns.map(({ head }) => head), "分值", "得分", ...reason.map(({ head }) => head)];
  const shares = [...names.map((_, i) => (i === depth - 1 ? 3 : 2)), ...columns.map(({ share }) => share), 1, 1, ...reason.map(({ share }) => share)]; // prettier-ignore
  const starts = groupStarts(table);
  const rows = indicators.map((one, i): Row => {
    const group = starts.get(one);
    const shared = (text: string | null, span: number | undefined): DraftCell | null => span === undefined ? null : cell(text ?? "", span); // prettier-ignore
    const { fullMark, score, reason: why } = rowTexts(one);
    return [
      ...names.map((_, level) => levelCell(table, i, level, depth)),
      ...columns.map(({ of }) => cell(of(one))),
      shared(fullMark, group?.marks),
      shared(score, group?.scores),
      ...reason.map(() => cell(why ?? "")),
    ];
  });
  const total = sharesOf(shares);
  return { head: heads, shares: total, rows: [...rows, ...totalRow(table, depth, columns.length, reason.length)] };
}

/** Where cells of several rows begin, and over how many; a row within one is not in the map. */
function groupStarts(table: ScoringTable) {
  const starts = new Map<Indicator, { readonly marks?: number; readonly scores?: number }>();
  for (const { indicators, marks, scores } of scoreGroups(table)) {
    const [first] = indicators;
    if (!first) continue;
    for (const one of indicators) starts.set(one, { marks: 1, scores: 1 });
    if (indicators.length === 1) continue;
    const over = (count: number): number => (count === 1 ? indicators.length : 1);
    for (const one of indicators.slice(1)) starts.set(one, { ...(marks.length > 1 && { marks: 1 }), ...(scores.length > 1 && { scores: 1 }) }); // prettier-ignore
    starts.set(first, { marks: over(marks.length), scores: over(scores.length) });
  }
  return starts;
}

/** A name over all rows below each other that share the path to it; the indicator's own in the last column. */
function levelCell({ indicators, levels }: ScoringTable, i: number, level: number, depth: number): DraftCell | null {
  const path = padded(indicators[i]?.path ?? [], depth);
  if (level === depth - 1) return cell(path[level] ?? "");
  const key = (at: number): string => padded(indicators[at]?.path ?? [], depth).slice(0, level + 1).join("\n"); // prettier-ignore
  if (i > 0 && key(i - 1) === key(i)) return null;
  let end = i + 1;
  while (end < indicators.length && key(end) === key(i)) end++;
  const mark = levels.find((one) => pathKey(one.path) === pathKey((indicators[i]?.path ?? []).slice(0, level + 1)))?.statedMark; // prettier-ignore
  return cell(`${path[level] ?? ""}${mark ? `（${decimalText(mark.number, 12)}分）` : ""}`, end - i);
}

/** A short path has its own name in the last column, and blanks before it. */
const padded = (path: readonly string[], depth: number): readonly string[] => [
  ...path.slice(0, -1),
  ...Array.from({ length: depth - path.length }, () => ""),
  path.at(-1) ?? "",
];

/** The total as the table prints it; none where it prints none. */
function totalRow({ totalRows }: ScoringTable, depth: number, columns: number, reasons: number): readonly Row[] {
  const total = totalRows.at(-1);
  if (!total) return [];
  const { fullMark, score } = total;
  const number = (of: { readonly number: Parameters<typeof decimalText>[0] } | null | undefined): string => of ? decimalText(of.number, 12) : ""; // prettier-ignore
  const blanks = (count: number): Row => Array.from({ length: count }, () => cell(""));
  return [[cell("合计"), ...blanks(depth - 1 + columns), cell(number(fullMark)), cell(number(score?.stated)), ...blanks(reasons)]]; // prettier-ignore
}

const FUNDS = [
  ["initialBudget", "年初预算数"],
  ["budget", "全年预算数"],
  ["executed", "全年执行数"],
] as const;

/** The amounts of the funding block; a blank amount is a gap. */
export function fundingTable({ total, parts, columns }: FundingBlock): DraftTable {
  const shown = FUNDS.filter(([column]) => columns[column] !== undefined);
  return {
    head: ["资金", ...shown.map(([, head]) => head)],
    shares: sharesOf([3, ...shown.map(() => 2)]),
    rows: [...(total ? [total] : []), ...parts].map(({ label, cells }) => [
      cell(nameOfRow(label)),
      ...shown.map(([column, head]) => {
        const amount = cells[column]?.stated;
        return cell(amount ? decimalText(amount.number, 12) : gap(head));
      }),
    ]),
  };
}

export function baseDataTable(quantities: readonly Quantity[]): DraftTable {
  return {
    head: ["名称", "数值", "单位"],
    shares: sharesOf([5, 2, 1]),
    rows: quantities.map(({ name, unit, source }) => [
      cell(name),
      cell(source?.number ? decimalText(source.number, 12) : ""),
      cell(unit ?? ""),
    ]),
  };
}

const sharesOf = (weights: readonly number[]): readonly number[] => {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / whole);
};

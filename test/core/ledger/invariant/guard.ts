import type { FundingRow, ScoringTable, TableCell } from "../../../../src/core/model/scoring-table";
import type { Examined, IndicatorReview, Review, TableReview } from "../../../../src/core/review.types";
import { a1, isInside, sheetA1, type CellPosition } from "../../../../src/core/workbook/address";
import { scalarText } from "../../../../src/core/workbook/cell-content";
import type { CellScalar, WorkbookSnapshot } from "../../../../src/core/workbook/snapshot";
import type { SheetAccount } from "../../../../src/core/model/account";
import { placeOf, type CellAccount } from "./traces";

/**
 * No easy way out: an account that called a mark "only words" would pass every other test. So what the table's model holds,
 * whatever role the account gave it, is judged, or has a reason of a short list.
 */

/** Why a figure that the table holds is rightly not judged. */
const REASONS: Readonly<Record<string, string>> = {
  dash: "a dash is no figure",
  wrongKind: "words where a figure belongs, which is said",
  partOfBlock: "a part's own mark and score, while the block's total row has both",
  statedTwice: "it repeats a figure that was taken, and was compared with it",
};

/** Why target and actual value of an indicator with mark and score are rightly not compared: what `examined` says of it. */
const OPEN_TARGETS: Readonly<Record<string, string>> = {
  没有填目标值: "blank",
  没有填实际完成值: "blank",
  "目标是文字，无法用数值比较": "words",
  "实际完成值是文字，无法用数值比较": "words",
  目标与实际不是同一类值: "a number against a range or a date",
  没有写明越高越好还是越低越好: "no direction: neither operator nor 指标性质, and its name has none",
  "单位不同，不能比较": "another unit",
  目标与实际的数量级不一致: "another scale, which has a finding of its own",
  "日期没有写全，不能判断是否按时": "half a date",
  "实际完成值写的是范围，不是一个数": "a bound",
};

/** What the model took and the account does not answer for. Nothing, where the ledger is what it promises to be. */
export const unanswered = (reviewed: Review, cells: ReadonlyMap<string, CellAccount>): readonly string[] =>
  reviewed.tables.flatMap((one, t) => [
    ...unansweredOf(one, reviewed.ledger.tables[t]?.examined ?? [], cells),
    ...unbound(reviewed, cells),
  ]);

function unansweredOf({ table, indicators }: TableReview, examined: readonly Examined[], cells: ReadonlyMap<string, CellAccount>): readonly string[] {
  const state = (at: CellPosition): CellAccount | undefined => cells.get(placeOf(table.sheet, at));
  const lacks = (what: string, at: CellPosition, reasons: readonly string[]): readonly string[] => {
    const account = state(at);
    if (!account) return [`${what} ${a1(at)} without account`];
    return account.state === "judged" || reasons.includes(account.why ?? "") ? [] : [`${what} ${a1(at)} ${account.state} ${account.why ?? ""}`];
  };
  return [
    ...identities(table).flatMap(([what, at]) => lacks(what, at, [])),
    ...figures(table).flatMap(([what, at]) => lacks(what, at, Object.keys(REASONS))),
    ...indicators.flatMap((one, i) => said(one, table.sheet).flatMap(([what, at]) => lacks(what, at, isCompared(examined[i]) ? [] : ["notCompared", "wrongKind"]))),
    ...indicators.flatMap(({ indicator }, i) => {
      if (!indicator.target || !indicator.actual) return [];
      const counts = isCompared(examined[i]) || (indicator.fullMark !== null && indicator.score?.stated != null);
      const reasons = counts && !isOpen(examined[i]) ? ["wrongKind"] : ["wrongKind", "notCompared"];
      return [indicator.target, indicator.actual].filter(isFilled).flatMap(({ at }) => lacks("target or actual", at, reasons));
    }),
    ...shown(table).flatMap(([what, at]) => (state(at)?.state === "kept" ? [] : lacks(what, at, Object.keys(REASONS)))),
    ...headless(table, [...cells.values()]),
  ];
} // prettier-ignore

type Place = readonly [what: string, at: CellPosition];

const isFilled = ({ raw }: TableCell): boolean => !isBlank(raw);

const isOpen = (examined: Examined | undefined): boolean =>
  examined?.why.target !== undefined && examined.why.target.zh in OPEN_TARGETS;

/** By its path an indicator is known, by its head a column. */
function identities({ indicators, levels, repeatedLevels }: ScoringTable): readonly Place[] {
  const named = indicators.filter(({ path, nameAt }) => path.length > 0 && nameAt.column >= 0);
  return [
    ...named.filter(({ row, nameAt }) => nameAt.row === row).map(({ nameAt }) => ["name", nameAt] as const),
    ...levels.map(({ at }) => ["level", at] as const),
    ...repeatedLevels.map(({ at }) => ["level again", at] as const),
  ];
}

/** Marks, scores and totals, and the money of a block's total row. */
function figures({ indicators, levels, totalRows, headTotals = [], funding, columns }: ScoringTable): readonly Place[] {
  const stated: (readonly [string, { readonly at: CellPosition } | null | undefined])[] = [
    ...indicators.flatMap(({ fullMark, score }) => [["mark", fullMark], ["score", score?.stated]] as const),
    ...indicators.flatMap(({ itemScore, score, fullMark, markGroup }) => (score?.stated && fullMark && markGroup === undefined ? [["item score", itemScore?.stated] as const] : [])),
    ...levels.flatMap(({ statedMark, statedScore }) => [["level mark", statedMark], ["level score", statedScore]] as const),
    ...[...totalRows, ...headTotals].flatMap(({ fullMark, score }) => [["total mark", fullMark], ["total score", score?.stated]] as const),
    ...columns.map(({ headerMark }) => ["header mark", headerMark] as const),
    ...moneyOf(funding?.total ?? null),
    ["table total", funding?.tableTotal?.fullMark],
    ["table total", funding?.tableTotal?.score?.stated],
  ];
  return stated.flatMap(([what, number]) => (number ? [[what, number.at] as const] : []));
} // prettier-ignore

const moneyOf = (total: FundingRow | null): readonly (readonly [string, { readonly at: CellPosition } | null])[] =>
  Object.entries(total?.cells ?? {}).map(([role, cell]) => [`funding ${role}`, cell.stated] as const);

/** Numbers that are shown at least: a reviewer's score, a stated rate, a deduction, the money of a part. */
function shown({ indicators, funding }: ScoringTable): readonly Place[] {
  const cells: (readonly [string, TableCell | null | undefined])[] = [
    ...indicators.flatMap(({ reviewScore, rateCell, deduction }) => [["review score", reviewScore], ["stated rate", rateCell], ["deduction", deduction]] as const),
    ...(funding?.parts ?? []).flatMap(({ cells: own }) => Object.entries(own).map(([role, cell]) => [`part's ${role}`, cell] as const)),
  ];
  return cells.flatMap(([what, cell]) => (cell?.stated ? [[what, cell.stated.at] as const] : []));
} // prettier-ignore

const isCompared = (examined: Examined | undefined): boolean =>
  ["met", "missed", "incomparable"].includes(examined?.target ?? "");

/** The texts in which a rule or a definition is printed, a reason, and what says how a target is meant. */
function said({ indicator, rule, definition, justification }: IndicatorReview, sheet: string): readonly Place[] {
  const printed = [indicator.standard, indicator.explanation, indicator.description].filter((text) => text !== null);
  const used = printed.filter(({ at }) => [rule?.at, definition?.at].includes(sheetA1({ sheet, ...at })));
  const about = [indicator.targetOperator, indicator.unit].filter((cell) => cell !== null && isFilled(cell));
  const reason = justification === "notRequired" ? null : indicator.reason;
  return [
    ...used.map(({ at }) => ["printed rule", at] as const),
    ...about.flatMap((cell) =>
      cell && indicator.target && indicator.actual ? [["operator or unit", cell.at] as const] : [],
    ),
    ...(reason && isFilled(reason) ? [["reason", reason.at] as const] : []),
  ];
}

/** A column that is read has a head that counts. */
function headless({ sheet, columns, funding }: ScoringTable, cells: readonly CellAccount[]): readonly string[] {
  const own = cells.filter((each) => each.sheet === sheet);
  const heads = own.filter(({ role, state }) => role === "header" && state === "judged").map(({ cell }) => scalarText(cell.value));
  const top = funding?.range.top ?? -1;
  const money = own.filter(({ cell }) => cell.row === top && isWord(cell.value) && Object.values(funding?.columns ?? {}).includes(cell.column));
  return [
    ...columns.flatMap(({ header }) => (heads.some((text) => header.endsWith(text)) ? [] : [`${header} without head`])),
    ...money.flatMap(({ cell, state }) => (state === "judged" ? [] : [`funding head ${a1(cell)} ${state}`])),
  ];
} // prettier-ignore

/** The cells from which quantities take their values, and the labels by which these are known. */
function unbound({ quantities, ledger }: Review, cells: ReadonlyMap<string, CellAccount>): readonly string[] {
  const judged = (place: string): readonly string[] =>
    cells.get(place)?.state === "judged" ? [] : [`value or label ${place} is not judged`];
  return quantities.flatMap(({ source }) => {
    if (!source || !("at" in source) || !source.number) return [];
    const { sheet, row, column } = source.at;
    const labels = ledger.baseData.flatMap(({ base }) =>
      base.sheet === sheet
        ? base.entries.filter(({ at }) => at.row === row && at.column === column).map(({ rowAt }) => rowAt)
        : [],
    );
    return [source.at, ...labels].flatMap((at) => judged(placeOf(sheet, at)));
  });
}

/** Filled cells without an account, or with an account that stands nowhere in the sheet. */
export function unaccounted(
  { sheets }: WorkbookSnapshot,
  accounts: readonly SheetAccount[],
  cells: ReadonlyMap<string, CellAccount>,
): readonly string[] {
  return accounts.flatMap(({ sheet, outside }) => {
    const filled = (sheets.find(({ name }) => name === sheet)?.cells ?? []).filter(({ value }) => !isBlank(value));
    const missing = filled.filter((cell) => !cells.has(placeOf(sheet, cell)));
    const far = missing.filter((cell) => outside !== null && isInside(cell, outside.area));
    return far.length === (outside?.cells ?? 0) ? missing.filter((cell) => !far.includes(cell)).map((cell) => `${a1(cell)} without account`) : [`${sheet}: ${far.length} cells outside`];
  });
} // prettier-ignore

const isWord = (value: CellScalar): boolean => typeof value === "string" && /[\u4e00-\u9fff]{2}/.test(value);
const isBlank = (value: CellScalar): boolean => value === null || (typeof value === "string" && value.trim() === "");

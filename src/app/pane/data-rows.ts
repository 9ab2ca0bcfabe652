import { a1, type CellAddress } from "../../core/model/address";
import { decimalPlaces, decimalText, exactText, percentText, type Exact } from "../../core/model/exact";
import type { Quantity } from "../../core/model/quantity";
import type { WorkbookSnapshot } from "../../core/model/snapshot";
import { quantityEntries } from "../../core/plan/base-draft";
import { inputLabel, inputOptions, inputRow, readBaseSheet, type BaseSheet } from "../../core/plan/base-sheet";
import { isOwnRate } from "../../core/plan/input-places";
import type { IndicatorReview, Review, RuleAnswer, TableReview } from "../../core/review.types";
import { marks } from "./table-summary";

/** A number or choice that the review needs: what it is called, its value, where that stands, and who uses it. */
export interface DataRow {
  /** The name by which an input gives it: 名称, or 名称（指标） where two quantities share a spelling. */
  readonly label: string;
  /** What is asked, without the indicator's name. */
  readonly shown: string;
  readonly unit: string | null;
  readonly scope: string | null;
  /** Further indicators that use it. */
  readonly alsoUsedBy: readonly string[];
  /** What may be chosen; empty for a number. */
  readonly options: readonly string[];
  readonly yesNo: boolean;
  readonly value: string | null;
  readonly from: DataSource;
  /** Where the value stands or will be typed; null while it has no cell. */
  readonly at: CellAddress | null;
  readonly cell: string | null;
  /** True where the cell is on our own sheet 基础数据, so that a number may be typed straight into it. */
  readonly typedInSheet: boolean;
  readonly offers: readonly DataOffer[];
}

export type DataSource = "none" | "inputs" | "linked" | "baseTable" | "sheet" | "tableCell";

export interface DataOffer {
  readonly number: string;
  readonly at: CellAddress;
  readonly cell: string;
  readonly excerpt: string;
}

/** What one indicator needs, and what comes of it. A quantity stands with the first indicator that uses it. */
export interface DataGroup {
  readonly key: string;
  readonly name: string;
  readonly at: CellAddress;
  readonly cell: string;
  readonly fullMark: string | null;
  /** Its rate, once it can be computed. */
  readonly rate: string | null;
  readonly rows: readonly DataRow[];
}

/** Everything the workbook must supply, in the order of the tables and their indicators. */
export function dataGroups(book: WorkbookSnapshot, review: Review): readonly DataGroup[] {
  const read = readBaseSheet(book);
  const base = read === "unreadable" ? null : read;
  const quantities = quantityRows(review);
  const asked = new Set<string>();
  return review.tables.flatMap((reviewed) =>
    reviewed.indicators.flatMap((one) => {
      const { indicator, rate } = one;
      const key = useKey(reviewed.table.id, indicator.path);
      const rows = [...(quantities.get(key) ?? []), ...askedRows(reviewed, one, base, asked)];
      if (rows.length === 0) return [];
      const position = indicator.score?.at ?? indicator.nameAt;
      return [
        {
          key,
          name: indicator.path.at(-1) ?? "",
          at: { sheet: reviewed.table.sheet, ...position },
          cell: a1(position),
          fullMark: indicator.fullMark && marks(indicator.fullMark.number),
          rate: rate.status === "computed" ? percentText(rate.number) : null,
          rows,
        },
      ];
    }),
  );
}

/** By the first indicator that uses them. */
function quantityRows(review: Review): ReadonlyMap<string, readonly DataRow[]> {
  const labels = quantityEntries(review.quantities).map(({ label }) => label);
  const byUse = new Map<string, DataRow[]>();
  review.quantities.forEach((quantity, index) => {
    const [use] = quantity.usedBy;
    if (!use) return;
    const key = useKey(use.table, use.path);
    const row = quantityRow(quantity, labels[index] ?? quantity.name);
    const same = byUse.get(key);
    if (same) same.push(row);
    else byUse.set(key, [row]);
  });
  return byUse;
}

function quantityRow({ source, unit, scope, usedBy, offers }: Quantity, label: string): DataRow {
  const number = source?.number ?? null;
  const at = source && source.from !== "inputs" ? source.at : null;
  const [first, ...others] = new Set(usedBy.map(({ path }) => path.at(-1) ?? ""));
  return {
    label,
    shown: label,
    unit,
    scope: scope === first ? null : scope,
    alsoUsedBy: others,
    options: [],
    yesNo: false,
    value: number && plainNumber(number),
    from: number && source ? source.from : "none",
    at,
    cell: at && a1(at),
    typedInSheet: source?.from === "sheet",
    offers: offers.map((offer) => ({
      number: plainNumber(offer.number),
      at: offer.at,
      cell: a1(offer.at),
      excerpt: offer.excerpt,
    })),
  };
}

/** What only a person can answer: choices, counts and figures that a rule asks for, each once. */
function askedRows(
  { table }: TableReview,
  one: IndicatorReview,
  base: BaseSheet | null,
  asked: Set<string>,
): DataRow[] {
  return one.answers.flatMap((answer) => {
    if (one.recomputed.status === "notJudged" || isOwnRate(one, answer) || answer.cell !== null) return [];
    const row = askedRow(table.sheet, one, answer, base);
    if (asked.has(row.label)) return [];
    asked.add(row.label);
    return [row];
  });
}

function askedRow(sheet: string, one: IndicatorReview, answer: RuleAnswer, base: BaseSheet | null): DataRow {
  const { path } = one.indicator;
  const { input, number } = answer;
  const row = base && inputRow(base, path, input, sheet);
  const inSheet = row !== null && row.value !== null;
  const options = inputOptions(input);
  return {
    label: inputLabel(path, input),
    shown: input.name,
    unit: input.unit,
    scope: null,
    alsoUsedBy: [],
    options,
    yesNo: input.type === "yesNo",
    value: number && answerText(number, options, input.type === "yesNo"),
    from: number ? (inSheet ? "sheet" : "inputs") : "none",
    at: row?.valueAt ?? null,
    cell: row && a1(row.valueAt),
    typedInSheet: row !== null,
    offers: [],
  };
}

/** A choice by its words, a number as it is. */
function answerText(number: Exact, options: readonly string[], yesNo: boolean): string {
  if (options.length === 0) return plainNumber(number);
  const rank = yesNo ? (number.equals(1) ? 1 : 2) : Number(decimalText(number, 0));
  return options[rank - 1] ?? plainNumber(number);
}

const plainNumber = (x: Exact): string => (decimalPlaces(x, 13) <= 12 ? decimalText(x, 12) : exactText(x));

const useKey = (table: string, path: readonly string[]): string => JSON.stringify([table, path]);

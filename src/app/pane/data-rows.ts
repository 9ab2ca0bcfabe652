import { a1, type CellAddress, type CellPosition } from "../../core/workbook/address";
import { percentText } from "../../core/model/exact";
import type { Quantity } from "../../core/model/quantity";
import type { ScoringTable, StatedNumber } from "../../core/model/scoring-table";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import { quantityEntries } from "../../core/plan/base/base-entries";
import type { BaseSheet } from "../../core/ours/base-sheet";
import { readOurs } from "../../core/ours/read-ours";
import type { Review, TableReview } from "../../core/review.types";
import { ownerlessRows } from "../../core/scores/asked-of-people";
import { askedRows, noteAt, plainNumber } from "./asked-rows";
import { indicatorKey } from "./indicator-key";
import { marks } from "./marks";
import { TOTAL_PATH } from "../../core/ours/base-answers";
import type { DataRow } from "./data-row";
import { offersFor, type PaneReportOffer } from "./pane-report";

/** What one indicator needs, and what comes of it. A quantity stands with the first indicator that uses it. */
export interface DataGroup {
  readonly name: string;
  readonly at: CellAddress;
  readonly cell: string;
  readonly fullMark: string | null;
  /** Its rate, once it can be computed. */
  readonly rate: string | null;
  readonly rows: readonly DataRow[];
}

/** Everything the workbook must supply, in the order of the tables and their indicators; last what is asked of a table's total. */
export function dataGroups(
  book: WorkbookSnapshot,
  review: Review,
  reported: readonly PaneReportOffer[] = [],
): readonly DataGroup[] {
  const read = readOurs(book).base;
  const base = read === null || read === "unreadable" ? null : ownerlessRows(read, review.tables).base;
  const asked = askedRows(base);
  const quantities = quantityRows(review, base, reported);
  return review.tables.flatMap((reviewed) => {
    const { table } = reviewed;
    const groups = reviewed.indicators.map((one): DataGroup => {
      const { path, score, nameAt, fullMark } = one.indicator;
      const key = indicatorKey(table.id, path);
      const rate = one.rate.status === "computed" ? percentText(one.rate.number) : null;
      const own = quantities.get(key) ?? [];
      // An indicator that stands twice has one path: its quantities stand with the first.
      quantities.delete(key);
      const rows = [...own, ...asked.ofIndicator(table.sheet, one)];
      return { ...groupAt(table, path, score?.at ?? nameAt, fullMark), rate, rows };
    });
    return [...groups, totalGroup(reviewed, asked.ofTotal(reviewed))].filter(({ rows }) => rows.length > 0);
  });
}

/** 总分: what a pack's red lines ask. A table without a total row is shown at its head. */
function totalGroup({ table }: TableReview, rows: readonly DataRow[]): DataGroup {
  const [total] = table.totalRows;
  const at = total?.score?.at ?? { row: total?.row ?? table.range.top, column: table.range.left };
  return { ...groupAt(table, TOTAL_PATH, at, null), rate: null, rows };
}

function groupAt(
  { sheet }: ScoringTable,
  path: readonly string[],
  position: CellPosition,
  fullMark: StatedNumber | null,
): Pick<DataGroup, "name" | "at" | "cell" | "fullMark"> {
  return {
    name: path.at(-1) ?? "",
    at: { sheet, ...position },
    cell: a1(position),
    fullMark: fullMark && marks(fullMark.number),
  };
}

/** By the first indicator that uses them. */
function quantityRows(
  review: Review,
  base: BaseSheet | null,
  reported: readonly PaneReportOffer[],
): Map<string, readonly DataRow[]> {
  const labels = quantityEntries(review.quantities).map(({ label }) => label);
  const byUse = new Map<string, DataRow[]>();
  review.quantities.forEach((quantity, index) => {
    const [use] = quantity.usedBy;
    if (!use) return;
    const key = indicatorKey(use.table, use.path);
    const row = quantityRow(quantity, labels[index] ?? quantity.name, base, offersFor(reported, quantity.name));
    const same = byUse.get(key);
    if (same) same.push(row);
    else byUse.set(key, [row]);
  });
  return byUse;
}

function quantityRow(
  { source, unit, scope, usedBy, offers }: Quantity,
  label: string,
  base: BaseSheet | null,
  reported: readonly PaneReportOffer[],
): DataRow {
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
    noteAt: source?.from === "sheet" ? noteAt(base?.rows.find(({ row }) => row === source.at.row)) : null,
    isNeeded: true,
    offers: [
      ...offers.map((offer) => ({
        number: plainNumber(offer.number),
        at: offer.at,
        cell: a1(offer.at),
        excerpt: offer.excerpt,
      })),
      ...reported.map(({ number, place, quote }) => ({ number, at: null, cell: place, excerpt: quote })),
    ],
  };
}

import type { Finding } from "../findings/finding";
import { nameKey } from "../model/text";
import { scalarText } from "../workbook/cell-content";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { BaseRow } from "../ours/base-sheet";
import { readOurs } from "../ours/read-ours";
import type { WantedQuantity } from "./collect";
import { fittingDrafts, indexDrafts } from "./given-inputs";
import { readLabel } from "./label";

/** A row of the sheet 基础数据 that Pinghe added. */
export interface BaseSheetRow {
  readonly row: BaseRow;
  readonly sheet: string;
}

export function baseSheetRows(book: WorkbookSnapshot): readonly BaseSheetRow[] {
  const base = readOurs(book).base;
  return base === null || base === "unreadable" ? [] : base.rows.map((row) => ({ row, sheet: base.sheet }));
}

/** Rows follow their label wherever a person sorted or moved them, never a stored address (SPEC Q4). */
export function rowsByDraft(
  rows: readonly BaseSheetRow[],
  drafts: readonly WantedQuantity[],
  isIndicator: (name: string) => boolean,
): ReadonlyMap<WantedQuantity, readonly BaseSheetRow[]> {
  if (rows.length === 0) return new Map();
  const index = indexDrafts(drafts);
  const found = new Map<WantedQuantity, BaseSheetRow[]>();
  for (const each of rows) {
    if (each.row.options.length > 0) continue;
    const label = readLabel(each.row.label, isIndicator);
    const fitting = fittingDrafts(label.name, index).filter((draft) => rowFits(draft, label.indicator));
    const [only] = fitting;
    if (only && fitting.length === 1) found.set(only, [...(found.get(only) ?? []), each]);
  }
  return found;
}

const rowFits = ({ partedFor, uses }: WantedQuantity, indicator: string | null): boolean => {
  if (indicator === null) return partedFor === null;
  return partedFor !== null
    ? nameKey(partedFor) === indicator
    : uses.some(({ path }) => nameKey(path.at(-1) ?? "") === indicator);
};

/** What is struck through in 基础数据 is withdrawn, as in the unit's own tables, and told (SPEC R42). */
export function struckRows(book: WorkbookSnapshot): readonly Finding[] {
  const { base } = readOurs(book);
  if (base === null || base === "unreadable") return [];
  return base.rows.flatMap(({ label, struck, value, valueAt }): readonly Finding[] => {
    if (struck === undefined) return [];
    const data = { text: scalarText(struck), left: scalarText(value) };
    return [{ code: "struck-through", table: null, sheet: base.sheet, at: valueAt, path: [], subject: label, data }];
  });
}

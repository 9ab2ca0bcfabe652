import type { Finding } from "../findings/finding";
import type { BindingProblem } from "../model/binding-problem";
import { compact, nameKey } from "../model/text";
import { scalarText } from "../workbook/cell-content";
import { append } from "../workbook/lists-by-key";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import type { BaseRow } from "../ours/base-sheet";
import { readOurs } from "../ours/read-ours";
import type { WantedQuantity } from "./collect";
import { fittingDrafts, indexDrafts, titleOf } from "./given-inputs";
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

export interface RowsFound {
  readonly byDraft: ReadonlyMap<WantedQuantity, readonly BaseSheetRow[]>;
  /** Numbers that people typed and whose label fits nothing, or several: never dropped unsaid. */
  readonly problems: readonly BindingProblem[];
}

/** Rows follow their label wherever a person sorted or moved them, never a stored address (SPEC Q4). */
export function findRows(
  rows: readonly BaseSheetRow[],
  drafts: readonly WantedQuantity[],
  isIndicator: (name: string) => boolean,
): RowsFound {
  const byDraft = new Map<WantedQuantity, BaseSheetRow[]>();
  const problems: BindingProblem[] = [];
  const index = indexDrafts(rows.length === 0 ? [] : drafts);
  for (const each of rows) {
    if (isAnswer(each.row)) continue;
    const label = readLabel(each.row.label, isIndicator);
    const fitting = fittingDrafts(label.name, index).filter((draft) => rowFits(draft, label.indicator));
    const [only] = fitting;
    if (only && fitting.length === 1) append(byDraft, only, each);
    else if (each.row.value !== null) problems.push(unsettled(each.row, fitting));
  }
  return { byDraft, problems };
}

/** The row of a rule's question, which is told by its indicator: 合规性：次数. */
const isAnswer = ({ options, label }: BaseRow): boolean => options.length > 0 || compact(label).includes(":");

const unsettled = ({ label, valueAt }: BaseRow, fitting: readonly WantedQuantity[]): BindingProblem =>
  fitting.length === 0
    ? { kind: "row-unmatched", label, at: valueAt }
    : { kind: "row-ambiguous", label, at: valueAt, quantities: fitting.map(titleOf) };

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

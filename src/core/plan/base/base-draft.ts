import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { printFormula } from "../../formula/print";
import { unbroken } from "../formulas/unbroken";
import { compact } from "../../model/text";
import { absoluteA1, columnName, quoteSheet, type Rect } from "../../workbook/address";
import { ratio, toDouble } from "../../model/exact";
import type { BaseEntry } from "./base-entries";
import {
  BASE_COLUMNS,
  BASE_HEADERS,
  FIRST_OPTION_COLUMN,
  type BaseColumn,
  type BaseRow,
  type BaseSheet,
} from "../../ours/base-sheet";
import { contentText, scalarText } from "../../workbook/cell-content";
import { inputNote, isAsGiven, type InputGiver } from "../../ours/input-note";
import { LOOK } from "../steps/cell-styles";
import type { CellContent, CellStyle } from "../../workbook/write-plan";
import { SheetDraft, textContent, type WantedName } from "../steps/wanted";

const UNUSED = "（本次未用到）";
const HEADER_ROW = 2;
const WIDTHS: Readonly<Record<BaseColumn, number>> = {
  label: 30, scope: 40, unit: 8, value: 14, source: 24, usedBy: 30, name: 20, number: 8,
}; // prettier-ignore

/** Typed values that `--inputs` contradicts: the typed one stays and is reported. */
interface InputConflict {
  readonly label: string;
  readonly typed: string;
  readonly given: string;
}

export interface BaseDraft {
  readonly draft: SheetDraft | null;
  readonly names: readonly WantedName[];
  /** From the header to the last row, with the columns of options; null where there is no sheet. */
  readonly area: Rect | null;
  readonly conflicts: readonly InputConflict[];
}

/** The sheet as it should be: rows that exist stay in their places, new ones follow. */
export function draftBaseSheet(
  sheet: string,
  entries: readonly BaseEntry[],
  present: BaseSheet | null,
  giver: InputGiver,
): BaseDraft {
  if (entries.length === 0 && !present) return { draft: null, names: [], area: null, conflicts: [] };
  const draft = new SheetDraft(sheet);
  const columns = present?.columns ?? defaultColumns();
  const top = present?.range.top ?? HEADER_ROW;
  const rows = assignRows(entries, present, top);
  const names: WantedName[] = [];
  const conflicts: InputConflict[] = [];
  const last = Math.max(columns.number, FIRST_OPTION_COLUMN - 1);
  draftHeader(draft, columns, top);
  for (const { entry, row, old } of rows) {
    const conflict = draftRow(draft, columns, entry, row, old, last + 1, giver);
    if (conflict) conflicts.push(conflict);
    const column = entry.options.length > 0 ? columns.number : columns.value;
    names.push({ name: entry.definedName, refersTo: absolute(sheet, row, column), hidden: false });
  }
  const taken = new Set(rows.map(({ row }) => row));
  for (const old of present?.rows ?? []) {
    if (!taken.has(old.row)) draft.put(old.row, columns.usedBy, { type: "text", text: UNUSED }, LOOK.text);
  }
  draftValidations(draft, columns, rows);
  const bottom = rows.reduce((lowest, { row }) => Math.max(lowest, row), Math.max(top + 1, present?.range.bottom ?? 0));
  const options = rows.reduce((most, { entry }) => Math.max(most, entry.options.length), 0);
  const right = Math.max(last + options, present?.range.right ?? 0);
  return { draft, names, area: { top, left: 0, bottom, right }, conflicts };
}

interface AssignedRow {
  readonly entry: BaseEntry;
  readonly row: number;
  readonly old: BaseRow | null;
}

function assignRows(entries: readonly BaseEntry[], present: BaseSheet | null, top: number): readonly AssignedRow[] {
  const byRow = new Map(present?.rows.map((row) => [row.row, row]));
  const used = new Set(entries.flatMap(({ row }) => (row === null ? [] : [row])));
  let next = (present?.range.bottom ?? top) + 1;
  return entries.map((entry) => {
    const old = (entry.row === null ? labelledRow(entry, present, used) : byRow.get(entry.row)) ?? null;
    if (old) used.add(old.row);
    return { entry, row: old?.row ?? next++, old };
  });
}

/** The one row that bears the label and is nobody else's; none where several ask and it is none of theirs (SPEC P9). */
function labelledRow(entry: BaseEntry, present: BaseSheet | null, used: ReadonlySet<number>): BaseRow | undefined {
  const label = compact(entry.label);
  const rows = present?.contested.has(label) ? [] : (present?.byLabel.get(label) ?? []);
  const free = rows.filter(({ row, options }) => !used.has(row) && options.length === entry.options.length);
  return rows.length === 1 ? free[0] : undefined;
}

function draftHeader(draft: SheetDraft, columns: Readonly<Record<BaseColumn, number>>, top: number): void {
  if (top >= 2) {
    draft.put(0, 0, { type: "text", text: "基础数据" }, LOOK.title);
    const note = "请在“数值”栏填写，并在“来源说明”栏注明出处；名称、用于等栏由评核维护。各行可以排序，不可改名称。";
    draft.put(1, 0, { type: "text", text: note }, LOOK.note);
  }
  for (const key of BASE_COLUMNS) {
    draft.put(top, columns[key], { type: "text", text: BASE_HEADERS[key] }, LOOK.header);
    draft.widths.push({ column: columns[key], width: WIDTHS[key] });
  }
}

function draftRow(
  draft: SheetDraft,
  columns: Readonly<Record<BaseColumn, number>>,
  entry: BaseEntry,
  row: number,
  old: BaseRow | null,
  firstOption: number,
  giver: InputGiver,
): InputConflict | null {
  const put = (key: BaseColumn, content: CellContent | null, style: CellStyle): void =>
    draft.put(row, columns[key], content, style);
  const given = givenContent(entry);
  const typed = scalarText(old?.value ?? null);
  const untouched = typed === "" || isAsGiven(old?.source ?? "", typed);
  const write = given !== null && untouched;
  put("label", old ? null : textContent(entry.label), LOOK.text);
  put("scope", textContent(entry.scope), LOOK.text);
  put("unit", textContent(entry.unit), LOOK.text);
  put("value", write ? given : null, LOOK.input);
  put("source", write ? { type: "text", text: inputNote(giver, contentText(given)) } : null, LOOK.input);
  put("usedBy", textContent(entry.usedBy), LOOK.text);
  put("name", textContent(entry.definedName), LOOK.text);
  const { options, ranks } = entry;
  put("number", options.length > 0 ? rankFormula(row, columns.value, firstOption, ranks) : null, LOOK.number);
  options.forEach((option, index) => draft.put(row, firstOption + index, { type: "text", text: option }, LOOK.note));
  if (given === null || untouched) return null;
  const wanted = contentText(given);
  return typed === wanted ? null : { label: entry.label, typed, given: wanted };
}

/** The number given with --inputs, or the option it stands for. */
function givenContent({ given, options, ranks }: BaseEntry): CellContent | null {
  if (given === null) return null;
  const number = toDouble(given);
  const option = options[ranks.indexOf(number)];
  if (options.length === 0) return { type: "number", number };
  return option === undefined ? null : { type: "text", text: option };
}

/** What the option chosen counts as, blank while none of them is: IF(D5=I5,1,IF(D5=J5,2,"")). */
function rankFormula(row: number, valueColumn: number, firstOption: number, ranks: readonly number[]): CellContent {
  // a blank behind 是 is nothing that a person sees; the review takes it off as well
  const value = f.call("TRIM", f.cell({ row, column: valueColumn }));
  const node = ranks.reduceRight<FormulaNode>(
    (otherwise, rank, index) =>
      f.when(f.equal(value, f.cell({ row, column: firstOption + index })), f.number(ratio(rank)), otherwise),
    f.blank,
  );
  return { type: "formula", formula: printFormula(unbroken(f.when(f.equal(value, f.blank), f.blank, node))) };
}

/** One validation per run of rows of one kind. */
function draftValidations(
  draft: SheetDraft,
  columns: Readonly<Record<BaseColumn, number>>,
  rows: readonly AssignedRow[],
): void {
  const ordered = [...rows].sort((a, b) => a.row - b.row);
  const firstOption = Math.max(columns.number, FIRST_OPTION_COLUMN - 1) + 1;
  const kindOf = ({ entry }: AssignedRow): string =>
    entry.options.length > 0 ? `list${entry.options.length}` : entry.lowest;
  for (let start = 0; start < ordered.length;) {
    const first = ordered[start];
    if (!first) break;
    let end = start + 1;
    while (ordered[end]?.row === first.row + end - start && sameKind(ordered[end], first, kindOf)) end++;
    const { entry, row } = first;
    const lastOption = columnName(firstOption + entry.options.length - 1);
    draft.validations.push({
      range: { top: row, bottom: row + end - start - 1, left: columns.value, right: columns.value },
      rule:
        entry.options.length > 0
          ? { type: "list", source: `$${columnName(firstOption)}${row + 1}:$${lastOption}${row + 1}` }
          : { type: "decimal", min: entry.lowest === "zero" ? "0" : "-1000000000000000", max: "1000000000000000" },
      prompt: null,
      error: entry.options.length > 0 ? "请从列表中选择" : "请填写数字；单位见“单位”栏，比率填小数或百分数",
      alert: "stop",
    });
    start = end;
  }
}

const sameKind = (a: AssignedRow | undefined, b: AssignedRow, kindOf: (row: AssignedRow) => string): boolean =>
  a !== undefined && kindOf(a) === kindOf(b);

const defaultColumns = (): Record<BaseColumn, number> =>
  Object.fromEntries(BASE_COLUMNS.map((key, index) => [key, index])) as Record<BaseColumn, number>;

const absolute = (sheet: string, row: number, column: number): string =>
  `${quoteSheet(sheet)}!${absoluteA1({ row, column })}`;

import { compileDefinition } from "../language/definition/compile";
import { f } from "../formula/build";
import type { FormulaNode } from "../formula/node";
import { printFormula } from "../formula/print";
import { a1, quoteSheet, type CellPosition, type Rect } from "../model/address";
import { ratio, toDouble } from "../model/exact";
import type { Indicator } from "../model/scoring-table";
import type { SheetView } from "../model/sheet-view";
import type { IndicatorReview, RuleAnswer, TableReview } from "../review.types";
import { compileRule } from "../rules/compile-rule";
import { roundScoreNode, subjectNodeForScore } from "../rules/rounding";
import type { Settings } from "../rules/settings";
import { ADDED_HEADERS, ADDED_WIDTHS, ownMarkColumn, tableColumn, type AddedColumn } from "./added-columns";
import { usedByText } from "./base-sheet";
import type { CarriedReasons } from "./carried-reasons";
import { conclusionFormula } from "./conclusion";
import { isOwnRate } from "./input-places";
import { likeCell, LOOK, MARKS, PERCENT } from "./looks";
import type { Placement } from "./placement";
import type { CellContent, CellStyle } from "./plan";
import type { SheetDraft } from "./target";
import { textContent } from "./target";

/** Where the answer to a rule's input, or a variable of a definition, stands; null where it has no place. */
export interface InputPlaces {
  readonly variable: (path: readonly string[], variable: string) => FormulaNode | null;
  readonly answer: (review: IndicatorReview, answer: RuleAnswer, ref: (at: CellPosition) => FormulaNode) => FormulaNode;
}

export interface TableContext {
  readonly review: TableReview;
  readonly placement: Placement;
  readonly view: SheetView;
  readonly draft: SheetDraft;
  readonly settings: Settings;
  readonly places: InputPlaces;
  readonly carried: CarriedReasons;
}

/** The columns that stand beside a table: one cell for every row, so that the whole range is ours (SPEC P5). */
export function draftTable(context: TableContext): void {
  draftHeaders(context);
  const { review, placement } = context;
  const filled = new Set<number>();
  review.indicators.forEach((one, index) => {
    filled.add(placement.rowOf(index));
    draftIndicator(context, one, index);
  });
  for (const total of review.table.totalRows) {
    const row = placement.rowOfTotal(total.row);
    if (row === null || filled.has(row)) continue;
    filled.add(row);
    draftTotal(context, row, total.row);
  }
  for (let row = placement.headerRow + 1; row <= placement.rows.bottom; row++) {
    if (!filled.has(row))
      for (const column of columnsOf(context)) put(context, row, column, emptyContent(context, row, column));
  }
}

const columnsOf = ({ placement }: TableContext): readonly AddedColumn[] =>
  Object.keys(placement.columns) as AddedColumn[];

function draftHeaders(context: TableContext): void {
  const { placement, draft, review } = context;
  const { table } = review;
  for (const column of columnsOf(context)) {
    const at = placement.columns[column] ?? 0;
    for (let row = placement.rows.top; row <= placement.headerRow; row++) {
      const content: CellContent =
        row === placement.headerRow ? { type: "text", text: ADDED_HEADERS[column] } : { type: "blank" };
      const like = { sheet: table.sheet, row, column: table.range.right };
      draft.put(row, at, content, placement.beside ? likeCell(like, { wrap: true }) : LOOK.header);
    }
    draft.widths.push({ column: at, width: ADDED_WIDTHS[column] });
  }
}

function put(context: TableContext, row: number, column: AddedColumn, content: CellContent | null): void {
  const { placement, draft } = context;
  const at = placement.columns[column];
  if (at !== undefined) draft.put(row, at, content, styleOf(context, row, column));
}

function styleOf({ placement, review }: TableContext, row: number, column: AddedColumn): CellStyle {
  const words = column === "conclusion" || column === "reason" || column === "path";
  const shape: CellStyle = {
    numberFormat: NUMBER_FORMATS[column] ?? "General",
    wrap: words,
    horizontal: words || column === "indicator" ? "left" : "center",
    ...(column === "reason" && { locked: false }),
    ...(column === "indicator" && { fontColor: "A6A6A6" }),
  };
  if (!placement.beside) return { ...(column === "reason" ? LOOK.input : LOOK.text), ...shape };
  const like = tableColumn(review.table, "score") ?? review.table.range.right;
  return likeCell({ sheet: placement.sheet, row, column: like }, shape);
}

const NUMBER_FORMATS: Readonly<Partial<Record<AddedColumn, string>>> = {
  rate: PERCENT,
  recomputed: MARKS,
  difference: MARKS,
};

/** What a row without an indicator holds: nothing, but for the words a person left in our reason column. */
function emptyContent({ carried }: TableContext, row: number, column: AddedColumn): CellContent | null {
  if (column === "reason") return carried.rewritten.get(row) ?? null;
  if (column === "indicator") return keptName(carried, row) ?? { type: "blank" };
  return { type: "blank" };
}

const keptName = (carried: CarriedReasons, row: number): CellContent | null => {
  const name = carried.keptNames.get(row);
  return typeof name === "string" ? { type: "text", text: name } : null;
};

function draftIndicator(context: TableContext, one: IndicatorReview, index: number): void {
  const { placement, view, carried, review } = context;
  const { indicator } = one;
  const row = placement.rowOf(index);
  const ref = tableReference(context);
  const cells = rowCells(context, row);
  const inputs: { label: string; at: FormulaNode }[] = [];
  const rate = rateNode(context, one, inputs);
  const recomputed = scoreNode(context, one, cells.rate, inputs);
  const name = view.value(indicator.nameAt.row, indicator.nameAt.column);
  const first = isScoreAnchor(review, index);
  put(context, row, "path", { type: "text", text: usedByText(indicator.path) });
  put(context, row, "link", linkContent(review.table.sheet, indicator.score?.at ?? indicator.nameAt));
  put(
    context,
    row,
    "fullMark",
    indicator.fullMark ? { type: "number", number: toDouble(indicator.fullMark.number) } : { type: "blank" },
  );
  put(context, row, "rate", formulaContent(rate));
  put(context, row, "recomputed", formulaContent(recomputed));
  const group = first ? groupCells(context, index) : null;
  put(context, row, "difference", formulaContent(group && differenceNode(group)));
  const conclusion =
    group === null && indicator.score !== null
      ? null
      : conclusionFormula({
          name: ref(indicator.nameAt),
          plannedName: cells.indicator,
          score: group?.score ?? null,
          fullMark: group?.fullMark ?? null,
          reason: reasonNode(context, indicator, cells.reason),
          recomputed: group ? group.recomputed : recomputed && cells.recomputed,
          inputs: distinct(inputs),
          tolerance: context.settings.tolerance,
        });
  put(context, row, "conclusion", formulaContent(conclusion));
  put(context, row, "reason", carried.rewritten.get(row) ?? null);
  put(context, row, "indicator", keptName(carried, row) ?? plannedName(name));
}

const plannedName = (name: unknown): CellContent =>
  typeof name === "number" ? { type: "number", number: name } : textContent(typeof name === "string" ? name : "");

const formulaContent = (node: FormulaNode | null): CellContent =>
  node ? { type: "formula", formula: printFormula(node) } : { type: "blank" };

export const linkContent = (sheet: string, at: CellPosition): CellContent => ({
  type: "formula",
  formula: printFormula(f.call("HYPERLINK", f.text(`#${quoteSheet(sheet)}!${a1(at)}`), f.text(a1(at)))),
});

const distinct = (
  inputs: readonly { label: string; at: FormulaNode }[],
): readonly { label: string; at: FormulaNode }[] => [
  ...new Map(inputs.map((input) => [printFormula(input.at), input])).values(),
];

/** The cells of our own columns in a row. */
function rowCells({ placement }: TableContext, row: number): Record<AddedColumn, FormulaNode> {
  const entries = Object.entries(placement.columns).map(([column, at]) => [column, f.cell({ row, column: at })]);
  return Object.fromEntries(entries) as Record<AddedColumn, FormulaNode>;
}

/** A cell of the table as our sheet calls it. */
const tableReference =
  ({ placement, review }: TableContext) =>
  (at: CellPosition): FormulaNode =>
    f.cell(at, { sheet: placement.beside ? null : review.table.sheet });

type Inputs = { label: string; at: FormulaNode }[];

/** 计算值 from the definition; null where there is none, or where a quantity has no place to stand. */
function rateNode({ places }: TableContext, one: IndicatorReview, inputs: Inputs): FormulaNode | null {
  if (one.definition === null) return null;
  const { definition } = one.definition;
  const found = new Map<string, FormulaNode>();
  for (const variable of definition.variables) {
    const at = places.variable(one.indicator.path, variable);
    if (!at) return null;
    found.set(variable, at);
  }
  for (const [label, at] of found) inputs.push({ label, at });
  return compileDefinition(definition, (variable) => found.get(variable) ?? f.blank);
}

/** 复算分 from the rule; null where none judges the indicator. */
function scoreNode(context: TableContext, one: IndicatorReview, rate: FormulaNode, inputs: Inputs): FormulaNode | null {
  if (one.rule === null || one.recomputed.status === "notJudged") return null;
  const { rule } = one.rule;
  const byName = new Map(one.answers.map((answer) => [answer.input.name, answer]));
  const ref = tableReference(context);
  const subject = subjectNodeForScore(rate, context.settings, one.definition?.definition.percent ? 2 : null);
  const at = new Map<string, FormulaNode>();
  for (const [name, answer] of byName) {
    const own = isOwnRate(one, answer);
    const node = own ? subject : context.places.answer(one, answer, ref);
    at.set(name, node);
    if (rule.applicability?.input.name !== name && !own) inputs.push({ label: name, at: node });
  }
  return compileRule(rule, (input) => at.get(input.name) ?? f.blank, context.settings);
}

/** What a score cell is compared with; a cell that several indicators share is compared with their sums. */
interface ScoreCells {
  readonly score: FormulaNode;
  readonly fullMark: FormulaNode | null;
  readonly recomputed: FormulaNode | null;
}

function isScoreAnchor({ table }: TableReview, index: number): boolean {
  const indicator = table.indicators[index];
  if (!indicator?.score) return false;
  const before = table.indicators[index - 1];
  return indicator.scoreGroup === null || before?.scoreGroup !== indicator.scoreGroup;
}

function groupCells(context: TableContext, index: number): ScoreCells | null {
  const { table } = context.review;
  const anchor = table.indicators[index];
  if (!anchor?.score) return null;
  let end = index + 1;
  while (anchor.scoreGroup !== null && table.indicators[end]?.scoreGroup === anchor.scoreGroup) end++;
  const members = Array.from({ length: end - index }, (_, offset) => index + offset);
  return {
    score: tableReference(context)(anchor.score.at),
    fullMark: sumOf(members.map((member) => markNode(context, member))),
    recomputed: sumOf(members.map((member) => recomputedCell(context, member))),
  };
}

/** One cell as it is; several as their sum, blank until all are numbers. Null where one of them is wanting. */
function sumOf(nodes: readonly (FormulaNode | null)[]): FormulaNode | null {
  const cells = nodes.filter((node) => node !== null);
  const [first] = cells;
  if (!first || cells.length < nodes.length) return null;
  if (cells.length === 1) return first;
  return f.when(f.less(f.call("COUNT", ...cells), f.number(ratio(cells.length))), f.blank, f.call("SUM", ...cells));
}

/** The cell in which an indicator's full mark stands as a number. */
export function markNode(context: TableContext, index: number): FormulaNode | null {
  const { placement, review } = context;
  const indicator = review.table.indicators[index];
  if (!indicator?.fullMark) return null;
  const { fullMark } = placement.columns;
  if (fullMark !== undefined) return f.cell({ row: placement.rowOf(index), column: fullMark });
  return ownMarkColumn(review.table) === null ? null : tableReference(context)(indicator.fullMark.at);
}

function recomputedCell({ placement, review }: TableContext, index: number): FormulaNode | null {
  const one = review.indicators[index];
  const column = placement.columns.recomputed;
  if (column === undefined || !one?.rule || one.recomputed.status === "notJudged") return null;
  return f.cell({ row: placement.rowOf(index), column });
}

/** 差异: typed less recomputed, blank unless both are numbers. */
function differenceNode({ score, recomputed }: ScoreCells): FormulaNode | null {
  if (recomputed === null) return null;
  const both = f.less(f.call("COUNT", score, recomputed), f.number(ratio(2)));
  return f.when(both, f.blank, f.decisive(f.subtract(score, recomputed)));
}

function reasonNode(context: TableContext, indicator: Indicator, own: FormulaNode | undefined): FormulaNode | null {
  if (own) return own;
  return indicator.reason ? tableReference(context)(indicator.reason.at) : null;
}

/** The recomputed total stays blank until every indicator has a recomputed score. */
function draftTotal(context: TableContext, row: number, tableRow: number): void {
  const { placement, review } = context;
  const { recomputed, difference } = placement.columns;
  const total = review.table.totalRows.find((one) => one.row === tableRow);
  for (const column of columnsOf(context)) {
    const outside = column !== "recomputed" && column !== "difference";
    if (outside) put(context, row, column, emptyContent(context, row, column));
  }
  if (recomputed === undefined) return;
  const sum = totalNode(context);
  put(context, row, "recomputed", formulaContent(sum));
  if (difference === undefined) return;
  const score = total?.score ? tableReference(context)(total.score.at) : null;
  const own = f.cell({ row, column: recomputed });
  put(
    context,
    row,
    "difference",
    formulaContent(score && sum && differenceNode({ score, fullMark: null, recomputed: own })),
  );
}

/** Null where total rows stand among the indicators' rows, so that no single range holds just the scores. */
export function totalNode({ placement, review, settings }: TableContext): FormulaNode | null {
  const range = recomputedRange(placement, review);
  if (!range || review.table.funding?.total?.cells.score) return null;
  const count = ratio(review.indicators.length);
  const sum = f.call("SUM", f.range(range));
  return f.when(f.less(f.call("COUNT", f.range(range)), f.number(count)), f.blank, roundScoreNode(sum, settings));
}

export function recomputedRange(placement: Placement, { table }: TableReview): Rect | null {
  const column = placement.columns.recomputed;
  if (column === undefined || table.indicators.length === 0) return null;
  const rows = table.indicators.map((_, index) => placement.rowOf(index));
  const range: Rect = { top: Math.min(...rows), bottom: Math.max(...rows), left: column, right: column };
  const within = table.totalRows.some(({ row }) => {
    const own = placement.rowOfTotal(row);
    return own !== null && own >= range.top && own <= range.bottom;
  });
  return within ? null : range;
}

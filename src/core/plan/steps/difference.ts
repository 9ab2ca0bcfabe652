import { pushAll } from "../../workbook/long-lists";
import { relativeText } from "../../formula/relative-text";
import { append } from "../../workbook/lists-by-key";
import { cellKey, overlaps, type Rect } from "../../workbook/address";
import { SheetView } from "../../workbook/sheet-view";
import type { CellSnapshot, RangedRule, SheetSnapshot, WorkbookSnapshot } from "../../workbook/snapshot";
import { expectationOf, holds, isBlankCell, sameFormula } from "../../workbook/cell-content";
import { formulaShape } from "../../formula/formula-shape";
import type { WritableCells } from "./writable-cells";
import type { CellStyle, CellWrite, PlanStep } from "../../workbook/write-plan";
import type { WantedCell, WantedFormat, WantedSheet } from "./wanted";
import type { Refusal } from "./plan-result";
import { validationFormula } from "../../workbook/validation-formula";

/** The steps from what was read to what should be; none where it is so already (SPEC P2). */
export interface Difference {
  readonly steps: readonly PlanStep[];
  readonly refusals: readonly Refusal[];
}

/** `leftovers`: areas that were ours and may hold cells that are not planned any more. */
export function sheetDifference(
  snapshot: SheetSnapshot | undefined,
  target: WantedSheet,
  ours: WritableCells,
  leftovers: readonly Rect[],
): Difference {
  const { sheet } = target;
  const view = new SheetView(snapshot ?? emptySheet(sheet));
  const cells: CellWrite[] = [];
  const refusals: Refusal[] = [];
  for (const cell of target.cells.values()) {
    const write = cellWrite(view, sheet, cell, ours);
    if (write === "occupied") {
      const at = { sheet, row: cell.row, column: cell.column };
      refusals.push({ kind: "cell-occupied", at, found: view.value(cell.row, cell.column) });
    } else if (write) cells.push(write);
  }
  pushAll(cells, leftoverWrites(view, target, leftovers));
  const steps: PlanStep[] = [];
  if (cells.length > 0) steps.push({ do: "putCells", sheet, cells });
  return { steps: [...steps, ...lookSteps(view.sheet, target, ours)], refusals };
}

function cellWrite(
  view: SheetView,
  sheet: string,
  cell: WantedCell,
  ours: WritableCells,
): CellWrite | "occupied" | null {
  const { row, column, content, style } = cell;
  const found = view.cell(row, column);
  const expect = expectationOf(found);
  const isNewSheet = ours.isNewSheet(sheet);
  const isFresh = isNewSheet || !ours.has(sheet, row, column);
  const fresh: CellWrite = { row, column, expect, content: content ?? { type: "blank" }, ...styled(style) };
  if (content === null) return isFresh && isBlankCell(found) ? fresh : null;
  const isThere = holds(found, content);
  if (isFresh && !isNewSheet && !isThere && !isBlankCell(found)) return "occupied";
  if (isFresh) return isThere && Object.keys(style).length === 0 ? null : fresh;
  if (isThere) return formatWrite(found, cell);
  return { row, column, expect, content, ...styled(numberFormatOf(style)) };
}

const styled = (style: CellStyle): { style?: CellStyle } => (Object.keys(style).length > 0 ? { style } : {});

const numberFormatOf = ({ numberFormat }: CellStyle): CellStyle => (numberFormat === undefined ? {} : { numberFormat });

/** The right content under a number format that somebody changed is put right again. */
function formatWrite(found: CellSnapshot | undefined, { row, column, content, style }: WantedCell): CellWrite | null {
  const { numberFormat } = style;
  if (content === null || !found || isBlankCell(found) || numberFormat === undefined) return null;
  if ((found.numberFormat ?? "General") === numberFormat) return null;
  return { row, column, expect: expectationOf(found), content, style: { numberFormat } };
}

function leftoverWrites(view: SheetView, target: WantedSheet, leftovers: readonly Rect[]): readonly CellWrite[] {
  const cells: CellWrite[] = [];
  const seen = new Set<number>();
  for (const area of leftovers) {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        const key = cellKey(row, column);
        if (target.cells.has(key) || seen.has(key)) continue;
        seen.add(key);
        const expect = expectationOf(view.cell(row, column));
        cells.push({ row, column, expect, content: { type: "blank" }, style: { reset: true } });
      }
    }
  }
  return cells;
}

/** Validations, conditional formats, widths and the print area. */
function lookSteps(snapshot: SheetSnapshot, target: WantedSheet, ours: WritableCells): readonly PlanStep[] {
  const { sheet } = target;
  const steps: PlanStep[] = [];
  for (const { column, width, hidden } of target.widths) {
    // Only once: a width that somebody chose later stays.
    if (ours.hasColumn(sheet, column)) continue;
    steps.push({ do: "columnWidth", sheet, column, width, ...(hidden && { hidden }) });
  }
  pushAll(steps, [...validationSteps(snapshot, target, ours), ...formatSteps(snapshot, target)]);
  if (target.printArea && !sameRanges(snapshot.printArea, target.printArea)) {
    steps.push({ do: "printArea", sheet, area: target.printArea, expect: snapshot.printArea });
  }
  return steps;
}

function validationSteps(snapshot: SheetSnapshot, target: WantedSheet, ours: WritableCells): readonly PlanStep[] {
  const { sheet } = target;
  const wanted = new Map(target.validations.map((one) => [rangeKey(one.range), one]));
  const guards = target.validations.flatMap(({ rule, range }) =>
    rule.type === "custom" ? [{ range, shape: formulaShape(rule.formula) }] : [],
  );
  const steps: PlanStep[] = [];
  for (const present of snapshot.validations) {
    const others = present.ranges.filter((range) => {
      const match = wanted.get(rangeKey(range));
      const isThere = match !== undefined && saysThere(present, range, validationFormula(match.rule));
      if (isThere) wanted.delete(rangeKey(range));
      return !isThere;
    });
    if (others.length === 0 || !(isWithinOurs(present, sheet, ours) || isGuard(present, guards))) continue;
    for (const range of others) steps.push({ do: "removeValidation", sheet, range });
  }
  for (const { range, rule, prompt, error, alert } of wanted.values()) {
    steps.push({ do: "validate", sheet, range, rule, prompt, error, alert });
  }
  return steps;
}

/** Excel tells areas of one rule as one, however they were put: whether the rule says this in one area of its own. */
function saysThere({ ranges, formula: stated }: RangedRule, range: Rect, formula: string): boolean {
  const [first] = ranges;
  if (!first || stated === null) return false;
  if (sameRanges([first], [range])) return sameFormula(withSign(stated), withSign(formula));
  const shape = relativeText(withSign(stated), { row: first.top, column: first.left });
  return shape !== null && shape === relativeText(withSign(formula), { row: range.top, column: range.left });
}

const rangeKey = (range: Rect): string => edges(range).join(",");

const isWithinOurs = ({ ranges }: RangedRule, sheet: string, ours: WritableCells): boolean =>
  ranges.every((range) => ours.covers(sheet, range));

/** One of ours by its shape, on a range that we guard. */
function isGuard(
  { ranges, formula }: RangedRule,
  guards: readonly { readonly range: Rect; readonly shape: string }[],
): boolean {
  const shape = formula === null ? null : formulaShape(formula);
  return guards.some(
    (guard) =>
      guard.shape === shape && ranges.every((one) => one.left === guard.range.left && overlaps(one, guard.range)),
  );
}

function formatSteps(snapshot: SheetSnapshot, target: WantedSheet): readonly PlanStep[] {
  const { sheet } = target;
  const shapes = new Set(target.formats.flatMap((format) => [...format.shapes]));
  const wanted = new Set<WantedFormat>(target.formats);
  const byRange = new Map<string, WantedFormat[]>();
  for (const format of target.formats) append(byRange, rangeKey(format.range), format);
  const steps: PlanStep[] = [];
  for (const present of snapshot.conditionalFormats) {
    if (present.formula === null || !shapes.has(formulaShape(present.formula))) continue;
    const { formula } = present;
    const [range, ...others] = present.ranges;
    const alike = range && others.length === 0 ? (byRange.get(rangeKey(range)) ?? []) : [];
    const match = alike.find((one) => wanted.has(one) && sameFormula(withSign(formula), withSign(one.formula(one.range.top)))); // prettier-ignore
    if (match) wanted.delete(match);
    else
      for (const range of present.ranges)
        steps.push({ do: "removeFormatWhen", sheet, range, formula: withSign(formula) });
  }
  for (const { range, formula, look } of wanted) {
    steps.push({ do: "formatWhen", sheet, range, formula: formula(range.top), look });
  }
  return steps;
}

export const withSign = (formula: string): string => (formula.startsWith("=") ? formula : `=${formula}`);

const sameRanges = (a: readonly Rect[] | null, b: readonly Rect[] | null): boolean =>
  JSON.stringify(a?.map(edges) ?? null) === JSON.stringify(b?.map(edges) ?? null);

const edges = ({ top, left, bottom, right }: Rect): readonly number[] => [top, left, bottom, right];

const emptySheet = (name: string): SheetSnapshot => ({
  name,
  visibility: "visible",
  protected: false,
  unlocked: [],
  used: null,
  cells: [],
  merges: [],
  hiddenRows: [],
  hiddenColumns: [],
  validations: [],
  conditionalFormats: [],
  printArea: null,
  columnWidths: {},
});

export const sheetNamed = (book: WorkbookSnapshot, name: string): SheetSnapshot | undefined =>
  book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

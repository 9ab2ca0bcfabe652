import { createCalculation, snapshotSource } from "../../src/core/formula/calculate";
import { a1, isInside, overlaps, type Rect } from "../../src/core/workbook/address";
import type {
  CellScalar,
  CellSnapshot,
  DefinedName,
  RangedRule,
  SheetSnapshot,
  WorkbookSnapshot,
} from "../../src/core/workbook/snapshot";
import { meetsExpectation } from "../../src/core/workbook/cell-content";
import type { CellContent, CellWrite, PlanStep, WritePlan } from "../../src/core/workbook/write-plan";
import { validationFormula } from "../../src/core/workbook/validation-formula";

/** A host in memory: carries out a plan on a snapshot as a file host would, and calculates. Any breach of contract throws. */
export function applyPlan(book: WorkbookSnapshot, plan: WritePlan): WorkbookSnapshot {
  for (const { at, expect } of plan.guards) {
    const cell = sheetOf(book, at.sheet).cells.find(({ row, column }) => row === at.row && column === at.column);
    if (!meetsExpectation(cell, expect)) throw new Error(`guard failed at ${at.sheet} ${a1(at)}`);
  }
  return calculated(plan.steps.reduce(applyStep, book));
}

/** Stored results of all formulas brought up to date. */
export function calculated(book: WorkbookSnapshot): WorkbookSnapshot {
  const calculation = createCalculation(snapshotSource(book));
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cell) => {
        if (cell.formula === undefined) return cell;
        const result = calculation.valueAt({ sheet: sheet.name, row: cell.row, column: cell.column });
        if (result.kind !== "value") throw new Error(`not calculated: ${sheet.name} ${a1(cell)} ${cell.formula}`);
        return { ...cell, value: result.value };
      }),
    })),
  };
}

function applyStep(book: WorkbookSnapshot, step: PlanStep): WorkbookSnapshot {
  switch (step.do) {
    case "addSheet": {
      if (book.sheets.some(({ name }) => name === step.sheet)) throw new Error(`sheet is there: ${step.sheet}`);
      const index = step.after === null ? book.sheets.length : book.sheets.indexOf(sheetOf(book, step.after)) + 1;
      return { ...book, sheets: book.sheets.toSpliced(index, 0, emptySheet(step.sheet)) };
    }
    case "removeSheet":
      sheetOf(book, step.sheet);
      return { ...book, sheets: book.sheets.filter(({ name }) => name !== step.sheet) };
    case "defineName":
      return defineName(book, step);
    case "removeName": {
      const found = nameOf(book, step.name, step.scope);
      if (found?.refersTo !== step.expect) throw new Error(`name is not as expected: ${step.name}`);
      return { ...book, names: book.names.filter((name) => name !== found) };
    }
    case "putCells":
      return withSheet(book, step.sheet, (sheet) => putCells(sheet, step.cells));
    default:
      return withSheet(book, step.sheet, (sheet) => applyLook(sheet, step));
  }
}

function defineName(book: WorkbookSnapshot, step: Extract<PlanStep, { do: "defineName" }>): WorkbookSnapshot {
  const found = nameOf(book, step.name, step.scope);
  if ((found?.refersTo ?? null) !== step.expect) throw new Error(`name is not as expected: ${step.name}`);
  const { name, scope, refersTo, hidden } = step;
  return { ...book, names: [...book.names.filter((one) => one !== found), { name, scope, refersTo, hidden }] };
}

const nameOf = (book: WorkbookSnapshot, name: string, scope: string | null): DefinedName | undefined =>
  book.names.find((one) => one.name.toLowerCase() === name.toLowerCase() && one.scope === scope);

function putCells(sheet: SheetSnapshot, writes: readonly CellWrite[]): SheetSnapshot {
  const cells = new Map(sheet.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  for (const write of writes) {
    const key = `${write.row},${write.column}`;
    const found = cells.get(key);
    if (!meetsExpectation(found, write.expect)) throw new Error(`cell is not as expected: ${sheet.name} ${a1(write)}`);
    const covered = sheet.merges.some(
      (area) => isInside(write, area) && (area.top !== write.row || area.left !== write.column),
    );
    if (covered) throw new Error(`write into a merged area: ${sheet.name} ${a1(write)}`);
    const cell = cellOf(write, found);
    if (cell) cells.set(key, cell);
    else cells.delete(key);
  }
  const list = [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...sheet, cells: list, used: usedRange(list) };
}

function cellOf({ row, column, content, style }: CellWrite, found: CellSnapshot | undefined): CellSnapshot | null {
  if (content.type === "blank") return null;
  const format = style?.numberFormat ?? (style?.reset ? undefined : found?.numberFormat);
  const look = format === undefined || format === "General" ? {} : { numberFormat: format };
  return { row, column, ...valueOf(content), ...look };
}

function valueOf(content: CellContent): { value: CellScalar; formula?: string } {
  switch (content.type) {
    case "number":
      return { value: content.number };
    case "text":
      return { value: content.text };
    case "formula":
      return { value: null, formula: content.formula };
    case "blank":
      return { value: null };
  }
}

function applyLook(sheet: SheetSnapshot, step: PlanStep): SheetSnapshot {
  switch (step.do) {
    case "validate": {
      const rule: RangedRule = { ranges: [step.range], formula: signed(validationFormula(step.rule)) };
      if (sheet.validations.some(({ ranges }) => ranges.some((range) => overlaps(range, step.range)))) {
        throw new Error(`validations overlap: ${sheet.name} ${JSON.stringify(step.range)}`);
      }
      return { ...sheet, validations: [...sheet.validations, rule] };
    }
    case "removeValidation":
      return { ...sheet, validations: without(sheet.validations, step.range, null) };
    case "formatWhen":
      return {
        ...sheet,
        conditionalFormats: [...sheet.conditionalFormats, { ranges: [step.range], formula: step.formula }],
      };
    case "removeFormatWhen":
      return { ...sheet, conditionalFormats: without(sheet.conditionalFormats, step.range, step.formula) };
    case "columnWidth": {
      const rest = Object.fromEntries(
        Object.entries(sheet.columnWidths).filter(([key]) => Number(key) !== step.column),
      );
      const hiddenColumns = sheet.hiddenColumns.filter((column) => column !== step.column);
      return {
        ...sheet,
        columnWidths: step.width === null ? rest : { ...rest, [step.column]: step.width },
        hiddenColumns: step.hidden ? [...hiddenColumns, step.column] : hiddenColumns,
      };
    }
    case "printArea":
      if (JSON.stringify(sheet.printArea) !== JSON.stringify(step.expect)) throw new Error(`print area: ${sheet.name}`);
      return { ...sheet, printArea: step.area };
    default:
      return sheet;
  }
}

function without(rules: readonly RangedRule[], range: Rect, formula: string | null): readonly RangedRule[] {
  const isGone = (one: RangedRule): boolean => formula === null || one.formula === formula;
  const sameRange = (one: Rect): boolean =>
    a1({ row: one.top, column: one.left }) === a1({ row: range.top, column: range.left }) &&
    one.bottom === range.bottom &&
    one.right === range.right;
  const rest = rules
    .map((one) => (isGone(one) ? { ...one, ranges: one.ranges.filter((area) => !sameRange(area)) } : one))
    .filter(({ ranges }) => ranges.length > 0);
  if (rest.length === rules.length && JSON.stringify(rest) === JSON.stringify(rules))
    throw new Error("nothing to remove");
  return rest;
}

const signed = (formula: string): string => (formula.startsWith("=") ? formula : `=${formula}`);

function withSheet(
  book: WorkbookSnapshot,
  name: string,
  change: (sheet: SheetSnapshot) => SheetSnapshot,
): WorkbookSnapshot {
  const found = sheetOf(book, name);
  return { ...book, sheets: book.sheets.map((sheet) => (sheet === found ? change(sheet) : sheet)) };
}

export function sheetOf(book: WorkbookSnapshot, name: string): SheetSnapshot {
  const found = book.sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Error(`no such sheet: ${name}`);
  return found;
}

export function usedRange(cells: readonly CellSnapshot[]): Rect | null {
  if (cells.length === 0) return null;
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const least = (all: number[]): number => all.reduce((a, b) => Math.min(a, b));
  const most = (all: number[]): number => all.reduce((a, b) => Math.max(a, b));
  return { top: least(rows), left: least(columns), bottom: most(rows), right: most(columns) };
}

export const emptySheet = (name: string): SheetSnapshot => ({
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

import { sameAddress, type CellAddress, type Rect } from "../workbook/address";
import type { CellScalar } from "../workbook/snapshot";
import { NotEvaluated, type FormulaBook, type NumberMode } from "./evaluate/book";
import { computeFormula, partOf } from "./evaluate/evaluate";
import { ColumnVector, type Stretch } from "./evaluate/vector";
import { NO_SHIFT, type Operand, type Place } from "./evaluate/operand";
import { withLinkedSheets } from "./linked-sheets";
import { ReadFormulas, type ReadFormula } from "./read-formulas";
import { keyOf, SheetNames, type Sheet } from "./sheet-keys";
import { SheetVectors } from "./sheet-vectors";
import { Circular, dependent, notEvaluated, Postponed } from "./unfinished";
import type { CalculatedCell, Calculation, CalculationSource, Precedents, SourceCell } from "./calculation";

/**
 * How deep formulas may wait for each other on the call stack, counted in nodes. Beyond it the chain is cut: what was
 * begun is given up, the far end is calculated first, and the outermost cell is begun again. So a chain of any length
 * costs about twice its length, and no stack.
 */
const MAX_NESTING = 240;
/** What a cell costs of it besides its own nodes. */
const CELL_NESTING = 4;

/** Values that array operators may work out in one calculation, some ten seconds' worth: beyond it is said so (SPEC E18). */
const MOST_IN_ARRAYS = 40_000_000;

/** `createCalculation` makes it; its promises stand there. */
export class LazyCalculation implements Calculation {
  private readonly source: CalculationSource;
  private readonly book: FormulaBook;
  private readonly mode: NumberMode;
  private readonly precedents: Precedents;
  private readonly sheets: SheetNames;
  private readonly vectors: SheetVectors;
  private readonly answers = new Map<string, CellScalar>();
  private readonly arraysLeft = { left: MOST_IN_ARRAYS };
  private results = new Map<number, CalculatedCell>();
  /** Whole results of array formulas, by their first cell. */
  private arrays = new Map<number, Operand>();
  private readonly formulas = new ReadFormulas();
  /** Cells that wait for each other, outermost first; also those that were given up for now. */
  private path: CellAddress[] = [];
  private readonly onPath = new Set<number>();
  private nesting = 0;

  constructor(source: CalculationSource, mode: NumberMode, precedents: Precedents) {
    this.source = withLinkedSheets(source);
    this.sheets = new SheetNames(this.source.sheets);
    this.vectors = new SheetVectors(this.source);
    this.mode = mode;
    this.precedents = precedents;
    this.book = this.formulaBook();
  }

  valueAt(at: CellAddress): CalculatedCell {
    return this.settle(() => this.cell(at));
  }

  evaluate(formula: string, at: CellAddress): CalculatedCell {
    return this.settle(() => {
      return { kind: "value", value: this.compute(this.formulas.get(formula, at), at, null) };
    });
  }

  invalidate(): void {
    this.results = new Map();
    this.arrays = new Map();
    this.vectors.clear();
    this.answers.clear();
    this.arraysLeft.left = MOST_IN_ARRAYS;
  }

  /** Runs until nothing is postponed any more: the far end of a long chain first. */
  private settle(run: () => CalculatedCell): CalculatedCell {
    const waiting: { readonly run: () => CalculatedCell; readonly start: number }[] = [{ run, start: 0 }];
    for (;;) {
      const innermost = waiting.at(-1);
      this.giveUpFrom(innermost?.start ?? 0);
      try {
        const result = this.attempt(innermost?.run ?? run);
        waiting.pop();
        if (waiting.length === 0) return result;
      } catch (caught) {
        if (!(caught instanceof Postponed)) throw caught;
        const { at: end } = caught;
        waiting.push({ run: () => this.cell(end), start: this.path.length });
      }
    }
  }

  private attempt(run: () => CalculatedCell): CalculatedCell {
    this.nesting = 0;
    try {
      return run();
    } catch (caught) {
      return notEvaluated(caught);
    }
  }

  private cell(at: CellAddress): CalculatedCell {
    const sheet = this.sheets.get(at.sheet);
    if (!sheet) return { kind: "value", value: { error: "#REF!" } };
    const key = keyOf(sheet, at);
    const known = this.results.get(key);
    if (known) return known;
    const cell = this.source.cell(sheet.name, at.row, at.column);
    const formula = cell && this.formulaOf(cell, sheet.name);
    if (!cell || formula === undefined) return { kind: "value", value: cell?.value ?? null };
    const result = this.calculate(formula, cell.array ?? null, { ...at, sheet: sheet.name }, key);
    this.results.set(key, result);
    if (this.precedents === "chain" && result.kind === "value") this.vectors.settle(sheet, at, result.value);
    return result;
  }

  /** What a formula that refers to the cell reads. */
  private read(name: string, row: number, column: number): CellScalar {
    const sheet = this.sheets.get(name);
    if (!sheet) return { error: "#REF!" };
    const known = this.knownValue(sheet, row, column);
    if (known !== undefined) return known;
    const at = { sheet: sheet.name, row, column };
    const result = this.cell(at);
    if (result.kind === "value") return result.value;
    throw result.circle ? new Circular(result.circle, result.reason) : new NotEvaluated(dependent(result.reason, at));
  }

  /** A constant, what is calculated already, or the stored value where that counts; undefined: to be calculated. */
  private knownValue(sheet: Sheet, row: number, column: number): CellScalar | undefined {
    const cell = this.source.cell(sheet.name, row, column);
    if (!cell || (cell.formula === undefined && !cell.array)) return cell?.value ?? null;
    if (this.precedents === "stored" && cell.value !== null) return cell.value;
    const result = this.results.get(keyOf(sheet, { row, column }));
    return result?.kind === "value" ? result.value : undefined;
  }

  private stretch(name: string, column: number, top: number, bottom: number): Stretch {
    const sheet = this.sheets.get(name);
    if (!sheet) return { vector: new ColumnVector([], () => null), from: 0, to: 0 };
    const known = (row: number): CellScalar | undefined => this.knownValue(sheet, row, column);
    return this.vectors.stretch(sheet, { column, top, bottom }, known, (row) => this.read(sheet.name, row, column));
  }

  /** A cell inside an array formula may leave the text to the first cell of its range. */
  private formulaOf(cell: SourceCell, sheet: string): string | undefined {
    if (cell.formula !== undefined || !cell.array) return cell.formula;
    return this.source.cell(sheet, cell.array.top, cell.array.left)?.formula;
  }

  private calculate(formula: string, array: Rect | null, at: CellAddress, key: number): CalculatedCell {
    if (this.onPath.has(key)) throw new Circular(this.path.slice(this.path.findIndex((on) => sameAddress(on, at))));
    const before = this.nesting;
    let result: CalculatedCell;
    try {
      const read = this.formulas.get(formula, array ? firstOf(array, at) : at);
      if (before > 0 && before + read.parsed.depth + CELL_NESTING > MAX_NESTING) throw new Postponed(at);
      this.nesting = before + read.parsed.depth + CELL_NESTING;
      this.path.push(at);
      this.onPath.add(key);
      result = { kind: "value", value: this.compute(read, at, array) };
    } catch (caught) {
      // Postponed: this cell still waits, so it stays on the path.
      result = notEvaluated(caught);
    }
    this.giveUp(at, key);
    this.nesting = before;
    return result;
  }

  private compute(read: ReadFormula, at: CellAddress, array: Rect | null): CellScalar {
    const first = array ? firstOf(array, at) : at;
    const rows = first.row - read.at.row;
    const columns = first.column - read.at.column;
    const shift = rows === 0 && columns === 0 ? NO_SHIFT : { rows, columns };
    const place: Place = { book: this.book, at: first, mode: this.mode, names: 0, shift };
    if (!array) return partOf(computeFormula(read.parsed, place, false), place, null);
    const sheet = this.sheets.get(at.sheet);
    const key = sheet ? keyOf(sheet, first) : -1;
    const whole = this.arrays.get(key) ?? computeFormula(read.parsed, place, true);
    this.arrays.set(key, whole);
    return partOf(whole, { ...place, at }, array);
  }

  private giveUp(at: CellAddress, key: number): void {
    if (!this.onPath.delete(key)) return;
    const index = this.path.findLastIndex((on) => sameAddress(on, at));
    this.path.length = index;
  }

  private giveUpFrom(start: number): void {
    for (const at of this.path.splice(start)) {
      const sheet = this.sheets.get(at.sheet);
      if (sheet) this.onPath.delete(keyOf(sheet, at));
    }
  }

  private formulaBook(): FormulaBook {
    const { source } = this;
    const named = (sheet: string): string => this.sheets.get(sheet)?.name ?? sheet;
    return {
      cell: (sheet, row, column) => this.read(sheet, row, column),
      stretch: (sheet, column, top, bottom) => this.stretch(sheet, column, top, bottom),
      answers: this.answers,
      arrays: this.arraysLeft,
      used: (sheet) => source.used(named(sheet)),
      hasSheet: (sheet) => this.sheets.get(sheet) !== null,
      resolveName: (name, sheet) => source.resolveName(name, named(sheet)),
      isRowHidden: (sheet, row) => source.isRowHidden?.(named(sheet), row) ?? false,
      formula: (sheet, row, column) => source.cell(named(sheet), row, column)?.formula ?? null,
      date1904: source.date1904 ?? false,
      sheets: source.sheets,
      tables: source.tables ?? [],
      links: source.links ?? [],
    };
  }
}

const firstOf = (array: Rect, { sheet }: CellAddress): CellAddress => ({ sheet, row: array.top, column: array.left });

import { MAX_COLUMNS, sheetA1, type CellAddress, type Rect } from "../workbook/address";
import type { CellScalar } from "../workbook/snapshot";
import { NotEvaluated, type FormulaBook, type NumberMode } from "./evaluate/book";
import { computeFormula, partOf } from "./evaluate/evaluate";
import { ColumnVector, type Stretch } from "./evaluate/vector";
import { NO_SHIFT, type Operand, type Place } from "./evaluate/operand";
import { withLinkedSheets } from "./linked-sheets";
import { parseFormula, type ParsedFormula } from "./parse";
import { relativeText } from "./relative-text";
import type { CalculatedCell, Calculation, CalculationSource, Precedents, SourceCell } from "./calculation";

/**
 * How deep formulas may wait for each other on the call stack, counted in nodes. Beyond it the chain is cut: what was
 * begun is given up, the far end is calculated first, and the outermost cell is begun again. So a chain of any length
 * costs about twice its length, and no stack.
 */
const MAX_NESTING = 240;
/** What a cell costs of it besides its own nodes. */
const CELL_NESTING = 4;

/** Unwinds to the outermost cell, which is begun again when `at` is known. */
class Postponed extends Error {
  readonly at: CellAddress;
  constructor(at: CellAddress) {
    super("postponed");
    this.at = at;
  }
}

class Circular extends NotEvaluated {
  readonly circle: readonly CellAddress[];
  constructor(circle: readonly CellAddress[], message = circleMessage(circle)) {
    super(message);
    this.circle = circle;
  }
}

function circleMessage(circle: readonly CellAddress[]): string {
  const first = circle.slice(0, 6).map(sheetA1).join(" → ");
  return `circular reference: ${first}${circle.length > 6 ? ` → … (${circle.length} cells)` : ""}`;
}

/** `createCalculation` makes it; its promises stand there. */
export class LazyCalculation implements Calculation {
  private readonly source: CalculationSource;
  private readonly book: FormulaBook;
  private readonly mode: NumberMode;
  private readonly precedents: Precedents;
  /** By name as written: each spelling is folded once. */
  private readonly sheets = new Map<string, Sheet | null>();
  /** Columns that a range was read of, by the key of their first cell. */
  private vectors = new Map<number, ColumnVector>();
  private readonly answers = new Map<string, CellScalar>();
  private results = new Map<number, CalculatedCell>();
  /** Whole results of array formulas, by their first cell. */
  private arrays = new Map<number, Operand>();
  /** By the formula's text as seen from its cell. */
  private readonly parsed = new Map<string, ReadFormula>();
  /** Cells that wait for each other, outermost first; also those that were given up for now. */
  private path: CellAddress[] = [];
  private readonly onPath = new Set<number>();
  private nesting = 0;

  constructor(source: CalculationSource, mode: NumberMode, precedents: Precedents) {
    this.source = withLinkedSheets(source);
    this.mode = mode;
    this.precedents = precedents;
    this.book = this.formulaBook();
  }

  valueAt(at: CellAddress): CalculatedCell {
    return this.settle(() => this.cell(at));
  }

  evaluate(formula: string, at: CellAddress): CalculatedCell {
    return this.settle(() => {
      return { kind: "value", value: this.compute(this.parse(formula, at), at, null) };
    });
  }

  invalidate(): void {
    this.results = new Map();
    this.arrays = new Map();
    this.vectors = new Map();
    this.answers.clear();
  }

  private sheetNamed(name: string): Sheet | null {
    let sheet = this.sheets.get(name);
    if (sheet !== undefined) return sheet;
    const index = this.source.sheets.findIndex((one) => one.toUpperCase() === name.toUpperCase());
    sheet = index < 0 ? null : { name: this.source.sheets[index] ?? name, index };
    this.sheets.set(name, sheet);
    return sheet;
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
    const sheet = this.sheetNamed(at.sheet);
    if (!sheet) return { kind: "value", value: { error: "#REF!" } };
    const key = keyOf(sheet, at);
    const known = this.results.get(key);
    if (known) return known;
    const cell = this.source.cell(sheet.name, at.row, at.column);
    const formula = cell && this.formulaOf(cell, sheet.name);
    if (!cell || formula === undefined) return { kind: "value", value: cell?.value ?? null };
    const result = this.calculate(formula, cell.array ?? null, { ...at, sheet: sheet.name }, key);
    this.results.set(key, result);
    if (this.precedents === "chain" && result.kind === "value") this.settleInVector(sheet, at, result.value);
    return result;
  }

  /** What a formula that refers to the cell reads. */
  private read(name: string, row: number, column: number): CellScalar {
    const sheet = this.sheetNamed(name);
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
    const sheet = this.sheetNamed(name);
    if (!sheet) return { vector: new ColumnVector([], () => null), from: 0, to: 0 };
    const key = keyOf(sheet, { row: 0, column });
    let vector = this.vectors.get(key);
    if (!vector) {
      vector = new ColumnVector(this.rowsOf(sheet.name, column), (row) => this.knownValue(sheet, row, column));
      this.vectors.set(key, vector);
    }
    const from = vector.positionOf(top);
    const to = vector.positionOf(bottom + 1, from);
    for (let at = vector.nextWaiting(from); at < to; at = vector.nextWaiting(at)) {
      vector.settle(at, this.read(sheet.name, vector.rows[at] ?? 0, column));
    }
    return { vector, from, to };
  }

  private rowsOf(sheet: string, column: number): readonly number[] {
    if (this.source.rows) return this.source.rows(sheet, column);
    const used = this.source.used(sheet);
    const rows: number[] = [];
    for (let row = used?.top ?? 0; used && row <= used.bottom; row++) {
      if (this.source.cell(sheet, row, column)) rows.push(row);
    }
    return rows;
  }

  private settleInVector(sheet: Sheet, at: CellAddress, value: CellScalar): void {
    const vector = this.vectors.get(keyOf(sheet, { row: 0, column: at.column }));
    const position = vector?.positionOf(at.row) ?? 0;
    if (vector?.rows[position] === at.row && vector.nextWaiting(position) === position) vector.settle(position, value);
  }

  /** A cell inside an array formula may leave the text to the first cell of its range. */
  private formulaOf(cell: SourceCell, sheet: string): string | undefined {
    if (cell.formula !== undefined || !cell.array) return cell.formula;
    return this.source.cell(sheet, cell.array.top, cell.array.left)?.formula;
  }

  private calculate(formula: string, array: Rect | null, at: CellAddress, key: number): CalculatedCell {
    if (this.onPath.has(key)) throw new Circular(this.path.slice(this.path.findIndex((on) => isSame(on, at))));
    const before = this.nesting;
    let result: CalculatedCell;
    try {
      const read = this.parse(formula, array ? firstOf(array, at) : at);
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
    const sheet = this.sheetNamed(at.sheet);
    const key = sheet ? keyOf(sheet, first) : -1;
    const whole = this.arrays.get(key) ?? computeFormula(read.parsed, place, true);
    this.arrays.set(key, whole);
    return partOf(whole, { ...place, at }, array);
  }

  private parse(formula: string, at: CellAddress): ReadFormula {
    const relative = relativeText(formula, at);
    const key = relative ?? formula;
    let read = this.parsed.get(key);
    if (read === undefined || (relative === null && !isSame(read.at, at))) {
      const result = parseFormula(formula);
      if (!result.ok) throw new NotEvaluated(`not a formula: ${result.failure.detail}`);
      read = { parsed: result.value, at };
      this.parsed.set(key, read);
    }
    return read;
  }

  private giveUp(at: CellAddress, key: number): void {
    if (!this.onPath.delete(key)) return;
    const index = this.path.findLastIndex((on) => isSame(on, at));
    this.path.length = index;
  }

  private giveUpFrom(start: number): void {
    for (const at of this.path.splice(start)) {
      const sheet = this.sheetNamed(at.sheet);
      if (sheet) this.onPath.delete(keyOf(sheet, at));
    }
  }

  private formulaBook(): FormulaBook {
    const { source } = this;
    const named = (sheet: string): string => this.sheetNamed(sheet)?.name ?? sheet;
    return {
      cell: (sheet, row, column) => this.read(sheet, row, column),
      stretch: (sheet, column, top, bottom) => this.stretch(sheet, column, top, bottom),
      answers: this.answers,
      used: (sheet) => source.used(named(sheet)),
      hasSheet: (sheet) => this.sheetNamed(sheet) !== null,
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

/** A parsed formula and the cell it was read for. */
interface ReadFormula {
  readonly parsed: ParsedFormula;
  readonly at: CellAddress;
}

const firstOf = (array: Rect, { sheet }: CellAddress): CellAddress => ({ sheet, row: array.top, column: array.left });

interface Sheet {
  readonly name: string;
  readonly index: number;
}

/** One number for a cell of the workbook: 34 bits for the place in the sheet. */
const keyOf = (sheet: Sheet, { row, column }: { row: number; column: number }): number =>
  sheet.index * 2 ** 34 + row * MAX_COLUMNS + column;

const isSame = (a: CellAddress, b: CellAddress): boolean =>
  a.row === b.row && a.column === b.column && a.sheet === b.sheet;

/** The first cause is kept, the cells between are not listed. */
const dependent = (reason: string, at: CellAddress): string =>
  reason.includes(" (at ") ? reason : `${reason} (at ${sheetA1(at)})`;

function notEvaluated(caught: unknown): CalculatedCell {
  if (caught instanceof Circular) return { kind: "notEvaluated", reason: caught.message, circle: caught.circle };
  if (caught instanceof NotEvaluated) return { kind: "notEvaluated", reason: caught.message };
  throw caught;
}

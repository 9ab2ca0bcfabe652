import type { CalculatedCell } from "../formula/calculation";
import { referencesOf } from "../formula/references";
import { parseFormula } from "../formula/parse";
import type { CellAddress } from "../workbook/address";
import type { CellScalar, WorkbookSnapshot } from "../workbook/snapshot";
import { ProbedBook } from "./probed-book";

/** What some cells hold, numbers or words, in the order of the cells. */
export type Point = readonly CellScalar[];

/** The formula that a cell should hold, and where to try whether the one it holds is the same. */
export interface Expectation {
  readonly at: CellAddress;
  /** In English A1, as it is shown to a person. */
  readonly formula: string;
  /** Formulas that are right as well. */
  readonly alsoRight: readonly string[];
  /** The cells that it reads, and numbers for them. */
  readonly cells: readonly CellAddress[];
  readonly points: readonly Point[];
  /** How far two results may lie apart that are shown alike. */
  readonly tolerance: number;
  /** A hundred times as much is right as well: percent points for a fraction. */
  readonly orPercent: boolean;
  /** A formula that reads none of the cells is not held against this one. */
  readonly mayReadOthers?: true;
}

/** A point at which two formulas differ: what the cells hold there, what is due and what the cell gives. */
export interface Difference {
  readonly cells: readonly { readonly at: CellAddress; readonly value: CellScalar }[];
  readonly due: CellScalar;
  readonly gives: CellScalar;
}

/** unread: it reads none of those cells, not even through others. notTried: nothing could be decided. */
export type Trial = { readonly result: "same" | "unread" | "notTried" } | ({ readonly result: "differs" } & Difference);

/** Two formulas are one where they give the same for many numbers in the cells that they read (SPEC G23). */
export class FormulaTrials {
  private readonly book: ProbedBook;

  constructor(book: WorkbookSnapshot) {
    this.book = new ProbedBook(book);
  }

  /** From now on the cell gives what is due to it, whatever it holds. */
  follow({ at, formula }: Expectation): void {
    this.book.follow(at, formula);
  }

  try(expectation: Expectation): Trial {
    this.book.release(expectation.at);
    const direct = this.compare(expectation, expectation.cells, expectation.points);
    if (direct.result !== "differs" && direct.result !== "unread") return direct;
    const own = new Set(expectation.cells.map((cell) => this.book.keyOf(cell)));
    const leaves = this.leavesOf(expectation.cells);
    const behind = leaves.filter((leaf) => !own.has(this.book.keyOf(leaf)));
    const goesBehind = behind.length > 0 && (direct.result === "unread" || this.readsBehind(expectation, behind));
    const found = goesBehind ? this.compare(expectation, leaves, this.pointsAround(leaves)) : direct;
    return found.result === "unread" && expectation.mayReadOthers ? { result: "notTried" } : found;
  }

  /** Whether the cell changes with what stands behind the cells that it should read, while these stay. */
  private readsBehind({ at, cells, points }: Expectation, behind: readonly CellAddress[]): boolean {
    const [point = []] = points;
    const results = this.pointsAround(behind).map((other) =>
      valueOf(this.given(at, [...behind, ...cells], [...other, ...point])),
    );
    return results.some((value) => value !== results[0]);
  }

  private compare(expectation: Expectation, cells: readonly CellAddress[], points: readonly Point[]): Trial {
    const { at, formula, alsoRight, tolerance, orPercent } = expectation;
    const found = points.map((point) => this.given(at, cells, point));
    if (cells.length === 0 || found.some((one) => one.kind !== "value")) return { result: "notTried" };
    const gives = found.map(valueOf);
    let first: Trial | null = null;
    for (const right of [formula, ...alsoRight]) {
      const due = points.map((point) => this.given(at, cells, point, right));
      if (due.some((one) => one.kind !== "value")) continue;
      const wanted = due.map(valueOf);
      const apart = wanted.findIndex((value, i) => !isSame(value, gives[i] ?? null, tolerance));
      if (apart < 0) return { result: "same" };
      const inPercent = orPercent && wanted.every((value, i) => typeof value !== "number" || isSame(value * 100, gives[i] ?? null, tolerance * 100)); // prettier-ignore
      if (inPercent) return { result: "same" };
      const point = points[apart] ?? [];
      first ??= { result: "differs", cells: cells.map((cell, i) => ({ at: cell, value: point[i] ?? 0 })), due: wanted[apart] ?? null, gives: gives[apart] ?? null }; // prettier-ignore
    }
    if (first === null) return { result: "notTried" };
    return gives.every((value) => value === gives[0]) ? { result: "unread" } : first;
  }

  /** What the cell gives at a point, or what another formula would give in its place. */
  private given(at: CellAddress, cells: readonly CellAddress[], point: Point, formula?: string): CalculatedCell {
    return this.book.with(
      cells,
      (index) => point[index] ?? 0,
      (calculation) => (formula === undefined ? calculation.valueAt(at) : calculation.evaluate(formula, at)),
    );
  }

  /** What the cells come from: where one has a formula, the typed cells behind it. */
  private leavesOf(cells: readonly CellAddress[]): readonly CellAddress[] {
    const leaves = new Map<number, CellAddress>();
    const seen = new Set<number>();
    const waiting = [...cells];
    for (let cell = waiting.pop(); cell && seen.size < MOST_CELLS; cell = waiting.pop()) {
      const key = this.book.keyOf(cell);
      if (seen.has(key)) continue;
      seen.add(key);
      const formula = this.book.formulaOf(cell);
      if (formula === undefined) leaves.set(key, cell);
      else for (const read of cellsRead(formula, cell.sheet)) waiting.push(read);
    }
    return [...leaves.values()].filter((cell) => typeof this.typed(cell) === "number" || this.typed(cell) === null);
  }

  private pointsAround(cells: readonly CellAddress[]): readonly Point[] {
    return FACTORS.map((shift) => cells.map((cell, i) => {
      const typed = this.typed(cell);
      return Number(((typeof typed === "number" && typed !== 0 ? typed : 1) * (FACTORS[(i * 5 + shift * 100) % FACTORS.length] ?? 1) * shift).toPrecision(6)); // prettier-ignore
    }));
  } // prettier-ignore

  private readonly typed = ({ sheet, row, column }: CellAddress): CellScalar => this.book.source.cell(sheet, row, column)?.value ?? null; // prettier-ignore
}

const MOST_CELLS = 2_000;
/** Around what stands there, on both sides, no two alike. */
const FACTORS = [1, 0.97, 1.21, 0.83, 1.04, 0.51, 0.99, 1.37];

function cellsRead(formula: string, sheet: string): readonly CellAddress[] {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return [];
  return referencesOf(parsed.value.tree, sheet).areas.flatMap(({ sheet: on, rect }) => {
    const size = (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1);
    if (size > MOST_CELLS) return [];
    const cells: CellAddress[] = [];
    for (let row = rect.top; row <= rect.bottom; row++)
      for (let column = rect.left; column <= rect.right; column++) cells.push({ sheet: on, row, column });
    return cells;
  });
}

const valueOf = (cell: CalculatedCell): CellScalar => (cell.kind === "value" ? cell.value : null);

/** "" and 0 are both what a guarded formula may show for nothing. */
function isSame(due: CellScalar, gives: CellScalar, tolerance: number): boolean {
  if (typeof due === "number" && typeof gives === "number") return Math.abs(due - gives) <= tolerance + 1e-9 * Math.max(1, Math.abs(due)); // prettier-ignore
  const nothing = (value: CellScalar): boolean => value === "" || value === 0 || value === null;
  return due === gives || (nothing(due) && nothing(gives));
}

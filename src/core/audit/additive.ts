import type { CellAddress, CellPosition } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { ProbedBook, type DueFormula } from "./probed-book";

/** What a formula makes of the cells that it should add up. */
export interface Additive {
  /** What it gives where all of them are 0. */
  readonly constant: number;
  readonly missing: readonly CellPosition[];
  readonly twice: readonly CellPosition[];
}

/**
 * Whether a cell is the sum of others, decided by what it gives and not by how it is spelled: the others are set to
 * many values and the workbook is recalculated (SPEC G6). Null where it is no sum of them at all, or can not be
 * recalculated: then nothing is said.
 */
export class SumProbe {
  private readonly book: ProbedBook;
  private readonly sheet: string;

  /** `due`: cells that go by another formula while others are probed, whatever they hold. */
  constructor(book: WorkbookSnapshot, sheet: string, due: readonly DueFormula[]) {
    this.book = new ProbedBook(book);
    this.sheet = sheet;
    for (const { at, formula } of due) this.book.follow(at, formula);
  }

  sumOf(at: CellPosition, positions: readonly CellPosition[]): Additive | null {
    const target = { sheet: this.sheet, ...at };
    const leaves = positions.map((leaf) => ({ sheet: this.sheet, ...leaf }));
    const due = this.book.release(target);
    const additive = this.additive(target, leaves);
    if (due !== undefined) this.book.follow(target, due);
    return additive;
  }

  private additive(target: CellAddress, leaves: readonly CellAddress[]): Additive | null {
    const constant = this.resultWith(target, leaves, () => 0);
    const ones = this.resultWith(target, leaves, () => 1);
    if (constant === null || ones === null || ones === constant) return null;
    const alternating = this.resultWith(target, leaves, (index) => index % 2);
    const thirds = this.resultWith(target, leaves, (index) => (index % 3 === 0 ? 1 : 0));
    const counts = [leaves.length, Math.floor(leaves.length / 2), Math.ceil(leaves.length / 3)];
    const found = [ones, alternating, thirds].map((value) => (value === null ? NaN : value - constant));
    if (found.every((value, i) => value === counts[i])) return { constant, missing: [], twice: [] };
    const linear = this.coefficients(target, leaves, constant);
    // MAX(…)*2 takes each of them twice, and all of them together once.
    const together = linear && leaves.length - linear.missing.length + linear.twice.length;
    return together === found[0] ? linear : null;
  }

  /**
   * How often each leaf is taken, by halves: of a half that gives its number, and its numbered sum as well, each is taken
   * once; of one that gives nothing none is. Null where one is taken in another way, or too many stand apart to be told.
   */
  private coefficients(target: CellAddress, leaves: readonly CellAddress[], constant: number): Additive | null {
    const times = new Map<number, number>();
    const open: (readonly [from: number, to: number])[] = [[0, leaves.length]];
    for (let tried = 0, range = open.pop(); range; range = open.pop()) {
      const [from, to] = range;
      const given = (weight: (index: number) => number): number | null => {
        const value = this.resultWith(target, leaves, (i) => (i >= from && i < to ? weight(i) : 0));
        return value === null ? null : value - constant;
      };
      const plain = given(() => 1);
      if (plain === null || ++tried > MOST_TRIALS) return null;
      if (to - from === 1) {
        times.set(from, plain);
        continue;
      }
      if (plain === 0 || plain === to - from) {
        const numbered = given((i) => i - from + 1);
        if (numbered === (plain === 0 ? 0 : numberedSum(to - from))) {
          for (let i = from; i < to; i++) times.set(i, plain === 0 ? 0 : 1);
          continue;
        }
      }
      const middle = Math.floor((from + to) / 2);
      open.push([middle, to], [from, middle]);
    }
    if ([...times.values()].some((often) => often !== 0 && often !== 1 && often !== 2)) return null;
    const taken = (often: number): readonly CellPosition[] => leaves.filter((_, i) => times.get(i) === often);
    return { constant, missing: taken(0), twice: taken(2) };
  }

  private resultWith(at: CellAddress, leaves: readonly CellAddress[], value: (index: number) => number): number | null {
    const result = this.book.with(leaves, value, (calculation) => calculation.valueAt(at));
    if (result.kind !== "value") return null;
    // A total that shows nothing while all is 0.
    return result.value === "" ? 0 : typeof result.value === "number" ? result.value : null;
  }
}

/** Each sets all leaves and recalculates what hangs on them: a sum with more faults than this says nothing of its rows. */
const MOST_TRIALS = 1000;

/** 1 for the first of them, 2 for the second…: what so many leaves give when each holds its number. */
const numberedSum = (count: number): number => (count * (count + 1)) / 2;

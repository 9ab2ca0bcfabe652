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

  /** One leaf at a time; only where the whole did not come out, and only for tables of a size that people fill in. */
  private coefficients(target: CellAddress, leaves: readonly CellAddress[], constant: number): Additive | null {
    if (leaves.length > 500) return null;
    const missing: CellPosition[] = [];
    const twice: CellPosition[] = [];
    for (const [index, leaf] of leaves.entries()) {
      const value = this.resultWith(target, leaves, (i) => (i === index ? 1 : 0));
      if (value === null) return null;
      const coefficient = value - constant;
      if (coefficient === 0) missing.push(leaf);
      else if (coefficient === 2) twice.push(leaf);
      else if (coefficient !== 1) return null;
    }
    return { constant, missing, twice };
  }

  private resultWith(at: CellAddress, leaves: readonly CellAddress[], value: (index: number) => number): number | null {
    const result = this.book.with(leaves, value, (calculation) => calculation.valueAt(at));
    if (result.kind !== "value") return null;
    // A total that shows nothing while all is 0.
    return result.value === "" ? 0 : typeof result.value === "number" ? result.value : null;
  }
}

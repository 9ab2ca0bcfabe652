import { MAX_COLUMNS } from "../workbook/address";

/** A sheet as the source spells it, and its place among the sheets. */
export interface Sheet {
  readonly name: string;
  readonly index: number;
}

/** One number for a cell of the workbook: 34 bits for the place in the sheet. */
export const keyOf = (sheet: Sheet, { row, column }: { row: number; column: number }): number =>
  sheet.index * 2 ** 34 + row * MAX_COLUMNS + column;

/** The sheets of a source by name, without regard to case; each spelling is folded once. */
export class SheetNames {
  private readonly names: readonly string[];
  private readonly known = new Map<string, Sheet | null>();

  constructor(names: readonly string[]) {
    this.names = names;
  }

  get(name: string): Sheet | null {
    let sheet = this.known.get(name);
    if (sheet !== undefined) return sheet;
    const index = this.names.findIndex((one) => one.toUpperCase() === name.toUpperCase());
    sheet = index < 0 ? null : { name: this.names[index] ?? name, index };
    this.known.set(name, sheet);
    return sheet;
  }
}

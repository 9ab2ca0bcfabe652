import { MAX_COLUMNS, placeKey, type CellAddress } from "../../core/workbook/address";
import { contentOfCell } from "../../core/workbook/cell-content";
import type { CellSnapshot } from "../../core/workbook/snapshot";
import type { CellContent, CellExpectation, CellWrite, PlanStep, WritePlan } from "../../core/workbook/write-plan";

/** One cell of something typed, pasted or cleared. */
export interface TypedCell {
  readonly at: CellAddress;
  readonly content: CellContent;
  readonly numberFormat?: string;
}

/** What was typed and has not yet reached the package: the cells as they read now, and the entries in their order. */
export class TypedCells {
  private readonly entries: (readonly TypedCell[])[] = [];
  private readonly newest = new Map<string, Map<number, TypedCell>>();

  get isEmpty(): boolean {
    return this.entries.length === 0;
  }

  add(cells: readonly TypedCell[]): void {
    this.entries.push(cells);
    for (const cell of cells) {
      const sheet = this.newest.get(cell.at.sheet) ?? new Map<number, TypedCell>();
      this.newest.set(cell.at.sheet, sheet.set(placeKey(cell.at), cell));
    }
  }

  at(sheet: string, row: number, column: number): TypedCell | undefined {
    return this.newest.get(sheet)?.get(row * MAX_COLUMNS + column);
  }

  onSheet(sheet: string): Iterable<TypedCell> {
    return this.newest.get(sheet)?.values() ?? [];
  }

  /** Everything as one plan over what was read. */
  plan(
    read: (at: CellAddress) => CellSnapshot | undefined,
    expect: (cell: CellSnapshot | undefined) => CellExpectation,
  ): WritePlan {
    const steps = [...this.newest].map(([sheet, cells]): PlanStep => {
      const writes = [...cells.values()].map((cell): CellWrite => ({
        row: cell.at.row,
        column: cell.at.column,
        expect: expect(read(cell.at)),
        content: cell.content,
        ...(cell.numberFormat !== undefined && { style: { numberFormat: cell.numberFormat } }),
      }));
      return { do: "putCells", sheet, cells: writes };
    });
    return { guards: [], steps };
  }

  /**
   * For each entry the plan that takes it back, when all later ones were taken back: to what an earlier entry put
   * there, else to what the package held, to the last detail.
   */
  undoPlans(inverse: WritePlan): readonly { readonly first: CellAddress | null; readonly plan: WritePlan }[] {
    const former = new Map<string, CellWrite>();
    for (const step of inverse.steps) {
      if (step.do === "putCells")
        for (const cell of step.cells) former.set(cellText({ sheet: step.sheet, ...cell }), cell);
    }
    const before = new Map<string, TypedCell>();
    return this.entries.map((cells) => {
      const bySheet = new Map<string, CellWrite[]>();
      for (const cell of cells) {
        const { row, column, sheet } = cell.at;
        const key = cellText(cell.at);
        const earlier = before.get(key);
        const base = former.get(key);
        const back: CellWrite | undefined = earlier
          ? { row, column, expect: expectationOf(cell), content: earlier.content }
          : base && { ...base, expect: expectationOf(cell) };
        if (back) bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), back]);
        before.set(key, cell);
      }
      const steps = [...bySheet].map(([sheet, writes]): PlanStep => ({ do: "putCells", sheet, cells: writes }));
      return { first: cells[0]?.at ?? null, plan: { guards: [], steps } };
    });
  }

  clear(): void {
    this.entries.length = 0;
    this.newest.clear();
  }
}

const cellText = (at: CellAddress): string => `${at.sheet}\n${placeKey(at)}`;

/** What stands at a cell once the content is there. */
const expectationOf = ({ content }: TypedCell): CellExpectation => {
  switch (content.type) {
    case "formula":
      return { formula: content.formula };
    case "number":
      return { value: content.number };
    case "text":
      return { value: content.text };
    case "blank":
      return { value: null };
  }
};

/** The cell as it reads with what was typed over it. */
export function withTyped(cell: CellSnapshot | undefined, typed: TypedCell): CellSnapshot | undefined {
  const { content, at } = typed;
  if (content.type === "blank") return undefined;
  const numberFormat = typed.numberFormat ?? cell?.numberFormat;
  const base = { row: at.row, column: at.column, ...(numberFormat !== undefined && { numberFormat }) };
  if (content.type === "formula") return { ...base, value: null, formula: content.formula };
  return { ...base, value: content.type === "number" ? content.number : content.text };
}

export const sameContent = (cell: CellSnapshot | undefined, content: CellContent): boolean =>
  JSON.stringify(contentOfCell(cell)) === JSON.stringify(content);

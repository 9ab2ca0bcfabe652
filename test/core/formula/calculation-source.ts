import { createCalculation } from "../../../src/core/formula/calculate";
import { a1 } from "../../../src/core/workbook/address";
import { isCellError, type CellScalar } from "../../../src/core/workbook/snapshot";
import type { CalculationSource, SourceCell } from "../../../src/core/formula/calculation";

type Cell = CellScalar | Partial<SourceCell>;
type Cells = Readonly<Record<string, Cell>>;

const sourceCell = (cell: Cell): SourceCell =>
  typeof cell === "object" && cell !== null && !("error" in cell) ? { value: null, ...cell } : { value: cell };

/** A workbook to calculate, by addresses: { 表: { A1: 5, B1: { formula: "=A1*2" } } }. */
export const sourceOf = (
  sheets: Readonly<Record<string, Cells>>,
  resolveName: CalculationSource["resolveName"] = () => null,
): CalculationSource => ({
  sheets: Object.keys(sheets),
  cell: (sheet, row, column) => {
    const cell = sheets[sheet]?.[a1({ row, column })];
    return cell === undefined ? undefined : sourceCell(cell);
  },
  used: () => ({ top: 0, left: 0, bottom: 19, right: 9 }),
  resolveName,
});

/** The values of all cells that are listed in A1:J20, by address; a reason where one is not evaluated. */
export function calculatesLike(source: CalculationSource, sheet: string): Readonly<Record<string, CellScalar>> {
  const calculation = createCalculation(source);
  const values: Record<string, CellScalar> = {};
  for (let row = 0; row < 20; row++) {
    for (let column = 0; column < 10; column++) {
      if (!source.cell(sheet, row, column)) continue;
      const result = calculation.valueAt({ sheet, row, column });
      const value = result.kind === "value" ? result.value : result.reason;
      values[a1({ row, column })] = isCellError(value) ? value.error : value;
    }
  }
  return values;
}

import { calculatesLike, sourceOf } from "./calculation-source";
import { createCalculation } from "../../../src/core/formula/calculate";
import { cpuMs } from "../../support/cpu-clock";

describe("calculating a workbook", () => {
  it("[E8] takes each formula's value from the cells it reads, not from what was stored", () => {
    const source = sourceOf({
      表: { A1: 69, A2: 77, B1: { formula: "=A1/A2", value: 99 }, B2: { formula: "=ROUND(B1,4)" } },
    });
    expect(calculatesLike(source, "表")).toEqual({ A1: 69, A2: 77, B1: 69 / 77, B2: 0.8961 });
  });

  it("[E8] sheet names compare without regard to case, and a name of the sheet goes before one of the workbook", () => {
    const source = sourceOf({ Data: { A1: 5 }, S: { A1: { formula: "=data!A1+率" } } }, (name, sheet) =>
      name === "率" ? (sheet === "S" ? "0.5" : "0.1") : null,
    );
    expect(calculatesLike(source, "S")).toEqual({ A1: 5.5 });
  });

  it("[E8] calculates anew after a change, and only then", () => {
    const cells: Record<string, { value: number | null; formula?: string }> = {
      A1: { value: 1 },
      B1: { value: null, formula: "=A1*2" },
    };
    const calculation = createCalculation(sourceOf({ S: cells }));
    const b1 = { sheet: "S", row: 0, column: 1 };
    expect(calculation.valueAt(b1)).toEqual({ kind: "value", value: 2 });
    cells.A1 = { value: 5 };
    expect(calculation.valueAt(b1)).toEqual({ kind: "value", value: 2 });
    calculation.invalidate();
    expect(calculation.valueAt(b1)).toEqual({ kind: "value", value: 10 });
  });

  it("[E8] gives each cell of an array formula its own part", () => {
    const array = { top: 0, left: 1, bottom: 2, right: 1 };
    const member = { value: null, formula: "=A1:A3*2", array };
    const source = sourceOf({ S: { A1: 1, A2: 2, A3: 3, B1: member, B2: { value: null, array }, B3: member } });
    expect(calculatesLike(source, "S")).toEqual({ A1: 1, A2: 2, A3: 3, B1: 2, B2: 4, B3: 6 });
  });

  it("[E8] SUBTOTAL 109 leaves out hidden rows and other sub-totals", () => {
    const source = sourceOf({
      S: { A1: 1, A2: 2, A3: { formula: "=SUBTOTAL(9,A1:A1)" }, A4: { formula: "=SUBTOTAL(109,A1:A3)" } },
    });
    expect(calculatesLike({ ...source, isRowHidden: (_, row) => row === 1 }, "S")).toMatchObject({ A4: 1 });
  });

  const chain = (length: number, direction: 1 | -1, end: string | null = null) => {
    const last = direction === 1 ? length - 1 : 0;
    return {
      sheets: ["S"],
      cell: (_: string, row: number, column: number) => {
        if (column !== 0 || row < 0 || row >= length) return undefined;
        if (row === last) return end === null ? { value: 1 } : { value: null, formula: end };
        return { value: null, formula: `=A${row + 1 + direction}+1` };
      },
      used: () => ({ top: 0, left: 0, bottom: length - 1, right: 0 }),
      resolveName: () => null,
    };
  };

  it.each([
    ["down", 1],
    ["up", -1],
  ] as const)("[E8] a chain of 20,000 cells looking %s neither overflows nor slows down", (_, direction) => {
    const calculation = createCalculation(chain(20_000, direction));
    const start = cpuMs();
    expect(calculation.evaluate("=SUM(A:A)", { sheet: "S", row: 0, column: 1 })).toEqual({
      kind: "value",
      value: 200_010_000,
    });
    expect(cpuMs() - start).toBeLessThan(5000);
  });

  it("[E8] names the cells of a circle, also of one a thousand cells long", () => {
    const small = createCalculation(
      sourceOf({ S: { A1: { formula: "=B1+1" }, B1: { formula: "=A1*2" }, C1: { formula: "=A1" } } }),
    );
    const at = (row: number, column: number) => ({ sheet: "S", row, column });
    expect(small.valueAt(at(0, 2))).toMatchObject({ kind: "notEvaluated", circle: [at(0, 0), at(0, 1)] });
    const large = createCalculation(chain(3000, 1, "=A2001"));
    const found = large.valueAt(at(0, 0));
    expect(found.kind === "notEvaluated" && found.circle?.length).toBe(1000);
  });

  it("[E8] a branch that is not taken makes no circle", () => {
    const source = sourceOf({ S: { A1: { formula: "=IF(TRUE,1,B1)" }, B1: { formula: "=A1+1" } } });
    expect(calculatesLike(source, "S")).toEqual({ A1: 1, B1: 2 });
  });

  it("[E5] what depends on a cell that is not evaluated is not evaluated either, and says which cell", () => {
    const calculation = createCalculation(
      sourceOf({ S: { A1: { formula: "=BITAND(B1,C1)" }, A2: { formula: "=IFERROR(A1,0)" } } }),
    );
    expect(calculation.valueAt({ sheet: "S", row: 1, column: 0 })).toEqual({
      kind: "notEvaluated",
      reason: "not in the function set: BITAND (at 'S'!A1)",
    });
  });
});

import fc from "fast-check";
import { createCalculation } from "../../../src/core/formula/calculate";
import type { CalculationSource, SourceCell } from "../../../src/core/formula/calculation";
import { evaluateFormula } from "../../../src/core/formula/evaluate/evaluate";
import type { CellScalar } from "../../../src/core/workbook/snapshot";

type Column = (row: number) => CellScalar | { readonly formula: string } | undefined;

/** A sheet by its columns; what they give is asked for once. */
function sheetOf(rows: number, columns: readonly Column[]): CalculationSource {
  const cells = columns.map((column) =>
    Array.from({ length: rows }, (_, row): SourceCell | undefined => {
      const cell = column(row);
      if (cell === undefined || cell === null) return undefined;
      return typeof cell === "object" && "formula" in cell ? { value: null, formula: cell.formula } : { value: cell };
    }),
  );
  return {
    sheets: ["S"],
    cell: (_, row, column) => cells[column]?.[row],
    used: () => ({ top: 0, left: 0, bottom: rows - 1, right: columns.length - 1 }),
    resolveName: () => null,
  };
}

const valueAt = (source: CalculationSource, row: number, column: number): unknown =>
  createCalculation(source).valueAt({ sheet: "S", row, column });

describe("ranges read through the vectors of their columns", () => {
  const key: Column = (row) => `k${row}`;
  const number: Column = (row) => row;
  it.each<readonly [string, readonly Column[], number]>([
    ["running SUM", [number, (row) => ({ formula: `=SUM(A$1:A${row + 1})` })], 49_995_000],
    ["running SUM over its own column", [number, (row) => (row === 0 ? 0 : { formula: `=SUM(B$1:B${row})*0+A${row + 1}` })], 9999], // prettier-ignore
    ["SUMIF", [key, number, (row) => ({ formula: `=SUMIF(A$1:A$10000,A${row + 1},B$1:B$10000)` })], 9999],
    ["SUMIF over ten names", [(row) => `k${row % 10}`, number, (row) => ({ formula: `=SUMIF(A:A,A${row + 1},B:B)` })], 5_004_000], // prettier-ignore
    ["COUNTIF over its own column", [(row) => (row === 0 ? 5 : { formula: `=COUNTIF(A$1:A${row},5)+4` })], 6],
    ["VLOOKUP", [key, number, (row) => ({ formula: `=VLOOKUP(A${row + 1},A$1:B$10000,2,FALSE)` })], 9999],
    ["VLOOKUP in sorted data", [number, number, (row) => ({ formula: `=VLOOKUP(A${row + 1}+0.5,A$1:B$10000,2)` })], 9999], // prettier-ignore
    ["SUMIF above a bound", [number, number, (row) => ({ formula: `=SUMIF(A$1:A$2000,">"&A${row + 1}-3,B$1:B$2000)` })], 0], // prettier-ignore
    ["SUMIFS between bounds", [number, number, (row) => ({ formula: `=SUMIFS(B$1:B$4000,A$1:A$4000,">="&A${row + 1}-8000,A$1:A$4000,"<="&B${row + 1}-7997)` })], 1999 + 2000 + 2001 + 2002], // prettier-ignore
    ["XLOOKUP", [key, number, (row) => ({ formula: `=XLOOKUP(A${row + 1},A$1:A$10000,B$1:B$10000)` })], 9999],
    ["SUMPRODUCT over a hundred thousand cells", [number, number, (row) => ({ formula: row % 100 === 99 ? `=SUMPRODUCT((A$1:A$1000>=A${row + 1}-9000)*B$1:B$1000)` : "=0" })], 999], // prettier-ignore
    ["COUNTIF above a bound", [number, (row) => ({ formula: `=COUNTIF(A$1:A$10000,">="&A${row + 1})` })], 1],
    ["RANK", [number, (row) => ({ formula: `=RANK(A${row + 1},A$1:A$10000)` })], 1],
    ["RANK from below", [number, (row) => ({ formula: `=RANK(A${row + 1},A$1:A$10000,1)` })], 10_000],
    ["MATCH", [number, (row) => ({ formula: `=INDEX(A:A,MATCH(A${row + 1},A:A,0))` })], 9999],
  ])("[E11] %s over 10,000 rows costs its rows", (_, columns, last) => {
    const calculation = createCalculation(sheetOf(10_000, columns));
    const before = process.cpuUsage();
    let result: unknown;
    for (let row = 0; row < 10_000; row++)
      result = calculation.valueAt({ sheet: "S", row, column: columns.length - 1 });
    const { user } = process.cpuUsage(before);
    expect(result).toEqual({ kind: "value", value: last });
    // Far above what it takes, far below ten thousand times ten thousand.
    expect(user / 1000).toBeLessThan(4000);
  });

  const piece = fc.constantFrom<CellScalar | undefined>(1, 2.5, -3, "5", "a", "A", "", true, undefined, { error: "#N/A" }); // prettier-ignore
  const question = fc.constantFrom(
    "SUM(A2:A9)",
    "SUM(A1:C9)",
    "COUNT(A:C)",
    "COUNTA(A1:B5)",
    "COUNTIF(A1:A9,5)",
    'COUNTIF(A1:A9,"a")',
    'COUNTIF(A1:C9,"<>")',
    'SUMIF(A1:A9,"a",B1:B9)',
    'SUMIF(A2:A9,">0",C3)',
    'SUMIFS(B1:B9,A1:A9,"<>a",C1:C9,">-5")',
    'COUNTIFS(A1:A9,"",B1:B9,"")',
    "MAX(A:A)",
    "MATCH(5,A1:A9,0)",
    'MATCH("5",A1:A9,0)',
    'VLOOKUP("A",A3:C9,3,FALSE)',
    "MATCH(TRUE,B2:B9,0)",
    "COUNTBLANK(A1:C9)",
    'SUMIF(A1:A9,">0",B1:B9)',
    'SUMIF(A2:A9,"<=2.5",B1:B9)',
    'COUNTIF(A1:A9,">=1")+COUNTIF(A1:A9,">=1")+COUNTIF(A1:A9,"<2.5")+COUNTIF(A1:A9,">=2.5")+COUNTIF(A1:A9,">2.5")',
    "RANK(1,A1:A9)+RANK(2.5,A1:A9,1)",
    'SUMIFS(B1:B9,A1:A9,">-4",C1:C9,"<=2.5")',
    'COUNTIFS(A1:A9,">0",B1:B9,"<5")',
    'AVERAGEIF(A1:A9,">=1",B1:B9)',
    'MAXIFS(C2:C9,A1:A8,">0")',
    'MINIFS(A1:A9,A1:A9,"<2.5",B1:B9,">0",C1:C9,">=-3")',
    'SUMIFS(B1:B9,A1:A9,">0",C1:C9,"a")',
    "SUMPRODUCT(A1:A9,B1:B9,C1:C9)",
    "SUMPRODUCT((A1:A9=B1:B9)*(C1:C9>A2))",
    "SUM(IF(A1:A9=A1:C1,1,2))",
    "SUMPRODUCT((A1:A9=A1:C1)*1)",
  );

  it.each<readonly [formula: string, value: unknown]>([
    ['=COUNTIF(A$1:A$5,">=3")', 4],
    ['=COUNTIF(A$1:A$5,">3")', 3],
    ['=COUNTIF(A$1:A$5,"<=3")', 2],
    ['=COUNTIF(A$1:A$5,"<3")', 1],
    ['=COUNTIF(A$1:A$5,">0.3")', 4],
    ['=COUNTIF(A$1:A$5,"<9")', 5],
    ["=RANK(3,A$1:A$5)", 4],
    ["=RANK(3,A$1:A$5,1)", 2],
    ["=RANK(7,A$1:A$5)", 1],
    ["=RANK(4,A$1:A$5)", { error: "#N/A" }],
  ])("[E11] asked again and again, %s is the same", (formula, value) => {
    // 0.1+0.2 is 0.3 in the 15 digits that Excel compares; 7 stands twice.
    const numbers = [3, 0.1 + 0.2, 7, 7, 5];
    const calculation = createCalculation(sheetOf(5, [(row) => numbers[row]]));
    const ask = (n: number) => calculation.evaluate(`${formula}+0*${n}`, { sheet: "S", row: 9, column: 3 });
    const answers = Array.from({ length: 8 }, (_, n) => ask(n));
    expect(new Set(answers.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify({ kind: "value", value })])); // prettier-ignore
  });

  it("[E11] a formula that a lookup calculates on its way counts once", () => {
    const same = (row: number) => ({ formula: `=IF(${row}>=0,"x","")` });
    const counts = ['=COUNTIF(A1:A2,"x")', '=COUNTIF(A1:A5,"x")', '=SUMIF(A1:A5,"x",C1:C5)'];
    const source = sheetOf(5, [same, (row) => ({ formula: counts[row] ?? "=0" }), () => 10]);
    const calculation = createCalculation(source);
    const shown = counts.map((_, row) => calculation.valueAt({ sheet: "S", row, column: 1 }));
    expect(shown).toEqual([2, 5, 50].map((value) => ({ kind: "value", value })));
  });

  it("[E11] what they give is what the cells give one by one", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, piece, piece), { minLength: 1, maxLength: 9 }), question, (rows, asked) => {
        const cells = rows.map((row) => row.map((one) => one ?? null));
        const source = sheetOf(
          rows.length,
          [0, 1, 2].map((column) => (row: number) => cells[row]?.[column]),
        );
        const at = { sheet: "S", row: 20, column: 8 };
        const plain = {
          cell: (_: string, row: number, column: number) => cells[row]?.[column] ?? null,
          used: (sheet: string) => source.used(sheet),
          hasSheet: () => true,
          resolveName: () => null,
        };
        expect(createCalculation(source).evaluate(`=${asked}`, at)).toEqual(evaluateFormula(`=${asked}`, at, plain));
      }),
      { numRuns: 400 },
    );
  });

  it("[E11] what is added above a bound is, to the last bit, what adding row by row gives", () => {
    const amount = fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100);
    const row = fc.tuple(amount, fc.option(amount, { nil: undefined }));
    const op = fc.constantFrom(">", ">=", "<", "<=");
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), op, fc.nat(), fc.nat({ max: 5 }), (rows, sign, pick, from) => {
        const bound = rows[pick % rows.length]?.[0] ?? 0;
        const meets = (x: number): boolean => (sign === ">" ? x > bound : sign === ">=" ? x >= bound : sign === "<" ? x < bound : x <= bound);
        let expected = 0;
        rows.slice(from).forEach(([key, value]) => (expected += meets(key) ? (value ?? 0) : 0));
        const source = sheetOf(rows.length, [(at) => rows[at]?.[0], (at) => rows[at]?.[1]]);
        const calculation = createCalculation(source);
        const [first, last] = [Math.min(from + 1, rows.length), rows.length];
        if (from >= rows.length) return;
        // Asked in a growing range first, so that what was read before is read on.
        for (const end of [first, last]) {
          const ask = `=SUMIF(A${first}:A${end},"${sign}${bound}",B${first}:B${end})`;
          const result = calculation.evaluate(ask, { sheet: "S", row: 99, column: 8 });
          if (end === last) expect(result).toEqual({ kind: "value", value: Math.abs(expected) < 2 ** -1022 ? 0 : expected });
        }
      }),
      { numRuns: 300 },
    );
  }); // prettier-ignore

  it.each([["cents", 100], ["quarters", 4]])("[E11] asked for many bounds, sums, means and counts of %s are, to the last bit, what going row by row gives", (_, parts) => {
    const amount = fc.integer({ min: -1e7, max: 1e7 }).map((whole) => whole / parts);
    const cell = fc.oneof({ weight: 6, arbitrary: amount }, { weight: 1, arbitrary: fc.constantFrom<CellScalar>(null, "文字", "5", true) });
    const row = fc.tuple(cell, cell, cell);
    const ops = fc.constantFrom(">", ">=", "<", "<=");
    fc.assert(
      fc.property(fc.array(row, { minLength: 6, maxLength: 40 }), ops, ops, fc.boolean(), fc.nat({ max: 2 }), (rows, first, second, apart, shift) => {
        const last = rows.length - shift;
        const source = sheetOf(rows.length, [0, 1, 2].map((column) => (at: number) => rows[at]?.[column] ?? undefined));
        const calculation = createCalculation(source);
        const at = { sheet: "S", row: 99, column: 8 };
        const meets = (x: CellScalar | undefined, op: string, bound: number): boolean =>
          typeof x === "number" && (op === ">" ? x > bound : op === ">=" ? x >= bound : op === "<" ? x < bound : x <= bound);
        // Conditions on A and on A or B, amounts in C that stand `shift` rows further down.
        const other = apart ? 1 : 0;
        for (const [n, [low]] of rows.entries()) {
          const high = rows[(n * 7 + 3) % rows.length]?.[other];
          if (typeof low !== "number" || typeof high !== "number") continue;
          const found = rows.slice(0, last).map((_, i) => i).filter((i) => meets(rows[i]?.[0], first, low) && meets(rows[i]?.[other], second, high));
          const amounts = found.flatMap((i) => { const value = rows[i + shift]?.[2]; return typeof value === "number" ? [value] : []; });
          let sum = 0;
          for (const value of amounts) sum += value;
          const pairs = `A1:A${last},"${first}${low}",${apart ? "B" : "A"}1:${apart ? "B" : "A"}${last},"${second}${high}"`;
          const values = `C${1 + shift}:C${last + shift}`;
          const give = (formula: string): unknown => { const result = calculation.evaluate(formula, at); return result.kind === "value" ? result.value : result.reason; };
          expect(give(`=COUNTIFS(${pairs})`)).toBe(found.length);
          expect(give(`=SUMIFS(${values},${pairs})`)).toBe(sum);
          expect(give(`=AVERAGEIFS(${values},${pairs})`)).toEqual(amounts.length === 0 ? { error: "#DIV/0!" } : sum / amounts.length);
          let single = 0;
          rows.slice(0, last).forEach(([key], i) => { const value = rows[i + shift]?.[2]; if (meets(key, first, low) && typeof value === "number") single += value; });
          expect(give(`=SUMIF(A1:A${last},"${first}${low}",${values})`)).toBe(single);
        }
      }),
      { numRuns: 60 },
    );
  }); // prettier-ignore

  it.each<readonly [string, readonly Column[], number, number]>([
    ["a sum of formulas that stand below", [() => 1, (row) => ({ formula: row < 9 ? `=SUM(A1:A3)+B${row + 2}*0` : "=1" })], 0, 3], // prettier-ignore
    ["a formula inside the range that it is asked through", [(row) => (row === 4 ? { formula: "=SUM(A1:A4)" } : row), () => ({ formula: "=SUM(A1:A5)" })], 9, 12], // prettier-ignore
  ])("[E11] %s is calculated first", (_, columns, row, expected) => {
    expect(valueAt(sheetOf(10, columns), row, 1)).toEqual({ kind: "value", value: expected });
  });

  it("[E18] what arrays work out is counted; beyond the limit a formula is not evaluated, and says so", () => {
    const arrays = { left: 45 };
    const book = { cell: () => 1, used: () => ({ top: 0, left: 0, bottom: 9, right: 1 }), hasSheet: () => true, resolveName: () => null, arrays };
    // Ten comparisons and ten products each: 20 of 45, then 40; the third would need 60.
    const ask = () => evaluateFormula("=SUMPRODUCT((A1:A10=A1)*B1:B10)", { sheet: "S", row: 20, column: 5 }, book);
    expect([ask(), ask(), ask()]).toEqual([
      { kind: "value", value: 10 },
      { kind: "value", value: 10 },
      { kind: "notEvaluated", reason: "more arrays than one recalculation works out" },
    ]);
    // What works out no array goes on.
    expect(evaluateFormula("=SUM(A1:A10)", { sheet: "S", row: 20, column: 5 }, book)).toEqual({ kind: "value", value: 10 });
  }); // prettier-ignore

  it("[E8] a sum that counts itself is a circle", () => {
    const source = sheetOf(10, [(row) => (row === 9 ? { formula: "=SUM(A1:A10)" } : 1)]);
    expect(valueAt(source, 9, 0)).toMatchObject({ kind: "notEvaluated", circle: [{ sheet: "S", row: 9, column: 0 }] });
  });
});

describe("the two results of a formula", () => {
  const source: CalculationSource = {
    ...sheetOf(4, []),
    cell: (_, row, column) => {
      if (column !== 0) return undefined;
      const cells: readonly SourceCell[] = [
        { value: 10 },
        { value: 99, formula: "=A1*2" },
        { value: 100, formula: "=A2+1" },
        { value: null, formula: "=A1+1" },
      ];
      return cells[row];
    },
    used: () => ({ top: 0, left: 0, bottom: 3, right: 0 }),
  };
  const at = (row: number) => ({ sheet: "S", row, column: 0 });

  it.each([
    // the cell, from what is stored, from what a full recalculation gives
    [1, 20, 20],
    [2, 100, 21],
    [3, 11, 11],
  ])("[E12] row %i: isolated %i, whole chain %i", (row, isolated, chain) => {
    const own = createCalculation(source, "excel", "stored");
    expect(own.valueAt(at(row))).toEqual({ kind: "value", value: isolated });
    expect(createCalculation(source).valueAt(at(row))).toEqual({ kind: "value", value: chain });
  });

  it("[E12] a range holds what was stored, and what never was is calculated", () => {
    const own = createCalculation(source, "excel", "stored");
    expect(own.evaluate("=SUM(A1:A4)", { sheet: "S", row: 0, column: 3 })).toEqual({ kind: "value", value: 220 });
    const chain = createCalculation(source).evaluate("=SUM(A1:A4)", { sheet: "S", row: 0, column: 3 });
    expect(chain).toEqual({ kind: "value", value: 62 });
  });
});

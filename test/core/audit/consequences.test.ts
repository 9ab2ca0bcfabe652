import { auditBook } from "../../../src/core/audit/audit";
import { review } from "../../../src/core/review";
import { a1, sheetA1 } from "../../../src/core/workbook/address";
import type { CellScalar, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { formulaBook, storing } from "../../support/formula-book";
import type { GridRow } from "../../support/grid";

const book = (...sheets: readonly (readonly GridRow[])[]): WorkbookSnapshot =>
  formulaBook(sheets.map((rows, at) => ({ name: at === 0 ? "附表" : `表${at + 1}`, rows })));

/** Other results stored in the first sheet, by address. */
const holding = (of: WorkbookSnapshot, stored: Readonly<Record<string, CellScalar>>): WorkbookSnapshot =>
  Object.entries(stored).reduce((one, [address, value]) => {
    const [, letter = "A", row = "1"] = /^([A-Z])(\d+)$/.exec(address) ?? [];
    return storing(one, Number(row) - 1, letter.charCodeAt(0) - 65, value);
  }, of);

/** The stale cells, each with what only follows from it; and how many findings of staleness there are. */
function staleIn(one: WorkbookSnapshot): Readonly<Record<string, readonly string[]>> {
  const audit = auditBook(one, review(one));
  const stale = audit.formulas.filter(({ verdict }) => verdict === "stale");
  expect(audit.findings.filter(({ code }) => code === "stale-value")).toHaveLength(stale.length);
  return Object.fromEntries(stale.map(({ at, consequences }) => [sheetOr(at), consequences.map(sheetOr)]));
}

const sheetOr = (at: { sheet: string; row: number; column: number }): string =>
  at.sheet === "附表" ? a1(at) : sheetA1(at).replaceAll("'", "");

describe("[G1] a stale cell is one finding, with what only follows from it", () => {
  const chain = book([[10, "=A1*2", "=B1+1", "=C1*3", "=D1-1"]]);
  it("along a chain: the middle stale, the rest calculated from it", () => {
    // B1 is 20; stored 50, and all behind it calculated from 50.
    expect(staleIn(holding(chain, { B1: 50, C1: 51, D1: 153, E1: 152 }))).toEqual({ B1: ["C1", "D1", "E1"] });
  });

  it("a stale cell whose readers were calculated from the right value is the only fault", () => {
    expect(staleIn(holding(chain, { E1: 7 }))).toEqual({ E1: [] });
  });

  it("in a diamond, once by either way", () => {
    const diamond = book([[10, "=A1*2", "=B1+1", "=B1-1", "=C1+D1"]]);
    // B1 stored 30: C1 31, D1 29, E1 60 follow.
    expect(staleIn(holding(diamond, { B1: 30, C1: 31, D1: 29, E1: 60 }))).toEqual({ B1: ["C1", "D1", "E1"] });
  });

  it("a diamond that comes out right again ends there", () => {
    const diamond = book([[10, "=A1*2", "=B1+1", "=50-B1", "=C1+D1", "=E1*2"]]);
    // 31 + 20 is 51, as 21 + 30 is: E1 and F1 hold what a full recalculation gives.
    expect(staleIn(holding(diamond, { B1: 30, C1: 31, D1: 20 }))).toEqual({ B1: ["C1", "D1"] });
  });

  it("across sheets, through a range, a name and a table", () => {
    const two = book([[1, "=A1+1"], [2, "=A2+1"]], [["=SUM(附表!B1:B2)", "=A1*2"], ["=合计数+1"]]); // prettier-ignore
    const named = { ...two, names: [{ name: "合计数", refersTo: "表2!$A$1", scope: null, hidden: false }] };
    const [first, second] = named.sheets;
    if (!first || !second) throw new Error("two sheets");
    const values: Readonly<Record<string, number>> = { "0,0": 13, "0,1": 26, "1,0": 14 };
    const cells = second.cells.map((cell) => ({ ...cell, value: values[`${cell.row},${cell.column}`] ?? cell.value }));
    const stale = holding({ ...named, sheets: [first, { ...second, cells }] }, { B1: 10 });
    expect(staleIn(stale)).toEqual({ B1: ["表2!A1", "表2!B1", "表2!A2"] });
  });

  it("a stale cell that reads a stale cell is a fault of its own, and what reads it follows from it", () => {
    // C1 would be 51 from the stored 50, and 21 from the right 20; it shows 7, which is neither.
    expect(staleIn(holding(chain, { B1: 50, C1: 7, D1: 21, E1: 20 }))).toEqual({ B1: [], C1: ["D1", "E1"] });
  });

  it("a workbook that calculates on demand: each cell left behind is told, and why", () => {
    const manual: WorkbookSnapshot = { ...holding(chain, { B1: 50 }), calculation: "manual" };
    const codes = auditBook(manual, review(manual)).findings.map(({ code, at }) => `${code} ${at ? a1(at) : "-"}`);
    // C1 to E1 were calculated from 20, so C1 is not what the shown 50 gives.
    expect(codes.toSorted()).toEqual(["manual-calculation -", "stale-value B1", "stale-value C1"]);
  });

  it("costs what there is to tell: five thousand stale cells in a chain of sums", () => {
    const rows = Array.from({ length: 5000 }, (_, row): GridRow => [row, `=A${row + 1}*2`, `=B${row + 1}+1`]);
    const one = book(rows);
    const [sheet] = one.sheets;
    if (!sheet) throw new Error("one sheet");
    const cells = sheet.cells.map((cell) => ({ ...cell, value: typeof cell.value === "number" && cell.formula ? cell.value + 1 : cell.value })); // prettier-ignore
    const stale = { ...one, sheets: [{ ...sheet, cells }] };
    const before = process.cpuUsage();
    const { formulas } = auditBook(stale, review(stale));
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(8000);
    expect(formulas.filter(({ verdict }) => verdict === "stale")).toHaveLength(5000);
    expect(formulas.find(({ verdict }) => verdict === "stale")?.consequences).toHaveLength(1);
  });
});

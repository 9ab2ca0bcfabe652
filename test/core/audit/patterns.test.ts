import { auditBook } from "../../../src/core/audit/audit";
import { recalculationOf } from "../../../src/core/audit/recalculation";
import { severityOf } from "../../../src/core/findings/catalogue";
import { wordFindings } from "../../../src/core/findings/word";
import { review } from "../../../src/core/review";
import { a1 } from "../../../src/core/workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { formulaBook } from "../../support/formula-book";
import { UP, type GridCell, type GridRow } from "../../support/grid";

const findingsOf = (book: WorkbookSnapshot) => auditBook(book, review(book)).findings;

const found = (rows: readonly GridRow[], change: Partial<SheetSnapshot> = {}, formats = {}): readonly string[] =>
  findingsOf(formulaBook([{ name: "附表", rows, options: { formats }, change }]))
    .map(({ code, at }) => `${code} ${at ? a1(at) : "-"}`)
    .sort();

/** Six projects: budget in B, spent in C, what is left in D by the formula given, or by what stands in its place. */
function annex(replaced: Readonly<Record<number, GridCell>> = {}, total?: GridRow): readonly GridRow[] {
  const spent = [80, 45.5, 120, 60, 33, 70];
  const rows = spent.map((amount, i): GridRow => {
    const row = i + 2;
    return [`项目${i + 1}`, 100 + 20 * i, amount, replaced[row] ?? `=B${row}-C${row}`];
  });
  return [["项目", "预算", "支出", "结余"], ...rows, ...(total ? [total] : [])];
}

const TOTAL: GridRow = ["合计", "=SUM(B2:B7)", "=SUM(C2:C7)", "=SUM(D2:D7)"];

describe("[G10] a formula that is not its neighbours'", () => {
  it.each<readonly [why: string, rows: readonly GridRow[], expected: readonly string[]]>([
    ["nothing, where all are copied", annex({}, TOTAL), []],
    ["a reference one row off", annex({ 4: "=B4-C5" }, TOTAL), ["inconsistent-formula D4"]],
    ["another operator", annex({ 5: "=B5+C5" }, TOTAL), ["inconsistent-formula D5"]],
    [
      "the first of a run, computing alike from another row",
      annex({ 2: "=B2-C3" }, TOTAL),
      ["inconsistent-formula D2"],
    ],
    ["the last of a run, computing alike from another row", annex({ 7: "=B7-C6" }, TOTAL), ["inconsistent-formula D7"]],
    [
      "an absolute reference where the others are relative",
      annex({ 4: "=B4-$C$2" }, TOTAL),
      ["inconsistent-formula D4"],
    ],
    ["information only, where the result is the same", annex({ 4: "=-C4+B4" }, TOTAL), ["same-result-formula D4"]],
    [
      "nothing for a sub-total between",
      [
        ...annex().slice(0, 4),
        ["小计", "=SUM(B2:B4)", "=SUM(C2:C4)", "=SUM(D2:D4)"],
        ["项目四", 90, 60, "=B6-C6"],
        ["项目五", 80, 60, "=B7-C7"],
      ],
      [],
    ],
    [
      "nothing where forms alternate",
      [
        ["季度", "收", "支", "数"],
        ["一", 10, 4, "=B2"],
        ["", 12, 5, "=B3-C3"],
        ["二", 11, 4, "=B4"],
        ["", 10, 3, "=B5-C5"],
        ["三", 9, 2, "=B6"],
      ],
      [],
    ],
    [
      "nothing where the line across has the form",
      [
        ["", "甲", "乙", "丙"],
        ["数", 1, 2, 3],
        ["一倍", "=B2*1", "=C2*1", "=D2*1"],
        ["折算", "=B3/2", "=C3/2", "=D3/2"],
        ["加一", "=B4+1", "=C4+1", "=D4+1"],
      ],
      [],
    ],
    ["nothing for another number format", annex({ 4: "=C4/B4" }, TOTAL), []],
  ])("%s", (why, rows, expected) => {
    const formats = why === "nothing for another number format" ? { "3,3": "0.00%" } : {};
    expect(found(rows, {}, formats)).toEqual(expected);
  });

  it("says what the neighbours' formula would be here and what it gives", () => {
    const [finding] = findingsOf(formulaBook([{ name: "附表", rows: annex({ 4: "=B4-C5" }) }]));
    expect(finding?.data).toEqual({ formula: "=B4-C5", neighbours: "=B4-C4", beside: ["D3", "D5"], shows: "80", gives: "20" }); // prettier-ignore
  });

  it("is one group where one cause hits several cells", () => {
    const rows = annex({ 3: "=B3+C3", 6: "=B6+C6" });
    const groups = findingsOf(formulaBook([{ name: "附表", rows }])).map(({ group }) => group);
    expect(new Set(groups).size).toBe(1);
    expect(groups).toHaveLength(2);
  });
});

describe("[G11] a number typed where the line's formula belongs", () => {
  it.each<readonly [why: string, rows: readonly GridRow[], expected: readonly string[]]>([
    ["inside a run", annex({ 4: 25 }, TOTAL), ["constant-among-formulas D4"]],
    ["two beside each other", annex({ 4: 25, 5: 99 }, TOTAL), ["constant-among-formulas D4", "constant-among-formulas D5"]],
    ["at the end of a run", annex({ 7: 25 }, TOTAL), ["constant-among-formulas D7"]],
    ["at the end of a run of sums that a total closes", [["部门", "一月", "二月", "合计"], ["甲", 1, 2, "=SUM(B2:C2)"], ["乙", 3, 4, "=SUM(B3:C3)"], ["丙", 5, 6, "=SUM(B4:C4)"], ["丁", 7, 8, 99], ["合计", "=SUM(B2:B5)", "=SUM(C2:C5)", "=SUM(D2:D5)"]], ["constant-among-formulas D5"]],
    ["information where it is what the formula gives", annex({ 4: 20 }, TOTAL), ["typed-among-formulas D4"]],
    ["0 where something else is due", annex({ 4: 0 }, TOTAL), ["constant-among-formulas D4"]],
    ["nothing where a running balance begins below its heading", [["月", "收", "余额"], [1, 10, 500], [2, 5, "=C2+B3"], [3, 7, "=C3+B4"], [4, 2, "=C4+B5"], [5, 2, "=C5+B6"]], []],
    ["information where it begins below another number", [["月", "收", "余额"], ["上年", 0, 480], [1, 10, 500], [2, 5, "=C3+B4"], [3, 7, "=C4+B5"], [4, 2, "=C5+B6"], [5, 2, "=C6+B7"], [6, 3, "=C7+B8"]], ["typed-among-formulas C3"]],
    ["information where the whole row is typed", [["", "甲", "乙", "丙"], ["一", 1, 2, 3], ["二", "=B2*2", "=C2*2", "=D2*2"], ["三", 9, 9, 9], ["四", "=B4*2", "=C4*2", "=D4*2"], ["五", "=B5*2", "=C5*2", "=D5*2"]], ["typed-among-formulas B4", "typed-among-formulas C4", "typed-among-formulas D4"]],
    ["nothing where the formula would read words", [["名", "数", "倍"], ["一", 1, "=B2*2"], ["二", "无", 5], ["三", 3, "=B4*2"], ["四", 4, "=B5*2"]], []],
    ["nothing where most are typed", [["", "数"], ["一", 1], ["二", "=B2*2"], ["三", 7], ["四", 9], ["五", 11]], []],
  ])("%s", (_, rows, expected) => expect(found(rows)).toEqual(expected)); // prettier-ignore

  it("words the number, the formula and what it would give", () => {
    const findings = findingsOf(formulaBook([{ name: "附表", rows: annex({ 4: 25 }) }]));
    expect(wordFindings(findings, "zh").map(({ message }) => message)).toEqual([
      "D4：此处键入了 25，相邻的 D3、D5 都是公式；按相邻的写法应为 =B4-C4，结果为 20。请核对，必要时恢复公式。",
    ]);
  });
});

describe("[G12] a sum that stops before a number like those it adds", () => {
  const short = (columns: readonly string[]): GridRow => ["合计", ...columns.map((formula) => formula)];
  it.each<readonly [why: string, total: GridRow, expected: readonly string[]]>([
    ["nothing, where all reach the end", TOTAL, []],
    ["error where the sums beside it reach further", short(["=SUM(B2:B7)", "=SUM(C2:C6)", "=SUM(D2:D7)"]), ["range-too-short C8"]],
    ["error where it begins too late and those beside do not", short(["=SUM(B3:B7)", "=SUM(C2:C7)", "=SUM(D2:D7)"]), ["range-too-short B8"]],
    ["warning where it stands alone", ["合计", null, "=SUM(C2:C6)", null], ["range-may-be-short C8"]],
    ["nothing where all leave out the same row", short(["=SUM(B2:B6)", "=SUM(C2:C6)", "=SUM(D2:D6)"]), []],
    ["an average is held to the same", ["平均", null, "=AVERAGE(C2:C6)", null], ["range-may-be-short C8"]],
  ])("%s", (_, total, expected) => expect(found(annex({}, total))).toEqual(expected)); // prettier-ignore

  it.each<readonly [why: string, rows: readonly GridRow[], expected: readonly string[]]>([
    ["a year above the numbers is no number of the sum", [["项目", "金额"], ["", 2021], ["一", 10], ["二", 12], ["合计", "=SUM(B3:B4)"]], []],
    ["an omitted 0 is information", [["项目", "金额"], ["一", 10], ["二", 12], ["三", 0], ["合计", "=SUM(B2:B3)"]], ["same-result-formula B5"]],
    ["a sub-total ends a block", [["项目", "金额"], ["一", 10], ["二", 12], ["小计", "=SUM(B2:B3)"], ["三", 7], ["四", 8], ["小计", "=SUM(B5:B6)"]], []],
    ["a blank row ends a block", [["项目", "金额"], ["一", 10], ["二", 12], ["", ""], ["三", 7], ["合计", "=SUM(B2:B3)"]], []],
    ["across, as down", [["", "一月", "二月", "三月", "合计"], ["甲", 1, 2, 3, "=SUM(B2:C2)"], ["乙", 1, 2, 3, "=SUM(B3:D3)"]], ["range-too-short E2"]],
  ])("%s", (_, rows, expected) => expect(found(rows)).toEqual(expected)); // prettier-ignore
});

describe("[G13] a sum over sub-totals and their parts", () => {
  const block: readonly GridRow[] = [["项目", "金额"], ["一", 10], ["二", 12], ["小计", "=SUM(B2:B3)"], ["三", 7], ["四", 8], ["小计", "=SUM(B5:B6)"]]; // prettier-ignore
  it.each<readonly [why: string, formula: string, expected: readonly string[]]>([
    ["adds both", "=SUM(B2:B7)", ["double-counted B8"]],
    ["adds both in a chain", "=B2+B3+B4+B5", ["double-counted B8"]],
    ["adds the sub-totals only", "=B4+B7", []],
    ["halves what it added twice", "=SUM(B2:B7)/2", []],
    ["is a SUBTOTAL, which passes over others", "=SUBTOTAL(9,B2:B7)", []],
  ])("a total that %s", (_, formula, expected) => expect(found([...block, ["总计", formula]])).toEqual(expected)); // prettier-ignore
});

describe("[G14] a cell in which nothing can stand", () => {
  it.each<readonly [why: string, rows: readonly GridRow[], expected: readonly string[]]>([
    ["far from everything", [["数", 5], ["倍", "=B1*C99"]], ["empty-reference B2"]],
    ["a blank among filled cells may still be filled in", [["数", 5, 1], ["", null, 2], ["倍", "=B1*B2", 3]], []],
    ["a form filled down reads ahead", [["数", "倍"], [1, "=A2*2"], [2, "=A3*2"], [null, "=A4*2"], [null, "=A5*2"]], []],
    ["a formula that asks whether it is blank", [["数", 5], ["倍", '=IF(C99="","",B1*C99)']], []],
    ["under a merge, where nothing shows", [["部门", "系数", "数", "折算"], ["甲", 2, 10, "=C2*B2"], ["甲二", UP, 11, "=C3*B3"], ["乙", 3, 5, "=C4*B4"]], ["merged-reference D3"]],
  ])("%s", (_, rows, expected) => expect(found(rows)).toEqual(expected)); // prettier-ignore
});

describe("[G15] a typed total, and [G16] what nobody sees", () => {
  it.each<readonly [why: string, total: GridCell, expected: readonly string[]]>([
    ["the sum of the numbers above", 22, ["typed-total B4"]],
    ["another number is no total of them", 23, []],
    ["a formula", "=SUM(B2:B3)", []],
  ])("%s", (_, total, expected) => expect(found([["项目", "金额"], ["一", 10], ["二", 12], ["合计", total]])).toEqual(expected)); // prettier-ignore

  it.each<readonly [why: string, hiddenRows: readonly number[], expected: readonly string[]]>([
    ["a hidden row in sums, once", [2], ["hidden-cells B8"]],
    ["a hidden row outside it", [9], []],
  ])("%s", (_, hiddenRows, expected) => expect(found(annex({}, TOTAL), { hiddenRows })).toEqual(expected)); // prettier-ignore

  it.each<readonly [WorkbookSnapshot["calculation"], Partial<WorkbookSnapshot>, readonly string[]]>([
    ["automatic", {}, []],
    ["manual", {}, ["manual-calculation"]],
    ["automatic", { iterative: true }, ["iterative-calculation"]],
    ["automatic", { precisionAsDisplayed: true }, ["precision-as-displayed"]],
  ])("a workbook without a scoring table that calculates %s %j", (calculation, change, expected) => {
    const book = { ...formulaBook([{ name: "附表", rows: annex() }]), calculation, ...change };
    expect(findingsOf(book).map(({ code }) => code)).toEqual(expected);
  });
});

describe("[G19] names and tables are looked at as the cells that they mean", () => {
  const named = (refersTo: string, total: GridRow, change: Partial<SheetSnapshot> = {}): readonly string[] => {
    const book = formulaBook([{ name: "附表", rows: annex({}, total) }]);
    const names = [{ name: "支出数", refersTo, scope: null, hidden: false }];
    const [sheet] = book.sheets;
    return sheet ? codesOf({ ...book, names, sheets: [{ ...sheet, ...change }] }) : [];
  };
  const codesOf = (book: WorkbookSnapshot): readonly string[] => {
    // The names come after the values: what they give is stored here.
    const { chain } = recalculationOf(book);
    const sheets = book.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => {
      const result = cell.formula === undefined ? null : chain.valueAt({ sheet: sheet.name, row: cell.row, column: cell.column });
      return result?.kind === "value" ? { ...cell, value: result.value } : cell;
    }) })); // prettier-ignore
    return findingsOf({ ...book, sheets }).map(({ code, at }) => `${code} ${at ? a1(at) : "-"}`).toSorted(); // prettier-ignore
  };
  it.each<readonly [why: string, refersTo: string, formula: string, expected: readonly string[]]>([
    ["all rows", "附表!$C$2:$C$7", "=SUM(支出数)", []],
    ["one row short at the end", "附表!$C$2:$C$6", "=SUM(支出数)", ["range-may-be-short C8"]],
    ["one row short at the start", "附表!$C$3:$C$7", "=SUM(支出数)", []],
    ["an average of it one row short", "附表!$C$2:$C$6", "=AVERAGE(支出数)", ["range-may-be-short C8"]],
    ["a row counted twice beside it", "附表!$C$2:$C$7", "=SUM(支出数,C7)", ["double-counted C8"]],
    ["a name of another sheet's", "别处!$C$2:$C$6", "=1", []],
  ])("a sum over a name of %s", (_, refersTo, formula, expected) => {
    expect(named(refersTo, ["合计", null, formula, null])).toEqual(expected);
  });

  it("a sum over a table's column that stops before a like number", () => {
    const table = { name: "明细", range: { top: 0, left: 0, bottom: 5, right: 3 }, columns: ["项目", "预算", "支出", "结余"], hasHeader: true, hasTotals: false }; // prettier-ignore
    expect(named("附表!$A$1", ["合计", null, "=SUM(明细[支出])", null], { tables: [table] })).toEqual(["range-may-be-short C8"]); // prettier-ignore
  });

  it("a text number in a named range is passed over by its sum", () => {
    const rows = annex({}, ["合计", null, "=SUM(支出数)", null]).map((row, r) => (r === 3 ? ["项目3", 140, "120万元", 20] : row)); // prettier-ignore
    const book = { ...formulaBook([{ name: "附表", rows }]), names: [{ name: "支出数", refersTo: "附表!$C$2:$C$7", scope: null, hidden: false }] }; // prettier-ignore
    expect(codesOf(book)).toContain("text-skipped-by-sum C8");
  });
});

describe("[G20] a plain average of rates", () => {
  const rates = (last: GridRow): readonly GridRow[] => [["项目", "预算", "支出", "执行率"], ["甲", 100, 50, "=C2/B2"], ["乙", 900, 900, "=C3/B3"], ["丙", 200, 150, "=C4/B4"], last]; // prettier-ignore
  it.each<readonly [why: string, last: GridRow, expected: readonly string[]]>([
    ["beside totals that give another rate", ["合计", "=SUM(B2:B4)", "=SUM(C2:C4)", "=AVERAGE(D2:D4)"], ["average-of-rates D5"]],
    ["the rate of the totals", ["合计", "=SUM(B2:B4)", "=SUM(C2:C4)", "=C5/B5"], []],
    ["without totals beside it there is no other rate", ["平均", null, null, "=AVERAGE(D2:D4)"], []],
    ["rounded and guarded rates as well", ["合计", "=SUM(B2:B4)", "=SUM(C2:C4)", "=ROUND(AVERAGE(D2:D4),4)"], ["average-of-rates D5"]],
  ])("%s", (_, last, expected) => expect(found(rates(last))).toEqual(expected)); // prettier-ignore

  it("where every part is the same the average is the rate of the whole", () => {
    expect(found([["项目", "预算", "支出", "率"], ["甲", 100, 50, "=C2/B2"], ["乙", 100, 70, "=C3/B3"], ["合计", "=SUM(B2:B3)", "=SUM(C2:C3)", "=AVERAGE(D2:D3)"]])).toEqual([]); // prettier-ignore
  });

  it("an average of differences is no average of rates", () => {
    expect(found(annex({}, ["合计", "=SUM(B2:B7)", "=SUM(C2:C7)", "=AVERAGE(D2:D7)"]))).toEqual([]);
  });
});

describe("[G21] a link to another workbook", () => {
  it.each([
    ["recalculated from the copy that the file keeps", [{ target: "决算.xlsx", names: [], sheets: [{ name: "决算", cells: [{ row: 0, column: 0, value: 5 }] }] }], "重算用的是本文件中保存的副本"], // prettier-ignore
    ["of which the file keeps nothing", [], "本文件中没有保存所引用的值"],
  ])("%s", (_, links, said) => {
    const book = { ...formulaBook([{ name: "附表", rows: [["数", "=[1]决算!A1"]] }]), links };
    const [first] = wordFindings(findingsOf(book).filter(({ code }) => code === "external-link"), "zh"); // prettier-ignore
    expect(first?.message).toContain(said);
  });
});

it("[G10] workbooks of copied formulas give no warning at all", () => {
  const wide = Array.from({ length: 30 }, (_, i): GridRow => [`第${i + 1}项`, i + 1, `=B${i + 2}*2`, `=C${i + 2}/B${i + 2}`, `=IF(D${i + 2}>1,"超","")`]); // prettier-ignore
  const book = formulaBook([{ name: "附表", rows: [["项", "数", "倍", "比", "注"], ...wide, ["合计", "=SUM(B2:B31)", "=SUM(C2:C31)", "=C32/B32", ""]] }]); // prettier-ignore
  expect(findingsOf(book).filter(({ code }) => severityOf(code) !== "info")).toEqual([]);
});

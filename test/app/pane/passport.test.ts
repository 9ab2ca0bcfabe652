import { passportOf } from "../../../src/app/pane/passport";
import { parseA1 } from "../../../src/core/workbook/address";
import { opened, reviewOf, scoredByHunan, SHEET, workbook, written, type PaneFixture } from "../../ui/pane-fixture";

const at = (cell: string, sheet = SHEET) => ({ sheet, ...(parseA1(cell) ?? { row: 0, column: 0 }) });
const of = (pane: PaneFixture, cell: string, sheet?: string) => passportOf(reviewOf(pane), at(cell, sheet), "zh");

describe("[U14] the passport of a cell", () => {
  it.each([
    ["C5", "指标名称", "yours"],
    ["D5", "自评分", "yours"],
    ["D31", "合计数", "yours"],
    ["Z99", null, "outside"],
  ] as const)("%s of the reference table is %s, %s", async (cell, role, whose) => {
    expect(of(await opened(), cell)).toMatchObject({ role, whose });
  });

  it("every filled cell of the table has a role or a reason, and every cell of ours the name of its column", async () => {
    const pane = await opened();
    await written(pane);
    const sheet = reviewOf(pane).book.sheets.find(({ name }) => name === SHEET);
    const silent = (sheet?.cells ?? [])
      .filter(({ value }) => value !== null && value !== "")
      .map(({ row, column }) => passportOf(reviewOf(pane), { sheet: SHEET, row, column }, "zh"))
      .filter(({ role, why }) => role === null && why === null);
    expect(silent).toEqual([]);
  });

  it("复算分 holds the formula that stands in the cell, reads 基础数据, and is read by 差异", async () => {
    const pane = await opened();
    await scoredByHunan(pane);
    const passport = of(pane, "I5");
    const cell = reviewOf(pane)
      .book.sheets.find(({ name }) => name === SHEET)
      ?.cells.find(({ row, column }) => row === 4 && column === 8);
    expect(passport).toMatchObject({ role: "复算分", whose: "ours", kind: "formula", value: "5", verdict: null });
    expect(passport.formula).toBe(cell?.formula);
    expect(passport.precedents.map(({ text }) => text)).toContain("H5");
    expect(passport.dependents.map(({ text }) => text)).toContain("J5");
  });

  it("a formula of ours that was typed over says so, with the formula that belongs there", async () => {
    const pane = await opened();
    await scoredByHunan(pane);
    const before = of(pane, "I5").formula;
    const write = {
      row: 4,
      column: 8,
      expect: { formula: before ?? "" },
      content: { type: "number", number: 9 },
    } as const;
    await pane.host.write({ guards: [], steps: [{ do: "putCells", sheet: SHEET, cells: [write] }] });
    await pane.store.actions.read();
    expect(of(pane, "I5")).toMatchObject({ verdict: "overwritten", kind: "constant", wanted: before });
  });

  it("a cell that was not understood says why", async () => {
    const pane = await opened({}, workbook("department-2018-with-base-data.xlsx"));
    const { ledger } = reviewOf(pane).review;
    const open = ledger.tables.flatMap(({ table, cells }) =>
      cells.notUnderstood.map((one) => ({ sheet: table.sheet, ...one.at })),
    );
    for (const cell of open.slice(0, 3)) expect(passportOf(reviewOf(pane), cell, "zh").why?.understood).toBe(false);
  });
});

import { parseA1, type CellAddress } from "../../src/core/workbook/address";
import { buildWorkbook } from "../support/build-workbook";
import { opened, reviewOf, rowOf, type PaneFixture } from "./pane-fixture";

const FIGURES = "决算数据";
const book = buildWorkbook({
  sheets: [
    {
      name: "评分表",
      rows: [
        ["一级指标", "三级指标", "分值", "评分标准", "指标说明", "得分"],
        ["投入", "在职人员控制率", 10, "以100%为标准。≦100%，计10分；每超过一个百分点扣0.5分，扣完为止。", "在职人员控制率=（在职人员数/编制数）×100%", 10],
      ],
    },
    { name: FIGURES, rows: [["项目", "数"], ["人员", 69], ["编制", 77], ["说明", "见报表"]] },
  ],
}); // prettier-ignore

const cell = (name: string, sheet = FIGURES): CellAddress => {
  const at = parseA1(name);
  if (!at) throw new Error(name);
  return { sheet, ...at };
};

async function baseRow({ host }: PaneFixture, label: string) {
  const read = await host.read();
  const sheet = read.ok ? read.value.sheets.find(({ name }) => name === "基础数据") : undefined;
  const row = sheet?.cells.find(({ value }) => value === label)?.row;
  return sheet?.cells.filter((one) => one.row === row).map(({ formula, value }) => formula ?? value);
}

describe("[U19] 取所选", () => {
  it("reads the selected cell by a formula, adds 基础数据 with the first, and says where the number is from", async () => {
    const pane = await opened({}, book);
    expect(await pane.store.actions.link(rowOf(pane, "在职人员数"), cell("B2"))).toBe("done");
    await pane.store.settled();
    const row = await baseRow(pane, "在职人员数");
    expect(row).toContain("='决算数据'!B2");
    expect(row).toContain("取自 决算数据!B2");
    expect(rowOf(pane, "在职人员数")).toMatchObject({ value: "69" });
    expect(await pane.store.actions.link(rowOf(pane, "编制数"), cell("B3"))).toBe("done");
    await pane.store.settled();
    expect(reviewOf(pane).review.tables[0]?.indicators[0]?.recomputed).toMatchObject({ status: "computed" });
  });

  it("a number typed afterwards takes its place, and the note follows", async () => {
    const pane = await opened({}, book);
    await pane.store.actions.link(rowOf(pane, "编制数"), cell("B3"));
    await pane.store.settled();
    expect(await pane.store.actions.fill(rowOf(pane, "编制数"), "80")).toBe("done");
    await pane.store.settled();
    const row = await baseRow(pane, "编制数");
    expect(row).toContain(80);
    expect(row).toContain("面板输入 80");
  });

  it.each([
    ["a cell of words", cell("B4")],
    ["a blank cell", cell("D9")],
    ["a cell of 基础数据 itself", cell("D4", "基础数据")],
  ])("is refused for %s, and nothing is linked", async (_, to) => {
    const pane = await opened({}, book);
    expect(await pane.store.actions.link(rowOf(pane, "编制数"), to)).toBe("refused");
    await pane.store.settled();
    expect(rowOf(pane, "编制数").value).toBeNull();
    expect(reviewOf(pane).book.sheets.map(({ name }) => name)).toEqual(["评分表", FIGURES]);
  });

  it("undo takes it back", async () => {
    const pane = await opened({}, book);
    await pane.store.actions.link(rowOf(pane, "编制数"), cell("B3"));
    await pane.store.settled();
    await pane.store.actions.undo();
    expect(rowOf(pane, "编制数").value).toBeNull();
  });
});

/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { screen, waitFor } from "@testing-library/react";
import { readOurs } from "../../src/core/ours/read-ours";
import { buildWorkbook } from "../support/build-workbook";
import type { PaneFixture } from "./pane-fixture";
import { show, user } from "./pane-view";

const SHEET = "自评表";
/** 终值 is no head that anybody knows, and two columns are 得分. */
const table = buildWorkbook({
  sheets: [
    {
      name: SHEET,
      rows: [
        ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分", "得分", "备注", "终值"],
        ["产出", "数量指标", "养护里程", 60, 20, 25, 60, 58, null, 57],
        ["效益", "社会效益", "投诉次数", 40, "≤3", 2, 40, 39, null, 38],
        ["合计", null, null, 100, null, null, 100],
      ],
    },
  ],
});

async function written({ host }: PaneFixture): Promise<readonly string[]> {
  const read = await host.read();
  return read.ok ? (readOurs(read.value).rules?.cellRoles ?? []).map(({ cell, as }) => `${cell.row},${cell.column} ${as}`) : [];
} // prettier-ignore

async function pageOf(row: number, column: number, readOnly = false): Promise<PaneFixture> {
  const pane = await show(table);
  if (readOnly) await pane.store.actions.setReadOnly(true);
  pane.select({ sheet: SHEET, row, column });
  pane.store.actions.page("cell");
  return pane;
}

describe("[Z13] 单元格 offers what may be said of the cell that is selected", () => {
  it("of any number below an unknown head: its head is called 复核分", async () => {
    const pane = await pageOf(2, 9);
    await user.click(await screen.findByRole("combobox", { name: "“终值”这是：" }));
    await user.click(await screen.findByRole("option", { name: "复核分" }));
    await user.click(screen.getByRole("button", { name: "保存" }));
    await waitFor(async () => expect(await written(pane)).toEqual(["0,9 复核分"]));
  });

  it("of a head that another claims the role of, too: which of them has it", async () => {
    const pane = await pageOf(0, 7);
    const field = await screen.findByRole("combobox", { name: "以哪一栏为“自评得分”：" });
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText("请选择以哪一栏为准")).toBeVisible();
    await user.click(field);
    await user.click(await screen.findByRole("option", { name: "H 得分" }));
    await user.click(screen.getByRole("button", { name: "保存" }));
    await waitFor(async () => expect(await written(pane)).toEqual(["0,7 自评得分"]));
  });

  it("nothing of a cell whose place is known", async () => {
    await pageOf(1, 3);
    expect(await screen.findByText("Excel 值")).toBeVisible();
    expect(screen.queryByRole("combobox")).not.toBeInTheDocument();
  });

  it("nothing while the pane is 只读", async () => {
    await pageOf(2, 9, true);
    expect(await screen.findByText("Excel 值")).toBeVisible();
    expect(screen.queryByRole("combobox")).not.toBeInTheDocument();
  });
});

/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { screen, waitFor } from "@testing-library/react";
import { readOurs } from "../../src/core/ours/read-ours";
import { cellRoleText } from "../../src/core/ours/cell-roles";
import { buildWorkbook } from "../support/build-workbook";
import { reviewOf, tableOf, type PaneFixture } from "./pane-fixture";
import { show, user } from "./pane-view";

const SHEET = "自查汇总";
/** 甲栏, 乙栏 and 所得 are heads that nobody knows; 分值 is known, and alone it makes no header. */
const unknown = buildWorkbook({
  sheets: [
    {
      name: SHEET,
      rows: [
        ["二〇二四年度自查汇总"],
        ["甲栏", "乙栏", "分值", "所得"],
        ["产出", "养护里程", 60, 58],
        ["效益", "投诉次数", 40, 40],
      ],
    },
  ],
});

async function kept({ host }: PaneFixture): Promise<readonly string[]> {
  const read = await host.read();
  return read.ok ? (readOurs(read.value).rules?.cellRoles ?? []).map(cellRoleText) : [];
}

const take = async (): Promise<void> => user.click(await screen.findByRole("button", { name: "取所选行" }));

async function pick(head: string, as: string): Promise<void> {
  await user.click(screen.getByRole("combobox", { name: head }));
  await user.click(await screen.findByRole("option", { name: as }));
}

describe("[Z14] 指定表头, where no table was found", () => {
  it("asks for the row first, and refuses one that holds no two texts", async () => {
    const pane = await show(unknown);
    await take();
    expect(await screen.findByRole("alert")).toHaveTextContent("请先选中表头所在行的任一单元格");
    pane.select({ sheet: SHEET, row: 0, column: 0 });
    await take();
    expect(await screen.findByRole("alert")).toHaveTextContent("所选行没有两格以上的文字");
    expect(reviewOf(pane).tables).toHaveLength(0);
  });

  it("what is said of the row's heads is kept in 规则, the table is read at once, and undo takes it back", async () => {
    const pane = await show(unknown);
    pane.select({ sheet: SHEET, row: 1, column: 3 });
    await take();
    expect(await screen.findByRole("combobox", { name: "C2 分值" })).toHaveTextContent("分值");
    expect(screen.getByRole("combobox", { name: "D2 所得" })).toHaveTextContent("不指定");
    await pick("A2 甲栏", "一级指标");
    await pick("B2 乙栏", "三级指标");
    await pick("D2 所得", "自评得分");
    await user.click(screen.getByRole("button", { name: "保存" }));
    await waitFor(() => expect(tableOf(pane).indicators.map(({ name }) => name)).toEqual(["养护里程", "投诉次数"]));
    expect(tableOf(pane).indicators.map(({ score, fullMark }) => `${score} of ${fullMark}`)).toEqual([
      "58 of 60",
      "40 of 40",
    ]);
    expect(await kept(pane)).toEqual([
      `${SHEET}!A2 一级指标（原文：甲栏）`,
      `${SHEET}!B2 三级指标（原文：乙栏）`,
      `${SHEET}!C2 分值（原文：分值）`,
      `${SHEET}!D2 自评得分（原文：所得）`,
    ]);
    await pane.store.actions.undo();
    expect(reviewOf(pane).tables).toHaveLength(0);
    expect(await kept(pane)).toEqual([]);
  });

  it("without a head of names nothing is kept, and it says what is wanted", async () => {
    const pane = await show(unknown);
    pane.select({ sheet: SHEET, row: 1, column: 0 });
    await take();
    await pick("D2 所得", "自评得分");
    await user.click(screen.getByRole("button", { name: "保存" }));
    expect(await screen.findByText(/至少要有一栏是指标名称/)).toBeVisible();
    expect(await kept(pane)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "取消" }));
    expect(await screen.findByRole("button", { name: "取所选行" })).toBeVisible();
  });

  it("is not there while the pane is 只读, and speaks English", async () => {
    const pane = await show(unknown, { lang: "en" });
    expect(await screen.findByRole("button", { name: "Take the selected row" })).toBeVisible();
    await pane.store.actions.setReadOnly(true);
    await waitFor(() => expect(screen.queryByRole("button", { name: "Take the selected row" })).toBeNull());
  });
});

/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { configure, render, screen, within } from "@testing-library/react";
import { App } from "../../src/ui/App";
import { buildWorkbook } from "../support/build-workbook";
import { opened, reviewOf, type PaneFixture } from "./pane-fixture";

configure({ asyncUtilTimeout: 15_000 });
beforeEach(() => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false }));

const HEADER = ["一级指标", "三级指标", "分值", "指标说明", "评分标准", "自评得分", "扣分原因"];
const STAFF = "在职人员控制率=（在职人员数/编制数）×100%";
const MILD = "以100%为标准。在职人员控制率≦100%，计5分；每超过一个百分点扣0.5分，扣完为止。";

const form = (indicator: string, definition: string | null = null) => [
  HEADER,
  ["投入", indicator, 5, definition, definition && MILD, 4, "人员超编"],
  ["合计", null, 5, null, null, 4, null],
];

/** Two tables on one sheet and one on another. */
const THREE = buildWorkbook({
  sheets: [
    { name: "表一", rows: [...form("绩效目标合理性"), [], [], ...form("培训人数")] },
    { name: "表二", rows: form("巡查次数") },
  ],
});

async function show(bytes: Uint8Array): Promise<PaneFixture> {
  const pane = await opened({}, bytes);
  render(<App store={pane.store} lang="zh" theme="light" />);
  return pane;
}

describe("a workbook with several tables", () => {
  it("each has a name of its own in the list, also where two stand on one sheet", async () => {
    await show(THREE);
    const choice = await screen.findByRole("combobox", { name: "评分表" });
    const names = within(choice)
      .getAllByRole("option")
      .map(({ textContent }) => textContent);
    expect(names).toEqual(["表一 A1:G3", "表一 A6:G8", "表二"]);
  });

  it.each([
    ["表一", 6, "培训人数"],
    ["表二", 1, "巡查次数"],
  ])("规则 explains the selected cell of %s, row %s, whichever table 概览 shows", async (sheet, row, name) => {
    const { store } = await show(THREE);
    store.actions.section("rules");
    await store.actions.reveal({ sheet, row, column: 5 });
    expect(await screen.findByRole("heading", { name: new RegExp(name) })).toBeVisible();
    expect(screen.getByRole("button", { name: "返回列表" })).toBeVisible();
  });
});

describe("an indicator that stands twice in its table", () => {
  it("its data is asked for once", async () => {
    const [header, row, total] = form("在职人员控制率", STAFF);
    const pane = await opened(
      {},
      buildWorkbook({ sheets: [{ name: "表", rows: [header, row, row, total] as never }] }),
    );
    const { data } = reviewOf(pane);
    const labels = data.flatMap(({ rows }) => rows.map(({ label }) => label));
    expect(labels).toEqual(["在职人员数", "编制数"]);
    expect(data).toHaveLength(1);
  });
});

describe("a workbook whose own 规则 sheet names a pack", () => {
  it("is judged by it, and the list of packs says so", async () => {
    const rules = [["规则"], [], ["项目", "取值", "说明"], ["规则包", "department-hunan", null]];
    const pane = await show(
      buildWorkbook({
        sheets: [
          { name: "表", rows: form("在职人员控制率") },
          { name: "规则", rows: rules },
        ],
        names: [{ name: "_pinghe.sheet.rules", refersTo: "'规则'!$A$3:$C$4", hidden: true }],
      }),
    );
    expect(reviewOf(pane).review.pack?.id).toBe("department-hunan");
    pane.store.actions.section("rules");
    const choice = await screen.findByRole("combobox", { name: "规则包" });
    expect(choice).toHaveDisplayValue(/^按规则表：.*湖南/);
    await pane.store.actions.choosePack("department-framework-2013");
    expect(choice).not.toHaveDisplayValue(/按规则表/);
  });
});

/** @jest-environment jsdom */
import "@testing-library/jest-dom";
import { screen } from "@testing-library/react";
import { buildWorkbook } from "../support/build-workbook";
import { opened, reviewOf } from "./pane-fixture";
import { show } from "./pane-view";

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

describe("a workbook with several tables", () => {
  it("[U2] shows all of them, the items of each below its name, and one when it is chosen", async () => {
    const pane = await show(THREE);
    expect(await screen.findByRole("button", { name: "选择评分表 全部 3 张表" })).toBeVisible();
    expect(screen.getAllByRole("heading", { level: 2, name: /^表/ }).map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(["表一", "表二"]),
    );
    pane.store.actions.table("t3");
    expect(await screen.findByRole("button", { name: "选择评分表 表二" })).toBeVisible();
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

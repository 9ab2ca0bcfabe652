import { slipLines } from "../../../src/app/pane/slip";
import { reviewLines } from "../../../src/app/pane/review-lines";
import { shownQueue, shownTables } from "../../../src/ui/pane-state";
import { buildWorkbook } from "../../support/build-workbook";
import { opened } from "../../ui/pane-fixture";

/** 预算完成率 asks for two numbers, 制度建设 two questions; nothing of it is given. */
const UNANSWERED = buildWorkbook({
  sheets: [
    {
      name: "评分表",
      rows: [
        ["部门整体支出绩效自评表"],
        ["一级指标", "二级指标", "分值", "评分标准", "自评得分", "扣分原因"],
        ["产出", "预算完成率", 60, "预算完成率=预算完成数÷预算数×100%。得分=预算完成率×60分。", 60, ""],
        ["管理", "制度建设", 40, "①制定管理办法得20分；②制度得到执行得20分。", 40, ""],
        ["合计", null, 100, null, 100, null],
      ],
    },
  ],
});

it("[U8] a line of the return slip names what the unit is to supply, numbers and questions alike", async () => {
  const pane = await opened({}, UNANSWERED);
  const state = pane.store.getState();
  const all = reviewLines(shownTables(state), shownQueue(state), 1);
  const lines = slipLines(all, shownQueue(state), "zh");
  expect(lines.map(({ name, text }) => [name, text])).toEqual([
    ["预算完成率", "缺数据：预算完成数、预算数，未能复算，请补充。"],
    ["制度建设", "缺数据：制定管理办法、制度得到执行，未能复算，请补充。"],
  ]);
});

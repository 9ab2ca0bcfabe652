import { projectBook, reviewed, type ProjectFunding, type ProjectRow } from "../scores/project-sheet";

const cost = (more: Partial<ProjectRow>): ProjectRow => ({
  group: "成本指标",
  name: "项目总成本",
  target: "≤100万元",
  actual: "95万元",
  mark: 90,
  score: 90,
  ...more,
});

/** The funding block is in 万元: 100 budgeted, and 95 spent unless another amount is given. */
const said = (row: ProjectRow, funding: ProjectFunding = { budget: 100, executed: 95 }) =>
  reviewed(projectBook([row], funding)).findings.flatMap((one) => (one.code === "cost-not-executed" ? [one.data] : []));

describe("[C22] a cost whose target is the budget is the amount executed", () => {
  test.each<[string, Partial<ProjectRow>, ProjectFunding | undefined, boolean]>([
    ["the amount executed", {}, undefined, false],
    ["in another unit", { actual: "950000元" }, undefined, false],
    ["the unit in its column", { target: 100, unit: "万元", actual: 95 }, undefined, false],
    ["half a 万元 more, which 95 hides", { actual: "955000元" }, undefined, false],
    ["one yuan beyond that", { actual: "955001元" }, undefined, true],
    ["the whole budget, of which 95 were spent", { actual: "100万元" }, undefined, true],
    ["rounded to whole 万元: 94.6 is 95", { actual: "95万元" }, { budget: 100, executed: 94.6 }, false],
    ["94.4 is 94", { actual: "95万元" }, { budget: 100, executed: 94.4 }, true],
    ["exactly half a 万元 away", { actual: "95万元" }, { budget: 100, executed: 94.5 }, false],
    ["a target that is not the budget: one cost of several", { target: "≤99万元", actual: "60万元" }, undefined, false],
    ["a cost of one thing", { name: "单位成本", actual: "2万元" }, undefined, false],
    ["what was saved", { name: "成本节约额", actual: "5万元" }, undefined, false],
    ["words", { actual: "未超预算" }, undefined, false],
    ["no money", { target: "≤100%", actual: "95%" }, undefined, false],
    ["no cost", { group: "数量指标", name: "补助发放额", target: "≥100万元", actual: "90万元" }, undefined, false],
    ["nothing executed is known", {}, { budget: 100, executed: null }, false],
  ])("%s", (_, more, funding, is) => expect(said(cost(more), funding).length > 0).toBe(is)); // prettier-ignore

  it("says both amounts", () => {
    expect(said(cost({ actual: "100万元" }))).toEqual([{ name: "项目总成本", actual: "100万元", executed: "95万元" }]);
  });
});

import { guardsFor } from "../../../src/core/plan/guards";
import { review } from "../../../src/core/review";
import { a1 } from "../../../src/core/workbook/address";
import { gridBook, LEFT, type GridRow } from "../../support/grid";

const BOOK = gridBook([
  ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
  [
    "一级指标",
    "三级指标",
    "指标说明",
    "评分标准",
    "计量单位",
    "年度指标值",
    "实际完成值",
    "完成率",
    "分值",
    "得分",
    "扣分原因",
    "备注",
  ],
  [
    "产出指标（100分）",
    "培训人数",
    "参加培训的人数",
    "按完成率计分",
    "人",
    "≥100",
    90,
    "90%",
    60,
    50,
    "暴雨停课",
    "另附说明",
  ],
  ["产出指标（100分）", "培训场次", "举办的场次", "按完成率计分", "场", "≥10", 10, "100%", 40, 40, "", ""],
  ["合计", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, 100, 90, "", ""],
] satisfies GridRow[]);

const guarded = guardsFor(BOOK, review(BOOK)).map(({ at, expect: expected }) => [a1(at), expected] as const);

describe("[P4] what a plan relied on is guarded, with what was read there", () => {
  test.each<[string, string, unknown]>([
    ["the header of the names", "B2", "三级指标"],
    ["the header of the scores", "J2", "得分"],
    ["a level's name with its mark", "A3", "产出指标（100分）"],
    ["an indicator's name", "B3", "培训人数"],
    ["its definition", "C3", "参加培训的人数"],
    ["its standard", "D3", "按完成率计分"],
    ["its unit", "E3", "人"],
    ["its target", "F3", "≥100"],
    ["its actual value", "G3", 90],
    ["its stated rate", "H3", "90%"],
    ["its mark", "I3", 60],
    ["its score", "J3", 50],
    ["the rate of the last row", "H4", "100%"],
    ["the total of the marks", "I5", 100],
    ["the total of the scores", "J5", 90],
  ])("%s", (_, cell, value) => expect(guarded.find(([at]) => at === cell)?.[1]).toEqual({ value }));

  test.each([
    ["a reason", "K3"],
    ["a remark", "L3"],
    ["the title", "A1"],
  ])("%s is a person's to change, and is not", (_, cell) => expect(guarded.map(([at]) => at)).not.toContain(cell));

  it("names no cell twice", () => expect(new Set(guarded.map(([at]) => at)).size).toBe(guarded.length));
});

describe("[P4] a funding block beside its own reason", () => {
  const book = gridBook([
    ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分", "未执行完毕原因"],
    ["年度资金总额", "", 100, 100, 95, 10, "95%", 9.5, "尾款未付"],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因", ""],
    ["产出", "数量", "培训场次", "≥5场", 5, 90, 90, "", ""],
  ] satisfies GridRow[]);
  const reviewed = review(book);
  const places = guardsFor(book, reviewed).map(({ at }) => a1(at));

  it("the reason is read, and is a person's to change", () => {
    expect(reviewed.tables[0]?.table.funding?.total?.cells.reason?.raw).toBe("尾款未付");
    expect(places).not.toContain("I3");
  });
  test.each(["C3", "D3", "E3", "F3", "G3", "H3"])("%s is guarded", (cell) => expect(places).toContain(cell));
});

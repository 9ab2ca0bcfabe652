import { LEFT, UP } from "../../support/grid";
import { codes, indicators, levels, readGrid, tableIn, totals } from "./reading";

describe("levels and names", () => {
  const header = ["一级指标", "二级指标", "三级指标", "分值", "得分"] as const;

  it("[R4] merged, blank and repeated level cells give the same paths", () => {
    const merged = [header, ["投入", "配置", "甲", 5, 5], [UP, UP, "乙", 5, 4], [UP, "设定", "丙", 5, 3]];
    const blank = [header, ["投入", "配置", "甲", 5, 5], ["", "", "乙", 5, 4], ["", "设定", "丙", 5, 3]];
    const filled = [header, ["投入", "配置", "甲", 5, 5], ["投入", "配置", "乙", 5, 4], ["投入", "设定", "丙", 5, 3]];
    const expected = ["投入>配置>甲 5 5", "投入>配置>乙 5 4", "投入>设定>丙 5 3"];
    for (const rows of [merged, blank, filled]) expect(indicators(tableIn(rows))).toEqual(expected);
    expect(tableIn(filled).repeatedLevels).toEqual([]);
  });

  it("[R4] [R9] a page break repeats title, header and levels; they count once", () => {
    const reading = readGrid([
      ["2021年度绩效自评表", LEFT, LEFT, LEFT, LEFT],
      header,
      ["过程（20分）", "预算执行（20分）", "预算完成率", 10, 10],
      [UP, UP, "预算调整率", 5, 5],
      ["2021年度绩效自评表", LEFT, LEFT, LEFT, LEFT],
      header,
      ["过程（20分）", "预算执行（20分）", "支付进度率", 5, 4],
      ["总分", LEFT, LEFT, 20, 19],
    ]);
    const [table] = reading.tables;
    expect(reading.tables).toHaveLength(1);
    expect(table && levels(table)).toEqual(["过程 20 -", "过程>预算执行 20 -"]);
    expect(table && indicators(table)).toHaveLength(3);
    expect(codes(reading)).toEqual(["repeated-level", "repeated-level"]);
  });

  it("[R4] a level that comes back after another one is the same level, and said to be repeated", () => {
    const table = tableIn([
      header,
      ["投入", "a", "甲", 5, 5],
      ["过程", "b", "乙", 5, 4],
      ["投入（续）", "a", "丙", 5, 3],
    ]);
    expect(levels(table)).toEqual(["投入 - -", "投入>a - -", "过程 - -", "过程>b - -"]);
    expect(table.repeatedLevels.map((each) => each.at)).toEqual([{ row: 3, column: 0 }, { row: 3, column: 1 }]); // prettier-ignore
  });

  it("[R4] a second level does not outlive the first level it stands under", () => {
    const table = tableIn([header, ["投入", "配置", "甲", 5, 5], ["过程", "", "乙", 5, 4]]);
    expect(indicators(table)).toEqual(["投入>配置>甲 5 5", "过程>乙 5 4"]);
  });

  it("[R4] a name merged over the second and third level's columns is an indicator of the first level", () => {
    const table = tableIn([header, ["投入", "配置", "甲", 5, 5], [UP, "预算编制", LEFT, 5, 4]]);
    expect(indicators(table)).toEqual(["投入>配置>甲 5 5", "投入>预算编制 5 4"]);
  });

  it("[R5] levels in rows of their own, each with its mark and score", () => {
    const table = tableIn([
      header,
      ["投入", "", "", 20, 18],
      ["", "目标设定", "", 5, 4],
      ["", "", "绩效目标合理性", 2, 2],
      ["", "", "绩效指标明确性", 3, 2],
      ["", "预算配置", "", 15, 14],
      ["", "", "在职人员控制率", 15, 14],
    ]);
    expect(indicators(table)).toEqual([
      "投入>目标设定>绩效目标合理性 2 2",
      "投入>目标设定>绩效指标明确性 3 2",
      "投入>预算配置>在职人员控制率 15 14",
    ]);
    expect(levels(table)).toEqual(["投入 20 18", "投入>目标设定 5 4", "投入>预算配置 15 14"]);
  });

  it.each([
    ["numbering", ["一、投入（20分）", "（一）目标设定（5分）", "1.绩效目标合理性（5分）", "（二）预算配置（15分）", "1.在职人员控制率（15分）"]],
    ["dotted numbers", ["1 投入（20分）".replace("1 ", "1、"), "1.1 目标设定（5分）", "1.1.1 绩效目标合理性（5分）", "1.2 预算配置（15分）", "1.2.1 在职人员控制率（15分）"]],
    ["indentation", ["投入（20分）", "　目标设定（5分）", "　　绩效目标合理性（5分）", "　预算配置（15分）", "　　在职人员控制率（15分）"]],
  ])("[R5] one column 指标名称, outlined by %s", (_, names) => {
    const table = tableIn([["指标名称", "评分标准", "自评得分"], ...names.map((name, i) => [name, "按标准评分，满分5分", i])]);
    expect(indicators(table)).toEqual(["投入>目标设定>绩效目标合理性 5 2", "投入>预算配置>在职人员控制率 15 4"]);
    expect(levels(table)).toEqual(["投入 20 0", "投入>目标设定 5 1", "投入>预算配置 15 3"]);
  }); // prettier-ignore

  it("[R5] one column 指标名称, outlined by the 序号 column", () => {
    const table = tableIn([
      ["序号", "指标名称", "分值", "得分"],
      ["一", "投入", 20, 18],
      [1, "绩效目标合理性", 5, 5],
      [2, "在职人员控制率", 15, 13],
      ["二", "过程", 10, 10],
      [1, "预算完成率", 10, 10],
      ["", "合计", 30, 28],
    ]);
    expect(indicators(table)).toEqual(["投入>绩效目标合理性 5 5", "投入>在职人员控制率 15 13", "过程>预算完成率 10 10"]);
    expect(levels(table)).toEqual(["投入 20 18", "过程 10 10"]);
    expect(totals(table)).toEqual(["合计 30 28"]);
  }); // prettier-ignore

  it("[R5] a flat list keeps its numbering out of the names and makes no levels of it", () => {
    const table = tableIn([
      ["序号", "评价指标", "标准分", "自评分"],
      [1, "1.组织领导", 50, 48],
      [2, "2.经费保障", 50, 50],
    ]);
    expect(indicators(table)).toEqual(["组织领导 50 48", "经费保障 50 50"]);
    expect(levels(table)).toEqual([]);
  });

  it("[R5] headings across the table are the first level", () => {
    const table = tableIn([
      ["二级指标", "三级指标", "分值", "自评分", "扣分原因"],
      ["一、投入（20分）", LEFT, LEFT, LEFT, LEFT],
      ["预算配置", "在职人员控制率", 20, 18, "超编"],
      ["二、过程（80分）", LEFT, LEFT, LEFT, LEFT],
      ["预算执行", "预算完成率", 80, 80, ""],
      ["总分", LEFT, 100, 98, ""],
    ]);
    expect(indicators(table)).toEqual(["投入>预算配置>在职人员控制率 20 18", "过程>预算执行>预算完成率 80 80"]);
    expect(levels(table)).toEqual(["投入 20 -", "投入>预算配置 - -", "过程 80 -", "过程>预算执行 - -"]);
  });

  it("[R7] sub-totals state their level's score; the total stands apart", () => {
    const table = tableIn([
      header,
      ["投入", "配置", "甲", 10, 9],
      [UP, "小计", LEFT, 10, 9],
      ["过程", "执行", "乙", 20, 18],
      [UP, UP, "丙", 10, 10],
      [UP, "小计", LEFT, 30, 28],
      ["合 计", LEFT, LEFT, 40, 37],
    ]);
    expect(levels(table)).toEqual(["投入 10 9", "投入>配置 - -", "过程 30 28", "过程>执行 - -"]);
    expect(totals(table)).toEqual(["合 计 40 37"]);
    expect(indicators(table)).toHaveLength(3);
  });

  it("[R7] a total in the first row after the header, and one in words", () => {
    const top = tableIn([header, ["总计", LEFT, LEFT, 10, 9], ["投入", "配置", "甲", 10, 9]]);
    expect([totals(top), indicators(top)]).toEqual([["总计 10 9"], ["投入>配置>甲 10 9"]]);
    const words = tableIn([header, ["投入", "配置", "甲", 10, 9], ["总分（100分）：93分", LEFT, LEFT, LEFT, LEFT]]);
    expect(totals(words)).toEqual(["总分（100分）：93分 100 93"]);
  });

  it("[R7] a total merged over the names, its figure merged over the rest", () => {
    const table = tableIn([
      ["一级指标", "二级指标", "三级指标", "自评分", "指标解释"],
      ["投入", "配置", "甲（10分）", 9, "解释"],
      ["总分", LEFT, LEFT, "93", LEFT],
    ]);
    expect(totals(table)).toEqual(["总分 - 93"]);
  });

  it.each([
    [["填报人：李四", "", "审核人：王五", "", ""]],
    [["（盖章）", "", "", "", ""]],
    [["注：本表得分保留两位小数。", LEFT, LEFT, LEFT, LEFT]],
    [["备注：自评总分90分以上为优。", "", "", "", ""]],
    [["单位负责人（签字）：", "", "", "2022年3月1日", ""]],
    [["自评结论", "我单位自评得分9分，等级为优。", LEFT, LEFT, LEFT]],
    [["其他需要说明的问题", "无", "", "", ""]],
    [["项目名称", "另一个项目", "", "", ""]],
  ])("[R9] the table ends before %j", (row) => {
    const table = tableIn([header, ["投入", "配置", "甲", 10, 9], row]);
    expect(indicators(table)).toEqual(["投入>配置>甲 10 9"]);
    expect(table.range.bottom).toBe(1);
  });

  it("[R9] what stands below the total without a figure is about it", () => {
    const table = tableIn([header, ["投入", "配置", "甲", 10, 9], ["合计", "", "", 10, 9], ["评价组成员", "张三", "李四"]]);
    expect(indicators(table)).toHaveLength(1);
  }); // prettier-ignore

  it("[R14] one score cell for three indicators is shared, and named by all of them", () => {
    const table = tableIn([header, ["效果", "效益", "经济效益", 5, 12], [UP, UP, "社会效益", 5, UP], [UP, UP, "生态效益", 5, UP]]);
    expect(table.indicators.map((each) => each.scoreGroup)).toEqual(["E2", "E2", "E2"]);
    expect(table.indicators.map((each) => each.score?.at.row)).toEqual([1, 1, 1]);
    expect(indicators(table)[2]).toBe("效果>效益>生态效益 5 12");
  }); // prettier-ignore

  it("[R4] two figures beside one name stay two, with one path", () => {
    const table = tableIn([header, ["效果", "效益", "满意度", 5, 5], [UP, UP, UP, 5, 4]]);
    expect(indicators(table)).toEqual(["效果>效益>满意度 5 5", "效果>效益>满意度 5 4"]);
  });
});

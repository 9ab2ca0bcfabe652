import { LEFT, UP, type GridRow } from "../../support/grid";
import { indicators, levels, tableIn, totals } from "./reading";

/** A line break in a Word cell becomes a row of its own when the table is pasted into Excel. */
describe("tables pasted from Word", () => {
  it("[R10] names broken over rows end with their marks", () => {
    const table = tableIn([
      ["一级指标", "二级指标", "三级指标", "自评分", "指标说明"],
      ["投入", "目标", "绩效目标", 2, "评价要点："],
      ["（20分）", "设定", "合理性", "", "①是否符合法律法规；"],
      ["", "（5分）", "（2分）", "", "②是否符合职责。"],
      ["", "", "绩效指标", 3, "评价要点："],
      ["", "", "明确性", "", "①是否细化。"],
      ["", "", "（3分）", "", ""],
      ["", "预算", "在职人员", 5, "在职人员控制率=（在职人员数/编"],
      ["", "配置", "控制率", "", "制数）×100%。"],
      ["", "（15分）", "（5分）", "", ""],
      ["", "", "“三公", 5, ""],
      ["", "", "经费”变动率（5分）", "", ""],
      ["总分", "", "", 15, ""],
    ]);
    expect(indicators(table)).toEqual([
      "投入>目标设定>绩效目标合理性 2 2",
      "投入>目标设定>绩效指标明确性 3 3",
      "投入>预算配置>在职人员控制率 5 5",
      "投入>预算配置>“三公经费”变动率 5 5",
    ]);
    expect(levels(table)).toEqual(["投入 20 -", "投入>目标设定 5 -", "投入>预算配置 15 -"]);
    expect(totals(table)).toEqual(["总分 - 15"]);
    expect(table.indicators[0]).toMatchObject({ row: 1, lastRow: 3 });
    expect(table.indicators[0]?.description?.text).toBe("评价要点：\n①是否符合法律法规；\n②是否符合职责。");
  });

  it("[R10] a standard that goes on in rows of its own belongs to the indicator above", () => {
    const table = tableIn([
      ["一级指标", "二级指标", "三级指标", "评分标准", "分值", "自评得分", "扣分原因"],
      ["投入", "预算配置", "在职人员", "以100%为标准。≦100%，", 5, 5, ""],
      ["", "", "控制率", "计5分；每超过一个百分点", "", "", ""],
      ["", "", "", "扣0.5分，扣完为止。", "", "", ""],
      ["", "", "重点支出", "≥90%，计5分；", 5, 4, "一项未"],
      ["", "", "安排率", "低于60%不得分。", "", "", "安排"],
      ["过程", "预算执行", "预算完成率", "100%计满分。", 8, 8, ""],
    ]);
    expect(indicators(table)).toEqual([
      "投入>预算配置>在职人员控制率 5 5",
      "投入>预算配置>重点支出安排率 5 4",
      "过程>预算执行>预算完成率 8 8",
    ]);
    expect(table.indicators[0]?.standard?.text).toBe(
      "以100%为标准。≦100%，\n计5分；每超过一个百分点\n扣0.5分，扣完为止。",
    );
  });

  it("[R10] where the other cells stay merged over the broken ones", () => {
    const table = tableIn([
      ["一级指标", "二级指标", "三级指标", "分值", "得分"],
      ["投入", "预算配置", "在职人员", 5, 5],
      [UP, UP, "控制率", UP, UP],
      [UP, UP, "“三公经费”", 5, 4],
      [UP, UP, "变动率", UP, UP],
      [UP, "目标设定", "绩效目标合理性", 2, 2],
      ["总分", LEFT, LEFT, 12, 11],
    ]);
    expect(indicators(table)).toEqual([
      "投入>预算配置>在职人员控制率 5 5",
      "投入>预算配置>“三公经费”变动率 5 4",
      "投入>目标设定>绩效目标合理性 2 2",
    ]);
  });

  it("[R10] short pieces in rows without figures, when the marks make the total without them", () => {
    const table = tableIn([
      ["一级指标", "二级指标", "三级指标", "分值", "得分"],
      ["投入", "预算配置", "在职人员", 40, 38],
      ["", "", "控制率", "", ""],
      ["过程", "预算执行", "预算完成率", 60, 60],
      ["总分", "", "", 100, 98],
    ]);
    expect(indicators(table)).toEqual(["投入>预算配置>在职人员控制率 40 38", "过程>预算执行>预算完成率 60 60"]);
  });

  it("[R10] without such evidence a row without figures stays an indicator that lacks them", () => {
    const table = tableIn([
      ["一级指标", "二级指标", "三级指标", "分值", "得分"],
      ["投入", "预算配置", "在职人员控制率", 40, 38],
      ["", "", "公用经费控制率", "", ""],
      ["过程", "预算执行", "预算完成率", 50, 50],
      ["总分", "", "", 100, 88],
    ]);
    expect(indicators(table)[1]).toBe("投入>预算配置>公用经费控制率 - -");
  });

  it.each<[string, GridRow[]]>([
    ["placeholders", [["", "", "指标2", "", ""], ["", "质量", "……", "", ""], ["", "时效", "指标X", "", ""], ["", "成本", "（指标名称）", "", ""]]],
    ["kinds left blank", [["", "质量", "", "", ""], ["", "时效指标", "", "", ""]]],
    ["what there is not", [["", "质量", "不涉及", "", ""], ["", "成本", "本项目不涉及", "", ""], ["", "时效", "无此项", "", ""]]],
  ])("[R10] [R8] %s between rows whose marks make the total are no pieces of the names above", (_, blank) => {
    const rows: GridRow[] = [["一级指标", "二级指标", "三级指标", "分值", "得分"], ["产出", "数量", "里程", 40, 40]];
    const table = tableIn([...rows, ...blank, ["效益", "社会", "投诉", 60, 60], ["合计", "", "", 100, 100]]);
    expect(indicators(table)).toEqual(["产出>数量>里程 40 40", "效益>社会>投诉 60 60"]);
    expect(table.placeholderRows).toHaveLength(blank.length);
  }); // prettier-ignore

  it("[R10] the second half of a name is one also where it could be a kind's", () => {
    const table = tableIn([
      ["一级指标", "二级指标", "三级指标", "分值", "得分"],
      ["产出", "数量", "新建农村", 40, 40],
      ["", "指标", "公路里程", "", ""],
      ["效益", "社会", "投诉", 60, 60],
      ["", "效益", "次数", "", ""],
      ["合计", "", "", 100, 100],
    ]);
    expect(indicators(table)).toEqual(["产出>数量指标>新建农村公路里程 40 40", "效益>社会效益>投诉次数 60 60"]);
  });

  it("[R10] numbered rows begin with their number", () => {
    const table = tableIn([
      ["序号", "评价指标", "评分标准", "标准分", "自评分"],
      [1, "组织", "有领导小组得5分；", 10, 10],
      ["", "领导", "有办公室得5分。", "", ""],
      ["", "", "（以文件为准）", "", ""],
      [2, "经费保障", "足额得10分。", 10, 8],
    ]);
    expect(indicators(table)).toEqual(["组织领导 10 10", "经费保障 10 8"]);
  });

  it("[R1] trailing blanks, full-width forms and spaces everywhere", () => {
    const table = tableIn([
      ["一级 指标　", " 二级\n指标", "三 级 指 标", "分　值", "自 评 得 分 ", "　", ""],
      ["投　入　", " 预算 配置", "在职人员控制率（５分）", "５", "４．５分", " ", ""],
      ["　合　计　", "", "", "５", "４．５", "", ""],
    ]);
    expect(indicators(table)).toEqual(["投入>预算配置>在职人员控制率 5 4.5"]);
    expect(totals(table)).toEqual(["合　计 5 4.5"]);
  });
});

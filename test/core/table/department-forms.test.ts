import { LEFT, UP } from "../../support/grid";
import { codes, columns, indicators, levels, readGrid, tableIn, totals } from "./reading";

/** Department tables in the layouts that provinces and counties publish. */
describe("department tables", () => {
  it("[R2] 湖南: 评分标准 before 参考分值, self and reviewer scores side by side, 备注 last", () => {
    const table = tableIn([
      ["部门整体支出绩效自评表"],
      ["部门（单位）名称：某县财政局（盖章）"],
      ["序号", "一级指标", "二级指标", "三级指标", "评分细则", "参考分值", "自评得分", "评审得分", "扣分原因", "备注"],
      [1, "投入", "预算配置", "在职人员控制率", "≤100%，计5分", 5, 5, 4, "超编1人", ""],
      [2, UP, UP, "“三公经费”变动率", "≤0，计5分", 5, 5, 5, "", ""],
      ["合计", LEFT, LEFT, LEFT, "", 10, 10, 9, "", ""],
      ["填报人：张三", "", "", "联系电话：", "", "", "", "", "", ""],
    ]);
    expect(columns(table)).toEqual({
      sequence: "A", level1: "B", level2: "C", level3: "D", standard: "E", fullMark: "F", score: "G", reviewScore: "H", reason: "I", remark: "J",
    }); // prettier-ignore
    expect(table).toMatchObject({ unit: "某县财政局", kind: "department" });
    expect(table.indicators.map((each) => [each.sequence, each.reviewScore?.raw])).toEqual([["1", 4], ["2", 5]]); // prettier-ignore
    expect(totals(table)).toEqual(["合计 10 10"]);
  });

  it("[R2] columns in any order: scores first, names last", () => {
    const table = tableIn([
      ["得分", "分值", "评价标准", "三级指标", "二级指标", "一级指标", "扣分原因"],
      [4, 5, "每少一项扣1分", "预算编制完整性", "预算编制", "决策（10分）", "缺一项"],
      [5, 5, "及时得5分", "预算编制及时性", UP, UP, ""],
    ]);
    expect(indicators(table)).toEqual(["决策>预算编制>预算编制完整性 5 4", "决策>预算编制>预算编制及时性 5 5"]);
    expect(levels(table)).toEqual(["决策 10 -", "决策>预算编制 - -"]);
  });

  it("[R2] a county's own words: 项目 考核内容 考核指标 权数 考评得分, one mark for two indicators of which one is chosen", () => {
    const table = tableIn([
      ["项目", "考核内容", "考核指标", "指标说明", "年度工作目标", "评分标准", "权数", "考评得分"],
      ["一般公共预算支出管理（60分）", "一般公共预算支出", "一般公共预算支出实际完成率", "完成率=完成数/预算数", 1, "按完成比例计算得分", 20, 18],
      [UP, "结转结余情况", "结转结余率", "结转结余率=结余/完成数", 0.09, "二者择其一进行考核，按完成比例计算得分", 20, 20],
      [UP, UP, "结转结余变动率", "变动率=（本年-上年）/上年", -0.3, UP, UP, UP],
      [UP, "应收账款", "应收账款率", "应收账款率=应收/完成数", 0.09, "按完成比例计算得分", 20, 19],
    ]); // prettier-ignore
    expect(indicators(table)).toEqual([
      "一般公共预算支出管理>一般公共预算支出>一般公共预算支出实际完成率 20 18",
      "一般公共预算支出管理>结转结余情况>结转结余率 20 20",
      "一般公共预算支出管理>结转结余情况>结转结余变动率 - 20",
      "一般公共预算支出管理>应收账款>应收账款率 20 19",
    ]);
    expect(table.indicators.map((each) => [each.markGroup ?? null, each.scoreGroup])).toEqual([
      [null, null], ["G3", "H3"], ["G3", "H3"], [null, null],
    ]); // prettier-ignore
    expect(columns(table)).toMatchObject({ description: "D", target: "E", standard: "F" });
  });

  it("[R1] a two-row header groups 自评 and 复核, each with score and reason", () => {
    const table = tableIn([
      ["2021年度部门整体绩效评价表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
      ["评价指标", LEFT, LEFT, "分值", "自评情况", LEFT, "财政复核", LEFT],
      ["一级指标", "二级指标", "三级指标", UP, "得分", "扣分原因", "得分", "意见"],
      ["履职效能", "整体效能", "绩效目标完成率", 20, 18, "一项未完成", 16, "扣分不足"],
    ]);
    expect(table.headerRows).toEqual([1, 2]);
    expect(columns(table)).toEqual({
      level1: "A", level2: "B", level3: "C", fullMark: "D", score: "E", reason: "F", reviewScore: "G", reviewOpinion: "H",
    }); // prettier-ignore
  });

  it("[R1] 绩效指标 merged over three columns without names of their own stands for three levels", () => {
    const table = tableIn([
      ["绩效指标", LEFT, LEFT, "权重", "评分标准", "自评分"],
      ["决策", "项目立项", "立项依据充分性", 3, "充分得3分", 3],
      [UP, UP, "立项程序规范性", 3, "规范得3分", 2],
      ["过程", "资金管理", "资金到位率", 4, "按比例", 4],
    ]);
    expect(indicators(table)).toEqual([
      "决策>项目立项>立项依据充分性 3 3",
      "决策>项目立项>立项程序规范性 3 2",
      "过程>资金管理>资金到位率 4 4",
    ]);
  });

  it("[R1] four levels, Roman ordinals and a line break in every header", () => {
    const table = tableIn([
      ["Ⅰ级\n指标", "Ⅱ级\n指标", "Ⅲ级\n指标", "Ⅳ级\n指标", "满\n分值", "实际\n得分"],
      ["产出", "数量", "培训", "培训期数", 5, 5],
      ["", "", "", "培训人数", 5, 4],
    ]);
    expect(indicators(table)).toEqual(["产出>数量>培训>培训期数 5 5", "产出>数量>培训>培训人数 5 4"]);
  });

  it("[R3] words that no list holds: names' columns stand before the known ones", () => {
    const table = tableIn([
      ["领域", "关注点", "标准分", "评分办法", "自查得分"],
      ["预算", "编制是否完整", 6, "缺一项扣1分", 5],
      ["", "执行是否均衡", 4, "不均衡不得分", 4],
    ]);
    expect(indicators(table)).toEqual(["预算>编制是否完整 6 5", "预算>执行是否均衡 4 4"]);
  });

  it("[R1] a table far down and to the right on the sheet, after notes", () => {
    const rows = [["说明：本表由部门填写"], ["一级指标", "二级指标", "分值", "得分"], ["投入", "预算配置", 10, 9]];
    const table = tableIn(rows, { top: 500, left: 40 });
    expect(table.range).toEqual({ top: 501, left: 40, bottom: 502, right: 43 });
    expect(indicators(table)).toEqual(["投入>预算配置 10 9"]);
  });

  it("[R3] two columns 得分 that nothing tells apart: both are named, neither is taken", () => {
    const reading = readGrid([
      ["一级指标", "二级指标", "分值", "得分", "得分"],
      ["投入", "预算配置", 10, 9, 8],
    ]);
    expect(codes(reading)).toEqual(["ambiguous-header"]);
    expect(reading.findings[0]?.data).toEqual({
      readings: ["D 得分", "E 得分"],
      claim: { heads: ["D1", "E1"], role: "score", level: null },
    });
    expect(reading.tables[0]?.indicators[0]?.score).toBeNull();
  });

  it("[R3] two columns 三级指标: no table, and the finding says why", () => {
    const reading = readGrid([
      ["一级指标", "三级指标", "三级指标", "分值"],
      ["投入", "甲", "乙", 10],
    ]);
    expect(reading.tables).toEqual([]);
    expect(codes(reading)).toEqual(["ambiguous-header"]);
  });

  it("[R2] 上年得分, 得分率 and 扣分 are no scores of this table", () => {
    const table = tableIn([
      ["一级指标", "二级指标", "上年得分", "分值", "扣分", "自评分", "得分率"],
      ["投入", "预算配置", 7, 10, 1, 9, 0.9],
    ]);
    expect(indicators(table)).toEqual(["投入>预算配置 10 9"]);
  });

  it("[R2] 单位 behind a target is its unit of measure; 实施单位 and 责任单位 are not", () => {
    const table = tableIn([
      ["一级指标", "二级指标", "三级指标", "责任单位", "指标值", "单位", "完成值", "分值", "得分"],
      ["产出", "数量", "培训期数", "人事科", 4, "期", 4, 10, 10],
    ]);
    expect(columns(table)).toMatchObject({ unit: "F", target: "E", actual: "G" });
    expect(table.indicators[0]?.unit?.raw).toBe("期");
  });

  it("[R1] no table at all: one finding that names the sheets", () => {
    const reading = readGrid([["姓名", "部门", "电话"], ["张三", "财务科", 123]]); // prettier-ignore
    expect(reading).toEqual({
      tables: [],
      baseData: [],
      accounts: [],
      findings: [expect.objectContaining({ code: "no-table", data: { sheets: ["评分表"] } })],
      others: [{ sheet: "评分表", cells: 6, heads: null }],
    });
  });
});

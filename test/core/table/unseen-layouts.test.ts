import { LEFT, UP } from "../../support/grid";
import { codes, columns, indicators, levels, readGrid, tableIn, totals } from "./reading";

/** Layouts made up for these tests from what counties print; none of them was looked at when the reader was written. */
describe("layouts that nobody here has seen", () => {
  it("[R9] two tables beside each other", () => {
    const { tables } = readGrid([
      ["甲项目自评表", LEFT, LEFT, LEFT, "", "乙项目自评表", LEFT, LEFT, LEFT],
      ["一级指标", "二级指标", "分值", "得分", "", "一级指标", "二级指标", "分值", "得分"],
      ["产出", "数量", 60, 55, "", "产出", "质量", 50, 50],
      ["效益", "社会", 40, 40, "", "效益", "生态", 50, 45],
      ["总分", LEFT, 100, 95, "", "总分", LEFT, 100, 95],
    ]);
    expect(tables.map((each) => [each.title, indicators(each), totals(each)])).toEqual([
      ["甲项目自评表", ["产出>数量 60 55", "效益>社会 40 40"], ["总分 100 95"]],
      ["乙项目自评表", ["产出>质量 50 50", "效益>生态 50 45"], ["总分 100 95"]],
    ]);
  });

  it("[R1] two columns and nothing else", () => {
    const table = tableIn([["评价指标", "得分"], ["投入（20分）", 18], ["过程（80分）", 75], ["合计", 93]]); // prettier-ignore
    expect([indicators(table), totals(table)]).toEqual([["投入 20 18", "过程 80 75"], ["合计 - 93"]]);
  });

  it("[R1] a header whose merge over two columns of names was lost", () => {
    const table = tableIn([
      ["一级指标", "二级指标", "", "分值", "得分"],
      ["投入", "配置", "控制率", 5, 5],
      ["", "", "变动率", 5, 4],
    ]);
    expect(indicators(table)).toEqual(["投入>配置>控制率 5 5", "投入>配置>变动率 5 4"]);
  });

  it("[R2] 考核指标 over 项目 and 内容, 评分 over three kinds of it", () => {
    const table = tableIn([
      ["序号", "考核指标", LEFT, "评分", LEFT, LEFT, "备注"],
      [UP, "项目", "内容", "标准分", "自评分", "考评分", UP],
      [1, "组织领导", "成立领导小组", 5, 5, 4, ""],
      [2, UP, "制定方案", 5, 5, 5, ""],
      ["合计", LEFT, LEFT, 10, 10, 9, ""],
    ]);
    expect(columns(table)).toEqual({ sequence: "A", level1: "B", level2: "C", fullMark: "D", score: "E", reviewScore: "F", remark: "G" }); // prettier-ignore
    expect(indicators(table)).toEqual(["组织领导>成立领导小组 5 5", "组织领导>制定方案 5 5"]);
  });

  it("[R1] [R6] 广东: three header rows, 名称 and 权重 under each level", () => {
    const table = tableIn([
      ["评价指标", LEFT, LEFT, LEFT, LEFT, LEFT, "指标说明", "评分标准", "自评分"],
      ["一级指标", LEFT, "二级指标", LEFT, "三级指标", LEFT, UP, UP, UP],
      ["名称", "权重(%)", "名称", "权重(%)", "名称", "权重(%)", UP, UP, UP],
      ["投入", 20, "项目立项", 12, "论证决策", 4, "说明", "标准4分", 4],
      [UP, UP, UP, UP, "目标设置", 8, "说明", "标准8分", 7],
      [UP, UP, "资金落实", 8, "资金到位", 8, "说明", "标准8分", 8],
    ]);
    expect(table.headerRows).toEqual([0, 1, 2]);
    expect(indicators(table)).toEqual(["投入>项目立项>论证决策 4 4", "投入>项目立项>目标设置 8 7", "投入>资金落实>资金到位 8 8"]);
    expect(levels(table)).toEqual(["投入 20 -", "投入>项目立项 12 -", "投入>资金落实 8 -"]);
  }); // prettier-ignore

  it("[R7] 合计 after every group and 总计 at the end", () => {
    const table = tableIn([
      ["一级指标", "二级指标", "分值", "得分"],
      ["投入", "甲", 10, 9],
      ["", "合计", 10, 9],
      ["过程", "乙", 20, 18],
      ["", "合计", 20, 18],
      ["总计", "", 30, 27],
    ]);
    expect(levels(table)).toEqual(["投入 10 9", "过程 20 18"]);
    expect(totals(table)).toEqual(["总计 30 27"]);
  });

  it("[R3] 年初目标值 and 调整后目标值: which one counts is not the reader's to say", () => {
    const reading = readGrid([
      ["一级指标", "二级指标", "三级指标", "年初目标值", "调整后目标值", "实际完成值", "分值", "得分"],
      ["产出", "数量", "人数", 10, 8, 8, 5, 5],
    ]);
    expect(codes(reading)).toEqual(["ambiguous-header"]);
    expect(reading.tables[0]?.indicators[0]).toMatchObject({ target: null, actual: { raw: 8 }, score: { raw: 5 } });
  });

  it("[R2] several reviews: the last one stands, and that is said", () => {
    const reading = readGrid([
      ["评价指标", "分值", "自评得分", "主管部门复核得分", "财政复核得分"],
      ["组织", 10, 9, 8, 7],
    ]);
    expect(codes(reading)).toEqual(["review-column-chosen"]);
    expect(reading.tables[0]?.indicators[0]).toMatchObject({ score: { raw: 9 }, reviewScore: { raw: 7 } });
  });

  it("[R5] no third level anywhere in a form that has a column for it", () => {
    const rows = [["一级指标", "二级指标", "三级指标", "分值", "得分"], ["决策", "立项", "", 10, 9], ["", "目标", "", 10, 9]]; // prettier-ignore
    expect(indicators(tableIn(rows))).toEqual(["决策>立项 10 9", "决策>目标 10 9"]);
  });

  it("[R5] an indicator at the first level beside others at the third", () => {
    const rows = [["一级指标", "二级指标", "三级指标", "分值", "得分"], ["决策", "立项", "依据", 10, 9], ["加分项", "", "", 5, 3]]; // prettier-ignore
    expect(indicators(tableIn(rows))).toEqual(["决策>立项>依据 10 9", "加分项 5 3"]);
  });

  it("[R7] [R9] a label beside the table that has no header, total under it, grade and signatures below", () => {
    const table = tableIn([
      ["", "一级指标", "二级指标", "三级指标", "分值", "得分"],
      ["绩\n效\n指\n标", "产出", "数量", "人数", 10, 9],
      [UP, UP, "质量", "合格率", 10, 9],
      ["绩效自评得分", LEFT, LEFT, LEFT, 20, 18],
      ["绩效等级", LEFT, LEFT, LEFT, "优", LEFT],
      ["评价组长签字：", LEFT, LEFT, "年　月　日", LEFT, LEFT],
    ]);
    expect(indicators(table)).toEqual(["产出>数量>人数 10 9", "产出>质量>合格率 10 9"]);
    expect(totals(table)).toEqual(["绩效自评得分 20 18"]);
  });

  it("[R3] 考核内容及标准 holds standards; the project is the name", () => {
    const table = tableIn([
      ["考核项目", "考核内容及标准", "分值", "自评分"],
      ["组织领导", "成立领导小组得5分，未成立不得分；制度健全得5分，缺一项扣1分", 10, 9],
      ["经费保障", "足额保障得10分，每低一个百分点扣1分，扣完为止", 10, 8],
    ]);
    expect(columns(table)).toEqual({ level1: "A", standard: "B", fullMark: "C", score: "D" });
    expect(indicators(table)).toEqual(["组织领导 10 9", "经费保障 10 8"]);
  });

  it("[R12] the older form of the funding block: amounts behind their labels, parts below", () => {
    const table = tableIn([
      ["项目支出绩效自评表（2018年度）", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
      ["预算执行情况（万元）", "预算数：", LEFT, 100, "执行数：", LEFT, 95],
      [UP, "其中：财政拨款", LEFT, 80, "其中：财政拨款", LEFT, 80],
      [UP, "其他资金", LEFT, 20, "其他资金", LEFT, 15],
      ["年度目标完成情况", "预期目标", LEFT, LEFT, "目标实际完成情况", LEFT, LEFT],
      [UP, "培训100人", LEFT, LEFT, "培训95人", LEFT, LEFT],
      ["绩效指标完成情况", "一级指标", "二级指标", "三级指标", "预期指标值", "实际完成指标值", "备注"],
      [UP, "项目完成", "数量指标", "培训人数", "100人", "95人", ""],
      [UP, UP, "质量指标", "合格率", "100%", "95%", ""],
    ]);
    expect(table.funding).toMatchObject({ moneyUnit: "万元", columns: { budget: 3, executed: 6 }, range: { top: 1, bottom: 3 } }); // prettier-ignore
    expect(table.funding?.parts.map((each) => [each.label, each.cells.executed?.raw])).toEqual([["其中：财政拨款", 80], ["其他资金", 15]]); // prettier-ignore
    expect(columns(table)).toMatchObject({ level1: "B", target: "E", actual: "F", remark: "G" });
    expect(indicators(table)).toEqual(["项目完成>数量指标>培训人数 - -", "项目完成>质量指标>合格率 - -"]);
  });

  it("[R1] [R12] a department's form: overall goals directly above the header are none of it", () => {
    const table = tableIn([
      ["部门整体支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
      ["部门名称", "某县教育局", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
      ["年度预算申请（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      [UP, "年度资金总额", 1000, 1200, 1100, 10, 0.9167, 9.17],
      [UP, "按支出性质分：其中：基本支出", 600, 700, 700, "", "", ""],
      ["年度总体目标", "预期目标", LEFT, LEFT, "实际完成情况", LEFT, LEFT, LEFT],
      [UP, "目标1：…", LEFT, LEFT, "已完成", LEFT, LEFT, LEFT],
      ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      [UP, "产出指标（50分）", "数量指标", "学校数量", "≥10所", "10所", 50, 50],
      [UP, "效益指标（40分）", "社会效益", "入学率", "100%", "100%", 40, 38],
      ["总分", LEFT, LEFT, LEFT, LEFT, LEFT, 100, 97.17],
    ]);
    expect(table).toMatchObject({ kind: "department", unit: "某县教育局", headerRows: [7] });
    expect(indicators(table)).toEqual(["产出指标>数量指标>学校数量 50 50", "效益指标>社会效益>入学率 40 38"]);
    expect(table.funding?.total?.label).toBe("年度资金总额");
  });

  it("[R4] letters as numbering, marks in brackets that the header announces", () => {
    const table = tableIn([
      ["一级指标", "二级指标（权重）", "评分标准", "自评分"],
      ["A 决策", "A1 立项（5）", "规范得5分", 5],
      ["", "A2 目标（10）", "明确得10分", 9],
      ["B 过程", "B1 资金（5）", "合规得5分", 5],
    ]);
    expect(indicators(table)).toEqual(["决策>立项 5 5", "决策>目标 10 9", "过程>资金 5 5"]);
  });

  it("[R1] a list of scores or of spending is no scoring table", () => {
    const ranking = [["部门", "得分", "排名"], ["教育局", 95, 1]]; // prettier-ignore
    const spending = [["序号", "项目", "预算数", "执行数", "执行率", "备注"], [1, "培训费", 10, 9, 0.9, ""]]; // prettier-ignore
    expect([codes(readGrid(ranking)), codes(readGrid(spending))]).toEqual([["no-table"], ["no-table"]]);
  });

  it("[R11] the year in a line above, the unit behind a colon among other labels", () => {
    const table = tableIn([
      ["部门整体支出绩效评价指标体系"],
      ["单位名称（盖章）：县林业局    填报日期：2022年3月1日", "", "", "单位：万元"],
      ["根据2021年度部门预算填报", "", "", ""],
      ["一级指标", "二级指标", "分值", "得分"],
      ["投入", "预算编制", 10, 9],
    ]);
    expect(table).toMatchObject({ year: 2021, unit: "县林业局", title: "部门整体支出绩效评价指标体系", kind: "department" }); // prettier-ignore
  });
});

import { LEFT, UP } from "../../support/grid";
import { columns, indicators, levels, number, readGrid, tableIn, totals } from "./reading";

/** Forms as offices fill them in, met with by an evaluator who had set nothing up. */
describe("everyday forms of expenditure evaluation", () => {
  it("[R3] 自评结果 in per cent beside 得分 says what was reached, and is no score", () => {
    const table = tableIn([
      ["评价维度", "评价指标", "指标权重", "评价标准", "自评结果", "得分"],
      ["预算管理", "预算执行率", "40%", "≥90%得满分，每降低1个百分点扣1分", "93%", 40],
      ["人才培养", "就业率", "60%", "≥95%得满分，每降低1个百分点扣1分", "94%", 59],
      ["得分合计", LEFT, "100%", "", "", 99],
    ]);
    expect(indicators(table)).toEqual(["预算管理>预算执行率 40 40", "人才培养>就业率 60 59"]);
    expect(columns(table)).toMatchObject({ actual: "E", score: "F" });
    expect(totals(table)).toEqual(["得分合计 100 99"]);
  });

  it("[R1] three header rows of which the last one parts a single group", () => {
    const reading = readGrid([
      ["指标名称", LEFT, LEFT, "指标分值", "指标值", LEFT, "自评情况", LEFT, LEFT],
      ["一级指标", "二级指标", "三级指标", UP, "预算批复", LEFT, "完成值", "得分", "扣分说明"],
      [UP, UP, UP, UP, "年初", "调整后", UP, UP, UP],
      ["产出指标", "数量指标", "解决遗留问题企业", 60, "5户", "6户", "6户", 60, ""],
      ["效益指标", "经济效益", "保值增值率", 40, "≥100%", "≥100%", "99%", 38, "一家企业停产"],
      ["合计", LEFT, LEFT, 100, "", "", "", 98, ""],
    ]);
    const [table] = reading.tables;
    expect(table?.headerRows).toEqual([0, 1, 2]);
    expect(table && indicators(table)).toEqual(["产出指标>数量指标>解决遗留问题企业 60 60", "效益指标>经济效益>保值增值率 40 38"]);
    expect(reading.findings.map(({ data }) => data)).toMatchObject([{ readings: ["E 指标值预算批复/年初", "F 指标值预算批复/调整后"], claim: { role: "target" } }]);
  }); // prettier-ignore

  it("[R9] a page break prints page number, title with 续, and the header again", () => {
    const table = tableIn([
      ["部门整体支出绩效自评表", LEFT, LEFT, LEFT],
      ["一级指标", "二级指标", "分值", "自评得分"],
      ["投入", "目标设定", 30, 30],
      ["第1页 共2页", LEFT, LEFT, LEFT],
      ["部门整体支出绩效自评表（续表1）", LEFT, LEFT, LEFT],
      ["一级指标", "二级指标", "分值", "自评得分"],
      ["过程", "预算执行", 70, 68],
      ["合计", LEFT, 100, 98],
      ["第2页 共2页", LEFT, LEFT, LEFT],
    ]);
    expect([indicators(table), totals(table)]).toEqual([["投入>目标设定 30 30", "过程>预算执行 70 68"], ["合计 100 98"]]);
  }); // prettier-ignore

  const panel = (...heads: readonly string[]) =>
    readGrid([
      ["具体指标", "分值", ...heads],
      ["立项规范性", 40, 38, 39, 40, 39],
      ["资金使用合规性", 60, 57, 60, 60, 59],
      ["合  计", 100, 95, 99, 100, 98],
    ]);

  it("[R2] [R17] the marks of single experts are neither the score nor a review; their mean is the score", () => {
    const { tables, findings } = panel("专家1", "专家2", "专家3", "评价得分=（专家1+专家2+…）/专家人数");
    expect(tables.flatMap(indicators)).toEqual(["立项规范性 40 39", "资金使用合规性 60 59"]);
    expect(tables.map((each) => Object.keys(columns(each)).includes("reviewScore"))).toEqual([false]);
    expect(findings).toEqual([]);
  });

  it("[R3] experts' marks without a mean leave the score open", () => {
    const { tables, findings } = panel("评委A打分", "评委B打分", "评委C打分", "评委D打分");
    expect(tables.flatMap(indicators)).toEqual(["立项规范性 40 -", "资金使用合规性 60 -"]);
    expect(findings.map(({ code }) => code)).toEqual(["ambiguous-header"]);
  });

  it("[R12] the mark of the funding block stands in its label or in its formula", () => {
    const grid = (label: string, score: string) => [
      [label, LEFT, "预算数（A）", "执行数（B）", "执行率（B/A）", score],
      ["年度财政资金总额", LEFT, 1000, 950, "95%", 19],
      ["一级指标", "二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）", "得分"],
      ["产出指标（80分）", "数量指标", "资助人数（80分）", "50人", "50人", 80],
    ];
    const block = ([label, score]: readonly [string, string]) => tableIn(grid(label, score)).funding?.total?.cells.fullMark;
    const cells = [["预算执行情况（万元）（20分）", "得分"], ["预算执行情况（万元）", "得分（20分*执行率）"], ["预算执行情况（万元）", "得分"]] as const;
    expect(cells.map((each) => number(block(each)?.stated))).toEqual(["20", "20", "-"]);
  }); // prettier-ignore

  it("[R12] a funding block between the indicators and their total belongs to them", () => {
    const table = tableIn([
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ["产出指标", "数量指标", "清运垃圾", "≥1.2万吨", "1.25万吨", 60, 60],
      ["效益指标", "社会效益指标", "环境投诉", "≤10件", "9件", 30, 30],
      ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "执行率", "分值", "得分"],
      ["年度资金总额", 500, 500, 450, "90%", 10, 9],
      ["其中：财政拨款", 500, 500, 450, "90%", "-", "-"],
      ["总分", LEFT, LEFT, LEFT, LEFT, 100, 99],
    ]);
    expect(indicators(table)).toEqual(["产出指标>数量指标>清运垃圾 60 60", "效益指标>社会效益指标>环境投诉 30 30"]);
    expect([totals(table), number(table.funding?.total?.cells.score?.stated)]).toEqual([["总分 100 99"], "9"]);
    expect(table.range).toEqual({ top: 0, bottom: 6, left: 0, right: 6 });
  });

  it("[R7] 小计 below several groups is no sub-total of the last one", () => {
    const table = tableIn([
      ["序号", "一级指标", "二级指标", "分值", "自评分"],
      ["一", "预算编制", "编制及时", 40, 40],
      ["二", "预算执行", "执行进度", 60, 57],
      ["小计", LEFT, LEFT, 100, 97],
      ["三", "加分项", "获得表彰", 5, 3],
      ["总得分", LEFT, LEFT, "", 100],
    ]);
    expect(levels(table)).toEqual(["预算编制 - -", "预算执行 - -", "加分项 - -"]);
    expect(totals(table)).toEqual(["总得分 - 100"]);
  });

  it("[R9] a total over two tables beside each other is neither's", () => {
    const { tables } = readGrid([
      ["指标", "分值", "得分", "扣分原因", "指标", "分值", "得分", "扣分原因"],
      ["预算编制", 10, 10, "", "资产管理", 20, 20, ""],
      ["预算执行", 30, 29, "结转", "重点任务", 40, 40, ""],
      ["小计", 40, 39, "", "小计", 60, 60, ""],
      ["总分", LEFT, LEFT, LEFT, LEFT, LEFT, 99, ""],
    ]);
    expect(tables.map(indicators)).toEqual([
      ["预算编制 10 10", "预算执行 30 29"],
      ["资产管理 20 20", "重点任务 40 40"],
    ]);
    expect(tables.flatMap(totals)).toEqual(["小计 40 39", "小计 60 60"]);
  });

  const grouped = (...scores: readonly (number | "")[]) =>
    tableIn([
      ["具体指标", "分值", "评价得分"],
      ...["业务指标", "立项规范性", "目标合理性", "财务指标", "资金到位率", "资金使用"].map((name, i) => [name, [60, 40, 20, 40, 15, 25][i] ?? 0, scores[i] ?? ""]),
      ["合计", 100, 97],
    ]); // prettier-ignore

  it.each([
    ["blank", ["", 40, 18, "", 15, 24]],
    ["summed", [58, 40, 18, 39, 15, 24]],
  ] as const)("[R5] groups in one plain column are known by marks that sum, with their scores %s", (_, scores) => {
    const table = grouped(...scores);
    expect(indicators(table)).toEqual([
      "业务指标>立项规范性 40 40",
      "业务指标>目标合理性 20 18",
      "财务指标>资金到位率 15 15",
      "财务指标>资金使用 25 24",
    ]);
    expect(levels(table).map((each) => each.split(" ")[1])).toEqual(["60", "40"]);
  });

  it("[R5] marks that sum by chance while every row is scored for itself make no groups", () => {
    expect(indicators(grouped(50, 40, 18, 30, 15, 24))).toHaveLength(6);
  });

  it("[R3] two columns of targets that say the same leave nothing open, in words too", () => {
    const targets = (adjusted: string) =>
      readGrid([
        ["一级指标", "二级指标", "年初目标值", "调整后目标值", "实际完成值", "分值", "得分"],
        ["产出", "数量", "5户", adjusted, "5户", 60, 60],
        ["产出", "质量", "100%", "100%", "100%", 40, 40],
      ]).findings.map(({ code }) => code);
    expect([targets("5户"), targets("6户")]).toEqual([[], ["ambiguous-header"]]);
  });

  it.each([
    ["shares of 1", [0.1, 0.2, 0.4, 0.3, 1]],
    ["marks", [10, 20, 40, 30, 100]],
  ])("[R15] scores out of a hundred beside weights, here %s, are not held against them where the total bears out no reading, and that is said", (_, weights) => {
    const { tables, findings } = readGrid([
      ["一级指标", "二级指标", "权重", "评分（百分制）", "扣分原因"],
      ...["立项依据", "资金管理", "完成数量", "满意度"].map((name, i) => ["决策", name, weights[i] ?? 0, [100, 95, 100, 92][i] ?? 0, ""]),
      ["综合得分", LEFT, weights[4] ?? 0, 90, ""],
    ]);
    expect(tables.flatMap(indicators)).toEqual(["决策>立项依据 10 -", "决策>资金管理 20 -", "决策>完成数量 40 -", "决策>满意度 30 -"]);
    expect(findings.map(({ code, data }) => [code, data])).toEqual([
      ["ambiguous-header", { readings: ["D 评分（百分制）", "D 评分（百分制） × C 权重"], claim: { heads: ["D1"], role: "score", level: null } }],
    ]);
  }); // prettier-ignore

  it("[R12] 调整预算 and 实际支出 in the header of the block, its total in the last row", () => {
    const funding = tableIn([
      ["资金情况（元）", "资金来源", "年初预算", "调整预算", "实际支出", "执行率", "得分（10分）"],
      [UP, "财政拨款", 1000000, 900000, 855000, "95%", ""],
      [UP, "自筹资金", 0, 0, 0, "", ""],
      [UP, "合计", 1000000, 900000, 855000, "95%", 9.5],
      ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
      ["产出指标", "数量指标", "信息采集", "≥2万条", "2.3万条", 90, 90],
    ]).funding;
    expect(funding?.columns).toEqual({ initialBudget: 2, budget: 3, executed: 4, rate: 5, score: 6 });
    expect([funding?.total?.label, number(funding?.total?.cells.budget?.stated), number(funding?.total?.cells.fullMark?.stated)]).toEqual(["合计", "900000", "10"]);
  }); // prettier-ignore

  it("[R1] [R10] a paste from Word that broke the words of the header and the names", () => {
    const table = tableIn([
      ["一级", "二级", "三级指标", "分", "自评", "扣分原因"],
      ["指标", "指标", "", "值", "得分", ""],
      ["产出", "数量", "培训人", 60, 60, ""],
      ["指标", "指标", "次", "", "", ""],
      ["效益", "社会", "知晓", 40, 38, "宣传"],
      ["指标", "效益", "率", "", "", "不足"],
      ["总分", "", "", 100, 98, ""],
    ]);
    expect(indicators(table)).toEqual(["产出指标>数量指标>培训人次 60 60", "效益指标>社会效益>知晓率 40 38"]);
    expect(totals(table)).toEqual(["总分 100 98"]);
  });

  it("[R1] [R2] 评审内容 names what is judged; grades with their ranges are columns to tick", () => {
    const table = tableIn([
      ["评审内容", "评审要点", "分值", "优（90%-100%）", "良（80%-90%）", "中（60%-80%）", "得分"],
      ["必要性", "符合规划", 40, "√", "", "", 38],
      ["可行性", "方案可行", 60, "", "√", "", 50],
      ["合计", LEFT, 100, "", "", "", 88],
    ]);
    expect(indicators(table).map((each) => each.split(">").at(-1))).toEqual(["必要性 40 38", "可行性 60 50"]);
  });

  it.each([
    ["numbered and merged across", "一、决策", "二、产出", LEFT],
    ["numbered", "一、决策", "二、产出", ""],
    ["plain", "决策", "产出", ""],
  ] as const)("[R5] [R10] short headings in rows of their own, %s, are no pieces of the names above", (_, first, second, rest) => {
    const table = tableIn([
      ["评价指标", "权重", "得分", "扣分点"],
      [first, rest, rest, rest],
      ["项目立项", 10, 9, "程序略有瑕疵"],
      ["资金投入", 10, 10, ""],
      ["小计", 20, 19, ""],
      [second, rest, rest, rest],
      ["产出数量", 50, 50, ""],
      ["产出质量", 30, 27, "返工一处"],
      ["小计", 80, 77, ""],
      ["总计", 100, 96, ""],
    ]);
    expect(indicators(table)).toEqual(["决策>项目立项 10 9", "决策>资金投入 10 10", "产出>产出数量 50 50", "产出>产出质量 30 27"]);
    expect(levels(table)).toEqual(["决策 20 19", "产出 80 77"]);
  }); // prettier-ignore

  it("[R12] a block of bond money without a total row: the only scored row carries its score, and no figure is called the total", () => {
    const funding = tableIn([
      ["债券资金（万元）", "", "发行额", "到位数", "支出数", "分值", "执行率", "得分"],
      [UP, "专项债券", 8000, 8000, 7600, 10, "95%", 9.5],
      [UP, "其他资金", 2000, 2000, 2000, "-", "100%", "-"],
      ["一级指标", "二级指标", "三级指标", "目标值", "完成值", "分值", "得分", "偏差原因"],
      ["产出指标", "数量指标", "日处理能力", "5万吨", "5万吨", 90, 90, ""],
      ["合计", LEFT, LEFT, LEFT, LEFT, 100, 99.5, ""],
    ]).funding;
    expect([number(funding?.total?.cells.fullMark?.stated), number(funding?.total?.cells.score?.stated)]).toEqual(["10", "9.5"]);
    expect([funding?.total?.label, funding?.total?.cells.executed]).toEqual(["专项债券", undefined]);
  }); // prettier-ignore

  it("[R2] 实际值 and 得分 under 自评 and again under 抽评: the unit's own is its actual value", () => {
    const { tables, findings } = readGrid([
      ["指标", LEFT, LEFT, "抽评", LEFT, "自评", LEFT],
      ["一级", "二级", "分值", "实际值", "得分", "实际值", "得分"],
      ["产出", "检测批次", 60, "505批次", 58, "520批次", 60],
      ["效益", "事故数", 40, "0起", 40, "0起", 40],
    ]);
    expect(tables.map(columns)).toEqual([{ level1: "A", level2: "B", fullMark: "C", reviewScore: "E", actual: "F", score: "G" }]);
    expect(findings).toEqual([]);
  }); // prettier-ignore

  it("[R4] a bare number behind a name is its mark where the mark's own column says the same", () => {
    const rows = (first: string) =>
      tableIn([
        ["一级指标", "二级指标", "权重", "评价得分"],
        ["决策(40)", first, 40, 40],
        ["产出(60)", "完成率(60)", 60, 55],
      ]);
    expect(indicators(rows("依据充分性(40)"))).toEqual(["决策>依据充分性 40 40", "产出>完成率 60 55"]);
    expect(indicators(rows("依据充分性(2)"))).toEqual(["决策>依据充分性(2) 40 40", "产出>完成率(60) 60 55"]);
  });

  it("[R3] 评审要点 beside marks of their own are what is scored", () => {
    const table = tableIn([
      ["评审内容", "评审要点", "分值", "得分"],
      ["必要性", "符合规划", 20, 19],
      [UP, "需求迫切", 20, 17],
      ["可行性", "方案可行", 30, 28],
      [UP, "预算合理", 30, 26],
      ["合计", LEFT, 100, 90],
    ]);
    expect(indicators(table)).toEqual(["必要性>符合规划 20 19", "必要性>需求迫切 20 17", "可行性>方案可行 30 28", "可行性>预算合理 30 26"]);
  }); // prettier-ignore

  it("[R3] 评价要点 beside one mark for all of them describe the indicator", () => {
    const table = tableIn([
      ["评价内容", "评价要点", "分值", "得分"],
      ["必要性", "符合规划", 40, 36],
      [UP, "需求迫切", UP, UP],
      ["可行性", "方案可行", 60, 54],
      [UP, "预算合理", UP, UP],
    ]);
    expect(table.indicators.map(({ path }) => path.join(">"))).toEqual(["必要性", "可行性"]);
  });

  it("[R7] 合计 below the last group, too, where 总计 follows directly", () => {
    const table = tableIn([
      ["一级指标", "二级指标", "分值", "得分"],
      ["共性指标", "预算编制", 20, 20],
      [UP, "预算执行", 20, 18],
      ["合计", LEFT, 40, 38],
      ["个性指标", "任务一", 60, 59],
      ["合计", LEFT, 60, 59],
      ["总计", LEFT, 100, 97],
    ]);
    expect([levels(table), totals(table)]).toEqual([["共性指标 40 38", "个性指标 60 59"], ["总计 100 97"]]);
  });
});

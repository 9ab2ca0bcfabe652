import { LEFT, UP } from "../../support/grid";
import { codes, columns, indicators, levels, number, readGrid, tableIn, totals } from "./reading";

/** Project self-evaluation forms as several provinces publish them; all numbers stand in the published forms' places. */
describe("project forms", () => {
  const anhui = [
    ["附件2", "", "", "", "", "", "", "", ""],
    ["项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ["（2022年度）", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ["项目名称", LEFT, "水旱灾害防御经费", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ["主管部门", LEFT, "市水利局", LEFT, "实施单位", "天长市水利局", LEFT, LEFT, LEFT],
    ["项目资金\n（万元）", LEFT, "", "年初预算数", "全年预算数\n（A）", "全年执行数\n（B）", "分值", "执行率\n（B/A）", "得分"],
    [UP, LEFT, "年度资金总额：", 880, 880, 836, 10, 0.95, 9.5],
    [UP, LEFT, "其中：本年财政拨款", 880, 880, 836, "-", "-", "-"],
    [UP, LEFT, "上年结转资金", "", "", "", "-", "-", "-"],
    [UP, LEFT, "其他资金", "", "", "", "-", "-", "-"],
    ["年度总体目标完成情况", "预期目标", LEFT, LEFT, LEFT, "实际完成情况", LEFT, LEFT, LEFT],
    [UP, "完成年度防汛工作。", LEFT, LEFT, LEFT, "完成年度目标。", LEFT, LEFT, LEFT],
    ["年度绩效指标完成情况", "一级\n指标", "二级指标", "三级指标", "年度\n指标值", "实际\n完成值", "分值", "得分", "偏差原因分析及改进措施"],
    [UP, "产出指标\n（50分）", "数量指标", "指标1：完成中型灌区节水改造项目数量", 1, 1, 25, 25, ""],
    [UP, UP, UP, "指标2：", "", "", "", "", ""],
    [UP, UP, UP, "……", "", "", "", "", ""],
    [UP, UP, "质量指标", "指标1：工程质量合格", "合格", "合格", 25, 24, "一处返工"],
    [UP, UP, UP, "指标2：", "", "", "", "", ""],
    [UP, "效益指标\n（30分）", "经济效益\n指标", "指标1：/", "/", "/", "", "", ""],
    [UP, UP, "社会效益\n指标", "指标1：保护全市人口财产不受损失", "不受损失", "不受损失", 30, 30, ""],
    [UP, "满意度指标\n（10分）", "服务对象满意度指标", "指标1：服务对象满意度", "90%", "100%", 10, 10, ""],
    ["总分", LEFT, LEFT, LEFT, LEFT, LEFT, 100, 98.5, ""],
    ["注：1.一级指标分值统一设置为：产出指标50分、效益指标30分、服务对象满意度指标10分、预算资金执行率10分。", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
  ] as const; // prettier-ignore

  it("[R1] [R8] 安徽: a label down the left side, names printed 指标1：…, blank and crossed-out rows", () => {
    const table = tableIn(anhui);
    expect(indicators(table)).toEqual([
      "产出指标>数量指标>完成中型灌区节水改造项目数量 25 25",
      "产出指标>质量指标>工程质量合格 25 24",
      "效益指标>社会效益指标>保护全市人口财产不受损失 30 30",
      "满意度指标>服务对象满意度指标>服务对象满意度 10 10",
    ]);
    expect(table.placeholderRows.map((each) => each.text)).toEqual(["指标2：", "……", "指标2：", "指标1：/"]);
    expect(totals(table)).toEqual(["总分 100 98.5"]);
    expect(levels(table).filter((text) => !text.includes(">"))).toEqual(["产出指标 50 -", "效益指标 30 -", "满意度指标 10 -"]);
  }); // prettier-ignore

  it("[R11] 安徽: the unit is the one that carries the project out, the year stands below the title", () => {
    expect(tableIn(anhui)).toMatchObject({ unit: "天长市水利局", year: 2022, title: "项目支出绩效自评表", kind: "project" });
  }); // prettier-ignore

  it("[R12] 安徽: the funding block ends where its label ends", () => {
    const { funding } = tableIn(anhui);
    expect(funding?.total?.label).toBe("年度资金总额：");
    expect(funding?.parts).toHaveLength(3);
    expect(number(funding?.total?.cells.executed?.stated)).toBe("836");
    expect(number(funding?.total?.cells.score?.stated)).toBe("9.5");
    expect(funding?.moneyUnit).toBe("万元");
  });

  it("[R9] 四川: 权重 for marks, conclusions below the total, 其他资金 with dashes", () => {
    const table = tableIn([
      ["部门预算项目支出绩效自评表（2023年度）", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
      ["主管部门", "青神县发展和改革局本级", LEFT, LEFT, LEFT, "实施单位（盖章）", "青神县发展和改革局", LEFT, LEFT, LEFT, LEFT],
      ["预算执行情况（10分）", "年度预算数（万元）", LEFT, "年初预算", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分", "原因", LEFT],
      [UP, "总额", LEFT, 238.93, 251.89, 251.89, 1, 10, "", "", LEFT],
      [UP, "其中：财政资金", LEFT, 238.93, 251.89, 251.89, 1, "/", "/", "", LEFT],
      [UP, "其他资金", LEFT, "", "", "", "", "/", "/", "", LEFT],
      ["绩效指标（90分）", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值", "权重", "得分", "未完成原因分析"],
      [UP, "产出指标", "数量指标", "发放（缴纳）覆盖率", "＝", 100, "%", 100, 60, "", ""],
      [UP, "效益指标", "社会效益指标", "足额保障率（参保率）", "＝", 100, "%", 100, 30, "", ""],
      ["合计", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, 100, "", ""],
      ["评价结论", "结合自评情况，自评总分98分。", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
      ["存在问题", "无", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
      ["项目负责人：", LEFT, LEFT, LEFT, "财务负责人：", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ]); // prettier-ignore
    expect(indicators(table)).toEqual([
      "产出指标>数量指标>发放(缴纳)覆盖率 60 -",
      "效益指标>社会效益指标>足额保障率(参保率) 30 -",
    ]);
    expect(totals(table)).toEqual(["合计 100 -"]);
    expect(table.unit).toBe("青神县发展和改革局");
    expect(columns(table)).toMatchObject({ targetOperator: "E", target: "F", unit: "G", actual: "H", fullMark: "I", score: "J", reason: "K" }); // prettier-ignore
    expect(table.funding?.columns).toEqual({ initialBudget: 3, budget: 4, executed: 5, rate: 6, fullMark: 7, score: 8, reason: 9 }); // prettier-ignore
    expect(table.range).toEqual({ top: 2, left: 0, bottom: 9, right: 10 });
  });

  it("[R4] 云南: pasted as plain cells, every merge lost, the funding header unlabelled on the left", () => {
    const table = tableIn([
      ["2020年度项目支出绩效自评表"],
      ["项目资金(万元)", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      ["年度资金总额", "", 7.29, 7.29, 7.29, 10, 1, 10],
      ["其中：当年财政拨款", "", 7.29, 7.29, 7.29, "", 1, ""],
      ["年度总体目标", "预期目标", "", "", "实际完成情况", "", "", ""],
      ["", "卫片执法补助经费", "", "", "卫片执法补助经费", "", "", ""],
      ["绩效指标", "", "", "年度指标值", "", "", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
      ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "", "", "", ""],
      ["产出指标", "数量指标", "卫片执法补助经费", "﹦", 72890, "元", 72890, 10, 9, ""],
      ["", "质量指标", "项目验收合格率", "﹦", 100, "%", 100, 20, 19, ""],
      ["效益指标", "社会效益指标", "违法行为责停率", "≥", 95, "%", 95, 30, 27, ""],
      ["总分", "", "", "", "", "", "", 100, 90, ""],
    ]);
    expect(table.headerRows).toEqual([6, 7]);
    expect(indicators(table)).toEqual([
      "产出指标>数量指标>卫片执法补助经费 10 9",
      "产出指标>质量指标>项目验收合格率 20 19",
      "效益指标>社会效益指标>违法行为责停率 30 27",
    ]);
    expect(columns(table)).toMatchObject({ target: "E", unit: "F", actual: "G", fullMark: "H", score: "I" });
    expect(table.funding?.parts).toHaveLength(1);
  });

  it("[R6] 分值（10分） in the funding header sets the block's mark; 分值（90分） in the table's header is a stated total", () => {
    const table = tableIn([
      ["项目资金（元）", "预算数", "执行数", "分值（10分）", "执行率", "得分"],
      ["年度资金总额", 100000, 95000, "", 0.95, 9.5],
      ["一级指标", "二级指标", "三级指标", "分值（90分）", "得分", "备注"],
      ["产出指标", "数量指标", "培训人数", 90, 90, ""],
    ]);
    expect(number(table.funding?.total?.cells.fullMark?.stated)).toBe("10");
    expect(table.funding?.moneyUnit).toBe("元");
    expect(number(table.columns.find((each) => each.role === "fullMark")?.headerMark)).toBe("90");
  });

  it("[R9] two projects on one sheet with the same header are two tables", () => {
    const form = (project: string, score: number) =>
      [
        [`${project}绩效自评表`, LEFT, LEFT, LEFT, LEFT],
        ["一级指标", "二级指标", "三级指标", "分值", "得分"],
        ["产出指标", "数量指标", "培训人数", 60, score],
        ["效益指标", "社会效益指标", "知晓率", 40, 40],
        ["总分", LEFT, LEFT, 100, score + 40],
      ] as const;
    const { tables } = readGrid([...form("培训项目", 55), [""], ...form("宣传项目", 60)]);
    expect(tables.map((each) => [each.id, each.title, indicators(each)[0]])).toEqual([
      ["t1", "培训项目绩效自评表", "产出指标>数量指标>培训人数 60 55"],
      ["t2", "宣传项目绩效自评表", "产出指标>数量指标>培训人数 60 60"],
    ]);
  });

  it("[R9] the same header after other form fields begins another table even without a total row", () => {
    const { tables } = readGrid([
      ["一级指标", "二级指标", "三级指标", "分值", "得分"],
      ["产出指标", "数量指标", "培训人数", 100, 90],
      ["项目名称", "宣传项目", LEFT, LEFT, LEFT],
      ["一级指标", "二级指标", "三级指标", "分值", "得分"],
      ["产出指标", "数量指标", "宣传次数", 100, 80],
    ]);
    expect(tables.map((each) => indicators(each))).toEqual([
      ["产出指标>数量指标>培训人数 100 90"],
      ["产出指标>数量指标>宣传次数 100 80"],
    ]);
  });

  it("[R8] 指标1 with a mark but nothing filled in is a placeholder, with a score it is an indicator", () => {
    const reading = readGrid([
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ["产出指标", "数量指标", "指标1", "", "", 10, ""],
      ["", "质量指标", "指标1", "100%", "100%", 10, 10],
    ]);
    expect(reading.tables.map(indicators)).toEqual([["产出指标>质量指标>指标1 10 10"]]);
    expect(codes(reading)).toEqual(["placeholder-row"]);
  });
});

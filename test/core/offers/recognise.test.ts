import { formWord, type FormText } from "../../../src/core/offers/form-text";
import { recognise } from "../../../src/core/offers/recognise";

interface Printed {
  readonly heads: string;
  readonly first?: string;
  readonly second?: string;
  readonly standards?: readonly string[];
  readonly kind?: FormText["kind"];
  readonly title?: string;
}

const words = (text = "") => text.split(" ").filter(Boolean).map((word) => formWord(word)); // prettier-ignore

const formOf = ({ heads, first, second, standards = [], kind = "project", title = "" }: Printed): FormText => ({
  kind,
  title,
  heads: words(heads),
  first: words(first),
  second: words(second),
  standards: standards.map((text) => formWord(text)),
});

const FUNDING = "项目资金(万元) 年初预算数 全年预算数 全年执行数 分值 执行率 得分";
const TABLE = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施";
const LEVELS = "产出指标 效益指标 满意度指标";
const OUTPUTS = "数量指标 质量指标 时效指标 成本指标";

/** Header words of forms as they are filed; none of them is a file of this project. */
const FORMS: readonly (readonly [title: string, printed: Printed, expected: string | null])[] = [
  ["the 2020 form", { heads: `${FUNDING} ${TABLE}`, first: LEVELS, second: OUTPUTS }, "project-2020 project"],
  ["the same with marks in names and letters on headers", { heads: "年初预算数（A0） 全年预算数（A） 全年执行数（B）", first: "产出指标（50分） 效益指标（30分）" }, "project-2020 project"],
  ["the same in traditional characters", { heads: "項目資金 年初預算數 全年預算數 全年執行數 分值 執行率 得分", first: "產出指標 效益指標 滿意度指標" }, "project-2020 project"],
  ["the same under a department's title", { heads: `部门预算 年初预算数 全年预算数 全年执行数 ${TABLE}`, first: LEVELS, kind: "department" }, "project-2020 department-project-form"],
  ["its indicator table without the funding block", { heads: TABLE, first: LEVELS, second: OUTPUTS }, "project-2020 project"],
  ["a transfer's form", { heads: "全年预算数（A） 全年执行数（B） 执行率（B/A） 年度指标值 全年实际值 未完成原因和改进措施", first: LEVELS }, "transfer project-transfer"],
  ["衔接资金 with marks before the target, level names lost", { heads: "全年预算数 全年执行数 分值 年度指标值 全年完成值 未完成原因及拟采取的改进措施", second: "数量指标 质量指标" }, "transfer project-transfer"],
  ["Hubei's", { heads: "预算数(A) 执行数(B) 执行率(B/A) 得分(20分*执行率) 年度绩效目标1(40分) 年初目标值(A) 实际完成值(B) 得分", first: LEVELS }, "hubei hubei"],
  ["Hubei's with its digits lost and another multiplication sign", { heads: "得分（分×执行率） 年度绩效目标 年初目标值（A） 实际完成值（B）" }, "hubei hubei"],
  ["Sichuan's of 2023", { heads: "年初预算数 调整后预算数 预算执行数 指标值 度量单位 权重 未完成原因分析", first: LEVELS }, "sichuan-form sichuan-form"],
  ["Chongqing's", { heads: "年初预算数 全年执行数 权重 得分系数 指标得分 计量单位", first: LEVELS }, "chongqing chongqing unsure"],
  ["Hebei's", { heads: "预期指标值 单项指标实际完成值 单项指标得分 权重占比 折算得分", first: LEVELS }, "hebei none"],
  ["53号 annex 2", { heads: "一级指标 二级指标 三级指标 分值 指标解释 得分", first: "投　入 过程 产出 效果", second: "目标设定 预算配置", kind: "department" }, "department-2013 department-framework-2013"],
  ["Hunan's reference form", { heads: "评分标准 分值 自评得分 扣分原因和其他说明", first: "投入(15分) 过程(40分)", second: "预算配置(15分)", kind: "department" }, "hunan-yueyang hunan-yueyang"],
  ["Hunan's provincial form", { heads: "分值 评价标准 得分", first: "投入 过程", second: "预算配置", standards: ["100%计满分，每低于5%扣2分，扣完为止。"], kind: "department" }, "hunan-province hunan-province"],
  ["annex 2 of 10号", { heads: "一级指标 二级指标 三级指标 分值 得分", first: "决策 过程 产出 效益" }, "evaluation-2020 project-evaluation-2020"],
  ["before 2020", { heads: "一级指标 分值 得分", first: "项目决策 项目管理 项目绩效" }, "decision-management none"],
  ["101号", { heads: `${FUNDING} ${TABLE}`, first: "成本指标 产出指标 效益指标", second: "经济成本指标 社会成本指标" }, "cost-2021 project-cost unsure"],
  ["经济成本 under 产出 is no 101号", { heads: `${FUNDING} ${TABLE}`, first: LEVELS, second: "数量指标 经济成本指标" }, "project-2020 project"],
  ["a method column", { heads: `${FUNDING} 指标值 实际值 得分计算方法`, first: LEVELS }, "method-column none"],
  ["an evaluator's result table", { heads: "评价准则 评价权重 评价得分", first: "" }, null],
  ["a city's own department form", { heads: "评价内容 分值 评分标准 自评得分", first: "部门管理 履职效果", kind: "department" }, null],
  ["投入 and 过程 for a project", { heads: "分值 得分", first: "投入 过程 产出 效果", second: "项目立项 资金落实" }, null],
]; // prettier-ignore

describe("[O1] the form is told by its own words", () => {
  test.each(FORMS)("%s", (_, printed, expected) => {
    const [found = null, ...rivals] = recognise(formOf(printed));
    expect(rivals).toEqual([]);
    expect(found && `${found.form} ${found.pack ?? "none"}${found.certain ? "" : " unsure"}`).toBe(expected);
  });

  it("weights are no feature: the form with other marks, or with none, is the same", () => {
    const other = "产出指标（55分） 效益指标（35分）";
    expect(recognise(formOf({ heads: FUNDING, first: other }))[0]?.form).toBe("project-2020");
    expect(recognise(formOf({ heads: FUNDING, first: "产出 效益" }))[0]?.form).toBe("project-2020");
  });

  it("one feature short is nothing", () => {
    expect(recognise(formOf({ heads: "年初预算数 全年预算数", first: LEVELS }))).toEqual([]);
    expect(recognise(formOf({ heads: FUNDING, first: "效益指标" }))).toEqual([]);
  });
});

describe("[O3] what can not be told is told", () => {
  it("two forms at once, neither a kind of the other: both are named, and neither is certain", () => {
    const both = { heads: "得分系数 调整后预算数 预算执行数 度量单位 未完成原因分析", first: LEVELS };
    expect(recognise(formOf(both)).map(({ form, certain }) => [form, certain])).toEqual([
      ["chongqing", false],
      ["sichuan-form", false],
    ]);
  });

  test.each([
    ["2023年度项目支出绩效自评表", true],
    ["2022年耕地地力保护补贴项目绩效自评表", true],
    ["2023年度政策绩效自评表", false],
    ["某PPP项目绩效自评表", false],
    ["政府和社会资本合作项目绩效自评表", false],
    ["2022年度专项债券项目绩效自评表", false],
  ])("the same form for something else is offered, and never taken by itself: %s %p", (title, certain) => {
    expect(recognise(formOf({ heads: FUNDING, first: LEVELS, title }))[0]).toMatchObject({
      form: "project-2020",
      certain,
    });
  });

  it("成本 on the first level without its second level is no 2020 form", () => {
    expect(recognise(formOf({ heads: FUNDING, first: `成本指标 ${LEVELS}`, second: OUTPUTS }))).toEqual([]);
  });
});

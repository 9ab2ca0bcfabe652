import { isPlaceholder } from "../../../src/core/language/reason";

describe("[J3] a reason that says nothing", () => {
  test.each([
    "未说明", "未 说明。", "未注明", "说明", "详见附件", "详见附件3", "见自评报告", "具体情况详见附件2《完成情况表》", "参见佐证材料",
    "请见备注", "https://example.gov.cn/2023/a.html", "www.example.cn/x", "说明材料.docx", "按评分标准扣分", "根据实际情况扣分", "客观原因",
  ])("%s", (text) => expect(isPlaceholder(text)).toBe(true)); // prettier-ignore

  test.each([
    "受疫情影响，培训推迟到次年", "项目验收滞后，详见附件3", "见附件中所列未完工的3个项目", "未说明用途的支出已退回", "年末结余较多",
    "因资金到位晚，完成率为95%", "报告未按时提交", "客观原因：暴雨停工20天",
  ])("%s says something", (text) => expect(isPlaceholder(text)).toBe(false)); // prettier-ignore

  const context = { names: ["培训人数"], standards: ["完成得5分，每少1人扣0.5分，扣完为止。未完成预算的，说明情况。"] };
  test.each([
    ["the indicator's own name", "培训人数", true],
    ["its name with a blank and a stop", "培训 人数。", true],
    ["more than the name", "培训人数少2人", false],
    ["the rule word for word", "完成得5分，每少1人扣0.5分，扣完为止。未完成预算的，说明情况。", true],
    ["a clause of the rule", "每少1人扣0.5分，扣完为止", true],
    ["words of the rule that speak of no marks", "未完成预算的", false],
  ])("%s", (_, text, expected) => expect(isPlaceholder(text, context)).toBe(expected));
});

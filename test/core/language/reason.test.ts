import { explainsNothing, isPlaceholder } from "../../../src/core/language/reason";

describe("[J3] a reason that says nothing", () => {
  test.each([
    "未说明", "未 说明。", "未注明", "说明", "详见附件", "详见附件3", "见自评报告", "具体情况详见附件2《完成情况表》", "参见佐证材料",
    "请见备注", "https://example.gov.cn/2023/a.html", "www.example.cn/x", "说明材料.docx", "按评分标准扣分", "根据实际情况扣分", "客观原因",
    "如上所述", "按评分标准扣2分", "情况属实", "按实际得分", "按标准扣分", "依据评分标准扣1分", "如前所述", "同前", "属实", "据实得分",
    "按规定扣分", "按要求评分", "酌情扣分", "综合评定", "以上情况属实。", "扣2分，依据评分细则", "根据评分标准第3条，扣除0.5分", "按标准扣一分",
    "理由同上", "原因同前述", "按实际完成情况打分", "经综合评价，酌情扣1.5分", "严格按照考核办法执行", "与上一项相同", "符合要求", "本项按评分标准得8分",
    "按 评分 标准，扣 2 分", "扣两点五分",
  ])("%s", (text) => expect(explainsNothing(text)).toBe(true)); // prettier-ignore

  test.each([
    "受疫情影响，培训推迟到次年", "项目验收滞后，详见附件3", "见附件中所列未完工的3个项目", "未说明用途的支出已退回", "年末结余较多",
    "因资金到位晚，完成率为95%", "报告未按时提交", "客观原因：暴雨停工20天",
    "疫情影响", "政策调整", "年中追加预算", "招标流标", "资金未到位", "雨季停工", "项目延期", "人员调动", "未按要求完成", "标准提高", "不符合规定",
    "按评分标准扣2分，报告迟交", "据实结算", "绩效指标设置不合理", "要求变更", "实际需求减少", "上级文件下达晚", "按实际支出", "执行率低", "考核不合格", "减员",
    "情况有变", "完成率偏低", "与计划有差距",
  ])("%s says something", (text) => expect(explainsNothing(text)).toBe(false)); // prettier-ignore

  const context = { names: ["培训人数"], standards: ["完成得5分，每少1人扣0.5分，扣完为止。未完成预算的，说明情况。"] };
  test.each([
    ["the indicator's own name", "培训人数", true],
    ["its name with a blank and a stop", "培训 人数。", true],
    ["more than the name", "培训人数少2人", false],
    ["the rule word for word", "完成得5分，每少1人扣0.5分，扣完为止。未完成预算的，说明情况。", true],
    ["a clause of the rule", "每少1人扣0.5分，扣完为止", true],
    ["words of the rule that speak of no marks", "未完成预算的", false],
  ])("%s", (_, text, expected) => expect(explainsNothing(text, context)).toBe(expected));
});

test("[J3] among evidence the name of a method is the name of a document", () => {
  expect(["考核办法", "评分细则", "相关文件"].filter((text) => isPlaceholder(text))).toEqual([]);
});

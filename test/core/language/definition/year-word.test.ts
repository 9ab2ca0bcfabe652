import { yearWordOf } from "../../../../src/core/language/definition/year-word";

describe("[Q1] the year of a name", () => {
  it.each<[string, number | null, string]>([
    ["本年度三公经费总额", 0, "三公经费总额"],
    ["部门本年末在职人数", 0, "部门末在职人数"],
    ["项目当年支出", 0, "项目支出"],
    ["上年结转资金", -1, "结转资金"],
    ["单位上一年度决算数", -1, "单位决算数"],
    ["以上年决算数", -1, "以决算数"],
    ["去年同期数", -1, "同期数"],
    ["前年结余", -2, "结余"],
    ["资金前年度结转", -2, "资金结转"],
  ])("%s is of the year %s, and of %s", (name, offset, rest) =>
    expect(yearWordOf(name)).toEqual({ offset, year: null, rest }),
  );

  it.each([
    "以前年度结转资金",
    "收回以前年度存量资金",
    "目前年产量",
    "提前年数",
    "60岁以上年末人数",
    "规模以上年产值",
    "单位成本年均",
    "注册资本年末数",
    "样本年龄",
    "相当年份数",
    "适当年限",
    "除去年初结转的支出",
    "减去年末结余",
    "12020年数",
  ])("%s names no year: the sign belongs to the word before it", (name) => expect(yearWordOf(name)).toBeNull());
});

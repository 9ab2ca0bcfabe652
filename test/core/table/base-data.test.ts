import { decimalText } from "../../../src/core/model/exact";
import { LEFT, UP } from "../../support/grid";
import { indicators, readGrid } from "./reading";
import type { GridRow } from "../../support/grid";

/** "三公经费>公务接待 2020 final 17.22 万元" */
const entries = (rows: readonly GridRow[]): readonly string[] =>
  readGrid(rows).baseData.flatMap((table) =>
    table.entries.map((each) =>
      [
        [...each.context, each.label].join(">"),
        each.year ?? (each.yearOffset === null ? "-" : `${each.yearOffset}`),
        each.phase ?? "-",
        each.number ? decimalText(each.number, 4) : "blank",
        each.unit ?? "-",
      ].join(" "),
    ),
  );

describe("base data", () => {
  it("[R13] stands below the scoring table on the same sheet, which ends before it", () => {
    const rows = [
      ["一级指标", "二级指标", "三级指标", "分值", "得分"],
      ["投入", "配置", "在职人员控制率", 8, 8],
      ["部门整体支出绩效评价基础数据表", LEFT, LEFT, LEFT, LEFT],
      ["财政供养人员情况", "编制数", "2021年实际在职人数", "控制率", ""],
      ["", 143, 136, "95.1%", ""],
    ];
    expect(readGrid(rows).tables.map(indicators)).toEqual([["投入>配置>在职人员控制率 8 8"]]);
    expect(entries(rows)).toEqual(["编制数 - - 143 人", "实际在职人数 2021 - 136 人", "控制率 - - 0.951 -"]);
  });

  it("[R13] 行政 and 事业 posts in rows, numbers typed with their unit", () => {
    expect(entries([["人员类别", "编制人数", "在职人数", "备注"], ["行政", "40人", 39, ""], ["事业", 37, 30, "缺编"]])).toEqual([
      "行政 - - 40 人", "行政 - - 39 人", "事业 - - 37 人", "事业 - - 30 人",
    ]);
  }); // prettier-ignore

  it("[R13] 上年 and 本年 stay relative, budget and account apart, units from headers and labels", () => {
    const rows = [
      ["单位：万元"],
      ["项目", "上年预算数（元）", "本年预算数", "本年决算数"],
      ["三公经费", 320000, 63.46, 44.29],
      ["公务用车数量（辆）", 3, 3, ""],
    ];
    expect(entries(rows)).toEqual([
      "三公经费 -1 budget 320000 元", "三公经费 0 budget 63.46 万元", "三公经费 0 final 44.29 万元",
      "公务用车数量 -1 budget 3 辆", "公务用车数量 0 budget 3 辆", "公务用车数量 0 final blank 辆",
    ]); // prettier-ignore
  });

  it.each(["百元", "百万元", "千万元", "亿元"])("[R13] %s in the bracket of a label, of a head or behind a number", (unit) => {
    const rows = [
      ["单位：万元"],
      ["项目", `上年预算数（${unit}）`, "本年预算数", "本年决算数"],
      [`三公经费（单位：${unit}）`, 3, 2, `1.5${unit}`],
      ["会议费", 3, 2, 1],
      ["办公用房（平方米）", 120, 130, "140㎡"],
    ];
    expect(entries(rows)).toEqual([
      `三公经费 -1 budget 3 ${unit}`, `三公经费 0 budget 2 ${unit}`, `三公经费 0 final 1.5 ${unit}`,
      `会议费 -1 budget 3 ${unit}`, "会议费 0 budget 2 万元", "会议费 0 final 1 万元",
      "办公用房 -1 budget 120 平方米", "办公用房 0 budget 130 平方米", "办公用房 0 final 140 ㎡",
    ]);
  }); // prettier-ignore

  it("[R13] a year merged over 预算数 and 决算数 dates both", () => {
    const rows = [
      ["经费", "2020年", LEFT, "2021年", LEFT],
      [UP, "预算数", "决算数", "预算数", "决算数"],
      ["公务接待", 22, 17.22, 20, 4.99],
    ];
    expect(entries(rows)).toEqual([
      "公务接待 2020 budget 22 -", "公务接待 2020 final 17.22 -", "公务接待 2021 budget 20 -", "公务接待 2021 final 4.99 -",
    ]); // prettier-ignore
  });

  it("[R13] items behind the last number belong to nothing that the rows state", () => {
    const found = entries([
      ["经费控制情况", "2020年决算数", "2021年预算数"],
      ["三公经费", 1, 2],
      ["1、公务用车", 3, 4],
      ["其中：购置", 5, 6],
      ["运行维护", 7, 8],
      ["2、公务接待", 9, 10],
      ["会议费", 11, 12],
    ]);
    expect(found.filter((_, i) => i % 2 === 0).map((text) => text.split(" ")[0])).toEqual([
      "三公经费", "三公经费>公务用车", "三公经费>公务用车>购置", "三公经费>公务用车>运行维护", "三公经费>公务接待", "会议费",
    ]); // prettier-ignore
  });

  it("[R12] [R13] a funding block is no base data", () => {
    const rows = [
      ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      ["年度资金总额", 100, 90, 81, 10, 0.9, 9],
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ["产出", "数量", "人数", 10, 10, 90, 90],
    ];
    expect(entries(rows)).toEqual([]);
    expect(readGrid(rows).tables[0]?.funding?.total?.cells.rate?.raw).toBe(0.9);
  });
});

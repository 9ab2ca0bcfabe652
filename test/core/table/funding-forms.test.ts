import { review } from "../../../src/core/review";
import { exactText } from "../../../src/core/model/exact";
import type { FundingColumn, FundingRow, ScoringTable } from "../../../src/core/model/scoring-table";
import { gridBook, LEFT, UP, type GridRow } from "../../support/grid";
import { number, readGrid, tableIn } from "./reading";

const TABLE: readonly GridRow[] = [
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
  ["产出指标", "数量指标", "培训场次", "20场", "20场", 50, 50, ""],
  ["效益指标", "社会效益指标", "受益人数", "300人", "300人", 40, 40, ""],
];

const below = (block: readonly GridRow[]): readonly GridRow[] => [["2023年度项目支出绩效自评表"], ...block, ...TABLE];

const row = (of: FundingRow | null | undefined): string =>
  of
    ? [of.label, ...(["initialBudget", "budget", "executed", "fullMark", "rate", "score"] as FundingColumn[]).map((role) => number(of.cells[role]?.stated))].join(" ")
    : "none"; // prettier-ignore

const block = ({ funding }: ScoringTable): readonly string[] =>
  funding ? [funding.moneyUnit ?? "-", row(funding.total), ...funding.parts.map(row)] : [];

describe("funding blocks as units file them", () => {
  const heads = (label: string, ...words: readonly string[]): GridRow => [label, "", ...words];
  const standard = (header: GridRow, total: GridRow, ...parts: readonly GridRow[]) => below([header, total, ...parts]);

  it.each<[string, GridRow]>([
    ["letters behind the words", heads("项目资金（万元）", "年初预算数", "全年预算数A", "全年执行数B", "分值", "执行率", "得分")],
    ["letters in full width", heads("项目资金（万元）", "年初预算数", "全年预算数Ａ", "全年执行数Ｂ", "分值", "执行率B/A", "得分")],
    ["letters in brackets, a formula in the rate", heads("资金（万元）", "年初预算数", "全年预算数（A）", "全年执行数\n（B）", "分值", "执行率（B/A）", "得分")],
    ["numbered, with a formula", heads("项目资金（万元）", "①年初预算数", "②全年预算数", "③全年执行数", "分值", "执行率=③/②", "得分")],
    ["units behind the words", heads("项目资金", "年初预算数（万元）", "全年预算数（万元）", "全年执行数（万元）", "分值", "执行率（%）", "得分")],
    ["units without brackets", heads("项目资金", "年初预算数万元", "全年预算数万元", "全年执行数万元", "分值", "执行率%", "得分")],
    ["which budget in brackets", heads("项目资金（万元）", "预算数（年初）", "预算数（调整后）", "执行数（全年）", "执行率权重", "执行率", "执行率得分")],
    ["weights", heads("项目资金（万元）", "年初预算", "调整后预算", "实际支出", "执行率权重", "预算执行率", "执行率得分")],
  ])("[R12] %s", (_, header) => {
    const percent = header.some((each) => typeof each === "string" && each.includes("%"));
    const table = tableIn(standard(header, ["", "年度资金总额", 120, 100, 95, 10, percent ? 95 : 0.95, 9.5], ["", "其中：财政拨款", 120, 100, 95, "—", "", "—"]));
    expect(block(table)).toEqual([
      "万元",
      `年度资金总额 120 100 95 10 ${percent ? "95" : "0.95"} 9.5`,
      "其中：财政拨款 120 100 95 - - -",
    ]);
  }); // prettier-ignore

  const amounts = (budget: string | number, executed: string | number, unit = "（万元）") =>
    tableIn(
      standard(
        heads(`项目资金${unit}`, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"),
        ["", "年度资金总额", budget, budget, executed, 10, 0.835, 8.4],
        ["", "其中：财政拨款", budget, budget, executed, "—", "", "—"],
        ["", "其他资金", 0, 0, 0, "—", "", "—"],
      ),
    );

  it.each<[string | number, string | number, string, string]>([
    ["150万", "125.25万", "（万元）", "万元 150 125.25"],
    ["150万元", "125.25 万元", "（万元）", "万元 150 125.25"],
    ["￥150", "¥125.25", "（万元）", "万元 150 125.25"],
    ["1,500,000.00元", "1,252,500.00 元", "（万元）", "万元 150 125.25"],
    ["１５０", "\u200b125.25", "（万元）", "万元 150 125.25"],
    ["150万", "1252500", "（元）", "元 1500000 1252500"],
    ["150万", "125.25万", "", "万元 150 125.25"],
    ["150万", "1,252,500元", "", "万元 150 125.25"],
    ["1,500,000.00元", "125.25万元", "", "万元 150 125.25"],
    ["0.015亿", "1252500元", "", "亿元 0.015 0.012525"],
    ["150万", "￥1,252,500", "", "- - 1252500"],
    [150, "125.25万（含追加）", "（万元）", "万元 150 -"],
    [150, "约125万", "（万元）", "万元 150 -"],
    [1500000, "125.25万", "", "- 1500000 -"],
  ])("[R12] [R19] %s and %s in a block of %s", (budget, executed, unit, wanted) => {
    const { funding } = amounts(budget, executed, unit);
    const cells = funding?.total?.cells;
    expect(`${funding?.moneyUnit ?? "-"} ${number(cells?.budget?.stated)} ${number(cells?.executed?.stated)}`).toBe(wanted);
    expect(funding?.parts).toHaveLength(2);
  }); // prettier-ignore

  it("[R12] sources of money in columns, below each figure", () => {
    const table = tableIn(
      below([
        ["项目资金（万元）", "", "年初预算数", LEFT, "全年预算数", LEFT, "全年执行数", LEFT, "执行率"],
        [UP, "", "财政拨款", "其他资金", "财政拨款", "其他资金", "财政拨款", "其他资金", UP],
        [UP, "金额", 80, 20, 80, 20, 75, 20, 0.95],
      ]),
    );
    expect(block(table)).toEqual(["万元", "金额 - - - - 0.95 -", "财政拨款 80 80 75 - - -", "其他资金 20 20 20 - - -"]);
  });

  it("[R12] sources of money in columns, behind the total of each figure", () => {
    const table = tableIn(
      below([
        ["资金（万元）", "预算数", "其中：财政拨款", "其他资金", "执行数", "其中：财政拨款", "其他资金", "执行率"],
        ["", 100, 80, 20, 95, 75, 20, 0.95],
      ]),
    );
    expect(block(table)).toEqual([
      "万元",
      " - 100 95 - 0.95 -",
      "其中：财政拨款 - 80 75 - - -",
      "其他资金 - 20 20 - - -",
    ]);
  });

  it.each(["年度资金总额", "合计", "资金总额："])("[R12] the block turned over, with its total under %s", (total) => {
    const table = tableIn(
      below([
        ["项目资金（万元）", "", total, "财政拨款", "其他资金"],
        [UP, "年初预算数", 120, 100, 20],
        [UP, "全年预算数", 100, 80, 20],
        [UP, "全年执行数", "95万", 75, 20],
        [UP, "执行率", 0.95, 0.9375, 1],
        [UP, "分值", 10, "—", "—"],
        [UP, "得分", 9.5, "—", "—"],
      ]),
    );
    expect(block(table)).toEqual([
      "万元",
      `${total} 120 100 95 10 0.95 9.5`,
      "财政拨款 100 80 75 - 0.9375 -",
      "其他资金 20 20 20 - 1 -",
    ]);
  });

  it("[R12] a list of labels and amounts, with rate, mark and score behind labels of their own", () => {
    const table = tableIn(
      below([
        ["资金（万元）", "预算数：", "100万", "执行数：", "95万", "执行率：", 0.95, "分值", 10, "得分", 9.5],
        ["", "其中：财政拨款", 80, "其中：财政拨款", 75],
      ]),
    );
    expect(block(table)).toEqual(["万元", "预算数： - 100 95 10 0.95 9.5", "其中：财政拨款 - 80 75 - - -"]);
  });

  const reviewed = (header: GridRow, total: GridRow) => {
    const result = review(gridBook(standard(header, total)));
    const [only] = result.tables;
    const rate = only?.funding?.rate;
    return {
      rate: rate?.status === "computed" ? exactText(rate.number) : rate?.status === "notVerifiable" ? rate.missing.join() : null,
      statedRate: only?.funding?.statedRate ? exactText(only.funding.statedRate) : null,
      codes: result.findings.map(({ code }) => code),
    };
  }; // prettier-ignore

  it.each<[string, GridRow]>([
    ["under an unknown word", heads("项目资金", "年初预算数", "全年下达数", "全年执行数", "分值", "执行率", "得分")],
    ["not at all", heads("项目资金", "年初预算数", "", "全年执行数", "分值", "执行率", "得分")],
    ["of a part of the year", heads("项目资金", "年初预算数", "1-9月预算数", "全年执行数", "分值", "执行率", "得分")],
  ])("[R19] the initial budget never stands for the year's: 全年预算数 %s is missing", (_, header) => {
    const said = reviewed(header, ["", "年度资金总额", 120, 100, 95, 10, 0.95, 9.5]);
    expect(said).toMatchObject({ rate: "全年预算数", statedRate: "19/20" });
    expect(said.codes).toContain("input-missing");
    expect(said.codes).not.toContain("rate-mismatch");
  });

  it("[R3] two columns that may be the year's budget: neither is taken, both are named", () => {
    const header = heads("项目资金", "预算批复数", "预算安排数", "全年执行数", "分值", "执行率", "得分");
    const reading = readGrid(standard(header, ["", "年度资金总额", 120, 100, 95, 10, 0.95, 9.5]));
    expect(reading.findings.map(({ code, data }) => [code, data])).toEqual([
      [
        "ambiguous-header",
        { readings: ["C 预算批复数", "D 预算安排数"], claim: { heads: ["C2", "D2"], role: "budget", level: null } },
      ],
    ]);
    expect(row(reading.tables[0]?.funding?.total)).toBe("年度资金总额 - - 95 10 0.95 9.5");
  });

  it("[R12] 全年预算数 counts before the bare 预算数 beside it", () => {
    const header = heads("项目资金", "预算数", "调整后预算数", "执行数", "分值", "执行率", "得分");
    expect(row(tableIn(standard(header, ["", "年度资金总额", 120, 100, 95, 10, 0.95, 9.5])).funding?.total)).toBe("年度资金总额 - 100 95 10 0.95 9.5");
  }); // prettier-ignore

  it("[R6] [R12] a weight of 10% is a mark of 10, and 95% is no score beside a mark in points", () => {
    const header = heads("项目资金", "年初预算数", "全年预算数", "全年执行数", "权重", "执行率", "得分");
    const rows = standard(header, ["", "年度资金总额", 100, 100, 95, "10%", 0.95, "9.5%"]);
    expect(row(tableIn(rows).funding?.total)).toBe("年度资金总额 100 100 95 10 0.95 9.5");
    const points = standard(header, ["", "年度资金总额", 100, 100, 95, 10, 0.95, "95%"]);
    expect(row(tableIn(points).funding?.total)).toBe("年度资金总额 100 100 95 10 0.95 -");
  });
});

import { review } from "../../../src/core/review";
import { gridBook, LEFT, UP, type GridRow } from "../../support/grid";
import { tableIn } from "./reading";

const BODY: readonly GridRow[] = [
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
  ["产出指标", "数量指标", "培训场次", "20场", "20场", 50, 50, ""],
  ["效益指标", "社会效益", "受益人数", "300人", "300人", 40, 40, ""],
];

const said = (rows: readonly GridRow[]): readonly string[] =>
  review(gridBook([...rows, ...BODY])).findings.map(({ code }) => code);

/** Budget, executed, mark and score of the block's total, and its parts by label. */
function block(rows: readonly GridRow[]): string {
  const { funding } = tableIn([...rows, ...BODY]);
  const cells = funding?.total?.cells;
  const shown = [cells?.budget, cells?.executed, cells?.fullMark, cells?.score].map((cell) => cell?.stated?.number.toFraction() ?? "-");
  return [shown.join(" "), ...(funding?.parts ?? []).map(({ label }) => label)].join(", ");
} // prettier-ignore

describe("[R12] sources in columns that have no total", () => {
  it.each<[string, readonly GridRow[], string]>([
    ["figures in rows, mark and score behind the sources", [
      ["项目资金（万元）", "", "财政拨款", "其他资金", "分值", "执行率", "得分"],
      ["年初预算数", "", 80, 20],
      ["全年预算数", "", 80, 20],
      ["全年执行数", "", 70, 20, 10, "90%", 9],
    ], "- - 10 9, 财政拨款, 其他资金"],
    ["mark and score in the first row", [
      ["资金来源", "", "中央资金", "省级资金", "县级资金", "分值", "得分"],
      ["全年预算数", "", 50, 30, 20, 10, 10],
      ["全年执行数", "", 50, 30, 20],
    ], "- - 10 10, 中央资金, 省级资金, 县级资金"],
    ["sources below each figure", [
      ["项目资金（万元）", "", "全年预算数", LEFT, "全年执行数", LEFT, "分值", "执行率", "得分"],
      [UP, "", "财政拨款", "其他资金", "财政拨款", "其他资金", UP, UP, UP],
      ["", "年度资金", 80, 20, 70, 20, 10, "90%", 9],
    ], "- - 10 9, 财政拨款, 其他资金"],
  ])("%s: the block has its mark and score, and no figures of its own", (_, rows, wanted) => {
    expect(block(rows)).toBe(wanted);
    expect(review(gridBook([...rows, ...BODY])).tables).toHaveLength(1);
    expect(said(rows)).toContain("input-missing");
  }); // prettier-ignore
});

describe("[R19] words for figures of money", () => {
  const one = (budget: string, executed: string, rate = "执行率"): readonly GridRow[] => [
    ["项目资金（万元）", "", budget, executed, "分值", rate, "得分"],
    ["年度资金总额", "", 100, 90, 10, "90%", 9],
  ];
  it.each<[string, string, string]>([
    ["资金下达数", "资金支付数", "支付进度"],
    ["计划投资", "实际投资", "完成率"],
    ["批复资金", "实际支出资金", "支出进度（%）"],
    ["全年预算数B（万元）", "全年执行数（C）万元", "执行率C/B"],
    ["项目计划投资额", "实际完成投资额", "执行率"],
  ])("%s, %s, %s", (budget, executed, rate) => expect(block(one(budget, executed, rate))).toBe("100 90 10 9"));

  it.each(["到位数", "资金到位数", "结余数", "年中追加数"])("%s is known, and nothing is computed from it", (head) => {
    const rows: readonly GridRow[] = [
      ["项目资金（万元）", "", "预算数", head, "执行数", "分值", "执行率", "得分"],
      ["年度资金总额", "", 100, 100, 100, 10, "100%", 10],
    ];
    expect(said(rows)).toEqual([]);
  });

  it("an amount typed as text is told as it is typed", () => {
    const rows: readonly GridRow[] = [
      ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      ["年度资金总额", "", 150, "150万", "125.25万", 10, "83.5%", 8.35],
      BODY[0] ?? [],
      ["产出指标", "数量指标", "预算执行率", "100%", "83.5%", 90, 75, "年底付款"],
    ];
    const { problems } = review(gridBook(rows));
    expect(problems.flatMap((one) => (one.kind === "not-a-number" ? [one.text] : [])).sort()).toEqual([
      "125.25万",
      "150万",
    ]);
  });
});

describe("[R29] a column in another unit", () => {
  const units = (budget: string, executed: string): readonly GridRow[] => [
    ["项目资金", "", "年初预算数（万元）", budget, executed, "分值", "执行率", "得分"],
    ["年度资金总额", "", 100, 100, 900_000, 10, "90%", 9],
  ];
  it.each<[string, string, boolean]>([
    ["全年预算数（万元）", "全年执行数（元）", true],
    ["全年预算数（万元）", "全年执行数（单位：元）", true],
    ["全年预算数", "全年执行数（亿元）", true],
    ["全年预算数（万元）", "全年执行数（万元）", false],
  ])("%s beside %s is told: %s", (budget, executed, wanted) => {
    const codes = said(units(budget, executed));
    expect(codes.includes("funding-units-differ")).toBe(wanted);
    // 900000 万元 would be: the figures of one unit are compared
    expect(codes.includes("execution-over-budget")).toBe(!wanted);
  });
});

describe("[C7] a total that is left blank", () => {
  it.each<[string, GridRow, readonly string[]]>([
    ["beside parts", ["年度资金总额", "", "", "", "", 10, "", 10], ["input-missing"]],
    ["in one of the figures", ["年度资金总额", "", 100, 100, "", 10, "", 10], ["input-missing"]],
    ["nowhere", ["年度资金总额", "", 100, 100, 100, 10, "100%", 10], []],
  ])("%s", (_, total, wanted) => {
    const rows: readonly GridRow[] = [
      ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      total,
      ["其中：财政拨款", "", 80, 80, 80],
      ["其他资金", "", 20, 20, 20],
    ];
    expect(said(rows)).toEqual(wanted);
  });
});

describe("[R11] years of the money", () => {
  const years = (...labels: readonly string[]) =>
    tableIn([["项目资金（万元）", "", "预算数", "执行数", "执行率", "分值", "得分"], ...labels.map((label): GridRow => [label, "", 50, 50, "100%"]), ["合计", "", 50 * labels.length, 50 * labels.length, "100%", 10, 10], ...BODY]).year; // prettier-ignore

  it("rows of several years do not say the table's", () => expect(years("2021年", "2022年")).toBeNull());
  it("one year alone does", () => expect(years("2022年度")).toBe(2022));
});

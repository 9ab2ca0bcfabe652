import { sheetA1 } from "../../../src/core/workbook/address";
import { bookOf, gridBook, LEFT, sheetOf, type GridCell, type GridRow } from "../../support/grid";
import { given } from "../quantities/workbook";
import { departmentBook, indicatorOf, reviewedBy, STAFF, STAFF_STANDARD, type PrintedRow } from "../sources/sheets";
import type { Review } from "../../../src/core/review.types";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { contradictions } from "../../support/live-contradictions";
import { answered, scored, withValues } from "../scores/live";

const PROJECT = { pack: builtInPack("project") };

const impossible = ({ findings }: Review): readonly string[] =>
  findings.flatMap((one) =>
    one.code === "input-impossible" ? [`${one.at ? sheetA1(one.at).split("!")[1] : "-"} ${one.data.name} ${one.data.value}`] : [],
  ); // prettier-ignore

const rated = (name: string, definition: string, inputs: Readonly<Record<string, string>>): Review => {
  const rows: readonly PrintedRow[] = [{ name, mark: 5, score: 5, definition }];
  return reviewedBy(departmentBook(rows), { inputs: given(inputs) });
};
const STAFFED = "在职人员控制率=（在职人员数/编制数）×100%。";
const QUALITY = "质量达标率=（质量达标实际工作数/计划工作数）×100%。";

describe("[C19] a number that can not be", () => {
  test.each<[string, Review, readonly string[]]>([
    ["-79 staff", rated("在职人员控制率", STAFFED, { 在职人员数: "-79", 编制数: "80" }), ["B3 在职人员数 -79"]],
    ["no staff at all", rated("在职人员控制率", STAFFED, { 在职人员数: "0", 编制数: "80" }), []],
    ["79.5 staff", rated("在职人员控制率", STAFFED, { 在职人员数: "79.5", 编制数: "80" }), ["B3 在职人员数 79.5"]],
    ["1.25万人, 12 500 people", rated("覆盖率", "覆盖率=受益人数（万人）/总人数（万人）×100%", { 受益人数: "1.25", 总人数: "2.5" }), []],
    ["1.25百户, 125 households", rated("覆盖率", "覆盖率=入户户数（百户）/总户数（百户）×100%", { 入户户数: "1.25", 总户数: "2.5" }), []],
    ["1.00005万件, half a piece", rated("覆盖率", "覆盖率=办结件数（万件）/总件数（万件）×100%", { 办结件数: "1.00005", 总件数: "2" }), ["B3 办结件数 1.00005"]],
    ["an average of 79.5", rated("在职人员控制率", "在职人员控制率=（平均在职人数/编制数）×100%", { 平均在职人数: "79.5", 编制数: "80" }), []],
    ["a negative budget", rated("预算完成率", "预算完成率=（预算完成数/预算数）×100%", { 预算完成数: "-1", 预算数: "80" }), ["B3 预算完成数 -1"]],
    ["a budget cut", rated("预算调整率", "预算调整率=（预算调整数/预算数）×100%", { 预算调整数: "-1", 预算数: "80" }), []],
    ["more done well than planned", rated("质量达标率", QUALITY, { 质量达标实际工作数: "11", 计划工作数: "10" }), ["B3 质量达标实际工作数 11"]],
    ["all that was planned done well", rated("质量达标率", QUALITY, { 质量达标实际工作数: "10", 计划工作数: "10" }), []],
    ["more failures than trials: a rate below zero", rated("合格率", "合格率=（1-不合格数/检查总数）×100%", { 不合格数: "12", 检查总数: "10" }), ["B3 合格率 -20%"]],
    ["as many failures as trials", rated("合格率", "合格率=（1-不合格数/检查总数）×100%", { 不合格数: "10", 检查总数: "10" }), []],
    ["two parts that together pass their whole", rated("参保率", "参保率=（职工参保人数+居民参保人数）/总人数×100%", { 职工参保人数: "60", 居民参保人数: "41", 总人数: "100" }), ["B3 参保率 101%"]],
    ["two parts that make their whole", rated("参保率", "参保率=（职工参保人数+居民参保人数）/总人数×100%", { 职工参保人数: "60", 居民参保人数: "40", 总人数: "100" }), []],
    ["two parts of what may be passed", rated("任务完成率", "任务完成率=（上半年完成数+下半年完成数）/计划数×100%", { 上半年完成数: "60", 下半年完成数: "50", 计划数: "100" }), []],
    ["more in use than there are, as 比例", rated("设备使用比例", "设备使用比例=在用设备数/设备总数", { 在用设备数: "12", 设备总数: "10" }), ["B3 在用设备数 12"]],
    ["more done than planned", rated("实际完成率", "实际完成率=（实际完成工作数/计划工作数）×100%", { 实际完成工作数: "11", 计划工作数: "10" }), []],
  ])("%s", (_, review, expected) => {
    expect(impossible(review)).toEqual(expected);
    const [one] = review.tables[0]?.indicators ?? [];
    expect(one?.rate.status === "computed" && one.rate.impossible !== undefined).toBe(expected.length > 0);
    expect(review.findings.filter(({ code }) => code === "input-missing" || code === "answer-missing")).toEqual([]);
  }); // prettier-ignore

  it("-79 staff of 80 do not score 5 of 5", () => {
    const book = departmentBook([{ ...STAFF, standard: STAFF_STANDARD, score: 5 }]);
    const review = reviewedBy(book, { inputs: given({ 在职人员数: "-79", 编制数: "80" }) });
    expect(indicatorOf(review).recomputed.status).toBe("notVerifiable");
  });

  it("more done in time than done, told by what another definition reads", () => {
    const book = departmentBook([
      { name: "实际完成率", mark: 5, score: 5, definition: "实际完成率=（实际完成工作数/计划工作数）×100%" },
      { name: "完成及时率", mark: 5, score: 5, definition: "完成及时率=（及时完成实际工作数/计划工作数）×100%" },
    ]);
    const inputs = (timely: string) => ({ inputs: given({ 实际完成工作数: "8", 计划工作数: "10", 及时完成实际工作数: timely }) });
    expect(impossible(reviewedBy(book, inputs("9")))).toEqual(["B4 及时完成实际工作数 9"]);
    expect(impossible(reviewedBy(book, inputs("8")))).toEqual([]);
  }); // prettier-ignore

  const form = (name: string, target: GridCell, actual: GridCell): readonly GridRow[] => [
    ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "数量指标", name, target, actual, 90, 90],
  ];
  const acted = (name: string, target: GridCell, actual: GridCell): Review =>
    reviewedBy(gridBook(form(name, target, actual)));
  test.each<[string, string, GridCell, GridCell, readonly string[]]>([
    ["8800 % satisfied", "群众满意度", "≥90%", "8800%", ["E3 群众满意度 8800%"]],
    ["101 % satisfied", "群众满意度", "≥90%", "101%", ["E3 群众满意度 101%"]],
    ["100 % satisfied", "群众满意度", "≥90%", "100%", []],
    ["95 of bare points", "群众满意度", "≥90%", 95, []],
    ["8800 % employed", "毕业生就业率", "≥90%", "8800%", ["E3 毕业生就业率 8800%"]],
    ["120 % in time", "按期完工率", "100%", "120%", ["E3 按期完工率 120%"]],
    ["more paid out in time than all", "资金及时拨付率", "100%", "105%", ["E3 资金及时拨付率 105%"]],
    ["more than planned was done", "任务完成率", "100%", "105%", []],
    ["more than was planned arrived", "资金到位率", "100%", "110%", []],
    ["growth", "产值增长率", "≥5%", "150%", []],
    ["101 of bare points", "服务对象满意率", "≥90%", 101, ["E3 服务对象满意率 101"]],
    ["more done than planned", "任务完成率", "100%", "120%", []],
    ["minus 5 people trained", "培训人数", "≥20人", "-5人", ["E3 培训人数 -5"]],
    ["20.5 people trained", "培训人数", "≥20人", "20.5人", ["E3 培训人数 20.5"]],
    ["2.5 万 people", "培训人数", "≥2万人", "2.5万人", []],
    ["3.5 km of road", "道路长度", "≥3公里", "3.5公里", []],
    ["costs that fell", "成本增长率", "≤5%", "-3%", []],
    ["a road of minus 3 km", "道路长度", "≥3公里", "-3公里", ["E3 道路长度 -3"]],
    ["minus 2 days", "平均办理时间", "≤5天", "-2天", ["E3 平均办理时间 -2"]],
    ["fewer than last year", "较上年办件天数", "≤0天", "-2天", []],
    ["fewer people than last year", "同比培训人数", "≥0人", "-5人", []],
    ["extra beds", "床位使用率", "≥90%", "105%", []],
    ["2 days early", "较计划提前天数", "≥0天", "-2天", []],
    ["a part inspected: 105 %", "抽检比例", "≥5%", "105%", ["E3 抽检比例 105%"]],
    ["all inspected", "抽检比例", "≥5%", "100%", []],
    ["more saved than was used", "节能率", "≥5%", "101%", ["E3 节能率 101%"]],
    ["more used than before", "节能率", "≥5%", "-1%", []],
    ["1.2 beside 95%, compared as 120 %", "验收合格率", "≥95%", 1.2, ["E3 验收合格率 120%"]],
    ["1 beside 95%", "验收合格率", "≥95%", 1, []],
    ["1.2 beside 95% of what may be passed", "任务完成率", "≥95%", 1.2, []],
  ])("actual value: %s", (_, name, target, actual, expected) =>
    expect(impossible(acted(name, target, actual))).toEqual(expected),
  ); // prettier-ignore

  it.each<[string, GridCell, GridCell, readonly string[]]>([
    ["群众满意度", "≥120%", "95%", ["target-impossible D3", "target-missed-but-full G3"]],
    ["群众满意度", "≥100%", "100%", []],
    ["培训人数", "≥-20人", "20人", ["target-impossible D3"]],
    ["任务完成率", "≥120%", "125%", []],
    ["群众满意度", "≥90%", "8800%", ["input-impossible E3"]],
    ["家庭医生签约率", 24694, 22584, ["input-impossible E3"]],
    ["培训人数", "≥20人", "-5人", ["input-impossible E3"]],
    ["项目成本", "≤100万元", "98元", ["unit-scale E3"]],
    ["项目成本", "≤100万元", "980000元", []],
    ["项目成本（万元）", "≤100", "98元", ["unit-scale E3"]],
    ["项目成本（万元）", "≤100", "98万元", []],
    ["群众满意度", "≥90%", 9.5, ["target-not-comparable E3"]],
    ["群众满意度", "≥90%", 0.95, []],
  ])("%s, target %s and actual value %s: one finding for one cause", (name, target, actual, expected) => {
    const said = acted(name, target, actual).findings.map(({ code, at }) => `${code} ${at ? sheetA1(at).split("!")[1] : ""}`);
    expect([...said].sort()).toEqual(expected);
  }); // prettier-ignore

  it.each<[string, GridCell, GridCell, GridCell]>([
    ["验收合格率", "≥95%", 0.96, 1.2],
    ["验收合格率", "≥95%", 0.96, 96],
    ["节能率", "≥5%", 0.06, 101],
    ["平均办理时间", "≤5天", 4, -4],
    ["验收合格率", "≥95%", "120%", "130%"],
    ["验收合格率", "≥95%", "120%", "96%"],
    ["验收合格率", "≥95%", "96%", 1.2],
    ["培训人数", "≥20人", "-5人", 21],
    ["培训人数", "≥20人", 21, 20.5],
    ["培训人数", "≥20人", "-5人", "-6人"],
    ["培训人数", "≥2万人", "3万人", 2.5],
    ["培训人数", "≥2万人", "3万人", 2.50005],
  ])("the sheet says the same of %s, target %s, once %s is replaced by %s", (name, target, actual, typed) => {
    const copy = withValues(scored(gridBook(form(name, target, actual)), PROJECT), "评分表", [[2, 4, typed as number]]);
    expect(contradictions(copy, reviewedBy(copy, PROJECT))).toEqual([]);
  });

  it.each<[GridCell, string]>([
    ["120%", "notVerifiable"],
    [1.2, "notVerifiable"],
    ["100%", "computed"],
    [96, "computed"],
  ])("by a pack no score is made of a share of %s", (actual, expected) => {
    const { tables } = reviewedBy(gridBook(form("验收合格率", "≥95%", actual)), PROJECT);
    expect(tables[0]?.indicators[0]?.recomputed.status).toBe(expected);
  });

  it("the sheet says the same of a formula whose numbers pass their whole", () => {
    const book = departmentBook([
      { name: "合格率", mark: 5, score: 5, definition: "合格率=（1-不合格数/检查总数）×100%", standard: "合格率≥95%，计5分；每低一个百分点扣0.5分，扣完为止。" },
    ]); // prettier-ignore
    const copy = scored(book, { inputs: given({ 不合格数: "1", 检查总数: "10" }) });
    for (const failures of [0, 5, 11, 12]) {
      const typed = answered(copy, { 不合格数: failures });
      expect(contradictions(typed, reviewedBy(typed))).toEqual([]);
    }
  });

  it("the sheet counts 万人 in people, as the review does", () => {
    const book = departmentBook([
      { name: "覆盖率", mark: 5, score: 5, definition: "覆盖率=受益人数（万人）/总人数（万人）×100%", standard: "覆盖率≥95%，计5分；每低一个百分点扣0.5分，扣完为止。" },
    ]); // prettier-ignore
    const copy = scored(book, { inputs: given({ 受益人数: "2", 总人数: "2.5" }) });
    for (const served of [1.25, 12.3456, 1.1, 2.2222, 1.00005]) {
      const typed = answered(copy, { 受益人数: served });
      const review = reviewedBy(typed);
      expect(impossible(review).length).toBe(served === 1.00005 || served === 12.3456 ? 1 : 0);
      expect(contradictions(typed, review)).toEqual([]);
    }
  });

  it("a negative budget in the funding block, and in a base-data table that no definition reads", () => {
    const funded: readonly GridRow[] = [
      ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
      ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      ["年度资金总额", 100, -100, 95, 10, null, 9],
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ["产出指标", "数量指标", "培训期数", "≥10期", 10, 90, 90],
    ];
    expect(impossible(reviewedBy(gridBook(funded)))).toEqual(["C3 年度资金总额 全年预算数 -100"]);
    const data = sheetOf("基础数据表", [
      ["部门整体支出绩效评价基础数据表"],
      ["财政供养人员情况", "编制数", "2021年实际在职人数", "控制率"],
      ["", 143, -136, null],
    ]);
    const book = bookOf([...departmentBook([{ name: "目标合理性", mark: 5, score: 5 }]).sheets, data]);
    expect(impossible(reviewedBy(book))).toHaveLength(1);
  });
});

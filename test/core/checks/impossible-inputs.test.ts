import { sheetA1 } from "../../../src/core/workbook/address";
import { bookOf, gridBook, LEFT, sheetOf, type GridCell, type GridRow } from "../../support/grid";
import { given } from "../quantities/workbook";
import { departmentBook, indicatorOf, reviewedBy, STAFF, STAFF_STANDARD, type PrintedRow } from "../sources/sheets";
import type { Review } from "../../../src/core/review.types";

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
    ["an average of 79.5", rated("在职人员控制率", "在职人员控制率=（平均在职人数/编制数）×100%", { 平均在职人数: "79.5", 编制数: "80" }), []],
    ["a negative budget", rated("预算完成率", "预算完成率=（预算完成数/预算数）×100%", { 预算完成数: "-1", 预算数: "80" }), ["B3 预算完成数 -1"]],
    ["a budget cut", rated("预算调整率", "预算调整率=（预算调整数/预算数）×100%", { 预算调整数: "-1", 预算数: "80" }), []],
    ["more done well than planned", rated("质量达标率", QUALITY, { 质量达标实际工作数: "11", 计划工作数: "10" }), ["B3 质量达标实际工作数 11"]],
    ["all that was planned done well", rated("质量达标率", QUALITY, { 质量达标实际工作数: "10", 计划工作数: "10" }), []],
    ["more done than planned", rated("实际完成率", "实际完成率=（实际完成工作数/计划工作数）×100%", { 实际完成工作数: "11", 计划工作数: "10" }), []],
  ])("%s", (_, review, expected) => {
    expect(impossible(review)).toEqual(expected);
    const [one] = review.tables[0]?.indicators ?? [];
    expect(one?.rate.status === "computed" && one.rate.impossible !== undefined).toBe(expected.length > 0);
    expect(review.findings.filter(({ code }) => code === "input-missing")).toEqual([]);
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

  const acted = (name: string, target: GridCell, actual: GridCell): Review =>
    reviewedBy(
      gridBook([
        ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", name, target, actual, 90, 90],
      ]),
    );
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
  ])("actual value: %s", (_, name, target, actual, expected) =>
    expect(impossible(acted(name, target, actual))).toEqual(expected),
  ); // prettier-ignore

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

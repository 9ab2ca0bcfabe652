import { checkReport } from "../../../src/core/report/check-report";
import { NO_OPTIONS, review } from "../../../src/core/review";
import { a1 } from "../../../src/core/workbook/address";
import { gridBook, LEFT, type GridCell } from "../../support/grid";
import { read } from "./read";

const table = (people: GridCell, score: GridCell, total: GridCell) =>
  review(
    gridBook([
      ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
      ["实施单位：青禾县培训中心", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
      ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      ["年度资金总额", 50, 48, 45.6, 10, 0.95, 9.5],
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ["产出指标", "数量指标", "培训学员人数", "≥1200人", people, 40, score],
      ["效益指标", "社会效益指标", "就业帮扶成效", "好", "好", 40, 40],
      ["满意度指标", "服务对象满意度指标", "学员满意度", "≥90%", "96%", 10, 10],
      ["总分", "", "", "", "", 100, total],
    ]),
    NO_OPTIONS,
  );

const LOST = table("1180人", 38, 97.5);
const FULL = table("1200人", 40, 99.5);

/** What is found beside the table, each with its cell; what is told of every report of this table is left out. */
const found = (text: string, book = LOST): readonly string[] =>
  checkReport(read(text), book)
    .findings.filter(({ code }) => !["report-deduction-unexplained", "report-evidence-absent"].includes(code))
    .map(({ code, at }) => `${code} ${at ? a1(at) : "-"}`);

describe("[I25] scores in the text", () => {
  it.each([
    ["the total", "自评得分97.5分。", []],
    ["the total with a colon and a zero", "自评总得分：97.50分。", []],
    ["another total", "自评得分98.5分。", ["report-score-mismatch G9"]],
    ["without the word 得分", "本项目绩效自评98.5分。", ["report-score-mismatch G9"]],
    ["the office's score", "自评得分97.5分，财政评价得分92分。", []],
    ["last year's", "2022年度自评得分93分。", []],
    ["how marks are given", "满分100分，90分以上为优。", []],
    ["an indicator's", "培训学员人数得38分。", []],
    ["another of an indicator", "培训学员人数得40分。", ["report-score-mismatch G6"]],
    ["the grade", "评价等级为“优”。", []],
    ["another grade", "评价等级为良。", ["report-score-mismatch -"]],
  ])("%s", (_, text, expected) => expect(found(text)).toEqual(expected));
});

describe("[I25] amounts and results in the text", () => {
  it.each([
    ["the amounts of the block", "项目年初预算50万元，全年预算480,000元，全年执行数45.60万元，预算执行率95%。", []],
    ["another budget", "全年预算49万元。", ["report-number-mismatch C4"]],
    ["another amount executed", "项目实际支出46.6万元。", ["report-number-mismatch D4"]],
    ["another rate", "预算执行率97%。", ["report-number-mismatch F4"]],
    ["the rate of a part", "中央资金支出30万元，执行率100%。", []],
    ["the amount of one item", "1.设备购置。实际支出20万元。\n2.培训。实际支出25.6万元。", []],
    ["half a year", "截至6月底，实际支出20万元。", []],
    ["the year before", "2022年实际支出40万元。", []],
    ["about as much", "实际支出约46万元。", []],
    ["the result", "全年培训学员人数1180人。", []],
    ["another result", "全年培训学员人数1230人。", ["report-number-mismatch E6"]],
    ["the target", "培训学员人数目标为1200人。", []],
    ["right elsewhere", "培训学员人数1180人。春季培训学员人数600人。其中县城培训学员人数500人。", []],
    ["a bound", "学员满意度达到90%以上。", []],
    ["another rate of satisfaction", "学员满意度98%。", ["report-number-mismatch E8"]],
    ["the name within a longer one", "农村培训学员人数800人。", []],
    ["another unit", "培训学员人数1230人次。", []],
  ])("%s", (_, text, expected) => expect(found(text)).toEqual(expected)); // prettier-ignore

  it("with two tables nobody can tell of which a number is", () => {
    const both = { ...LOST, tables: [...LOST.tables, ...FULL.tables] };
    expect(found("培训学员人数1230人。自评得分95分。", both)).toEqual([]);
  });
});

describe("[I26] claims and problems", () => {
  const CLAIM = ["report-claim-contradicts E6"];

  it.each([
    ["all of the year's targets", "全面完成了年度绩效目标。", LOST, CLAIM],
    ["all targets met", "各项指标均达到预期目标。", LOST, CLAIM],
    ["nothing lost", "全面完成了年度绩效目标。", FULL, []],
    ["one task", "圆满完成防汛值守任务。", LOST, []],
    ["nearly all", "基本完成年度绩效目标。", LOST, []],
    ["not all", "未能全面完成年度绩效目标。", LOST, []],
    ["a wish", "为全面完成年度工作目标奠定基础。", LOST, []],
    ["a plan", "五、下一步工作措施\n确保项目推进，全面完成年度绩效目标。", LOST, []],
    ["a duty", "我中心将全面完成全年目标任务。", LOST, []],
  ])("%s", (_, text, book, expected) => expect(found(text, book)).toEqual(expected));

  const ELSEWHERE = (cell: string): readonly string[] => [`report-problem-elsewhere ${cell}`];

  it.each([
    ["only what has full marks is named", "四、存在的问题\n就业帮扶成效有待提升。\n五、建议\n加强管理。", LOST, ELSEWHERE("G7")],
    ["no problem is said to be", "四、存在的问题\n无。", LOST, ELSEWHERE("G6")],
    ["no problem, and no deduction", "四、存在的问题\n无。", FULL, []],
    ["what lost marks is named, too", "四、存在的问题\n就业帮扶成效有待提升。培训学员人数未达目标。", LOST, []],
    ["a sentence of which nobody can tell what it means", "四、存在的问题\n就业帮扶成效有待提升。组织力度还不够。", LOST, []],
    ["nothing of the table is named", "四、存在的问题\n预算编制不够精准。", LOST, []],
  ])("%s", (_, text, book, expected) => expect(found(text, book)).toEqual(expected)); // prettier-ignore

  const codes = (text: string): readonly string[] => checkReport(read(text), LOST).findings.map(({ code }) => code);

  it.each([
    ["not mentioned", "一、情况\n工作正常。", true],
    ["its value alone", "培训学员人数1180人。", true],
    ["by its name, as falling short", "培训学员人数未达到目标。", false],
    ["by its amount", "因疫情影响，扣2分。", false],
    ["by another amount", "因疫情影响，扣3分。", true],
  ])("a deduction is mentioned: %s", (_, text, isTold) => {
    expect(codes(text).includes("report-deduction-unexplained")).toBe(isTold);
  });

  it.each([
    ["nothing", "学员满意度96%。", true],
    ["a questionnaire", "发放问卷200份，学员满意度96%。", false],
    ["a survey of the people served", "对受益群众开展调查，学员满意度96%。", false],
    ["research", "对重大课题进行调查研究，答复群众来信。", true],
  ])("evidence of satisfaction: %s", (_, text, isTold) => {
    expect(codes(text).includes("report-evidence-absent")).toBe(isTold);
  });
});

describe("[I25] the title", () => {
  it.each([
    ["the table's year", "青禾县培训中心2023年度项目支出绩效自评报告", []],
    ["another year", "青禾县培训中心2022年度项目支出绩效自评报告", ["report-year -"]],
    ["the year of the work and the year reported", "2024年开展2023年度项目支出绩效自评的报告", []],
    ["no title", "根据2022年文件要求，开展自评。", []],
  ])("%s", (_, text, expected) => expect(found(text)).toEqual(expected));
});

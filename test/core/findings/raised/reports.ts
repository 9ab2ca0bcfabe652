import { checkReport } from "../../../../src/core/report/check-report";
import { NO_OPTIONS, review } from "../../../../src/core/review";
import type { Finding } from "../../../../src/core/findings/finding";
import { gridBook, LEFT } from "../../../support/grid";
import { read } from "../../report/read";
import type { RaisedCase } from "./raised-case";

/** A project of 2023 with its funding, one output that missed its target and people's satisfaction. */
const BOOK = review(
  gridBook([
    ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ["实施单位：青禾县培训中心", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    ["年度资金总额", 50, 48, 45.6, 10, 0.95, 9.5],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "数量指标", "培训学员人数", "≥1200人", "1180人", 40, 38],
    ["效益指标", "社会效益指标", "就业帮扶成效", "好", "好", 40, 40],
    ["满意度指标", "服务对象满意度指标", "学员满意度", "≥90%", "96%", 10, 10],
    ["总分", "", "", "", "", 100, 97.5],
  ]),
  NO_OPTIONS,
);

const found = (text: string) => (): readonly Finding[] => checkReport(read(text), BOOK).findings;

/** The same table as the report prints it, with another score. */
const COPY = review(
  gridBook([
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "数量指标", "培训学员人数", "≥1200人", "1180人", 40, 40],
    ["效益指标", "社会效益指标", "就业帮扶成效", "好", "好", 40, 40],
  ]),
  NO_OPTIONS,
).tables;

/** What a report says against itself and against its table. */
export const reports: readonly RaisedCase[] = [
  {
    title: "a report that its own numbers contradict",
    findings: found(
      "青禾县培训中心2022年度项目支出绩效自评报告\n" +
        "一、基本情况\n" +
        "内设4个科室：办公室、教务科、财务科。\n" +
        "在职30人，其中：行政人员11人，事业人员17人，工勤人员1人。\n" +
        "办公楼总面积1200平方米。\n" +
        "二、资金情况\n" +
        "“三公”经费6.50万元，较上年减少1.50万元，下降23.08%。本中心厉行节约，占总额的 %。\n" +
        "三、其他\n" +
        "办公楼总面积1500平方米。本中心管理规范。我局高度重视。本中心将继续努力。",
    ),
    raises: [
      "report-count-mismatch -", "parts-listed-short -", "report-arithmetic -", "report-blank -", "report-value-conflict -",
      "report-year -", "report-other-unit -",
    ],
  },
  {
    title: "a report that its table contradicts",
    findings: found(
      "自评得分99分。培训学员人数1230人。各项绩效指标全部达标。从产出指标、效益指标等两个方面评价。\n" +
        "三、存在的问题\n就业帮扶成效有待提升。",
    ),
    raises: [
      "report-score-mismatch G9", "report-number-mismatch E6", "report-claim-contradicts E6", "report-problem-elsewhere G7",
      "report-deduction-unexplained G6", "report-evidence-absent G8", "report-groups-differ -",
    ],
  },
  {
    title: "the table that a report holds",
    findings: () => checkReport(read("见下表。"), BOOK, COPY).findings,
    raises: ["report-table-differs G6"],
  },
]; // prettier-ignore

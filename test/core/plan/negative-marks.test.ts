import { planReview } from "../../../src/core/plan/plan-review";
import { review } from "../../../src/core/review";
import type { FindingCode } from "../../../src/core/findings/catalogue";
import type { CellScalar, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { applyPlan, calculated } from "../../support/apply-plan";
import { gridBook, LEFT } from "../../support/grid";

const book = (name: string, mark: CellScalar, score: number): WorkbookSnapshot =>
  gridBook([
    ["2023年度部门整体支出绩效自评表", LEFT, LEFT, LEFT, LEFT],
    ["一级指标", "三级指标", "分值", "自评分", "扣分原因"],
    ["产出", "培训人数", 100, 100, ""],
    ["其他", name, mark, score, ""],
  ]);

const CODES: readonly FindingCode[] = ["score-negative", "score-over-full", "justification-missing"];

/** What the review says of the score in D4, and what 核验结论 shows in its row. */
function said(name: string, mark: CellScalar, score: number): { readonly codes: readonly string[]; readonly live: CellScalar } {
  const typed = book(name, mark, score);
  const reviewed = review(typed);
  const codes = reviewed.findings.filter(({ code, at }) => at?.row === 3 && CODES.includes(code)).map(({ code }) => code);
  const { plan } = planReview(typed, reviewed, { lang: "zh" });
  const [sheet] = calculated(applyPlan(typed, plan)).sheets;
  const head = sheet?.cells.find(({ row, value }) => row === 1 && value === "核验结论");
  const live = sheet?.cells.find(({ row, column }) => row === 3 && column === head?.column)?.value;
  return { codes, live: live ?? null };
} // prettier-ignore

describe("[C2] [C5] [P5] what takes marks off is judged alike by the review and by the live cells", () => {
  it.each<[string, string, CellScalar, number, readonly string[], string]>([
    ["less than all taken off", "扣分项", -5, -2, [], "未复算"],
    ["all that may be taken off", "扣分项", -5, -5, [], "未复算"],
    ["more than that", "扣分项", -5, -5.01, ["score-over-full"], "高于满分"],
    ["nothing taken off", "扣分项", -5, 0, [], "未复算"],
    ["a mark below zero whatever its name", "违反财经纪律", -5, -2, [], "未复算"],
    ["marks given by what takes them off", "违反财经纪律", -5, 0.5, ["score-over-full"], "高于满分"],
    ["without a mark", "违纪违规扣分", null, -2, [], "未复算"],
    ["a bound written above zero", "减分指标", 5, -2, [], "未复算"],
    ["above it", "减分指标", 5, 5.01, ["score-over-full"], "高于满分"],
    ["what gives and takes", "奖惩", null, -2, [], "未复算"],
    ["what only gives", "加分项", 5, -2, ["score-negative"], "负分"],
    ["what only gives, not given", "加分项", 5, 0, [], "未复算"],
    ["a count of deductions", "违规扣分次数", 5, -2, ["score-negative"], "负分"],
    ["any other", "培训场次", 5, -0.01, ["score-negative"], "负分"],
  ])("%s: %s with a mark of %s, %s", (_, name, mark, score, codes, live) => {
    expect(said(name, mark, score)).toEqual({ codes, live });
  });
});

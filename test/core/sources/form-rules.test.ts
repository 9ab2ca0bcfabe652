import { exactText } from "../../../src/core/model/exact";
import { NO_OPTIONS, review } from "../../../src/core/review";
import type { Review } from "../../../src/core/review.types";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { readNote } from "../../../src/core/sources/note-rules";
import { planReview } from "../../../src/core/plan/plan-review";
import { applyPlan } from "../../support/apply-plan";
import { shownBeside, withValues } from "../scores/live";
import { gridBook, LEFT, type GridRow } from "../../support/grid";
import { onlyTable, scoresOf, scoreText } from "../scores/project-sheet";

const BOTH_WAYS =
  "正向指标（即目标值为≥X，得分=权重*B/A），反向指标（即目标值为≤X，得分=权重*A/B），得分不得突破权重总额。";
const TIERS = "定性指标计分原则：达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，分别按照该指标对应分值区间100-80%（含80%）、80-50%（含50%）、50-0%合理确定分值。"; // prettier-ignore

interface Around {
  readonly notes?: readonly GridRow[];
  readonly rateHead?: string;
}

const head: GridRow = ["一级指标", "二级指标", "三级指标", "年度指标值(A)", "实际完成值(B)", "分值", "得分"];

function form({ notes = [], rateHead = "得分" }: Around) {
  return gridBook([
    ["2023年度某局运行考核表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ["项目资金（万元）", "", "预算数", "执行数", "执行率", "分值", rateHead],
    ["年度资金总额", "", 100, 80, "80%", 20, 16],
    head,
    ["产出指标", "数量指标", "培训人数", "≥200人", "150人", 40, 30],
    ["", "成本指标", "单位成本", "≤30万元", "40万元", 20, 15],
    ["效益指标", "社会效益指标", "市场秩序", "明显改善", "部分达成预期指标并具有一定效果", 20, 11],
    ["总分", "", "", "", "", 100, 72],
    ...notes,
  ]);
}

const sources = ({ tables }: Review) =>
  tables.flatMap(({ indicators }) => indicators.map(({ rule }) => rule && `${rule.source} ${rule.at}`));

describe("[M19] a rule printed for all rows is the table's own, with its cell", () => {
  // 150 of 200 is 3/4 of 40; 30 over 40 is 3/4 of 20; the typed 11 lies in the middle tier from 50 to 80 % of 20.
  const SCORES = { 培训人数: "30", 单位成本: "15", 市场秩序: "11" };
  test.each<[string, Around]>([
    ["in one note below the table", { notes: [[`备注：1.预算执行口径：预算数为调整后总额。\n2.定量指标计分原则：${BOTH_WAYS}\n3.${TIERS}`]] }],
    ["in a note a row further down, the label in a cell of its own", { notes: [[""], ["评分说明", `${BOTH_WAYS}${TIERS}`]] }],
    ["in notes of several rows", { notes: [["注：1.定量指标得分：" + BOTH_WAYS], [`2.${TIERS}`]] }],
    ["with other signs", { notes: [[`说明：正向指标得分＝B÷A×该指标分值；反向指标得分＝A÷B×该指标分值，得分不得突破该指标分值。${TIERS}`]] }],
    ["in words", { notes: [[`注：正向指标得分=实际完成值/目标值×分值，反向指标得分=目标值/实际完成值×分值。${TIERS}`]] }],
  ])("%s", (_, around) => {
    const found = review(form(around));
    expect(scoresOf(onlyTable(found))).toEqual(SCORES);
    expect(new Set(sources(found).map((source) => source?.split(" ")[0]))).toEqual(new Set(["table"]));
    expect(found.findings.filter(({ code }) => code === "standard-unreadable")).toEqual([]);
  }); // prettier-ignore

  it("names the cell of the note, and the exact tier that it gives", () => {
    const found = review(form({ notes: [["注：" + BOTH_WAYS + TIERS]] }));
    expect(sources(found)[0]).toBe("table '评分表'!A9");
    const lower = review(form({ notes: [["注：" + BOTH_WAYS + TIERS.replace(/50/g, "60")]] }));
    // 11 of 20 is 55 %: within 80–50 %, below 80–60 %.
    expect(scoresOf(onlyTable(lower))).toMatchObject({ 市场秩序: "notVerifiable" });
  });

  it("a usual pack judges only what the note leaves open, and nothing is offered where nothing is left", () => {
    const notes = [["注：" + BOTH_WAYS + TIERS]];
    const taken = review(form({ notes, rateHead: "得分（20分*执行率）" }), {
      ...NO_OPTIONS,
      pack: builtInPack("project"),
    });
    expect(new Set(sources(taken))).toEqual(new Set(["table '评分表'!A9"]));
    expect(review(form({ notes, rateHead: "得分（20分*执行率）" })).offers).toEqual([]);
  });

  test.each([
    ["得分（20分*执行率）", "16"],
    ["得分（20×预算执行率）", "16"],
    ["得分=执行率×分值", "16"],
    ["得分（10分*执行率）", "notJudged"],
    ["得分", "notJudged"],
  ])("the funding block by its header %s: %s", (rateHead, score) => {
    const { funding } = onlyTable(review(form({ rateHead })));
    expect(funding && scoreText(funding)).toBe(score);
  });

  test.each([
    ["a deduction beside it", `${BOTH_WAYS.slice(0, -1)}，超过30%的扣2分。`],
    ["only half of it readable", "正向指标得分=权重*B/A，反向指标酌情计分。"],
    ["tiers that leave a gap", TIERS.replace("80-50%", "70-50%")],
  ])("what a note adds is not passed over: %s", (_, note) => {
    const found = review(form({ notes: [[`注：${note}`]] }));
    expect(exactText(onlyTable(found).coverage.judged)).toBe("0");
    const unread = found.findings.filter(({ code }) => code === "standard-unreadable");
    expect(unread.map(({ at }) => at && [at.row, at.column])).toEqual([[8, 0]]);
  });

  it("a plan relies on the cells that print the rules: changed since, nothing is written", () => {
    const book = form({ notes: [["注：" + BOTH_WAYS + TIERS]], rateHead: "得分（20分*执行率）" });
    const { plan } = planReview(book, review(book), { lang: "zh" });
    const relied = (row: number, column: number): boolean =>
      plan.guards.some(({ at }) => at.sheet === "评分表" && at.row === row && at.column === column);
    expect([relied(8, 0), relied(1, 6)]).toEqual([true, true]);
    expect(() => applyPlan(withValues(book, "评分表", [[1, 6, "得分（10分*执行率）"]]), plan)).toThrow("评分表 G2");
    expect(() => applyPlan(withValues(book, "评分表", [[8, 0, "注："]]), plan)).toThrow("评分表 A9");
  });

  it("the funding block's live score stays blank once its header says something else", () => {
    const book = form({ rateHead: "得分（20分*执行率）" });
    const copy = applyPlan(book, planReview(book, review(book), { lang: "zh" }).plan);
    expect(shownBeside(copy, "项目资金（预算执行率）", 3)).toBe(16);
    const changed = withValues(copy, "评分表", [[1, 6, "得分"]]);
    expect(shownBeside(changed, "项目资金（预算执行率）", 3)).toBe("");
  });

  test.each([
    "填表人：张三",
    "注：本表一式三份。",
    "备注：正向指标3个，反向指标1个。",
    "偏差原因：定量指标未完成，系疫情影响。",
  ])("a note that prints no rule is none: %s", (note) =>
    expect(readNote(note)).toEqual({ target: null, tiers: null, unread: null }),
  );
});

import { exactText } from "../../../src/core/model/exact";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { NO_OPTIONS, review } from "../../../src/core/review";
import type { Review } from "../../../src/core/review.types";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { readNote } from "../../../src/core/sources/note-rules";
import { planReview } from "../../../src/core/plan/plan-review";
import { applyPlan } from "../../support/apply-plan";
import { a1 } from "../../../src/core/workbook/address";
import { shownBeside, shownScore, withValues } from "../scores/live";
import { bookOf, LEFT, sheetOf, type GridRow } from "../../support/grid";
import { onlyTable, scoresOf, scoreText } from "../scores/project-sheet";

const BOTH_WAYS =
  "正向指标（即目标值为≥X，得分=权重*B/A），反向指标（即目标值为≤X，得分=权重*A/B），得分不得突破权重总额。";
const TIERS = "定性指标计分原则：达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档，分别按照该指标对应分值区间100-80%（含80%）、80-50%（含50%）、50-0%合理确定分值。"; // prettier-ignore

interface Around {
  readonly notes?: readonly GridRow[];
  readonly rateHead?: string;
  /** Above the table, under its title. */
  readonly above?: string;
  /** In the funding block, right of its figures. */
  readonly beside?: string;
  /** In the header of 得分. */
  readonly scoreHead?: string;
  /** Sheets of the workbook that hold no table. */
  readonly sheets?: Readonly<Record<string, readonly GridRow[]>>;
  /** A column of standards: of 培训人数, of 单位成本, of 市场秩序. */
  readonly method?: readonly string[];
}

function form(around: Around): WorkbookSnapshot {
  const { notes = [], rateHead = "得分", above = "", beside = "", scoreHead = "得分", sheets = {}, method } = around;
  const [a, b, c] = method ?? [];
  const last = (text: string | undefined): GridRow => (method ? [text ?? ""] : []);
  const table = sheetOf("评分表", [
    ["2023年度某局运行考核表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ...(above === "" ? [] : [[above, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT]]),
    ["项目资金（万元）", "", "预算数", "执行数", "执行率", "分值", rateHead, beside === "" ? "" : "计分说明"],
    ["年度资金总额", "", 100, 80, "80%", 20, 16, beside],
    ["一级指标", "二级指标", "三级指标", "年度指标值(A)", "实际完成值(B)", "分值", scoreHead, ...last("得分计算方法")],
    ["产出指标", "数量指标", "培训人数", "≥200人", "150人", 40, 30, ...last(a)],
    ["", "成本指标", "单位成本", "≤30万元", "40万元", 20, 15, ...last(b)],
    ["效益指标", "社会效益指标", "市场秩序", "明显改善", "部分达成预期指标并具有一定效果", 20, 11, ...last(c)],
    ["总分", "", "", "", "", 100, 72],
    ...notes,
  ]);
  return bookOf([table, ...Object.entries(sheets).map(([name, rows]) => sheetOf(name, rows))]);
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

  const SHORT = "定量指标：正向指标得分=B/A×分值，反向指标得分=A/B×分值。";
  test.each<[string, Around, string]>([
    ["a note under 填报说明", { notes: [["填报说明：1.本表由预算单位填写。"], ["2." + BOTH_WAYS], ["3." + TIERS]] }, "'评分表'!A10"],
    ["a note under 计分方法, the text a cell further", { notes: [["", "计分方法", SHORT + TIERS]] }, "'评分表'!C9"],
    ["a note under 评分说明 behind the signatures", { notes: [["填表人：张三", "", "审核人：李四"], ["评分说明"], [SHORT + TIERS]] }, "'评分表'!A11"],
    ["above the table", { above: `计分办法：${SHORT}${TIERS}` }, "'评分表'!A2"],
    ["above the table, as an instruction", { above: `填报时请注意：1.${SHORT}2.${TIERS}` }, "'评分表'!A2"],
    ["above the table, with an example's letters explained", { above: `（A为年度指标值，B为实际完成值）${BOTH_WAYS}${TIERS}` }, "'评分表'!A2"],
    ["beside the funding block", { beside: SHORT + TIERS }, "'评分表'!H3"],
    ["beside the funding block, together with its own", { beside: `预算执行率得分=执行率×分值。${SHORT}${TIERS}` }, "'评分表'!H3"],
    ["beside the funding block, in lines", { beside: `说明：\n1.${SHORT}\n2.${TIERS}` }, "'评分表'!H3"],
    ["in the header of the scores", { scoreHead: `得分（${SHORT}${TIERS}）` }, "'评分表'!G4"],
    ["on a sheet of its own", { sheets: { 评分标准说明: [["评分标准说明"], ["1." + SHORT], ["2." + TIERS]] } }, "'评分标准说明'!A2"],
    ["on a sheet of its own, label beside text", { sheets: { 填报说明: [["定量指标计分", BOTH_WAYS], ["定性指标计分", TIERS]] } }, "'填报说明'!B1"],
    ["on a third sheet, behind one that says nothing", { sheets: { 封面: [["某局绩效自评材料"]], 计分规则: [["", "", SHORT + TIERS]] } }, "'计分规则'!C1"],
  ])("%s", (_, around, place) => {
    const found = review(form(around));
    const scores = scoresOf(onlyTable(found));
    expect([scores, sources(found)[0]]).toEqual([{ 培训人数: "30", 单位成本: "15", 市场秩序: "11" }, `table ${place}`]);
    expect(found.findings.filter(({ code }) => code.startsWith("standard-"))).toEqual([]);
  }); // prettier-ignore

  const ARTICLE_16 =
    "1.定量指标，与年初指标值相比，完成指标值的，记该指标所赋全部分值；对完成值高于指标值较多的，要分析原因，如果是由于年初指标值设定明显偏低造成的，要按照偏离度适度调减分值；未完成指标值的，按照完成值与指标值的比例记分。";
  test.each<[string, string]>([
    ["the words of article 16", `说明：${ARTICLE_16}2.${TIERS}`],
    ["its short form", `注：定量指标：达到目标值得满分，未达到的按完成比例计分。${TIERS}`],
    ["a rate times the mark, capped", `评分标准：1.定量指标得分=完成率×分值（完成率超过100%的按100%计）。2.${TIERS}`],
    ["the form of transfers", `注：得分一档最高不能超过该指标分值上限。定量指标若为正向指标，则得分计算方法应用全年实际值（B）/年度指标值（A）*该指标分值；若定量指标为反向指标，则得分计算方法应用年度指标值（A）/全年实际值（B）*该指标分值。${TIERS}`],
  ])("[M27] %s", (_, note) => {
    const found = review(form({ notes: [[note]] }));
    expect(scoresOf(onlyTable(found))).toEqual({ 培训人数: "30", 单位成本: "15", 市场秩序: "11" });
    expect(found.findings.filter(({ code }) => code.startsWith("standard-"))).toEqual([]);
  }); // prettier-ignore

  test.each([
    ["an over-fulfilment with a figure", ARTICLE_16.replace("较多的，要分析原因", "30%的扣2分，要分析原因")],
    ["a floor", ARTICLE_16.replace("的比例记分", "的比例记分，低于60%的不得分")],
    ["a share of its own", "注：定量指标：达到目标值得满分，未达到的得分值的一半。"],
  ])("[M27] what article 16 does not say is not passed over: %s", (_, note) => {
    const found = review(form({ notes: [[note]] }));
    expect(exactText(onlyTable(found).coverage.judged)).toBe("0");
    expect(found.findings.filter(({ code }) => code === "standard-unreadable")).toHaveLength(1);
  });

  test.each(["得分（B/A×分值）", "得分=实际完成值/目标值×分值", "得分（计算公式：分值×B/A）"])(
    "[M27] the header %s judges rows to reach, and no 反向指标",
    (scoreHead) => {
      // 150 of 200 is 3/4 of 40; 40 over at most 30 has no B/A within its mark.
      const scores = scoresOf(onlyTable(review(form({ scoreHead }))));
      expect(scores).toEqual({ 培训人数: "30", 单位成本: "notVerifiable", 市场秩序: "notJudged" });
    },
  );

  it.each([
    ["in the header", { rateHead: "得分（20分*执行率）" }, "'评分表'!G2"],
    ["beside the block", { beside: "执行率得分=执行率×20分" }, "'评分表'!H3"],
    ["below the table", { notes: [["注：预算执行率得分=预算执行率×分值。"]] }, "'评分表'!A9"],
    ["above the table", { above: "说明：执行率得分=执行率×20。" }, "'评分表'!A2"],
    ["on a sheet of its own", { sheets: { 评分标准: [["预算执行情况得分=预算执行率×该项分值"]] } }, "'评分标准'!A1"],
  ])("the funding block's rule %s", (_, around: Around, place) => {
    const { funding } = onlyTable(review(form(around)));
    expect([funding && scoreText(funding), funding?.rule?.at]).toEqual(["16", place]);
  });

  it("the row's own standard goes before it, wherever the other stands", () => {
    const method = ["完成率达到100%得满分，每低1个百分点扣0.5分，扣完为止", "", ""];
    const around: Around = { method, sheets: { 评分标准说明: [[SHORT + TIERS]] }, notes: [["注：" + SHORT]] };
    expect(sources(review(form(around)))).toEqual([
      "table '评分表'!H5",
      "table '评分表'!A9",
      "table '评分标准说明'!A1",
    ]);
  });

  it("a sheet with a table of its own speaks of that table only", () => {
    const [first] = form({}).sheets;
    const [second] = form({ notes: [["注：" + SHORT]] }).sheets;
    if (!first || !second) throw new Error("two sheets");
    const found = review(bookOf([first, { ...second, name: "另一项目" }]));
    expect(found.tables.map(({ coverage }) => exactText(coverage.judged))).toEqual(["0", "60"]);
  });

  test.each<[string, Around, string]>([
    [
      "反向 in two ways",
      { notes: [["注：" + SHORT], ["补充：正向指标得分=B/A×分值，反向指标得分=[1-(B-A)/A]×分值。"]] },
      "A10",
    ],
    ["tiers of 60 and of 50 %", { above: TIERS, notes: [["注：" + TIERS.replace(/50/g, "60")]] }, "A10"],
    ["another sum for the block", { rateHead: "得分（20分*执行率）", notes: [["注：执行率得分=执行率×10。"]] }, "A9"],
    [
      "the table's note and a sheet of its own",
      { notes: [["注：" + TIERS]], sheets: { 评分标准: [[TIERS.replace(/50/g, "60")]] } },
      "A1",
    ],
  ])("two texts that contradict each other judge nothing, and are told: %s", (_, around, at) => {
    const found = review(form(around));
    expect(exactText(onlyTable(found).coverage.judged)).toBe("0");
    const told = found.findings.filter(({ code }) => code === "standard-inconsistent");
    expect(told.map(({ at: cell }) => cell && a1(cell))).toEqual([at]);
  });

  it("a live score reads the sheet on which its rule is printed, and so does the plan", () => {
    const book = form({ sheets: { 评分标准说明: [[SHORT + TIERS]] } });
    const { plan } = planReview(book, review(book), { lang: "zh" });
    const copy = applyPlan(book, plan);
    expect(shownScore(copy, 4)).toBe(30);
    expect(shownScore(withValues(copy, "评分标准说明", [[0, 0, "略"]]), 4)).toBe("");
    expect(() => applyPlan(withValues(book, "评分标准说明", [[0, 0, "略"]]), plan)).toThrow("评分标准说明 A1");
  });

  it("a report typed into a sheet prints no rules", () => {
    const sheets = { 自评报告: [["本项目定量指标得分75分，按比例扣分3分；定性指标三档中得分20分。"]] };
    expect(review(form({ sheets })).findings.filter(({ code }) => code === "standard-unreadable")).toEqual([]);
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

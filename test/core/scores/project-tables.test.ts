import { readFileSync } from "node:fs";
import path from "node:path";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { exactText } from "../../../src/core/model/exact";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { tierRank } from "../../../src/core/sources/target-rule";
import { answered, scored, shownScore, withValues } from "./live";
import { onlyTable, pack, projectBook, reviewed, scoresOf, scoreText, type ProjectRow } from "./project-sheet";

const FOLDER = path.join(__dirname, "../../workbooks");

async function bookAt(name: string): Promise<WorkbookSnapshot> {
  const read = await createXlsxHost(new Uint8Array(readFileSync(path.join(FOLDER, `${name}.xlsx`)))).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

describe("[M7] the published project tables, scored by the project pack", () => {
  it("every target met exactly: all marks, where the unit took seven off", async () => {
    const found = onlyTable(reviewed(await bookAt("project-2020-unexplained-deductions")));
    expect(scoresOf(found)).toEqual({
      卫片执法补助经费: "10",
      项目验收合格率: "20",
      项目完成及时率: "20",
      违法行为责停率: "30",
      满意度: "10",
    });
    expect(found.funding && scoreText(found.funding)).toBe("10");
    expect(found.totals.recomputed && exactText(found.totals.recomputed)).toBe("100");
  });

  it("a table without marks is not judged", async () => {
    const found = onlyTable(reviewed(await bookAt("project-2020-unscored")));
    expect(new Set(Object.values(scoresOf(found)))).toEqual(new Set(["notJudged"]));
    expect(found.totals.recomputed).toBeNull();
  });

  it("a total row of zeros is not verifiable, and the parts do not stand in for it; the rest is scored", async () => {
    const found = onlyTable(reviewed(await bookAt("project-2022-total-row-zero")));
    expect(Object.values(scoresOf(found))).toEqual(["8", "8", "8", "8", "8", "10", "10", "10", "10"]);
    expect(found.funding?.recomputed).toEqual({ status: "notVerifiable", missing: ["预算执行率"] });
    expect(found.totals.recomputed).toBeNull();
    expect(exactText(found.coverage.notVerifiable)).toBe("10");
  });
});

const row = (more: Partial<ProjectRow>): ProjectRow => ({
  group: "数量指标",
  name: "培训人数",
  target: "≥200人",
  actual: 200,
  mark: 20,
  score: 20,
  ...more,
});

describe("[M7] a target and an actual value, in the cell or in columns of their own", () => {
  const satisfaction = { level: "满意度指标", group: "服务对象满意度指标", name: "群众满意度" };
  const cost = { group: "成本指标", name: "单位成本" };
  const effect = { level: "效益指标", group: "社会效益指标", name: "市场秩序", target: "效果明显", mark: 30 };
  test.each<[string, Partial<ProjectRow>, string, readonly string[]]>([
    ["met", {}, "20", []],
    ["missed by a tenth", { actual: "180人", score: 18, reason: "两期因疫情停办" }, "18", []],
    ["missed and full", { actual: 180 }, "18", ["target-missed-but-full"]],
    ["met but deducted", { score: 19 }, "20", ["score-mismatch"]],
    ["over-fulfilled by half without a reason", { actual: 300 }, "20", ["over-fulfilment"]],
    ["operator and unit in columns", { nature: "≥", target: 200, unit: "人", actual: 150, score: 15, reason: "学员临时退出" }, "15", []],
    ["正向 in a column", { nature: "正向指标", target: 200, unit: "人", actual: 150, score: 15, reason: "学员临时退出" }, "15", []],
    ["a percentage typed as a fraction", { ...satisfaction, target: "≥90%", actual: 0.96 }, "20", []],
    ["a percentage missed", { ...satisfaction, target: "≥90百分比", actual: 81, score: 18, reason: "窗口排队时间长" }, "18", []],
    ["a cost kept", { ...cost, target: "≤30万元", actual: 28 }, "20", []],
    ["a cost exceeded, in another unit", { ...cost, target: "≤30万元", actual: "400000元", score: 15, reason: "材料涨价" }, "15", []],
    ["= met", { target: "=8个", actual: 8 }, "20", []],
    ["units of different kinds", { ...cost, target: "≤30万元", actual: "28公里" }, "notVerifiable", ["target-not-comparable"]],
    ["words for a number", { target: "≥200人", actual: "完成" }, "notVerifiable", ["target-not-comparable"]],
    ["the name copied as target and actual value", { target: "培训人数", actual: "培训人数" }, "notVerifiable", ["target-not-comparable"]],
    ["a date kept", { name: "完成时间", target: "9月前", actual: "8月" }, "20", []],
    ["a date kept, and deducted", { name: "完成时间", target: "2023年10月底前", actual: "2023年9月15日", score: 19 }, "20", ["score-mismatch"]],
    ["a date missed is for a person to judge", { name: "完成时间", target: "2023年9月底前", actual: "2023年10月20日", score: 15, reason: "雨季停工" }, "notVerifiable", ["answer-missing"]],
    ["the best tier, within it", { ...effect, actual: "达成预期指标", score: 28, reason: "宣传覆盖不足" }, "28", []],
    ["the middle tier, within it", { ...effect, actual: "部分达成预期指标并具有一定效果", score: 20, reason: "部分市场尚未覆盖" }, "20", []],
    ["the middle tier, scored above it", { ...effect, actual: "部分达成预期指标并具有一定效果", score: 28, reason: "部分市场尚未覆盖" }, "notVerifiable", ["score-outside-tier"]],
    ["the lowest tier, its upper end open", { ...effect, actual: "未达成预期指标且效果较差", score: 18, reason: "项目未启动" }, "notVerifiable", ["score-outside-tier"]],
    ["a bare target of an unwanted thing says nothing of its good side", { name: "投诉次数", target: 3, actual: 2 }, "notJudged", []],
  ])("%s", (_, more, score, codes) => {
    const result = reviewed(projectBook([row(more)], { score: 10 }));
    expect(scoreText(onlyTable(result).indicators[0] ?? { recomputed: { status: "notApplicable" } })).toBe(score);
    const own = result.findings.filter(({ path: at }) => at.length > 1 && at.at(-1) === (more.name ?? "培训人数"));
    const about = own.filter(({ code }) => code !== "input-missing");
    expect(about.map(({ code }) => code).sort()).toEqual([...codes].sort());
  }); // prettier-ignore
});

describe("[M20] what is hit exactly is reached, whichever side is the good one", () => {
  const effect = { level: "效益指标", group: "社会效益指标" };
  test.each<[string, Partial<ProjectRow>, string]>([
    ["a result of a check, 1 and 1 for 100 %", { ...effect, name: "日常考核结果", target: 1, actual: 1 }, "20"],
    ["100 and 100 under 成本指标", { group: "成本指标", name: "经费投入准确", target: 100, actual: 100 }, "20"],
    ["persons served, as many as planned", { ...effect, name: "受益人口", target: "90人", actual: "90人" }, "20"],
    ["none of what is not wanted", { ...effect, name: "安全事故", target: "0起", actual: "0起" }, "20"],
    ["one below is not known to be good", { ...effect, name: "受益人口", target: "90人", actual: "89人" }, "notJudged"],
    ["nor is one above", { ...effect, name: "受益人口", target: "90人", actual: "91人" }, "notJudged"],
    ["one where none was to be", { ...effect, name: "安全事故", target: "0起", actual: "1起" }, "0"],
    ["the same word twice", { ...effect, name: "设备安全性", target: "高", actual: "高", score: 18, reason: "停机两次" }, "18"],
    ["the same sentence, below its tier", { ...effect, name: "市场秩序", target: "效果明显", actual: "效果 明显", score: 15 }, "notVerifiable"],
    ["other words", { ...effect, name: "市场秩序", target: "效果明显", actual: "效果较好", score: 18 }, "notVerifiable"],
    ["words that say nothing", { ...effect, name: "市场秩序", target: "无", actual: "无", score: 18 }, "notVerifiable"],
    ["signs that say nothing", { ...effect, name: "市场秩序", target: "/", actual: "/", score: 18 }, "notVerifiable"],
  ])("%s", (_, more, score) => {
    const result = reviewed(projectBook([row(more)], { score: 10 }));
    expect(scoreText(onlyTable(result).indicators[0] ?? { recomputed: { status: "notApplicable" } })).toBe(score);
  }); // prettier-ignore

  it("its live score is there only while the two are equal, and words only while the target says them", () => {
    const rows = [
      row({ ...effect, name: "受益人口", target: 90, actual: 90 }),
      row({ ...effect, name: "设备安全性", target: "高", actual: "高", mark: 10, score: 9 }),
    ];
    const copy = scored(projectBook(rows));
    expect([shownScore(copy, 5), shownScore(copy, 6)]).toEqual([20, 9]);
    const [below, lower] = [withValues(copy, "评分表", [[5, 6, 89]]), withValues(copy, "评分表", [[6, 4, "很高"]])];
    expect([shownScore(below, 5), shownScore(lower, 6)]).toEqual(["", ""]);
  });
});

describe("[M21] an indicator that is a rate is what its own row says, as long as its figures are not there", () => {
  const rate = { name: "预算执行率", target: 1, actual: 0.835, score: 18, reason: "项目跨年" };
  it("amounts typed as text are no figures: 83.5 % of 20", () => {
    const book = projectBook([row(rate)], { budget: "150万", executed: "125.25万", score: 8.35 });
    expect(scoresOf(onlyTable(reviewed(book)))).toEqual({ 预算执行率: "167/10" });
  });

  it("figures that are there go before it: 90 of 100, and the other rate is told", () => {
    const result = reviewed(projectBook([row(rate)], { budget: 100, executed: 90, score: 9 }));
    expect(scoresOf(onlyTable(result))).toEqual({ 预算执行率: "18" });
  });

  it("without an actual value the figures are asked for", () => {
    const result = reviewed(projectBook([row({ ...rate, actual: null })], { budget: "150万", executed: "125.25万" }));
    expect(scoresOf(onlyTable(result))).toEqual({ 预算执行率: "notVerifiable" });
  });

  it("live: the actual value counts until both figures are typed into 基础数据", () => {
    const copy = scored(projectBook([row(rate)], { budget: "150万", executed: "125.25万", score: 8.35 }));
    expect(shownScore(copy, 5)).toBe(16.7);
    expect(shownScore(withValues(copy, "评分表", [[5, 6, 0.8]]), 5)).toBe(16);
    expect(shownScore(answered(copy, { 全年执行数: 150, 全年预算数: 150 }), 5)).toBe(20);
  });
});

describe("[M7] words that name a tier", () => {
  const TIERS = pack("project").tiers;
  test.each<[string, number | null]>([
    ["达成预期指标", 1],
    ["达成年度指标", 1],
    ["全部或基本达成预期指标", 1],
    ["已完成", 1],
    ["按期完成年度目标", 1],
    ["部分达成预期指标并具有一定效果", 2],
    ["部分完成", 2],
    ["未完全实现目标", 2],
    ["未达成年度指标且效果较差", 3],
    ["尚未完成", 3],
    ["基本完成", null],
    ["效果明显", null],
    ["完成情况良好", null],
    ["完成80%", null],
    ["无", null],
    ["", null],
  ])("%s: tier %p", (words, rank) => {
    if (!TIERS) throw new Error("the project pack has tiers");
    expect(tierRank(words, TIERS)?.valueOf() ?? null).toBe(rank);
  });
});

describe("[V6] the funding block", () => {
  test.each([
    [{ budget: 100, executed: 100 }, "10"],
    [{ budget: 108, executed: 93.1 }, "931/108"],
    [{ budget: 100, executed: 102.59 }, "10"],
    [{ budget: 100, executed: null }, "notVerifiable"],
    [{ budget: 0, executed: 0 }, "notVerifiable"],
  ])("%p is worth %s of 10", (funding, score) => {
    const { funding: found } = onlyTable(reviewed(projectBook([row({ mark: 90, score: 90 })], funding)));
    expect(found && scoreText(found)).toBe(score);
    expect(found?.rule?.at).toBe("project/budget-execution");
  });

  it("is not judged where nobody chose a pack", () => {
    const { funding } = onlyTable(reviewed(projectBook([row({})]), { pack: null }));
    expect(funding).toMatchObject({ rule: null, recomputed: { status: "notJudged" } });
  });
});

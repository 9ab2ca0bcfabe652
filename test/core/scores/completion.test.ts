import { wordFindings } from "../../../src/core/findings/word";
import { scored as sheetScored, shownScore, withValues } from "./live";
import { review, NO_OPTIONS } from "../../../src/core/review";
import { scalarText } from "../../../src/core/workbook/cell-content";
import { toDouble } from "../../../src/core/model/exact";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { buildWorkbook } from "../../support/build-workbook";

type Cell = string | number | null;

/** What an indicator of 20 marks comes to: its score, or what is still to be known. */
async function scored(name: string, standard: string, target: Cell, actual: Cell, rate?: Cell): Promise<string> {
  const head = ["一级指标", "三级指标", "分值", "评分标准", "年度指标值", "实际完成值", "完成率", "得分"];
  const row = ["产出", name, 20, standard, target, actual, rate ?? null, 20];
  const rows = [head, row].map((cells) => cells.filter((_, column) => rate !== undefined || column !== 6));
  const read = await createXlsxHost(buildWorkbook({ sheets: [{ name: "表", rows }] })).read();
  if (!read.ok) throw new Error(read.failure.kind);
  const found = review(read.value, NO_OPTIONS).tables[0]?.indicators[0]?.recomputed;
  if (found?.status === "computed") return String(toDouble(found.score));
  return found?.status === "notVerifiable" ? `missing ${found.missing.join(" ")}` : (found?.status ?? "no table");
}

const BY_COMPLETION = "得分=完成率×分值";

describe("[V14] 完成率 in a standard is what of the target was reached", () => {
  it.each<[string, Cell, Cell, Cell, string]>([
    ["培训覆盖率", 0.9, 0.9, 1, "20"],
    ["培训人次", 100, 80, 0.8, "16"],
    ["培训人次", 100, 80, "80%", "16"],
    ["培训人次", 100, 80, 80, "16"],
    ["培训人次", "100人次", "80人次", "80.00%", "16"],
  ])("the column says it: %s, target %s, actual %s, 完成率 %s → %s", async (name, target, actual, rate, score) => {
    expect(await scored(name, BY_COMPLETION, target, actual, rate)).toBe(score);
  });

  it("a column that the figures beside it contradict is not believed", async () => {
    expect(await scored("培训人次", BY_COMPLETION, 100, 80, 0.95)).toMatch(/^missing/);
    expect(await scored("培训人次", BY_COMPLETION, 100, 80, 0.805)).toBe("16.1");
    expect(await scored("培训人次", BY_COMPLETION, 100, 80, 0.806)).toMatch(/^missing/);
  });

  it("an actual value of 95 % against a target of 90 % is no completion of 95 %: it is asked", async () => {
    expect(await scored("验收合格率", BY_COMPLETION, "90%", "85%")).toMatch(/^missing/);
  });

  it.each([
    ["验收合格率", "100%", "95%"],
    ["培训完成率", "90%", "95%"],
  ])("the actual value is the completion for %s with the target %s", async (name, target, actual) => {
    expect(await scored(name, BY_COMPLETION, target, actual)).toBe("19");
  });
});

const HEAD = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "评分标准", "得分"];
const SHEET = "评分表";

/** What the review and our column 复算分 give for the table's first row, and what was asked. */
async function came(name: string, standard: string, target: Cell, actual: Cell, changed?: Cell): Promise<string> {
  const row = ["产出", "数量指标", name, 20, target, actual, standard, 20];
  const read = await createXlsxHost(buildWorkbook({ sheets: [{ name: SHEET, rows: [HEAD, row] }] })).read();
  if (!read.ok) throw new Error(read.failure.kind);
  const found = review(read.value, NO_OPTIONS).tables[0]?.indicators[0]?.recomputed;
  const copy = sheetScored(read.value);
  const book = changed === undefined ? copy : withValues(copy, SHEET, [[1, 5, changed]]);
  const own = found?.status === "computed" ? String(toDouble(found.score)) : (found?.status ?? "");
  return `${own} ${scalarText(shownScore(book, 1))}`;
}

describe("[V14] without a column 完成率 it is the actual value over the target", () => {
  it.each<[string, string, Cell, Cell, string]>([
    ["培训人次", BY_COMPLETION, "100人次", "80人次", "16 16"],
    ["养护里程", "完成率达到100%得满分，否则按完成率×分值计分", 20, 15, "15 15"],
    ["任务完成数量", "完成率≥90%得满分，每低1%扣1分", "≥50个", "40个", "10 10"],
    ["受益人数", "按完成率得分，完成率=实际完成值/目标值×100%", "≥300", 240, "16 16"],
    ["帮扶户数", "按完成率得分。完成率=（实际完成数÷计划完成数）×100%", "200户", "150户", "15 15"],
    ["培训场次", "指标完成率100%得20分，80%（含）-100%得15分，80%以下不得分", "≥10场", "8场", "15 15"],
  ])("%s: %s, %s against %s: %s in review and sheet", async (name, standard, target, actual, scores) => {
    expect(await came(name, standard, target, actual)).toBe(scores);
  });

  it("the sheet follows the actual value that is typed anew, and shows nothing where there is none", async () => {
    expect(await came("养护里程", BY_COMPLETION, 20, 15, 10)).toBe("15 10");
    expect(await came("养护里程", BY_COMPLETION, 20, 15, null)).toBe("15 ");
  });

  it("what it was computed from is said with the score that differs", async () => {
    const row = ["产出", "数量指标", "养护里程", 20, "20公里", "15公里", BY_COMPLETION, 18];
    const read = await createXlsxHost(buildWorkbook({ sheets: [{ name: SHEET, rows: [HEAD, row] }] })).read();
    const findings = read.ok ? wordFindings(review(read.value).findings, "zh") : [];
    const [message] = findings.filter(({ finding }) => finding.code === "score-mismatch").map((one) => one.message);
    expect(message).toContain("完成率按实际完成值除以年度指标值计算：15公里 ÷ 20公里 = 75%");
  });

  it.each<[string, Cell, Cell]>([
    ["单位成本", "≤50万元", "40万元"], // less is better
    ["培训覆盖率", 0.9, 0.85], // 85 %, or 85 % of 90 %
    ["培训人次", "100人次", "约80人次"],
    ["养护里程", "20公里", "15处"],
  ])("of %s, target %s and actual %s, it is asked", async (name, target, actual) => {
    expect(await came(name, BY_COMPLETION, target, actual)).toBe("notVerifiable ");
  });
});

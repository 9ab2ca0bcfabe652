import { review, NO_OPTIONS } from "../../../src/core/review";
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

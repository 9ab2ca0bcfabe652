import { openQuestions } from "../../../src/app/todo";
import { exactText, ratio } from "../../../src/core/model/exact";
import { planClean } from "../../../src/core/plan/clean";
import { planReview } from "../../../src/core/plan/plan-review";
import type { ReviewOptions } from "../../../src/core/review";
import { a1 } from "../../../src/core/workbook/address";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { applyPlan } from "../../support/apply-plan";
import { deleteRow, insertRows } from "../../support/edit-sheet";
import { answered, scored, shownBeside, shownScore, withValues } from "./live";
import {
  onlyTable,
  pack,
  projectBook,
  reviewed,
  scoresOf,
  type ProjectFunding,
  type ProjectRow,
} from "./project-sheet";

/** 18 + 15 + 30/40 of 15 = 11.25 + 20 + 10 = 74.25, before the funding block's marks. */
const ROWS: readonly ProjectRow[] = [
  { group: "数量指标", name: "培训人数", target: "≥200人", actual: 180, mark: 20, score: 18, reason: "两期停办" },
  { group: "质量指标", name: "培训合格率", target: "≥95%", actual: 0.96, mark: 15, score: 15 },
  { group: "成本指标", name: "单位成本", target: "≤30万元", actual: 40, mark: 15, score: 11.25, reason: "材料涨价" },
  { level: "效益指标", group: "社会效益指标", name: "市场秩序", target: "效果明显", actual: "部分达成预期指标并具有一定效果", mark: 30, score: 20, reason: "部分市场未覆盖" },
  { level: "满意度指标", group: "服务对象满意度指标", name: "群众满意度", target: "≥90%", actual: "95%", mark: 10, score: 10 },
]; // prettier-ignore

const TOTAL_ROW = 10;
const RED_LINE = "是否存在截留、挤占、挪用、虚列支出等违规情形";
const DEVIATION = "实际完成值超过年初指标值30%及以上的，扣2分（1项）";
const platform = (more: Partial<ReviewOptions> = {}): Partial<ReviewOptions> => ({
  pack: pack("project-platform"),
  ...more,
});

const book = (executed: number) => projectBook(ROWS, { budget: 100, executed });

describe("[V4] [V9] caps on the total and deductions from it", () => {
  it("without caps the total is the sum of the parts", () => {
    const table = onlyTable(reviewed(book(65)));
    expect(scoresOf(table)).toEqual({ 培训人数: "18", 培训合格率: "15", 单位成本: "45/4", 市场秩序: "20", 群众满意度: "10" });
    expect(table.totals).toMatchObject({ capped: null });
    expect(table.totals.recomputed && exactText(table.totals.recomputed)).toBe("323/4");
    expect(table.totalRules).toBeUndefined();
  }); // prettier-ignore

  test.each<[string, number, Partial<ReviewOptions>, { before: string; after: string; clause: string } | null]>([
    ["a cost a third above its target takes 2 marks", 100, {}, { before: "84.25", after: "82.25", clause: DEVIATION }],
    ["a cap above what is left says nothing", 65, {}, { before: "80.75", after: "78.75", clause: DEVIATION }],
    ["55 % executed: 79.75 − 2, and 69 at most", 55, {}, { before: "79.75", after: "69", clause: `${DEVIATION}；预算执行率低于60%的，总分最高69分` }],
    ["exactly 50 % is not below 50 %", 50, {}, { before: "79.25", after: "69", clause: `${DEVIATION}；预算执行率低于60%的，总分最高69分` }],
    ["the red line answered yes", 100, { inputs: new Map([[RED_LINE, ratio(1)]]) }, { before: "84.25", after: "59", clause: `${DEVIATION}；存在截留、挤占、挪用、虚列支出等违规情形的，总分最高59分` }],
    ["the red line answered no", 100, { inputs: new Map([[RED_LINE, ratio(0)]]) }, { before: "84.25", after: "82.25", clause: DEVIATION }],
    ["the setting turns both off", 55, { settings: { caps: "off" } }, null],
  ])("%s", (_, executed, more, expected) => {
    const { capped } = onlyTable(reviewed(book(executed), platform(more))).totals;
    const shown = capped && { before: capped.before.valueOf(), after: capped.after.valueOf(), clause: capped.clause };
    expect(shown).toEqual(expected && { ...expected, before: Number(expected.before), after: Number(expected.after) });
  }); // prettier-ignore

  test.each<[string, number, readonly string[]]>([
    ["at the cap: right, though the scores make 74.25", 69, []],
    ["a hundredth above it", 69.01, ["cap-exceeded", "total-mismatch"]],
    ["below it: neither the cap nor the sum", 68, ["total-mismatch"]],
    ["the sum, above the cap", 74.25, ["cap-exceeded"]],
  ])("[V13] 55 %% executed, a stated total %s", (_, total, expected) => {
    const stated = withValues(book(55), "评分表", [[TOTAL_ROW, 8, total]]);
    const codes = reviewed(stated, platform()).findings.map(({ code }) => code);
    expect(codes.filter((code) => code === "cap-exceeded" || code === "total-mismatch").sort()).toEqual(expected);
  }); // prettier-ignore

  /** 55 % executed: 69 at most. */
  const cut = deleteRow(book(55), "评分表", TOTAL_ROW);
  const below = (rows: readonly (readonly [label: string, mark: number | null, score: number | null])[]) =>
    withValues(
      cut,
      "评分表",
      rows.flatMap(([label, mark, score], index) => [
        [TOTAL_ROW + index, 0, label],
        [TOTAL_ROW + index, 7, mark],
        [TOTAL_ROW + index, 8, score],
      ]),
    );
  const above = (words: string) => withValues(insertRows(cut, "评分表", 1, 1), "评分表", [[1, 0, words]]);
  test.each<[string, WorkbookSnapshot, readonly string[], number | null]>([
    ["above the table only", above("自评得分：74.25分"), ["A2"], 74.25],
    ["above the table only, at the cap", above("自评得分：69分"), [], 69],
    ["in the last of two rows", below([["合计", 100, 74.25], ["最终得分", null, 69]]), [], 69],
    ["in the last of two rows, above the cap", below([["合计", 100, 74.25], ["最终得分", null, 69.01]]), ["I12"], 69.01],
    ["in the first of two rows, the last of which has none", below([["合计", 100, 74.25], ["最终得分", null, null]]), ["I11"], 74.25],
  ])("[V13] [V2] the total that is held against the cap is the one stated %s", (_, stated, expected, total) => {
    const found = reviewed(stated, platform());
    expect(found.findings.flatMap(({ code, at }) => (code === "cap-exceeded" && at ? [a1(at)] : []))).toEqual(expected);
    expect(onlyTable(found).totals.statedScore?.valueOf()).toBe(total);
  }); // prettier-ignore

  it("an answer given with --inputs is not said to fit nothing", () => {
    const options = platform({ inputs: new Map([[RED_LINE, ratio(0)]]) });
    expect(reviewed(book(100), options).problems).toEqual([]);
  });

  test.each<[string, ProjectFunding["executed"], number]>([
    ["fully executed", 100, 82.25],
    ["65 % executed", 65, 78.75],
    ["55 % executed", 55, 69],
    ["50 % executed", 50, 69],
    ["49 % executed", 49, 59],
    ["blank", null, NaN],
  ])("[P6] the live total agrees: %s", (_, executed, total) => {
    const written = scored(book(100), platform());
    const changed = withValues(written, "评分表", [[2, 4, executed ?? null]]);
    const { totals } = onlyTable(reviewed(changed, platform()));
    if (Number.isNaN(total)) {
      expect(shownScore(changed, TOTAL_ROW)).toBe("");
      expect(totals.recomputed).toBeNull();
      return;
    }
    expect(totals.recomputed?.valueOf()).toBe(total);
    expect(shownScore(changed, TOTAL_ROW)).toBe(total);
    expect(shownBeside(changed, "总计", 3)).toBe(total);
  });

  it("the red line is asked in 基础数据, counts live, and is read back", () => {
    const written = scored(book(100), platform());
    const label = `总分：${RED_LINE}`;
    for (const [answer, total] of [["是", 59], ["否", 82.25], [null, 82.25]] as const) {
      const filled = answered(written, { [label]: answer });
      expect([answer, shownScore(filled, TOTAL_ROW)]).toEqual([answer, total]);
      expect(onlyTable(reviewed(filled, platform())).totals.recomputed?.valueOf()).toBe(total);
    }
    expect(shownBeside(answered(written, { [label]: "是" }), "封顶与扣分", 1)).toBe(
      "实际完成值超过年初指标值30%及以上的，扣2分（1项）；存在截留、挤占、挪用、虚列支出等违规情形的，总分最高59分；",
    );
  }); // prettier-ignore

  it("the funding block has its live score in the summary", () => {
    const written = scored(book(65), platform());
    expect(shownBeside(written, "项目资金（预算执行率）", 3)).toBe(6.5);
    expect(shownBeside(withValues(written, "评分表", [[2, 3, 0]]), "项目资金（预算执行率）", 3)).toBe("");
    expect(written.sheets.at(-1)?.cells.some(({ value }) => value === "已复算 100 / 100 分")).toBe(true);
  });

  it("[P2] planned again, and answered, nothing more is written; clean takes all of it out", () => {
    const written = scored(book(55), platform());
    for (const copy of [written, answered(written, { [`总分：${RED_LINE}`]: "否" })]) {
      expect(planReview(copy, reviewed(copy, platform()), { lang: "zh" }).plan.steps).toEqual([]);
    }
    expect(applyPlan(written, planClean(written)).sheets[0]?.cells).toEqual(book(55).sheets[0]?.cells);
  });

  it("a tier and a score within it stay live", () => {
    const written = scored(book(100));
    expect(shownScore(written, 8)).toBe(20);
    expect(shownScore(withValues(written, "评分表", [[8, 8, 25]]), 8)).toBe("");
    expect(shownScore(withValues(written, "评分表", [[8, 6, "全部达成"], [8, 8, 25]]), 8)).toBe(25);
    expect(shownScore(withValues(written, "评分表", [[8, 6, "还行"]]), 8)).toBe("");
  }); // prettier-ignore

  it("[M14] a date kept stays live for as long as its cells say so", () => {
    const dated = {
      group: "时效指标",
      name: "完成时间",
      target: "9月底前",
      actual: "8月20日",
      mark: 20,
      score: 20,
    };
    const written = scored(projectBook([dated]));
    expect(shownScore(written, 5)).toBe(20);
    expect(shownScore(withValues(written, "评分表", [[5, 6, "10月20日"]]), 5)).toBe("");
  });
});

describe("[V4] a cap by the execution rate", () => {
  const questions = (executed: number | null): readonly string[] =>
    openQuestions(onlyTable(reviewed(projectBook(ROWS, { budget: 100, executed }), platform()))).map(
      ({ question }) => question,
    );

  test.each<[string, number | null, readonly string[]]>([
    ["the block gives the rate", 55, [RED_LINE]],
    ["nothing was executed, which is a rate too", 0, [RED_LINE]],
    [
      "the block does not tell what was executed: that is named, once for all clauses",
      null,
      [RED_LINE, "预算执行率是多少"],
    ],
  ])("where %s", (_, executed, wanted) => expect(questions(executed)).toEqual(wanted));
});

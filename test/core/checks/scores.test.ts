import { ratio } from "../../../src/core/model/exact";
import type { Tiers } from "../../../src/core/rules/clause";
import type { Rule } from "../../../src/core/rules/rule";
import type { RowSpec, TableSpec } from "../../support/review-builder";
import { codesOf, dataOf, findingsOf } from "./support";

const row = (name: string, mark: number, score: number | null, more: Partial<RowSpec> = {}): RowSpec => ({
  path: `产出指标/数量指标/${name}`,
  mark,
  score,
  reason: null,
  ...more,
});

describe("[C10] scores against targets", () => {
  it("a real table: every target met exactly, yet marks lost without a reason", () => {
    const rows = [
      row("卫片执法补助经费", 10, 9, { operator: "﹦", target: 72890, unit: "元", actual: 72890 }),
      row("项目验收合格率", 20, 19, { operator: "﹦", target: 100, unit: "%", actual: 100 }),
      row("违法行为责停率", 30, 27, { operator: "≥", target: 95, unit: "%", actual: 95 }),
      row("满意度", 10, null, { operator: "≥", target: 95, unit: "%", actual: 95 }),
    ];
    const spec = { rows };
    expect(codesOf(spec, "target-met-but-deducted").map((code) => code.split(" @ ")[1])).toEqual([
      "卫片执法补助经费",
      "项目验收合格率",
      "违法行为责停率",
    ]);
    expect(codesOf(spec, "justification-missing")).toHaveLength(3);
    expect(codesOf(spec, "score-missing")).toEqual(["score-missing @ 满意度"]);
    expect(findingsOf(spec)).toHaveLength(7);
    expect(dataOf(spec, "target-met-but-deducted")).toEqual({
      name: "卫片执法补助经费",
      target: "﹦72890元",
      actual: "72890",
      score: "9",
      fullMark: "10",
    });
  });

  it.each<[string, Partial<RowSpec> & { readonly score?: number }, readonly string[]]>([
    ["met and full", { target: "≥50个", actual: 50 }, []],
    ["missed and full", { target: "≥50个", actual: 40 }, ["target-missed-but-full"]],
    [
      "missed by words and full",
      { target: "效果明显", actual: "未达成预期指标且效果较差" },
      ["target-missed-but-full"],
    ],
    ["missed and deducted with a reason", { target: "≥50个", actual: 40, score: 8, reason: "两个标段流标" }, []],
    ["missed and deducted without one", { target: "≥50个", actual: 40, score: 8 }, ["justification-missing"]],
    ["met and deducted with a reason", { target: "≥50个", actual: 50, score: 9, reason: "两份报告迟交" }, []],
    [
      "met by words and deducted: a matter of judgement",
      { target: "效果明显", actual: "达成预期指标", score: 9 },
      ["justification-missing"],
    ],
    ["far exceeded without a reason", { target: "≥50个", actual: 65 }, ["over-fulfilment"]],
    ["far exceeded with a reason", { target: "≥50个", actual: 80, reason: "年中追加任务30个" }, []],
    ["exceeded a little", { target: "≥50个", actual: 64 }, []],
    ["far below a limit is no over-fulfilment", { target: "≤50万元", actual: "20万元" }, []],
    ["words for a number", { target: "≤30万元", actual: "完成" }, ["target-not-comparable"]],
    [
      "a rate a hundred times too large",
      { path: "产出指标/质量指标/合格率", target: 1, actual: 100 },
      ["percent-scale"],
    ],
    ["元 for 万元", { path: "产出指标/成本指标/总成本", target: "≤90万元", actual: 900000 }, ["unit-scale"]],
    ["name, target and actual copied", { target: "甲", actual: "甲" }, ["target-not-comparable"]],
  ])("%s", (_what, more, codes) => {
    const rows = [row("甲", 10, more.score ?? 10, more)];
    expect(codesOf({ rows }).map((code) => code.split(" @ ")[0])).toEqual(codes);
  });

  it("an unscored table asks for the reason of a missed target", () => {
    const rows = [
      { path: "产出指标/质量指标/政策性挂账利息补贴保障率", target: 1, actual: "无", reason: "没有轮换、动用库存" },
      { path: "产出指标/质量指标/库存数量真实率", target: 1, actual: 0.9, reason: null },
      { path: "满意度指标/服务对象满意度指标/市民满意度", target: "≥90%", actual: 1, reason: null },
      { path: "效益指标/社会效益指标/粮食安全事件发生数", target: "0起", actual: "0起", reason: null },
    ];
    expect(findingsOf({ rows }).map((one) => one.data)).toEqual([
      { name: "库存数量真实率", deducted: "0", noColumn: false, cause: "target" },
    ]);
  });
});

describe("[C11] typed scores against recomputed ones", () => {
  const computed = (score: string): Required<Pick<NonNullable<RowSpec["computed"]>, "recomputed">> => {
    const [n = "0", d = "1"] = score.split("/");
    return {
      recomputed: {
        status: "computed",
        score: ratio(BigInt(n), BigInt(d)),
        steps: [{ zh: "99.27%，低于100%不足一个5%，不扣分", en: "99.27 %, less than one step below 100 %" }],
      },
    };
  };
  it.each<[number, string, readonly string[]]>([
    [8, "8", []],
    [8, "6", ["score-mismatch"]],
    [4.99, "499/100", []],
    [8.62, "69/8", ["score-mismatch"]], // 8.625 is shown as 8.63
    [8.63, "69/8", []],
    [9, "431/50", ["explained-by-rounding"]], // 8.62 → 9
    [8, "431/50", ["score-mismatch"]],
    [8.6, "431/50", ["explained-by-rounding"]],
    [8, "15/2", ["score-mismatch"]], // a half mark is shown as it is
    [5, "499/100", ["explained-by-rounding"]],
    [7, "20/3", ["explained-by-rounding"]],
    [6, "20/3", ["score-mismatch"]],
  ])("typed %d, recomputed %s", (score, exact, codes) => {
    const rows = [row("预算完成率", 10, score, { reason: "年末结余较多", computed: computed(exact) })];
    expect(codesOf({ rows })).toEqual(codes.map((code) => `${code} @ 预算完成率`));
  });

  it("says how the standard gets to its score", () => {
    const rows = [row("预算完成率", 8, 8, { computed: computed("6") })];
    expect(dataOf({ rows }, "score-mismatch")).toEqual({
      name: "预算完成率",
      stated: "8",
      computed: "6",
      basis: { zh: "按评分标准应得", en: "the standard gives" },
      advice: { zh: "请", en: "Please " },
      explanation: { zh: "99.27%，低于100%不足一个5%，不扣分", en: "99.27 %, less than one step below 100 %" },
    });
  });

  it("a score that several indicators share is the sum of theirs; one of them unjudged, nothing is said", () => {
    const shared = (second: RowSpec["computed"]): TableSpec => ({
      rows: [
        row("甲", 5, 10, { computed: computed("5") }),
        row("乙", 5, null, { mergedWithAbove: ["score"], ...(second ? { computed: second } : {}) }),
      ],
    });
    expect(codesOf(shared(computed("5")))).toEqual([]);
    expect(codesOf(shared(computed("3")))).toEqual(["score-mismatch @ 甲"]);
    expect(codesOf(shared(undefined))).toEqual([]);
  });

  const bound = (n: bigint, closed: boolean) => ({ value: ratio(n, 100n), closed });
  const tiers: Tiers = {
    kind: "tiers",
    choice: { name: "等次", type: "choice", unit: null, options: ["优", "良", "中", "差"] },
    mark: ratio(10n),
    tiers: [
      { name: "优", low: bound(90n, true), high: bound(100n, true) },
      { name: "良", low: bound(80n, true), high: bound(90n, false) },
      { name: "中", low: bound(60n, true), high: bound(80n, false) },
      { name: "差", low: bound(0n, true), high: bound(60n, false) },
    ],
    awarded: null,
  };
  const rule: Rule = {
    fullMark: ratio(10n),
    clauses: [tiers],
    combine: "sum",
    gates: [],
    applicability: null,
    cap: null,
    ambiguities: [],
  };
  it.each([
    [1n, 10, true],
    [1n, 9, true],
    [1n, 8.5, false],
    [2n, 8.5, true],
    [2n, 9, false],
    [4n, 0, true],
  ])("tier %s with %d marks lies within its range: %s", (choice, score, inside) => {
    const answers = [{ input: tiers.choice, number: ratio(choice), reference: null, cell: null }];
    const given = { rule: { rule, source: "table" as const, text: "", at: "" }, answers };
    const rows = [
      row("社会效益", 10, score, { reason: "影响范围限于本县", computed: { ...computed("10"), ...given } }),
    ];
    expect(codesOf({ rows }, "score-outside-tier", "score-mismatch")).toEqual(
      inside ? [] : ["score-outside-tier @ 社会效益"],
    );
  });

  it("a standard that was not understood is said once, with its reason", () => {
    const unreadStandard = { zh: "没有分数", en: "it names no score" };
    const rows = [row("创新", 5, 5, { standard: "酌情给分", computed: { unreadStandard } })];
    expect(dataOf({ rows }, "standard-unreadable")).toEqual({ name: "创新", text: "酌情给分", reason: unreadStandard });
  });
});

describe("[C2] words where a score could stand", () => {
  it.each<[string, Partial<RowSpec>, readonly string[]]>([
    ["a row without a mark that does not apply", { score: "不适用" }, []],
    ["一票否决 without a mark, and nothing happened", { score: "无" }, []],
    ["other words without a mark", { score: "待定" }, ["score-not-a-number"]],
    ["a row with a mark", { mark: 10, score: "不适用" }, ["score-not-a-number"]],
  ])("%s", (_, more, expected) => {
    const rows = [row("甲", 5, 5), { path: "产出指标/数量指标/乙", reason: null, ...more }];
    expect(findingsOf({ rows }).map(({ code }) => code)).toEqual(expected);
  });
});

import { messageOf } from "../../../src/core/findings/word";
import { NO_OPTIONS, review } from "../../../src/core/review";
import { gridBook, type GridCell, type GridRow } from "../../support/grid";

const SHARE = "得分=完成率×分值";
const STEPS = "完成率≥100%得10分，每低1个百分点扣0.25分，扣完为止";
const BANDS = "完成率≥95%得10分，80%（含）-95%得9.75分，80%以下不得分";
const HEAD: readonly GridRow[] = [
  ["2023年度项目支出绩效自评表"],
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "评分标准", "得分", "扣分原因"],
];
const SCORE_COLUMN = 7;

interface Scored {
  readonly standard: string;
  readonly actual: string;
  readonly score: number;
  readonly reason?: string;
}

/** The scores shown by one number format; the total as typed or stored, in its own. */
function said(rows: readonly Scored[], total: GridCell, [format, totalFormat = format]: readonly string[]) {
  const grid = [
    ...HEAD,
    ...rows.map(({ standard, actual, score, reason }, i): GridRow => [
      "产出", "质量", `${"甲乙丙"[i] ?? ""}完成率`, "100%", actual, 10, standard, score, reason ?? `第${i + 1}季度设备到货晚`,
    ]),
    ["总分", "", "", "", "", rows.length * 10, "", total, ""],
  ]; // prettier-ignore
  const formats = Object.fromEntries([
    ...rows.map((_, i) => [`${HEAD.length + i},${SCORE_COLUMN}`, format ?? "General"] as const),
    [`${HEAD.length + rows.length},${SCORE_COLUMN}`, totalFormat ?? "General"] as const,
  ]);
  return review(gridBook(grid, { formats }), NO_OPTIONS).findings;
}
const sums = (...of: Parameters<typeof said>): readonly string[] =>
  said(...of).flatMap(({ code }) => (/total|sum|rounding/.test(code) ? [code] : []));

const share = (actual: string, score: number): Scored => ({ standard: SHARE, actual, score });
const steps = (actual: string, score: number): Scored => ({ standard: STEPS, actual, score });
const bands = (actual: string, score: number): Scored => ({ standard: BANDS, actual, score });

describe("[C6] [C20] a total is the sum of what is shown", () => {
  it.each<[string, readonly Scored[], number, readonly string[], readonly string[]]>([
    ["8.96 three times, shown as held", [share("89.6%", 8.96), share("89.6%", 8.96), share("89.6%", 8.96)], 26.88, ["0.00"], []],
    ["8.961, 8.964 and 8.964 make 26.889, shown 8.96 each and 26.89", [share("89.61%", 8.961), share("89.64%", 8.964), share("89.64%", 8.964)], 26.889, ["0.00"], ["shown-sum-differs"]],
    ["9.46 twice, shown 9 and 9, the total 19", [share("94.6%", 9.46), share("94.6%", 9.46)], 18.92, ["0"], ["shown-sum-differs"]],
    ["9.46 twice, shown in full, the total as 19", [share("94.6%", 9.46), share("94.6%", 9.46)], 18.92, ["0.00", "0"], []],
    ["9.4 twice, shown 9 and 9, the total 19", [share("94%", 9.4), share("94%", 9.4)], 18.8, ["0"], ["shown-sum-differs"]],
    ["steps give 9.75 twice: 19.51 is no rounding", [steps("99%", 9.75), steps("98.9%", 9.75)], 19.51, ["0.00"], ["total-mismatch"]],
    ["steps give 9.75 twice: 19.50", [steps("99%", 9.75), steps("98.9%", 9.75)], 19.5, ["0.00"], []],
    ["bands give 9.75 twice: 19.49", [bands("90%", 9.75), bands("94.9%", 9.75)], 19.49, ["0.00"], ["total-mismatch"]],
    ["shares of which two decimals are all: 17.93", [share("89.6%", 8.96), share("89.6%", 8.96)], 17.93, ["0.00"], ["total-mismatch"]],
    ["shares that were rounded to 8.96: 17.93 of 8.964 twice", [share("89.64%", 8.96), share("89.64%", 8.96)], 17.93, ["0.00"], ["explained-by-rounding"]],
  ])("%s", (_, rows, total, formats, expected) => expect(sums(rows, total, formats)).toEqual(expected)); // prettier-ignore
});

it("[C20] [F3] a deduction that no one sees is told with what the cell shows", () => {
  const rows = [{ ...share("99.6%", 9.96), reason: "" }];
  const words = (format: string) =>
    said(rows, 9.96, [format]).map((finding) => [messageOf(finding, "zh"), messageOf(finding, "en")]);
  expect(words("0")).toEqual([
    [
      "H3：「甲完成率」得分 9.96（显示为 10），扣 0.04 分，没有说明原因。请在原因栏写明具体原因。",
      "H3: “甲完成率” is scored 9.96 (shown as 10) and loses 0.04 marks without a reason. Give the specific reason in the reason column.",
    ],
  ]);
  expect(words("0.00")[0]?.[0]).toBe("H3：「甲完成率」扣 0.04 分，没有说明原因。请在原因栏写明具体原因。");
});

it.each<[number, string, string]>([
  [0.9496, "0%", "实际 94.96%（显示为 95%），"],
  [0.9496, "0.00%", "实际 94.96%，"],
  [19.6, "0", "实际 19.6（显示为 20），"],
])("[C41] [F3] an actual value of %d that shows by %s is told with both", (actual, format, expected) => {
  const rows: readonly GridRow[] = [...HEAD, ["产出", "质量", "合格率", actual > 1 ? "≥20场" : "≥95%", actual, 10, "", 10, ""]];
  const { findings } = review(gridBook(rows, { formats: { "2,4": format } }), NO_OPTIONS);
  const found = findings.find(({ code }) => code === "target-missed-but-full");
  expect(found && messageOf(found, "zh")).toContain(expected);
}); // prettier-ignore

it("[C20] [F3] a score that a step does not give, and its total, are told with what the cells show", () => {
  const words = said([steps("99%", 9.62)], 9.84, ["0.0"]).map((finding) => messageOf(finding, "zh"));
  expect(words[0]).toMatch(/^H3：「甲完成率」自评 9\.62 分（显示为 9\.6），按评分标准应得 9\.75 分/);
  expect(words[1]).toBe("H4：总分写 9.84 分（显示为 9.8），各项得分相加为 9.62 分。请重新合计。");
});

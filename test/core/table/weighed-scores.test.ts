import { review } from "../../../src/core/review";
import { gridBook, LEFT, type GridOptions, type GridRow } from "../../support/grid";
import { columns, indicators, tableIn } from "./reading";

const NAMES: GridRow = ["一级指标", "二级指标", "三级指标"];

/** 培训场次 weighs 40, 群众满意度 60; the second one's item score is 90. */
const form = (heads: GridRow, first: GridRow, second: GridRow, total: GridRow = []): readonly GridRow[] => [
  [...NAMES, ...heads, "扣分原因"],
  ["产出", "数量", "培训场次", ...first],
  ["效益", "满意度", "群众满意度", ...second, "等候时间偏长"],
  ...(total.length > 0 ? [["合计", LEFT, LEFT, ...total] as GridRow] : []),
];

const said = (rows: readonly GridRow[], options: GridOptions = {}): readonly string[] =>
  review(gridBook(rows, options)).findings.map(({ code }) => code);

const ITEM: GridRow = ["单项得分", "权重", "折算得分"];
const percent = { formats: { "1,4": "0%", "2,4": "0%", "3,4": "0%" } };

describe("[R26] what is weighed into the score", () => {
  it.each<[string, readonly GridRow[], GridOptions]>([
    ["weights as marks", form(ITEM, [100, 40, 40], [90, 60, 54]), {}],
    ["weights as percentages", form(ITEM, [100, 0.4, 40], [90, 0.6, 54]), percent],
    ["every 分值 a hundred", form(["分值", "得分", "权重", "加权得分"], [100, 100, 0.4, 40], [100, 90, 0.6, 54]), {}],
    ["factors", form(["权重", "得分系数", "指标得分"], [40, 1, 40], [60, 0.9, 54]), {}],
  ])("%s: the weight is the mark, the weighed score the score", (_, rows, options) => {
    const table = tableIn(rows, options);
    expect(indicators(table)).toEqual(["产出>数量>培训场次 40 40", "效益>满意度>群众满意度 60 54"]);
    expect(columns(table)).toHaveProperty("itemScore");
    expect(table.indicators.map(({ itemScore }) => itemScore?.raw)).toContain(rows[2]?.includes(90) ? 90 : 0.9);
  }); // prettier-ignore

  it("分值 that are not all a hundred stay the marks", () => {
    const table = tableIn(form(["分值", "得分", "权重", "加权得分"], [40, 40, 0.4, 40], [60, 54, 0.6, 54]));
    expect(columns(table)).not.toHaveProperty("fullMark", "F");
  });
});

describe("[C43] the weighed score", () => {
  it.each<[string, readonly GridRow[], GridOptions, readonly string[]]>([
    ["as it must be", form(ITEM, [100, 40, 40], [90, 60, 54]), {}, []],
    ["a tenth too low", form(ITEM, [100, 40, 40], [90, 60, 53.9]), {}, ["weighed-score-mismatch"]],
    ["half a cent within the tolerance", form(ITEM, [100, 40, 40], [90, 60, 54.005]), {}, ["score-precision"]],
    ["of percentages", form(ITEM, [100, 0.4, 40], [90, 0.6, 45]), percent, ["weighed-score-mismatch"]],
    ["with 分值 100", form(["分值", "得分", "权重", "加权得分"], [100, 100, 0.4, 40], [100, 90, 0.6, 55]), {}, ["column-unused", "weighed-score-mismatch"]],
    ["of factors", form(["权重", "得分系数", "指标得分"], [40, 1, 40], [60, 0.9, 50]), {}, ["weighed-score-mismatch"]],
    ["rounded to one decimal", form(ITEM, [100, 40, 40], [91.1, 60, 54.7]), {}, ["explained-by-rounding"]],
    ["of a total that takes it in", form(ITEM, [100, 40, 40], [90, 60, 54], ["", 100, 94]), {}, []],
    ["of a total that sums the item scores", form(ITEM, [100, 40, 40], [90, 60, 54], ["", 100, 190]), {}, ["total-mismatch"]],
  ])("%s", (_, rows, options, wanted) => {
    expect([...said(rows, options)].filter((code) => code !== "number-as-text")).toEqual(expect.arrayContaining([...wanted]));
    expect(said(rows, options)).toHaveLength(wanted.length);
  }); // prettier-ignore

  it.each<[string, GridRow, GridRow, boolean]>([
    ["every item score is its weight", [40, 40, 16], [60, 60, 36], true],
    ["one of them is", [40, 40, 16], [90, 60, 54], false],
  ])("%s: weights seem to stand in their place (%#)", (_, first, second, wanted) => {
    expect(said(form(ITEM, first, second)).includes("item-score-is-weight")).toBe(wanted);
  });
});

import { messageOf } from "../../../src/core/findings/word";
import { readOurs } from "../../../src/core/ours/read-ours";
import { planReview } from "../../../src/core/plan/plan-review";
import { review } from "../../../src/core/review";
import { a1 } from "../../../src/core/workbook/address";
import type { CellScalar, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { applyPlan } from "../../support/apply-plan";
import { bookOf, gridBook, sheetOf, type GridRow } from "../../support/grid";
import { withValues } from "../scores/live";

const BOOK = gridBook([
  ["一级指标", "二级指标", "三级指标", "分值", "评分标准", "得分"],
  ["过程", "管理", "制度执行", 60, "制度得到执行得60分，未得到执行不得分。", 60],
  ["效果", "效益", "社会效益", 40, "", 40],
]);
const written = applyPlan(BOOK, planReview(BOOK, review(BOOK), { lang: "zh" }).plan);

/** The scored copy with this in the first cell of 基础数据 that has options. */
function answered(value: CellScalar): { readonly book: WorkbookSnapshot; readonly cell: string } {
  const { base } = readOurs(written);
  const row = base === null || base === "unreadable" ? undefined : base.rows.find(({ options }) => options.length > 0);
  if (!row) throw new Error("no question in 基础数据");
  return { book: withValues(written, row.valueAt.sheet, [[row.valueAt.row, row.valueAt.column, value]]), cell: a1(row.valueAt) }; // prettier-ignore
}

describe("[C46] what stands in 基础数据 and answers nothing is named", () => {
  it.each<[string, string]>([
    ["是\u3000", "应选「是」"],
    ["√", "应选「是」"],
    ["未完成", "应选「否」"],
  ])("%j", (text, said) => {
    const { book, cell } = answered(text);
    const found = review(book).findings.filter(({ code }) => code === "answer-missing");
    expect(found).toHaveLength(1);
    const message = found[0] ? messageOf(found[0], "zh") : "";
    expect(message).toContain(`基础数据 ${cell} 填的是`);
    expect(message).toContain(said);
    expect(found[0] && messageOf(found[0], "en")).toContain(`${cell} of the base-data sheet`);
  });

  it("what may mean either is named without an offer, and a blank not at all", () => {
    const message = (value: CellScalar) =>
      review(answered(value).book).findings.flatMap((one) => (one.code === "answer-missing" ? messageOf(one, "zh") : []))[0]; // prettier-ignore
    expect(message("不适用")).toContain("不是可选项（是、否）。请");
    expect(message(null)).not.toContain("填的是");
  });

  it("an option answers", () => {
    expect(review(answered("是").book).findings.filter(({ code }) => code === "answer-missing")).toEqual([]);
  });
});

describe("[Q41] a number in the unit's own data under the name of what a rule asks is named, not taken", () => {
  const TABLE: readonly GridRow[] = [
    ["一级指标", "二级指标", "分值", "评分标准", "得分"],
    ["效果", "公众满意度", 60, "≥90%得60分；80%（含）-90%得45分；低于80%不得分", 60],
    ["产出", "培训人数", 40, "≥400人得40分，每少10人扣2分", 40],
  ];
  const said = (rows: readonly GridRow[]): readonly string[] => {
    const book = bookOf([sheetOf("评分表", TABLE), sheetOf("单位数据", [["项目", "数值"], ...rows])]);
    const { findings, tables } = review(book);
    expect(tables[0]?.indicators.map(({ recomputed }) => recomputed.status)).toEqual([
      "notVerifiable",
      "notVerifiable",
    ]);
    return findings.flatMap((one) => (one.code === "answer-missing" ? messageOf(one, "zh") : []));
  };

  it.each<[string, GridRow, string]>([
    ["a fraction", ["公众满意度", 0.93], "本单位数据 单位数据!B3 写有「0.93」"],
    ["a percentage in words", ["公众满意度", "93%"], "单位数据!B3 写有「93%」"],
    ["one that can not be", ["公众满意度", "9300%"], "单位数据!B3 写有「9300%」"],
    ["a count", ["培训人数", 380], "单位数据!B3 写有「380人」"],
  ])("%s", (_, row, wanted) => {
    const messages = said([["编制数", 77], row, ["在职人员数", 69]]);
    expect(messages).toContainEqual(expect.stringContaining(wanted));
  });

  it.each<[string, readonly GridRow[]]>([
    [
      "under another name",
      [
        ["编制数", 77],
        ["居民满意度", 0.93],
        ["在职人员数", 69],
      ],
    ],
    [
      "twice",
      [
        ["公众满意度", 0.93],
        ["公众满意度", 0.91],
        ["在职人员数", 69],
      ],
    ],
  ])("%s it is not", (_, rows) => {
    expect(said(rows).some((message) => message.includes("写有"))).toBe(false);
  });
});

import { a1 } from "../../../src/core/workbook/address";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { planReview } from "../../../src/core/plan/plan-review";
import { review } from "../../../src/core/review";
import type { Review } from "../../../src/core/review.types";
import { applyPlan } from "../../support/apply-plan";
import { bookOf, LEFT, sheetOf, type GridRow } from "../../support/grid";
import { scoresOf } from "../scores/project-sheet";
import { shownScore, withValues } from "../scores/live";

const REACH = "完成目标得满分，未完成按比例计分";
const BELOW = "不超过30万元得满分，每超过1万元扣1分，扣完为止";

const form = (notes: readonly GridRow[] = [], second = "单位成本") =>
  sheetOf("评分表", [
    ["2023年度某局运行考核表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "数量指标", "培训人数", "≥200人", "150人", 60, 45],
    ["效益指标", "成本指标", second, "≤30万元", "40万元", 40, 15],
    ["总分", "", "", "", "", 100, 60],
    ...notes,
  ]);

/** 150 of 200 of 60 marks; 10 above 30 takes 10 of 40 marks. */
const SCORES = ["45", "30"];
const first = ({ tables }: Review) => {
  const [table] = tables;
  if (!table) throw new Error("no table");
  return table;
};
const seen = (book: WorkbookSnapshot) => {
  const found = review(book);
  const table = first(found);
  return { scores: Object.values(scoresOf(table)), at: table.indicators.map(({ rule }) => rule?.at ?? null), found };
};

describe("[M26] a standard printed under its indicator's name is the row's own", () => {
  test.each<[string, WorkbookSnapshot, readonly string[]]>([
    ["a list on a second sheet", bookOf([form(), sheetOf("评分标准", [["指标", "评分标准"], ["培训人数", REACH], ["单位成本", BELOW]])]), ["'评分标准'!B2", "'评分标准'!B3"]],
    ["under a title, with numbers, in another order", bookOf([form(), sheetOf("附件2", [["评分细则一览", LEFT, LEFT], [""], ["序号", "考核指标", "评分细则"], [1, "单位成本", BELOW], [2, "培训人数", REACH]])]), ["'附件2'!C5", "'附件2'!C4"]],
    ["with levels and marks", bookOf([form(), sheetOf("标准", [["一级指标", "二级指标", "三级指标", "分值", "计分办法"], ["产出指标", "数量指标", "培训人数", 60, REACH], ["效益指标", "成本指标", "单位成本", 40, BELOW]])]), ["'标准'!E2", "'标准'!E3"]],
    ["a list below the table", bookOf([form([[""], ["指标名称", "", "评分标准"], ["培训人数", "", REACH], ["单位成本", "", BELOW]])]), ["'评分表'!C8", "'评分表'!C9"]],
    ["names typed with a break and a unit", bookOf([form(), sheetOf("评分标准", [["指标内容", "打分标准"], ["培训\n人数（人）", REACH], [" 单位成本", BELOW]])]), ["'评分标准'!B2", "'评分标准'!B3"]],
    ["notes, one a row", bookOf([form([["注：1.培训人数：" + REACH], ["2.单位成本：" + BELOW]])]), ["'评分表'!A6", "'评分表'!A7"]],
    ["notes in one cell, in lines", bookOf([form([[`评分说明：\n①培训人数：${REACH}；\n②单位成本：${BELOW}。`]])]), ["'评分表'!A6", "'评分表'!A6"]],
    ["notes in one cell, in one line", bookOf([form([[`备注：1、培训人数：${REACH}。2、单位成本：${BELOW}。`]])]), ["'评分表'!A6", "'评分表'!A6"]],
  ])("%s", (_, book, at) => {
    const { scores, at: places, found } = seen(book);
    expect([scores, places]).toEqual([SCORES, at]);
    expect(found.findings.filter(({ code }) => code.startsWith("standard-"))).toEqual([]);
  }); // prettier-ignore

  const told = ({ found }: ReturnType<typeof seen>) =>
    found.findings
      .filter(({ code }) => code.startsWith("standard-"))
      .map(({ code, sheet, at }) => `${code} ${sheet}!${at ? a1(at) : ""}`);

  it("two different ones for one name judge nothing, and are told", () => {
    const list = sheetOf("评分标准", [["指标", "评分标准"], ["培训人数", REACH], ["培训人数", "每少1人扣0.5分"], ["单位成本", BELOW]]); // prettier-ignore
    const result = seen(bookOf([form(), list]));
    expect([result.scores, told(result)]).toEqual([["notJudged", "30"], ["standard-inconsistent 评分标准!B3"]]);
  });

  it("the same one twice is one", () => {
    const list = sheetOf("评分标准", [
      ["指标", "评分标准"],
      ["培训人数", REACH],
      ["单位成本", BELOW],
      ["培训人数", REACH],
    ]);
    expect(seen(bookOf([form(), list])).scores).toEqual(SCORES);
  });

  it("one for two rows of that name judges neither, unless the list's levels tell them apart", () => {
    const rows = (levels: boolean): readonly GridRow[] =>
      levels ? [["二级指标", "三级指标", "评分标准"], ["数量指标", "培训人数", REACH], ["成本指标", "培训人数", BELOW]] : [["指标", "评分标准"], ["培训人数", REACH]]; // prettier-ignore
    const book = (levels: boolean) => bookOf([form([], "培训人数"), sheetOf("评分标准", rows(levels))]);
    const without = review(book(false));
    expect(first(without).indicators.map(({ rule }) => rule?.at ?? null)).toEqual([null, null]);
    expect(without.findings.map(({ code }) => code)).toContain("standard-inconsistent");
    expect(first(review(book(true))).indicators.map(({ rule }) => rule?.at)).toEqual([
      "'评分标准'!C2",
      "'评分标准'!C3",
    ]);
  });

  it("one that can not be read is told at its cell, and nothing else judges in its place", () => {
    const list = sheetOf("评分标准", [
      ["指标", "评分标准"],
      ["培训人数", "视完成情况酌情得1-60分"],
      ["单位成本", BELOW],
    ]);
    const note = "注：定量指标：达到目标值得满分，未达到的按完成比例计分。";
    const result = seen(bookOf([form([[note]]), list]));
    expect([result.at, told(result)]).toEqual([[null, "'评分标准'!B3"], ["standard-unreadable 评分标准!B2"]]);
  });

  it("a live score stays blank once the list says something else", () => {
    const book = bookOf([
      form(),
      sheetOf("评分标准", [
        ["指标", "评分标准"],
        ["培训人数", REACH],
        ["单位成本", BELOW],
      ]),
    ]);
    const copy = applyPlan(book, planReview(book, review(book), { lang: "zh" }).plan);
    expect(shownScore(copy, 2)).toBe(45);
    expect(shownScore(withValues(copy, "评分标准", [[1, 1, "略"]]), 2)).toBe("");
  });
});

import { review } from "../../../src/core/review";
import { LEFT, gridBook, type GridRow } from "../../support/grid";
import { columns, indicators, levels, number, tableIn, totals } from "./reading";

const HEADS: GridRow = ["一级指标", "二级指标", "分值", "得分", "扣分原因"];
const ROWS: readonly GridRow[] = [
  ["产出", "培训场次", 60, 58, "两场改期"],
  ["效益", "就业人数", 40, 38, "两人离职"],
];
const ofTotal = (...total: GridRow): readonly GridRow[] => [HEADS, ...ROWS, total];
const codes = (rows: readonly GridRow[]): readonly string[] => review(gridBook(rows)).findings.map(({ code }) => code);

describe("[R22] totals in numerals", () => {
  it.each<[string, GridRow, string]>([
    ["behind the label's colon", ["合计：九十六", "", "", "", ""], "合计：九十六 - 96"],
    ["behind the label", ["合计九十六", LEFT, "", "", ""], "合计九十六 - 96"],
    ["with 分", ["总得分九十六分", "", "", "", ""], "总得分九十六分 - 96"],
    ["in financial numerals", ["总分：玖拾陆", "", "", "", ""], "总分：玖拾陆 - 96"],
    ["in full-width digits", ["合计：９６", "", "", "", ""], "合计：９６ - 96"],
    ["in their own cells", ["合计", "", "一百", "九十六", ""], "合计 100 96"],
    ["with decimals and 分", ["合计", "", 100, "九十六点五分", ""], "合计 100 96.5"],
    ["beside its grade", ["合计", "", 100, "九十六（优）", ""], "合计 100 96"],
    ["with the mark in brackets", ["总分（一百分）：九十六", "", "", "", ""], "总分（一百分）：九十六 100 96"],
  ])("%s", (_, total, wanted) => {
    expect(totals(tableIn(ofTotal(...total)))).toEqual([wanted]);
  }); // prettier-ignore

  it.each<[string, GridRow, boolean]>([
    ["the sum", ["合计：九十六", "", "", "", ""], false],
    ["one more than the sum", ["合计：九十七", "", "", "", ""], true],
    ["one more than the sum, in its own cell", ["合计", "", 100, "玖拾柒", ""], true],
  ])("%s is held against the scores", (_, total, wanted) => {
    expect(codes(ofTotal(...total)).includes("total-mismatch")).toBe(wanted);
  });

  it("a word that ends in a numeral states none", () => {
    expect(totals(tableIn([HEADS, ...ROWS, ["合计一", "", 100, 96, ""]]))).toEqual([]);
  });
});

describe("[R24] a total in numerals above the table", () => {
  it.each(["玖拾陆分", "九十六", "九十六分（优）", "96分"])("%s beside its label, and its grade beside it", (total) => {
    const rows: readonly GridRow[] = [["自评总得分", total, "自评等级", "良"], HEADS, ...ROWS];
    const table = tableIn(rows);
    expect(table.headTotals?.map(({ score }) => number(score?.stated))).toEqual(["96"]);
    // the line of the form groups none of the columns below it
    expect(table.columns.map(({ header }) => header)).toEqual(HEADS.slice(0, 5));
    expect(codes(rows)).toContain("grade-mismatch");
  });
});

describe("[R6] marks and scores in numerals", () => {
  it.each<[string, GridRow, GridRow]>([
    ["bare", ["产出", "培训场次", "六十", "五十八", "两场改期"], ["效益", "就业人数", "四十", "三十八", "两人离职"]],
    ["with 分", ["产出", "培训场次", "六十分", "五十八分", "两场改期"], ["效益", "就业人数", "肆拾分", "叁拾捌分", "两人离职"]],
    ["in full-width digits", ["产出", "培训场次", "６０", "５８分", "两场改期"], ["效益", "就业人数", "４０", "３８", "两人离职"]],
  ])("%s: read, and told to be text", (_, first, second) => {
    const rows: readonly GridRow[] = [HEADS, first, second, ["合计", "", 100, 96, ""]];
    expect(indicators(tableIn(rows))).toEqual(["产出>培训场次 60 58", "效益>就业人数 40 38"]);
    expect([...new Set(codes(rows))]).toEqual(["number-as-text"]);
  }); // prettier-ignore

  it.each<[string, readonly [string, string]]>([
    ["in brackets", ["产出（六十分）", "效益（肆拾分）"]],
    ["some without 分", ["产出（60）", "效益（40分）"]],
    ["some in numerals without 分", ["产出（六十）", "效益（40分）"]],
    ["behind the name", ["产出六十分", "效益40分"]],
  ])("of levels, %s", (_, [first, second]) => {
    const rows: readonly GridRow[] = [
      ["一级指标", "二级指标", "得分", "扣分原因"],
      [first, "培训场次（60分）", 58, "两场改期"],
      [second, "就业人数（40分）", 38, "两人离职"],
    ];
    expect(levels(tableIn(rows))).toEqual(["产出 60 -", "效益 40 -"]);
    expect(codes(rows)).toEqual([]);
  });

  it("a level whose mark in numerals is not that of its rows is told", () => {
    const rows: readonly GridRow[] = [["一级指标", "二级指标", "分值", "得分"], ["产出（五十分）", "培训场次", 60, 60], ["效益（四十分）", "就业人数", 40, 40]];
    expect(codes(rows)).toContain("level-mark-mismatch");
  }); // prettier-ignore

  it("a name that ends in a numeral, or in 十分, has no mark", () => {
    const names = ["群众满意十分", "服务中心三", "完成比例百分"];
    const rows = [["指标", "分值", "得分"], ...names.map((name) => [name, 10, 10])];
    expect(indicators(tableIn(rows))).toEqual(names.map((name) => `${name} 10 10`));
  });
});

describe("[R3] 分数 beside 得分", () => {
  it.each<[string, GridRow, number, string | undefined]>([
    ["bounds the scores and sets the marks", ["考核内容", "分数", "得分"], 58, "B"],
    ["is a score of its own where a mark is set", ["考核内容", "分值", "得分"], 58, "B"],
  ])("%s", (_, heads, score, wanted) => {
    const table = tableIn([heads, ["培训场次", 60, score], ["就业人数", 40, 40]]);
    expect([columns(table).fullMark, columns(table).score]).toEqual([wanted, "C"]);
  });

  it("is none of the marks where a score is above it", () => {
    expect(columns(tableIn([["考核内容", "分数", "得分"], ["培训场次", 50, 58], ["就业人数", 40, 40]]))).not.toHaveProperty("fullMark");
  }); // prettier-ignore
});

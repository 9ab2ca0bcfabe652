import { review } from "../../../src/core/review";
import { messageOf } from "../../../src/core/findings/word";
import { gridBook, type GridCell, type GridRow } from "../../support/grid";

const form = (name: string, target: GridCell, actual: GridCell): readonly GridRow[] => [
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
  ["产出指标", name.includes("时间") ? "时效指标" : "数量指标", name, target, actual, 60, 60],
  ["效益指标", "社会效益指标", "政策知晓率", "≥85%", "88%", 40, 40],
];

const said = (name: string, target: GridCell, actual: GridCell): readonly string[] =>
  review(gridBook(form(name, target, actual))).findings.map(
    (one) => `${one.code}${one.code === "figure-in-words" ? ` ${one.data.number}` : ""}`,
  );

describe("[C44] figures among words", () => {
  it.each<[string, string, readonly string[]]>([
    ["≥60人", "69人（含借调2人）", ["figure-in-words 69"]],
    ["≥60人", "约70", ["figure-in-words 70"]],
    ["≥60人", "70余人", ["figure-in-words 70"]],
    ["≥60人", "近70人", ["figure-in-words 70"]],
    ["≥60人", "70多人次", ["figure-in-words 70"]],
    ["约60人", "70人", ["figure-in-words 60"]],
    ["≥60人", "77 人 ", []],
    ["≥60人", "72人（含借调）", ["figure-in-words 72"]],
    ["60人（含借调）", "72人", ["figure-in-words 60"]],
    ["60人（含借调）", "72人（含借调）", []],
    ["60人≥", "72人", ["figure-in-words 60"]],
    ["≥60人", "72人-", ["figure-in-words 72"]],
    ["≥60人", "七十人", []],
    ["≥70人", "六十九人", ["target-missed-but-full"]],
    // written as a number, and none
    ["≥60人", "7.5.2人", ["figure-in-words "]],
    ["≥60人", "l00人", ["figure-in-words "]],
    ["≥60人", "1,00人", ["figure-in-words "]],
    ["6.0.人", "60人", ["figure-in-words "]],
    ["9..5人", "9.5.5人", ["figure-in-words ", "figure-in-words "]],
    ["≥1000人", "1,000人", []],
    ["≥1000人", "1,000.0人", []],
    // words on both sides are qualitative
    ["成立1个，运转正常", "成立1个，运转正常", []],
    ["≥60人", "已完成", ["target-not-comparable"]],
  ])("%s, %s", (target, actual, wanted) => {
    const found = said("培训人数", target, actual).filter((code) => code !== "input-impossible");
    expect(found).toEqual(wanted);
  });
});

describe("[C45] dates without a separator, under an indicator of time", () => {
  it.each<[string, GridCell, GridCell, readonly string[]]>([
    ["项目完成时间", "2021.9", "2021.10", ["target-missed-but-full"]],
    ["项目完成时间", "20210930", "20211003", ["target-missed-but-full"]],
    ["项目完成时间", 20210930, 20210929, []],
    ["培训人数", "20210930", "20210930", ["number-as-text", "number-as-text"]],
  ])("%s: %s, %s", (name, target, actual, wanted) => expect(said(name, target, actual)).toEqual(wanted));

  it("a date and words: what is said of them is true", () => {
    const [finding] = review(gridBook(form("项目完成时间", "2021年9月30日前", "按时完成"))).findings;
    expect(finding && messageOf(finding, "zh")).toContain("目标是日期，实际只写了文字");
  });
});

describe("[H11] from which year days count", () => {
  const dated = (date1904: boolean | null) => {
    const book = gridBook(form("项目完成时间", 45291, 45280), { formats: { "1,3": "yyyy/m/d", "1,4": "yyyy/m/d" } });
    return review({ ...book, date1904 }).findings.map(({ code }) => code);
  };
  it.each<[boolean | null, readonly string[]]>([
    [null, ["dates-from-1900"]],
    [false, []],
    [true, []],
  ])("date1904 %s", (date1904, wanted) => expect(dated(date1904)).toEqual(wanted));
});

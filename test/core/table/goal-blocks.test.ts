import { review } from "../../../src/core/review";
import { decimalText } from "../../../src/core/model/exact";
import { gridBook, LEFT, UP, type GridRow } from "../../support/grid";
import { indicators, levels, tableIn } from "./reading";

const HEADER: GridRow = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "得分"];

/** Two goals, each beside a header of its own; the second one's scores are given. */
const form = (one: string, two: string, scores: readonly [number, number], merge = true): readonly GridRow[] => {
  const beside = merge ? UP : "";
  return [
    ["2020年度水土保持项目绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    [one, ...HEADER],
    [beside, "产出指标", "数量指标", "培训场次", 20, 20, 20],
    [beside, UP, "质量指标", "合格率", "100%", "100%", 30],
    [two, ...HEADER],
    [beside, "产出指标", "数量指标", "培训场次", 30, 30, scores[0]],
    [beside, UP, "质量指标", "合格率", "95%", "95%", scores[1]],
    ["总分", LEFT, LEFT, LEFT, LEFT, LEFT, 50 + scores[0] + scores[1]],
  ];
};

const said = (rows: readonly GridRow[]): readonly string[] => review(gridBook(rows)).findings.map(({ code }) => code);

describe("[R25] several goals beside headers of their own", () => {
  it.each<[string, string, boolean]>([
    ["年度绩效目标1（50分）", "年度绩效目标2（50分）", true],
    ["目标一：监测\n(50分)", "目标二：整编\n(50分)", true],
    ["年度绩效目标1（50分）", "年度绩效目标2（50分）", false],
  ])("%j and %j are the first level (merged: %s)", (one, two, merge) => {
    const rows = form(one, two, [20, 30], merge);
    const table = tableIn(rows);
    const names = table.levels.filter(({ path }) => path.length === 1).map(({ path }) => path[0]);
    expect(names).toHaveLength(2);
    expect(levels(table)).toContain(`${names[1] ?? ""} 50 -`);
    expect(table.repeatedLevels).toEqual([]);
    expect(table.indicators.map(({ path }) => path.length)).toEqual([4, 4, 4, 4]);
    // the same indicator under two goals is no duplicate
    expect(said(rows)).toEqual([]);
  });

  it.each<[string, string]>([
    ["绩效指标", "绩效指标"],
    ["绩效指标（100分）", "绩效指标（续）"],
  ])("%s and %s are one label: the header is printed again after a page break", (one, two) => {
    const table = tableIn(form(one, two, [20, 30]));
    expect(table.levels.some(({ path }) => path[0] === "绩效指标")).toBe(false);
    expect(table.repeatedLevels.map(({ path }) => path.at(-1))).toContain("产出指标");
  });

  it("one goal leaves the paths as they are", () => {
    const table = tableIn(form("年度绩效目标1（50分）", "", [20, 30]).slice(0, 4));
    expect(indicators(table)).toEqual(["产出指标>数量指标>培训场次 - 20", "产出指标>质量指标>合格率 - 30"]);
  });
});

describe("[C42] marks on levels alone", () => {
  it.each<[string, readonly [number, number], readonly string[]]>([
    ["at the goal's mark", [20, 30], []],
    ["half a mark over it", [20.5, 30], ["score-over-full"]],
    ["half a mark below it", [19.5, 30], []],
  ])("the rows of a goal score together %s", (_, scores, wanted) => {
    expect(said(form("目标1（50分）", "目标2（50分）", scores))).toEqual(wanted);
  });

  const printed = (again: string, breaks: boolean): readonly GridRow[] => [
    ["一级指标", "二级指标", "三级指标", "分值", "得分"],
    ["过程（30分）", "预算管理", "编制科学性", 15, 15],
    ...(breaks ? [["一级指标", "二级指标", "三级指标", "分值", "得分"] as GridRow] : []),
    [again, "资产管理", "制度健全性", 15, 15],
    ["产出（70分）", "产出数量", "培训场次", 70, 70],
    ["总分", LEFT, LEFT, 100, 100],
  ];

  it.each<[string, boolean, readonly string[]]>([
    ["过程（30分）", true, ["repeated-level"]],
    ["过程（20分）", true, ["repeated-mark-differs"]],
    ["过程(20 分)", false, ["repeated-mark-differs"]],
    ["过程（30.5分）", true, ["repeated-mark-differs"]],
    ["过程", true, ["repeated-level"]],
  ])("过程（30分） printed again as %s (page break: %s)", (again, breaks, wanted) => {
    expect(said(printed(again, breaks))).toEqual(wanted);
  });

  it("a mark in the level's own column is compared, too", () => {
    const rows: readonly GridRow[] = [
      ["一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "得分"],
      ["过程", 30, "预算管理", 15, "编制科学性", 15, 15],
      ["一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "得分"],
      ["过程", 40, "资产管理", 15, "制度健全性", 15, 15],
      ["产出", 70, "产出数量", 70, "培训场次", 70, 70],
    ];
    expect(said(rows)).toEqual(["repeated-mark-differs"]);
  });
});

describe("[V40] the whole of marks that stand on levels alone", () => {
  const whole = (rows: readonly GridRow[]): string => {
    const { totals, coverage } = review(gridBook(rows)).tables[0] ?? {};
    return [totals?.fullMark, coverage?.marks, coverage?.notJudged].map((one) => (one ? decimalText(one, 2) : "-")).join(" ");
  }; // prettier-ignore

  it.each<[string, readonly GridRow[], string]>([
    ["goals", form("目标1（50分）", "目标2（50分）", [20, 30]), "100 100 100"],
    ["（60） without a word", [HEADER, ["产出（60）", "数量", "场次", 1, 1, 60], ["效益（40）", "社会", "人数", 1, 1, 40]], "100 100 100"],
    ["second levels below first ones", [HEADER, ["产出（60分）", "数量（30分）", "场次", 1, 1, 30], ["", "质量（30分）", "合格率", 1, 1, 30], ["效益（40分）", "社会", "人数", 1, 1, 40]], "100 100 100"],
    ["one level that lists its marks, one that does not", [HEADER, ["产出（60分）", "数量", "场次（60分）", 1, 1, 60], ["效益（40分）", "社会", "人数", 1, 1, 40]], "100 100 100"],
    ["no mark anywhere", [HEADER, ["产出", "数量", "场次", 1, 1, 60], ["效益", "社会", "人数", 1, 1, 40]], "0 0 0"],
  ])("%s", (_, rows, wanted) => expect(whole(rows)).toBe(wanted)); // prettier-ignore
});

import { review } from "../../../src/core/review";
import { a1, rectA1 } from "../../../src/core/workbook/address";
import type { Review } from "../../../src/core/review.types";
import { bookOf, LEFT, sheetOf, UP, type GridRow } from "../../support/grid";

const WIDE = [LEFT, LEFT, LEFT, LEFT];
const GOAL = "完成两场培训，满意度不低于90%";
const DONE = "已完成两场，均按期";
const HEAD: GridRow = ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"];
const BODY: readonly GridRow[] = [
  ["产出指标", "培训场次", "≥2场", "2场", 50, 50],
  ["效益指标", "培训人次", "≥100人次", "100人次", 40, 40],
  ["满意度指标", "群众满意度", "≥90%", "92%", 10, 10],
];
const form = (...goal: readonly GridRow[]): readonly GridRow[] => [
  ["2023年度项目支出绩效自评表"],
  ...goal,
  HEAD,
  ...BODY,
];
const beside = (head: string, ...texts: GridRow): readonly GridRow[] => [
  ["2023年度项目支出绩效自评表"],
  [head, ...HEAD],
  ...BODY.map((row, at) => [texts[at] ?? UP, ...row]),
];

const told = ({ findings }: Review) => findings.map(({ code, at }) => `${code} ${at ? a1(at) : ""}`);
const items = ({ ledger }: Review) => ledger.tables.flatMap(({ cells }) => cells.items.map(({ area, whys }) => `${rectA1(area)} ${whys.join(" ")}`)); // prettier-ignore

describe("[R50] the goal of a form is read as such, and disputes no target", () => {
  it.each<[string, readonly GridRow[]]>([
    ["left of it the label", form(["年度绩效目标", GOAL, ...WIDE])],
    ["left of it the label, the goal in a few words", form(["年度绩效目标", "完成年度培训任务", ...WIDE])],
    ["above it the label", form(["年度总体目标", LEFT, ...WIDE], [GOAL, LEFT, ...WIDE])],
    ["in one cell with the label", form([`年度绩效目标：${GOAL}`, LEFT, ...WIDE])],
    ["label, goal and outcome in one line", form(["绩效目标", "目标", GOAL, LEFT, "完成情况", DONE])],
    ["two columns", form(["预期目标", LEFT, LEFT, "实际完成情况", LEFT, LEFT], [GOAL, LEFT, LEFT, DONE, LEFT, LEFT])],
    ["two columns beside the label of the block", form(["年度总体目标", "年初设定目标", LEFT, "年度总体目标完成情况", LEFT, LEFT], [UP, GOAL, LEFT, DONE, LEFT, LEFT])],
    ["one goal a row, with figures", form(["年度绩效目标", "预期目标", LEFT, "目标完成情况", LEFT, LEFT], [UP, "1.培训2场", LEFT, "2场", LEFT, LEFT], [UP, "2.培训100人次", LEFT, "100%", LEFT, LEFT])],
    ["a column merged down at the left", beside("年度绩效目标", GOAL)],
    ["a column of two goals", beside("绩效目标", `目标1：${GOAL}`, UP, "目标2：群众满意程度提高")],
    ["a column merged down at the right", [["2023年度项目支出绩效自评表"], [...HEAD, "年度目标"], ...BODY.map((row, at) => [...row, at === 0 ? GOAL : UP])]],
    ["goal and outcome in columns merged down", [["2023年度项目支出绩效自评表"], ["年度目标", "目标完成情况", ...HEAD], ...BODY.map((row, at) => [...(at === 0 ? [GOAL, DONE] : [UP, UP]), ...row])]],
  ])("%s", (_, rows) => {
    const result = review(bookOf([sheetOf("自评表", rows)]));
    expect(told(result)).toEqual([]);
    expect(items(result)).toEqual([]);
    expect(result.tables[0]?.table.indicators.map(({ target, actual }) => [target?.raw, actual?.raw])).toEqual(BODY.map((row) => [row[2], row[3]]));
  }); // prettier-ignore

  it("a bare number in a block of goals is named", () => {
    const block = form(
      ["年度绩效目标", "预期目标", LEFT, "目标完成情况", LEFT, LEFT],
      [UP, GOAL, LEFT, 123.45, LEFT, LEFT],
    );
    expect(items(review(bookOf([sheetOf("自评表", block)])))).toEqual(["D3 unknownLabel"]);
  });

  it("two columns of targets with a value in every row are still in dispute", () => {
    const rows = [["2023年度项目支出绩效自评表"], [...HEAD, "年度目标"], ...BODY.map((row, at) => [...row, `本年完成全部任务${at}项`])]; // prettier-ignore
    expect(told(review(bookOf([sheetOf("自评表", rows)])))).toContain("ambiguous-header C2");
  });
});

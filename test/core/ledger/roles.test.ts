import { CELL_ROLES } from "../../../src/app/cell-role-words";
import type { CellRole } from "../../../src/core/model/account";
import { gridBook, LEFT, UP, type GridRow } from "../../support/grid";
import { withValue } from "./invariant/changes";
import { told } from "./invariant/traces";

/** Cells of small tables by address, each with the role that it must have. */
const CASES: readonly (readonly [name: string, rows: readonly GridRow[], roles: Readonly<Record<string, CellRole>>])[] = [
  ["a form and its funding block", [
    ["附件2"], ["项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT], ["（2023年度）", "", "", "金额单位：万元"], ["项目名称", "道路养护", "", "单位名称", "某局"],
    ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分", "偏差原因"], [UP, "年度资金总额", 100, 100, 90, 10, 0.9, 9, "结转下年"],
    ["一级指标", "二级指标", "三级指标", "指标性质", "年度指标值", "度量单位", "实际完成值", "分值", "得分", "偏差原因"],
    ["产出", "数量指标", "养护里程", "≥", 20, "公里", 21, 90, 88, "一段未验收"],
    ["合计", "", "", "", "", "", "", 90, 88, ""],
    ["自评结论：良"], ["注：本表由项目单位填写"], ["填表人：张三"], ["工作按计划推进，没有发生安全事故，群众反映良好。"], ["第1页"]],
    { A1: "attachment", A2: "title", A3: "year", D3: "moneyUnit", A4: "formLabel", B4: "formValue", E4: "unitName", A5: "fundingLabel", C5: "fundingHeader", C6: "amount",
      F6: "fundingMark", G6: "fundingRate", H6: "fundingScore", I5: "fundingHeader", I6: "fundingReason", A7: "header", A8: "level", C8: "name", D8: "operator", E8: "target", F8: "unit", G8: "actual",
      H8: "mark", I8: "score", J8: "reason", A9: "totalLabel", H9: "total", A10: "conclusion", A11: "note", A12: "signature", A13: "prose", A14: "pageFurniture" }],
  ["columns of words and of others", [
    ["序号", "一级指标", "二级指标", "分值", "指标解释", "指标说明", "评分标准", "完成率", "得分", "扣分", "复核分", "复核意见", "佐证材料", "备注", "责任科室"],
    [1, "产出", "里程", 100, "含义", "口径", "酌情评分", "95%", 95, 5, 94, "同意", "验收单", "已核", "办公室"]],
    { A2: "sequence", E2: "explanation", F2: "description", G2: "standard", H2: "rate", J2: "deduction", K2: "reviewScore", L2: "reviewOpinion", M2: "evidence", N2: "remark", O2: "otherColumn" }],
  ["groups over heads, column numbers, a header printed again, template rows and parts", [
    ["一级指标", "二级指标", "三级指标", "评价", LEFT, "目标", LEFT], [UP, UP, UP, "分值", "得分", "年度指标值", "实际完成值"], ["1", "2", "3", "4", "5", "6", "7"],
    ["产出", "数量指标", "培训人数", 60, 60, 100, 100], ["", "", "其中：女性", "", "", 40, 40], ["", "", "指标2", "", "", "", ""], ["", "", "……", "", "", "", ""],
    ["一级指标", "二级指标", "三级指标", "评价", LEFT, "目标", LEFT], [UP, UP, UP, "分值", "得分", "年度指标值", "实际完成值"],
    ["效益", "社会效益", "投诉次数", 40, 40, "≤3", 2]],
    { D1: "headerGroup", A3: "columnNumber", C5: "breakdown", F5: "breakdown", G5: "breakdown", C6: "placeholder", A8: "header", C10: "name" }],
  ["a label beside the table", [["绩效指标", "一级指标", "二级指标", "分值", "得分"], [UP, "产出", "里程", 60, 60], [UP, "效益", "次数", 40, 40]], { A1: "sideLabel" }],
  ["单项得分 beside 折算得分", [["一级指标", "二级指标", "权重", "单项得分", "折算得分"], ["产出", "里程", 60, 100, 60], ["效益", "次数", 40, 50, 20]], { D2: "itemScore" }],
  ["base data", [["一级指标", "二级指标", "分值", "得分"], ["产出", "里程", 100, 100], [], ["项目", "2022年决算数", "2023年预算数", "备注"], ["三公经费", 63, 70, "含公务接待"]],
    { A4: "baseHeader", A5: "baseLabel", B5: "baseValue", D5: "baseNote" }],
]; // prettier-ignore

const rolesIn = (rows: readonly GridRow[]): ReadonlyMap<string, CellRole | null> =>
  new Map([...told(gridBook(rows)).cells].map(([place, { role }]) => [place.replace(/^.*!/, ""), role]));

describe("[Z1] each role is what some reader takes a cell for", () => {
  it.each(CASES)("%s", (_, rows, roles) => {
    const found = rolesIn(rows);
    expect(Object.fromEntries(Object.keys(roles).map((cell) => [cell, found.get(cell) ?? null]))).toEqual(roles);
  });

  it("what a merge covers", () => {
    const rows = CASES[0]?.[1] ?? [];
    const { cells } = told(withValue(gridBook(rows), "评分表", 1, 2, 7));
    expect(cells.get("评分表!C2")?.role).toBe("underMerge");
  });

  it("there is no other role", () => {
    const known = new Set<CellRole | null | undefined>(["underMerge"]);
    for (const [, rows] of CASES) for (const role of rolesIn(rows).values()) known.add(role);
    expect(CELL_ROLES.filter((role) => !known.has(role))).toEqual([]);
  });
});

import { review } from "../../../src/core/review";
import { textNumber } from "../../../src/core/audit/text-number";
import type { CellScalar } from "../../../src/core/workbook/snapshot";
import { a1 } from "../../../src/core/workbook/address";
import { gridBook, type GridOptions, type GridRow } from "../../support/grid";

const saidOf = (rows: readonly GridRow[], options: GridOptions): readonly string[] =>
  review(gridBook(rows, options)).findings.map(({ code, at }) => `${code} ${at ? a1(at) : "-"}`);

/** 小计 below each of two levels: 48 of 50 in row 5, 38 of 50 in row 8; 86 in all in row 9. */
const byRows = (first: CellScalar, total: CellScalar = 86): readonly GridRow[] => [
  ["2021年度部门整体支出绩效自评表"],
  ["一级指标", "二级指标", "三级指标", "分值", "得分", "扣分原因"],
  ["投入", "目标", "目标合理性", 20, 20],
  ["", "", "目标明确性", 30, 28, "个别目标未细化"],
  ["小计", "", "", 50, first],
  ["过程", "管理", "制度健全性", 20, 20],
  ["", "", "制度公开性", 30, 18, "公开不及时"],
  ["小计", "", "", 50, 38],
  ["合计", "", "", 100, total],
];
/** The level's score in a column of its own. */
const byColumn = (first: CellScalar): readonly GridRow[] => [
  ["2021年度部门整体支出绩效自评表"],
  ["一级指标", "一级得分", "三级指标", "分值", "得分", "扣分原因"],
  ["投入", first, "目标合理性", 20, 20],
  ["", "", "目标明确性", 30, 28, "个别目标未细化"],
  ["过程", 38, "制度健全性", 20, 20],
  ["", "", "制度公开性", 30, 18, "公开不及时"],
  ["合计", "", "", "", 86],
];
/** Sub-totals named after their level, and the marks left of the names. */
const byName = (first: CellScalar): readonly GridRow[] => [
  ["项目支出绩效自评表"],
  ["指标类别", "分值", "指标名称", "自评得分", "未完成原因"],
  ["产出指标", 30, "培训人数", 30, ""],
  ["", 20, "培训场次", 18, "一场推迟到次年"],
  ["产出指标小计", 50, "", first, ""],
  ["效益指标", 50, "参训满意度", 50, ""],
  ["效益指标小计", 50, "", 50, ""],
  ["总分", 100, "", 98, ""],
];

describe("[C40, C41] a sub-total is a number's place like the rows above it", () => {
  it.each<[string, readonly GridRow[], GridOptions, readonly string[]]>([
    ["right", byRows(48), {}, []],
    ["right, in a column", byColumn(48), {}, []],
    ["right, by name", byName(48), {}, []],
    ["digits that stand apart are no number", byRows("4 8"), {}, ["number-open E5"]],
    ["digits apart in a column", byColumn("4 8"), {}, ["number-open B3"]],
    ["digits apart by a break", byName("4\n8"), {}, ["number-open D5"]],
    ["digits apart in a sentence", byRows("小计：4 8分"), {}, ["number-open E5"]],
    ["a date", byRows(45000), { formats: { "4,4": "yyyy/m/d" } }, ["date-not-number E5"]],
    ["a date, by name", byName(45000), { formats: { "4,3": "m月d日" } }, ["date-not-number D5"]],
    ["shown in thousands", byRows(48), { formats: { "4,4": "0.000," } }, ["display-differs E5"]],
    ["shown as nothing", byName(48), { formats: { "4,3": ";;;" } }, ["display-differs D5"]],
    ["thousands of per cent", byRows(48), { formats: { "4,4": "0%" } }, ["display-differs E5"]],
    ["two decimals", byRows(48), { formats: { "4,4": "0.00" } }, []],
    ["a share states no score", byRows(0.48), { formats: { "4,4": "0%" } }, ["cell-not-understood E5"]],
    ["nor does one in the total", byRows(48, 0.86), { formats: { "8,4": "0%" } }, ["cell-not-understood E9"]],
    ["digits apart in the total", byRows(48, "8 6"), {}, ["number-open E9"]],
  ])("%s", (_title, rows, options, expected) => expect(saidOf(rows, options)).toEqual(expected)); // prettier-ignore
});

describe("[G4] a text that reads as a number, with whatever counts or measures behind it", () => {
  it.each<[string, number | null]>([
    ["12", 12], ["１２", 12], ["12分", 12], ["95%", 0.95], ["1,200", 1200], ["12\u200b", 12], ["12\u00ad", 12],
    ["12套", 12], ["3.5公里", 3.5], ["20人次", 20], ["20千元", 20], ["6㎡", 6], ["6m2", 6], ["3个月", 3], ["40平方米", 40], ["5kg", 5],
    ["2021年", null], ["3月", null], ["5日", null], ["5号", null], ["上午9时", null], ["5G", null], ["3A", null], ["100余人", null], ["30多个", null],
    ["5以上", null], ["约20", null], ["20人（含2人）", null], ["9 5", null], ["第3项", null], ["", null], ["无", null],
  ])("%j: %s", (text, number) => expect(textNumber(text)).toBe(number)); // prettier-ignore
});

import { review } from "../../../src/core/review";
import { a1, rectA1 } from "../../../src/core/workbook/address";
import { gridBook, LEFT, UP, type GridRow } from "../../support/grid";

const FORM: readonly GridRow[] = [
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
  ["产出指标", "数量指标", "培训场次", "≥20场", "20场", 60, 60],
  ["效益指标", "社会效益指标", "政策知晓率", "≥85%", "88%", 40, 40],
];

function told(...block: readonly GridRow[]): readonly string[] {
  const { findings, ledger } = review(gridBook([["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT], ...block, ...FORM]));
  const items = ledger.tables.flatMap(({ cells }) => cells.items.map(({ area }) => rectA1(area)));
  return [...findings.map(({ code, at }) => `${code} ${at ? a1(at) : ""}`), ...items];
} // prettier-ignore

/** What was planned, arrived, paid, left over: money beside 预算数 and 执行数, wherever its column stands. */
describe("[R29] figures of the money that nothing is computed from are known", () => {
  it.each<[string, GridRow, GridRow]>([
    ["结余 behind all", ["项目资金", "", "预算数", "支出数", "结余"], [UP, "年度资金总额", 100, 90, 10]],
    ["拨付数 between, 结转 behind", ["项目资金", "", "预算安排", "拨付数", "支出数", "结转"], [UP, "年度资金总额", 100, 95, 90, 10]],
    ["实际到位 and 到位率", ["资金情况", "", "年度预算", "实际到位资金", "到位率", "实际支出", "预算执行率"], [UP, "合计", 100, 100, 1, 90, 0.9]],
    ["to the last column", ["项目资金", "", "全年预算数", "全年执行数", "执行率", "到位数", "到位率"], [UP, "年度资金总额", 100, 90, "90%", 100, "100%"]],
    ["结转结余资金（万元）", ["项目资金", "", "全年预算数", "全年执行数", "执行率", "结转结余资金（万元）"], [UP, "年度资金总额", 100, 90, "90%", 10]],
  ])("%s", (_, head, row) => expect(told(head, row)).toEqual([])); // prettier-ignore

  it("a block of what was planned and what arrived, without what was spent, is named as a whole", () => {
    const head: GridRow = ["项目资金（万元）", "资金来源", "计划数", "到位数", "到位率"];
    expect(told(head, [UP, "年度资金总额", 100, 95, "95%"])).toEqual(["block-not-understood C3", "C3:E3"]);
  });

  it("another unknown column behind the block is not understood", () => {
    const head: GridRow = ["项目资金", "", "全年预算数", "全年执行数", "执行率", "绩效奖金"];
    expect(told(head, [UP, "年度资金总额", 100, 90, "90%", 12])).toEqual(["cell-not-understood F3", "F3"]);
  });
});

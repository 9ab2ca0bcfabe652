import { review } from "../../../src/core/review";
import { a1, rectA1 } from "../../../src/core/workbook/address";
import { gridBook, LEFT, UP, type GridRow } from "../../support/grid";

const FORM: readonly GridRow[] = [
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
  ["产出指标", "数量指标", "培训场次", "≥20场", "20场", 50, 50],
  ["效益指标", "社会效益指标", "政策知晓率", "≥85%", "88%", 40, 40],
];

/** The codes of the findings, and of every cell in the block's lines that was read as a reason its address. */
function told(...block: readonly GridRow[]): readonly string[] {
  const title: GridRow = ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT];
  const { findings, tables, ledger } = review(gridBook([title, ...block, ...FORM]));
  const funding = tables[0]?.table.funding;
  const reasons = [...(funding?.total ? [funding.total] : []), ...(funding?.parts ?? [])].flatMap(({ cells }) => cells.reason ?? []);
  const items = ledger.tables.flatMap(({ cells }) => cells.items.map(({ area }) => rectA1(area)));
  return [
    ...findings.map(({ code }) => code),
    ...new Set(reasons.filter(({ raw }) => raw !== null).map(({ at, raw }) => `${a1(at)} ${typeof raw === "string" ? raw : ""}`)),
    ...items,
  ];
} // prettier-ignore

/** 80 of 100 were spent, which asks for words (J6). Before, words below the head 偏差原因 made it a column of labels. */
describe("[R12] [J6] the reasons of a funding block stand in a column of its own", () => {
  const head = (reason: string): GridRow => [
    "项目资金（万元）",
    "",
    "全年预算数",
    "全年执行数",
    "分值",
    "执行率",
    "得分",
    reason,
  ];
  const total = (reason: GridRow[number]): GridRow => [UP, "年度资金总额", 100, 80, 10, 0.8, 8, reason];
  it.each<[string, readonly GridRow[], readonly string[]]>([
    ["偏差原因", [head("偏差原因"), total("结转下年")], ["H3 结转下年"]],
    ["原因分析", [head("原因分析"), total("招标流标")], ["H3 招标流标"]],
    ["偏差原因分析及改进措施", [head("偏差原因分析及改进措施"), total("受疫情影响，明年加快支付")], ["H3 受疫情影响，明年加快支付"]],
    ["merged over the sources", [head("未完成原因"), total("雨季停工"), [UP, "其中：财政拨款", 100, 80, "", "", "", UP]], ["H3 雨季停工"]],
    ["between the amounts", [["项目资金", "", "全年预算数", "偏差原因", "全年执行数", "分值", "执行率", "得分"], [UP, "年度资金总额", 100, "受疫情影响", 80, 10, 0.8, 8]], ["D3 受疫情影响"]],
    ["no label before the figures", [["预算数", "执行数", "执行率", "分值", "得分", "偏差原因"], [100, 80, 0.8, 10, 8, "结转下年"]], ["F3 结转下年"]],
    ["given for the source alone", [head("偏差原因"), total(""), [UP, "其中：财政拨款", 100, 80, "", "", "", "资金下达晚"]], ["H4 资金下达晚"]],
    ["turned over, beside the sources", [["资金情况", "年度资金总额", "财政拨款", "其他资金", "偏差原因"], ["全年预算数", 100, 80, 20, "结转下年"], ["全年执行数", 80, 70, 10, UP], ["执行率", 0.8, 0.875, 0.5, UP]], ["E3 结转下年"]],
    ["turned over under 项目资金", [["项目资金", "年度资金总额", "财政拨款", "其他资金", "原因分析"], ["全年预算数", 100, 80, 20, "结转下年"], ["全年执行数", 80, 70, 10, ""], ["执行率", 0.8, 0.875, 0.5, ""]], ["E3 结转下年"]],
    ["as a list", [["全年预算数（万元）", 100, "全年执行数（万元）", 80, "执行率", 0.8, "偏差原因", "受疫情影响"]], ["H2 受疫情影响"]],
    ["a line of its own below", [head("备注").slice(0, 7), total("").slice(0, 7), ["偏差原因", "结转下年"]], ["B4 结转下年"]],
    ["a line of its own below the sources, merged", [head("备注").slice(0, 7), total("").slice(0, 7), [UP, "其中：财政拨款", 100, 80], ["偏差原因分析", LEFT, "招标流标，结转下年", LEFT, LEFT, LEFT, LEFT]], ["C5 招标流标，结转下年"]],
    ["a line of its own, left blank", [head("备注").slice(0, 7), total("").slice(0, 7), ["未完成原因", ""]], ["justification-missing"]],
    ["blank", [head("偏差原因"), total("")], ["justification-missing"]],
    ["a stock word", [head("偏差原因"), total("同上")], ["justification-placeholder", "H3 同上"]],
    ["how marks are given", [head("偏差原因"), total("按评分标准扣2分")], ["justification-placeholder", "H3 按评分标准扣2分"]],
  ])("%s", (_, block, expected) => expect(told(...block)).toEqual(expected)); // prettier-ignore
});

import { buildWorkbook } from "../../support/build-workbook";

const HEADER = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "评分标准", "得分", "扣分原因"];
const KINDS = ["培训人数", "巡查里程", "整理档案", "维护设备", "验收项目", "办理信访"];

/**
 * A project's table of so many indicators of 10 marks, all with a standard of their own words; in every tenth 95 of 100 were
 * done, for which 8 are given where 9.5 are due, and no reason.
 */
export function manyIndicators(count: number): Uint8Array {
  const rows = Array.from({ length: count }, (_, i) => [
    i === 0 ? "产出" : null,
    i % 10 === 0 ? `数量指标${i / 10 + 1}` : null,
    `${KINDS[i % KINDS.length] ?? ""}${i + 1}`,
    10,
    100,
    i % 10 === 9 ? 95 : 100,
    `第${i + 1}项达到目标值得满分，未达到的按完成比例得分`,
    i % 10 === 9 ? 8 : 10,
    null,
  ]);
  return buildWorkbook({ sheets: [{ name: "评分表", rows: [["2024年度项目支出绩效自评表"], HEADER, ...rows] }] });
}

import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { gridBook, LEFT, type GridRow } from "../../support/grid";

/** What each indicator is worth by hand: 180 of 200 persons, a mark of 1. */
export const MANY_SCORE = 0.9;

const PER_GROUP = 7;

/** A form of so many indicators of one mark each, in groups of seven with a sub-total row below each. */
export function manyIndicators(count: number): WorkbookSnapshot {
  const rows: GridRow[] = [];
  for (let index = 0; index < count; index++) {
    rows.push(["产出指标", `数量指标${Math.floor(index / PER_GROUP) + 1}`, `培训人数${index + 1}`, "≥200人", 180, 1, MANY_SCORE, "年中抽调人员，未能完成"]);
    const isLast = index % PER_GROUP === PER_GROUP - 1 || index === count - 1;
    const inGroup = (index % PER_GROUP) + 1;
    if (isLast) rows.push(["", "小计", "", "", "", inGroup, Math.round(inGroup * 90) / 100, ""]);
  }
  return gridBook([
    ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
    ...rows,
    ["合计", "", "", "", "", count, Math.round(count * 90) / 100, ""],
  ]);
} // prettier-ignore

import type { WorkbookData } from "./build-workbook";

/** A scoring table of three indicators with scores of 9, 8 and 9; its total takes a tenth off, which no rule asks for. */
export const DOUBTFUL_TOTAL: NonNullable<WorkbookData["sheets"][number]["rows"]> = [
  ["三级指标", "分值", "自评得分", "扣分原因"],
  ["在职人员控制率", 10, 9, "年中新增人员两名"],
  ["预算执行率", 10, 8, "项目跨年实施，余款次年支付"],
  ["制度健全性", 10, 9, "两项制度尚未修订"],
  ["合计", { formula: "SUM(B2:B4)", value: 30 }, { formula: "SUM(C2:C4)*0.9", value: 23.4 }, null],
];

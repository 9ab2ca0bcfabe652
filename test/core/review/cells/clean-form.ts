import { parseA1 } from "../../../../src/core/workbook/address";
import type { FindingCode } from "../../../../src/core/findings/catalogue";
import type { Finding } from "../../../../src/core/findings/finding";
import { messageOf } from "../../../../src/core/findings/word";
import { a1 } from "../../../../src/core/workbook/address";
import { review } from "../../../../src/core/review";
import type { CellScalar, CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../../../../src/core/workbook/snapshot";
import { bookOf, LEFT, sheetOf, UP, type GridRow } from "../../../support/grid";

/** A project's scoring table without a fault: marks 100, scores 96, three deductions with their reasons. */
const ROWS: readonly GridRow[] = [
  ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
  ["项目名称", "基层培训项目", "主管部门", "某局"],
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施", "佐证材料"],
  ["产出指标", "数量指标", "培训场次", "≥20场", "18场", 10, 9, "因疫情两场培训改为下年度举办", "培训通知"],
  [UP, UP, "印发手册数量", "≥5000册", "5200册", 10, 10, null, "印刷合同"],
  [UP, "质量指标", "培训合格率", "≥95%", "96%", 10, 10, null, "考核表"],
  [UP, UP, "设备验收合格率", "≥100%", "100%", 10, 10, null, "验收单"],
  [UP, "时效指标", "项目完成时间", "2023年12月31日前", "2023年12月20日", 10, 10, null, "验收单"],
  ["效益指标", "社会效益指标", "惠及群众人数", "≥3000人", "2700人", 10, 9, "外出务工人员较多，到场人数低于预期", "签到表"],
  [UP, UP, "政策知晓率", "≥85%", "88%", 10, 10, null, "问卷"],
  [UP, "可持续影响指标", "长效机制建设", "≥3项", "3项", 10, 10, null, "制度文件"],
  ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "81%", 20, 18, "热线接通率偏低，群众意见集中在等候时间", "问卷"],
  ["总分", LEFT, LEFT, LEFT, LEFT, 100, 96],
]; // prettier-ignore

/** A cell's value, or more that is told of it: { G5: 10, E8: { value: 45310, numberFormat: "yyyy/m/d" } }. */
export type Changes = Readonly<Record<string, CellScalar | Partial<CellSnapshot>>>;

const isValue = (change: CellScalar | Partial<CellSnapshot>): change is CellScalar =>
  typeof change !== "object" || change === null || "error" in change;

/** The clean table with other cells, and with what else is told of its sheet or workbook. */
export function cleanForm(
  changes: Changes = {},
  sheet: Partial<SheetSnapshot> = {},
  book: Partial<WorkbookSnapshot> = {},
): WorkbookSnapshot {
  const base = sheetOf("自评表", ROWS);
  const changed = Object.entries(changes).map(([address, change]): CellSnapshot => {
    const at = parseA1(address);
    if (!at) throw new Error(`no cell address: ${address}`);
    return { ...at, value: null, ...(isValue(change) ? { value: change } : change) };
  });
  const kept = base.cells.filter((cell) => !(a1(cell) in changes));
  const cells = [...kept, ...changed.filter((cell) => cell.value !== null || cell.formula !== undefined)].sort(
    (a, b) => a.row - b.row || a.column - b.column,
  );
  return { ...bookOf([{ ...base, cells, ...sheet }]), ...book };
}

/** "code G5" of every finding of a review, each of which reads well in both languages. */
export function told(book: WorkbookSnapshot, ...only: FindingCode[]): readonly string[] {
  return findingsOf(book)
    .filter(({ code }) => only.length === 0 || only.includes(code))
    .map(({ code, at }) => `${code} ${at ? a1(at) : ""}`.trim());
}

export function findingsOf(book: WorkbookSnapshot): readonly Finding[] {
  const { findings } = review(book);
  for (const finding of findings)
    for (const language of ["zh", "en"] as const)
      expect(messageOf(finding, language)).not.toMatch(/undefined|NaN|null/);
  return findings;
}

export const dataOf = (book: WorkbookSnapshot, code: FindingCode): unknown =>
  findingsOf(book).find((finding) => finding.code === code)?.data;

import { parseA1 } from "../../src/core/workbook/address";
import type { CellScalar, CellSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { formulaBook } from "./formula-book";
import type { GridRow } from "./grid";

/** A value, a formula that is calculated ("=…"), or a formula with what was stored for it. */
export type MadeCell = CellScalar | { readonly formula: string; readonly stored: CellScalar };

const STANDARD = "达到目标值得满分，未达到的按完成比例得分";

const HEADER = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "完成率", "评分标准", "得分", "偏差原因分析"]; // prettier-ignore

/**
 * A project's table in A1:J13 whose rates (G), scores (I), sub-totals (rows 6, 9, 12) and totals (row 13) are formulas,
 * all of them right; three indicators of 产出, two of 效益, two of 满意度.
 */
const ROWS: readonly GridRow[] = [
  ["2022年度项目支出绩效自评表"],
  HEADER,
  ["产出", "数量指标", "培训人数", 15, 100, 95, "=F3/E3", STANDARD, "=D3*MIN(1,G3)", "受天气影响第三期推迟"],
  ["", "", "宣传场次", 15, 10, 9, "=F4/E4", STANDARD, "=D4*MIN(1,G4)", "场地未能落实，少办一场"],
  ["", "", "发放资料", 10, 400, 400, "=F5/E5", STANDARD, "=D5*MIN(1,G5)", ""],
  ["小计", "", "", "=SUM(D3:D5)", "", "", "", "", "=SUM(I3:I5)", ""],
  ["效益", "社会效益", "知晓人数", 20, 50, 50, "=F7/E7", STANDARD, "=D7*MIN(1,G7)", ""],
  ["", "", "受益户数", 20, 300, 240, "=F8/E8", STANDARD, "=D8*MIN(1,G8)", "两个村因征迁未纳入"],
  ["小计", "", "", "=SUM(D7:D8)", "", "", "", "", "=SUM(I7:I8)", ""],
  ["满意度", "服务对象", "回访件数", 10, 20, 20, "=F10/E10", STANDARD, "=D10*MIN(1,G10)", ""],
  ["", "", "办结件数", 10, 80, 80, "=F11/E11", STANDARD, "=D11*MIN(1,G11)", ""],
  ["小计", "", "", "=SUM(D10:D11)", "", "", "", "", "=SUM(I10:I11)", ""],
  ["合计", "", "", "=D6+D9+D12", "", "", "", "", "=I6+I9+I12", ""],
];

const SCORE_ROWS = [3, 4, 5, 7, 8, 10, 11];

/** All seven scores typed as they should be. */
export const TYPED_SCORES: Readonly<Record<string, MadeCell>> = { I3: 14.25, I4: 13.5, I5: 10, I7: 20, I8: 16, I10: 10, I11: 10 }; // prettier-ignore
/** All seven rates typed as they should be. */
export const TYPED_RATES: Readonly<Record<string, MadeCell>> = { G3: 0.95, G4: 0.9, G5: 1, G7: 1, G8: 0.8, G10: 1, G11: 1 }; // prettier-ignore
/** All sub-totals and totals typed as they should be. */
export const TYPED_SUMS: Readonly<Record<string, MadeCell>> = {
  D6: 40, D9: 40, D12: 20, D13: 100, I6: 37.75, I9: 36, I12: 20, I13: 93.75,
}; // prettier-ignore

/** The table with some cells changed, recalculated, as Excel saves it; and number formats by cell. */
export function madeScoring(
  changes: Readonly<Record<string, MadeCell>> = {},
  formats: Readonly<Record<string, string>> = {},
): WorkbookSnapshot {
  const rows = ROWS.map((row) => [...row]);
  for (const [cell, content] of Object.entries(changes)) {
    const at = parseA1(cell);
    const row = at && rows[at.row];
    if (!row) throw new Error(`${cell} is not in the table`);
    row[at.column] = isStored(content) ? content.formula : content;
  }
  const book = formulaBook([{ name: "评分表", rows }]);
  const changed = (cell: CellSnapshot): CellSnapshot => {
    const key = Object.keys(changes).find((one) => isAt(one, cell));
    const content = key === undefined ? null : changes[key];
    const format = Object.entries(formats).find(([one]) => isAt(one, cell))?.[1];
    const value = content !== undefined && isStored(content) ? content.stored : cell.value;
    return { ...cell, value, ...(format === undefined ? {} : { numberFormat: format }) };
  };
  return { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(changed) })) };
}

const isStored = (content: MadeCell): content is Extract<MadeCell, { readonly formula: string }> =>
  typeof content === "object" && content !== null && "formula" in content;

function isAt(cell: string, { row, column }: CellSnapshot): boolean {
  const at = parseA1(cell);
  return at?.row === row && at.column === column;
}

/** The formula of every score but one, changed in the same way. */
export const inEveryScore = (formulaOf: (row: number) => string): Readonly<Record<string, MadeCell>> =>
  Object.fromEntries(SCORE_ROWS.map((row) => [`I${row}`, formulaOf(row)]));

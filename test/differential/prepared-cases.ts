import type { CellPosition } from "../../src/core/workbook/address";
import { parseA1 } from "../../src/core/workbook/address";
import { SheetView } from "../../src/core/workbook/sheet-view";
import type { CellScalar } from "../../src/core/workbook/snapshot";
import type { CellWrite } from "../../src/core/workbook/write-plan";
import { readTables } from "../../src/core/table/read-tables";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { buildWorkbook } from "../support/build-workbook";
import { snapshotOf } from "./filled-copy";

/** Values typed into cells of one sheet, by A1 address; null empties a cell. Everything else stays byte for byte. */
export async function typed(
  bytes: Uint8Array,
  sheet: string,
  values: Readonly<Record<string, CellScalar>>,
): Promise<Uint8Array> {
  const host = createXlsxHost(bytes);
  const book = await snapshotOf(bytes);
  const found = book.sheets.find(({ name }) => name === sheet);
  if (!found) throw new Error(`no sheet ${sheet}`);
  const view = new SheetView(found);
  const cells = Object.entries(values).map(([address, value]): CellWrite => {
    const at: CellPosition | null = parseA1(address);
    if (!at) throw new Error(address);
    const before = view.cell(at.row, at.column);
    return {
      row: at.row,
      column: at.column,
      expect: { value: before?.value ?? null, ...(before?.formula === undefined ? {} : { formula: before.formula }) },
      content:
        typeof value === "number"
          ? { type: "number", number: value }
          : typeof value === "string"
            ? { type: "text", text: value }
            : { type: "blank" },
    };
  });
  const written = await host.write({ guards: [], steps: [{ do: "putCells", sheet, cells }] });
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  return host.bytes();
}

/** The same workbook with the scores of its first table taken out. */
export async function withoutScores(bytes: Uint8Array): Promise<Uint8Array> {
  const book = await snapshotOf(bytes);
  const [table] = readTables(book).tables;
  if (!table) throw new Error("no table");
  const cells = table.indicators.flatMap(({ score }) => (score && score.raw !== null ? [score.at] : []));
  const blanks = cells.map(({ row, column }) => [`${String.fromCharCode(65 + column)}${row + 1}`, null] as const);
  return typed(bytes, table.sheet, Object.fromEntries(blanks));
}

/** A project template as a platform hands it out: targets are set, nothing is reached or scored yet. */
export const PROJECT_SHEET = "绩效自评表";
export const projectTemplate = (): Uint8Array =>
  buildWorkbook({
    sheets: [
      {
        name: PROJECT_SHEET,
        rows: [
          ["2023年度项目支出绩效自评表"],
          ["项目资金（万元）", null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
          ["年度资金总额", null, 300, 300, null, 10],
          ["其中：当年财政拨款", null, 300, 300],
          ["一级指标", "二级指标", "三级指标", "指标性质", "年度指标值", "度量单位", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
          ["产出指标", "数量指标", "培训人数", null, "≥200人", null, null, 10],
          [null, null, "道路修复里程", "≥", 12, "公里", null, 10],
          [null, "质量指标", "培训合格率", null, "≥95%", null, null, 15],
          [null, "成本指标", "单位成本", null, "≤30万元", null, null, 15],
          ["效益指标", "社会效益指标", "市场秩序改善情况", "定性", "效果明显", null, null, 30],
          ["满意度指标", "服务对象满意度指标", "群众满意度", "≥", 90, "%", null, 10],
          ["合计", null, null, null, null, null, null, 100],
        ],
      },
    ],
  }); // prettier-ignore

/** How made-up units fill it: 全年执行数, the actual values in order, the score within the tier. */
export const UNITS: Readonly<Record<string, Readonly<Record<string, CellScalar>>>> = {
  "all targets met": { E3: 300, G6: 200, G7: 12, G8: 0.96, G9: 29.5, G10: "达成年度指标", G11: 95, I10: 29 },
  "missed here and there": { E3: 210, G6: 180, G7: 9, G8: 90, G9: 36, G10: "部分达成", G11: 81, I10: 20 },
  "far off, and money hardly spent": { E3: 120, G6: 100, G7: 20, G8: 0.5, G9: 45, G10: "未达成", G11: 60, I10: 10 },
  "slips of the scale": { E3: 300, G6: 200, G7: 12, G8: 95, G9: 300_000, G10: "达成年度指标", G11: 0.95, I10: 30 },
  "a score outside its tier": { E3: 300, G6: 200, G7: 12, G8: 95, G9: 30, G10: "部分达成", G11: 90, I10: 30 },
  "half filled in": { E3: null, G6: 200, G7: null, G8: 0, G9: 0, G10: "还在做", G11: 0, I10: 30 },
};

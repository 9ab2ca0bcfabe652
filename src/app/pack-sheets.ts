import { packSheets } from "../core/rules/packs/sheet/write-sheet";
import type { PackFile } from "../core/rules/packs/schema";
import type { CellScalar } from "../core/workbook/snapshot";
import type { CellContent, CellStyle, CellWrite, PlanStep, WritePlan } from "../core/workbook/write-plan";

/** The first sheet of a pack's workbook, which is there before the plan is written. */
export const firstPackSheet = (pack: PackFile): string => packSheets(pack)[0]?.name ?? "";

/** The plan that writes a pack into a new workbook (SPEC M23): texts stay texts, whatever they look like. */
export function packPlan(pack: PackFile): WritePlan {
  const sheets = packSheets(pack);
  const steps = sheets.flatMap(({ name, header, rows }, i): PlanStep[] => [
    ...(i === 0 ? [] : [{ do: "addSheet", sheet: name, after: null } as const]),
    { do: "putCells", sheet: name, cells: rows.flatMap((row, r) => cellsOf(row, r, r === header)) },
    ...(rows[header] ?? []).map((label, column) => widthOf(name, column, label)),
    { do: "freezeRows", sheet: name, rows: header + 1 } as const,
  ]);
  return { guards: [], steps };
}

const HEADER: CellStyle = { bold: true, wrap: true, horizontal: "center", fill: "DDEBF7", border: "thin" };
const TEXT: CellStyle = { wrap: true, border: "thin" };

const cellsOf = (row: readonly CellScalar[], r: number, isHeader: boolean): readonly CellWrite[] =>
  row.map((value, column) => ({
    row: r,
    column,
    expect: { value: null },
    content: contentOf(value),
    style: isHeader ? HEADER : TEXT,
  }));

const contentOf = (value: CellScalar): CellContent =>
  typeof value === "number"
    ? { type: "number", number: value }
    : typeof value === "string"
      ? { type: "text", text: value }
      : { type: "blank" };

/** Sentences need room; marks and flags do not. */
const WIDE: ReadonlySet<CellScalar> = new Set(["评分标准", "计算公式", "其他公式", "依据", "内容", "数据", "档次"]);

const widthOf = (sheet: string, column: number, label: CellScalar): PlanStep => ({
  do: "columnWidth",
  sheet,
  column,
  width: WIDE.has(label) ? 48 : 18,
});

import { LOOK } from "../core/plan/steps/cell-styles";
import type { CellScalar } from "../core/workbook/snapshot";
import type { CellContent, CellStyle, CellWrite, PlanStep, WritePlan } from "../core/workbook/write-plan";

/** A sheet as rows of values: texts stay texts, whatever they look like. Rows up to `header` stay in sight. */
export interface PlainSheet {
  readonly name: string;
  readonly header: number;
  readonly rows: readonly (readonly CellScalar[])[];
  /** Of the columns, in characters. */
  readonly widths: readonly number[];
}

/** The plan that writes sheets into a new workbook, of which the first one is there already. */
export function plainSheetsPlan(sheets: readonly PlainSheet[]): WritePlan {
  const steps = sheets.flatMap(({ name, header, rows, widths }, i): PlanStep[] => [
    ...(i === 0 ? [] : [{ do: "addSheet", sheet: name, after: null } as const]),
    { do: "putCells", sheet: name, cells: rows.flatMap((row, r) => cellsOf(row, r, r === header ? LOOK.header : LOOK.text)) },
    ...widths.map((width, column): PlanStep => ({ do: "columnWidth", sheet: name, column, width })),
    { do: "freezeRows", sheet: name, rows: header + 1 } as const,
  ]);
  return { guards: [], steps };
} // prettier-ignore

const cellsOf = (row: readonly CellScalar[], r: number, style: CellStyle): readonly CellWrite[] =>
  row.map((value, column) => ({ row: r, column, expect: { value: null }, content: contentOf(value), style }));

function contentOf(value: CellScalar): CellContent {
  if (typeof value === "number") return { type: "number", number: value };
  return typeof value === "string" ? { type: "text", text: value } : { type: "blank" };
}

import { bindQuantities, type Binding } from "../../../src/core/quantities/bind";
import type { DefinitionUse } from "../../../src/core/quantities/definition-use";
import type { DefinedName, SheetSnapshot, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { computeRates, type ComputedRates } from "../../../src/core/rates/compute";
import { readTables } from "../../../src/core/table/read-tables";
import { bookOf, sheetOf, type GridCell, type GridRow } from "../../support/grid";
import { given, printedUses } from "../quantities/workbook";

export interface SmallTable {
  /** Name, mark, 指标说明, and what stands under 完成率 where the table has that column. */
  readonly indicators: readonly (readonly [name: string, mark: number, text: string, rate?: GridCell])[];
  readonly rateHeader?: string;
  /** Number format of the rate column. */
  readonly rateFormat?: string;
  readonly sheets?: readonly SheetSnapshot[];
  readonly names?: readonly DefinedName[];
  readonly inputs?: Readonly<Record<string, string>>;
}

export interface Outcome extends Binding, ComputedRates {
  readonly book: WorkbookSnapshot;
  readonly uses: readonly DefinitionUse[];
  readonly rateFindings: ComputedRates["findings"];
}

/** A scoring table of 2021 with the given indicators, bound and computed. */
export function computed({
  indicators,
  rateHeader = "完成率",
  rateFormat,
  sheets = [],
  names = [],
  inputs = {},
}: SmallTable): Outcome {
  const rows: GridRow[] = [
    ["2021年度部门整体支出绩效自评表"],
    ["一级指标", "二级指标", "三级指标", "分值", "指标说明", rateHeader, "得分"],
    ...indicators.map(([name, mark, text, rate], i): GridRow => [
      i === 0 ? "过程" : "",
      i === 0 ? "预算执行" : "",
      name,
      mark,
      text,
      rate ?? null,
      mark,
    ]),
    ["总分", "", "", indicators.reduce((sum, [, mark]) => sum + mark, 0)],
  ];
  const formats = Object.fromEntries(
    indicators.flatMap((_, i) => (rateFormat === undefined ? [] : [[`${i + 2},5`, rateFormat]])),
  );
  const book = bookOf([sheetOf("评分表", rows, { formats }), ...sheets], names);
  const reading = readTables(book);
  const uses = printedUses(reading);
  const binding = bindQuantities({ book, uses, baseTables: reading.baseData, inputs: given(inputs) });
  const rates = computeRates(uses, binding.quantities);
  return { ...binding, ...rates, book, uses, rateFindings: rates.findings, findings: binding.findings };
}

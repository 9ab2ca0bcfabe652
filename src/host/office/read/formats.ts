import type { RangedRule } from "../../../core/workbook/snapshot";
import { SMALL, type Errand } from "../errands";
import { areasOf } from "./areas";
import type { SheetFacts } from "./sheet-facts";

/** The conditional formats of a sheet in their order; copied cells can make thousands of them. */
export interface AskedFormats {
  readonly errands: readonly Errand[];
  readonly answer: () => readonly RangedRule[];
}

export function askFormats(sheet: Excel.Worksheet, { formats }: SheetFacts): AskedFormats {
  const answers: (() => RangedRule)[] = [];
  return {
    errands: formats.map((format) => ({ weight: 2 * SMALL, run: () => answers.push(askFormat(sheet, format)) })),
    answer: () => answers.map((answer) => answer()),
  };
}

/** A conditional format's ranges and first formula; kinds that the API states without a formula have none. */
function askFormat(sheet: Excel.Worksheet, { id, type }: { id: string; type: string }): () => RangedRule {
  const format = sheet.getRange().conditionalFormats.getItem(id);
  const ranges = format.getRanges().load("address");
  const custom = type === "Custom" ? format.custom.rule.load("formula") : null;
  const cellValue = type === "CellValue" ? format.cellValue.load("rule") : null;
  return () => ({
    ranges: areasOf(ranges.address),
    formula: withSign(custom?.formula ?? cellValue?.rule.formula1 ?? null),
  });
}

const withSign = (formula: string | null): string | null =>
  formula === null || formula === "" ? null : formula.replace(/^=?/, "=");

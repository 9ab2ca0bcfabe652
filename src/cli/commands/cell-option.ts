import { parseA1, type CellAddress } from "../../core/workbook/address";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { Options } from "../arguments";
import { UsageError } from "../usage-error";

/** `--cell` tells of one cell: a whole report in a format of reports, or compared with another, is something else. */
export function refuseBesideCell({ cell, format, baseline, out }: Options): void {
  if (cell === undefined) return;
  const other = format === "sarif" ? "--format sarif" : baseline !== undefined ? "--baseline" : out !== undefined ? "-o" : null; // prettier-ignore
  if (other !== null)
    throw new UsageError(`--cell 只说一个单元格，不能与 ${other} 同用。`, `--cell tells of one cell and does not go with ${other}.`); // prettier-ignore
  place(cell);
}

/**
 * The cell that was named: 工作表!A1, the sheet quoted as Excel does or not. Throws UsageError where the text names no cell
 * or the workbook has no such sheet.
 */
export function cellNamed(text: string, { sheets }: WorkbookSnapshot): CellAddress {
  const { sheet, position } = place(text);
  const same = sheets.find(({ name }) => name === sheet) ?? sheets.find(({ name }) => name.toLowerCase() === sheet.toLowerCase()); // prettier-ignore
  if (same) return { sheet: same.name, ...position };
  const names = sheets.map(({ name }) => name).join("、");
  throw new UsageError(`没有工作表“${sheet}”。有：${names}`, `There is no sheet "${sheet}". Sheets: ${names}`);
}

/** An input method gives ！ for !; a sheet's name may hold either, so the last one parts. */
function place(text: string) {
  const [, sheet = "", cell = ""] = /^\s*(.+)[!！]([^!！]+)$/su.exec(text) ?? [];
  const position = parseA1(cell.normalize("NFKC").trim());
  if (sheet === "" || !position) {
    throw new UsageError(`“${text}”不是单元格。请写成 工作表!A1。`, `"${text}" is no cell. Write it as SHEET!A1.`);
  }
  return { sheet: /^'.*'$/su.test(sheet) ? sheet.slice(1, -1).replaceAll("''", "'") : sheet, position };
}

import { a1, type CellAddress } from "../../core/workbook/address";
import { refuse, unsupported } from "../refused";

/** Shows the cell: its sheet comes to the front and the cell is selected. A hidden sheet stays hidden. */
export async function revealCell(context: Excel.RequestContext, at: CellAddress): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(at.sheet).load("visibility");
  await context.sync();
  if (sheet.isNullObject) refuse({ kind: "sheet-missing", sheet: at.sheet });
  if (sheet.visibility !== "Visible")
    unsupported(`定位隐藏工作表“${at.sheet}”的单元格`, `showing a cell of the hidden sheet ${at.sheet}`);
  sheet.activate();
  sheet.getRange(a1(at)).select();
  await context.sync();
}

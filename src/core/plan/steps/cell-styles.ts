import type { CellAddress } from "../../workbook/address";
import type { CellStyle } from "../../workbook/write-plan";

/** The few looks of the sheets that Pinghe adds, and how our columns take the table's own. */
export const LOOK = {
  title: { bold: true },
  note: { fontColor: "595959" },
  header: { bold: true, wrap: true, horizontal: "center", fill: "DDEBF7", border: "thin" },
  text: { wrap: true, border: "thin" },
  number: { border: "thin", horizontal: "center" },
  /** Where a person types: left editable when the sheet is protected. */
  input: { wrap: true, border: "thin", fill: "FFF2CC", locked: false },
} as const satisfies Readonly<Record<string, CellStyle>>;

export const FAULT_LOOK = { fill: "FFC7CE", fontColor: "9C0006" } as const;

export const PERCENT = "0.00%";
export const MARKS = "0.00";
export const GENERAL = "General";

/** As the table's cell, with a number format of our own, since the table's might be a percentage. */
export const likeCell = (like: CellAddress, style: CellStyle = {}): CellStyle => ({
  like,
  numberFormat: GENERAL,
  ...style,
});

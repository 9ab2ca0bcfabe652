import { columnName, MAX_COLUMNS, MAX_ROWS } from "../../../workbook/address";
import { isCellError } from "../../../workbook/snapshot";
import { NotEvaluated } from "../book";
import { fixed, type FunctionTable } from "../declare";
import { error, isErrorOperand, isGrid, isReference, type Operand, type Place } from "../operand";

/** Functions that ask where something stands or what kind it is, not what it comes to. */

const only = (operand: Operand) => (isReference(operand) && operand.areas.length === 1 ? operand.areas[0] : undefined);

/** The formula of the first cell as Excel shows it: a file writes newer functions with a prefix. */
function formulaText(operand: Operand, { book }: Place): string | null {
  const area = only(operand);
  if (!area) return null;
  const formula = book.formula?.(area.sheet, area.rect.top, area.rect.left) ?? null;
  return formula === null ? null : formula.replace(/_xl(?:fn|ws|pm|udf)\./gi, "");
}

/** 1 number, 2 text, 4 truth value, 16 error, 64 block. */
function typeOf(operand: Operand, place: Place): number {
  if (isReference(operand)) {
    const area = only(operand);
    if (!area) return 16;
    const { rect, sheet } = area;
    if (rect.top !== rect.bottom || rect.left !== rect.right) return 64;
    return typeOf(place.book.cell(sheet, rect.top, rect.left), place);
  }
  if (isGrid(operand)) return 64;
  if (typeof operand === "string") return 2;
  if (typeof operand === "boolean") return 4;
  return isCellError(operand) ? 16 : 1;
}

function sheetNumber(name: string, { book }: Place): number | null {
  if (!book.sheets) throw new NotEvaluated("the order of the sheets is not known");
  const at = book.sheets.findIndex((one) => one.toUpperCase() === name.toUpperCase());
  return at < 0 ? null : at + 1;
}

/** Whether each of row and column is fixed by a $, by the number that says so. */
const FIXED: Readonly<Record<number, readonly [row: boolean, column: boolean]>> = {
  1: [true, true],
  2: [true, false],
  3: [false, true],
  4: [false, false],
};

function address(
  row: number,
  column: number,
  fixing: number,
  plain: boolean,
  sheet: string | undefined,
): string | null {
  const fixed = FIXED[fixing];
  if (!fixed || row < 1 || row > MAX_ROWS || column < 1 || column > MAX_COLUMNS) return null;
  const [fixedRow, fixedColumn] = fixed;
  const cell = plain
    ? `${fixedColumn ? "$" : ""}${columnName(column - 1)}${fixedRow ? "$" : ""}${row}`
    : `R${fixedRow ? row : `[${row}]`}C${fixedColumn ? column : `[${column}]`}`;
  if (sheet === undefined) return cell;
  const name = sheet === "" || /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `${name}!${cell}`;
}

export const CELL_FACTS: FunctionTable = {
  ISREF: fixed(["anyRange"], (_, operand) => isReference(operand)),
  ISFORMULA: fixed(["anyRange"], (place, operand) => {
    const area = only(operand);
    if (!area) return isErrorOperand(operand) ? operand : error("#VALUE!");
    if (!place.book.formula) throw new NotEvaluated("whether the cell holds a formula is not known");
    return place.book.formula(area.sheet, area.rect.top, area.rect.left) !== null;
  }),
  FORMULATEXT: fixed(["anyRange"], (place, operand) => formulaText(operand, place) ?? error("#N/A")),
  TYPE: fixed(["anyRange"], (place, operand) => typeOf(operand, place)),
  SHEET: fixed(["anyRange?"], (place, operand) => {
    if (operand === undefined) return sheetNumber(place.at.sheet, place) ?? error("#N/A");
    const name = isReference(operand) ? operand.areas[0]?.sheet : operand;
    if (typeof name !== "string") throw new NotEvaluated("SHEET of a value");
    return sheetNumber(name, place) ?? error("#N/A");
  }),
  SHEETS: fixed([], ({ book }) => {
    if (!book.sheets) throw new NotEvaluated("the number of sheets is not known");
    // Those that stand for other workbooks are none of its own.
    return book.sheets.filter((name) => !name.startsWith("[")).length;
  }),
  ADDRESS: fixed(["integer", "integer", "integer?", "logical?", "text?"], (_, row, column, fixing = 1, plain = true, sheet) =>
    address(row, column, fixing, plain, sheet) ?? error("#VALUE!"),
  ), // prettier-ignore
  HYPERLINK: fixed(["text", "any?"], (_, link, shown) => (shown === undefined ? link : shown)),
};

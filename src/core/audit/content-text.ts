import { formulaMeaning } from "../formula/same-meaning";
import { readOurs } from "../ours/read-ours";
import { isCellError, type CellScalar, type CellSnapshot, type WorkbookSnapshot } from "../workbook/snapshot";

/**
 * What the unit's own cells hold, over all sheets, as one canonical text: its hash says whether two files hold the same
 * figures, words and formulas (SPEC V7). Another program that only saves the file again keeps it: formats, stored results
 * of formulas, their spelling, line ends and digits beyond the fifteenth are none of the content, and ours is left out.
 */
export function contentText(book: WorkbookSnapshot): string {
  const { ownership } = readOurs(book);
  const lines = book.sheets
    .filter(({ name }) => !ownership.isOurSheet(name))
    .map(({ name, cells }) => [
      name,
      ...cells.filter((cell) => !isEmpty(cell) && !ownership.isOurCell(name, cell)).map((cell) => [cell.row, cell.column, ...held(cell)]),
    ]);
  return lines.filter((line) => line.length > 1).map((line) => JSON.stringify(line)).join("\n");
} // prettier-ignore

const isEmpty = ({ value, formula }: CellSnapshot): boolean =>
  formula === undefined && (value === null || value === "");

/** A typed text that looks like a formula's meaning is still a text: each kind says what it is. */
function held({ value, formula, array }: CellSnapshot): readonly unknown[] {
  if (formula === undefined) return [typed(value)];
  return [array ? "array" : "formula", formulaMeaning(formula), ...(array ? [array] : [])];
}

function typed(value: CellScalar): unknown {
  if (typeof value === "number") return Number(value.toPrecision(15));
  if (typeof value === "string") return value.replace(/\r\n?/g, "\n");
  return isCellError(value) ? { error: value.error } : value;
}

import { isCellError, type CellSnapshot } from "../../../core/workbook/snapshot";
import { meetsExpectation, sameFormula } from "../../../core/workbook/cell-content";
import type { CellContent, CellExpectation } from "../../../core/workbook/write-plan";

/**
 * What is put into a cell so that it becomes this content and nothing else, in the API's terms: as if it were typed.
 * Whatever Excel could take for a number, a date, a truth value, an error or a formula begins with an apostrophe,
 * which stays out of the cell's value (SPEC H4).
 */
export function typed(content: CellContent): string | number {
  switch (content.type) {
    case "number":
      return content.number;
    case "formula":
      return content.formula;
    case "text":
      return quoted(content.text);
    case "blank":
      return "";
  }
}

/** Every number, date, time or amount has a digit, in one script or another; a word alone is only ever a truth value. */
const quoted = (text: string): string => (PLAIN.test(text) && !/^(?:true|false)$/i.test(text) ? text : `'${text}`);

const PLAIN = /^[\p{L}（(【《“][^\p{N}〇零一二三四五六七八九十百千万亿元#]*$/u;

/** What stood in a cell, to be put again: truth values and errors too. */
export function typedAgain(cell: CellSnapshot | undefined): string | number | boolean {
  if (cell?.formula !== undefined) return cell.formula;
  const value = cell?.value ?? null;
  if (isCellError(value)) return value.error;
  return typeof value === "string" ? quoted(value) : (value ?? "");
}

/** Whether the cell holds what was put; a number to the 15 digits that Excel keeps. */
export function stands(cell: CellSnapshot | undefined, put: string | number | boolean): boolean {
  if (typeof put === "string" && /^=./.test(put)) return cell?.formula !== undefined && sameFormula(cell.formula, put);
  if (cell?.formula !== undefined) return false;
  const value = cell?.value ?? null;
  if (typeof put === "number") return typeof value === "number" && digits(value) === digits(put);
  if (put === "") return value === null;
  if (isCellError(value)) return value.error === put;
  return value === (typeof put === "string" ? put.replace(/^'/, "") : put);
}

const digits = (number: number): string => number.toPrecision(15);

/** As meetsExpectation of the core, but for the quotes of sheets' names, which Excel drops where it can. */
export const meets = (cell: CellSnapshot | undefined, expect: CellExpectation): boolean =>
  "formula" in expect
    ? cell?.formula !== undefined && sameFormula(cell.formula, expect.formula)
    : meetsExpectation(cell, expect);

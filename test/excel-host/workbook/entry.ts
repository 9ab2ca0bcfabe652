import { parseFormula } from "../../../src/core/formula/parse";
import type { CellErrorCode, CellScalar } from "../../../src/core/workbook/snapshot";
import { refuse } from "../protocol/host-error";
import { bareSheet } from "./area";
import type { Cell } from "./cell";

/** What Excel makes of a value that is put into a cell: as if a person had typed it. */
export function enter(cell: Cell, typed: unknown): void {
  cell.array = null;
  cell.formula = null;
  if (typeof typed !== "string") {
    if (typed !== null && typeof typed !== "number" && typeof typed !== "boolean") refuse("InvalidArgument");
    cell.value = cell.format === "@" && typed !== null ? asTyped(typed) : typed;
  } else if (cell.format === "@") cell.value = typed === "" ? null : typed;
  else if (typed.startsWith("'")) cell.value = typed.slice(1);
  else if (/^=./.test(typed)) {
    if (!parseFormula(typed).ok || hasLongText(typed)) refuse("InvalidArgument");
    cell.formula = bareFormula(typed);
    cell.value = null;
  } else enterText(cell, typed);
}

/** A text in a formula has at most 255 signs; what stands between two texts may be longer. */
const hasLongText = (formula: string): boolean =>
  [...formula.matchAll(/"((?:[^"]|"")*)"/g)].some(([, text = ""]) => text.length > 255);

const asTyped = (typed: number | boolean): string =>
  typeof typed === "boolean" ? String(typed).toUpperCase() : String(typed);

/** Text that reads as a number, a percentage, a date, a truth value or an error becomes that. */
function enterText(cell: Cell, typed: string): void {
  const text = typed.trim();
  const number = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+\.?|\d*\.\d+)\d*(?:[eE][-+]?\d+)?(%?)$/.exec(text);
  const date =
    /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(text) ??
    (/^(\d{1,2})[-/](\d{1,2})$/.exec(text) && ["", "2021", ...text.split(/[-/]/)]);
  if (text === "") cell.value = typed === "" ? null : typed;
  else if (/^(?:true|false)$/i.test(text)) cell.value = /^true$/i.test(text);
  else if (ERRORS.has(text.toUpperCase())) cell.value = { error: text.toUpperCase() as CellErrorCode };
  else if (number) {
    cell.value = Number(text.replaceAll(",", "").replace("%", "")) / (number[1] === "%" ? 100 : 1);
    if (number[1] === "%" && cell.format === "General") cell.format = "0%";
  } else if (date) {
    const serial = Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3])) / 86_400_000 + 25_569;
    cell.value = serial;
    if (cell.format === "General") cell.format = "yyyy/m/d";
  } else cell.value = typed;
}

const ERRORS: ReadonlySet<string> = new Set(["#N/A", "#REF!", "#NAME?", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!"]);

export const valueType = (value: CellScalar): string => {
  if (value === null) return "Empty";
  if (typeof value === "object") return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
};

/** A formula as Excel gives it back: without the quotes that its sheets' names do not need. */
export function bareFormula(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|'((?:[^']|'')*)'(?=!)/g, (all, name: string | undefined) =>
    name === undefined ? all : bareSheet(name.replaceAll("''", "'")),
  );
}

import { isCellError, type CellScalar } from "../../workbook/snapshot";
import type { NumberMode } from "./book";
import { numberFromText, plainNumber } from "./coerce";
import { compareScalars, isSameText } from "./compare";
import { compared } from "./decimal";
import { hasWildcard, matchesPattern } from "./pattern";

export type Criterion = (value: CellScalar) => boolean;

/** A condition of COUNTIF and its family: 5, ">=80", "王*", "<>", "" (SPEC E5). */
export function criterionOf(condition: CellScalar, mode: NumberMode, date1904: boolean): Criterion {
  if (condition === null) return equals(0, mode);
  if (typeof condition !== "string") return equals(condition, mode);
  const [, op = "", text = ""] = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/.exec(condition) ?? [];
  if (op === "" || op === "=") return equalsText(op, text, mode, date1904);
  if (op === "<>") {
    const same = equalsText("=", text, mode, date1904);
    return (value) => !same(value);
  }
  return inOrder(op, text, mode, date1904);
}

function equalsText(op: string, text: string, mode: NumberMode, date1904: boolean): Criterion {
  if (text === "") return op === "=" ? (value) => value === null : (value) => value === null || value === "";
  const wanted = typed(text, date1904);
  if (typeof wanted !== "string") return equals(wanted, mode);
  if (hasWildcard(text)) return (value) => typeof value === "string" && matchesPattern(value, text);
  return (value) => typeof value === "string" && isSameText(value, text);
}

/** Numbers also match text that reads as the same number; logical values and errors match their own kind. */
function equals(wanted: CellScalar, mode: NumberMode): Criterion {
  if (typeof wanted === "number") {
    const target = compared(wanted, mode);
    return (value) => {
      const number = typeof value === "string" ? plainNumber(value) : value;
      return typeof number === "number" && compared(number, mode) === target;
    };
  }
  if (isCellError(wanted)) return (value) => isCellError(value) && value.error === wanted.error;
  return (value) => value === wanted;
}

function inOrder(op: string, text: string, mode: NumberMode, date1904: boolean): Criterion {
  const wanted = typed(text, date1904);
  return (value) => {
    if (value === null || typeof value !== typeof wanted || isCellError(value)) return false;
    const order = compareScalars(value, wanted, mode);
    if (op === "<") return order < 0;
    if (op === ">") return order > 0;
    return op === "<=" ? order <= 0 : order >= 0;
  };
}

/** What a condition's text stands for: "5" is a number, "TRUE" a logical value, "#N/A" an error. */
function typed(text: string, date1904: boolean): CellScalar {
  if (/^(?:true|false)$/i.test(text)) return text.toUpperCase() === "TRUE";
  if (/^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)$/i.test(text)) return { error: text.toUpperCase() as "#N/A" };
  return (/\d/.test(text) ? numberFromText(text, date1904) : null) ?? text;
}

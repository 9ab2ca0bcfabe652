import { isCellError, type CellScalar } from "../../workbook/snapshot";
import type { NumberMode } from "./book";
import { numberFromText } from "./coerce";
import { compareScalars, isSameText } from "./compare";
import { compared } from "./decimal";
import { hasWildcard, matchesPattern } from "./pattern";
import { plainNumber } from "./plain-number";
import { keyOf } from "./vector";

/** A condition of COUNTIF and its family: 5, ">=80", "王*", "<>", "" (SPEC E5). */
export interface Criterion {
  readonly holds: (value: CellScalar) => boolean;
  /** The key that every value has for which it holds; null where there is no such key. */
  readonly key: string | null;
  /** Set where it asks for numbers above or below a bound: most are told without a look at their digits. */
  readonly bound?: Bound;
}

interface Bound {
  /** Numbers above `high` all meet the condition or none does, as `above` says; those below `low` do the opposite. */
  readonly low: number;
  readonly high: number;
  readonly above: boolean;
}

export function criterionOf(condition: CellScalar, mode: NumberMode, date1904: boolean): Criterion {
  if (condition === null) return equals(0, mode);
  if (typeof condition !== "string") return equals(condition, mode);
  const [, op = "", text = ""] = /^(<=|>=|<>|=|<|>)?([\s\S]*)$/.exec(condition) ?? [];
  if (op === "<>") return { holds: differs(text, mode, date1904), key: null };
  return op === "" || op === "=" ? equalsText(op, text, mode, date1904) : inOrder(op, text, mode, date1904);
}

function equalsText(op: string, text: string, mode: NumberMode, date1904: boolean): Criterion {
  if (text === "") {
    return { holds: op === "=" ? (value) => value === null : (value) => value === null || value === "", key: null };
  }
  const wanted = typed(text, date1904);
  if (typeof wanted !== "string") return equals(wanted, mode);
  if (!hasWildcard(text)) return { holds: (value) => typeof value === "string" && isSameText(value, text), key: keyOf(text) }; // prettier-ignore
  return { holds: (value) => typeof value === "string" && matchesPattern(value, text), key: null };
}

/** "<>23" leaves out the number only: the text "23" is something else. */
function differs(text: string, mode: NumberMode, date1904: boolean): Criterion["holds"] {
  const wanted = text === "" ? text : typed(text, date1904);
  if (typeof wanted === "number") {
    const target = compared(wanted, mode);
    return (value) => !(typeof value === "number" && compared(value, mode) === target);
  }
  const same = equalsText("=", text, mode, date1904).holds;
  return (value) => !same(value);
}

/** Numbers also match text that reads as the same number; logical values and errors match their own kind. */
function equals(wanted: CellScalar, mode: NumberMode): Criterion {
  const key = keyOf(wanted);
  if (typeof wanted === "number") {
    const target = compared(wanted, mode);
    const holds = (value: CellScalar): boolean => {
      const number = typeof value === "string" ? plainNumber(value) : value;
      return typeof number === "number" && compared(number, mode) === target;
    };
    return { holds, key };
  }
  if (isCellError(wanted)) return { holds: (value) => isCellError(value) && value.error === wanted.error, key };
  return { holds: (value) => value === wanted, key };
}

function inOrder(op: string, text: string, mode: NumberMode, date1904: boolean): Criterion {
  // Nothing is more or less than nothing: ">" alone finds no cell.
  if (text === "") return { holds: () => false, key: null };
  const wanted = typed(text, date1904);
  if (typeof wanted === "number") {
    const target = compared(wanted, mode);
    const near = Math.abs(target) * NEAR;
    const bound = { low: target - near, high: target + near, above: op.startsWith(">") };
    return { holds: numberInOrder(op, wanted, mode), key: null, bound };
  }
  const holds = (value: CellScalar): boolean => {
    if (value === null || typeof value !== typeof wanted || isCellError(value)) return false;
    const order = compareScalars(value, wanted, mode);
    if (op === "<") return order < 0;
    if (op === ">") return order > 0;
    return op === "<=" ? order <= 0 : order >= 0;
  };
  return { holds, key: null };
}

/** Numbers further apart than this share of them differ in the 15 digits that Excel compares. */
const NEAR = 1e-13;

/** The 15 digits that Excel compares are looked at only where two numbers are that close: most are not. */
function numberInOrder(op: string, wanted: number, mode: NumberMode): Criterion["holds"] {
  const target = compared(wanted, mode);
  const near = Math.abs(target) * NEAR;
  return (value) => {
    if (typeof value !== "number") return false;
    const difference = Math.abs(value - target) > near ? value - target : compared(value, mode) - target;
    if (op === "<") return difference < 0;
    if (op === ">") return difference > 0;
    return op === "<=" ? difference <= 0 : difference >= 0;
  };
}

/** What a condition's text stands for: "5" is a number, "TRUE" a logical value, "#N/A" an error. */
function typed(text: string, date1904: boolean): CellScalar {
  if (/^(?:true|false)$/i.test(text)) return text.toUpperCase() === "TRUE";
  if (/^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?|NULL!)$/i.test(text)) return { error: text.toUpperCase() as "#N/A" };
  return (/\d/.test(text) ? numberFromText(text, date1904) : null) ?? text;
}

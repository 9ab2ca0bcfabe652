import { isCellError, type CellScalar } from "../../../workbook/snapshot";
import { formatted, isDateFormat } from "../../number-format";
import { NotEvaluated } from "../book";
import { toNumber, toText } from "../coerce";
import { fixed, repeating, type FunctionTable } from "../declare";
import { error, gridsOf, type Operand, type Place } from "../operand";
import { boundedText, MAX_TEXT } from "../operators";
import { findPattern } from "../pattern";
import { isSerial } from "../serial";

/**
 * All texts of the operands, blanks as ""; the first error stands for all. More than a cell can hold is an error too,
 * found before it is put together.
 */
function texts(operands: readonly Operand[], between: string, skipEmpty: boolean, place: Place): CellScalar {
  const found: string[] = [];
  let length = 0;
  const add = (text: string): void => {
    if (skipEmpty && text === "") return;
    length += text.length + (found.length > 0 ? between.length : 0);
    found.push(text);
  };
  for (const operand of operands) {
    for (const grid of gridsOf(operand, place)) {
      // The empty margin of a whole column adds nothing but what stands between.
      const margin = grid.rows * grid.columns - grid.extent.rows * grid.extent.columns;
      if (!skipEmpty && between.length * margin > MAX_TEXT) return error("#VALUE!");
      for (let row = 0; row < grid.extent.rows; row++) {
        for (let column = 0; column < grid.extent.columns; column++) {
          const text = toText(grid.at(row, column));
          if (isCellError(text)) return text;
          add(text);
          if (length > MAX_TEXT) return error("#VALUE!");
        }
      }
      if (!skipEmpty && between !== "") for (let n = 0; n < margin; n++) add("");
    }
  }
  return boundedText(found.join(between));
}

function substitute(text: string, old: string, replacement: string, which: number | undefined): CellScalar {
  if (old === "") return text;
  const parts = text.split(old);
  if (which === undefined) {
    if (text.length + (parts.length - 1) * (replacement.length - old.length) > MAX_TEXT) return error("#VALUE!");
    return parts.join(replacement);
  }
  if (which < 1) return error("#VALUE!");
  if (which >= parts.length) return text;
  return boundedText(parts.slice(0, which).join(old) + replacement + parts.slice(which).join(old));
}

const find = fixed(["text", "text", "integer?"], (_, wanted, text, start = 1) => {
  if (start < 1 || start > text.length + 1) return error("#VALUE!");
  const at = text.indexOf(wanted, start - 1);
  return at < 0 ? error("#VALUE!") : at + 1;
});

const search = fixed(["text", "text", "integer?"], (_, wanted, text, start = 1) => {
  if (start < 1 || start > text.length + 1) return error("#VALUE!");
  const at = findPattern(text, wanted, start - 1);
  return at === null ? error("#VALUE!") : at + 1;
});

export const TEXT: FunctionTable = {
  TEXT: fixed(["scalar", "text"], ({ book }, value, format) => {
    if (typeof value === "number" && !isSerial(value) && isDateFormat(format)) return error("#VALUE!");
    const text = formatted(value ?? 0, format, book.date1904 ?? false);
    if (text === null) throw new NotEvaluated(`what TEXT shows with the format ${format}`);
    return text;
  }),
  VALUE: fixed(["scalar"], ({ book }, value) =>
    typeof value === "boolean" ? error("#VALUE!") : toNumber(value, book.date1904 ?? false),
  ),
  LEN: fixed(["text"], (_, text) => text.length),
  LEFT: fixed(["text", "integer?"], (_, text, n = 1) => (n < 0 ? error("#VALUE!") : text.slice(0, n))),
  RIGHT: fixed(["text", "integer?"], (_, text, n = 1) =>
    n < 0 ? error("#VALUE!") : text.slice(Math.max(0, text.length - n)),
  ),
  MID: fixed(["text", "integer", "integer"], (_, text, start, n) =>
    start < 1 || n < 0 ? error("#VALUE!") : text.slice(start - 1, start - 1 + n),
  ),
  FIND: find,
  SEARCH: search,
  SUBSTITUTE: fixed(["text", "text", "text", "integer?"], (_, text, old, replacement, which) =>
    substitute(text, old, replacement, which),
  ),
  REPLACE: fixed(["text", "integer", "integer", "text"], (_, text, start, n, replacement) =>
    start < 1 || n < 0
      ? error("#VALUE!")
      : boundedText(text.slice(0, start - 1) + replacement + text.slice(start - 1 + n)),
  ),
  TRIM: fixed(["text"], (_, text) => text.split(" ").filter((word) => word !== "").join(" ")), // prettier-ignore
  UPPER: fixed(["text"], (_, text) => text.toUpperCase()),
  LOWER: fixed(["text"], (_, text) => text.toLowerCase()),
  EXACT: fixed(["text", "text"], (_, a, b) => a === b),
  REPT: fixed(["text", "integer"], (_, text, n) =>
    n < 0 || text.length * n > MAX_TEXT ? error("#VALUE!") : text.repeat(n),
  ),
  CHAR: fixed(["integer"], (_, code) => {
    if (code < 1 || code > 255) return error("#VALUE!");
    if (code > 126) throw new NotEvaluated("which character CHAR gives beyond 126 depends on the language of Excel");
    return String.fromCharCode(code);
  }),
  UNICHAR: fixed(["integer"], (_, code) =>
    code < 1 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? error("#VALUE!") : String.fromCodePoint(code),
  ),
  UNICODE: fixed(["text"], (_, text) => text.codePointAt(0) ?? error("#VALUE!")),
  CONCATENATE: repeating(["text"], ["text"], (_, [first], rest) => boundedText([first, ...rest].join(""))),
  CONCAT: repeating([], ["anyRange"], (place, _, operands) => texts(operands, "", true, place)),
  TEXTJOIN: repeating(["text", "logical", "range"], ["range"], (place, [between, skipEmpty, first], rest) =>
    texts([first, ...rest], between, skipEmpty, place),
  ),
};

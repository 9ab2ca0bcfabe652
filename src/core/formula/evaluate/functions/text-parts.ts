import { isCellError, type CellError } from "../../../workbook/snapshot";
import { NotEvaluated } from "../book";
import { toText } from "../coerce";
import { fixed, withDefaults, type FunctionTable } from "../declare";
import { roundDecimal } from "../decimal";
import { error, gridsOf, visit, type Operand, type Place } from "../operand";
import { plainNumber } from "../plain-number";
import { MAX_TEXT } from "../operators";

/** What stands before or behind a mark in a text, and texts written in another way. */

interface Found {
  readonly start: number;
  readonly end: number;
}

/** Where the delimiters stand, from left to right, none inside another; of two at one place the first given. */
function placesOf(text: string, delimiters: readonly string[], caseless: boolean): readonly Found[] {
  const [body, marks] = caseless ? [text.toLowerCase(), delimiters.map((one) => one.toLowerCase())] : [text, delimiters]; // prettier-ignore
  const found: Found[] = [];
  for (let at = 0; at < body.length;) {
    const mark = marks.find((one) => body.startsWith(one, at));
    if (mark !== undefined) found.push({ start: at, end: at + mark.length });
    at += mark === undefined ? 1 : mark.length;
  }
  return found;
}

function delimitersOf(operand: Operand, place: Place): readonly string[] | CellError {
  const texts: string[] = [];
  const failures: CellError[] = [];
  for (const grid of gridsOf(operand, place)) {
    visit(grid, (value) => {
      const text = toText(value);
      if (isCellError(text)) failures.push(text);
      else texts.push(text);
    });
  }
  const [failure] = failures;
  return failure ?? texts;
}

/** TEXTBEFORE, TEXTAFTER: the mark is counted from the left, or with a negative number from the right. */
const beside = (side: "before" | "after") =>
  withDefaults(fixed(["text", "range", "number?", "integer?", "integer?", "any?"], (place, text, marks, number, caseless = 0, end = 0, instead) => {
    const list = delimitersOf(marks, place);
    if ("error" in list) return list;
    const which = Math.floor(number ?? 1);
    if (which === 0 || (text !== "" && Math.abs(which) > text.length)) return error("#VALUE!");
    if (![0, 1].includes(caseless) || ![0, 1].includes(end)) return error("#VALUE!");
    if (number !== undefined && text !== "" && list.every((one) => one.length > text.length)) return error("#VALUE!");
    if (list.some((one) => one === "")) {
      if (list.length > 1) throw new NotEvaluated("an empty mark among others");
      return (which > 0) === (side === "before") ? "" : text;
    }
    const found = [...placesOf(text, list, caseless === 1)];
    if (end === 1) {
      if (which > 0) found.push({ start: text.length, end: text.length });
      else found.unshift({ start: 0, end: 0 });
    }
    const mark = found.at(which > 0 ? which - 1 : which);
    if (!mark) return instead === undefined ? error("#N/A") : (instead ?? "");
    return side === "before" ? text.slice(0, mark.start) : text.slice(mark.end);
  })); // prettier-ignore

/** Every letter behind a sign that is no letter is a capital one. */
const proper = (text: string): string =>
  text.toLowerCase().replace(/\p{L}+/gu, (word) => {
    const [first = "", ...rest] = word;
    return first.toUpperCase() + rest.join("");
  });

function grouped(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ",");
}

export const TEXT_PARTS: FunctionTable = {
  TEXTBEFORE: beside("before"),
  TEXTAFTER: beside("after"),
  PROPER: fixed(["text"], (_, text) => proper(text)),
  // eslint-disable-next-line no-control-regex -- these are what CLEAN takes out
  CLEAN: fixed(["text"], (_, text) => text.replace(/[\u0000-\u001f]/g, "")),
  CODE: fixed(["text"], (_, text) => {
    const code = text.charCodeAt(0);
    if (Number.isNaN(code)) return error("#VALUE!");
    if (code > 126) throw new NotEvaluated("which number CODE gives beyond 126 depends on the language of Excel");
    return code;
  }),
  FIXED: fixed(["number", "integer?", "logical?"], ({ mode }, x, places = 2, plain = false) => {
    if (places > 127) return error("#VALUE!");
    const rounded = roundDecimal(x, places, "nearest", mode);
    if (Math.abs(rounded) >= 1e15) throw new NotEvaluated("how FIXED writes so large a number");
    const [whole = "", part] = Math.abs(rounded)
      .toFixed(Math.min(100, Math.max(0, places)))
      .split(".");
    const text = `${plain ? whole : grouped(whole)}${part === undefined ? "" : `.${part}`}`;
    return rounded < 0 ? `-${text}` : text;
  }),
  NUMBERVALUE: fixed(["text", "text?", "text?"], (_, text, point, group) => {
    if (point === undefined || group === undefined) throw new NotEvaluated("NUMBERVALUE without its separators depends on the language of Excel"); // prettier-ignore
    const [mark, comma] = [point.charAt(0), group.charAt(0)];
    if (mark === "" || comma === "" || mark === comma) return error("#VALUE!");
    const bare = text.replace(/\s/g, "");
    if (bare === "") return 0;
    const [whole = "", ...parts] = bare.split(mark);
    if (parts.length > 1 || parts.some((part) => part.includes(comma))) return error("#VALUE!");
    if (text.length > MAX_TEXT || /%./.test(bare.replace(/%+$/, ""))) return error("#VALUE!");
    return plainNumber([whole.replaceAll(comma, ""), ...parts].join(".")) ?? error("#VALUE!");
  }),
};

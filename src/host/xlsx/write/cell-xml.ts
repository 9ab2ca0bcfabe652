import { a1 } from "../../../core/workbook/address";
import { isCellError, type CellScalar } from "../../../core/workbook/snapshot";
import type { CellContent } from "../../../core/workbook/write-plan";
import { encodeText } from "../xml/characters";
import { keyColumn, keyRow, type CellKey } from "../read/reference";

/** A cell as a patch writes it. */
export interface CellToWrite {
  readonly key: CellKey;
  readonly style: number;
  readonly content: CellContent;
  /** The calculated value of a formula; null where there is none to store. */
  readonly cached: CellScalar;
}

/** The `c` element. Text stands in the cell itself, and is text whatever it looks like (SPEC X8). */
export function cellXml(prefix: string, { key, style, content, cached }: CellToWrite): string {
  const open = `<${prefix}c r="${a1({ row: keyRow(key), column: keyColumn(key) })}"${style === 0 ? "" : ` s="${style}"`}`;
  const close = `</${prefix}c>`;
  switch (content.type) {
    case "blank":
      return `${open}/>`;
    case "number":
      return `${open}><${prefix}v>${numberText(content.number)}</${prefix}v>${close}`;
    case "text":
      return `${open} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${encodeText(content.text)}</${prefix}t></${prefix}is>${close}`;
    case "formula": {
      const formula = `<${prefix}f>${encodeText(content.formula.replace(/^=/, ""))}</${prefix}f>`;
      const { type, text } = storedValue(cached);
      return `${open}${type === null ? "" : ` t="${type}"`}>${formula}${valueXml(prefix, text)}${close}`;
    }
  }
}

/** A calculated value as a cell stores it: its type and its text; no text where there is none. */
export function storedValue(value: CellScalar): { readonly type: string | null; readonly text: string | null } {
  if (value === null) return { type: null, text: null };
  if (typeof value === "number") return { type: null, text: numberText(value) };
  if (typeof value === "boolean") return { type: "b", text: value ? "1" : "0" };
  return isCellError(value) ? { type: "e", text: value.error } : { type: "str", text: encodeText(value) };
}

export const valueXml = (prefix: string, text: string | null): string => {
  if (text === null) return "";
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : "";
  return `<${prefix}v${space}>${text}</${prefix}v>`;
};

/** The shortest decimal that reads back as the same double. */
const numberText = (number: number): string => String(Object.is(number, -0) ? 0 : number);

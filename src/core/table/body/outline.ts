import { highest } from "../../workbook/long-lists";
import { canonical } from "../../model/text";
import type { Line } from "./lines";
import { depthsBySums } from "./outline-by-sums";
import type { TableLayout } from "../header/table-layout";

/**
 * Gives the names of a single column their depth, where numbering or indentation makes an outline of it (SPEC R5):
 * 一、 over （一） over 1., or 1 over 1.1, in the names or in the 序号 column; or leading spaces; else rows
 * with nothing but a name, or marks that sum.
 */
export function outlineOf(table: TableLayout, lines: readonly Line[]): readonly Line[] {
  if (lines.length === 0 || lines.some((line) => line.names.length !== 1)) return lines;
  const depths = depthsBy(lines, (line) => numberingStyle(line.names[0]?.text ?? ""))
    ?? depthsBy(lines, (line) => sequenceStyle(line.sequence ?? ""))
    ?? depthsByIndent(lines) ?? depthsByBareRows(table, lines) ?? depthsBySums(table, lines); // prettier-ignore
  if (!depths) return lines;
  const width = highest(depths) + 1;
  return lines.map((line, i) => ({
    ...line,
    names: Array.from({ length: width }, (_, depth) => (depth === depths[i] ? (line.names[0] ?? null) : null)),
  }));
}

const STYLES: readonly (readonly [style: string, pattern: RegExp])[] = [
  ["第一部分", /^第[一二三四五六七八九十]+(?:部分|类|项)/],
  ["一、", /^[一二三四五六七八九十]{1,3}[、.]/],
  ["(一)", /^\([一二三四五六七八九十]{1,3}\)/],
  ["1.1.1.1", /^\d{1,2}(?:[.-]\d{1,2}){3}/],
  ["1.1.1", /^\d{1,2}(?:[.-]\d{1,2}){2}/],
  ["1.1", /^\d{1,2}[.-]\d{1,2}(?!\d*%)/],
  ["1.", /^\d{1,2}[、.)]/],
  ["(1)", /^\(\d{1,2}\)(?!$)/],
  ["①", /^[①-⑳]/],
];

const numberingStyle = (text: string): string | null => {
  const compacted = canonical(text).replaceAll(" ", "");
  return STYLES.find(([, pattern]) => pattern.test(compacted))?.[0] ?? null;
};

/** In a column of its own a number needs no separator: 一, 1, 1.1. */
const sequenceStyle = (text: string): string | null => {
  const compacted = canonical(text).replaceAll(" ", "");
  if (/^[一二三四五六七八九十]{1,3}$/.test(compacted)) return "一、";
  if (/^\d{1,3}$/.test(compacted)) return "1.";
  if (/^\(\d{1,3}\)$/.test(compacted)) return "(1)";
  return compacted === "" ? "" : numberingStyle(compacted);
};

/**
 * A style met for the first time opens a deeper level under the line before it; a style met before goes back to its
 * depth. So an outline is read without knowing which styles a form uses. Needs two styles, else the list is flat.
 */
function depthsBy(lines: readonly Line[], styleOf: (line: Line) => string | null): readonly number[] | null {
  const styles = lines.map((line) => styleOf(line) ?? "");
  const distinct = new Set(styles);
  distinct.delete("");
  if (distinct.size === 0 || (distinct.size === 1 && !styles.includes(""))) return null;
  // unnumbered lines are indicators only below a numbered one; with one style, every numbered line must have some
  if (styles[0] === "") return null;
  if (distinct.size === 1 && styles.some((style, i) => style !== "" && (styles[i + 1] ?? style) !== "")) return null;
  const stack: string[] = [];
  return styles.map((style) => {
    const depth = stack.indexOf(style);
    if (depth >= 0) stack.length = depth + 1;
    else stack.push(style);
    return stack.length - 1;
  });
}

function depthsByIndent(lines: readonly Line[]): readonly number[] | null {
  const indents = lines.map((line) => indentOf(line.names[0]?.text ?? ""));
  const steps = [...new Set(indents)].sort((a, b) => a - b);
  if (steps.length < 2 || steps.length > 4 || indents[0] !== steps[0]) return null;
  return indents.map((indent) => steps.indexOf(indent));
}

/** Rows with nothing but a name head the rows with figures below them, where the table begins with one. */
function depthsByBareRows(table: TableLayout, lines: readonly Line[]): readonly number[] | null {
  const names = [...table.levels, table.column("sequence")];
  const bare = lines.map(({ rows }) => rows.every((row) => table.cellsIn(row).every((cell) => names.includes(cell.column))));
  const headed = lines.every(({ rows }, i) => (bare[i] ? bare[i + 1] === false : rows.some((row) => table.hasFigures(row))));
  return bare[0] && headed ? bare.map((isBare) => (isBare ? 0 : 1)) : null;
} // prettier-ignore

/** A full-width space is as wide as two others. */
function indentOf(text: string): number {
  const spaces = /^\s*/.exec(text)?.[0] ?? "";
  return spaces.length + (spaces.match(/\u3000/g) ?? []).length;
}

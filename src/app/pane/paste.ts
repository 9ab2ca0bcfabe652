import { append } from "../../core/workbook/lists-by-key";
import type { DataRow } from "./data-row";

/** What a pasted column or two columns come to, before it is kept. */
export interface Pasted {
  readonly filled: readonly { readonly row: DataRow; readonly text: string }[];
  /** What is no number, with its place in what was pasted. */
  readonly refused: readonly string[];
  /** Names that no row has. */
  readonly unknown: readonly string[];
  /** Names that several rows have; none of them is filled. */
  readonly ambiguous: readonly string[];
}

/**
 * A column fills downwards from the field it was pasted into, in the order shown; two columns, name and value, go by name.
 * Blank lines at the end do not count; a blank in between leaves its field as it is.
 */
export function pasted(
  rows: readonly DataRow[],
  from: string,
  text: string,
  isNumber: (text: string) => boolean,
): Pasted {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "")
    .split("\n")
    .map((line) => line.split("\t"));
  const byName = lines.length > 0 && lines.every((cells) => cells.length >= 2 && !isNumber(cells[0] ?? ""));
  const filled: { row: DataRow; text: string }[] = [];
  const refused: string[] = [];
  const unknown: string[] = [];
  const ambiguous: string[] = [];
  const takes = rows.filter((row) => isFilledIn(row));
  const rowsNamed = namesOf(takes);
  const start = takes.findIndex(({ label }) => label === from);
  lines.forEach((cells, index) => {
    const value = (byName ? cells[1] : cells[0])?.trim() ?? "";
    const name = byName ? (cells[0]?.trim() ?? "") : null;
    const named = name === null ? takes.slice(start + index, start + index + 1) : rowsNamed(name);
    const [row] = named;
    if (value === "") return;
    if (!row) unknown.push(name ?? value);
    else if (named.length > 1) ambiguous.push(name ?? value);
    else if (row.options.length > 0 ? !row.options.includes(value) : !isNumber(value))
      refused.push(name === null ? value : `${name} ${value}`);
    else filled.push({ row, text: value });
  });
  return { filled, refused, unknown, ambiguous };
}

/** Finds rows by their whole label, else by the shorter name that is shown, which several may bear. */
function namesOf(rows: readonly DataRow[]): (name: string) => readonly DataRow[] {
  const byLabel = new Map<string, DataRow[]>();
  const byShown = new Map<string, DataRow[]>();
  for (const row of rows) {
    append(byLabel, plain(row.label), row);
    append(byShown, plain(row.shown), row);
  }
  return (name) => byLabel.get(plain(name)) ?? byShown.get(plain(name)) ?? [];
}

/** What stands in the unit's own cells is only shown. */
const isFilledIn = ({ value, from }: DataRow): boolean =>
  value === null || (from !== "linked" && from !== "baseTable" && from !== "tableCell");

const plain = (text: string): string => text.normalize("NFKC").replace(/["'“”‘’\s]/g, "");

export const isPlainNumber = (text: string): boolean =>
  /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?%?$/.test(text.normalize("NFKC").trim()) && /\d/.test(text.normalize("NFKC"));

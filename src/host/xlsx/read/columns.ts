import { MAX_COLUMNS } from "../../../core/workbook/address";
import { CLOSE, OPEN, type XmlScanner } from "../xml/scanner";
import { flag } from "../xml/parse-part";

/** One `col` element: a run of columns with the same look. Zero-based, both ends inclusive. */
export interface ColumnRun {
  readonly first: number;
  readonly last: number;
  readonly width: number | null;
  readonly hidden: boolean;
  readonly style: number;
}

/** Reads the open `cols`. */
export function readColumns(x: XmlScanner): ColumnRun[] {
  const elements: ((name: string) => string | null)[] = [];
  const depth = x.depth;
  for (;;) {
    const kind = x.next();
    if (kind === CLOSE && x.depth === depth) return columnRuns(elements);
    if (kind !== OPEN || x.local !== "col" || !x.main) continue;
    const attributes = new Map(x.allAttributes());
    elements.push((name) => attributes.get(name) ?? null);
  }
}

/** The runs by the attributes of their elements. What one says of columns that were already told is left out. */
export function columnRuns(elements: readonly ((name: string) => string | null)[]): ColumnRun[] {
  const runs: ColumnRun[] = [];
  let next = 0;
  for (const attribute of elements) {
    const first = Math.max(next, Number(attribute("min")) - 1);
    const last = Math.min(MAX_COLUMNS, Number(attribute("max"))) - 1;
    if (!(first <= last)) continue;
    const width = attribute("width");
    const hidden = flag(attribute("hidden")) || width === "0";
    runs.push({
      first,
      last,
      width: width === null ? null : Number(width),
      hidden,
      style: Number(attribute("style") ?? 0),
    });
    next = last + 1;
  }
  return runs;
}

export function hiddenColumns(runs: readonly ColumnRun[]): number[] {
  return runs.filter((run) => run.hidden).flatMap((run) => range(run.first, run.last));
}

export function columnWidths(runs: readonly ColumnRun[]): Record<number, number> {
  const widths: Record<number, number> = {};
  for (const { first, last, width } of runs) {
    if (width !== null && Number.isFinite(width))
      for (let column = first; column <= last; column++) widths[column] = width;
  }
  return widths;
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

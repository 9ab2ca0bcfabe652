import type { Calculation } from "../../formula/calculation";
import { walk } from "../../formula/parsed";
import { copiedHere, type CopiedHere } from "./neighbours";
import type { Axis, Line, LineCell, SheetLines } from "./sheet-lines";

/** Why a typed number among formulas may be meant: told, but not suspected. */
export type TypedBecause = "opening" | "wholeLine" | "same";

/** A number typed where the line's formula belongs. */
export interface TypedNumber {
  readonly cell: LineCell;
  readonly neighbours: readonly LineCell[];
  readonly expected: CopiedHere;
  readonly axis: Axis;
  /** Null: suspicious. */
  readonly because: TypedBecause | null;
}

/** Typed numbers in runs of one copied formula (SPEC G11). */
export function typedNumbers(lines: SheetLines, own: Calculation): readonly TypedNumber[] {
  return [...lines.columns, ...lines.rows].flatMap((line) => runsOf(line).flatMap((run) => typedIn(lines, own, line.axis, run))); // prettier-ignore
}

/** Cells that follow each other without a gap. */
function runsOf({ axis, cells }: Line): readonly (readonly LineCell[])[] {
  const runs: LineCell[][] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && placeOf(axis, cell) === placeOf(axis, before) + 1) last.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

const placeOf = (axis: Axis, { row, column }: LineCell): number => (axis === "column" ? row : column);

function typedIn(lines: SheetLines, own: Calculation, axis: Axis, run: readonly LineCell[]): readonly TypedNumber[] {
  const model = commonForm(run);
  if (!model?.shape.includes("¤")) return [];
  const typed = run.filter(({ formula }) => formula === null);
  const copies = run.filter(({ key }) => key === model.key).length;
  // A sub-total or total that ends the run is none of its rows.
  const isTotal = lines.isTotal(axis, model);
  const body = run.filter((cell) => (!cell.aggregate || model.aggregate) && lines.isTotal(axis, cell) === isTotal).length; // prettier-ignore
  const mostly = typed.length <= 2 && copies >= 3 && copies >= 0.7 * body;
  return run.flatMap((cell, at) => {
    if (cell.formula !== null || cell.format !== model.format) return [];
    const { before, after } = around(run, at, model.key);
    if (!(before && after) && !(mostly && (before ?? after))) return [];
    const nearest = before ?? after ?? model;
    if (lines.isTotal(axis, cell) !== lines.isTotal(axis, nearest)) return [];
    const expected = copiedHere(lines, own, nearest, cell);
    if (!expected) return [];
    const because = reasonFor(lines, axis, run, at, nearest, expected);
    return [{ cell, neighbours: [before, after].filter((one) => one !== null), expected, axis, because }];
  });
}

/** The formula of which the run holds most, at least twice. */
function commonForm(run: readonly LineCell[]): LineCell | null {
  const counts = new Map<string, { readonly cell: LineCell; count: number }>();
  let best: { readonly cell: LineCell; count: number } | null = null;
  for (const cell of run) {
    if (cell.formula === null) continue;
    const known = counts.get(cell.key) ?? { cell, count: 0 };
    counts.set(cell.key, known);
    known.count += 1;
    if (known.count > (best?.count ?? 1)) best = known;
  }
  return best?.cell ?? null;
}

/** The copies of the form on either side, at most one typed number away. */
function around(run: readonly LineCell[], at: number, key: string) {
  const side = (step: 1 | -1): LineCell | null => {
    const next = run[at + step];
    if (next?.key === key) return next;
    const beyond = run[at + 2 * step];
    return next?.formula === null && beyond?.key === key ? beyond : null;
  };
  return { before: side(-1), after: side(1) };
}

function reasonFor(
  lines: SheetLines,
  axis: Axis,
  run: readonly LineCell[],
  at: number,
  model: LineCell,
  expected: CopiedHere,
): TypedBecause | null {
  const cell = run[at];
  if (!cell || expected.same) return "same";
  if (run.slice(0, at).every(({ formula }) => formula === null) && readsItsLine(axis, model)) return "opening";
  return isWholeLine(lines, axis, cell, model) ? "wholeLine" : null;
}

/** B3: =B2+C3 goes on from the cell before; what it begins with is typed. */
const readsItsLine = (axis: Axis, { row, column, formula }: LineCell): boolean =>
  [...(formula?.parsed ? walk(formula.parsed.tree) : [])].some(
    (node) =>
      node.node === "area" &&
      node.sheet === null &&
      (axis === "column"
        ? node.rect.left === column && node.rect.right === column && node.rect.bottom < row
        : node.rect.top === row && node.rect.bottom === row && node.rect.right < column),
  );

/** All that stand beside the cell are typed too where beside its neighbour formulas stand. */
function isWholeLine(lines: SheetLines, axis: Axis, cell: LineCell, model: LineCell): boolean {
  let typed = 0;
  for (const step of [-1, 1]) {
    for (let n = step; ; n += step) {
      const [beside, other] = [lines.across(axis, cell, n), lines.across(axis, model, n)];
      if (!beside || !other?.formula) break;
      if (beside.formula) return false;
      typed++;
    }
  }
  return typed > 0;
}

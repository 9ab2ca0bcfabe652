import type { Calculation } from "../../formula/calculation";
import { copiedHere, type CopiedHere } from "./neighbours";
import type { Axis, Line, LineCell, SheetLines } from "./sheet-lines";

/** A formula that is not what its neighbours' is, with what theirs would be here. */
export interface Deviation {
  readonly cell: LineCell;
  readonly neighbours: readonly LineCell[];
  readonly expected: CopiedHere;
  readonly axis: Axis;
}

/** Formulas of a line that break its pattern (SPEC G10): those on both sides share one form, or three on one side do. */
export function deviations(lines: SheetLines, own: Calculation): readonly Deviation[] {
  return [...lines.columns, ...lines.rows].flatMap((line) => {
    const formulas = line.cells.filter(({ formula }) => formula !== null);
    if (formulas.length < 3) return [];
    return formulas.flatMap((cell) => deviation(lines, own, line, cell) ?? []);
  });
}

function deviation(lines: SheetLines, own: Calculation, line: Line, cell: LineCell): Deviation | null {
  const { axis } = line;
  const before = neighbour(lines, axis, cell, -1);
  const after = neighbour(lines, axis, cell, 1);
  const pattern = before && after?.key === before.key ? [before, after] : oneSided(lines, axis, cell);
  const [model] = pattern;
  // Without references a formula is a number that somebody wrote out.
  if (!model?.shape.includes("¤") || model.key === cell.key || model.format !== cell.format) return null;
  if (isExplained(lines, axis, cell, model)) return null;
  const expected = copiedHere(lines, own, model, cell);
  return expected && { cell, neighbours: pattern, expected, axis };
}

/** The next formula of the line; one empty cell is passed over in a row, where a narrow column often stands between. */
function neighbour(lines: SheetLines, axis: Axis, cell: LineCell, step: 1 | -1): LineCell | null {
  const next = lines.along(axis, cell, step) ?? (axis === "row" ? lines.along(axis, cell, 2 * step) : undefined);
  return next?.formula ? next : null;
}

/** Three on one side that share one form and compute as this one does, at the end of their run. */
function oneSided(lines: SheetLines, axis: Axis, cell: LineCell): readonly LineCell[] {
  for (const step of [-1, 1] as const) {
    const found: LineCell[] = [];
    for (
      let next = neighbour(lines, axis, cell, step);
      next && found.length < 3;
      next = neighbour(lines, axis, next, step)
    ) {
      if (next.key !== (found[0] ?? next).key) break;
      found.push(next);
    }
    const beyond = neighbour(lines, axis, cell, step === 1 ? -1 : 1);
    const isEnd = beyond?.key !== cell.key;
    if (found.length === 3 && found[0]?.shape === cell.shape && isEnd) return found;
  }
  return [];
}

/** What makes another form right: the line that crosses, forms that alternate, a sub-total, a line of many forms. */
function isExplained(lines: SheetLines, axis: Axis, cell: LineCell, model: LineCell): boolean {
  const crossing = [-1, 1].some((step) => lines.across(axis, cell, step)?.key === cell.key);
  const alternating = [-2, 2].some((step) => lines.along(axis, cell, step)?.key === cell.key);
  const subtotal = cell.aggregate && !model.aggregate;
  const total = lines.isTotal(axis, cell) && !lines.isTotal(axis, model);
  return crossing || alternating || subtotal || total || isMixed(lines, axis, cell);
}

/** Around the cell as many forms as formulas: a line that is written by hand has no pattern to break. */
function isMixed(lines: SheetLines, axis: Axis, cell: LineCell): boolean {
  const around: LineCell[] = [];
  for (let step = -6; step <= 6; step++) {
    const one = lines.along(axis, cell, step);
    if (one?.formula) around.push(one);
  }
  const forms = new Map<string, number>();
  for (const { key } of around) forms.set(key, (forms.get(key) ?? 0) + 1);
  const single = [...forms.values()].filter((count) => count === 1).length;
  return around.length > 4 && single * 2 > around.length;
}

import { overlaps, type Rect } from "../../../core/workbook/address";
import type { CellSnapshot } from "../../../core/workbook/snapshot";
import { formulaTokens } from "../../../core/formula/tokens";
import { boxOf, cellKey, readArea, type CellKey } from "../read/reference";
import { ReadingIndex } from "./reading-index";
import type { FormulaCell } from "./formula-cell";

/** The cells of one sheet as they were, and which of them the plan writes over. */
export interface SheetCells {
  readonly name: string;
  readonly cells: readonly CellSnapshot[];
  readonly planned: (key: CellKey) => boolean;
}

export interface ChangedCells {
  readonly cells: readonly { readonly sheet: string; readonly keys: readonly CellKey[] }[];
  /** Lower-case names whose meaning changed. */
  readonly names: ReadonlySet<string>;
}

export interface Dependent extends FormulaCell {
  /** False where the formula's text does not say what it reads. */
  readonly certain: boolean;
}

/**
 * The formulas already there that depend on changed cells, over any number of steps. Most workbooks have none:
 * a look at the references of each formula tells whether any can reach a change at all.
 */
export function dependents(
  sheets: readonly SheetCells[],
  changed: ChangedCells,
  resolveName: (name: string, sheet: string) => string | null,
): Dependent[] {
  const formulas = sheets.flatMap(({ name: sheet, cells, planned }) =>
    cells.flatMap(({ row, column, formula, array, value }): FormulaCell[] => {
      const key = cellKey(row, column);
      return formula === undefined || array || planned(key) ? [] : [{ sheet, key, formula, value }];
    }),
  );
  const boxes = changed.cells.flatMap(({ keys }) => boxOf(keys) ?? []);
  if (!formulas.some(({ formula }) => mayReach(formula, boxes))) return [];
  return spread(new ReadingIndex(formulas, resolveName), changed);
}

/** Whether the formula names a cell in one of the boxes, on whatever sheet, or something other than plain areas. */
function mayReach(formula: string, boxes: readonly Rect[]): boolean {
  return formulaTokens(formula).some(({ type, value }) => {
    if (type === "func") return /^(?:INDIRECT|OFFSET)$/i.test(value);
    if (type === "range") {
      const area = readArea(value.slice(value.lastIndexOf("!") + 1));
      return !area || boxes.some((box) => overlaps(box, area));
    }
    return type.startsWith("range") || type === "structured" || type === "unknown";
  });
}

/** Follows the changes from reader to reader. */
function spread(index: ReadingIndex, changed: ChangedCells): Dependent[] {
  const reached = new Set<FormulaCell>(index.readersOfNames(changed.names));
  const reach = (sheet: string, key: CellKey): void =>
    index.readersOf(sheet, key).forEach((reader) => reached.add(reader));
  for (const { sheet, keys } of changed.cells) for (const key of keys) reach(sheet, key);
  // A set is walked in the order of insertion, also over what is added on the way.
  for (const { sheet, key } of reached) reach(sheet, key);
  const certain = [...reached].map((cell): Dependent => ({ ...cell, certain: true }));
  const doubtful = index.unknown.filter((cell) => !reached.has(cell));
  return [...certain, ...doubtful.map((cell): Dependent => ({ ...cell, certain: false }))];
}

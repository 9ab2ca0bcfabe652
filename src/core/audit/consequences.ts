import { append } from "../workbook/lists-by-key";
import { pushAll } from "../workbook/long-lists";
import { walk } from "../formula/parsed";
import { sameValue } from "../formula/same-value";
import { cellKey, isInside, type CellAddress, type Rect } from "../workbook/address";
import { isStale, type RecalculatedFormula } from "./recalculation";

/**
 * For each stale formula the formulas whose stored results are right for what they read and still not what a full
 * recalculation gives, because they read it, directly or through each other: one cause, told once (SPEC G1).
 */
export function consequences(
  formulas: readonly RecalculatedFormula[],
): ReadonlyMap<RecalculatedFormula, readonly CellAddress[]> {
  const roots = formulas.filter(isStale);
  if (roots.length === 0) return new Map();
  const readers = new Readers(formulas.filter((formula) => !isStale(formula) && follows(formula)));
  return new Map(roots.map((root) => [root, reachedFrom(root, readers)]));
}

function reachedFrom(root: RecalculatedFormula, readers: Readers): readonly CellAddress[] {
  const reached = new Set<RecalculatedFormula>();
  const open = [root];
  for (let from = open.pop(); from; from = open.pop()) {
    const next = readers.of(from.at).filter((formula) => !reached.has(formula));
    for (const formula of next) reached.add(formula);
    pushAll(open, next);
  }
  return readers.inOrder(reached).map(({ at }) => at);
}

const follows = ({ stored, chain }: RecalculatedFormula): boolean =>
  stored !== null && chain.kind === "value" && !sameValue(stored, chain.value);

/** Which of some formulas read a cell: those that read single cells by their place, those that read ranges one by one. */
class Readers {
  private readonly formulas: readonly RecalculatedFormula[];
  private readonly ofCell = new Map<string, RecalculatedFormula[]>();
  private readonly ofRange = new Map<string, { readonly rect: Rect; readonly formula: RecalculatedFormula }[]>();

  constructor(formulas: readonly RecalculatedFormula[]) {
    this.formulas = formulas;
    for (const formula of formulas) {
      for (const node of formula.meaning ? walk(formula.meaning) : []) {
        if (node.node === "area") this.add(formula, node.sheet ?? formula.at.sheet, node.rect);
      }
    }
  }

  of(at: CellAddress): readonly RecalculatedFormula[] {
    const ranges = this.ofRange.get(at.sheet.toUpperCase()) ?? [];
    return [
      ...(this.ofCell.get(keyOf(at.sheet, at.row, at.column)) ?? []),
      ...ranges.filter(({ rect }) => isInside(at, rect)).map(({ formula }) => formula),
    ];
  }

  /** In the order of the workbook. */
  inOrder(some: ReadonlySet<RecalculatedFormula>): readonly RecalculatedFormula[] {
    return some.size === 0 ? [] : this.formulas.filter((formula) => some.has(formula));
  }

  private add(formula: RecalculatedFormula, sheet: string, rect: Rect): void {
    const isCell = rect.top === rect.bottom && rect.left === rect.right;
    if (isCell) append(this.ofCell, keyOf(sheet, rect.top, rect.left), formula);
    else append(this.ofRange, sheet.toUpperCase(), { rect, formula });
  }
}

const keyOf = (sheet: string, row: number, column: number): string => `${cellKey(row, column)} ${sheet.toUpperCase()}`;

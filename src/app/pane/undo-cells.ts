import type { CellAddress } from "../../core/workbook/address";
import { expectationOf, sameFormula, sameScalar } from "../../core/workbook/cell-content";
import { SheetView } from "../../core/workbook/sheet-view";
import type { CellSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { CellExpectation, CellWrite, PlanStep, WritePlan } from "../../core/workbook/write-plan";

/** What taking a write back comes to as the workbook stands now. */
interface UndoByCell {
  /** Takes back every cell that still holds what was written. */
  readonly plan: WritePlan;
  /** Takes back those too that were changed since. */
  readonly whole: WritePlan;
  readonly cells: number;
  /** Cells that somebody changed since; they stay. */
  readonly kept: readonly CellAddress[];
}

/**
 * An inverse plan held against the workbook cell by cell (SPEC U7): what was changed since the write stays and is named; a
 * sheet that we added goes only where nothing of a person's stands on it.
 */
export function undoByCell(inverse: WritePlan, book: WorkbookSnapshot): UndoByCell {
  const views = new Map(book.sheets.map((sheet) => [sheet.name, new SheetView(sheet)]));
  const kept: CellAddress[] = [];
  let cells = 0;
  const sift = (step: PlanStep): readonly PlanStep[] => {
    if (step.do !== "putCells") return [step];
    const view = views.get(step.sheet);
    const own = step.cells.filter(({ row, column, expect }) => {
      if (stillHolds(view?.cell(row, column), expect)) return true;
      kept.push({ sheet: step.sheet, row, column });
      return false;
    });
    cells += own.length;
    return own.length > 0 ? [{ ...step, cells: own }] : [];
  };
  const sifted = inverse.steps.flatMap(sift);
  const occupied = new Set([...kept.map(({ sheet }) => sheet), ...addedTo(inverse, views)]);
  const steps = sifted.filter((step) => step.do !== "removeSheet" || !occupied.has(step.sheet));
  return {
    plan: { guards: inverse.guards, steps },
    whole: { guards: [], steps: inverse.steps.map((step) => asItStands(step, views)) },
    cells,
    kept: kept.sort(order),
  };
}

const order = (a: CellAddress, b: CellAddress): number =>
  a.sheet === b.sheet ? a.row - b.row || a.column - b.column : a.sheet < b.sheet ? -1 : 1;

/** Sheets to be removed on which somebody wrote where we had not. */
function addedTo({ steps }: WritePlan, views: ReadonlyMap<string, SheetView>): readonly string[] {
  const written = new Map<string, Set<string>>();
  for (const step of steps) {
    if (step.do !== "putCells") continue;
    const own = written.get(step.sheet) ?? new Set();
    for (const { row, column } of step.cells) own.add(`${row}:${column}`);
    written.set(step.sheet, own);
  }
  return steps.flatMap((step) => {
    if (step.do !== "removeSheet") return [];
    const own = written.get(step.sheet) ?? new Set();
    const cells = views.get(step.sheet)?.sheet.cells ?? [];
    // A sheet that was added empty and taken out with its cells has no step for each of them.
    if (own.size === 0) return [];
    return cells.some((cell) => !isBlank(cell) && !own.has(`${cell.row}:${cell.column}`)) ? [step.sheet] : [];
  });
}

const isBlank = ({ formula, value }: CellSnapshot): boolean =>
  formula === undefined && (value === null || value === "");

function asItStands(step: PlanStep, views: ReadonlyMap<string, SheetView>): PlanStep {
  if (step.do === "removeSheet") return { do: "removeSheet", sheet: step.sheet };
  if (step.do !== "putCells") return step;
  const view = views.get(step.sheet);
  const now = (cell: CellWrite): CellWrite => ({ ...cell, expect: expectationOf(view?.cell(cell.row, cell.column)) });
  return { ...step, cells: step.cells.map(now) };
}

const stillHolds = (cell: CellSnapshot | undefined, expect: CellExpectation): boolean =>
  "formula" in expect
    ? cell?.formula !== undefined && sameFormula(cell.formula, expect.formula)
    : cell?.formula === undefined && sameScalar(cell?.value ?? null, expect.value);

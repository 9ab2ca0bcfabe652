import { FormulaTrials, type Expectation, type Trial } from "../../audit/tried-formula";
import type { JudgedCell } from "../../audit/judged-cell";
import type { DueFormula } from "../../audit/probed-book";
import type { FormulaAbsence, TableReview } from "../../review.types";
import type { CheckContext } from "../context";
import { viewsOf } from "../context";
import { judgedCells } from "../judged-cells";
import { isAbsent, type Due } from "./absence";
import { cellOwners, variableCells } from "./cell-owners";
import type { ExpectationContext } from "./context";
import { rateExpectation } from "./rates";
import { scoreExpectation } from "./scores";
import { sumExpectation } from "./sums";

/** A cell with the formula that it should hold, and whether the one that it holds is the same. */
export interface Tried {
  readonly cell: JudgedCell;
  readonly expectation: Expectation;
  /** Null for what is typed. */
  readonly formula: string | null;
  readonly trial: Trial | null;
}

export interface TriedTable {
  readonly cells: readonly JudgedCell[];
  readonly tried: readonly Tried[];
  /** Why no formula can be told for the others. */
  readonly absences: ReadonlyMap<JudgedCell, FormulaAbsence>;
  /** For cells that are typed or hold another formula: what reads them is held against these. */
  readonly due: readonly DueFormula[];
}

const known = new WeakMap<TableReview["table"], TriedTable>();

/** The judged cells of a table and how their formulas came out; found once for all checks. */
export function triedTable(context: CheckContext, reviewed: TableReview): TriedTable {
  const made = known.get(reviewed.table) ?? tryTable(context, reviewed);
  known.set(reviewed.table, made);
  return made;
}

/** Rates first, then scores and sums: what is read by others is settled before them. */
const ORDER = { rate: 0, score: 1, level: 2, total: 3 } as const;

function tryTable(context: CheckContext, reviewed: TableReview): TriedTable {
  const cells = judgedCells(reviewed);
  const view = viewsOf(context).get(reviewed.table.sheet);
  if (!view) return { cells, tried: [], absences: new Map(), due: [] };
  const about: ExpectationContext = {
    reviewed,
    view,
    settings: context.settings,
    owners: cellOwners(reviewed),
    variables: variableCells(context.quantities, reviewed.table.id),
  };
  const trials = new FormulaTrials(context.book);
  const due: DueFormula[] = [];
  const absences = new Map<JudgedCell, FormulaAbsence>();
  const tried = [...cells]
    .sort((a, b) => ORDER[a.kind] - ORDER[b.kind])
    .flatMap((cell): readonly Tried[] => {
      const expectation = expectationOf(cell, about);
      if (isAbsent(expectation)) {
        absences.set(cell, expectation);
        return [];
      }
      const formula = view.cell(cell.at.row, cell.at.column)?.formula ?? null;
      const trial = formula === null ? null : trials.try(expectation);
      // A score is what a person gives; whatever is typed there stands.
      const isSettled = trial?.result === "same" || (trial === null && cell.kind === "score");
      if (!isSettled) {
        trials.follow(expectation);
        due.push(expectation);
      }
      return [{ cell, expectation, formula, trial }];
    });
  return { cells, tried, absences, due };
}

function expectationOf(cell: JudgedCell, context: ExpectationContext): Due {
  switch (cell.kind) {
    case "rate":
      return rateExpectation(cell, context);
    case "score":
      return scoreExpectation(cell, context);
    case "level":
    case "total":
      return sumExpectation(cell, context);
  }
}

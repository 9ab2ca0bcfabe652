import type { ExpectedFormula, JudgedTable } from "../../audit/verdict";
import type { Difference } from "../../audit/tried-formula";
import type { JudgedCell } from "../../audit/judged-cell";
import { sumFaults } from "../formulas";
import type { Finding } from "../../findings/finding";
import { findingAt } from "../../findings/finding-at";
import { displayText } from "../../formula/number-format";
import { referencesOf } from "../../formula/references";
import { parseFormula } from "../../formula/parse";
import type { TableReview } from "../../review.types";
import { a1, shownAddress } from "../../workbook/address";
import type { Check, CheckContext } from "../context";
import { triedTable, type Tried } from "./tried-table";

/** The judged cells of a table, each with the formula that it should hold and whether the one that it holds is the same. */
export function judgedTable(context: CheckContext, reviewed: TableReview): JudgedTable {
  const { cells, tried, absences } = triedTable(context, reviewed);
  const expected = tried.map(({ cell, expectation, trial }): readonly [JudgedCell, ExpectedFormula] => [
    cell,
    { formula: expectation.formula, same: trial?.result === "same" },
  ]);
  return { cells, expected: new Map(expected), absences };
}

/**
 * Formulas that are not the rule's, whatever they come to now (SPEC G23). What is left out of a sum, counted twice or typed
 * into it has findings of its own.
 */
export const differingFormulas: Check = (context) =>
  context.tables.flatMap((reviewed) => {
    const told = new Set(sumFaults(context, reviewed).map(({ at }) => (at ? a1(at) : "")));
    return triedTable(context, reviewed).tried.flatMap((one) =>
      told.has(a1(one.cell.at)) ? [] : differs(reviewed, one),
    );
  });

function differs({ table }: TableReview, { cell, expectation, formula, trial }: Tried): readonly Finding[] {
  if (formula === null || (trial?.result !== "differs" && trial?.result !== "unread")) return [];
  if (trial.result === "unread" && !readsItsTable(formula, table)) return [];
  const point = trial.result === "differs" ? pointText(trial, table.sheet) : { where: [], due: null, gives: null };
  const data = { expected: expectation.formula, found: formula, ...point };
  return [findingAt("formula-differs", table, cell.at, { path: cell.path, subject: `${cell.kind} ${cell.of} ${cell.name}`, data })]; // prettier-ignore
}

/** What is taken from another sheet may be right there; nothing here says what it should be. */
function readsItsTable(formula: string, { sheet }: TableReview["table"]): boolean {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return false;
  const { areas, names, tables } = referencesOf(parsed.value.tree, sheet);
  return areas.some((area) => area.sheet === sheet) || areas.length + names.length + tables.length === 0;
}

/** No more numbers than a person can put in. */
const SHOWN = 6;

function pointText({ cells, due, gives }: Difference, sheet: string) {
  const shown = cells.slice(0, SHOWN).map(({ at, value }) => `${at.sheet === sheet ? a1(at) : shownAddress(at)}=${displayText(value)}`); // prettier-ignore
  return { where: cells.length > SHOWN ? [...shown, "…"] : shown, due: displayText(due), gives: displayText(gives) };
}

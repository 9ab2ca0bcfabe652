import type { Expectation, Point } from "../../audit/tried-formula";
import type { JudgedCell } from "../../audit/judged-cell";
import { printFormula } from "../../formula/print";
import type { FormulaNode } from "../../formula/written";
import { f } from "../../formula/build";
import { compileDefinition } from "../../language/definition/compile";
import type { FundingRow, TableCell } from "../../model/scoring-table";
import type { FormulaAbsence, IndicatorReview } from "../../review.types";
import { isLimit } from "../../targets/direction";
import { rateOfTarget } from "../../targets/rate-of-target";
import { a1, type CellAddress } from "../../workbook/address";
import { scalarText } from "../../workbook/cell-content";
import { absent, isAbsent, type Due } from "./absence";
import { variableKey } from "./cell-owners";
import { toleranceAt, type ExpectationContext } from "./context";

/** 完成率, 执行率 and the rates that a definition gives. */
export function rateExpectation(cell: JudgedCell, context: ExpectationContext): Due {
  const { reviewed, owners } = context;
  const { sheet } = reviewed.table;
  const row = owners.rates.get(a1(cell.at));
  const own = row ? ofIndicator(row, context) : ofFunding(owners.fundingRates.get(a1(cell.at)), sheet);
  return isAbsent(own)
    ? own
    : { ...own, at: { sheet, ...cell.at }, tolerance: toleranceAt(cell, context), orPercent: true };
}

type Arithmetic = Pick<Expectation, "formula" | "alsoRight" | "cells" | "points">;

function ofIndicator(row: IndicatorReview, context: ExpectationContext): Arithmetic | FormulaAbsence {
  if (row.definition) return ofDefinition(row, context);
  const { target, actual } = row.indicator;
  const pair = rateOfTarget(row.indicator);
  // Of a limit nothing printed says which way its rate is turned.
  if (pair && isLimit(pair.target)) return absent("direction");
  if (!pair || !isNumber(target) || !isNumber(actual)) return noNumbers([actual, target]) ?? absent("noDefinition");
  const quotient = `${a1(actual.at)}/${a1(target.at)}`;
  const { sheet } = context.reviewed.table;
  return {
    formula: `=${quotient}`,
    // No definition is printed: a rate that stops at 100 % is usual as well.
    alsoRight: [`=MIN(1,${quotient})`],
    cells: [actual.at, target.at].map((at) => ({ sheet, ...at })),
    points: quotientPoints(actual.raw, target.raw, [0.31, 0.62, 0.87, 0.954, 1, 1.27]),
  };
}

function ofDefinition(row: IndicatorReview, context: ExpectationContext): Arithmetic | FormulaAbsence {
  const own = definitionArithmetic(row, context);
  if (own) return { formula: printFormula(own.node), alsoRight: [], cells: own.cells, points: own.points };
  const { variables } = row.definition?.definition ?? { variables: [] };
  const places = context.variables;
  return absent("missing", variables.filter((variable) => !places.get(variableKey(row.indicator.path, variable))));
} // prettier-ignore

/** A definition with the numbers where they stand. */
export interface DefinitionArithmetic {
  readonly node: FormulaNode;
  readonly cells: readonly CellAddress[];
  readonly points: readonly Point[];
}

/** The definition's variables where their numbers stand; null where one stands in no cell. */
export function definitionArithmetic({ indicator, definition }: IndicatorReview, { reviewed, variables: places }: ExpectationContext): DefinitionArithmetic | null {
  if (!definition) return null;
  const { variables } = definition.definition;
  const known = variables.flatMap((variable) => places.get(variableKey(indicator.path, variable)) ?? []);
  if (known.length < variables.length || known.length === 0) return null;
  const ref = (variable: string): FormulaNode => {
    const at = known[variables.indexOf(variable)];
    if (!at) throw new Error(`no cell for ${variable}`);
    return f.cell(at, { sheet: at.sheet === reviewed.table.sheet ? null : at.sheet });
  };
  const around = FACTORS.map((factors) => known.map((_, i) => 100 * (factors[i % factors.length] ?? 1) + i));
  return { node: compileDefinition(definition.definition, ref), cells: known, points: around };
} // prettier-ignore

const FACTORS: readonly (readonly number[])[] = [[1, 1.3], [0.9, 1.1, 0.7], [1.2, 1], [0.55, 0.8, 1.4, 0.9], [1.01, 1.02], [3, 2.9, 3.1]]; // prettier-ignore

function ofFunding(row: FundingRow | undefined, sheet: string): Arithmetic | FormulaAbsence {
  const { budget, executed } = row?.cells ?? {};
  if (!isNumber(budget) || !isNumber(executed)) return noNumbers([executed, budget]) ?? absent("noDefinition");
  return {
    formula: `=${a1(executed.at)}/${a1(budget.at)}`,
    alsoRight: [],
    cells: [executed.at, budget.at].map((at) => ({ sheet, ...at })),
    // No more is executed than there is: a cap at 100 % changes nothing.
    points: quotientPoints(executed.raw, budget.raw, [0.31, 0.62, 0.87, 0.954, 1]),
  };
}

/** The cells that hold a date or a text where a number is wanted; null where each holds one, or nothing. */
export function noNumbers(cells: readonly (TableCell | null | undefined)[]): FormulaAbsence | null {
  const others = cells.flatMap((cell) => cell ?? []).filter((cell) => !mayBeNumber(cell));
  if (others.length === 0) return null;
  const dates = others.filter(({ date }) => date !== undefined);
  return dates.length > 0
    ? absent("isDate", dates.map(({ at }) => a1(at)))
    : absent("inWords", others.map(({ at, raw, formula }) => `${a1(at)}${raw === null ? formula ?? "" : `“${scalarText(raw)}”`}`));
} // prettier-ignore

/** Part and whole, with the whole as it stands and otherwise. */
function quotientPoints(part: unknown, whole: unknown, rates: readonly number[]): readonly Point[] {
  const base = typeof whole === "number" && whole > 0 ? whole : typeof part === "number" && part > 0 ? part : 100;
  return [base, base * 1.75].flatMap((one) => rates.map((rate): Point => [Number((one * rate).toPrecision(9)), one]));
}

const isNumber = (cell: TableCell | null | undefined): cell is TableCell => cell != null && mayBeNumber(cell);

/** A number stands there, or nothing yet. */
const mayBeNumber = ({ raw, formula, date }: TableCell): boolean =>
  (typeof raw === "number" || (raw === null && formula === null)) && date === undefined;

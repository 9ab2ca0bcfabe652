import { compileRule, evaluateRule, ruleInputs } from "../../src/core/rules/score";
import { evaluateFormula } from "../../src/core/formula/evaluate/evaluate";
import type { FormulaBook, NumberMode } from "../../src/core/formula/evaluate/book";
import { f } from "../../src/core/formula/build";
import type { FormulaNode } from "../../src/core/formula/written";
import { printFormula } from "../../src/core/formula/print";
import { exactFromDouble, parts, ratio, roundHalfUp, toDouble, type Exact } from "../../src/core/model/exact";
import { BLANK, known, type Value } from "../../src/core/model/value";
import type { CellScalar } from "../../src/core/workbook/snapshot";
import { decisionPlaces } from "../../src/core/rules/decision";
import type { StepDeduct } from "../../src/core/rules/clause";
import { kindOf } from "../../src/core/rules/kinds";
import type { RuleAnswers } from "../../src/core/rules/rule";
import type { InputCell, RuleCase } from "./random-rules";
import type { RuleInput } from "../../src/core/rules/rule-input";

/** One sheet row per case: inputs from A on (three clauses ask for fifteen), the score in Z, parts and bases of computed rates behind it. */
export const SCORE_COLUMN = 25;
const PARTS_COLUMN = 26;
export const SHEET = "S";

export const formulaNode = ({ rule, settings }: RuleCase, row: number): FormulaNode => {
  const columns = new Map(ruleInputs(rule).map((input, column) => [input.name, column]));
  return compileRule(rule, (input) => f.cell({ row, column: columns.get(input.name) ?? -1 }), settings);
};

/** The score as a cell shows it: a number, "" or 不适用. */
export function expected({ rule, settings, cells }: RuleCase): number | string {
  const answers: RuleAnswers = new Map(ruleInputs(rule).map((input, i) => [input.name, answerOf(cells[i])]));
  const { value } = evaluateRule(rule, answers, settings);
  if (value.state === "known") return toDouble(value.number);
  return value.state === "notApplicable" ? "不适用" : "";
}

const answerOf = (cell: InputCell | undefined): Value => {
  const exact = exactOf(cell);
  return exact ? known(exact) : BLANK;
};

function exactOf(cell: InputCell | undefined): Exact | null {
  if (cell?.holds === "number") return exactFromDouble(cell.double);
  if (cell?.holds === "quotient") return exactFromDouble(cell.part).div(exactFromDouble(cell.base));
  return null;
}

/** What our evaluator makes of a formula for a case; undefined where it does not evaluate it. */
export function evaluatorOf(formula: FormulaNode): (own: RuleCase, mode: NumberMode) => CellScalar | undefined {
  const text = printFormula(formula);
  const at = { sheet: SHEET, row: 0, column: SCORE_COLUMN };
  return (own, mode) => {
    const outcome = evaluateFormula(text, at, bookOf(own), mode);
    return outcome.kind === "value" ? outcome.value : undefined;
  };
}

const bookOf = ({ cells }: RuleCase): FormulaBook => ({
  cell: (_sheet, _row, column) => cellValue(cells[column]),
  used: () => ({ top: 0, left: 0, bottom: 0, right: cells.length - 1 }),
  hasSheet: (name) => name === SHEET,
  resolveName: () => null,
});

function cellValue(cell: InputCell | undefined): CellScalar {
  if (cell?.holds === "number") return cell.double;
  if (cell?.holds === "quotient") return cell.part / cell.base;
  return cell?.holds === "text" ? "无" : null;
}

type SheetCell = CellScalar | { readonly formula: string };

/** The case as a row of a workbook. */
export function sheetRow(own: RuleCase, row: number): readonly SheetCell[] {
  if (own.cells.length > SCORE_COLUMN) throw new Error("more inputs than columns before the score");
  const cells: SheetCell[] = Array.from({ length: PARTS_COLUMN + own.cells.length * 2 }, () => null);
  for (const [i, cell] of own.cells.entries()) {
    if (cell.holds === "quotient") {
      const column = PARTS_COLUMN + 2 * i;
      cells[column] = cell.part;
      cells[column + 1] = cell.base;
      cells[i] = { formula: printFormula(f.divide(f.cell({ row, column }), f.cell({ row, column: column + 1 }))) };
    } else cells[i] = cellValue(cell);
  }
  cells[SCORE_COLUMN] = { formula: printFormula(formulaNode(own, row)) };
  return cells;
}

export function agree(ours: number | string, theirs: CellScalar | undefined): boolean {
  if (typeof ours === "string") return ours === (theirs ?? "");
  return typeof theirs === "number" && Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours));
}

/**
 * True where a rounding of SPEC S3 stands so near to its half that the last digit of a double decides it: no calculator
 * and no exact arithmetic need agree there.
 */
export function isTie({ rule, cells }: RuleCase): boolean {
  const inputs = new Map(ruleInputs(rule).map((input, i) => [input.name, cells[i]]));
  const near = (input: RuleInput, places: number): boolean => {
    const cell = inputs.get(input.name);
    const x = exactOf(cell);
    return x !== null && halfway(x, places, cell?.holds === "quotient" ? 2 * ulp(x) : 0);
  };
  return rule.clauses.some((clause) => {
    switch (clause.kind) {
      case "stepDeduct": {
        const x = exactOf(inputs.get(clause.subject.name));
        return x !== null && isStepTie(clause, x);
      }
      case "bands": {
        const ends = clause.bands.flatMap(({ low, high }) => [...(low ? [low] : []), ...(high ? [high] : [])]);
        return ends.some((end) => near(clause.subject, decisionPlaces(end.value)));
      }
      case "proportional":
        return clause.zeroBelow !== null && near(clause.subject, decisionPlaces(clause.zeroBelow.value));
      default:
        return kindOf(clause)
          .inputs(clause)
          .some((input) => near(input, 12));
    }
  });
}

function isStepTie(clause: StepDeduct, x: Exact): boolean {
  const most = clause.deduct.s > 0n ? clause.full.sub(clause.floor).div(clause.deduct) : ratio(99);
  const places = decisionPlaces(clause.threshold.abs().add(most.mul(clause.step)));
  const distance = x.sub(clause.threshold);
  const steps = roundHalfUp(distance, places).div(clause.step);
  const noise = 2 * ulp(x) + ulp(clause.threshold);
  return halfway(distance, places, noise) || halfway(steps, decisionPlaces(most), 2 * ulp(steps));
}

const ulp = (x: Exact): number => Math.abs(toDouble(x)) * 2 ** -52;

function halfway(x: Exact, places: number, noise: number): boolean {
  const scaled = x.abs().mul(10n ** BigInt(places));
  const { n, d } = parts(scaled);
  const fraction = Number(((n % d) * 1_000_000n) / d) / 1_000_000;
  return Math.abs(fraction - 0.5) <= 1e-3 + noise * 10 ** places;
}

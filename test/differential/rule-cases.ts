import { compileRule, evaluateRule, ruleInputs } from "../../src/core/rules/score";
import { evaluateFormula } from "../../src/core/formula/evaluate/evaluate";
import type { NumberMode } from "../../src/core/formula/evaluate/book";
import { f } from "../../src/core/formula/build";
import type { FormulaNode } from "../../src/core/formula/node";
import { printFormula } from "../../src/core/formula/print";
import { exactFromDouble, parts, roundHalfUp, toDouble, type Exact } from "../../src/core/model/exact";
import { BLANK, known, type Value } from "../../src/core/model/value";
import type { CellScalar } from "../../src/core/model/snapshot";
import { decisionPlaces } from "../../src/core/rules/decision";
import type { RuleAnswers } from "../../src/core/rules/rule";
import type { InputCell, RuleCase } from "./random-rules";

/** One sheet row per case: inputs from A on, parts and bases of computed rates from K on, the score in J. */
export const SCORE_COLUMN = 9;
const PARTS_COLUMN = 10;
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

/** What our evaluator makes of a formula for the case, given as text or tree. */
export function evaluated(own: RuleCase, formula: FormulaNode, mode: NumberMode): CellScalar | undefined {
  const outcome = evaluateFormula(
    printFormula(formula),
    { sheet: SHEET, row: 0, column: SCORE_COLUMN },
    bookOf(own),
    mode,
  );
  return outcome.kind === "value" ? outcome.value : undefined;
}

const bookOf = ({ cells }: RuleCase): Parameters<typeof evaluateFormula>[2] => ({
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
  const inputs = new Map(ruleInputs(rule).map((input, i) => [input.name, exactOf(cells[i])]));
  const near = [...inputs.values()].some((x) => x !== null && halfway(x, 12, ulp(x)));
  return (
    near ||
    rule.clauses.some((clause) => {
      if (clause.kind === "bands") {
        const x = inputs.get(clause.subject.name);
        const ends = clause.bands.flatMap(({ low, high }) => [low, high].flatMap((end) => (end ? [end.value] : [])));
        return x != null && ends.some((end) => halfway(x, decisionPlaces(end), ulp(x)));
      }
      if (clause.kind !== "stepDeduct") return false;
      const x = inputs.get(clause.subject.name);
      if (!x) return false;
      const most = clause.deduct.s > 0n ? clause.full.sub(clause.floor).div(clause.deduct) : clause.full.mul(0).add(99);
      const reach = clause.threshold.abs().add(most.mul(clause.step));
      const distance = x.sub(clause.threshold);
      const places = decisionPlaces(reach);
      const steps = roundHalfUp(distance, places).div(clause.step);
      return (
        halfway(distance, places, ulp(x) + ulp(clause.threshold)) ||
        halfway(steps, decisionPlaces(most), 2 * ulp(steps))
      );
    })
  );
}

const ulp = (x: Exact): number => Math.abs(toDouble(x)) * 2 ** -52;

function halfway(x: Exact, places: number, noise: number): boolean {
  const scaled = x.abs().mul(10n ** BigInt(places));
  const { n, d } = parts(scaled);
  const fraction = Number(((n % d) * 1_000_000n) / d) / 1_000_000;
  return Math.abs(fraction - 0.5) <= 1e-3 + noise * 10 ** places;
}

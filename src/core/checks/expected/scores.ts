import type { Expectation, Point } from "../../audit/tried-formula";
import type { JudgedCell } from "../../audit/judged-cell";
import { f } from "../../formula/build";
import { printFormula } from "../../formula/print";
import type { FormulaNode } from "../../formula/written";
import { toDouble, type Exact } from "../../model/exact";
import { isExtraItem } from "../../model/named-indicators";
import type { Indicator } from "../../model/scoring-table";
import type { IndicatorReview, RuleAnswer } from "../../review.types";
import type { RuleInput } from "../../rules/rule-input";
import { compileRule } from "../../rules/score";
import { a1, type CellPosition } from "../../workbook/address";
import { itemScale } from "../weighed-scores";
import { toleranceAt, type ExpectationContext } from "./context";

/** A score by the rule that judges it, by weight and item score, or by mark and deduction. */
export function scoreExpectation(cell: JudgedCell, context: ExpectationContext): Expectation | null {
  const { reviewed } = context;
  const row = context.owners.scores.get(a1(cell.at));
  if (!row) return null;
  const own = byRule(row, context) ?? byWeight(row.indicator, context) ?? byDeduction(row.indicator);
  if (!own) return null;
  const { sheet } = reviewed.table;
  return {
    at: { sheet, ...cell.at },
    formula: own.formula,
    alsoRight: own.alsoRight,
    cells: own.cells.map((at) => ({ sheet, ...at })),
    points: own.points,
    tolerance: toleranceAt(cell, context),
    orPercent: false,
  };
}

interface Arithmetic {
  readonly formula: string;
  readonly alsoRight: readonly string[];
  readonly cells: readonly CellPosition[];
  readonly points: readonly Point[];
}

/** An input of the rule and the cell of this table in which it stands, as a number that a formula can read. */
interface Placed {
  readonly input: RuleInput;
  readonly at: CellPosition;
  readonly scale: Exact | null;
  readonly now: number;
}

function byRule(row: IndicatorReview, { settings }: ExpectationContext): Arithmetic | null {
  const { rule, answers } = row;
  if (!rule || settings.scoreFrom === "printed") return null;
  const placed = answers.flatMap((answer) => placeOf(row, answer) ?? []);
  if (placed.length < answers.length || placed.length === 0) return null;
  const ref = ({ name }: RuleInput): FormulaNode => {
    const found = placed.find(({ input }) => input.name === name);
    if (!found) throw new Error(`no cell for ${name}`);
    return found.scale ? f.multiply(f.cell(found.at), f.number(found.scale)) : f.cell(found.at);
  };
  return {
    formula: printFormula(compileRule(rule.rule, ref, settings)),
    alsoRight: [],
    cells: placed.map(({ at }) => at),
    points: rulePoints(row, placed),
  };
}

function placeOf({ indicator, definition }: IndicatorReview, { input, cell, scale, of }: RuleAnswer): Placed | null {
  if (of) return null;
  if (input.type === "yesNo" || input.type === "choice") return null;
  const from = cell ?? (input.type === "rate" && definition ? indicator.rateCell : null);
  if (!from || typeof from.raw !== "number" || from.date !== undefined) return null;
  // A rate that stands as 95 is read by a formula that divides it.
  const inPercent = !cell && from.raw > 2;
  return inPercent ? null : { input, at: from.at, scale: scale ?? null, now: from.raw };
}

/** A fine grid where one number decides, so that a step, a band or a cap that differs is met. */
const RATES = [0, 0.2, 0.31, 0.5, 0.555, 0.6, 0.605, 0.699, 0.7, 0.75, 0.8, 0.805, 0.85, 0.855, 0.9, 0.905, 0.95, 0.951, 0.955, 0.96, 0.98, 0.985, 0.99, 0.995, 1, 1.004, 1.01, 1.05, 1.1, 1.2, 1.31, 1.6]; // prettier-ignore

function rulePoints(row: IndicatorReview, placed: readonly Placed[]): readonly Point[] {
  const base = placed.map(({ now, input, scale }) => baseOf(input, now, scale));
  const target = row.rule?.rule.clauses.find((clause) => clause.kind === "target");
  const bounds = placed.findIndex(({ input }) => target?.kind === "target" && target.target.name === input.name);
  const moving = placed.map((_, i) => i).filter((i) => i !== bounds);
  const at = bounds < 0 ? null : (base[bounds] ?? 1);
  const points = moving.flatMap((i) =>
    RATES.map((rate): Point => base.map((value, j) => (j === i ? tidy((at ?? value) * rate) : value))),
  );
  return at === null ? points : [...points, ...points.map((point) => point.map((value) => tidy(value * 1.75)))];
}

/** One whole of what the input counts: a rate of 100 %, the number that stands there, ten events. */
function baseOf({ type }: RuleInput, now: number, scale: Exact | null): number {
  if (type === "rate") return scale ? 1 / toDouble(scale) : 1;
  if (type === "count") return 10;
  return now > 0 ? now : 100;
}

const tidy = (value: number): number => Number(value.toPrecision(9));

/** 分值 × 单项得分 ÷ 100, or × 得分系数. */
function byWeight({ itemScore, fullMark, markGroup, score }: Indicator, { reviewed }: ExpectationContext): Arithmetic | null {
  if (!itemScore || itemScore.merged || score?.merged || !fullMark || fullMark.embedded || markGroup !== undefined) return null;
  if (itemScore.stated?.asText === true || fullMark.asText) return null;
  const whole = toDouble(itemScale(reviewed.table));
  const product = `=${a1(fullMark.at)}*${a1(itemScore.at)}`;
  const marks = [toDouble(fullMark.number), 7];
  const points = marks.flatMap((mark) => [0, 0.37, 0.6, 0.85, 0.955, 1].map((share): Point => [mark, tidy(share * whole)]));
  return { formula: whole === 1 ? product : `${product}/${whole}`, alsoRight: [], cells: [fullMark.at, itemScore.at], points };
} // prettier-ignore

/** 分值 − 扣分, written with either sign. */
function byDeduction(indicator: Indicator): Arithmetic | null {
  const { deduction, fullMark, markGroup, score } = indicator;
  if (!deduction || deduction.merged || score?.merged || !fullMark || fullMark.embedded || markGroup !== undefined) return null;
  if (isExtraItem(indicator) || deduction.formula !== null || deduction.stated?.asText === true || fullMark.asText) return null;
  const sign = deduction.stated && deduction.stated.number.compare(0) < 0 ? -1 : 1;
  const mark = toDouble(fullMark.number);
  const points = [0, 0.1, 0.5, 0.75, 1].map((share): Point => [mark, tidy(sign * share * mark)]);
  const [from, off] = [a1(fullMark.at), a1(deduction.at)];
  return { formula: sign > 0 ? `=${from}-${off}` : `=${from}+${off}`, alsoRight: [], cells: [fullMark.at, deduction.at], points };
} // prettier-ignore

import type { Point } from "../../audit/tried-formula";
import type { JudgedCell } from "../../audit/judged-cell";
import { f } from "../../formula/build";
import { printFormula } from "../../formula/print";
import { HUNDREDTH, ONE, toDouble, type Exact } from "../../model/exact";
import { isExtraItem } from "../../model/named-indicators";
import type { Indicator, TableCell } from "../../model/scoring-table";
import type { FormulaAbsence, IndicatorReview } from "../../review.types";
import type { RuleInput } from "../../rules/rule-input";
import { subjectNodeForScore } from "../../rules/rounding";
import { ruleInputs } from "../../rules/score";
import { alignedTarget } from "../../targets/align";
import { impossibleActual } from "../../targets/impossible";
import { a1, placeKey, type CellPosition } from "../../workbook/address";
import { itemScale } from "../weighed-scores";
import { absent, isAbsent, type Due } from "./absence";
import { toleranceAt, type ExpectationContext } from "./context";
import { noNumbers } from "./rates";
import { ruleArithmetic, type Arithmetic } from "./rule-arithmetic";
import { constant, placeOf, timesFactor, type Place } from "./rule-places";

/** A score by the rule that judges it, by weight and item score, or by mark and deduction; the funding block's by its rate. */
export function scoreExpectation(cell: JudgedCell, context: ExpectationContext): Due {
  const { reviewed, owners } = context;
  const { sheet } = reviewed.table;
  const row = owners.scores.get(a1(cell.at));
  const due = ofScore(row, cell, context);
  if (isAbsent(due)) return due;
  const factor = row?.indicator.score?.factor;
  const scaled = factor ? inItsScale(due, factor) : due;
  return { at: { sheet, ...cell.at }, tolerance: toleranceAt(cell, context), orPercent: false, ...scaled };
}

/** What is due in marks, on the scale of a cell of percentages or of scores out of a hundred (SPEC R15). */
function inItsScale(due: Arithmetic, factor: Exact): Arithmetic {
  const divisor = printFormula(f.number(factor)).slice(1);
  const scaled = (formula: string): string => `=(${formula.slice(1)})/${divisor}`;
  return { ...due, formula: scaled(due.formula), alsoRight: due.alsoRight.map(scaled) };
}

function ofScore(row: IndicatorReview | null | undefined, cell: JudgedCell, context: ExpectationContext) {
  if (row === undefined) return ofFunding(cell, context);
  if (row === null) return absent("shared");
  const byItsRule = byRule(row, context);
  if (!isAbsent(byItsRule)) return byItsRule;
  return byWeight(row.indicator, context) ?? byDeduction(row.indicator, context) ?? byItsRule;
}

function byRule(row: IndicatorReview, context: ExpectationContext): Arithmetic | FormulaAbsence {
  const { rule, answers, recomputed, unreadStandard } = row;
  if (!rule) return absent(unreadStandard ? "unreadable" : "noRule");
  if (recomputed.status === "notJudged") return absent(NOT_JUDGED[recomputed.reason]);
  const applies = rule.rule.applicability?.input.name;
  const found = answers.map((answer): Place | FormulaAbsence => {
    const place = placeOf(row, answer, context);
    // A rule whose applicability nobody denied applies.
    return isAbsent(place) && answer.input.name === applies && !answer.number ? constant(answer.input, ONE) : place;
  });
  const due = ofPlaces(rule.rule, found, context);
  return isAbsent(due) ? due : { ...due, points: possiblePoints(row.indicator, due) };
}

/**
 * Of an actual value that can not be (SPEC C19), or that stands on no one scale with its target (C10), no score is made, so no
 * formula is held against the rule there.
 */
function possiblePoints(indicator: Indicator, { cells, points }: Arithmetic): readonly Point[] {
  const { actual, target } = indicator;
  const at = (cell: TableCell | null): number => cells.findIndex((one) => cell !== null && placeKey(one) === placeKey(cell.at));
  const [reached, aimed] = [at(actual), at(target)];
  if (!actual || reached < 0) return points;
  const isCompared = target !== null && alignedTarget(indicator) !== null;
  const possible = points.filter((point) => {
    const tried = {
      ...indicator,
      actual: { ...actual, raw: point[reached] ?? null },
      target: target && aimed >= 0 ? { ...target, raw: point[aimed] ?? null } : target,
    };
    return impossibleActual(tried) === null && !(isCompared && alignedTarget(tried) === null);
  });
  return possible.length > 0 ? possible : points;
} // prettier-ignore

const NOT_JUDGED = { noStandard: "noRule", unreadable: "unreadable", noFullMark: "noFullMark" } as const;

function ofPlaces(rule: NonNullable<IndicatorReview["rule"]>["rule"], found: readonly (Place | FormulaAbsence)[], { reviewed, settings }: ExpectationContext) {
  const absences = found.filter(isAbsent).sort((a, b) => rank(a) - rank(b));
  const places = found.filter((one): one is Place => !isAbsent(one));
  const [first] = absences;
  if (first) return absent(first.why, absences.filter(({ why }) => why === first.why).flatMap(({ about }) => about));
  // A rule that reads no cell gives the same score whatever happens.
  if (places.every(({ kind }) => kind === "constant")) return absent("missing", places.map(({ input }) => input.name));
  return ruleArithmetic(rule, places, reviewed.table.sheet, settings);
} // prettier-ignore

/** What a person decides is said first, and what names a cell before what does not. */
const rank = ({ why, about }: FormulaAbsence): number => (why === "judgement" ? 0 : about.length > 0 ? 1 : 2);

/** 执行率 × 分值 and whatever else judges the funding block: from its own rate, else from 执行数 and 预算数. */
function ofFunding(cell: JudgedCell, context: ExpectationContext): Arithmetic | FormulaAbsence {
  const { table, funding } = context.reviewed;
  const total = table.funding?.total;
  if (!funding || !total?.cells.score || placeKey(total.cells.score.at) !== placeKey(cell.at)) return absent("noRule");
  if (!funding.rule) return absent(funding.fullMark ? "noRule" : "noFullMark");
  const { rule } = funding.rule;
  const found = ruleInputs(rule).map((input) =>
    input.type === "rate" ? fundingRate(input, total.cells, context) : absent("missing", [input.name]),
  );
  return ofPlaces(rule, found, context);
}

type FundingCells = NonNullable<NonNullable<ExpectationContext["reviewed"]["table"]["funding"]>["total"]>["cells"];

/** No more is executed than there is. */
const EXECUTED = [1, 0, 0.31, 0.5, 0.6, 0.7, 0.75, 0.8, 0.855, 0.9, 0.95, 0.954, 0.98, 0.99];

function fundingRate(input: RuleInput, { rate, executed, budget }: FundingCells, { reviewed, settings }: ExpectationContext): Place | FormulaAbsence {
  const { sheet } = reviewed.table;
  const subject = (node: Parameters<typeof subjectNodeForScore>[0]) => subjectNodeForScore(node, settings, 2);
  // A typed rate is rounded; the rule goes by the amounts, where these are there.
  if (holdsNumber(executed) && holdsNumber(budget)) {
    const cells = [executed, budget].map(({ at }) => ({ sheet, ...at }));
    const points = EXECUTED.flatMap((share): Point[] => [[tidy(share * 80), 80], [tidy(share * 140), 140]]);
    return { kind: "rate", input, node: subject(f.divide(f.cell(executed.at), f.cell(budget.at))), cells, points, isOwn: true };
  }
  if (!holdsNumber(rate)) return noNumbers([executed, budget]) ?? absent("missing", [input.name]);
  // A rate that stands as 95 is read by a formula that divides it.
  const inPoints = rate.raw > 2;
  const points = EXECUTED.map((share): Point => [tidy(inPoints ? share * 100 : share)]);
  const node = subject(timesFactor(f.cell(rate.at), inPoints ? HUNDREDTH : ONE));
  return { kind: "rate", input, node, cells: [{ sheet, ...rate.at }], points, isOwn: true };
} // prettier-ignore

const holdsNumber = (cell: TableCell | undefined): cell is TableCell & { readonly raw: number } =>
  typeof cell?.raw === "number" && cell.date === undefined;

const tidy = (value: number): number => Number(value.toPrecision(9));

/** 分值 × 单项得分 ÷ 100, or × 得分系数. */
function byWeight({ itemScore, fullMark, markGroup, score }: Indicator, { reviewed }: ExpectationContext): Arithmetic | null {
  if (!itemScore || itemScore.merged || score?.merged || !fullMark || fullMark.embedded || markGroup !== undefined) return null;
  if (itemScore.stated?.asText === true || fullMark.asText) return null;
  const whole = toDouble(itemScale(reviewed.table));
  const product = `=${a1(fullMark.at)}*${a1(itemScore.at)}`;
  const marks = [toDouble(fullMark.number), 7];
  const points = marks.flatMap((mark) => [0, 0.37, 0.6, 0.85, 0.955, 1].map((share): Point => [mark, tidy(share * whole)]));
  return { formula: whole === 1 ? product : `${product}/${whole}`, alsoRight: [], cells: onSheet(reviewed.table.sheet, [fullMark.at, itemScore.at]), points };
} // prettier-ignore

/** 分值 − 扣分, written with either sign. */
function byDeduction(indicator: Indicator, { reviewed }: ExpectationContext): Arithmetic | null {
  const { deduction, fullMark, markGroup, score } = indicator;
  if (!deduction || deduction.merged || score?.merged || !fullMark || fullMark.embedded || markGroup !== undefined) return null;
  if (isExtraItem(indicator) || deduction.formula !== null || deduction.stated?.asText === true || fullMark.asText) return null;
  const sign = deduction.stated && deduction.stated.number.compare(0) < 0 ? -1 : 1;
  const mark = toDouble(fullMark.number);
  const points = [0, 0.1, 0.5, 0.75, 1].map((share): Point => [mark, tidy(sign * share * mark)]);
  const [from, off] = [a1(fullMark.at), a1(deduction.at)];
  return { formula: sign > 0 ? `=${from}-${off}` : `=${from}+${off}`, alsoRight: [], cells: onSheet(reviewed.table.sheet, [fullMark.at, deduction.at]), points };
} // prettier-ignore

const onSheet = (sheet: string, cells: readonly CellPosition[]): Arithmetic["cells"] =>
  cells.map((at) => ({ sheet, ...at }));

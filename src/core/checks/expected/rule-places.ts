import type { Point } from "../../audit/tried-formula";
import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { exactFromDouble, exactFromText, HUNDREDTH, ONE, type Exact } from "../../model/exact";
import { nameKey } from "../../model/text";
import type { FormulaAbsence, IndicatorReview, RuleAnswer } from "../../review.types";
import { subjectNodeForScore } from "../../rules/rounding";
import type { RuleInput } from "../../rules/rule-input";
import { a1, type CellAddress } from "../../workbook/address";
import { scalarText } from "../../workbook/cell-content";
import { absent } from "./absence";
import type { ExpectationContext } from "./context";
import { definitionArithmetic } from "./rates";
import { targetSides } from "../../rules/target-sides";

/** What a rule reads, as a formula in the table's sheet reads it. */
export type Place =
  | { readonly kind: "number"; readonly input: RuleInput; readonly node: FormulaNode; readonly at: CellAddress; readonly scale: Exact | null; readonly now: number; /** What stands behind the number in the cell: 人. */ readonly unit?: string }
  | { readonly kind: "constant"; readonly input: RuleInput; readonly node: FormulaNode; readonly number: Exact }
  | { readonly kind: "options"; readonly input: RuleInput; readonly at: CellAddress; readonly words: readonly (readonly string[])[] }
  | { readonly kind: "rate"; readonly input: RuleInput; readonly node: FormulaNode; readonly cells: readonly CellAddress[]; readonly points: readonly Point[]; readonly isOwn?: true }; // prettier-ignore

/** Where an answer of the rule stands, or why no formula can read it. */
export function placeOf(row: IndicatorReview, answer: RuleAnswer, context: ExpectationContext): Place | FormulaAbsence {
  const { input, cell, base } = answer;
  if (row.rule?.rule.clauses.some((clause) => clause.kind === "tiers" && clause.awarded?.name === input.name))
    return absent("judgement", [row.rule.rule.clauses.flatMap((clause) => (clause.kind === "tiers" ? [clause.choice.name] : []))[0] ?? input.name]); // prettier-ignore
  if (cell) return inCell(row, answer, cell, context);
  if (base) return inBase(answer, base);
  if (isOwnRate(row, answer)) return ownRate(row, input, context);
  return answer.number ? absent("given", [input.name]) : absent("missing", [input.name]);
}

/** Whether the answer is the rate that the indicator's definition gives. */
function isOwnRate({ definition, answers }: IndicatorReview, { input }: RuleAnswer): boolean {
  if (!definition || input.type !== "rate") return false;
  const rates = answers.filter((one) => one.input.type === "rate");
  return rates.length === 1 || nameKey(input.name) === nameKey(definition.definition.name);
}

function inCell(row: IndicatorReview, answer: RuleAnswer, cell: NonNullable<RuleAnswer["cell"]>, { reviewed }: ExpectationContext): Place | FormulaAbsence {
  const { input, number, of, words } = answer;
  const { sheet } = reviewed.table;
  const at = { sheet, ...cell.at };
  if (words) return { kind: "options", input, at, words: withSpelling(answer, words) };
  if (cell.date !== undefined) return absent("isDate", [a1(cell.at)]);
  // A printed target counts as soon as the actual value is there: what is wanting is that.
  if (typeof cell.raw === "string" && isTarget(row, input)) return number ? constant(input, number) : absent("missing");
  if (typeof cell.raw === "string") return inText(input, at, cell.raw, number) ?? absent("inWords", [`${a1(cell.at)}“${cell.raw}”`]);
  if (typeof cell.raw !== "number" || !number) return absent("missing", [`${input.name}（${a1(cell.at)}）`]);
  if (of) return shareOf(answer, cell, sheet);
  return { kind: "number", input, at, now: cell.raw, ...scaled(f.cell(cell.at), cell.raw, number) };
} // prettier-ignore

export const constant = (input: RuleInput, number: Exact): Place => ({
  kind: "constant",
  input,
  number,
  node: f.number(number),
});

/** What the cell holds, times what makes it the number that the rule reads: 96 beside a target of 95 %. */
function scaled(node: FormulaNode, raw: number, number: Exact): { readonly node: FormulaNode; readonly scale: Exact | null } {
  const factor = raw === 0 ? ONE : number.div(exactFromDouble(raw));
  return factor.equals(ONE) ? { node, scale: null } : { node: timesFactor(node, factor), scale: factor };
} // prettier-ignore

/** 2089人, 95%: a number with its unit behind it, which VALUE reads once the unit is taken off. */
function inText(input: RuleInput, at: CellAddress, text: string, number: Exact | null): Place | null {
  const [, digits, unit = ""] = /^(\d{1,15}(?:\.\d{1,12})?)([^\d.]*)$/.exec(text) ?? [];
  if (digits === undefined || !number || (unit.includes("%") && unit !== "%")) return null;
  const printed = exactFromText(digits);
  const own = printed && unit === "%" ? printed.mul(HUNDREDTH) : printed;
  if (!own || own.n === 0n || /[eE]/.test(unit)) return null;
  const cell = f.cell({ row: at.row, column: at.column });
  const bare = unit === "" || unit === "%" ? cell : f.call("SUBSTITUTE", cell, f.text(unit), f.blank);
  const factor = number.div(own);
  const node = f.call("VALUE", bare);
  const scale = unit === "%" ? factor.mul(HUNDREDTH) : factor;
  return { kind: "number", input, at, now: Number(digits), unit, scale: scale.equals(ONE) ? null : scale, node: timesFactor(node, factor) };
} // prettier-ignore

/** Hundredths as a person writes them. */
export function timesFactor(node: FormulaNode, factor: Exact): FormulaNode {
  if (factor.equals(ONE)) return node;
  return factor.compare(ONE) < 0 && factor.n === 1n ? f.divide(node, f.number(factor.inverse())) : f.multiply(node, f.number(factor));
} // prettier-ignore

function shareOf({ input, of }: RuleAnswer, cell: NonNullable<RuleAnswer["cell"]>, sheet: string): Place | FormulaAbsence {
  if (!of || typeof of.raw !== "number" || of.raw === 0 || typeof cell.raw !== "number")
    return absent("inWords", of ? [`${a1(of.at)}“${scalarText(of.raw)}”`] : [input.name]);
  const whole = of.raw;
  const cells = [cell.at, of.at].map((at) => ({ sheet, ...at }));
  const points = SHARES.flatMap((share): Point[] => [[share * whole, whole], [share * whole * 1.75, whole * 1.75]]);
  return { kind: "rate", input, node: f.divide(f.cell(cell.at), f.cell(of.at)), cells, points };
} // prettier-ignore

const SHARES = [0, 0.31, 0.5, 0.6, 0.7, 0.8, 0.855, 0.9, 0.95, 0.99, 1, 1.05, 1.31];

/** The rate's own column where it states one, else the quotient of the cells that its definition reads. */
function ownRate(row: IndicatorReview, input: RuleInput, context: ExpectationContext): Place | FormulaAbsence {
  const { indicator: { rateCell }, definition, rate } = row;
  const { settings, reviewed } = context;
  const subject = (node: FormulaNode): FormulaNode => subjectNodeForScore(node, settings, definition?.definition.percent ? 2 : null);
  const own = definitionArithmetic(row, context);
  // A typed rate is rounded; the rule goes by the numbers behind it, where these are there.
  const isBetter = rateCell?.formula != null || !own;
  if (rateCell && isBetter && typeof rateCell.raw === "number" && rateCell.date === undefined) {
    // A rate that stands as 95 is read by a formula that divides it.
    const scale = rateCell.raw > 2 ? HUNDREDTH : null;
    const node = timesFactor(f.cell(rateCell.at), scale ?? ONE);
    return { kind: "number", input, at: { sheet: reviewed.table.sheet, ...rateCell.at }, now: rateCell.raw, scale, node: subject(node) };
  }
  if (own) return { kind: "rate", input, node: subject(own.node), cells: own.cells, points: own.points };
  return absent("missing", rate.status === "notVerifiable" ? rate.missing : [definition?.definition.name ?? input.name]);
} // prettier-ignore

function inBase({ input }: RuleAnswer, { at, options }: NonNullable<RuleAnswer["base"]>): Place {
  if (options.length > 0) return { kind: "options", input, at, words: options.map((option) => [option]) };
  return { kind: "number", input, at, now: 1, scale: null, node: f.cell(at, { sheet: at.sheet }) };
}

/** 否 is no rank: of a yes or no the first counts 1, the second 0. */
export const optionNumber = ({ type }: RuleInput, index: number): number => (type === "yesNo" ? 1 - index : index + 1);

/** As a person spelled it counts as well. */
function withSpelling({ cell, number }: RuleAnswer, words: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const typed = typeof cell?.raw === "string" ? cell.raw : null;
  return words.map((names, index) => typed !== null && number?.equals(index + 1) && !names.includes(typed) ? [typed, ...names] : names);
} // prettier-ignore

const isTarget = ({ rule }: IndicatorReview, { name }: RuleInput): boolean =>
  rule?.rule.clauses.some((clause) => targetSides(clause)?.target.name === name) ?? false;

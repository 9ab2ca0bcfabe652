import { decimalText, exactText, percentText } from "../../core/model/exact";
import type { Quantity } from "../../core/model/quantity";
import type { Indicator, TableCell, TextCell } from "../../core/model/scoring-table";
import type { RuleAnswer } from "../../core/review.types";
import { a1 } from "../../core/workbook/address";
import { scalarText } from "../../core/workbook/cell-content";

/**
 * What the cells of an indicator's row say, as a person reads them: null where the table has no such column, "" where the
 * cell is blank. A number is plain decimal text, a percentage is in per cent, a date as its cell shows it (SPEC Y1).
 */
export function rowTexts(indicator: Indicator) {
  return {
    fullMark: indicator.fullMark && decimalText(indicator.fullMark.number, PLACES),
    score: cellText(indicator.score),
    standard: printed(indicator.standard),
    explanation: printed(indicator.explanation),
    description: printed(indicator.description),
    target: targetText(indicator),
    actual: cellText(indicator.actual),
    statedRate: cellText(indicator.rateCell),
    deduction: cellText(indicator.deduction ?? null),
    reason: cellText(indicator.reason),
    evidence: cellText(indicator.evidence),
    remark: cellText(indicator.remark),
    reviewScore: cellText(indicator.reviewScore),
    reviewOpinion: cellText(indicator.reviewOpinion),
  };
}

/** More decimals than a table prints, fewer than the noise of a double. */
const PLACES = 12;

const printed = (cell: TextCell | null): string | null => cell?.text ?? null;

/** ≥ 95 % may stand in three cells: sign, number and unit are one target. */
function targetText({ target, targetOperator, unit }: Indicator): string | null {
  if (!target) return null;
  return [targetOperator, target, unit].map((cell) => cellText(cell) ?? "").join("");
}

function cellText(cell: TableCell | null): string | null {
  if (!cell) return null;
  if (cell.picture) return "（图片）";
  if (cell.date !== undefined) return cell.date;
  if (cell.shown !== undefined) return cell.shown;
  const { raw, stated } = cell;
  if (typeof raw !== "number" || !stated) return scalarText(raw);
  return stated.percent ? percentText(stated.number, PLACES) : decimalText(stated.number, PLACES);
}

/** What was given to an indicator's rule and stands in none of the table's own cells: counts, choices, yes or no. */
export const answersJson = (answers: readonly RuleAnswer[]) =>
  answers
    .filter(({ cell, input }) => !cell && input.type !== "rate")
    .map(({ input, number }) => ({ name: input.name, value: number && exactText(number) }));

/** A quantity of the base data, its exact value where somebody gave it, and the indicators that use it. */
export const quantityJson = ({ key, name, unit, source, usedBy }: Quantity) => ({
  key,
  name,
  unit,
  value: source?.number ? exactText(source.number) : null,
  from: source?.from ?? null,
  cell: source && "at" in source ? { sheet: source.at.sheet, cell: a1(source.at) } : null,
  usedBy: usedBy.map(({ path }) => path),
});

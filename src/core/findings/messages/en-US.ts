import type { Messages, Where } from "./wording";
import { excerpt } from "./wording";

/** Messages in English: what, where, why, how to mend. */
export const enUS: Messages = {
  "no-table": ({ sheets }) =>
    `No scoring table was found (sheets read: ${listed(sheets)}). Check that the header names columns such as 三级指标, 分值 and 得分.`,
  "ambiguous-header": ({ readings }, where) =>
    `${at(where)}More than one column can be meant: ${readings.join("; ")}. None of them was used; rename them so that one is left.`,
  "duplicate-indicator": ({ name, cells }, where) =>
    `${at(where)}Indicator ${quoted(name)} stands ${cells.length} times under the same parent (${listed(cells)}). Merge the rows or delete one.`,
  "missing-indicator": ({ name }) =>
    `The common indicator ${quoted(name)} is missing. Add it, or say why it is left out.`,
  "unknown-indicator": ({ name }, where) =>
    `${at(where)}Indicator ${quoted(name)} is not in the framework and is treated as the unit's own. Correct the name if it is a slip.`,
  "repeated-level": ({ name, cells }, where) =>
    `${at(where)}${quoted(name)} is printed again after a page break (${listed(cells)}). It counts once; nothing to do.`,

  "score-column-missing": ({ column }, where) =>
    `${at(where)}The table has a column “${column}” but none for scores; no score was made up from it and the total can not be checked. Add a score column and fill it in.`,
  "deduction-mismatch": ({ name, deducted, fullMark, score }, where) =>
    `${at(where)}${quoted(name)}: full mark ${fullMark} less ${deducted} deducted is not the score ${score}. Check deduction and score.`,
  "review-column-chosen": ({ used, others }, where) =>
    `${at(where)}The table has several columns of review scores; “${used}” counts, ${others.map((each) => `“${each}”`).join(", ")} took no part.`,
  "score-missing": ({ name, fullMark }, where) =>
    `${at(where)}${quoted(name)} has no score${fullMark === null ? "" : ` (full mark ${fullMark})`}. Enter it, or note why it is not scored.`,
  "score-not-a-number": ({ name, text }, where) =>
    `${at(where)}The score of ${quoted(name)} is “${excerpt(text)}”, which is not a number and can not be totalled. Enter a number.`,
  "number-as-text": ({ text, number, column }, where) =>
    `${at(where)}“${excerpt(text)}” in column ${column} is a number typed as text, which SUM skips. Enter the number ${number}.`,
  "score-over-full": ({ name, score, fullMark }, where) =>
    `${at(where)}${quoted(name)} scores ${score}, more than its full mark ${fullMark}. Check both.`,
  "score-negative": ({ name, score }, where) =>
    `${at(where)}${quoted(name)} scores ${score}. A score can not be below 0.`,
  "score-precision": ({ name, score }, where) =>
    `${at(where)}The score ${score} of ${quoted(name)} has more than two decimals. Round it to two.`,
  "error-value": ({ error, formula }, where) =>
    `${at(where)}The cell shows ${error}${formula === null ? "" : ` (formula ${excerpt(formula)})`}, so totals can not be calculated. Correct the formula or what it refers to.`,
  "placeholder-row": ({ text }, where) =>
    `${at(where)}This row is a placeholder${text === "" ? " (blank)" : ` “${excerpt(text)}”`} and is not counted as an indicator. Delete it if it is not needed.`,

  "level-mark-mismatch": ({ name, stated, sum }, where) =>
    `${at(where)}${quoted(name)} states ${stated} marks, but the marks below it sum to ${sum}. Correct the mark, or look for a missing row.`,
  "full-mark-total": ({ stated, sum }, where) =>
    `${at(where)}The total of full marks is given as ${stated}, but the marks sum to ${sum}. Check the marks and the total.`,
  "total-mismatch": ({ stated, sum }, where) =>
    `${at(where)}The total is given as ${stated}, but the scores sum to ${sum}. Add them up again.`,
  "subtotal-mismatch": ({ name, stated, sum }, where) =>
    `${at(where)}The sub-total of ${quoted(name)} is given as ${stated}, but its scores sum to ${sum}. Add them up again.`,
  "grade-mismatch": ({ stated, expected, score }, where) =>
    `${at(where)}The grade is given as ${stated}, but a total of ${score} is ${expected} (优 from 90, 良 from 80, 中 from 60, 差 below). Correct the grade or the total.`,
  "budget-mark-outside-total": ({ indicators, funding, total }, where) =>
    `${at(where)}The indicators carry ${indicators} marks and budget execution another ${funding}: together more than the total of ${total}. Bring the execution mark within the total.`,
  "explained-by-rounding": ({ what, stated, computed }, where) =>
    `${at(where)}${what} is given as ${stated} and calculates to ${computed}. Rounding explains the difference; usually nothing to do.`,

  "input-missing": ({ name, missing, marks }, where) =>
    `${at(where)}${quoted(name)} can not be verified: ${missing.join(", ")} missing${marks === null ? "" : ` (${marks} marks)`}. Enter the data on the base-data sheet.`,
  "zero-base": ({ name, base }, where) =>
    `${at(where)}The base ${quoted(base)} of ${quoted(name)} is 0, so there is no rate (which is not a rate of 0). Check the figure, or note that it does not apply.`,
  "rate-mismatch": ({ name, stated, computed }, where) =>
    `${at(where)}${quoted(name)} is given as ${stated} but calculates to ${computed}. Check the rate and the figures behind it.`,
  "percent-scale": ({ name, value, suggested }, where) =>
    `${at(where)}${quoted(name)} is given as ${value}; percent and fraction seem mixed up, ${suggested} is expected. Check and correct it.`,
  "unit-scale": ({ name, value, compared, factor }, where) =>
    `${at(where)}${quoted(name)} is given as ${value}, about ${factor} times off ${compared}: units such as 元 and 万元 may be mixed. Use one unit.`,
  "parts-exceed-whole": ({ parts, whole, sum, total }, where) =>
    `${at(where)}${quoted(whole)} is ${total}, but its parts (${parts}) sum to ${sum}, more than the whole. Check the figures.`,
  "funding-total-mismatch": ({ column, stated, sum }, where) =>
    `${at(where)}The funding total in “${column}” is given as ${stated}, but its parts sum to ${sum}. Check the total and the parts.`,
  "execution-over-budget": ({ executed, budget }, where) =>
    `${at(where)}Executed ${executed} is more than the budget ${budget}. Check the figure, or record the budget adjustment.`,
  "text-number-available": ({ name, number, excerpt: words }, where) =>
    `${at(where)}${quoted(name)} is not filled in, but the unit's own text mentions ${number} (“${excerpt(words)}”). If that is right, enter it as base data.`,

  "score-mismatch": ({ name, stated, computed, explanation }, where) =>
    `${at(where)}${quoted(name)} is scored ${stated}, but the standard gives ${computed}: ${explanation.en}. Correct the score or say why.`,
  "score-outside-tier": ({ name, score, tier, low, high }, where) =>
    `${at(where)}${quoted(name)} is rated ${tier}, which allows ${low}–${high}, but it scores ${score}. Adjust the score or the rating.`,
  "target-met-but-deducted": ({ name, target, actual, score, fullMark }, where) =>
    `${at(where)}${quoted(name)} met its target (${excerpt(target)}, actual ${excerpt(actual)}) but scores only ${score} of ${fullMark}. Say why, or correct the score.`,
  "target-missed-but-full": ({ name, target, actual, score }, where) =>
    `${at(where)}${quoted(name)} missed its target (${excerpt(target)}, actual ${excerpt(actual)}) but has the full ${score} marks. Deduct accordingly, or correct the actual value.`,
  "over-fulfilment": ({ name, target, actual, completion }, where) =>
    `${at(where)}${quoted(name)} reached ${completion} of its target (${excerpt(target)}, actual ${excerpt(actual)}). Give the reason, and check whether the target was set too low.`,
  "target-not-comparable": ({ name, target, actual, why }, where) =>
    `${at(where)}The target “${excerpt(target)}” and the actual value “${excerpt(actual)}” of ${quoted(name)} can not be compared: ${why.en}. State the actual value in the target's terms and unit.`,
  "cap-exceeded": ({ what, score, cap, clause }, where) =>
    `${at(where)}${what} is ${score}, above the cap of ${cap} (${clause}). Apply the cap.`,
  "standard-unreadable": ({ name, text, reason }, where) =>
    `${at(where)}The standard of ${quoted(name)} could not be read (“${excerpt(text)}”): ${reason.en}. It is not judged; check the score by hand.`,
  "standard-inconsistent": ({ name, fault }, where) =>
    `${at(where)}The standard of ${quoted(name)} contradicts itself: ${fault.en}. Check its wording.`,

  "standard-altered": ({ name, official, found }, where) =>
    `${at(where)}The standard of ${quoted(name)} differs from the official one: “${excerpt(official)}” became “${excerpt(found)}”. Restore it.`,
  "mark-altered": ({ name, official, found }, where) =>
    `${at(where)}The official mark of ${quoted(name)} is ${official}; the table says ${found}. Restore it.`,
  "setting-differs": ({ setting, official, found }, where) =>
    `${at(where)}Setting “${setting}” is officially ${official} but ${found} in the workbook; the review uses the official value. Restore it or say why.`,
  "pack-unavailable": ({ pack }, where) =>
    `${at(where)}The sheet 规则 names the rule pack “${pack}”, which is not built in; nothing was scored by it. Name its file with --pack, or choose a built-in pack.`,

  "justification-missing": ({ name, deducted, noColumn, cause }, where) => {
    const fact = {
      deduction: `loses ${deducted} ${deducted === "1" ? "mark" : "marks"} without a reason`,
      target: "missed its target without a reason",
      execution: "has an execution rate below 90 % without a reason",
    }[cause];
    const mend = noColumn
      ? "The table has no reason column: add one and give the reason"
      : "Give the specific reason in the reason column";
    return `${at(where)}${quoted(name)} ${fact}. ${mend}.`;
  },
  "justification-placeholder": ({ name, text, deducted }, where) =>
    `${at(where)}The reason for ${quoted(name)}${lost(deducted)} is only “${excerpt(text)}”, which explains nothing. Give the specific reason.`,
  "justification-copied": ({ name, text, cells }, where) =>
    `${at(where)}The reason “${excerpt(text)}” of ${quoted(name)} is the same as for other deductions (${listed(cells)}). Give each its own reason.`,
  "justification-without-deduction": ({ name, text }, where) =>
    `${at(where)}${quoted(name)} has its full mark, yet a reason is given: “${excerpt(text)}”. Delete it, or correct the score.`,
  "justification-number-mismatch": ({ name, text, inText, inCell }, where) =>
    `${at(where)}The reason of ${quoted(name)} (“${excerpt(text)}”) says ${inText}; the table says ${inCell}. Make them agree.`,
  "evidence-missing": ({ name }, where) =>
    `${at(where)}${quoted(name)} has its full mark but no evidence. List the material that supports the score; where the table has no column for it, in 来源说明 of its rows in 基础数据.`,

  "formula-overwritten": ({ expected, found }, where) =>
    `${at(where)}The formula ${excerpt(expected)} was overwritten with ${excerpt(found)}. Restore it.`,
  "formula-differs": ({ expected, found }, where) =>
    `${at(where)}The formula should be ${excerpt(expected)} but is ${excerpt(found)}. Check and correct it.`,
  "range-too-short": ({ formula, covers, needs }, where) =>
    `${at(where)}${excerpt(formula)} covers only ${covers}; it should cover ${needs}. Extend the range.`,
  "hard-coded-constant": ({ formula, constant }, where) =>
    `${at(where)}${excerpt(formula)} contains the typed number ${constant}, which does not follow the data. Refer to a cell.`,
  "stale-value": ({ formula, stored, calculated }, where) =>
    `${at(where)}${excerpt(formula)} shows ${stored} but calculates to ${calculated}. Recalculate (F9) and save.`,
  "text-skipped-by-sum": ({ formula, cells }, where) =>
    `${at(where)}${excerpt(formula)} skips numbers typed as text (${listed(cells)}). Turn them into numbers.`,
  "double-counted": ({ formula, cells }, where) =>
    `${at(where)}${excerpt(formula)} counts ${listed(cells)} twice. Remove the repetition.`,
  "inconsistent-formula": ({ formula, neighbours }, where) =>
    `${at(where)}${excerpt(formula)} differs from its neighbours (${excerpt(neighbours)}). Check it.`,
  "empty-reference": ({ formula, cells }, where) =>
    `${at(where)}${excerpt(formula)} refers to empty cells ${listed(cells)}. Fill them in or correct the reference.`,
  "merged-reference": ({ formula, cells }, where) =>
    `${at(where)}${excerpt(formula)} refers to the empty part of merged cells (${listed(cells)}). Refer to the top-left cell.`,
  "external-link": ({ formula, target }, where) =>
    `${at(where)}${excerpt(formula)} refers to another file, ${excerpt(target)}, which others can not see. Bring the data into this workbook.`,
  "circular-reference": ({ cells }, where) =>
    `${at(where)}Formulas refer to each other in a circle (${listed(cells)}), so their results can not be trusted. Break the circle.`,
  "manual-calculation": () =>
    "The workbook is set to manual calculation, so what it shows may be out of date. Set it to automatic and save.",
  "hidden-cells": ({ what }, where) =>
    `${at(where)}Hidden content takes part in the calculation: ${what}. Unhide and check it.`,

  "rule-crashed": ({ where: check, message }) =>
    `The check “${check}” failed (${excerpt(message)}) and was left out; all others were made. Please send this file to the maintainers.`,
  "not-recalculated": ({ formula, reason }, where) =>
    `${at(where)}${excerpt(formula)} could not be recalculated: ${reason}. Check this value by hand.`,
  "validation-kept": ({ range }, where) =>
    `${at(where)}${range} already has data validation; it was kept and none was added.`,
};

const quoted = (name: string): string => `“${name}”`;
const at = (where: Where): string => (where.cell === null ? "" : `${where.cell}: `);
const lost = (deducted: string): string => (deducted === "0" ? "" : ` (${deducted} off)`);

/** Names up to five, the rest counted. */
const listed = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", ");

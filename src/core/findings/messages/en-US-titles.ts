import type { CodeTexts } from "./wording";

/** Headings and help per code, in English. */
export const enTitles: CodeTexts = {
  "no-table": { title: "No scoring table", help: "The workbook holds no scoring table that could be recognised." },
  "ambiguous-header": {
    title: "Ambiguous header",
    help: "The header has several equally good readings; none is chosen silently.",
  },
  "duplicate-indicator": {
    title: "Duplicate indicator",
    help: "The same indicator under the same parent would be scored twice.",
  },
  "missing-indicator": {
    title: "Common indicator missing",
    help: "An indicator of the framework does not occur in the table.",
  },
  "unknown-indicator": { title: "Indicator of the unit's own", help: "The indicator is not in the framework." },
  "repeated-level": {
    title: "Level repeated after a page break",
    help: "A parent printed again after a page break counts once.",
  },
  "score-column-missing": { title: "No score column", help: "Deductions alone are not turned into scores." },
  "deduction-mismatch": { title: "Deduction and score disagree", help: "Full mark less deduction is the score." },
  "review-column-chosen": {
    title: "Several review columns",
    help: "Where several bodies reviewed, the last one counts.",
  },
  "score-missing": { title: "Score missing", help: "A blank score leaves the total incomplete." },
  "score-not-a-number": { title: "Score is not a number", help: "Text in a score column can not be totalled." },
  "number-as-text": { title: "Number typed as text", help: "It looks like a number, but SUM and its like skip it." },
  "score-over-full": { title: "Score above full mark", help: "No score may exceed the full mark." },
  "score-negative": { title: "Negative score", help: "Deductions end at 0." },
  "score-precision": { title: "Too many decimals", help: "Scores carry two decimals at most." },
  "error-value": {
    title: "Error value",
    help: "A cell shows #DIV/0!, #REF! or the like; totals that depend on it are unusable.",
  },
  "placeholder-row": { title: "Placeholder row", help: "An empty indicator row is not counted." },
  "level-mark-mismatch": {
    title: "Level mark differs from its parts",
    help: "A level's mark must equal the sum of the marks below it; a difference is a slip or a missing row.",
  },
  "full-mark-total": { title: "Total of full marks differs", help: "The marks must sum to the stated total." },
  "total-mismatch": { title: "Total score differs", help: "The total must equal the sum of the scores." },
  "subtotal-mismatch": { title: "Sub-total differs", help: "A sub-total must equal the sum of its scores." },
  "grade-mismatch": {
    title: "Grade does not match the total",
    help: "优 from 90, 良 from 80, 中 from 60, 差 below; on the unrounded total.",
  },
  "budget-mark-outside-total": {
    title: "Execution mark outside the total",
    help: "Indicator marks and the execution mark together must not exceed the total.",
  },
  "explained-by-rounding": {
    title: "Explained by rounding",
    help: "The difference lies within what the printed decimals leave open.",
  },
  "input-missing": { title: "Data missing", help: "A rate can not be verified without its inputs." },
  "zero-base": { title: "Zero base", help: "A zero base gives no rate." },
  "rate-mismatch": { title: "Rate differs", help: "The stated rate is not what the figures give." },
  "percent-scale": { title: "Percent and fraction mixed up", help: "For instance 95 where 0.95 is meant." },
  "unit-scale": { title: "Units may be mixed", help: "Figures about 10,000 times apart suggest 元 against 万元." },
  "parts-exceed-whole": {
    title: "Parts exceed the whole",
    help: "The items listed under a figure must not sum to more than it.",
  },
  "funding-total-mismatch": {
    title: "Funding total differs from its parts",
    help: "The annual funding total must equal the sum of its parts.",
  },
  "execution-over-budget": {
    title: "Execution above budget",
    help: "Money executed should not exceed the annual budget.",
  },
  "text-number-available": {
    title: "Number found in text",
    help: "The unit's own text holds a number that may be wanted; a person confirms it.",
  },
  "score-mismatch": { title: "Score differs from the standard", help: "The standard and the data give another score." },
  "score-outside-tier": {
    title: "Score outside its tier",
    help: "A tiered score must lie within the range of its tier.",
  },
  "target-met-but-deducted": {
    title: "Target met but marks deducted",
    help: "A target that is met usually earns the full mark; a deduction needs grounds.",
  },
  "target-missed-but-full": {
    title: "Target missed but full mark",
    help: "A target that is missed can not earn the full mark.",
  },
  "over-fulfilment": {
    title: "Target far exceeded",
    help: "A result far above the target, unexplained, suggests that the target was set too low.",
  },
  "target-not-comparable": {
    title: "Target and actual not comparable",
    help: "A quantified target needs an actual number in the same terms and unit.",
  },
  "cap-exceeded": { title: "Cap exceeded", help: "The regulations limit the score." },
  "standard-unreadable": {
    title: "Standard not understood",
    help: "The printed standard could not be read, so nothing is judged by it.",
  },
  "standard-inconsistent": {
    title: "Standard contradicts itself",
    help: "Overlapping bands, a zero step and the like.",
  },
  "standard-altered": {
    title: "Standard altered",
    help: "The standard in the table differs from the official template.",
  },
  "mark-altered": { title: "Mark altered", help: "The mark in the table differs from the official template." },
  "setting-differs": {
    title: "Setting differs",
    help: "The workbook's setting differs from the official one, which is used.",
  },
  "pack-unavailable": {
    title: "Rule pack not available",
    help: "The pack that the workbook names is not built in; name its file.",
  },
  "justification-missing": {
    title: "Deduction without a reason",
    help: "Every lost mark, missed target or execution rate below 90 % needs a specific reason.",
  },
  "justification-placeholder": { title: "Reason is a placeholder", help: "无, /, 0 or 同上 is no reason." },
  "justification-copied": {
    title: "Reason copied",
    help: "Several deductions share one text, which explains none of them.",
  },
  "justification-without-deduction": {
    title: "Reason without deduction",
    help: "A full mark needs no reason for a deduction.",
  },
  "justification-number-mismatch": {
    title: "Number in the reason contradicts the table",
    help: "A deduction, score or rate named in the reason differs from the cell.",
  },
  "evidence-missing": {
    title: "Evidence missing",
    help: "Where table, pack or points ask for evidence, a full mark needs it.",
  },
  "formula-overwritten": { title: "Formula overwritten", help: "A formula was replaced by a fixed value." },
  "formula-differs": { title: "Formula differs from the rule", help: "The formula is not what the rule requires." },
  "range-too-short": { title: "Range too short", help: "The sum leaves out rows that count." },
  "hard-coded-constant": { title: "Number typed into a formula", help: "A typed number does not follow the data." },
  "stale-value": { title: "Value out of date", help: "The stored result differs from the recalculated one." },
  "text-skipped-by-sum": { title: "SUM skips text", help: "SUM leaves out numbers typed as text." },
  "double-counted": { title: "Counted twice", help: "The same cell is summed twice." },
  "inconsistent-formula": { title: "Inconsistent formula", help: "One row's formula differs from its neighbours." },
  "empty-reference": { title: "Reference to an empty cell", help: "The formula refers to cells without content." },
  "merged-reference": {
    title: "Reference into a merged area",
    help: "Only the top-left cell of a merged area has content.",
  },
  "external-link": { title: "External link", help: "The other file does not travel with this workbook." },
  "circular-reference": { title: "Circular reference", help: "Formulas in a circle have no reliable result." },
  "manual-calculation": { title: "Manual calculation", help: "What is shown may be out of date." },
  "hidden-cells": {
    title: "Hidden content",
    help: "Hidden rows, columns or sheets still take part in the calculation.",
  },
  "rule-crashed": { title: "Check not completed", help: "One check failed; the others are not affected." },
  "not-recalculated": {
    title: "Formula not recalculated",
    help: "It uses a function that is not supported; its value was not verified.",
  },
  "validation-kept": { title: "Existing validation kept", help: "The unit's own data validation is left as it is." },
};

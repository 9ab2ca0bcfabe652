import { decimalText } from "../model/exact";
import type { TypedAnswer } from "../findings/kinds/rates";
import type { ScoringTable } from "../model/scoring-table";
import { answerNumber, inputOptions, inputRow, meantOption } from "../ours/base-answers";
import { readOurs } from "../ours/read-ours";
import { a1 } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { cellText } from "./figures";
import { findingAt } from "../findings/finding-at";
import { nameOf } from "../model/path";
import type { IndicatorReview } from "../review.types";
import type { Check } from "./context";

/** What a rule asks and nobody has answered, indicator by indicator: until then the score is not recomputed (SPEC Z7). */
export const missingAnswers: Check = ({ book, tables }) =>
  tables.flatMap(({ table, indicators }) =>
    indicators.flatMap((reviewed) => {
      const questions = questionsOf(reviewed);
      if (questions.length === 0) return [];
      const { path, nameAt, score, fullMark } = reviewed.indicator;
      const marks = fullMark ? decimalText(fullMark.number, 6) : null;
      const data = { name: nameOf(path), questions, marks, typed: typedAnswers(book, table, reviewed, questions) };
      return [findingAt("answer-missing", table, score?.at ?? nameAt, { path, data, group: "answer-missing" })];
    }),
  );

/** What was typed in 基础数据 and is none of the options: 是 with a wide blank, √, 已完成; with the option that is surely meant (SPEC C46). */
function typedAnswers(
  book: WorkbookSnapshot,
  { sheet }: ScoringTable,
  { indicator, answers }: IndicatorReview,
  questions: readonly string[],
): readonly TypedAnswer[] {
  const { base } = readOurs(book);
  return answers.flatMap(({ input }): readonly TypedAnswer[] => {
    const row =
      base && base !== "unreadable" && questions.includes(input.name)
        ? inputRow(base, indicator.path, input, sheet)
        : null;
    const options = inputOptions(input);
    if (!row || options.length === 0 || row.value === null || row.value === "" || answerNumber(row, input)) return [];
    const text = cellText(row.value);
    return [{ cell: a1(row.valueAt), text, options, meant: meantOption(text, options) }];
  });
}

/** Numbers that a rate lacks are said there; a blank target or actual value is the table's own to fill in. */
function questionsOf({ rate, recomputed, answers }: IndicatorReview): readonly string[] {
  if (recomputed.status !== "notVerifiable") return [];
  const said = new Set(rate.status === "notVerifiable" ? rate.missing : []);
  const inTable = new Set(answers.flatMap(({ input, cell }) => (cell ? [input.name] : [])));
  return recomputed.missing.filter((name) => !said.has(name) && !inTable.has(name));
}

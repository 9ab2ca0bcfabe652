import { decimalText } from "../model/exact";
import { findingAt } from "../findings/finding-at";
import { nameOf } from "../model/path";
import type { IndicatorReview } from "../review.types";
import type { Check } from "./context";

/** What a rule asks and nobody has answered, indicator by indicator: until then the score is not recomputed (SPEC Z7). */
export const missingAnswers: Check = ({ tables }) =>
  tables.flatMap(({ table, indicators }) =>
    indicators.flatMap((reviewed) => {
      const questions = questionsOf(reviewed);
      if (questions.length === 0) return [];
      const { path, nameAt, score, fullMark } = reviewed.indicator;
      const marks = fullMark ? decimalText(fullMark.number, 6) : null;
      const data = {
        name: nameOf(path),
        questions,
        marks,
        typed: reviewed.answers.flatMap(({ number, typed }) => (typed && number === null ? typed : [])),
      };
      return [findingAt("answer-missing", table, score?.at ?? nameAt, { path, data, group: "answer-missing" })];
    }),
  );

/** Numbers that a rate lacks, and those that can not be, are said there; a blank target or actual value is the table's own to fill in. */
function questionsOf({ rate, recomputed, answers }: IndicatorReview): readonly string[] {
  if (recomputed.status !== "notVerifiable") return [];
  const said = new Set(
    rate.status === "notVerifiable" ? rate.missing : rate.status === "computed" ? (rate.impossible ?? []) : [],
  );
  const inTable = new Set(answers.flatMap(({ input, cell }) => (cell ? [input.name] : [])));
  return recomputed.missing.filter((name) => !said.has(name) && !inTable.has(name));
}

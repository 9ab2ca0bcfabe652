import { readFile } from "node:fs/promises";
import { ratio } from "../../src/core/model/exact";
import { planReview } from "../../src/core/plan/plan-review";
import { NO_OPTIONS, review, type ReviewOptions } from "../../src/core/review";
import { evaluateRule } from "../../src/core/rules/score";
import { known } from "../../src/core/model/value";
import type { RuleAnswer } from "../../src/core/review.types";
import type { RuleAnswers } from "../../src/core/rules/rule";
import { madeTable } from "./made-table";
import { timeLine, timing, type Line } from "./measure";
import { readBytes } from "./read-bytes";

const REFERENCE = "test/workbooks/heshan-2021-self-evaluation.xlsx";
const REFERENCE_OPTIONS: ReviewOptions = {
  ...NO_OPTIONS,
  inputs: new Map([
    ["在职人员数", ratio(69)],
    ["编制数", ratio(77)],
  ]),
};

/** The reference table, start to finish and step by step. */
export async function benchReference(): Promise<Line[]> {
  return benchTable("reference table", await readFile(REFERENCE), REFERENCE_OPTIONS);
}

/** Many units' tables of one form in one workbook. */
export async function benchForms(sheets: number, count: number): Promise<Line[]> {
  const { bytes, options } = await madeTable(count, sheets);
  return benchTable(`${sheets} sheets of ${count} indicators`, bytes, options, sheets * count);
}

/** A generated table, with the cost of one indicator. */
export async function benchGenerated(count: number): Promise<Line[]> {
  const { bytes, options } = await madeTable(count);
  const lines = await benchTable(`${count} indicators`, bytes, options, count);
  const { tables, settings } = review(await readBytes(bytes), options);
  const scored = tables.flatMap(({ indicators }) =>
    indicators.flatMap(({ rule, answers }) => (rule ? [[rule.rule, knownAnswers(answers)] as const] : [])),
  );
  if (scored.length !== count) throw new Error(`${scored.length} of ${count} indicators have a rule`);
  const score = () => scored.map(([rule, answers]) => evaluateRule(rule, answers, settings));
  return [...lines, timeLine(`score ${count} indicators`, await timing(score), count)];
}

const knownAnswers = (answers: readonly RuleAnswer[]): RuleAnswers =>
  new Map(answers.flatMap(({ input, number }) => (number ? [[input.name, known(number)] as const] : [])));

async function benchTable(what: string, bytes: Uint8Array, options: ReviewOptions, size?: number): Promise<Line[]> {
  const book = await readBytes(bytes);
  const reviewed = review(book, options);
  const found = reviewed.tables.reduce((sum, { indicators }) => sum + indicators.length, 0);
  if (size !== undefined && found !== size) throw new Error(`${what}: ${found} indicators were read`);
  const steps = {
    read: () => readBytes(bytes),
    check: () => review(book, options),
    plan: () => planReview(book, reviewed, { lang: "zh" }),
  };
  const lines: Line[] = [];
  for (const [step, action] of Object.entries(steps)) {
    lines.push(timeLine(`${step} ${what}`, await timing(action), size));
  }
  return lines;
}

import { nameKey } from "../model/text";
import { ZERO, type Exact } from "../model/exact";
import type { Indicator, TableCell } from "../model/scoring-table";
import { known, notVerifiable } from "../model/value";
import type { BaseSheet } from "../ours/base-sheet";
import type { RuleAnswer } from "../review.types";
import { subjectForScore } from "../rules/rounding";
import type { RuleAnswers } from "../rules/rule";
import { ruleInputs } from "../rules/score";
import { targetSides } from "../rules/target-sides";
import { DUE, LATE, tierOf } from "../sources/target-rule";
import { alignedTarget } from "../targets/align";
import { inTime } from "../targets/date";
import { impossibleActual } from "../targets/impossible";
import { readActual, readTarget } from "../targets/read";
import { answerNumber, inputLabel, inputOptions, inputRow, meantOption } from "../ours/base-answers";
import { a1 } from "../workbook/address";
import { scalarText } from "../workbook/cell-content";
import type { RuleInput } from "../rules/rule-input";
import { completionOfTarget } from "./completion-answer";
import { saidElsewhere, type SaidWords } from "./said-words";
import { unanswered, type Found, type Subject } from "./found-answer";

/** What a rule's inputs can be answered from, strongest first (SPEC Q2, V8). */
export interface AnswerSources {
  /** Numbers given with --inputs, by nameKey. */
  readonly inputs: ReadonlyMap<string, Exact>;
  /** Our sheet 基础数据, where there is one. */
  readonly base: BaseSheet | null;
  /** The sheet of the table: two tables may ask the same. */
  readonly sheet: string;
  /** What the unit's own base data say in words. */
  readonly said?: SaidWords;
}

export interface Answered {
  readonly answers: readonly RuleAnswer[];
  readonly values: RuleAnswers;
  /** Keys of `inputs` that answered something. */
  readonly used: readonly string[];
}

/**
 * Answers what a rule asks: the indicator's own rate, target and actual value from their cells, everything else from
 * --inputs or 基础数据. What nobody gave is named, never assumed (SPEC N5).
 */
export function answerInputs(subject: Subject, sources: AnswerSources): Answered {
  const inputs = ruleInputs(subject.rule);
  const cells = tableCells(subject);
  const refused = impossibleActual(subject.indicator) ? subject.indicator.actual : null;
  const found = inputs.map((input) => ({
    input,
    ...unlessIn(
      refused,
      input,
      cells.stated.get(input.name) ??
        statedForRate(subject, inputs, input) ??
        indicatorRate(subject, inputs, input) ??
        givenAnswer(subject, input, sources) ??
        completionOfTarget(subject, input) ??
        actualAsRate(subject, inputs, input) ??
        cells.blank.get(input.name) ??
        unanswered([askedName(subject, inputs, input)]),
    ),
  }));
  return {
    answers: found.map(({ input, value, reference, cell, scale, of, words, base }) => ({
      input,
      number: value.state === "known" ? value.number : null,
      reference,
      cell: cell ?? null,
      ...(scale ? { scale } : {}),
      ...(of ? { of } : {}),
      ...(words ? { words } : {}),
      ...(base ? { base } : {}),
      ...typedAnswer(subject, sources, input),
    })),
    values: new Map(found.map(({ input, value }) => [input.name, value])),
    used: found.flatMap(({ used }) => used ?? []),
  };
}

/** No score is made of an actual value that can not be (SPEC C19). */
const unlessIn = (refused: TableCell | null, input: RuleInput, found: Found): Found =>
  refused !== null && found.cell === refused ? { ...found, value: notVerifiable([input.name]) } : found;

/** What a person typed in 基础数据 that is none of the options, with the one that is surely meant (SPEC C46). */
function typedAnswer({ indicator }: Subject, { base, sheet, said = new Map() }: AnswerSources, input: RuleInput): Pick<RuleAnswer, "typed"> {
  const options = inputOptions(input);
  const row = base && options.length > 0 ? inputRow(base, indicator.path, input, sheet) : null;
  if (row?.value == null || row.value === "") return saidElsewhere(indicator, said, input, options);
  if (answerNumber(row, input)) return {};
  const text = scalarText(row.value);
  return { typed: { cell: a1(row.valueAt), text, options, meant: meantOption(text, options) } };
} // prettier-ignore

/** The rate a definition gives: for the only rate that the rule reads, or for the one of the definition's name. */
function indicatorRate(
  { definition, rate, settings }: Subject,
  inputs: readonly RuleInput[],
  input: RuleInput,
): Found | null {
  if (definition === null || input.type !== "rate") return null;
  const only = inputs.filter(({ type }) => type === "rate").length === 1;
  if (!only && nameKey(input.name) !== nameKey(definition.definition.name)) return null;
  const printed = definition.definition.percent ? 2 : null;
  switch (rate.status) {
    case "computed":
      if (rate.impossible) return unanswered(rate.impossible);
      return { value: known(subjectForScore(rate.number, settings, printed)), reference: null };
    case "notVerifiable":
      return unanswered(rate.missing);
    case "notApplicable":
    case "none":
      return unanswered([definition.definition.name]);
  }
}

/**
 * A rate that the table only names (预算执行率 among the indicators) and whose quantities are not all there: where a pack
 * gave the definition, the actual value of its own row is what the unit says it is (SPEC M21). A printed definition is the
 * table's own, and asks for its numbers.
 */
function statedForRate(subject: Subject, inputs: readonly RuleInput[], input: RuleInput): Found | null {
  const { definition, rate } = subject;
  if (definition === null || rate.status !== "notVerifiable" || input.type !== "rate") return null;
  if (definition.source !== "pack" && definition.source !== "workbook") return null;
  return actualAsRate(subject, inputs, input);
}

/** Numbers given on the command line win over what stands in 基础数据. */
function givenAnswer(subject: Subject, input: RuleInput, { inputs, base, sheet }: AnswerSources): Found | null {
  const { path } = subject.indicator;
  const row = base && inputRow(base, path, input, sheet);
  const reference = row ? row.name : null;
  for (const label of [inputLabel(path, input), input.name, path.at(-1) ?? ""]) {
    const key = nameKey(label);
    const number = inputs.get(key);
    // The indicator's bare name stands for its rate, not for one of several questions.
    if (number && (label !== path.at(-1) || input.type === "rate"))
      return { value: known(number), reference, used: key };
  }
  const number = row && answerNumber(row, input);
  return number ? { value: known(number), reference, base: { at: row.valueAt, options: inputOptions(input) } } : null;
}

/** A printed standard beside 实际完成值: the value the rule asks for is the one that was reached. */
function actualAsRate({ indicator }: Subject, inputs: readonly RuleInput[], input: RuleInput): Found | null {
  const numeric = inputs.filter(({ type }) => type === "rate" || type === "amount");
  if (numeric.length !== 1 || numeric[0]?.name !== input.name || !indicator.actual) return null;
  const actual = readActual(indicator);
  if (actual.kind !== "number" || actual.operator !== null) return null;
  if (input.type === "rate" && actual.unit?.dimension === "percent") {
    const fraction = actual.number.mul(actual.unit.factor);
    return { value: known(fraction), reference: null, cell: indicator.actual, scale: actual.unit.factor };
  }
  const plausibleFraction =
    input.type === "amount" || (actual.number.compare(0) >= 0 && actual.number.compare(1.5) <= 0);
  return plausibleFraction ? { value: known(actual.number), reference: null, cell: indicator.actual } : null;
}

/** What the table's own cells answer, and which of its blank cells will once they are filled. */
interface CellAnswers {
  readonly stated: ReadonlyMap<string, Found>;
  readonly blank: ReadonlyMap<string, Found>;
}

/** Target and actual value on one scale, the tier that the actual words name, the typed score: from the table's own cells. */
function tableCells(subject: Subject): CellAnswers {
  const { indicator, rule, tiers } = subject;
  const stated = new Map<string, Found>();
  const blank = new Map<string, Found>();
  for (const clause of rule.clauses) {
    if (clause.kind === "target" && clause.target.name === DUE.name) {
      stated.set(DUE.name, inCell(DUE, indicator.target, ZERO));
      if (doneInTime(indicator)) stated.set(LATE.name, inCell(LATE, indicator.actual, ZERO));
    } else {
      const sides = targetSides(clause);
      const pair = sides && alignedTarget(indicator);
      if (sides)
        for (const side of ["target", "actual"] as const)
          stated.set(sides[side].name, inCell(sides[side], indicator[side], pair?.[side] ?? null));
    }
    if (clause.kind === "tiers" && tiers) {
      const { actual } = indicator;
      const rank = tierOf(indicator, tiers);
      const words = tiers.levels.map(({ names }) => names);
      if (rank) stated.set(clause.choice.name, { ...inCell(clause.choice, actual, rank), words });
      else if (actual?.raw === null) blank.set(clause.choice.name, { ...inCell(clause.choice, actual, null), words });
      if (clause.awarded) {
        const score = indicator.score?.stated?.number ?? null;
        stated.set(clause.awarded.name, inCell(clause.awarded, indicator.score, score));
      }
    }
  }
  return { stated, blank };
}

/** How late a late date is, the texts often leave open: it is asked. */
function doneInTime(indicator: Indicator): boolean {
  const [due, done] = [readTarget(indicator), readActual(indicator)];
  return due.kind === "date" && done.kind === "date" && inTime(due, done) === true;
}

const inCell = (input: RuleInput, cell: TableCell | null, number: Exact | null): Found => ({
  value: number ? known(number) : notVerifiable([input.name]),
  reference: null,
  cell,
});

/** What to call a missing answer: the rate by its indicator's name, a question by its own words. */
function askedName({ indicator }: Subject, inputs: readonly RuleInput[], input: RuleInput): string {
  const onlyRate = input.type === "rate" && inputs.filter(({ type }) => type === "rate").length === 1;
  return onlyRate ? (indicator.path.at(-1) ?? input.name) : input.name;
}

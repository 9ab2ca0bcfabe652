import { nameKey } from "../model/text";
import { HUNDREDTH, ONE, ratio, ZERO, type Exact } from "../model/exact";
import type { Indicator, TableCell } from "../model/scoring-table";
import { known, notVerifiable, type Value } from "../model/value";
import { type BaseSheet } from "../ours/base-sheet";
import type { RateResult, RuleAnswer } from "../review.types";
import { subjectForScore } from "../rules/rounding";
import type { Rule, RuleAnswers, SourcedDefinition } from "../rules/rule";
import { ruleInputs } from "../rules/score";
import type { ResolvedIndicator } from "../sources/resolve";
import { DUE, LATE, tierOf } from "../sources/target-rule";
import { alignedTarget } from "../targets/align";
import { inTime } from "../targets/date";
import { isCounted, rateOfTarget } from "../targets/rate-of-target";
import { readActual, readTarget, type NumberReading } from "../targets/read";
import { answerNumber, inputLabel, inputOptions, inputRow, meantOption } from "../ours/base-answers";
import { a1 } from "../workbook/address";
import { scalarText } from "../workbook/cell-content";
import type { RuleInput } from "../rules/rule-input";
import type { Settings } from "../rules/setting-types";

/** What a rule's inputs can be answered from, strongest first (SPEC Q2, V8). */
export interface AnswerSources {
  /** Numbers given with --inputs, by nameKey. */
  readonly inputs: ReadonlyMap<string, Exact>;
  /** Our sheet 基础数据, where there is one. */
  readonly base: BaseSheet | null;
  /** The sheet of the table: two tables may ask the same. */
  readonly sheet: string;
}

export interface Answered {
  readonly answers: readonly RuleAnswer[];
  readonly values: RuleAnswers;
  /** Keys of `inputs` that answered something. */
  readonly used: readonly string[];
}

interface Subject {
  readonly indicator: Indicator;
  readonly definition: SourcedDefinition | null;
  readonly rate: RateResult;
  readonly rule: Rule;
  /** The printed text or the pack's clause. */
  readonly text: string;
  readonly tiers: ResolvedIndicator["tiers"];
  readonly settings: Settings;
}

/** One answer: its value, and the cell or name by which a formula reads it. */
interface Found {
  readonly value: Value;
  readonly reference: string | null;
  /** The table's cell it was read from. */
  readonly cell?: TableCell | null;
  readonly scale?: Exact;
  readonly of?: TableCell;
  readonly words?: readonly (readonly string[])[];
  readonly used?: string;
}

/**
 * Answers what a rule asks: the indicator's own rate, target and actual value from their cells, everything else from
 * --inputs or 基础数据. What nobody gave is named, never assumed (SPEC N5).
 */
export function answerInputs(subject: Subject, sources: AnswerSources): Answered {
  const inputs = ruleInputs(subject.rule);
  const cells = tableCells(subject);
  const found = inputs.map((input) => ({
    input,
    ...(cells.stated.get(input.name) ??
      statedForRate(subject, inputs, input) ??
      indicatorRate(subject, inputs, input) ??
      givenAnswer(subject, input, sources) ??
      completionOfTarget(subject, input) ??
      actualAsRate(subject, inputs, input) ??
      cells.blank.get(input.name) ?? {
        value: notVerifiable([askedName(subject, inputs, input)]),
        reference: null,
      }),
  }));
  return {
    answers: found.map(({ input, value, reference, cell, scale, of, words }) => ({
      input,
      number: value.state === "known" ? value.number : null,
      reference,
      cell: cell ?? null,
      ...(scale ? { scale } : {}),
      ...(of ? { of } : {}),
      ...(words ? { words } : {}),
      ...typedAnswer(subject, sources, input),
    })),
    values: new Map(found.map(({ input, value }) => [input.name, value])),
    used: found.flatMap(({ used }) => used ?? []),
  };
}

/** What a person typed in 基础数据 that is none of the options, with the one that is surely meant (SPEC C46). */
function typedAnswer({ indicator }: Subject, { base, sheet }: AnswerSources, input: RuleInput): Pick<RuleAnswer, "typed"> {
  const options = inputOptions(input);
  const row = base && options.length > 0 ? inputRow(base, indicator.path, input, sheet) : null;
  if (row?.value == null || row.value === "" || answerNumber(row, input)) return {};
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
      if (rate.impossible) return { value: notVerifiable(rate.impossible), reference: null };
      return { value: known(subjectForScore(rate.number, settings, printed)), reference: null };
    case "notVerifiable":
      return { value: notVerifiable(rate.missing), reference: null };
    case "notApplicable":
    case "none":
      return { value: notVerifiable([definition.definition.name]), reference: null };
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
  return number ? { value: known(number), reference } : null;
}

/** 完成率 and nothing more: what of the target was reached, whatever the indicator itself measures. */
const COMPLETION = /^(?:目标|指标|任务|计划)?(?:完成率|完成比例|完成比)$/;

/** An indicator that is a rate of completion itself: 培训完成率. */
const IS_COMPLETION = /完成(?:率|比例?|度|进度|情况)/;

/**
 * 得分=完成率×分值 speaks of the target's completion (SPEC V14): the table's column that says it, else what was counted over
 * what was to be. The actual value alone is that only where the indicator is such a rate itself (培训完成率), or where the
 * target is the whole (100 %); of any other rate it is asked.
 */
function completionOfTarget({ indicator, text }: Subject, input: RuleInput): Found | null {
  const own = indicator.path.at(-1) ?? "";
  if (input.type !== "rate" || IS_COMPLETION.test(own)) return null;
  const isNamed = COMPLETION.test(input.name);
  // 指标完成率达到100%得满分: a share of what the indicator counts
  if (!isNamed && !(nameKey(input.name) === nameKey(own) && /完成(?:率|比例)/.test(text))) return null;
  const pair = rateOfTarget(indicator);
  if (!pair || isWhole(pair.target)) return null;
  const cell = indicator.rateCell;
  const reached = pair.actual.number.div(pair.target.number);
  if (isUnstated(cell)) {
    if (isCounted(indicator, pair) && indicator.target)
      return { value: known(reached), reference: null, cell: indicator.actual, of: indicator.target };
    return isNamed ? { value: notVerifiable([input.name]), reference: null } : null;
  }
  if (!cell?.stated) return { value: notVerifiable([input.name]), reference: null };
  // A column of bare per cent points (80 for 80 %) is told by the figures beside it.
  const scale = [ONE, HUNDREDTH].find((one) => isNear(cell.stated?.number.mul(one) ?? ZERO, reached));
  if (!scale) return { value: notVerifiable([input.name]), reference: null };
  return { value: known(cell.stated.number.mul(scale)), reference: null, cell, scale };
}

const isUnstated = (cell: TableCell | null): boolean => (cell?.raw ?? "") === "";

const isWhole = ({ number, unit }: NumberReading): boolean =>
  (unit === null || unit.dimension === "percent") && number.mul(unit?.factor ?? ONE).equals(ONE);

/** As near as a rate that is printed in whole per cent. */
const isNear = (stated: Exact, reached: Exact): boolean => stated.sub(reached).abs().compare(HALF_POINT) <= 0;

const HALF_POINT = ratio(1n, 200n);

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
    } else if (clause.kind === "target") {
      const pair = alignedTarget(indicator);
      for (const side of ["target", "actual"] as const) {
        stated.set(clause[side].name, inCell(clause[side], indicator[side], pair?.[side] ?? null));
      }
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

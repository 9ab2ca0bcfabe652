import type { Exact } from "../../model/exact";
import type { Rule, RuleReading } from "../../rules/rule";
import { covered } from "./conditions/question";
import { clauseInputs, ruleInputs } from "../../rules/score";
import type { Definition } from "../../rules/definition";
import { ambiguities as named } from "./words/ambiguity";
import { bareAsPercent } from "./words/bare-percent";
import { type IndicatorKind, methodFor, repeatedSides } from "./words/by-kind";
import { readEndsRemark } from "./words/ends-remark";
import type { Frame } from "./scopes/frame";
import { isGate } from "./scopes/gates";
import { readGated } from "./rule/gated";
import { exceptIn } from "./rule/excepted";
import { onlyInParts, readInParts } from "./rule/parts";
import { tokenise } from "./words/lexer";
import { readPartialSteps } from "./words/partial-steps";
import { elementsOf } from "./scopes/explained";
import { BODIES, type Body } from "./scopes/bodies";
import { compose, composeEarly } from "./scopes/compose";
import { problemOf, refuse, Unreadable, unlessRefused } from "./words/problem";
import {
  plainSource,
  withNamedLetters,
  withoutException,
  withoutLabels,
  withoutRounding,
  withoutStatedMark,
} from "./words/plain-source";
import { problems } from "./words/problems";
import { readSource, type Source } from "./words/source";
import type { Token } from "./words/token";
import { onOneScale } from "./words/unit-scale";
import { wordedZeros } from "./clauses/worded-zero";
import { weightsAsMarks } from "./words/weights";

/** What is known of the indicator that the standard scores. */
export interface StandardContext {
  readonly name?: string;
  readonly definition?: Definition;
  /** What the row's cell of explanations (指标说明) says; its numbered elements may be scored by reference. */
  readonly explanation?: string;
  /** By its target: a figure (or a date) or words. Needed where the text prints a method for each. */
  readonly indicatorKind?: IndicatorKind;
}

const LONGEST = 4000;

/**
 * Reads a printed scoring standard (评分标准) against the indicator's full mark. Either the rule the whole text stands
 * for, with what it leaves open named, or why it was not read and where; never a guess (SPEC L).
 */
export function readStandard(
  text: string,
  fullMark: Exact,
  context: StandardContext = {},
  bodies: readonly Body[] = BODIES,
): RuleReading {
  const source = readSource(text);
  const reading = readSourced(source, fullMark, context, bodies);
  if (source.brokenBefore.size === 0) return reading;
  // a zero on a line of its own, without a stop before it: the line above must not swallow it
  const lines = readSource(text, "sentences");
  if (!wordedZeros(tokenise(lines), lines).some(isGate)) return reading;
  const lined = readSourced(lines, fullMark, context, bodies);
  if (!lined.ok || lined.rule.gates.length === 0) return reading;
  if (!reading.ok) return lined;
  if (!hasBrokenName(reading.rule, source) && !losesGate(reading.rule, lined.rule)) return reading;
  if (lined.rule.gates.length > reading.rule.gates.length) return lined;
  const swallowed = lined.rule.gates.length === reading.rule.gates.length && !sameBody(lined.rule, reading.rule);
  return swallowed ? lined : reading;
}

/** Whether words that the rule asks go across a line break, so that two lines may have been taken for one. */
function hasBrokenName(rule: Rule, { text, brokenBefore }: Source): boolean {
  const names = ruleInputs(rule).flatMap(({ name, options }) => [name, ...(options ?? [])]);
  return [...brokenBefore].some((at) => {
    // the first word of the lower line may be a lead that no name keeps: 若, 如
    const [above, below] = [text.slice(Math.max(0, at - 2), at), text.slice(at + 1, at + 3)];
    return names.some((name) => name.includes(above) && name.includes(below));
  });
}

/** Whether the lines say a gate that no name of the rule stands for. */
const losesGate = (rule: Rule, lined: Rule): boolean =>
  lined.gates.some((gate) => ruleInputs(rule).every(({ name }) => covered(gate.input.name, name) < 0.5));

/** Whether two rules have the same parts and the same case that does not apply, whatever their gates are called. */
const sameBody = (a: Rule, b: Rule): boolean =>
  bodySize(a) === bodySize(b) && a.applicability?.input.name === b.applicability?.input.name;

const bodySize = ({ clauses }: Rule): number =>
  clauseInputs(clauses).reduce((size, { options }) => size + (options?.length ?? 1), 0);

function readSourced(source: Source, fullMark: Exact, context: StandardContext, bodies: readonly Body[]): RuleReading {
  try {
    return { ok: true, rule: readRule(source, fullMark, context, bodies) };
  } catch (problem) {
    if (problem instanceof Unreadable) return { ok: false, reason: problemOf(problem, source) };
    throw problem;
  }
}

/** As printed; where that is refused, in plainer words (L27), which read or leave the first reason standing. */
function readRule(printed: Source, full: Exact, context: StandardContext, bodies: readonly Body[]): Rule {
  const { source, rounded } = withoutRounding(withNamedLetters(withoutLabels(withoutStatedMark(printed, full))));
  const read = (one: Source): Rule => readPlain(one, full, context, bodies);
  const rule = firstRead(source, read);
  return rounded ? { ...rule, ambiguities: [...rule.ambiguities, named.rounded] } : rule;
}

function firstRead(source: Source, read: (source: Source) => Rule): Rule {
  try {
    return read(source);
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    const plain = plainSource(source);
    const rule = plain.text === source.text ? null : unlessRefused(() => read(plain));
    if (rule) return rule;
    const rest = withoutException(source);
    const excepted = rest && unlessRefused(() => exceptIn(firstRead(rest.source, read), rest.exception));
    if (excepted) return excepted;
    throw problem;
  }
}

function readPlain(source: Source, full: Exact, context: StandardContext, bodies: readonly Body[]): Rule {
  if (source.text === "") refuse(0, problems.empty);
  if (source.text.length > LONGEST) refuse(LONGEST, problems.tooLong);
  const partial = readPartialSteps(source.text);
  const ends = readEndsRemark(source.text);
  const frame: Frame = {
    full,
    name: context.name ?? context.definition?.name ?? null,
    text: source.text,
    partial,
    ends,
    heading: "",
    ...(context.explanation === undefined ? {} : { elements: elementsOf(context.explanation) }),
  };
  const spent = [partial?.span, ends?.span, repeatedSides(source.text)].filter((span) => span != null);
  const all = tokenise(source);
  const unspent =
    spent.length === 0 ? all : all.filter(({ at, end }) => spent.every((span) => end <= span.at || at >= span.end));
  const typed = onOneScale(unspent);
  for (const zero of all.some(({ type }) => type === "zero") ? wordedZeros(all, source) : [])
    if (zero.scope !== null && spent.some((span) => zero.at < span.end && span.at < zero.at + zero.words.length))
      refuse(zero.at, problems.gate(zero.words));
  const percent = bareAsPercent(typed, frame.name);
  const tokens = weightsAsMarks(methodFor(percent ?? typed, context.indicatorKind), full);
  const readPart = (own: readonly Token[], mark: Exact): Rule => compose(own, { ...frame, full: mark }, bodies);
  const rule = readGated(tokens, source, {
    first: (part) => composeEarly(part, frame, bodies),
    read: (part) => readInParts(part, full, source, readPart),
    inParts: (part) => onlyInParts(part, full, source, readPart),
  });
  return percent ? { ...rule, ambiguities: [...rule.ambiguities, named.barePercent] } : rule;
}

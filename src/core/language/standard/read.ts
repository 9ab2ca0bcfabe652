import type { Exact } from "../../model/exact";
import type { Rule, RuleReading } from "../../rules/rule";
import { covered } from "./conditions/question";
import { clauseInputs, ruleInputs } from "../../rules/score";
import type { Definition } from "../../rules/definition";
import { ambiguities as named } from "./ambiguity";
import { bareAsPercent } from "./bare-percent";
import { type IndicatorKind, methodFor, repeatedSides } from "./by-kind";
import { deductedLevels } from "./deducted-levels";
import { readFlat, type Whole } from "./flat";
import { readEndsRemark } from "./ends-remark";
import { itemsOf, type Frame } from "./frame";
import { isGate } from "./scopes/gates";
import { readGated } from "./rule/gated";
import { onlyInParts, readInParts } from "./rule/parts";
import { tokenise } from "./words/lexer";
import { readPartialSteps } from "./partial";
import { elementsOf } from "./scopes/explained";
import type { Composed } from "./scopes/composed";
import { composeFirst, composeList, composePart } from "./scopes/compose";
import { problemOf, refuse, Unreadable } from "./words/problem";
import { plainSource, withoutLabels, withoutRounding } from "./words/plain-source";
import { problems } from "./words/problems";
import { readSections } from "./sections";
import { readSource, type Source } from "./words/source";
import { readStatements } from "./statements";
import { readRespectively, tierGaps } from "./tiers";
import type { Token } from "./words/token";
import { splitUnions } from "./unions";
import { onOneScale } from "./unit-scale";
import { wordedZeros } from "./clauses/worded-zero";
import { weightsAsMarks } from "./weights";

/** What is known of the indicator that the standard scores. */
export interface StandardContext {
  readonly name?: string;
  readonly definition?: Definition;
  /** What the row's cell of explanations (指标说明) says; its numbered elements may be scored by reference. */
  readonly explanation?: string;
  /** By its target: a figure (or a date) or words. Needed where the text prints a method for each. */
  readonly indicatorKind?: IndicatorKind;
}

/** By which readers: those of the kinds alone, the composing one alone, or both as the product reads (SPEC L51). */
export type ReadBy = "kinds" | "composed" | "both";

const LONGEST = 4000;

/**
 * Reads a printed scoring standard (评分标准) against the indicator's full mark. Either the rule the whole text stands
 * for, with what it leaves open named, or why it was not read and where; never a guess (SPEC L).
 */
export function readStandard(
  text: string,
  fullMark: Exact,
  context: StandardContext = {},
  by: ReadBy = "both",
): RuleReading {
  const source = readSource(text);
  const reading = readSourced(source, fullMark, context, by);
  if (source.brokenBefore.size === 0) return reading;
  // a zero on a line of its own, without a stop before it: the line above must not swallow it
  const lines = readSource(text, "sentences");
  if (!wordedZeros(tokenise(lines), lines).some(isGate)) return reading;
  const lined = readSourced(lines, fullMark, context, by);
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

function readSourced(source: Source, fullMark: Exact, context: StandardContext, by: ReadBy): RuleReading {
  try {
    return { ok: true, rule: readRule(source, fullMark, context, by) };
  } catch (problem) {
    if (problem instanceof Unreadable) return { ok: false, reason: problemOf(problem, source) };
    throw problem;
  }
}

/** As printed; where that is refused, in plainer words (L27), which read or leave the first reason standing. */
function readRule(printed: Source, full: Exact, context: StandardContext, by: ReadBy): Rule {
  const { source, rounded } = withoutRounding(withoutLabels(printed));
  try {
    const rule = readPlain(source, full, context, by);
    return rounded ? { ...rule, ambiguities: [...rule.ambiguities, named.rounded] } : rule;
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    const plain = plainSource(source);
    if (plain.text === source.text) throw problem;
    return readPlain(plain, full, context, by);
  }
}

function readPlain(source: Source, full: Exact, context: StandardContext, by: ReadBy): Rule {
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
  const readPart = (own: readonly Token[], mark: Exact): Rule => ruleOfTokens(own, { ...frame, full: mark }, by);
  const rule = readGated(tokens, source, {
    first: (part) => (by === "kinds" ? null : firstRule(part, frame)),
    read: (part) => readInParts(part, full, source, readPart),
    inParts: (part) => onlyInParts(part, full, source, readPart),
  });
  return percent ? { ...rule, ambiguities: [...rule.ambiguities, named.barePercent] } : rule;
}

/** As its clauses compose where that alone knows the text; else by the readers of kinds, and what they refuse as composed. */
function ruleOfTokens(tokens: readonly Token[], frame: Frame, by: ReadBy): Rule {
  const first = by === "kinds" ? null : composeFirst(tokens, frame);
  if (first?.ok) return composedRule(first, frame);
  if (first) refuse(first.at, first.why);
  const list = by === "kinds" ? null : composeList(tokens, frame);
  if (list) return composedRule(list, frame);
  if (by === "composed") return composedOr(tokens, frame, null);
  try {
    const { gate, ...whole } = readTokens(tokens, frame);
    return { fullMark: frame.full, ...whole, gates: gate ? [gate] : [], cap: null };
  } catch (problem) {
    if (!(problem instanceof Unreadable) || by === "kinds") throw problem;
    return composedOr(tokens, frame, problem);
  }
}

function composedOr(tokens: readonly Token[], frame: Frame, before: Unreadable | null): Rule {
  const composed = composePart(tokens, frame);
  if (composed.ok) return composedRule(composed, frame);
  if (before) throw before;
  return refuse(composed.at, composed.why);
}

function firstRule(tokens: readonly Token[], frame: Frame): Rule | null {
  const first = composeFirst(tokens, frame);
  return first?.ok ? composedRule(first, frame) : null;
}

const composedRule = ({ clauses, named }: Extract<Composed, { ok: true }>, frame: Frame): Rule => ({
  fullMark: frame.full,
  clauses,
  combine: "sum",
  gates: [],
  applicability: null,
  cap: null,
  ambiguities: named,
});

function readTokens(tokens: readonly Token[], frame: Frame): Whole {
  const respectively = sentenceWith(tokens, "respectively");
  if (respectively) {
    const clause = readRespectively(tokens.slice(respectively.from, respectively.to), frame);
    if (clause) {
      const rest = [...tokens.slice(0, respectively.from), ...tokens.slice(respectively.to)];
      for (const { statement } of itemsOf(readStatements(rest)))
        if (!["note", "marker", "heading"].includes(statement.type)) refuse(statement.at, problems.twoMethods);
      const named = clause.kind === "tiers" ? tierGaps(clause) : [];
      return { clauses: [clause], combine: "sum", ambiguities: named, gate: null, applicability: null };
    }
  }
  const statements = deductedLevels(splitUnions(readStatements(tokens)), frame);
  return readSections(statements, frame) ?? readFlat(itemsOf(statements), frame);
}

/** The sentence, stop to stop, that holds the first token of a type. */
function sentenceWith(
  tokens: readonly Token[],
  type: Token["type"],
): { readonly from: number; readonly to: number } | null {
  const at = tokens.findIndex((token) => token.type === type);
  if (at < 0) return null;
  const from = tokens.findLastIndex((token, i) => i < at && token.type === "stop") + 1;
  const next = tokens.findIndex((token, i) => i > at && token.type === "stop");
  return { from, to: next < 0 ? tokens.length : next };
}

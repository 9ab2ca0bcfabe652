import { ZERO } from "../../../model/exact";
import type { Gate, Rule } from "../../../rules/rule";
import type { RuleInput } from "../../../rules/rule-input";
import { clauseInputs, evaluateRule, ruleInputs } from "../../../rules/score";
import { DEFAULT_SETTINGS } from "../../../rules/settings";
import { type WordedZero, wordedZeros } from "../clauses/worded-zero";
import { covered } from "../conditions/question";
import { areOpposite, areSame } from "../conditions/questions";
import { ambiguities } from "../words/ambiguity";
import { OTHER_CASES } from "../scopes/case-list";
import { MUST_NOT } from "../words/condition-words";
import { gateOf, isGate, isGateOfOnePart, withoutZeros } from "../scopes/gates";
import { refuse, Unreadable } from "../words/problem";
import { problems } from "../words/problems";
import type { Source } from "../words/source";
import type { Token } from "../words/token";
import { bind } from "./binding";
import { pointsOf } from "./points";
import { hasParts, unmetZeros } from "./witness";

type Attempt = { readonly rule: Rule } | { readonly problem: Unreadable };

/** How a text is read: as a whole, in parts only, and by what goes before both (null where it does not apply). */
export interface Readers {
  readonly first: (part: readonly Token[]) => Rule | null;
  readonly read: (part: readonly Token[]) => Rule;
  readonly inParts: (part: readonly Token[]) => Rule | null;
}

/**
 * The rule of the tokens with every printed zero borne out (SPEC L22): as the reader reads the whole, where its rule does
 * what each zero says; else the zeros that close the whole are its gates and the reader reads the rest; else refused.
 */
export function readGated(tokens: readonly Token[], source: Source, readers: Readers): Rule {
  return settled(asOneQuestion(gatedRule(tokens, source, readers)));
}

/** 未公示不得分 beside 项目公示得1分: a gate that a point asks already takes its answer. */
function asOneQuestion(rule: Rule): Rule {
  const points = clauseInputs(rule.clauses).filter(({ type }) => type === "yesNo");
  const gates = rule.gates.map((gate): Gate => {
    const { name } = gate.input;
    if (points.some((point) => point.name === name)) return gate;
    const forbidden = MUST_NOT.exec(name)?.[1];
    const same = points.filter((point) =>
      forbidden === undefined ? areSame(name, point.name) : areOpposite(forbidden, point.name),
    );
    const [input, ...more] = same;
    return input && more.length === 0 ? { ...gate, input } : gate;
  });
  return gates.some((gate, i) => gate !== rule.gates[i]) ? { ...rule, gates } : rule;
}

/** A case that the cases leave open may be one that a gate closes: then nothing is open. */
function settled(rule: Rule): Rule {
  const { zh } = ambiguities.outside(OTHER_CASES);
  if (rule.gates.length === 0 || rule.ambiguities.every((one) => one.zh !== zh)) return rule;
  const open = pointsOf(rule).some((point) => evaluateRule(rule, point, DEFAULT_SETTINGS).value.state !== "known");
  return open ? rule : { ...rule, ambiguities: rule.ambiguities.filter((one) => one.zh !== zh) };
}

function gatedRule(tokens: readonly Token[], source: Source, readers: Readers): Rule {
  const { read, inParts } = readers;
  const zeros = wordedZeros(tokens, source);
  const gates = zeros.filter(isGate);
  for (const chosen of choices(gates, zeros)) {
    const rest = readers.first(withoutZeros(tokens, chosen));
    const rule = rest && withGates(rest, chosen, zeros);
    if (rule) return rule;
  }
  const whole = attempt(() => read(tokens));
  const unmet = "rule" in whole ? [...unmetZeros(whole.rule, zeros), ...unasked(whole.rule, zeros)] : [];
  const stray =
    "rule" in whole ? zeros.filter((zero) => zero.scope !== null && isStrayLevel(zero, whole.rule, zeros, source)) : [];
  if ("rule" in whole && unmet.length === 0 && stray.length === 0) return whole.rule;
  const last = "problem" in whole ? whole.problem : null;
  for (const chosen of choices(gates, zeros)) {
    const rest = attempt(() => read(withoutZeros(tokens, chosen)));
    const rule = "rule" in rest ? withGates(rest.rule, chosen, zeros) : null;
    if (rule) return rule;
  }
  // 培训记录造假的，该小项不得分: a zero that closes its own part only
  const parted = unmet.some(({ scope }) => scope === "item") ? inParts(tokens) : null;
  if (parted && unmetZeros(parted, zeros).length === 0) return parted;
  if (last && gates.length === 0) throw last;
  const [first] = [...unmet, ...stray];
  if (first) return refuse(first.at, problems.gate(first.words));
  return "rule" in whole ? whole.rule : raise(whole.problem);
}

/** Zeros of a rule with a gate that none of them names: 一票否决，本项得0分 is one zero, not two. */
const unasked = ({ gates }: Rule, zeros: readonly WordedZero[]): readonly WordedZero[] =>
  gates.every(({ input }) => zeros.some(({ words }) => covered(words, input.name) > 0)) ? [] : zeros.slice(0, 1);

/** The gates by their words, then those with the zeros that are gates where nothing else adds up. */
const choices = (gates: readonly WordedZero[], zeros: readonly WordedZero[]): WordedZero[][] => {
  const loose = zeros.filter((zero) => isGate(zero) || isGateOfOnePart(zero));
  return [[...gates], ...(loose.length > gates.length ? [loose] : [])].filter(({ length }) => length > 0);
};

function withGates(rest: Rule, chosen: readonly WordedZero[], zeros: readonly WordedZero[]): Rule | null {
  if (!chosen.every(isGate) && hasParts(rest)) return null;
  const asked = ruleInputs(rest);
  const gates = [...rest.gates, ...chosen.map((zero) => pointGate(zero, asked) ?? gateOf(zero))];
  const fresh = gates.filter(({ input }) => !asked.includes(input));
  const names = [...asked.map(({ name }) => name), ...fresh.map(({ input }) => input.name)];
  const rule = { ...rest, gates };
  return new Set(names).size === names.length && unmetZeros(rule, zeros).length === 0 ? rule : null;
}

/**
 * 不具备要素①的，本项得0分 beside 具备要素①的得2分, 存在截留的不得分 beside ④不存在截留: the question is asked already, and its no closes
 * the whole.
 */
function pointGate({ words }: WordedZero, asked: readonly RuleInput[]): Gate | null {
  const points = asked.filter(({ name, type }) => type === "yesNo" && areOpposite(words, name));
  const [input, ...more] = points;
  return input && more.length === 0 ? { input, otherwise: ZERO } : null;
}

/** An option of a list of levels that shares no word with what scores: read as a gate it leaves the list whole. */
function isStrayLevel(zero: WordedZero, rule: Rule, zeros: readonly WordedZero[], { text }: Source): boolean {
  if (zero.condition !== "asked") return false;
  const binding = bind(zero.words, rule);
  const isChoice = ruleInputs(rule).some(({ name, type }) => name === binding?.name && type === "choice");
  const others = zeros.reduce((left, { at, end }) => left.replace(text.slice(at, end), "\n"), text);
  return isChoice && covered(zero.words, others) < 0.5;
}

function attempt(read: () => Rule): Attempt {
  try {
    return { rule: read() };
  } catch (problem) {
    if (problem instanceof Unreadable) return { problem };
    throw problem;
  }
}

function raise(problem: Unreadable): never {
  throw problem;
}

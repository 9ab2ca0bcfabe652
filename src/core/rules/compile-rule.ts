import { f } from "../formula/build";
import type { FormulaNode } from "../formula/written";
import { ONE, ratio, ZERO } from "../model/exact";
import { composedRange } from "./composed-range";
import { distinctInputs, guardInputs } from "./inputs";
import { kindOf } from "./kinds";
import type { Applicability, Clause, Gate, InputReference, Rule } from "./rule";
import type { RuleInput } from "./rule-input";
import type { Settings } from "./setting-types";

/** What a formula shows for a rule that does not apply and is dropped; SUM and COUNT pass over it. */
export const NOT_APPLICABLE_TEXT = "不适用";

/** What becomes of the number of a score, before anything else than a number is said in its place. */
type Finish = (score: FormulaNode) => FormulaNode;

/**
 * A rule as one formula (SPEC S9): the unrounded score unless `finish` rounds it, "" where anything needed is blank or unusable, 不适用 where the rule
 * is dropped. Uses IF, AND, OR, COUNT, ROUND, INT, ABS, MIN, MAX and CHOOSE only.
 */
export function compileRule(
  rule: Rule,
  ref: InputReference,
  settings: Settings,
  finish: Finish = (score) => score,
): FormulaNode {
  const body =
    rule.combine === "first" ? firstNode(rule, ref, settings, finish) : joinedNode(rule, ref, settings, finish);
  const gated = gatesNode(rule.gates, body, ref);
  return rule.applicability ? applicableNode(rule, rule.applicability, gated, ref, settings) : gated;
}

/** sum and min: one guard for all inputs; where a part may have no score, the parts are counted. */
function joinedNode(rule: Rule, ref: InputReference, settings: Settings, finish: Finish): FormulaNode {
  const parts = rule.clauses.map((clause) => kindOf(clause).compile(clause, ref, settings));
  const unsure = parts.filter((_, i) => !isDecided(rule.clauses[i], settings));
  const inputs = distinctInputs(rule.clauses.flatMap(neededBy));
  const [first = f.number(ZERO), ...rest] = parts;
  const joined = rule.combine === "sum" ? rest.reduce(f.add, first) : rest.length > 0 ? f.over("MIN", parts) : first;
  const clamped = finish(clamp(rule, joined));
  const counted = unsure.length > 0 && (rest.length > 0 || clamped !== joined);
  return guardInputs(inputs, ref, counted ? whereCounted(unsure, clamped) : clamped);
}

/** first: each clause stands in the place where the one before does not apply, behind a guard for what it reads itself. */
function firstNode(rule: Rule, ref: InputReference, settings: Settings, finish: Finish): FormulaNode {
  const from = (i: number, guarded: ReadonlySet<string>): FormulaNode | undefined => {
    const clause = rule.clauses[i];
    if (!clause) return undefined;
    const kind = kindOf(clause);
    const inputs = neededBy(clause);
    const reached = new Set([...guarded, ...inputs.map((input) => input.name)]);
    const score = kind.compile(clause, ref, settings, from(i + 1, reached));
    return guardInputs(inputs, ref, score, guarded);
  };
  const joined = from(0, new Set()) ?? f.blank;
  const clamped = finish(clamp(rule, joined));
  return clamped === joined ? joined : whereCounted([joined], clamped);
}

const neededBy = (clause: Clause): readonly RuleInput[] => {
  const kind = kindOf(clause);
  return (kind.needs ?? kind.inputs)(clause);
};

const isDecided = (clause: Clause | undefined, settings: Settings): boolean =>
  clause === undefined || kindOf(clause).decides(clause, settings);

const whereCounted = (parts: readonly FormulaNode[], then: FormulaNode): FormulaNode =>
  f.when(f.less(f.over("COUNT", parts), f.number(ratio(parts.length))), f.blank, then);

/** Only the ends that the clauses can pass. */
function clamp(rule: Rule, score: FormulaNode): FormulaNode {
  const { low, high } = composedRange(rule);
  const cap = rule.cap ?? rule.fullMark;
  const capped = high === null || high.compare(cap) > 0 ? f.call("MIN", f.number(cap), score) : score;
  return low === null || low.compare(ZERO) < 0 ? f.call("MAX", f.number(ZERO), capped) : capped;
}

/**
 * The first gate that is answered no closes, whether the others are answered or not; a gate that is not answered leaves
 * the score open. So each gate asks first whether a later one closes.
 */
function gatesNode(gates: Rule["gates"], body: FormulaNode, ref: InputReference): FormulaNode {
  const [only, ...more] = gates;
  if (!only) return body;
  if (more.length === 0) return gateNode(only, body, ref);
  const open = guardInputs(
    gates.map(({ input }) => input),
    ref,
    body,
  );
  return gates.reduceRight((rest, gate) => f.when(isNo(gate, ref), f.number(gate.otherwise), rest), open);
}

function gateNode(gate: Gate, body: FormulaNode, ref: InputReference): FormulaNode {
  const holds = f.equal(f.decisive(ref(gate.input)), f.number(ONE));
  return guardInputs([gate.input], ref, f.when(holds, body, f.number(gate.otherwise)));
}

/** A blank or a text is no answer: the inner IF keeps ROUND from meeting it. */
const isNo = ({ input }: Gate, ref: InputReference): FormulaNode =>
  f.equal(
    f.when(f.less(f.call("COUNT", ref(input)), f.number(ONE)), f.number(ONE), f.decisive(ref(input))),
    f.number(ZERO),
  );

/** A blank or text answer counts as "applies": the inner IF keeps ROUND from meeting a text. */
function applicableNode(
  rule: Rule,
  { input, treatment }: Applicability,
  body: FormulaNode,
  ref: InputReference,
  settings: Settings,
): FormulaNode {
  const dropped = treatment === "setting" && settings.notApplicable === "rescale";
  const score = dropped ? f.text(NOT_APPLICABLE_TEXT) : f.number(treatment === "zero" ? ZERO : rule.fullMark);
  const answer = f.when(f.less(f.call("COUNT", ref(input)), f.number(ONE)), f.number(ONE), f.decisive(ref(input)));
  return f.when(f.equal(answer, f.number(ZERO)), score, body);
}

import { decimalText, percentText, type Exact, ZERO } from "../core/model/exact";
import type { Bound, CaseTest, Clause } from "../core/rules/clause";
import { expressionText } from "../core/rules/expression";
import type { Rule } from "../core/rules/rule";
import type { RuleInput } from "../core/rules/rule-input";

/** The rule on one line as a tree of effects, in the notation of the statement tests. */
export function ruleTree(rule: Rule): string {
  const parts = rule.clauses.map(clauseTree);
  const [only] = parts;
  const body = only !== undefined && parts.length === 1 ? only : `${rule.combine}{ ${parts.join(" ; ")} }`;
  const applies = rule.applicability
    ? [`unless[${rule.applicability.input.name}] ${rule.applicability.treatment}`]
    : [];
  return [...applies, ...rule.gates.map(({ input }) => `gate[${input.name}]`), body].join(" ");
}

const marks = (x: Exact): string => decimalText(x, 6);
const value = (x: Exact, { type }: RuleInput): string => (type === "rate" ? percentText(x, 6) : decimalText(x, 6));

function clauseTree(clause: Clause): string {
  switch (clause.kind) {
    case "binary":
      return `if[${clause.condition.name}] ${marks(clause.pass)}${clause.fail.equals(ZERO) ? "" : ` else ${marks(clause.fail)}`}`;
    case "checklist": {
      const sign = clause.mode === "award" ? "if" : "unless";
      const items = clause.items.map(({ input, mark }) => `${sign}[${input.name}] ${clause.mode === "award" ? "" : "-"}${marks(mark)}`);
      return `${clause.mode === "award" ? "sum" : `${marks(clause.full)} sum`}{ ${items.join(" ; ")} }`;
    }
    case "bands": {
      const lines = clause.bands.map(({ low, high, score }) => `[${range(clause.subject, low, high)}] ${marks(score)}`);
      return `bands{ ${[...lines, ...(clause.otherwise ? [`[else] ${marks(clause.otherwise)}`] : [])].join(" ; ")} }`;
    }
    case "stepDeduct": {
      const { subject, side, threshold, step, deduct, full, floor } = clause;
      const beyond = { above: ">", below: "<", both: "<>" }[side];
      return `${marks(full)} ${lost(deduct)}*step[${subject.name}${beyond}${value(threshold, subject)} / ${value(step, subject)}] floor ${marks(floor)}`;
    }
    case "events":
      return `${marks(clause.full)} ${lost(clause.deduct)}*count[${clause.count.name}] floor ${marks(clause.floor)}`;
    case "proportional": {
      const { subject, mark, from, to, cap, zeroBelow } = clause;
      const span = from ?? to ? ` from ${value(from ?? ZERO, subject)} to ${to ? value(to, subject) : "100%"}` : "";
      const cut = zeroBelow ? ` zero below ${value(zeroBelow.value, subject)}` : "";
      return `${marks(mark)}*[${subject.name}]${span}${cut}${cap ? ` cap ${marks(cap)}` : ""}`;
    }
    case "target":
      return `target[${clause.actual.name} ${clause.operator} ${clause.target.name}] ${marks(clause.mark)} missed ${clause.missed}${clause.zeroBelow ? ` zero below ${percentText(clause.zeroBelow.value, 6)}` : ""}${clause.turn ? ` turned by [${clause.turn.name}] missed ${clause.missedTurned ?? clause.missed}` : ""}`;
    case "ordinal": {
      const lines = (clause.choice.options ?? []).map((option, i) => `[${option}] ${marks(clause.scores[i] ?? ZERO)}`);
      return `levels{ ${lines.join(" ; ")} }`;
    }
    case "tiers": {
      const lines = clause.tiers.map(({ name, low, high }) => `[${name}] ${marks(low.value.mul(clause.mark))}-${marks(high.value.mul(clause.mark))}`);
      return `tiers{ ${lines.join(" ; ")} }`;
    }
    case "cases": {
      const lines = clause.lines.map(({ when, then }) => `[${when.map(testTree).join(" & ")}] ${outcomeTree(then)}`);
      return `cases{ ${[...lines, ...(clause.otherwise ? [`[else] ${outcomeTree(clause.otherwise)}`] : [])].join(" ; ")} }`;
    }
    case "quotient": {
      const lines = clause.lines.map(({ when, score }) => `[${when.map((test) => range({ name: expressionText(test.of), type: test.of.op === "divide" ? "rate" : "amount", unit: null }, test.low, test.high)).join(" & ")}] ${marks(score)}`);
      const formula = `${expressionText(clause.expression)} cap ${marks(clause.mark)}`;
      return lines.length === 0 ? `quotient{ ${formula} }` : `quotient{ ${[...lines, formula].join(" ; ")} }`;
    }
    case "gap": {
      const { of, to, side, step, deduct, full, floor } = clause;
      const size = clause.as === "share" ? percentText(step, 6) : value(step, of);
      return `${marks(full)} ${lost(deduct)}*step[${of.name}${side === "above" ? ">" : "<"}${to.name} / ${size}] floor ${marks(floor)}`;
    }
  }
} // prettier-ignore

const outcomeTree = (then: Exact | Clause): string => ("kind" in then ? clauseTree(then) : marks(then));

function testTree({ input, low, high }: CaseTest): string {
  if (input.type !== "yesNo") return range(input, low, high);
  return low?.value.equals(ZERO) ? `not ${input.name}` : input.name;
}

const lost = (deduct: Exact): string => (deduct.compare(ZERO) < 0 ? `+ ${marks(deduct.neg())}` : `- ${marks(deduct)}`);

function range(subject: RuleInput, low: Bound | null, high: Bound | null): string {
  if (low && high && low.value.equals(high.value)) return `${subject.name}=${value(low.value, subject)}`;
  const from = low ? `${value(low.value, subject)}${low.closed ? "<=" : "<"}` : "";
  const to = high ? `${high.closed ? "<=" : "<"}${value(high.value, subject)}` : "";
  return `${from}${subject.name}${to}`;
}

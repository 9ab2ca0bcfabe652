import { decimalText, percentText, type Exact, ZERO } from "../core/model/exact";
import type { Bound, Clause } from "../core/rules/clause";
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
      return `target[${clause.actual.name} ${clause.operator} ${clause.target.name}] ${marks(clause.mark)} missed ${clause.missed}`;
    case "ordinal": {
      const lines = (clause.choice.options ?? []).map((option, i) => `[${option}] ${marks(clause.scores[i] ?? ZERO)}`);
      return `levels{ ${lines.join(" ; ")} }`;
    }
    case "tiers": {
      const lines = clause.tiers.map(({ name, low, high }) => `[${name}] ${marks(low.value.mul(clause.mark))}-${marks(high.value.mul(clause.mark))}`);
      return `tiers{ ${lines.join(" ; ")} }`;
    }
  }
} // prettier-ignore

const lost = (deduct: Exact): string => (deduct.compare(ZERO) < 0 ? `+ ${marks(deduct.neg())}` : `- ${marks(deduct)}`);

function range(subject: RuleInput, low: Bound | null, high: Bound | null): string {
  if (low && high && low.value.equals(high.value)) return `${subject.name}=${value(low.value, subject)}`;
  const from = low ? `${value(low.value, subject)}${low.closed ? "<=" : "<"}` : "";
  const to = high ? `${high.closed ? "<=" : "<"}${value(high.value, subject)}` : "";
  return `${from}${subject.name}${to}`;
}

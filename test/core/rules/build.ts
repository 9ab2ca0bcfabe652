import { exactFromText, type Exact } from "../../../src/core/model/exact";
import { known, type Value } from "../../../src/core/model/value";
import type { Bound } from "../../../src/core/rules/clause";
import type { Clause, Rule, RuleAnswers } from "../../../src/core/rules/rule";
import { DEFAULT_SETTINGS } from "../../../src/core/rules/settings";
import type { RuleInput } from "../../../src/core/rules/rule-input";
import type { Settings } from "../../../src/core/rules/setting-types";

/** Builders that let a rule in a test read like the printed standard. */
export function num(text: string): Exact {
  const percent = text.endsWith("%");
  const exact = exactFromText(percent ? text.slice(0, -1) : text);
  if (!exact) throw new Error(`not a number: ${text}`);
  return percent ? exact.div(100) : exact;
}

export const rate = (name: string): RuleInput => ({ name, type: "rate", unit: "%" });
export const amount = (name: string, unit: string | null = null): RuleInput => ({ name, type: "amount", unit });
export const count = (name: string): RuleInput => ({ name, type: "count", unit: "次" });
export const yesNo = (name: string): RuleInput => ({ name, type: "yesNo", unit: null });
const choice = (name: string, ...options: string[]): RuleInput => ({
  name,
  type: "choice",
  unit: null,
  options,
});

export const rule = (full: string, clauses: readonly Clause[], more: Partial<Rule> = {}): Rule => ({
  fullMark: num(full),
  clauses,
  combine: "sum",
  gates: [],
  applicability: null,
  cap: null,
  ambiguities: [],
  ...more,
});

/** "80%≤X<90%", "X≥90%", "X=0": ends as printed. */
function band(span: string, score: string): { low: Bound | null; high: Bound | null; score: Exact } {
  const match = /^(?:([^≤<]+)(≤|<))?X(?:(≥|>|≤|<|=)(.+))?$/.exec(span);
  if (!match) throw new Error(`not a band: ${span}`);
  const [, left, leftOp, op, right] = match;
  const low = left !== undefined ? { value: num(left), closed: leftOp === "≤" } : null;
  const end = right !== undefined ? { value: num(right), closed: op !== "<" && op !== ">" } : null;
  if (op === "=") return { low: end, high: end, score: num(score) };
  return op === "≥" || op === ">" ? { low: end, high: null, score: num(score) } : { low, high: end, score: num(score) };
}

export const bands = (subject: RuleInput, listed: Record<string, string>, otherwise: string | null = null): Clause => ({
  kind: "bands",
  subject,
  bands: Object.entries(listed).map(([span, score]) => band(span, score)),
  otherwise: otherwise === null ? null : num(otherwise),
});

type StepDeduct = Extract<Clause, { kind: "stepDeduct" }>;

export const stepDeduct = (
  subject: RuleInput,
  side: StepDeduct["side"],
  threshold: string,
  step: string,
  deduct: string,
  full: string,
  more: Partial<StepDeduct> = {},
): StepDeduct => ({
  kind: "stepDeduct",
  subject,
  side,
  threshold: num(threshold),
  step: num(step),
  deduct: num(deduct),
  full: num(full),
  floor: num("0"),
  partialSteps: null,
  ...more,
});

export const proportional = (
  subject: RuleInput,
  mark: string,
  more: Partial<Extract<Clause, { kind: "proportional" }>> = {},
): Clause => ({ kind: "proportional", subject, mark: num(mark), cap: null, zeroBelow: null, ...more });

export const target = (
  operator: Extract<Clause, { kind: "target" }>["operator"],
  mark: string,
  more: Partial<Extract<Clause, { kind: "target" }>> = {},
): Clause => ({
  kind: "target",
  target: amount("年度指标值"),
  actual: amount("实际完成值"),
  operator,
  mark: num(mark),
  missed: "share",
  reverse: null,
  ...more,
});

export const checklist = (mode: "award" | "deduct", full: string, marks: readonly string[]): Clause => ({
  kind: "checklist",
  mode,
  full: num(full),
  items: marks.map((mark, i) => ({ input: yesNo(`要点${i + 1}`), mark: num(mark) })),
});

export const events = (deduct: string, full: string, free = 0n, floor = "0"): Clause => ({
  kind: "events",
  count: count("未按进度下达的专项数"),
  deduct: num(deduct),
  full: num(full),
  floor: num(floor),
  free,
});

export const ordinal = (options: Record<string, string>, name = "结余情况"): Clause => ({
  kind: "ordinal",
  choice: choice(name, ...Object.keys(options)),
  scores: Object.values(options).map(num),
});

export const binary = (condition: string, pass: string, fail = "0"): Clause => ({
  kind: "binary",
  condition: yesNo(condition),
  pass: num(pass),
  fail: num(fail),
});

/** "优 90%≤X≤100%" and so on, best first. */
export const tiers = (mark: string, listed: readonly string[], awarded: RuleInput | null = null): Clause => ({
  kind: "tiers",
  choice: choice("定性档次", ...listed.map((text) => text.split(" ")[0] ?? "")),
  mark: num(mark),
  tiers: listed.map((text) => {
    const [name = "", span = ""] = text.split(" ");
    const { low, high } = band(span, "0");
    if (!low || !high) throw new Error(`a tier has two ends: ${text}`);
    return { name, low, high };
  }),
  awarded,
});

/** Numbers are known; "" is blank. */
export const answers = (given: Record<string, string | Value>): RuleAnswers =>
  new Map(
    Object.entries(given).map(([name, value]): [string, Value] => {
      if (typeof value !== "string") return [name, value];
      return [name, value === "" ? { state: "blank" } : known(num(value))];
    }),
  );

export const settings = (more: Partial<Settings> = {}): Settings => ({ ...DEFAULT_SETTINGS, ...more });

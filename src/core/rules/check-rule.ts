import { pushAll } from "../workbook/long-lists";
import { ZERO } from "../model/exact";
import { composedRange } from "./composed-range";
import { kindOf } from "./kinds";
import type { ClauseFault, Rule } from "./rule";
import { numberText } from "./wording";
import type { RuleInput } from "./rule-input";

/** Faults of a rule: those of its clauses, and of the whole against its full mark. A rule with an error must not judge. */
export function checkRule(rule: Rule): readonly ClauseFault[] {
  const faults: ClauseFault[] = [];
  if (rule.fullMark.compare(ZERO) <= 0)
    faults.push({ severity: "error", zh: "满分必须大于0", en: "the full mark must be greater than 0" });
  if (rule.clauses.length === 0)
    faults.push({ severity: "error", zh: "规则没有任何计分条款", en: "the rule has no clause" });
  for (const clause of rule.clauses) pushAll(faults, kindOf(clause).check(clause));
  pushAll(faults, [...sharedNames(rule), ...againstFull(rule)]);
  return faults;
}

/** One name stands for one thing: clauses that share it must mean the same type, and the same options. */
function sharedNames(rule: Rule): readonly ClauseFault[] {
  const first = new Map<string, RuleInput>();
  const faults: ClauseFault[] = [];
  const inputs = [
    ...rule.clauses.flatMap((clause) => kindOf(clause).inputs(clause)),
    ...rule.gates.map(({ input }) => input),
    ...(rule.applicability ? [rule.applicability.input] : []),
  ];
  for (const input of inputs) {
    const before = first.get(input.name) ?? input;
    first.set(input.name, before);
    if (meaning(before) === meaning(input)) continue;
    faults.push({
      severity: "error",
      zh: `“${input.name}”既作${meaning(before)}又作${meaning(input)}`,
      en: `"${input.name}" is used both as ${meaning(before)} and as ${meaning(input)}`,
    });
  }
  return faults;
}

const meaning = ({ type, options }: RuleInput): string => (options ? `${type}（${options.join("/")}）` : type);

function againstFull(rule: Rule): readonly ClauseFault[] {
  if (rule.clauses.length === 0) return [];
  const { high } = composedRange(rule);
  const cap = rule.cap ?? rule.fullMark;
  const faults: ClauseFault[] = [];
  const most = high && numberText(high);
  if (high && high.compare(cap) > 0)
    faults.push({
      severity: "warning",
      zh: `条款最高可得${most}分，超过满分${numberText(cap)}分`,
      en: `the clauses can give ${most}, above the full ${numberText(cap)}`,
    });
  if (high && high.compare(rule.fullMark) < 0)
    faults.push({
      severity: "warning",
      zh: `条款最高只可得${most}分，不到满分${numberText(rule.fullMark)}分`,
      en: `the clauses can give ${most} at most, below the full ${numberText(rule.fullMark)}`,
    });
  return faults;
}

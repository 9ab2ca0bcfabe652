import { f } from "../core/formula/build";
import type { FormulaNode } from "../core/formula/written";
import { printFormula } from "../core/formula/print";
import { exactText, ONE, toDouble, type Exact } from "../core/model/exact";
import { known } from "../core/model/value";
import type { Clause, ClauseKind, ClauseFault, InputReference, Rule, RuleAnswers } from "../core/rules/rule";
import { kindOf } from "../core/rules/kinds";
import { clauseJson, paramsJson, type Json } from "./rule-json";
import { ruleTree } from "./rule-tree";
import { checkRule, clauseInputs, compileRule, evaluateRule, explainRule, ruleInputs } from "../core/rules/score";
import type { RuleInput } from "../core/rules/rule-input";
import type { Settings } from "../core/rules/setting-types";

/** What the `rule` command prints for a rule (DESIGN "Command line"); scores unrounded, as doubles. */
export interface RuleDescription {
  readonly kind: ClauseKind;
  readonly clauses: readonly Json[];
  readonly combine: Rule["combine"];
  readonly params: Json;
  readonly explanation: string;
  readonly formula: string;
  readonly points: readonly RulePoint[];
  /** Empty `points` with several of these: the score needs more than one number. */
  readonly inputs: readonly DescribedInput[];
  /** What each clause is worth at most, and what it asks. */
  readonly parts: readonly {
    readonly mark: number | null;
    readonly kind: ClauseKind;
    readonly inputs: readonly string[];
  }[];
  /** The rule on one line. */
  readonly tree: string;
  /** The answers given by name, the score that they make, and what is wanting for it. */
  readonly set: Readonly<Record<string, number>>;
  readonly score: number | null;
  readonly exact: string | null;
  readonly missing: readonly string[];
  /** Yes/no inputs that the points take as answered yes. */
  readonly assumed: readonly string[];
  readonly ambiguity: string | null;
  readonly faults: readonly string[];
}

interface DescribedInput {
  readonly name: string;
  readonly type: string;
  readonly unit: string | null;
  readonly options?: readonly string[];
  /** Where the answer comes from: other cells of the row, a figure of the table, or a person. */
  readonly from: "target" | "actual" | "figure" | "person";
  /** Whether its answer can close the whole. */
  readonly gate: boolean;
  /** What asks for it: gate, applicability, or the kinds of the clauses that read it. */
  readonly askedBy: readonly string[];
}

interface RulePoint {
  readonly value: number;
  /** Null where the rule gives this value no score; `why` says so. */
  readonly score: number | null;
  readonly exact: string | null;
  readonly why?: string;
}

export interface DescribeOptions {
  /** Values of the one number that the score depends on. */
  readonly at: readonly Exact[];
  /** Answers by the names of the inputs; absent: none. */
  readonly answers?: RuleAnswers;
  readonly lang: "zh" | "en";
  readonly settings: Settings;
}

export function describeRule(rule: Rule, { at, answers = NONE, lang, settings }: DescribeOptions): RuleDescription {
  const words = ({ zh, en }: { zh: string; en: string }): string => (lang === "zh" ? zh : en);
  const faults = checkRule(rule);
  const [subject, ...others] = clauseInputs(rule.clauses);
  const assumed = assumedInputs(rule, subject);
  const single = subject !== undefined && others.length === 0 && isSound(faults);
  return {
    kind: leadingKind(rule),
    clauses: rule.clauses.map(clauseJson),
    combine: rule.combine,
    params: paramsJson(rule),
    explanation: explainRule(rule, settings)
      .map(words)
      .join(lang === "zh" ? "。" : ". "),
    formula: printFormula(compileRule(rule, nameReference(rule), settings)),
    points: single ? at.map((value) => point(rule, subject, assumed, value, settings, lang)) : [],
    inputs: ruleInputs(rule).map((input) => describedInput(input, rule)),
    parts: rule.clauses.map((clause) => partOf(clause)),
    tree: ruleTree(rule),
    ...answered(rule, answers, settings),
    assumed: single ? assumed.map((input) => input.name) : [],
    ambiguity: rule.ambiguities.length > 0 ? rule.ambiguities.map(words).join(lang === "zh" ? "；" : "; ") : null,
    faults: faults.map(words),
  };
}

const isSound = (faults: readonly ClauseFault[]): boolean => faults.every((fault) => fault.severity !== "error");

const NONE: RuleAnswers = new Map();

function describedInput(input: RuleInput, { clauses, gates, applicability }: Rule): DescribedInput {
  const asking = clauses.filter((clause) => clauseInputs([clause]).some(({ name }) => name === input.name));
  const gate = gates.some((one) => one.input.name === input.name);
  const targets = clauses.flatMap((clause) => (clause.kind === "target" ? [clause] : []));
  return {
    ...input,
    from: targets.some(({ target }) => target.name === input.name)
      ? "target"
      : targets.some(({ actual }) => actual.name === input.name)
        ? "actual"
        : input.type === "rate" || input.type === "amount"
          ? "figure"
          : "person",
    gate,
    askedBy: [
      ...(gate ? ["gate"] : []),
      ...(applicability?.input.name === input.name ? ["applicability"] : []),
      ...new Set(asking.map(({ kind }) => kind)),
    ],
  };
}

function partOf(clause: Clause): RuleDescription["parts"][number] {
  const { high } = kindOf(clause).range(clause);
  return { mark: high && toDouble(high), kind: clause.kind, inputs: clauseInputs([clause]).map(({ name }) => name) };
}

/** The score at the answers given, with what is wanting; nothing given: no score. */
function answered(
  rule: Rule,
  answers: RuleAnswers,
  settings: Settings,
): Pick<RuleDescription, "set" | "score" | "exact" | "missing"> {
  const set = Object.fromEntries(
    [...answers].flatMap(([name, value]) => (value.state === "known" ? [[name, toDouble(value.number)] as const] : [])),
  );
  if (answers.size === 0) return { set, score: null, exact: null, missing: [] };
  const { value } = evaluateRule(rule, answers, settings);
  if (value.state === "known")
    return { set, score: toDouble(value.number), exact: exactText(value.number), missing: [] };
  return { set, score: null, exact: null, missing: value.state === "notVerifiable" ? value.missing : [] };
}

/** Of the single clause; of several, the first that is more than a condition. */
function leadingKind(rule: Rule): ClauseKind {
  const telling = rule.clauses.find((clause) => clause.kind !== "binary") ?? rule.clauses[0];
  if (!telling) throw new Error("a rule without clauses");
  return telling.kind;
}

/** Gates and applicability, unless the points are about them. */
const assumedInputs = (rule: Rule, subject: RuleInput | undefined): readonly RuleInput[] =>
  [...rule.gates.map(({ input }) => input), rule.applicability?.input].filter(
    (input): input is RuleInput => input !== undefined && input.name !== subject?.name,
  );

function point(
  rule: Rule,
  subject: RuleInput,
  assumed: readonly RuleInput[],
  value: Exact,
  settings: Settings,
  lang: "zh" | "en",
): RulePoint {
  const answers = new Map([
    ...assumed.map((input) => [input.name, known(ONE)] as const),
    [subject.name, known(value)] as const,
  ]);
  const outcome = evaluateRule(rule, answers, settings);
  if (outcome.value.state === "known")
    return { value: toDouble(value), score: toDouble(outcome.value.number), exact: exactText(outcome.value.number) };
  const why = outcome.steps.map((step) => step[lang]).join(lang === "zh" ? "；" : "; ");
  return { value: toDouble(value), score: null, exact: null, why };
}

/** Each input as a defined name made of its own words. */
function nameReference(rule: Rule): InputReference {
  const names = new Map<string, FormulaNode>();
  const taken = new Set<string>();
  for (const input of ruleInputs(rule)) {
    const plain = plainName(input.name);
    let name = plain;
    for (let n = 2; taken.has(name); n++) name = `${plain}_${n}`;
    taken.add(name);
    names.set(input.name, f.name(name));
  }
  return (input) => names.get(input.name) ?? f.name(plainName(input.name));
}

/** Letters, digits and Chinese characters only; what could be read as a cell or begins with a digit gets a stroke. */
function plainName(text: string): string {
  const kept = text.normalize("NFKC").replace(/[^\p{L}\p{N}_]/gu, "");
  return /^(?:\d|$|[A-Za-z]{1,3}\d+$|[rR]\d*[cC]?\d*$|[cC]\d*$)/.test(kept) ? `_${kept}` : kept;
}

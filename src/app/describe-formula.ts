import { f } from "../core/formula/build";
import { printFormula } from "../core/formula/print";
import { exactText, roundHalfUp, toDouble, type Exact } from "../core/model/exact";
import { BLANK, known, type Value } from "../core/model/value";
import { fail, succeed, type Result } from "../core/model/result";
import { compileDefinition } from "../core/language/definition/compile";
import { evaluateExpression } from "../core/language/definition/evaluate";
import { readGivenNumber } from "../core/language/definition/given-number";
import { printExpression } from "../core/language/definition/print";
import { readDefinition, type DefinitionProblem } from "../core/language/definition/read";
import type { Definition } from "../core/rules/definition";
import { compact, nameKey } from "../core/model/text";
import { definedNameFor } from "../core/formula/defined-name";

/** What the command `formula` prints. The first seven fields are fixed by the contract of the command line. */
export interface FormulaDescription {
  readonly name: string;
  readonly variables: readonly string[];
  readonly expression: string;
  readonly percent: boolean;
  readonly formula: string;
  /** Rounded to 12 places; null where an input is missing or a divisor is zero. */
  readonly value: number | null;
  /** "69/77"; null with `value`. */
  readonly exact: string | null;
  /** Variables without a number. */
  readonly missing: readonly string[];
  /** The divisor that is zero; null where none is. */
  readonly zeroBase: string | null;
  /** Decisions of the reader that could be meant otherwise; null where there were none. */
  readonly ambiguity: string | null;
}

export type FormulaCommandFailure =
  | { readonly kind: "definition"; readonly problem: DefinitionProblem }
  | {
      readonly kind: "unknown-name";
      readonly name: string;
      readonly variables: readonly string[];
      readonly zh: string;
      readonly en: string;
    }
  | {
      readonly kind: "two-names";
      readonly name: string;
      readonly variables: readonly string[];
      readonly zh: string;
      readonly en: string;
    }
  | { readonly kind: "given-twice"; readonly name: string; readonly zh: string; readonly en: string }
  | {
      readonly kind: "not-a-number";
      readonly name: string;
      readonly text: string;
      readonly zh: string;
      readonly en: string;
    };

/**
 * Reads a printed definition and puts given numbers in: each of `sets` is "NAME=V", the name without regard to spaces,
 * quotation marks and a unit in brackets at its end, V such as 69, 95%, 1,234.5 (SPEC D11).
 */
export function describeFormula(
  text: string,
  sets: readonly string[],
  lang: "zh" | "en" = "zh",
): Result<FormulaDescription, FormulaCommandFailure> {
  const reading = readDefinition(text);
  if (!reading.ok) return fail({ kind: "definition", problem: reading.problem });
  const { definition } = reading;
  const given = assign(definition, sets);
  if (!given.ok) return given;
  return succeed(describe(definition, given.value, lang));
}

function describe(definition: Definition, given: ReadonlyMap<string, Exact>, lang: "zh" | "en"): FormulaDescription {
  const { name, variables, expression, percent, notes = [] } = definition;
  const nameOf = new Map<string, string>();
  for (const variable of variables) nameOf.set(variable, definedNameFor(variable, new Set(nameOf.values())));
  const lookup = (variable: string): Value => {
    const number = given.get(variable);
    return number ? known(number) : BLANK;
  };
  const outcome = evaluateExpression(expression, lookup);
  const number = outcome.state === "known" ? outcome.number : null;
  return {
    name,
    variables,
    expression: printExpression(expression),
    percent,
    formula: printFormula(compileDefinition(definition, (variable) => f.name(nameOf.get(variable) ?? variable))),
    value: number ? toDouble(roundHalfUp(number, 12)) : null,
    exact: number ? exactText(number) : null,
    missing: outcome.state === "notVerifiable" ? outcome.missing : [],
    zeroBase: outcome.state === "notApplicable" && outcome.reason === "zeroBase" ? outcome.base : null,
    ambiguity: notes.length > 0 ? notes.map((note) => note[lang]).join(lang === "zh" ? "；" : "; ") : null,
  };
}

function assign(
  { variables }: Definition,
  sets: readonly string[],
): Result<ReadonlyMap<string, Exact>, FormulaCommandFailure> {
  const given = new Map<string, Exact>();
  for (const set of sets) {
    const split = splitSet(set);
    const variable = variableFor(split.name, variables);
    if (!variable.ok) return variable;
    const number = readGivenNumber(split.text);
    if (!number) return fail(notANumber(variable.value, split.text));
    const before = given.get(variable.value);
    if (before && !before.equals(number)) return fail(givenTwice(variable.value));
    given.set(variable.value, number);
  }
  return succeed(given);
}

/** At the last equals sign: a name may hold one, a number does not. */
function splitSet(set: string): { readonly name: string; readonly text: string } {
  const at = Math.max(set.lastIndexOf("="), set.lastIndexOf("＝"));
  return at < 0 ? { name: set.trim(), text: "" } : { name: set.slice(0, at).trim(), text: set.slice(at + 1).trim() };
}

function variableFor(name: string, variables: readonly string[]): Result<string, FormulaCommandFailure> {
  const exactly = variables.filter((variable) => withoutQuotes(variable) === withoutQuotes(name));
  const found = exactly.length > 0 ? exactly : variables.filter((variable) => nameKey(variable) === nameKey(name));
  const [only] = found;
  if (only !== undefined && found.length === 1) return succeed(only);
  return fail(found.length === 0 ? unknownName(name, variables) : twoNames(name, found));
}

const withoutQuotes = (name: string): string => compact(name).replace(/["'《》]/g, "");

const unknownName = (name: string, variables: readonly string[]): FormulaCommandFailure => ({
  kind: "unknown-name",
  name,
  variables,
  zh: `公式中没有“${name}”；公式用到的数据是：${variables.join("、")}`,
  en: `The definition has no “${name}”; it uses: ${variables.join(", ")}`,
});

const twoNames = (name: string, variables: readonly string[]): FormulaCommandFailure => ({
  kind: "two-names",
  name,
  variables,
  zh: `“${name}”可能是${variables.map((variable) => `“${variable}”`).join("或")}，请写全名称`,
  en: `“${name}” may be ${variables.map((variable) => `“${variable}”`).join(" or ")}; write the whole name`,
});

const givenTwice = (name: string): FormulaCommandFailure => ({
  kind: "given-twice",
  name,
  zh: `“${name}”给了两个不同的数`,
  en: `“${name}” is given two different numbers`,
});

const notANumber = (name: string, text: string): FormulaCommandFailure => ({
  kind: "not-a-number",
  name,
  text,
  zh: `“${name}”的值“${text}”不是数字；可写作 69、95%、1,234.5`,
  en: `“${text}” for “${name}” is not a number; write 69, 95% or 1,234.5`,
});

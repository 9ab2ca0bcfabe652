import { nameKey } from "../model/text";
import { readDefinitions, type DefinitionProblem, type Reading } from "../language/definition/read";
import { severalDefinitions } from "../language/definition/problem";
import type { Definition } from "../rules/definition";
import { sheetA1 } from "../workbook/address";
import type { Indicator, TextCell } from "../model/scoring-table";
import type { SourcedDefinition } from "../rules/rule";

export interface IndicatorDefinition {
  /** Null where the table prints none that can be read. */
  readonly definition: SourcedDefinition | null;
  /** The cell that prints it. */
  readonly cell: TextCell | null;
  /** Why a printed formula was not taken, with its cell; null where nothing stood in the way. */
  readonly problem: { readonly problem: DefinitionProblem; readonly cell: TextCell } | null;
}

/**
 * The definition a table prints for an indicator's rate: in its description, else its explanation, else its standard. A
 * formula for a score (得分=执行率×分值) is a standard, not a definition of the rate (SPEC D12).
 */
export function definitionOf(
  indicator: Indicator,
  sheet: string,
  read: (text: string, subject: string) => readonly Reading[] = (text, subject) => readDefinitions(text, { subject }),
): IndicatorDefinition {
  const subject = indicator.path.at(-1) ?? "";
  const problems: NonNullable<IndicatorDefinition["problem"]>[] = [];
  for (const cell of [indicator.description, indicator.explanation, indicator.standard]) {
    if (!cell || !mayDefine(cell.text)) continue;
    const readings = read(cell.text, subject).filter(isNoScore);
    const definition = chosen(readings, subject);
    if (definition)
      return { definition: { definition, source: "table", at: sheetA1({ sheet, ...cell.at }) }, cell, problem: null };
    const failed = readings.find((reading) => !reading.ok);
    if (failed) problems.push({ problem: failed.problem, cell });
    else if (readings.length > 1) problems.push({ problem: several(cell.text, readings), cell });
  }
  return { definition: null, cell: null, problem: problems[0] ?? null };
}

/** Most texts hold no formula; they are not worth reading closely. */
const mayDefine = (text: string): boolean => /[=＝﹦]|100\s*[%％﹪]/.test(text);

const SCORE = /(?:得分|分值|计分|评分|扣分|分数|加分|减分|总分)$/;
const MARK = /分值|权重|满分|标准分|总分/;

function isNoScore(reading: Reading): boolean {
  if (!reading.ok) return !SCORE.test(nameKey(reading.problem.name ?? ""));
  const { name, variables } = reading.definition;
  return !SCORE.test(nameKey(name)) && !variables.some((variable) => MARK.test(variable));
}

/** Two formulas that both may be meant: which one is a question to a person, and no pack's formula answers it unsaid. */
function several(text: string, readings: readonly Reading[]): DefinitionProblem {
  const definitions = readings.flatMap((reading) => (reading.ok ? [reading.definition] : []));
  return severalDefinitions(
    definitions.map(({ name }) => name),
    text.indexOf(definitions[1]?.text ?? ""),
  );
}

/** The one named like the indicator; else the only one; else the first, where the others only define its variables. */
function chosen(readings: readonly Reading[], subject: string): Definition | null {
  const definitions = readings.flatMap((reading) => (reading.ok ? [reading.definition] : []));
  const named = definitions.filter(({ name }) => nameKey(name) === nameKey(subject));
  if (named.length === 1) return named[0] ?? null;
  const [first, ...others] = definitions;
  if (!first || named.length > 1 || readings.some((reading) => !reading.ok)) return null;
  const known = new Set(first.variables.map(nameKey));
  for (const helper of others) {
    if (!known.has(nameKey(helper.name))) return null;
    for (const variable of helper.variables) known.add(nameKey(variable));
  }
  return first;
}

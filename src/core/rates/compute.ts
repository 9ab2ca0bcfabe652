import { pushAll } from "../workbook/long-lists";
import type { Finding } from "../findings/finding";
import { evaluateExpression } from "../language/definition/evaluate";
import { printExpression, printSpaced } from "../language/definition/print";
import type { Definition, Expression } from "../rules/definition";
import type { Exact } from "../model/exact";
import type { Quantity } from "../model/quantity";
import type { Indicator } from "../model/scoring-table";
import { BLANK, known, type Value } from "../model/value";
import type { DefinitionUse } from "../quantities/definition-use";
import type { RateResult } from "../review.types";
import type { ExplanationStep } from "../rules/rule";
import { impossibleQuantity } from "../language/possible";
import { allDoneByTable, partAboveDone, partAboveWhole, rateBeyondWhole, type ReadUse } from "./parts-above";
import { inputMissing, rateText, zeroBase } from "./rate-findings";
import { scaleFindings } from "./scale";
import { statedRateFindings } from "./stated-against-computed";

export interface ComputedRates {
  /** One result per use, in the order of the uses. */
  readonly rates: ReadonlyMap<Indicator, RateResult>;
  readonly findings: readonly Finding[];
}

/**
 * Computes every indicator's rate from its definition and the quantities bound to its variables, exactly and unrounded.
 * What is missing is named, all of it; a zero base gives no rate. Stated rates are compared (SPEC D9, Q8).
 */
export function computeRates(uses: readonly DefinitionUse[], quantities: readonly Quantity[]): ComputedRates {
  const numberOf = numbersByUse(quantities);
  const isImpossible = impossibleUses(quantities);
  const rates = new Map<Indicator, RateResult>();
  const findings: Finding[] = [];
  const read = uses.map((use): ReadUse => {
    const numbers = new Map(use.definition.variables.map((variable) => [variable, numberOf(use, variable)]));
    return { use, lookup: (variable) => numbers.get(variable) ?? null };
  });
  const done = allDoneByTable(read);
  for (const one of read) {
    const { use, lookup } = one;
    const rate = rateOf(use, lookup, findings);
    const above = partAboveWhole(one);
    const aboveDone = above ? null : partAboveDone(one, done.get(use.table) ?? []);
    const single = [...isImpossible(use), ...(above ? [above.subject] : [])];
    const beyond = single.length > 0 ? null : rateBeyondWhole(one, rate);
    const impossible = beyond ? [use.definition.name] : single;
    if (above) findings.push(above);
    // A number on another scale is why the rate can not be, and says how to mend it.
    const scales = beyond ? scaleFindings(use, lookup) : [];
    if (beyond) pushAll(findings, scales.length > 0 ? scales : [beyond]);
    if (aboveDone) findings.push(aboveDone);
    if (impossible.length > 0) {
      rates.set(use.indicator, rate.status === "computed" ? { ...rate, impossible } : rate);
      continue;
    }
    rates.set(use.indicator, rate);
    pushAll(findings, scaleFindings(use, lookup));
    if (rate.status === "computed") pushAll(findings, statedRateFindings(use, rate.number, lookup));
  }
  return { rates, findings };
}

function rateOf(use: DefinitionUse, lookup: (variable: string) => Exact | null, findings: Finding[]): RateResult {
  const { definition } = use;
  const value = (variable: string): Value => {
    const number = lookup(variable);
    return number ? known(number) : BLANK;
  };
  const outcome = evaluateExpression(definition.expression, value);
  switch (outcome.state) {
    case "known":
      return { status: "computed", number: outcome.number, steps: explain(definition, outcome.number, lookup) };
    case "notVerifiable":
      findings.push(inputMissing(use, outcome.missing));
      return { status: "notVerifiable", missing: outcome.missing };
    case "notApplicable":
      if (outcome.reason === "zeroBase") findings.push(zeroBase(use, outcome.base));
      return { status: "notApplicable", reason: outcome.reason };
  }
}

/** 在职人员控制率 = 在职人员数/编制数, then with the numbers put in: 在职人员控制率 = 69 / 77 = 89.61%. */
function explain(
  definition: Definition,
  number: Exact,
  lookup: (variable: string) => Exact | null,
): readonly ExplanationStep[] {
  const shown = rateText(definition, number, 2);
  const rule = `${definition.name} = ${printExpression(definition.expression)}`;
  const worked = `${definition.name} = ${printSpaced(withNumbers(definition.expression, lookup))} = ${shown}`;
  return [rule, worked].map((step) => ({ zh: step, en: step }));
}

function withNumbers(node: Expression, lookup: (variable: string) => Exact | null): Expression {
  if (node.op === "number") return node;
  if (node.op === "variable") {
    const number = lookup(node.name);
    return number ? { op: "number", number } : node;
  }
  if (node.op === "negate") return { ...node, of: withNumbers(node.of, lookup) };
  return { ...node, left: withNumbers(node.left, lookup), right: withNumbers(node.right, lookup) };
}

function numbersByUse(quantities: readonly Quantity[]): (use: DefinitionUse, variable: string) => Exact | null {
  const numbers = new Map<string, Exact | null>();
  for (const { usedBy, source } of quantities) {
    for (const { table, path, variable } of usedBy) numbers.set(useKey(table, path, variable), source?.number ?? null);
  }
  return ({ table, indicator }, variable) => numbers.get(useKey(table.id, indicator.path, variable)) ?? null;
}

/** The variables of a use that were given a number that can not be: no score is made of them (SPEC C19). */
function impossibleUses(quantities: readonly Quantity[]): (use: DefinitionUse) => readonly string[] {
  const keys = new Set(
    quantities
      .filter((quantity) => impossibleQuantity(quantity) !== null)
      .flatMap(({ usedBy }) => usedBy.map(({ table, path, variable }) => useKey(table, path, variable))),
  );
  return ({ table, indicator, definition }) =>
    definition.variables.filter((variable) => keys.has(useKey(table.id, indicator.path, variable)));
}

const useKey = (table: string, path: readonly string[], variable: string): string =>
  [table, ...path, variable].join("\n");

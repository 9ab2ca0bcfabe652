import type { Finding } from "../findings/finding";
import type { DefinitionFacts } from "../findings/kinds/officials";
import { findingAt } from "../findings/finding-at";
import { compareDefinitions, type DefinitionDifference } from "../language/definition/compare";
import { readDefinition } from "../language/definition/index";
import { wordedQuotientInSigns } from "../language/definition/worded-quotient";
import { compact } from "../model/text";
import { nameOf } from "../model/path";
import type { CellPosition } from "../workbook/address";
import type { Indicator, ScoringTable } from "../model/scoring-table";
import type { Definition } from "../rules/definition";
import type { SourceDocument } from "./officials";
import type { IndicatorDefinition } from "./printed-definition";

/** A definition that the printed one is held against, and all quantities that its source speaks of. */
export interface Measured {
  readonly definition: Definition;
  readonly vocabulary: readonly string[];
  readonly document: SourceDocument;
}

interface Printed {
  readonly table: ScoringTable;
  readonly indicator: Indicator;
  readonly printed: IndicatorDefinition;
}

/**
 * What a table prints in place of an official definition: another formula, or one that can not be read, is altered; the same
 * formula in other words is not (SPEC M4, M15).
 */
export function alteredDefinition(of: Printed, official: Measured): readonly Finding[] {
  const { definition, problem } = of.printed;
  if (!definition) {
    if (!problem || compact(problem.cell.text).includes(compact(official.definition.text))) return [];
    const { text, at } = problem.cell;
    const part = wordedDifference(text, official);
    if (part === "same") return [];
    const how = part === null ? UNREADABLE : PARTS[part];
    return [difference("definition-altered", of, { against: official, at, found: text, how })];
  }
  const { text } = definition.definition;
  if (compact(text) === compact(official.definition.text)) return [];
  const part = compareDefinitions(official.definition, definition.definition, {
    strict: true,
    vocabulary: official.vocabulary,
  });
  const { at } = of.printed.cell ?? { at: of.indicator.nameAt };
  if (part === "same") return [];
  return [difference("definition-altered", of, { against: official, at, found: text, how: PARTS[part] })];
}

/** What a formula with its division in words says against the official one; null where it can not be told. */
function wordedDifference(text: string, official: Measured): DefinitionDifference | null {
  const signed = wordedQuotientInSigns(text);
  const reading = signed === null ? null : readDefinition(signed);
  if (!reading?.ok) return null;
  return compareDefinitions(official.definition, reading.definition, { strict: true, vocabulary: official.vocabulary });
}

/** A printed definition that none of the usual ones of its name is; the printed one counts, the difference is said. */
export function differingDefinition(of: Printed, usual: readonly Measured[]): readonly Finding[] {
  const { definition } = of.printed;
  const [first] = usual;
  if (!definition || !first) return [];
  if (usual.some((one) => isWordForWord(one.definition, definition.definition))) return [];
  const parts: Exclude<DefinitionDifference, "same">[] = [];
  for (const { definition: one, vocabulary } of usual) {
    const part = compareDefinitions(one, definition.definition, { strict: false, vocabulary });
    if (part === "same") return [];
    parts.push(part);
  }
  const [part = "formula"] = parts;
  const inverted = parts.indexOf("inverted");
  const shown = inverted < 0 ? part : "inverted";
  const against = usual[Math.max(inverted, 0)] ?? first;
  const { at } = of.printed.cell ?? { at: of.indicator.nameAt };
  const found = definition.definition.text;
  const how = PARTS[shown];
  return [difference("definition-differs", of, { against, at, found, how })];
}

/** Printed as it stands there, and nothing explained otherwise: the usual case, for which nothing needs to be evaluated. */
const isWordForWord = (usual: Definition, printed: Definition): boolean =>
  compact(usual.text) === compact(printed.text) &&
  printed.variables.every((name) => {
    const [one, other] = [usual.explanations.get(name), printed.explanations.get(name)];
    return one === undefined || other === undefined || compact(one) === compact(other);
  });

/** What a printed definition is misprinted in, or why it could not be read: said once, at its cell (SPEC D13, D16). */
export function readingFindings({ table, indicator, printed }: Printed): readonly Finding[] {
  const { definition, problem, cell } = printed;
  const name = nameOf(indicator.path);
  // What stands in a standard is the reader of standards' to tell.
  if (problem && problem.cell !== indicator.standard) {
    const { zh, en } = problem.problem;
    const data = { name, text: problem.cell.text.trim(), reason: { zh, en } };
    return [findingAt("definition-unreadable", table, problem.cell.at, { path: indicator.path, data })];
  }
  const slips = (definition?.definition.notes ?? []).filter(({ slip }) => slip);
  if (!definition || !cell || slips.length === 0) return [];
  const how = { zh: slips.map(({ zh }) => zh).join("；"), en: slips.map(({ en }) => en).join("; ") };
  const data = { name, text: definition.definition.text.trim(), how };
  return [findingAt("definition-slip", table, cell.at, { path: indicator.path, data })];
}

const PARTS: Readonly<Record<"inverted" | "numerator" | "denominator" | "formula", DefinitionFacts["how"]>> = {
  inverted: { zh: "分子与分母颠倒", en: "numerator and denominator are interchanged" },
  numerator: { zh: "分子不同", en: "another numerator" },
  denominator: { zh: "分母不同", en: "another denominator" },
  formula: { zh: "公式不同", en: "another formula" },
};
const UNREADABLE: DefinitionFacts["how"] = { zh: "表中的公式无法识别", en: "the formula in the table can not be read" };

interface Difference extends Pick<DefinitionFacts, "found" | "how"> {
  readonly against: Measured;
  readonly at: CellPosition;
}

function difference(
  code: "definition-altered" | "definition-differs",
  { table, indicator }: Printed,
  { against, at, found, how }: Difference,
): Finding {
  const { definition, document } = against;
  const data = { name: nameOf(indicator.path), official: definition.text.trim(), found: found.trim(), document, how };
  return findingAt(code, table, at, { path: indicator.path, data });
}

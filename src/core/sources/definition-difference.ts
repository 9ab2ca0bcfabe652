import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { compareDefinitions } from "../language/definition/compare";
import { compact } from "../model/text";
import { nameOf } from "../model/path";
import type { CellPosition } from "../workbook/address";
import type { Indicator, ScoringTable } from "../model/scoring-table";
import type { Definition } from "../rules/definition";
import type { IndicatorDefinition } from "./printed-definition";

/** A definition that the printed one is held against, and all quantities that its source speaks of. */
export interface Measured {
  readonly definition: Definition;
  readonly vocabulary: readonly string[];
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
    const found = problem.cell.text;
    return [difference("definition-altered", of, problem.cell.at, official.definition.text, found, UNREADABLE)];
  }
  const { text } = definition.definition;
  if (compact(text) === compact(official.definition.text)) return [];
  const part = compareDefinitions(official.definition, definition.definition, {
    strict: true,
    vocabulary: official.vocabulary,
  });
  return part === "same"
    ? []
    : [
        difference(
          "definition-altered",
          of,
          (of.printed.cell ?? { at: of.indicator.nameAt }).at,
          official.definition.text,
          text,
          PARTS[part],
        ),
      ];
}

/** A printed definition that none of the usual ones of its name is; the printed one counts, the difference is said. */
export function differingDefinition(of: Printed, usual: readonly Measured[]): readonly Finding[] {
  const { definition } = of.printed;
  const [first] = usual;
  if (!definition || !first) return [];
  const parts = usual.map(({ definition: one, vocabulary }) =>
    compareDefinitions(one, definition.definition, { strict: false, vocabulary }),
  );
  const [part] = parts;
  if (part === undefined || parts.includes("same")) return [];
  const inverted = parts.indexOf("inverted");
  const shown = inverted < 0 ? part : "inverted";
  const against = usual[Math.max(inverted, 0)]?.definition.text ?? first.definition.text;
  const words = PARTS[shown === "same" ? "formula" : shown];
  return [
    difference(
      "definition-differs",
      of,
      (of.printed.cell ?? { at: of.indicator.nameAt }).at,
      against,
      definition.definition.text,
      words,
    ),
  ];
}

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

interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

const PARTS: Readonly<Record<"inverted" | "numerator" | "denominator" | "formula", Bilingual>> = {
  inverted: { zh: "分子与分母颠倒", en: "numerator and denominator are interchanged" },
  numerator: { zh: "分子不同", en: "another numerator" },
  denominator: { zh: "分母不同", en: "another denominator" },
  formula: { zh: "公式不同", en: "another formula" },
};
const UNREADABLE: Bilingual = { zh: "表中的公式无法识别", en: "the formula in the table can not be read" };

function difference(
  code: "definition-altered" | "definition-differs",
  { table, indicator }: Printed,
  at: CellPosition,
  official: string,
  found: string,
  how: Bilingual,
): Finding {
  const data = { name: nameOf(indicator.path), official: official.trim(), found: found.trim(), how };
  return findingAt(code, table, at, { path: indicator.path, data });
}

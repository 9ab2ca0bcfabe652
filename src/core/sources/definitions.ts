import { pushAll } from "../workbook/long-lists";
import type { Finding } from "../findings/finding";
import { nameOf } from "../model/path";
import { nameKey } from "../model/text";
import type { Indicator, ScoringTable } from "../model/scoring-table";
import type { Definition, Expression } from "../rules/definition";
import type { SourcedDefinition } from "../rules/rule";
import { isCounted, rateOfTarget } from "../targets/rate-of-target";
import { alteredDefinition, differingDefinition, readingFindings, type Measured } from "./definition-difference";
import { documentOf, isOfficial, TEMPLATE_DOCUMENT, type Officials, type ReadyPack } from "./officials";
import { definitionOf } from "./printed-definition";
import type { Readings } from "./readings";

/**
 * The definition of an indicator's rate: the official template's or pack's, the printed one, a usual pack's, a framework's.
 * A printed one that is another formula is a finding: altered beside an official one, different from the usual ones (SPEC M2–M4).
 */
export function resolveDefinition(
  table: ScoringTable,
  indicator: Indicator,
  officials: Officials,
  findings: Finding[],
): SourcedDefinition | null {
  const { readings, template, pack } = officials;
  const printed = definitionOf(indicator, table.sheet, (text, subject) => readings.definitionsIn(text, subject));
  const official = templateDefinition(indicator, officials);
  const ofPack = isOfficial(pack) ? packDefinition(pack, indicator, "pack", readings) : null;
  const named = official ?? ofPack;
  if (named) {
    const vocabulary = official && template ? templateNames(template.table) : vocabularyOf(pack, readings);
    const altered = alteredDefinition(
      { table, indicator, printed },
      {
        definition: named.definition,
        vocabulary,
        document: official || !pack ? TEMPLATE_DOCUMENT : documentOf(pack.file),
      },
    );
    pushAll(findings, altered);
    if (altered.length === 0) pushAll(findings, readingFindings({ table, indicator, printed }));
    // The same formula in the table's own words keeps those words: people look for them in their data.
    return altered.length === 0 && printed.definition ? { ...named, definition: printed.definition.definition } : named;
  }
  pushAll(findings, readingFindings({ table, indicator, printed }));
  pushAll(findings, differingDefinition({ table, indicator, printed }, usualDefinitions(indicator, officials)));
  if (printed.definition && speaksOfOwnColumns(indicator, printed.definition.definition)) return null;
  return (
    printed.definition ??
    packDefinition(pack, indicator, "pack", readings) ??
    packDefinition(officials.workbookPack, indicator, "workbook", readings) ??
    packDefinition(officials.framework, indicator, "pack", readings)
  );
}

const ACTUAL = /^(?:年度|全年|当年|指标)*(?:实际|指标)*(?:完成|实现)?(?:值|数|量|数量|任务数?)$/;
const TARGET = /^(?:年度|全年|当年|年初|绩效)*(?:指标|目标|计划|任务|应)(?:完成|实现|任务|目标)*(?:值|数|量|数量)?$/;

/**
 * 完成率=实际完成值/年度指标值 in the row of something that is counted: its figures stand in the row's own cells, where they
 * are compared, and in each row they are others (SPEC V14).
 */
function speaksOfOwnColumns(indicator: Indicator, { expression, variables }: Definition): boolean {
  const [part, whole] = variables.map(nameKey);
  if (variables.length !== 2 || part === undefined || whole === undefined) return false;
  const isShare = part.startsWith("实际") && ACTUAL.test(part) && TARGET.test(whole) && isQuotient(expression);
  const pair = isShare ? rateOfTarget(indicator) : null;
  return pair !== null && isCounted(indicator, pair);
}

const isQuotient = (node: Expression): boolean =>
  node.op === "divide" && node.left.op === "variable" && node.right.op === "variable";

function templateDefinition(indicator: Indicator, { template }: Officials): SourcedDefinition | null {
  const official = template?.find(indicator.path);
  const sourced = template && official ? definitionOf(official, template.table.sheet).definition : null;
  return sourced && { ...sourced, source: "template" };
}

function packDefinition(
  pack: ReadyPack | null,
  indicator: Indicator,
  source: "pack" | "workbook",
  readings: Readings,
): SourcedDefinition | null {
  const entry = pack?.find(indicator.path);
  if (!pack || entry?.definition === undefined) return null;
  const definition = readings.definition(entry.definition, nameOf(indicator.path));
  return definition && { definition, source, at: `${pack.file.id}/${entry.id}` };
}

/** What the chosen packs and the framework say of this rate, and what local forms are known to print for it. */
function usualDefinitions(indicator: Indicator, { readings, ...officials }: Officials): readonly Measured[] {
  return [officials.pack, officials.workbookPack, officials.framework].flatMap((pack) => {
    const entry = pack?.find(indicator.path);
    if (!pack || entry?.definition === undefined) return [];
    const vocabulary = vocabularyOf(pack, readings);
    const document = documentOf(pack.file);
    return [entry.definition, ...entry.variants].flatMap((text) => {
      const definition = readings.definition(text, nameOf(indicator.path));
      return definition ? [{ definition, vocabulary, document }] : [];
    });
  });
}

/** Every quantity of which a pack's definitions speak; found once for a pack, since every indicator asks. */
function vocabularyOf(pack: ReadyPack | null, readings: Readings): readonly string[] {
  if (!pack) return [];
  const known = vocabularies.get(pack);
  if (known) return known;
  const variables = pack.file.indicators.flatMap(({ definition, names }) =>
    definition === undefined ? [] : (readings.definition(definition, names[0] ?? "")?.variables ?? []),
  );
  const vocabulary = [...new Set(variables)];
  vocabularies.set(pack, vocabulary);
  return vocabulary;
}

const vocabularies = new WeakMap<ReadyPack, readonly string[]>();

const templateNames = (template: ScoringTable): readonly string[] => [
  ...new Set(
    template.indicators.flatMap((one) => definitionOf(one, template.sheet).definition?.definition.variables ?? []),
  ),
];

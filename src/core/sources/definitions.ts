import type { Finding } from "../findings/finding";
import type { Reading } from "../language/definition/read";
import type { Definition } from "../rules/definition";
import type { Indicator, ScoringTable } from "../model/scoring-table";
import { definitionOf } from "./printed-definition";
import type { PackIndicator } from "../rules/packs/schema";
import type { SourcedDefinition } from "../rules/rule";
import type { Officials } from "./officials";
import { sameDefinition } from "./same-rule";
import { alteredStandard } from "./trust";
import { nameOf } from "../model/path";

/**
 * The definition of an indicator's rate: the named template's or pack's, the printed one, the workbook's pack's, a framework's.
 * A named one that is another formula than the printed one is a finding (SPEC M3, M4).
 */
export function resolveDefinition(
  table: ScoringTable,
  indicator: Indicator,
  officials: Officials,
  official: PackIndicator | null,
  findings: Finding[],
): SourcedDefinition | null {
  const name = nameOf(indicator.path);
  const { readings, pack, workbookPack, framework } = officials;
  const read = (text: string, subject: string) => readings.definitionsIn(text, subject);
  const readPack = (text: string) => firstDefinition(readings.definitionsIn(text, name));
  const printed = definitionOf(indicator, table.sheet, read).definition;
  const named = templateDefinition(indicator, officials) ?? packDefinition(official, pack, "pack", readPack);
  if (named && printed) {
    // The same formula in the table's own words keeps those words: people look for them in their data.
    if (sameDefinition(named.definition, printed.definition)) return { ...named, definition: printed.definition };
    findings.push(alteredStandard(table, indicator, named.definition.text, printed.definition.text));
  }
  return (
    named ??
    printed ??
    packDefinition(workbookPack?.find(indicator.path) ?? null, workbookPack, "workbook", readPack) ??
    packDefinition(framework.find(indicator.path), framework, "pack", readPack)
  );
}

function templateDefinition(indicator: Indicator, { template }: Officials): SourcedDefinition | null {
  const official = template?.find(indicator.path);
  const sourced = template && official ? definitionOf(official, template.table.sheet).definition : null;
  return sourced && { ...sourced, source: "template" };
}

function packDefinition(
  official: PackIndicator | null,
  pack: Officials["pack"],
  source: "pack" | "workbook",
  read: (text: string) => Definition | null,
): SourcedDefinition | null {
  if (!pack || official?.definition === undefined) return null;
  const definition = read(official.definition);
  return definition && { definition, source, at: `${pack.file.id}/${official.id}` };
}

const firstDefinition = (readings: readonly Reading[]): Definition | null => {
  const first = readings[0];
  return first?.ok ? first.definition : null;
};

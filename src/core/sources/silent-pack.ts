import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { EXECUTION_RATE } from "../model/named-indicators";
import type { ScoringTable } from "../model/scoring-table";
import { nameKey } from "../model/text";
import type { PackFile, PackIndicator } from "../rules/packs/schema";
import { documentOf, TEMPLATE_DOCUMENT, type Officials, type RuleSources } from "./officials";
import type { SourcedRule } from "../rules/rule";

/** What was found for an indicator: the pack's entry for it, and the rule that judges it. */
interface Found {
  readonly official: PackIndicator | null;
  readonly rule: SourcedRule | null;
}

/**
 * What a person chose and none of whose rules fits a row of the table, though some rows have no standard: said once, since all
 * would seem checked (SPEC M30).
 */
export function silentSources(
  table: ScoringTable,
  sources: RuleSources,
  officials: Officials,
  resolved: readonly Found[],
): readonly Finding[] {
  // where everything is judged by what the table prints, nobody is misled
  if (resolved.every(({ rule }) => rule !== null)) return [];
  const at = { row: table.headerRows[0] ?? table.range.top, column: table.range.left };
  const pack = sources.pack ?? sources.workbookPack;
  const ready = sources.pack ? officials.pack : officials.workbookPack;
  const isSilent = pack && !(ready && speaksOf(table, ready.file, resolved));
  const isUnlike = sources.template && !officials.template && officials.rivals.length === 0;
  // an English sentence holds no Chinese title
  const said = [
    ...(isSilent ? [{ zh: documentOf(pack).zh, en: pack.title.en }] : []),
    ...(isUnlike ? [TEMPLATE_DOCUMENT] : []),
  ];
  return said.map((chosen) => findingAt("pack-silent", table, at, { subject: chosen.en, data: { chosen } }));
}

/** An indicator by its name, a target by its comparison, or the funding block by its rate. */
const speaksOf = (table: ScoringTable, pack: PackFile, resolved: readonly Found[]): boolean =>
  resolved.some(({ official, rule }) => official !== null || rule?.source === "pack" || rule?.source === "workbook") ||
  (table.funding?.total?.cells.fullMark !== undefined &&
    pack.indicators.some(({ names }) => names.some((name) => nameKey(name) === EXECUTION_RATE)));

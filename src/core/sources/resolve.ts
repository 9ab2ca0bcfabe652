import type { Finding } from "../findings/finding";
import type { Indicator, ScoringTable } from "../model/scoring-table";
import { packAmount } from "../rules/packs/amount";
import type { PackFile, PackIndicator } from "../rules/packs/schema";
import type { SourcedDefinition, SourcedRule, StandardProblem } from "../rules/rule";
import { checkRule } from "../rules/score";
import { resolveDefinition } from "./definitions";
import { officialsFor, targetPack, type Officials, type RuleSources } from "./officials";
import { Readings } from "./readings";
import { differs, packRule, printedRule, templateRule } from "./rule-texts";
import { targetRule } from "./target-rule";
import { alteredMark, alteredParts, alteredStandard, indicatorDifferences } from "./trust";
import { findingAt } from "../findings/finding-at";
import { nameOf } from "../model/path";

/**
 * Where each indicator's definition and rule come from, strongest first: the template or pack the reviewer named, what the
 * table prints, the pack chosen in the workbook; without any choice only a framework's definitions (SPEC M2–M4).
 */
export interface ResolvedIndicator {
  readonly definition: SourcedDefinition | null;
  readonly rule: SourcedRule | null;
  /** Why a printed standard was not understood; null where it was, or where none is printed. */
  readonly unread: StandardProblem | null;
  /** The pack's entry, for evidence demands and the like. */
  readonly official: PackIndicator | null;
  /** The words by which an actual value names its tier, where the rule is one of tiers. */
  readonly tiers: PackFile["tiers"] | null;
}

export interface ResolvedTable {
  readonly indicators: readonly ResolvedIndicator[];
  readonly findings: readonly Finding[];
}

/** `readings` are those of the whole review, where several tables may print the same. */
export function resolveTable(table: ScoringTable, sources: RuleSources, readings = new Readings()): ResolvedTable {
  const officials = officialsFor(table, sources, readings);
  const findings: Finding[] = [];
  const indicators = table.indicators.map((indicator) => resolveIndicator(table, indicator, officials, findings));
  if (officials.template) findings.push(...indicatorDifferences(table, officials.template.table));
  if (officials.pack) findings.push(...alteredParts(table, officials.pack.file));
  return { indicators, findings };
}

function resolveIndicator(
  table: ScoringTable,
  indicator: Indicator,
  officials: Officials,
  findings: Finding[],
): ResolvedIndicator {
  const official = officials.pack?.find(indicator.path) ?? null;
  const printed = printedRule(table, indicator, officials.readings);
  const named = templateRule(indicator, officials) ?? packRule(indicator, officials, "pack", official);
  const targets = targetPack(officials);
  if (named && printed && differs(named, printed)) {
    findings.push(alteredStandard(table, indicator, named.text, printed.text, indicator.standard?.at));
  }
  reportMarks(table, indicator, officials, official, findings);
  const chosen =
    named ??
    (printed?.rule ? printed : null) ??
    packRule(indicator, officials, "workbookPack", officials.workbookPack?.find(indicator.path) ?? null) ??
    printed;
  const compared = chosen ? null : targets && targetRule(indicator, targets.file, targets.source);
  const candidate = chosen ? chosen.rule : compared;
  const rule = candidate ? sound(table, indicator, candidate, findings) : null;
  return {
    definition: resolveDefinition(table, indicator, officials, official, findings),
    rule,
    unread: rule ? null : (chosen?.unread ?? null),
    official: official ?? officials.workbookPack?.find(indicator.path) ?? null,
    tiers: compared ? (targets?.file.tiers ?? null) : null,
  };
}

function reportMarks(
  table: ScoringTable,
  indicator: Indicator,
  officials: Officials,
  official: PackIndicator | null,
  findings: Finding[],
): void {
  const fromTemplate = officials.template?.find(indicator.path)?.fullMark?.number;
  const fromPack = official?.fullMark === undefined ? undefined : packAmount(official.fullMark);
  const mark = fromTemplate ?? fromPack;
  if (mark) findings.push(...alteredMark(table, indicator, mark));
}

/** A rule with a fault in itself judges nothing; every fault is reported. */
function sound(table: ScoringTable, indicator: Indicator, rule: SourcedRule, findings: Finding[]): SourcedRule | null {
  const faults = checkRule(rule.rule);
  for (const fault of faults) {
    const data = { name: nameOf(indicator.path), fault: { zh: fault.zh, en: fault.en } };
    const at = indicator.standard?.at ?? indicator.nameAt;
    findings.push(findingAt("standard-inconsistent", table, at, { path: indicator.path, subject: fault.en, data }));
  }
  return faults.some(({ severity }) => severity === "error") ? null : rule;
}

import { pushAll } from "../workbook/long-lists";
import type { Words } from "../findings/finding-kind";
import type { Finding } from "../findings/finding";
import type { Indicator, ScoringTable } from "../model/scoring-table";
import { packAmount } from "../rules/packs/amount";
import type { PackFile, PackIndicator } from "../rules/packs/schema";
import { isUsualRule, type SourcedDefinition, type SourcedRule, type StandardProblem } from "../rules/rule";
import { checkRule } from "../rules/score";
import { resolveDefinition } from "./definitions";
import { isOfficial, officialsFor, targetPack, type Officials, type RuleSources } from "./officials";
import { Readings } from "./readings";
import type { NamedStandard } from "./standard-lists";
import { differs, namedRule, packRule, printedRule, templateRule, type ReadRule } from "./rule-texts";
import { NO_FORM_RULES, type FormRules } from "./form-rules";
import { silentSources } from "./silent-pack";
import { formComparison, packComparison, targetRule, type Comparison } from "./target-rule";
import {
  differingMark,
  differingParts,
  differingStandard,
  indicatorDifferences,
  NAMED_TEMPLATE,
  namedPack,
  rivalTables,
} from "./trust";
import { nameOf } from "../model/path";

/**
 * Where each indicator's definition and rule come from, strongest first: the official template or pack the reviewer named,
 * what the table prints, a usual pack the reviewer or the workbook chose; without any choice only a framework's definitions
 * (SPEC M2–M4).
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
  /** The rule that the form prints for its funding block; null where it prints none. */
  readonly executionRate: FormRules["executionRate"];
  readonly findings: readonly Finding[];
}

/** `readings` are those of the whole review, where several tables may print the same. */
export function resolveTable(
  table: ScoringTable,
  sources: RuleSources,
  readings = new Readings(),
  form: FormRules = NO_FORM_RULES,
): ResolvedTable {
  const officials = officialsFor(table, sources, readings);
  const findings: Finding[] = [...form.findings];
  const noted = formComparison(form);
  const indicators = table.indicators.map((indicator) =>
    resolveIndicator(table, indicator, officials, { noted, named: form.named.get(indicator) ?? null }, findings),
  );
  if (officials.rivals.length > 0) findings.push(rivalTables(table, officials.rivals));
  if (officials.template) pushAll(findings, indicatorDifferences(table, officials.template.table));
  if (officials.pack) pushAll(findings, differingParts(table, officials.pack.file));
  pushAll(findings, silentSources(table, sources, officials, indicators));
  return { indicators, executionRate: form.executionRate, findings };
}

/** What the form prints away from the row: for all rows, and for this one by its name. */
interface PrintedElsewhere {
  readonly noted: Comparison | null;
  readonly named: NamedStandard | null;
}

function resolveIndicator(
  table: ScoringTable,
  indicator: Indicator,
  officials: Officials,
  { noted, named }: PrintedElsewhere,
  findings: Finding[],
): ResolvedIndicator {
  const official = officials.pack?.find(indicator.path) ?? null;
  const printed =
    printedRule(table, indicator, officials.readings) ?? (named && namedRule(indicator, named, officials.readings));
  const lawful = officialRule(indicator, officials, official);
  const usual = lawful ?? packRule(indicator, officials, "pack", official);
  const targets = targetPack(officials);
  if (usual && printed && differs(usual, printed, lawful !== null)) {
    const source = usual.source === "template" || !officials.pack ? NAMED_TEMPLATE : namedPack(officials.pack.file);
    findings.push(differingStandard(table, indicator, usual.text, printed.text, source));
  }
  if (named && printed?.unread && !lawful) findings.push(unreadNamed(table, indicator, named, printed.unread));
  pushAll(findings, marksOf(table, indicator, officials, official));
  const own = lawful ?? printed;
  const note = own ? null : noted && targetRule(indicator, noted);
  const chosen = note
    ? null
    : (own ??
      usual ??
      packRule(indicator, officials, "workbookPack", officials.workbookPack?.find(indicator.path) ?? null));
  const byPack = targets && packComparison(targets.file, targets.source);
  const compared = note ?? (chosen ? null : byPack && targetRule(indicator, byPack));
  const candidate = chosen ? chosen.rule : compared;
  const rule = candidate ? sound(table, indicator, candidate, findings) : null;
  return {
    definition: resolveDefinition(table, indicator, officials, findings),
    rule,
    unread: rule ? null : (chosen?.unread ?? null),
    official: official ?? officials.workbookPack?.find(indicator.path) ?? null,
    tiers: compared ? ((note ? noted : byPack)?.tiers ?? null) : null,
  };
}

function unreadNamed(
  table: ScoringTable,
  { path }: Indicator,
  { at, standard }: NamedStandard,
  { zh, en }: StandardProblem,
): Finding {
  const data = { name: nameOf(path), text: standard, reason: { zh, en } };
  return { code: "standard-unreadable", table: table.id, sheet: at.sheet, at, path, subject: "named", data };
}

/** The standard that outranks the print: the template's, else an official pack's. */
const officialRule = (indicator: Indicator, officials: Officials, official: PackIndicator | null): ReadRule | null =>
  templateRule(indicator, officials) ??
  (isOfficial(officials.pack) ? packRule(indicator, officials, "pack", official) : null);

function marksOf(
  table: ScoringTable,
  indicator: Indicator,
  officials: Officials,
  official: PackIndicator | null,
): readonly Finding[] {
  const fromTemplate = officials.template?.find(indicator.path)?.fullMark?.number;
  if (fromTemplate) return differingMark(table, indicator, fromTemplate, NAMED_TEMPLATE);
  if (!officials.pack || official?.fullMark === undefined) return [];
  return differingMark(table, indicator, packAmount(official.fullMark), namedPack(officials.pack.file));
}

/** At the cell that prints the rule; one that no cell of the table prints is told at the indicator's name, with its place. */
function inconsistent(
  { id, sheet }: ScoringTable,
  { path, standard, nameAt }: Indicator,
  { source, at: place, printedAt }: SourcedRule,
  fault: Words,
): Finding {
  const isOwn = source === "table" && printedAt === undefined;
  const at = printedAt ?? { sheet, ...(isOwn ? (standard?.at ?? nameAt) : nameAt) };
  const data = { name: nameOf(path), fault, ...(source === "table" ? {} : { from: place }) };
  return { code: "standard-inconsistent", table: id, sheet: at.sheet, at, path, subject: fault.en, data };
}

/** A rule with a fault in itself judges nothing; every fault is reported. */
function sound(table: ScoringTable, indicator: Indicator, rule: SourcedRule, findings: Finding[]): SourcedRule | null {
  const faults = checkRule(rule.rule);
  for (const fault of faults) {
    // A gap in a pack's own wording is no fault of the table: `pack` tells it, and a value within it has no score.
    if (isUsualRule(rule) && fault.severity !== "error") continue;
    findings.push(inconsistent(table, indicator, rule, { zh: fault.zh, en: fault.en }));
  }
  return faults.some(({ severity }) => severity === "error") ? null : rule;
}

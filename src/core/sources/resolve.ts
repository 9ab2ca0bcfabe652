import { findingAt, nameOf } from "../checks/context";
import type { Finding } from "../findings/finding";
import type { Reading } from "../language/definition/read";
import type { Definition } from "../language/expression";
import { compact } from "../language/text";
import { sheetA1 } from "../model/address";
import type { Exact } from "../model/exact";
import type { Indicator, ScoringTable, TextCell } from "../model/scoring-table";
import { definitionOf } from "../rates/definition-of";
import { packAmount, standardFor } from "../rules/packs/amount";
import { builtInPack } from "../rules/packs/index";
import type { PackFile, PackIndicator } from "../rules/packs/schema";
import type { RuleSource, SourcedDefinition, SourcedRule, StandardProblem } from "../rules/rule";
import { checkRule } from "../rules/score";
import { packMatcher, templateMatcher, type PackMatcher, type TemplateMatcher } from "./match";
import { aimedReading, indicatorKind } from "./printed-target";
import { Readings } from "./readings";
import { targetRule } from "./target-rule";
import { sameDefinition, sameRule } from "./same-rule";
import { alteredMark, alteredParts, indicatorDifferences } from "./trust";

/**
 * Where each indicator's definition and rule come from, strongest first: the template or pack the reviewer named, what the
 * table prints, the pack chosen in the workbook; without any choice only a framework's definitions (SPEC M2–M4).
 */
export interface RuleSources {
  /** Tables of the official template that the reviewer named. */
  readonly template: readonly ScoringTable[] | null;
  /** The pack that the reviewer named. */
  readonly pack: PackFile | null;
  /** The pack that the workbook's own 规则 sheet names. */
  readonly workbookPack: PackFile | null;
}

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
  const officials = prepare(table, sources, readings);
  const findings: Finding[] = [];
  const indicators = table.indicators.map((indicator) => resolveIndicator(table, indicator, officials, findings));
  if (officials.template) findings.push(...indicatorDifferences(table, officials.template.table));
  if (officials.pack) findings.push(...alteredParts(table, officials.pack.file));
  return { indicators, findings };
}

/** The sources made ready for one table. */
interface Officials {
  readonly readings: Readings;
  readonly template: { readonly table: ScoringTable; readonly find: TemplateMatcher } | null;
  readonly pack: { readonly file: PackFile; readonly find: PackMatcher } | null;
  readonly workbookPack: { readonly file: PackFile; readonly find: PackMatcher } | null;
  readonly framework: { readonly file: PackFile; readonly find: PackMatcher };
}

const FRAMEWORK = { department: "department-framework-2013", project: "project" } as const;

function prepare(table: ScoringTable, sources: RuleSources, readings: Readings): Officials {
  const ready = (file: PackFile | null) => (file?.kind === table.kind ? { file, find: packMatcher(file) } : null);
  const framework = builtInPack(FRAMEWORK[table.kind]);
  if (!framework) throw new Error(`the framework of ${table.kind} is not built in`);
  const template = sources.template ? officialTable(table, sources.template) : null;
  return {
    readings,
    template: template && { table: template, find: templateMatcher(template) },
    pack: ready(sources.pack),
    workbookPack: ready(sources.workbookPack),
    framework: { file: framework, find: packMatcher(framework) },
  };
}

/** The template table that shares most indicators with this one; none where nothing is shared. */
export function officialTable(table: ScoringTable, template: readonly ScoringTable[]): ScoringTable | null {
  let best: { readonly table: ScoringTable; readonly shared: number } | null = null;
  for (const candidate of template) {
    const find = templateMatcher(candidate);
    const shared = table.indicators.filter(({ path }) => find(path) !== null).length;
    if (shared > (best?.shared ?? 0)) best = { table: candidate, shared };
  }
  return best?.table ?? null;
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
    findings.push(altered(table, indicator, named.text, printed.text, indicator.standard?.at));
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

/** The pack whose target comparison and tiers apply: the reviewer's, else the workbook's. */
const targetPack = ({ pack, workbookPack }: Officials) =>
  pack
    ? { file: pack.file, source: "pack" as const }
    : workbookPack && { file: workbookPack.file, source: "workbook" as const };

interface ReadRule {
  readonly text: string;
  readonly source: RuleSource;
  readonly rule: SourcedRule | null;
  readonly unread: StandardProblem | null;
}

interface RuleText {
  readonly text: string;
  readonly fullMark: Exact;
  readonly source: RuleSource;
  readonly at: string;
}

function readRule({ text, fullMark, source, at }: RuleText, indicator: Indicator, readings: Readings): ReadRule {
  const kind = indicatorKind(indicator);
  const context = { name: nameOf(indicator.path), ...(kind ? { indicatorKind: kind } : {}) };
  const reading = aimedReading(readings.standard(text, fullMark, context), indicator);
  return reading.ok
    ? { text, source, rule: { rule: reading.rule, source, text, at }, unread: null }
    : { text, source, rule: null, unread: reading.reason };
}

function printedRule(table: ScoringTable, indicator: Indicator, readings: Readings): ReadRule | null {
  const { standard, fullMark } = indicator;
  if (!standard || !fullMark || compact(standard.text) === "") return null;
  const { text } = standard;
  return readRule(
    { text, fullMark: fullMark.number, source: "table", at: place(table, standard) },
    indicator,
    readings,
  );
}

const place = (table: ScoringTable, cell: TextCell): string => sheetA1({ sheet: table.sheet, ...cell.at });

function templateRule(indicator: Indicator, { template, readings }: Officials): ReadRule | null {
  const official = template?.find(indicator.path);
  const fullMark = official?.fullMark ?? indicator.fullMark;
  if (!template || !official?.standard || !fullMark) return null;
  const at = place(template.table, official.standard);
  const { text } = official.standard;
  return readRule({ text, fullMark: fullMark.number, source: "template", at }, indicator, readings);
}

function packRule(
  indicator: Indicator,
  officials: Officials,
  from: "pack" | "workbookPack",
  official: PackIndicator | null,
): ReadRule | null {
  const pack = officials[from];
  const fullMark = official?.fullMark === undefined ? indicator.fullMark?.number : packAmount(official.fullMark);
  if (!pack || !official?.standard || !fullMark) return null;
  const text = standardFor(official.standard, fullMark);
  const source = from === "pack" ? "pack" : "workbook";
  return readRule({ text, fullMark, source, at: `${pack.file.id}/${official.id}` }, indicator, officials.readings);
}

/**
 * Two texts that read as one rule do not differ. Where either can not be read, an official text must stand as printed;
 * a pack words its rules in its own way, so its wording alone proves nothing.
 */
function differs(named: ReadRule, printed: ReadRule): boolean {
  if (compact(named.text) === compact(printed.text)) return false;
  if (named.rule && printed.rule) return !sameRule(named.rule.rule, printed.rule.rule);
  return named.source === "template";
}

function altered(
  table: ScoringTable,
  indicator: Indicator,
  official: string,
  found: string,
  at = indicator.nameAt,
): Finding {
  const data = { name: nameOf(indicator.path), official, found };
  return findingAt("standard-altered", table, at, { path: indicator.path, data });
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

function resolveDefinition(
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
    findings.push(altered(table, indicator, named.definition.text, printed.definition.text));
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

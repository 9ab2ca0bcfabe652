import { compact } from "../model/text";
import { sheetA1 } from "../workbook/address";
import type { Exact } from "../model/exact";
import type { Indicator, ScoringTable, TextCell } from "../model/scoring-table";
import { packAmount, standardOf } from "../rules/packs/amount";
import type { PackIndicator } from "../rules/packs/schema";
import type { RuleSource, SourcedRule, StandardProblem } from "../rules/rule";
import { isOfficial, type Officials } from "./officials";
import { aimedReading, indicatorKind } from "./printed-target";
import type { NamedStandard } from "./standard-lists";
import type { Readings } from "./readings";
import { sameRule } from "./same-rule";
import { nameOf } from "../model/path";

/** A standard as its source words it, and the rule that it reads as. */
export interface ReadRule {
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
  readonly official?: boolean;
}

function readRule(
  { text, fullMark, source, at, official }: RuleText,
  indicator: Indicator,
  readings: Readings,
): ReadRule {
  const kind = indicatorKind(indicator);
  const explanation = (indicator.description ?? indicator.explanation)?.text;
  const context = {
    name: nameOf(indicator.path),
    ...(kind ? { indicatorKind: kind } : {}),
    ...(explanation === undefined ? {} : { explanation }),
  };
  const reading = aimedReading(readings.standard(text, fullMark, context), indicator);
  return reading.ok
    ? { text, source, rule: { rule: reading.rule, source, text, at, ...(official ? { official } : {}) }, unread: null }
    : { text, source, rule: null, unread: reading.reason };
}

export function printedRule(table: ScoringTable, indicator: Indicator, readings: Readings): ReadRule | null {
  const { standard, fullMark } = indicator;
  if (!standard || !fullMark || compact(standard.text) === "") return null;
  const { text } = standard;
  return readRule(
    { text, fullMark: fullMark.number, source: "table", at: place(table, standard) },
    indicator,
    readings,
  );
}

/** The standard that is printed under the indicator's name somewhere else; a live score watches its whole cell (SPEC M26). */
export function namedRule(indicator: Indicator, named: NamedStandard, readings: Readings): ReadRule | null {
  const { fullMark } = indicator;
  if (!fullMark) return null;
  const at = sheetA1(named.at);
  const read = readRule({ text: named.standard, fullMark: fullMark.number, source: "table", at }, indicator, readings);
  return { ...read, rule: read.rule && { ...read.rule, text: named.text, printedAt: named.at } };
}

const place = (table: ScoringTable, cell: TextCell): string => sheetA1({ sheet: table.sheet, ...cell.at });

export function templateRule(indicator: Indicator, { template, readings }: Officials): ReadRule | null {
  const official = template?.find(indicator.path);
  const fullMark = official?.fullMark ?? indicator.fullMark;
  if (!template || !official?.standard || !fullMark) return null;
  const at = place(template.table, official.standard);
  const { text } = official.standard;
  return readRule({ text, fullMark: fullMark.number, source: "template", at }, indicator, readings);
}

export function packRule(
  indicator: Indicator,
  officials: Officials,
  from: "pack" | "workbookPack",
  official: PackIndicator | null,
): ReadRule | null {
  const pack = officials[from];
  const fullMark = official?.fullMark === undefined ? indicator.fullMark?.number : packAmount(official.fullMark);
  const text = official && fullMark ? standardOf(official, fullMark) : null;
  if (!pack || !official || !fullMark || text === null) return null;
  const source = from === "pack" ? "pack" : "workbook";
  const at = `${pack.file.id}/${official.id}`;
  return readRule({ text, fullMark, source, at, official: isOfficial(pack) }, indicator, officials.readings);
}

/**
 * Two texts that read as one rule do not differ. Where either can not be read, an official text must stand as printed;
 * a usual pack words its rules in its own way, so its wording alone proves nothing.
 */
export function differs(named: ReadRule, printed: ReadRule, official: boolean): boolean {
  if (compact(named.text) === compact(printed.text)) return false;
  if (named.rule && printed.rule) return !sameRule(named.rule.rule, printed.rule.rule);
  return official;
}

import type { Finding } from "../findings/finding";
import { compact, nameKey } from "../model/text";
import { sheetA1, type CellPosition } from "../workbook/address";
import { decimalText, sumExact, type Exact } from "../model/exact";
import type { Indicator, Level, ScoringTable } from "../model/scoring-table";
import { packAmount } from "../rules/packs/amount";
import type { PackFile } from "../rules/packs/schema";
import { templateMatcher } from "./match";
import { EXECUTION_RATE } from "../model/named-indicators";
import { findingAt } from "../findings/finding-at";
import { nameOf } from "../model/path";
import { documentOf, TEMPLATE_DOCUMENT, type SourceDocument } from "./officials";

/**
 * Where a table departs from what the reviewer named: other indicators than the template's, other marks for a part of the
 * whole than the pack's (SPEC M4, M8, M9). The named one judges; the difference is a finding.
 */

/** Indicators of the template that the table lacks, and indicators of the table that the template does not know. */
export function indicatorDifferences(table: ScoringTable, template: ScoringTable): readonly Finding[] {
  const official = templateMatcher(template);
  const met = new Set(table.indicators.map(({ path }) => official(path)));
  const missing = template.indicators.filter((one) => !met.has(one));
  const unknown = table.indicators.filter(({ path }) => official(path) === null);
  const header: CellPosition = { row: table.headerRows[0] ?? table.range.top, column: table.range.left };
  return [
    ...missing.map(({ path }) => findingAt("missing-indicator", table, header, { path, data: { name: nameOf(path) } })),
    ...unknown.map(({ path, nameAt }) =>
      findingAt("unknown-indicator", table, nameAt, { path, data: { name: nameOf(path) } }),
    ),
  ];
}

/** Several tables of the template fit equally well: none judges, and which ones is said (SPEC M8). */
export function rivalTables(table: ScoringTable, rivals: readonly ScoringTable[]): Finding {
  const at: CellPosition = { row: table.headerRows[0] ?? table.range.top, column: table.range.left };
  const tables = rivals.map(({ sheet, range }) => sheetA1({ sheet, row: range.top, column: range.left }));
  return findingAt("template-ambiguous", table, at, { data: { tables } });
}

/** Whether the source lays down what it says, or says what is usual. */
type Authority = PackFile["authority"];

/** A source that a table is held against. */
export interface Named {
  readonly authority: Authority;
  readonly document: SourceDocument;
}

export const namedPack = (file: PackFile): Named => ({ authority: file.authority, document: documentOf(file) });
export const NAMED_TEMPLATE: Named = { authority: "official", document: TEMPLATE_DOCUMENT };

/** A printed standard that is another rule than the named one. */
export function differingStandard(
  table: ScoringTable,
  indicator: Indicator,
  named: string,
  found: string,
  { authority, document }: Named,
): Finding {
  const data = { name: nameOf(indicator.path), official: named, found, document };
  const code = authority === "official" ? "standard-altered" : "standard-differs";
  return findingAt(code, table, indicator.standard?.at ?? indicator.nameAt, { path: indicator.path, data });
}

export const differingMark = (table: ScoringTable, indicator: Indicator, named: Exact, source: Named): Finding[] => {
  const found = indicator.fullMark;
  if (found?.number.equals(named)) return [];
  const at = found?.at ?? indicator.nameAt;
  return [markDiffers(source, table, indicator.path, at, named, found?.number ?? null)];
};

const markDiffers = (
  { authority, document }: Named,
  table: ScoringTable,
  path: readonly string[],
  at: CellPosition,
  official: Exact,
  found: Exact | null,
): Finding =>
  findingAt(authority === "official" ? "mark-altered" : "mark-differs", table, at, {
    path,
    data: {
      name: nameOf(path),
      official: decimalText(official, 4),
      found: found ? decimalText(found, 4) : "",
      document,
    },
  });

/** The marks that a pack gives to each first level (产出指标 50) and to the funding block (预算执行率 10). */
export function differingParts(table: ScoringTable, pack: PackFile): readonly Finding[] {
  return Object.entries(pack.parts ?? {}).flatMap(([name, amount]) => {
    const official = packAmount(amount);
    const found = nameKey(name) === EXECUTION_RATE ? fundingMark(table) : levelMark(table, name);
    if (!found || found.mark.equals(official)) return [];
    return [markDiffers(namedPack(pack), table, [name], found.at, official, found.mark)];
  });
}

interface FoundMark {
  readonly mark: Exact;
  readonly at: CellPosition;
}

function fundingMark({ funding }: ScoringTable): FoundMark | null {
  const stated = funding?.total?.cells.fullMark?.stated;
  return stated ? { mark: stated.number, at: stated.at } : null;
}

/** What the level states, else what its indicators add up to; null where either is not complete. */
function levelMark(table: ScoringTable, name: string): FoundMark | null {
  const level = table.levels.find(({ path }) => path.length === 1 && partKey(nameOf(path)) === partKey(name));
  if (!level) return null;
  if (level.statedMark) return { mark: level.statedMark.number, at: level.statedMark.at };
  const marks = memberMarks(table, level);
  return marks ? { mark: sumExact(marks), at: level.at } : null;
}

/** A mark that several indicators share stands at the first of them. */
function memberMarks({ indicators }: ScoringTable, { members }: Level): readonly Exact[] | null {
  const rows = members.flatMap((index) => indicators[index] ?? []);
  const marked = rows.every(({ fullMark, markGroup }) => fullMark !== null || markGroup !== undefined);
  return marked && rows.length > 0 ? rows.flatMap(({ fullMark }) => (fullMark ? [fullMark.number] : [])) : null;
}

/** 产出 and 产出指标 are one part. */
const partKey = (name: string): string => compact(name).replace(/指标$/, "");

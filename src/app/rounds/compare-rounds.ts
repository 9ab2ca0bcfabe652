import type { Finding } from "../../core/findings/finding";
import { pathKey } from "../../core/model/path";
import { compareFindings, type FindingChanges } from "./compare-findings";
import type { InputChange, RowChange, TableChanges } from "./changes";
import { pairIndicators } from "./pair-indicators";
import { pairTables } from "./pair-tables";
import {
  FUNDING_FIELDS,
  ROW_FIELDS,
  type Round,
  type RoundIndicator,
  type RoundInput,
  type RoundTable,
  type RowField,
} from "./round";
import { roundFindings } from "./round-findings";
import { isSameText } from "./same-text";

/** What became of a workbook between two rounds (SPEC Y1–Y5). */
export interface RoundsCompared {
  readonly before: Round;
  readonly now: Round;
  readonly tables: readonly TableChanges[];
  readonly tablesRemoved: readonly RoundTable[];
  readonly tablesAdded: readonly RoundTable[];
  readonly inputs: readonly InputChange[];
  readonly findings: FindingChanges;
  /** What changed and should not have, or not alone: `score-changed-reason-not`, `standard-changed-after`. */
  readonly raised: readonly Finding[];
  /** Fields that one of the two reports does not hold, so that nothing is known of them. */
  readonly notCompared: readonly RowField[];
}

export function compareRounds(before: Round, now: Round): RoundsCompared {
  const paired = pairTables(before.tables, now.tables);
  const tables = paired.pairs.map((pair) => tableChanges(pair.before, pair.now));
  const inputs = inputChanges(before.inputs, now.inputs);
  return {
    before,
    now,
    tables,
    tablesRemoved: paired.removed,
    tablesAdded: paired.added,
    inputs,
    findings: compareFindings(before.findings, now.findings, removedPaths(tables, paired.removed)),
    raised: tables.flatMap((table) => roundFindings(table, inputs)),
    notCompared: ROW_FIELDS.filter((field) => paired.pairs.some((pair) => !isHeld(pair.before, field) || !isHeld(pair.now, field))), // prettier-ignore
  };
}

/** Whether the two are one content (SPEC V7); false where a report, an older version's, does not tell it. */
export const isSameContent = ({ before, now }: Pick<RoundsCompared, "before" | "now">): boolean =>
  before.contentHash !== "" && before.contentHash === now.contentHash;

/** Whether nothing of what is compared is another, cells of other columns aside. */
export const isUnchanged = ({ tables, tablesAdded, tablesRemoved, inputs, findings }: RoundsCompared): boolean =>
  tables.every(({ rows, funding, added, removed, moved }) => [rows, funding, added, removed, moved].every((list) => list.length === 0)) &&
  [tablesAdded, tablesRemoved, inputs, findings.fixed, findings.removed, findings.added].every((list) => list.length === 0); // prettier-ignore

/** Whether a path is that of an indicator which is in the later round no more, with its whole table or alone. */
function removedPaths(
  tables: readonly TableChanges[],
  gone: readonly RoundTable[],
): (path: readonly string[]) => boolean {
  const removed = [...tables.flatMap((table) => table.removed), ...gone.flatMap(({ indicators }) => indicators)];
  const keys = new Set(removed.map(({ path }) => pathKey(path)));
  return (path) => keys.has(pathKey(path));
}

const isHeld = ({ indicators }: RoundTable, field: RowField): boolean =>
  indicators.every(({ texts }) => texts[field] !== undefined);

function tableChanges(before: RoundTable, now: RoundTable): TableChanges {
  const { pairs, ...others } = pairIndicators(before.indicators, now.indicators);
  return {
    before,
    now,
    ...others,
    rows: pairs.map((pair) => ({ ...pair, changes: rowChanges(pair.before, pair.now) })).filter(({ changes }) => changes.length > 0), // prettier-ignore
    funding: FUNDING_FIELDS.map((field) => ({ field, before: before.funding?.[field] ?? null, now: now.funding?.[field] ?? null })).filter((one) => one.before !== one.now), // prettier-ignore
  };
}

const rowChanges = ({ texts: before }: RoundIndicator, { texts: now }: RoundIndicator): readonly RowChange[] =>
  ROW_FIELDS.flatMap((field) => {
    const [was, is] = [before[field], now[field]];
    if (was === undefined || is === undefined || isSameText(was ?? "", is ?? "")) return [];
    return [{ field, before: was, now: is }];
  });

/** What is asked in one round only counts where it was answered. */
function inputChanges(before: readonly RoundInput[], now: readonly RoundInput[]): readonly InputChange[] {
  const [was, is] = [byKey(before), byKey(now)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [old, young] = [was.get(key), is.get(key)];
    const change = { before: old?.value ?? null, now: young?.value ?? null };
    const { name, usedBy } = young ?? old ?? { name: key, usedBy: [] };
    return change.before === change.now ? [] : [{ name, ...change, usedBy }];
  });
}

const byKey = (inputs: readonly RoundInput[]): ReadonlyMap<string, RoundInput> =>
  new Map(inputs.map((input) => [input.key, input]));

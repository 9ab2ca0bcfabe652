import { wordFindings } from "../../core/findings/word";
import type { Language } from "../failure-words";
import type { RowChanges, TableChanges } from "../rounds/changes";
import { isSameContent, type RoundsCompared } from "../rounds/compare-rounds";
import type { Round, RoundFinding, RoundIndicator, RoundTable } from "../rounds/round";
import { findingJson } from "./json";

/** What `diff --format json` prints; the fields are a contract for scripts, more may be added (SPEC Y5). */
export function diffJson(compared: RoundsCompared, lang: Language) {
  const { before, now, tables, inputs, findings, raised, notCompared } = compared;
  return {
    before: sideJson(before),
    now: sideJson(now),
    sameContent: isSameContent(compared),
    tables: tables.map(changesJson),
    tablesRemoved: compared.tablesRemoved.map(({ sheet }) => sheet),
    tablesAdded: compared.tablesAdded.map(({ sheet }) => sheet),
    inputs,
    findings: {
      fixed: findings.fixed.map(oneJson),
      removed: findings.removed.map(oneJson),
      open: findings.open.map(({ now: one, changed }) => ({ ...oneJson(one), changed })),
      new: findings.added.map(oneJson),
    },
    rounds: wordFindings(raised, lang).map((worded) => findingJson({ ...worded, waived: false })),
    notCompared,
  };
}

const sideJson = ({ file, contentHash, pack, tables, lost }: Round) => ({
  file,
  contentHash,
  pack,
  tables: tables.map(({ sheet, unit, year, totals }) => ({ sheet, unit, year, totals: { ...totals } })),
  ...(lost.length > 0 && { lost }),
});

const changesJson = ({ before, now, rows, funding, moved, removed, added, renamed }: TableChanges) => ({
  sheet: now.sheet,
  sheetBefore: before.sheet,
  totals: { before: { ...before.totals }, now: { ...now.totals } },
  indicators: rows.map(rowJson),
  funding,
  moved: moved.map(pairJson),
  removed: removed.map(rowName),
  added: added.map(rowName),
  probablyRenamed: renamed.map(pairJson),
});

const rowJson = ({ before, now, changes }: RowChanges) => ({ path: now.path, ...pairCells(before, now), changes });

const pairCells = (before: RoundIndicator, now: RoundIndicator) => ({ cell: now.cells.name, cellBefore: before.cells.name }); // prettier-ignore

const pairJson = ({ before, now }: { readonly before: RoundIndicator; readonly now: RoundIndicator }) => ({
  before: before.path,
  now: now.path,
  ...pairCells(before, now),
});

const rowName = ({ path, cells }: RoundTable["indicators"][number]) => ({ path, cell: cells.name });

const oneJson = ({ code, severity, sheet, cell, path, message, fingerprint }: RoundFinding) => ({ code, severity, sheet, cell, path, message, fingerprint }); // prettier-ignore

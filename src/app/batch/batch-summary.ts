import { exactFromText, toDouble } from "../../core/model/exact";
import type { OtherFiles } from "./batch-folder";
import { batchTables, tableKey, type BatchFile, type BatchTable } from "./batch-unit";
import { commonIndicators, type CommonIndicator } from "./common-indicators";
import { copiedReasons, type CopiedReason } from "./copied-reasons";
import { againstRoster, type RosterResult } from "./roster";
import { templateChanges, type TemplateChange } from "./template-changes";

/** What a batch of workbooks comes to (SPEC Y7–Y11). */
export interface BatchSummary {
  readonly files: readonly BatchFile[];
  /** What else lay in the folders and was not read. */
  readonly others: readonly OtherFiles[];
  readonly tables: readonly BatchTable[];
  readonly common: readonly CommonIndicator[];
  readonly copied: readonly CopiedReason[];
  readonly templates: readonly TemplateChange[];
  /** Whom to look at first, the most doubtful in front; tables with nothing doubtful are left out. */
  readonly risks: readonly Risk[];
  /** Null where no list of units was given. */
  readonly roster: RosterResult | null;
}

/** Why a table should be looked at, as counts; marks that the unit claims above what was recomputed. */
export interface Risk {
  readonly unit: BatchTable;
  readonly errors: number;
  readonly claimed: number;
  readonly copied: number;
  readonly outliers: number;
  readonly template: number;
  readonly warnings: number;
}

interface BesideFiles {
  /** The units of the list that were to report; null where there is no list. */
  readonly expected: readonly string[] | null;
  readonly others: readonly OtherFiles[];
}

export function summariseBatch(files: readonly BatchFile[], { expected, others }: BesideFiles): BatchSummary {
  const tables = batchTables(files);
  const common = commonIndicators(tables);
  const copied = copiedReasons(tables);
  const templates = templateChanges(tables);
  const risks = risksOf(tables, { common, copied, templates });
  return {
    files,
    others,
    tables,
    common,
    copied,
    templates,
    risks,
    roster: expected && againstRoster(expected, files),
  };
}

type Found = Pick<BatchSummary, "common" | "copied" | "templates">;

/** Errors weigh before claimed marks, these before copies, outliers and changes of the form, and warnings last. */
function risksOf(tables: readonly BatchTable[], { common, copied, templates }: Found): readonly Risk[] {
  const copies = countBy(copied.flatMap(({ places }) => places.map(tableKey)));
  const apart = countBy(common.flatMap(({ outliers }) => (outliers ?? []).map(({ at }) => tableKey(at))));
  const changes = new Map(templates.map((one) => [one.unit, one.missing.length + one.added.length + one.altered.length]));
  const risks = tables.map((unit): Risk => {
    const own = tableKey({ file: unit.file, table: unit.number });
    return {
      unit,
      errors: unit.findings.error,
      claimed: claimedAbove(unit),
      copied: copies.get(own) ?? 0,
      outliers: apart.get(own) ?? 0,
      template: changes.get(unit) ?? 0,
      warnings: unit.findings.warning,
    };
  });
  const weights = (risk: Risk): readonly number[] => [risk.errors, risk.claimed, risk.copied, risk.outliers, risk.template, risk.warnings];
  return risks
    .filter((risk) => weights(risk).some((weight) => weight > 0))
    .sort((a, b) => {
      const [left, right] = [weights(a), weights(b)];
      const at = left.findIndex((weight, i) => weight !== right[i]);
      return at < 0 ? 0 : (right[at] ?? 0) - (left[at] ?? 0);
    });
} // prettier-ignore

function claimedAbove({ table: { totals } }: BatchTable): number {
  const [own, recomputed] = [exactFromText(totals.score ?? ""), exactFromText(totals.recomputed ?? "")];
  return own && recomputed && own.compare(recomputed) > 0 ? toDouble(own.sub(recomputed)) : 0;
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

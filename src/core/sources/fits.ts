import type { ScoringTable } from "../model/scoring-table";
import type { PackFile } from "../rules/packs/schema";

/**
 * Whether a pack speaks of tables of this form. The title decides nothing alone: since 2021 departments file the project
 * form (10/50/30/10, target and actual columns) under 部门整体支出, and a pack for that form judges it as it does a
 * project's (SPEC M16).
 */
export const fits = ({ kind }: PackFile, table: ScoringTable): boolean =>
  kind === table.kind || (kind === "project" && comparesTargets(table));

/** The form holds 年度指标值 against 实际完成值, row by row. */
const comparesTargets = ({ columns }: ScoringTable): boolean =>
  (["target", "actual"] as const).every((role) => columns.some((column) => column.role === role));

import { decimalText } from "../../core/model/exact";
import type { BatchSummary } from "../batch/batch-summary";
import type { BatchTable } from "../batch/batch-unit";
import type { UnitValue } from "../batch/common-indicators";

/** What `batch --format json` prints; the fields are a contract for scripts, more may be added (SPEC Y7). */
export function batchJson({ files, others, tables, common, copied, templates, risks, roster }: BatchSummary) {
  return {
    files: files.map(({ file, round, failure }) => ({
      file,
      tables: round?.tables.length ?? 0,
      failure,
      ...(round && round.lost.length > 0 && { lost: round.lost }),
    })),
    otherFiles: others,
    units: tables.map(unitJson),
    risks: risks.map(({ unit, ...reasons }) => ({ ...tableName(unit), ...reasons })),
    common: common.map(({ path, values, outliers, isFlat }) => ({
      path,
      values: values.map(valueJson),
      outliers: outliers?.map(valueJson) ?? null,
      flat: isFlat,
    })),
    roster,
    copiedReasons: copied.map(({ places }) => places),
    templateChanges: templates.map(({ unit, ...changes }) => ({ ...tableName(unit), ...changes })),
  };
}

const tableName = ({ file, name, number, table }: BatchTable) => ({ file, table: number, sheet: table.sheet, name });

const unitJson = (unit: BatchTable) => ({
  ...tableName(unit),
  year: unit.table.year,
  totals: { ...unit.table.totals },
  cells: unit.table.cells,
  findings: unit.findings,
  pack: unit.pack,
});

const valueJson = ({ at, fullMark, score, rate }: UnitValue) => ({
  ...at,
  fullMark,
  score,
  rate: rate && decimalText(rate, 6),
});

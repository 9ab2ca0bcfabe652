import { absenceWords } from "../../core/audit/absence-words";
import { toDouble } from "../../core/model/exact";
import type { Comparison } from "../../core/review.types";
import { a1 } from "../../core/workbook/address";
import { isCellError, type CellScalar } from "../../core/workbook/snapshot";

export const scalarJson = (value: CellScalar): number | string | boolean | null =>
  isCellError(value) ? value.error : value;

/** Typed or stored, recalculated, and the rule's, side by side: for each score, rate, sub-total and total. */
export const comparisonJson = (
  sheet: string,
  {
    kind,
    of,
    at,
    path,
    name,
    formula,
    expected,
    absence,
    held,
    stated,
    isolated,
    recalculated,
    rule,
    verdict,
  }: Comparison,
) => ({
  sheet,
  cell: a1(at),
  kind,
  of,
  path,
  name,
  formula,
  expected,
  whyNone: absence && absenceWords(absence),
  held: scalarJson(held),
  stated: stated ? toDouble(stated) : null,
  isolated: scalarJson(isolated),
  recalculated: scalarJson(recalculated),
  rule: rule ? toDouble(rule) : null,
  verdict,
});

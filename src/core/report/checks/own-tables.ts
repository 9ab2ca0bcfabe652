import type { Finding } from "../../findings/finding";
import { decimalText } from "../../model/exact";
import { nameOf, pathKey } from "../../model/path";
import { a1 } from "../../workbook/address";
import type { TableReview } from "../../review.types";
import { cellFinding, type ReportContext } from "./context";

/** The scores of the table that the report holds beside those of the workbook, indicator by indicator. */
export function ownTables({ tables, ownTables: own }: ReportContext): readonly Finding[] {
  const [reviewed] = tables;
  const [copy] = own;
  // of several tables nobody can tell which is the copy of which
  return reviewed && copy && tables.length === 1 && own.length === 1 ? differing(reviewed, copy) : [];
}

function differing(reviewed: TableReview, { table: copy }: TableReview): readonly Finding[] {
  const scores = new Map<string, (typeof copy.indicators)[number] | null>();
  for (const indicator of copy.indicators) {
    const key = pathKey(indicator.path);
    scores.set(key, scores.has(key) ? null : indicator);
  }
  return reviewed.table.indicators.flatMap(({ path, score }) => {
    const other = scores.get(pathKey(path))?.score;
    if (!score?.stated || !other?.stated || score.stated.number.equals(other.stated.number)) return [];
    const data = {
      name: nameOf(path),
      inReport: decimalText(other.stated.number, 4),
      inTable: decimalText(score.stated.number, 4),
      cell: a1(score.at),
    };
    return [cellFinding("report-table-differs", reviewed, score.at, data, { path, subject: "" })];
  });
}

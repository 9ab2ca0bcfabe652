import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { ratio } from "../../model/exact";
import { highest, lowest } from "../../workbook/long-lists";
import { recordCell, specialRows } from "./record-places";
import { sameBeginning } from "./stated-node";
import type { CellCaller, TableContext } from "./table-context";

/**
 * What a total can not see in the scores that it adds: that a row was put into the table since, or that the cells of
 * 核验记录 which it reads were sorted. One cell there says it, and every total reads that cell (SPEC P47).
 */
export const TOTAL_OPEN = { rows: "表中有增加的行，请重新核验", places: "本区的行已移位，请重新核验" } as const;

/** Blank as long as the totals of the table may be told. */
export function totalGuard(context: TableContext): FormulaNode {
  const places = specialRows(context.review, context.record).map(({ row, label }) =>
    sameBeginning(recordCell(context, row, "label", "elsewhere"), label),
  );
  const rows = addedRows(context);
  const ofRows = rows ? f.when(rows, f.text(TOTAL_OPEN.rows), f.blank) : f.blank;
  return places.length > 0 ? f.when(f.allOf(places), ofRows, f.text(TOTAL_OPEN.places)) : ofRows;
}

/** A total, for as long as that cell says nothing. */
export const whileRowsStay = (context: TableContext, total: FormulaNode, caller: CellCaller): FormulaNode =>
  f.when(f.equal(recordCell(context, context.record.top, "state", caller), f.blank), total, f.blank);

/** Whether more rows than were planned bear a name and none of ours beside it; null on 核验计算, whose rows are not the table's. */
function addedRows({ placement, review: { table }, view }: TableContext): FormulaNode | null {
  const ours = placement.columns.indicator;
  if (ours === undefined || !placement.beside || table.indicators.length === 0) return null;
  const rows = table.indicators.map(({ row }) => row);
  const planned = new Set(rows);
  // One row more: whoever adds an indicator below the last one writes there.
  const span = { top: lowest(rows), bottom: Math.max(placement.rows.bottom, highest(rows) + 1) };
  const range = (column: number): FormulaNode =>
    f.range({ ...span, left: column, right: column }, { sheet: placement.sheet });
  const columns = [...new Set(table.indicators.map(({ nameAt }) => nameAt.column))];
  let known = 0;
  for (const column of columns)
    for (let { top: row } = span; row <= span.bottom; row++)
      if (!planned.has(row) && view.value(row, column) !== null) known++;
  const found = columns.map((column) => f.call("COUNTIFS", range(column), f.text("<>"), range(ours), f.blank));
  return f.greater(found.reduce(f.add), f.number(ratio(known)));
}

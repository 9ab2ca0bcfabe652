import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { ratio } from "../../model/exact";
import { NOT_APPLICABLE_TEXT } from "../../rules/compile-rule";
import { roundScoreNode } from "../../rules/rounding";
import type { Rect } from "../../workbook/address";
import { rowsCount, rowsSaying, rowsSum, type SummedRows } from "../formulas/summed-rows";
import { nameRange, type TableContext } from "../formulas/table-context";

/** The score cells of some indicators; null where a cell shared with others would count for both. */
export function scoreCellsOf(
  { review: { table } }: TableContext,
  members: readonly number[],
): Pick<SummedColumn, "rows" | "column"> | null {
  const inside = new Set(members);
  const rows: number[] = [];
  let column: number | null = null;
  for (const member of members) {
    const indicator = table.indicators[member];
    if (!indicator?.score) return null;
    const { scoreGroup, score } = indicator;
    if (column !== null && column !== score.at.column) return null;
    column = score.at.column;
    const before = table.indicators[member - 1];
    const after = table.indicators[member + 1];
    const joined = (other: typeof before): boolean => scoreGroup !== null && other?.scoreGroup === scoreGroup;
    if ((joined(before) && !inside.has(member - 1)) || (joined(after) && !inside.has(member + 1))) return null;
    if (!joined(before)) rows.push(score.at.row);
  }
  return column === null ? null : { rows, column };
}

export interface SummedColumn {
  readonly rows: readonly number[];
  readonly column: number;
  readonly sheet: string;
  /** Whether a cell may say 不适用 and is passed over. */
  readonly drops: boolean;
  /** Recomputed scores, whose sum the setting rounds; what people typed adds up as it stands (SPEC S19, C12). */
  readonly rounds: boolean;
}

/** Cells of one column as ranges without gaps. */
function columnRuns({ rows, column }: Pick<SummedColumn, "rows" | "column">): readonly Rect[] {
  const runs: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.bottom === row - 1) last.bottom = row;
    else runs.push({ top: row, bottom: row, left: column, right: column });
  }
  return runs;
}

/** Ranges that a formula lists before the names beside them serve it better. */
const MOST_RUNS = 6;

/**
 * The sum once every cell holds a number, blank before. Many ranges become few: between them stand no other indicators,
 * and by the names beside only rows of indicators count, so that a table of any length has a short sum (SPEC P42).
 */
export function countedSum(context: TableContext, summed: SummedColumn): FormulaNode | null {
  const { rows, sheet, drops } = summed;
  if (rows.length === 0) return null;
  const single = columnRuns(summed);
  const parts = (single.length > MOST_RUNS ? namedRuns(context, summed) : null) ?? [
    ...single.map((rect) => ({ cells: f.range(rect, { sheet }), names: null })),
  ];
  const plain = parts.every(({ names }) => names === null);
  const cells = parts.map((part) => part.cells);
  const total = plain ? f.over("SUM", cells) : parts.map(rowsSum).reduce(f.add);
  const counted = plain ? f.over("COUNT", cells) : parts.map(rowsCount).reduce(f.add);
  const sum = summed.rounds ? roundScoreNode(total, context.settings) : f.decisive(total);
  const wanted = f.number(ratio(rows.length));
  if (!drops) return f.when(f.equal(counted, wanted), sum, f.blank);
  const dropped = parts.map((part) => rowsSaying(part, NOT_APPLICABLE_TEXT));
  const complete = f.equal(dropped.reduce(f.add, counted), wanted);
  return f.when(f.call("AND", complete, f.greater(counted, f.number(ratio(0)))), sum, f.blank);
}

/** The rows in ranges between which only rows of other indicators stand; null where no names stand beside them. */
function namedRuns(context: TableContext, { rows, column, sheet }: SummedColumn): readonly SummedRows[] | null {
  const wanted = new Set(rows);
  const all = context.review.table.indicators.map((_, index) => context.placement.rowOf(index)).sort((a, b) => a - b);
  const shared = new Set(
    context.review.table.indicators.flatMap(({ score, row }) => (score && score.at.row !== row ? [row] : [])),
  );
  const runs: { top: number; bottom: number }[] = [];
  let open = false;
  for (const row of all) {
    if (!wanted.has(row)) {
      // A row whose score stands in a cell above adds nothing of its own.
      open &&= shared.has(row);
      continue;
    }
    const last = runs.at(-1);
    if (open && last) last.bottom = row;
    else runs.push({ top: row, bottom: row });
    open = true;
  }
  const parts = runs.map((run) => ({
    cells: f.range({ ...run, left: column, right: column }, { sheet }),
    names: nameRange(context, run, "elsewhere"),
  }));
  return parts.every(({ names }) => names !== null) ? parts : null;
}

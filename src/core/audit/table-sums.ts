import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { isWeighed } from "../model/score-places";
import type { ScoringTable } from "../model/scoring-table";
import { a1, placeKey, rectA1, type CellPosition } from "../workbook/address";
import type { SheetView } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { SumProbe, type Additive } from "./additive";
import type { DueFormula } from "./probed-book";
import { parseFormula } from "../formula/parse";
import { walk } from "../formula/parsed";
import { references } from "../formula/references";

/** A cell that states a sum, and the cells of the table that it is the sum of. */
interface StatedSum {
  readonly at: CellPosition;
  readonly path: readonly string[];
  readonly subject: string;
  readonly leaves: readonly CellPosition[];
  /** A cell that may be in the sum or not: the funding block's score. */
  readonly optional: CellPosition | null;
}

/**
 * Totals and sub-totals of a table whose formula is not the sum of what they stand for, whatever it comes to now:
 * a row left out, a row counted twice, a number typed into the formula (SPEC G6). `due`: the formulas of cells whose own
 * fault is told there.
 */
export function tableSums(
  book: WorkbookSnapshot,
  table: ScoringTable,
  view: SheetView,
  due: readonly DueFormula[],
): readonly Finding[] {
  let probe: SumProbe | null = null;
  return statedSums(table).flatMap((sum) => {
    const formula = view.cell(sum.at.row, sum.at.column)?.formula;
    if (formula === undefined || sum.leaves.length === 0) return [];
    probe ??= new SumProbe(book, table.sheet, due);
    const additive = probe.sumOf(sum.at, leavesOf(sum));
    return additive ? faults(table, sum, formula, additive) : [];
  });
}

const leavesOf = ({ leaves, optional }: StatedSum): readonly CellPosition[] => (optional ? [...leaves, optional] : leaves); // prettier-ignore

function faults(table: ScoringTable, sum: StatedSum, formula: string, additive: Additive): readonly Finding[] {
  const about = { path: sum.path, subject: sum.subject };
  const missing = additive.missing.filter((cell) => !sum.optional || placeKey(cell) !== placeKey(sum.optional));
  const found: Finding[] = [];
  // Nothing of it is in the sum: it adds something else, which is no sum cut short.
  if (missing.length > 0 && missing.length < sum.leaves.length) {
    const data = { formula, covers: coverOf(table, formula), needs: shownCells(missing) };
    found.push(findingAt("range-too-short", table, sum.at, { ...about, data }));
  }
  if (additive.twice.length > 0) {
    const data = { formula, cells: additive.twice.map(a1) };
    found.push(findingAt("double-counted", table, sum.at, { ...about, data }));
  }
  if (additive.constant !== 0 && hasNumber(formula)) {
    const data = { formula, constant: String(Number(additive.constant.toPrecision(12))) };
    found.push(findingAt("hard-coded-constant", table, sum.at, { ...about, data }));
  }
  return found;
}

/** What is added beside the rows is typed into the formula, or comes from another cell. */
function hasNumber(formula: string): boolean {
  const parsed = parseFormula(formula);
  return parsed.ok && [...walk(parsed.value.tree)].some((node) => node.node === "literal" && typeof node.value === "number"); // prettier-ignore
}

function coverOf(table: ScoringTable, formula: string): string {
  const read = references(formula, { sheet: table.sheet, row: 0, column: 0 });
  return read.ok ? read.value.areas.map(({ text }) => text).join("、") : formula;
}

/** G12, or G5:G7 where they stand below each other. */
function shownCells(cells: readonly CellPosition[]): string {
  const runs: { column: number; top: number; bottom: number }[] = [];
  for (const { row, column } of cells) {
    const last = runs.at(-1);
    if (last?.column === column && last.bottom === row - 1) last.bottom = row;
    else runs.push({ column, top: row, bottom: row });
  }
  return runs.map(({ column, top, bottom }) => rectA1({ top, bottom, left: column, right: column })).join("、");
}

function statedSums(table: ScoringTable): readonly StatedSum[] {
  const funding = table.funding?.total?.cells;
  const all = table.indicators.map((_, index) => index);
  const totals = table.totalRows.flatMap(({ row, label, score, fullMark }): StatedSum[] => [
    ...(score ? [{ at: score.at, path: [], subject: `${label} score`, leaves: scoreCells(table, all), optional: funding?.score?.at ?? null }] : []), // prettier-ignore
    ...(fullMark?.at.row === row
      ? [{ at: fullMark.at, path: [], subject: `${label} fullMark`, leaves: markCells(table, all), optional: funding?.fullMark?.at ?? null }] // prettier-ignore
      : []),
  ]);
  const levels = table.levels.flatMap(({ path, statedScore, statedMark, members }): StatedSum[] => [
    ...(statedScore ? [{ at: statedScore.at, path, subject: "score", leaves: scoreCells(table, members), optional: null }] : []), // prettier-ignore
    ...(statedMark && !statedMark.embedded
      ? [{ at: statedMark.at, path, subject: "fullMark", leaves: markCells(table, members), optional: null }]
      : []),
  ]);
  return [...totals, ...levels].filter(({ at, leaves }) => !leaves.some((leaf) => placeKey(leaf) === placeKey(at)));
}

/** Cells that several indicators share count once; a row without mark and score is not part of the sum. */
const scoreCells = (table: ScoringTable, members: readonly number[]): readonly CellPosition[] =>
  // weighed scores are no addends; the formula due to such a sum is held against the one that is there
  distinct(
    (isWeighed(table) ? [] : members).flatMap((member) => {
      const indicator = table.indicators[member];
      if (!indicator?.score || (indicator.score.raw === null && !indicator.fullMark)) return [];
      return [indicator.score.at];
    }),
  );

const markCells = ({ indicators }: ScoringTable, members: readonly number[]): readonly CellPosition[] =>
  distinct(
    members.flatMap((member) => {
      const mark = indicators[member]?.fullMark;
      return mark && !mark.embedded ? [mark.at] : [];
    }),
  );

const distinct = (cells: readonly CellPosition[]): readonly CellPosition[] => [
  ...new Map(cells.map((cell) => [placeKey(cell), cell])).values(),
];

/** Columns hidden or rows hidden that a table counts all the same. */
export function hiddenIndicators(table: ScoringTable, view: SheetView): readonly Finding[] {
  const { hiddenRows, hiddenColumns } = view.sheet;
  const rows = new Set(hiddenRows);
  const hidden = table.indicators.filter(({ row, score }) => rows.has(score?.at.row ?? row));
  const [first] = hidden;
  const column = first?.score?.at.column;
  if (!first || (column !== undefined && hiddenColumns.includes(column))) return [];
  const what = hidden.map(({ row, path }) => `${row + 1} ${path.at(-1) ?? ""}`).join("、");
  return [findingAt("hidden-cells", table, first.nameAt, { path: first.path, subject: "rows", data: { what } })];
}

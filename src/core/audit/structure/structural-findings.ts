import { highest, lowest } from "../../workbook/long-lists";
import type { Finding, FindingOf } from "../../findings/finding";
import type { FindingCode, FindingData } from "../../findings/catalogue";
import { displayText } from "../../formula/number-format";
import type { Calculation } from "../../formula/calculation";
import { a1, placeKey, rectA1, type CellPosition, type Rect } from "../../workbook/address";
import type { SheetView } from "../../workbook/sheet-view";
import { aggregatedRange } from "./aggregates";
import { averagedRates } from "./rate-averages";
import { emptyReads } from "./empty-reads";
import { hiddenInSums } from "./hidden-in-sums";
import { deviations, type Deviation } from "./inconsistent";
import { shortRanges, type ShortRange } from "./short-ranges";
import { type LineCell, type SheetLines } from "./sheet-lines";
import { countedTwice } from "./subtotals";
import { typedNumbers, type TypedBecause, type TypedNumber } from "./typed-numbers";
import { typedTotals } from "./typed-totals";

export interface StructureContext {
  readonly own: Calculation;
  readonly views: ReadonlyMap<string, SheetView>;
  /** Cells in which numbers are typed rightly: the scores and marks of a scoring table. */
  readonly isInput: (at: CellPosition) => boolean;
}

/** What the pattern of a sheet's formulas shows (SPEC G10–G16), each cell's fault once. */
export function structuralFindings(lines: SheetLines, context: StructureContext): readonly Finding[] {
  const { own, views, isInput } = context;
  const typed = onePerCell(typedNumbers(lines, own)).filter(({ cell }) => !isInput(cell));
  const told = new Set(typed.map(({ cell }) => cell));
  const short = shortRanges(lines);
  const shortCells = new Set(short.map(({ cell }) => cell));
  return [
    // A sum that is short differs from those beside it: one fault, told once.
    ...onePerCell(deviations(lines, own)).filter(({ cell }) => !shortCells.has(cell)).map((one) => deviates(lines, one)),
    ...typed.map((one) => typedAmong(lines, one)),
    ...short.map((one) => tooShort(lines, one)),
    ...countedTwice(lines).map(({ cell, subtotals }) =>
      found("double-counted", lines, cell, { formula: formulaOf(cell), cells: subtotals.map(a1) }),
    ),
    ...emptyReads(lines, views).map(({ code, cell, cells }) => found(code, lines, cell, { formula: formulaOf(cell), cells })), // prettier-ignore
    ...typedTotals(lines).filter(({ cell }) => !isInput(cell) && !told.has(cell)).map(({ cell, first, last }) =>
      found("typed-total", lines, cell, { typed: displayText(cell.value), formula: `=SUM(${a1(first)}:${a1(last)})` }),
    ),
    ...averagedRates(lines, own).map(({ cell, rates, whole }) =>
      found("average-of-rates", lines, cell, { formula: formulaOf(cell), rates: cellsOf(rates), whole: whole.formula, shows: displayText(cell.value), gives: displayText(whole.value) }),
    ),
    ...hiddenInSums(lines).map(({ cell, what }) => found("hidden-cells", lines, cell, { what })),
  ]; // prettier-ignore
}

const formulaOf = ({ formula }: LineCell): string => formula?.formula ?? "";
const cellsOf = (cells: readonly LineCell[]): readonly string[] => cells.map(a1);

function found<C extends FindingCode>(
  code: C,
  lines: SheetLines,
  cell: LineCell,
  data: FindingData[C],
  cause = cell.key,
): FindingOf<C> {
  const sheet = lines.sheet.name;
  const at = { sheet, row: cell.row, column: cell.column };
  return { code, table: null, sheet, at, path: [], subject: `${sheet} ${cause}`, data, group: `${code} ${sheet} ${cause}` }; // prettier-ignore
}

/** A cell that lies in a column and a row is told once; what explains it along one of them explains it. */
function onePerCell<T extends Deviation | TypedNumber>(all: readonly T[]): readonly T[] {
  const byCell = new Map<number, T>();
  for (const one of all) {
    const known = byCell.get(placeKey(one.cell));
    const explained = one.expected.same || ("because" in one && one.because !== null);
    if (!known || explained) byCell.set(placeKey(one.cell), one);
  }
  return [...byCell.values()];
}

function deviates(lines: SheetLines, { cell, neighbours, expected, axis }: Deviation): Finding {
  const beside = cellsOf(neighbours);
  const formula = formulaOf(cell);
  const line = `${axis} ${neighbours[0]?.key ?? ""}`;
  if (expected.same) return found("same-result-formula", lines, cell, { formula, neighbours: expected.formula, beside }, line); // prettier-ignore
  const data = { formula, neighbours: expected.formula, beside, shows: displayText(cell.value), gives: displayText(expected.value) }; // prettier-ignore
  return found("inconsistent-formula", lines, cell, data, line);
}

const BECAUSE: Readonly<Record<TypedBecause, { readonly zh: string; readonly en: string }>> = {
  same: { zh: "目前结果相同", en: "the result is the same now" },
  opening: { zh: "它是这一栏的起点", en: "it begins its line" },
  wholeLine: { zh: "同一行（栏）都是键入的", en: "its whole line is typed" },
};

function typedAmong(lines: SheetLines, { cell, neighbours, expected, axis, because }: TypedNumber): Finding {
  const data = { typed: displayText(cell.value), formula: expected.formula, beside: cellsOf(neighbours), gives: displayText(expected.value) }; // prettier-ignore
  const line = `${axis} ${neighbours[0]?.key ?? ""}`;
  return because === null
    ? found("constant-among-formulas", lines, cell, data, line)
    : found("typed-among-formulas", lines, cell, { ...data, why: BECAUSE[because] }, line);
}

function tooShort(lines: SheetLines, { cell, area, left, siblings }: ShortRange): Finding {
  const formula = formulaOf(cell);
  const covers = rectA1(area);
  const names = cellsOf(left);
  const [sibling] = siblings;
  if (sibling) return found("range-too-short", lines, cell, { formula, covers, needs: names.join("、") });
  if (left.some(({ value }) => value !== 0)) return found("range-may-be-short", lines, cell, { formula, covers, left: names }); // prettier-ignore
  const fn = (cell.formula?.meaning && aggregatedRange(cell.formula.meaning)?.fn) ?? "SUM";
  const neighbours = `=${fn}(${rectA1(hull(area, left))})`;
  return found("same-result-formula", lines, cell, { formula, neighbours, beside: names });
}

function hull(area: Rect, cells: readonly LineCell[]): Rect {
  const { top, left, bottom, right } = area;
  const rows = [top, bottom, ...cells.map(({ row }) => row)];
  const columns = [left, right, ...cells.map(({ column }) => column)];
  return { top: lowest(rows), bottom: highest(rows), left: lowest(columns), right: highest(columns) };
}

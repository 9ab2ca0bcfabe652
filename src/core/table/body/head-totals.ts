import { sumExact } from "../../model/exact";
import type { AccountEntry } from "../../model/account";
import type { Indicator, StatedNumber, TotalRow } from "../../model/scoring-table";
import { compact } from "../../model/text";
import { samePlace, type CellPosition } from "../../workbook/address";
import { lastColumn, textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import { embeddedNumber, tableCell } from "../cells/stated-number";
import { totalsInSentences } from "../words/sentence-total";
import { numberBesideGrade, totalInWords, totalLabel, type TotalOf, type TotalText } from "../words/total-text";

/** The lines above a table, over the columns that may belong to it. */
export interface HeadArea {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly number[];
  /** The lines below the table, in which a conclusion may state its total. */
  readonly below: readonly number[];
}

export interface HeadTotals {
  readonly totals: readonly TotalRow[];
  readonly entries: readonly AccountEntry[];
}

/**
 * The totals that a form states above its table, the label and the number in one cell or beside each other (SPEC R24), or in
 * the sentences of its conclusion: 自评总分：95分, 总分 | 100 | 自评得分 | 95. A bare 总分 is that of the marks where it is theirs
 * or a hundred, or where another label names the score.
 */
export function headTotals(grid: SheetGrid, area: HeadArea, indicators: readonly Indicator[]): HeadTotals {
  const above = area.rows.flatMap((row) => totalsIn(grid, row, area));
  const found = [...above, ...area.below.flatMap((row) => saidIn(grid, row, area))];
  const scored = found.some((each) => each.of === "score");
  const marks = sumExact(indicators.flatMap((each) => each.fullMark?.number ?? []));
  const totals = found.map((each): TotalRow => {
    const { number } = each.stated;
    const isMark = each.of === "mark" || (each.of === "either" && (scored || number.equals(100) || number.equals(marks)));
    const score = { ...tableCell(grid, each.stated.at.row, each.stated.at.column), stated: each.stated };
    return { row: each.stated.at.row, label: each.label, fullMark: isMark ? each.stated : null, score: isMark ? null : score };
  });
  // a sentence may state the total more than once
  const cells = found.filter(({ stated }, i) => !found.slice(0, i).some((each) => samePlace(each.stated.at, stated.at)));
  const entries = cells.flatMap(({ stated, labelAt }): readonly AccountEntry[] => [
    { at: stated.at, role: "total" },
    ...(labelAt ? [{ at: labelAt, role: "totalLabel" } as const] : []),
  ]);
  return { totals, entries };
} // prettier-ignore

interface Found {
  readonly label: string;
  readonly of: TotalOf;
  readonly stated: StatedNumber;
  /** Null where the number stands in the label's own cell. */
  readonly labelAt: CellPosition | null;
}

function totalsIn(grid: SheetGrid, row: number, area: HeadArea): readonly Found[] {
  const cells = cellsAcross(grid, row, area);
  return cells.flatMap((cell, i): readonly Found[] => {
    if (typeof cell.value !== "string") return [];
    const within = totalsSaid(cell.value);
    if (within.length > 0) return within.map((total) => inText(total, cell));
    const beside = besideLabel(grid, cell, cells[i + 1]);
    const of = beside && !/\d/.test(cell.value) ? totalLabel(textOf(cell.value)) : null;
    return beside && of ? [{ label: cell.value, of, stated: beside, labelAt: { row, column: cell.column } }] : [];
  });
}

const cellsAcross = (grid: SheetGrid, row: number, { from, to }: HeadArea): readonly GridCell[] =>
  grid.cellsIn(row).filter((cell) => cell.column <= to && lastColumn(cell) >= from);

const inText = ({ label, of, number }: TotalText, { row, column }: GridCell): Found => ({
  label,
  of,
  stated: embeddedNumber(number, { row, column }),
  labelAt: null,
});

/** The total that a text is, those in its brackets: 项目支出绩效自评表（满分100分，自评得分95分）. */
function totalsSaid(text: string): readonly TotalText[] {
  const whole = totalInWords(text);
  if (whole) return [whole];
  const brackets = [...compact(text.slice(0, 80)).matchAll(/[([]([^()[\]]+)[)\]]/g)];
  const inside = brackets.flatMap(([, words = ""]) =>
    words.split(/[,;。、]/).flatMap((part) => totalInWords(part) ?? []),
  );
  return inside.length > 0 ? inside : totalsInSentences(text);
}

/** What the sentences of a line say the whole comes to. */
const saidIn = (grid: SheetGrid, row: number, area: HeadArea): readonly Found[] =>
  cellsAcross(grid, row, area).flatMap((cell) =>
    typeof cell.value === "string" ? totalsInSentences(cell.value).map((total) => inText(total, cell)) : [],
  );

/** The number in the next cell to the right. */
function besideLabel(grid: SheetGrid, label: GridCell, next: GridCell | undefined): StatedNumber | null {
  if (!next || next.column > lastColumn(label) + 1) return null;
  const cell = tableCell(grid, next.row, next.column);
  const inWords = cell.stated === null && typeof cell.raw === "string" ? numberBesideGrade(cell.raw) : null;
  return cell.stated ?? (inWords && embeddedNumber(inWords, cell.at));
}

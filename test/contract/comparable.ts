import { rectA1, type Rect } from "../../src/core/workbook/address";
import type { Holder, RangedRule, SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { relativeText } from "../../src/core/formula/relative-text";
import { bareFormula } from "../excel-host/workbook/entry";

/**
 * A snapshot without what may differ between a file and Excel: which areas of one validation are told together, quotes around sheets' names that need none, the order of
 * names and of sheets that a plan added, fractions of a pixel in widths, and what Excel does not tell: the widths
 * of hidden columns, from which year its days count, which part of a text is struck through, links, looks and what else
 * stands on blank cells. Notes, threads, drawings and tables are told alike, where the edition tells them.
 */
export function comparable(book: WorkbookSnapshot): unknown {
  return {
    ...book,
    date1904: null,
    unseen: null,
    sheets: [...book.sheets].sort(byName).map(comparableSheet),
    names: book.names
      .map((name) => ({ ...name, refersTo: bareFormula(`=${name.refersTo}`) }))
      .sort((a, b) => `${a.scope ?? ""}!${a.name}`.localeCompare(`${b.scope ?? ""}!${b.name}`)),
  };
}

const byName = (a: SheetSnapshot, b: SheetSnapshot): number => a.name.localeCompare(b.name);

const comparableSheet = (sheet: SheetSnapshot): unknown => ({
  ...sheet,
  held: (sheet.held ?? [])
    .filter(({ by }) => TOLD.has(by))
    .map(({ by, area }) => `${by} ${rectA1(area)}`)
    .sort(),
  cells: sheet.cells.map((cell) => ({
    ...cell,
    unstruck: cell.unstruck === "" ? "" : null,
    picture: null,
    formula: cell.formula === undefined ? null : bareFormula(cell.formula),
  })),
  merges: sorted(sheet.merges),
  validations: sortedRules(sheet.validations.flatMap(apart)),
  conditionalFormats: sortedRules(sheet.conditionalFormats),
  printArea: sheet.printArea && sorted(sheet.printArea),
  columnWidths: Object.fromEntries(
    Object.entries(sheet.columnWidths)
      .filter(([column]) => !sheet.hiddenColumns.includes(Number(column)))
      .map(([column, width]) => [column, Math.round(width * 7)]),
  ),
});

/** What Excel tells of what stands on cells. */
const TOLD: ReadonlySet<Holder> = new Set(["table", "tableEdge", "pivot", "drawing"]);

const sorted = (rects: readonly Rect[]): readonly string[] => rects.map(rectA1).sort();

/** Excel tells areas of one rule as one: each area with the rule as it is seen from its own first cell. */
const apart = ({ ranges, formula }: RangedRule): readonly RangedRule[] => {
  const [first] = ranges;
  if (!first || formula === null) return [{ ranges, formula }];
  const seen = relativeText(formula, { row: first.top, column: first.left }) ?? formula;
  return ranges.map((range) => ({ ranges: [range], formula: seen }));
};

const sortedRules = (rules: readonly RangedRule[]): readonly string[] =>
  rules.map(({ ranges, formula }) => `${sorted(ranges).join(" ")} ${formula && bareFormula(formula)}`).sort();

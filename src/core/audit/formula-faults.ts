import { meantName } from "../formula/named-cells";
import type { Finding, FindingOf } from "../findings/finding";
import type { FindingCode, FindingData } from "../findings/catalogue";
import { walk } from "../formula/parsed";
import { displayText } from "../formula/number-format";
import { a1, isInside, overlaps, rectA1, sameAddress, sheetA1 } from "../workbook/address";
import type { SheetView } from "../workbook/sheet-view";
import { isCellError, type WorkbookSnapshot } from "../workbook/snapshot";
import { reasonWords } from "./reason-words";
import { isInCircle, isStale, type RecalculatedFormula } from "./recalculation";
import { summedAreas, type SummedArea } from "./summed-cells";
import { isTextNumber } from "./text-number";

/** What a look at one formula needs of its workbook. */
export interface FaultContext {
  readonly book: WorkbookSnapshot;
  readonly views: ReadonlyMap<string, SheetView>;
}

/** What is wrong with one formula, wherever it stands (SPEC G1–G5); its table and path are added by who knows them. */
export function formulaFaults(formula: RecalculatedFormula, context: FaultContext): readonly Finding[] {
  // What a lost reference gives is no news beside it.
  const broken = brokenReference(formula, context);
  return [
    ...(broken.length > 0 ? broken : stale(formula)),
    ...circle(formula),
    ...externalLinks(formula),
    ...skippedText(formula, context),
    ...addedTwice(formula),
    ...notRecalculated(formula),
  ];
}

function fault<C extends FindingCode>(code: C, { at }: RecalculatedFormula, data: FindingData[C]): FindingOf<C> {
  return { code, table: null, sheet: at.sheet, at, path: [], subject: "", data };
}

/** A deleted cell, a name that has lost its cells, a sheet that is not there. */
function brokenReference(formula: RecalculatedFormula, { book }: FaultContext): readonly Finding[] {
  if (!formula.parsed) return [];
  const sheets = new Set(book.sheets.map(({ name }) => name.toUpperCase()));
  const lost = [...walk(formula.parsed.tree)].flatMap((node) => {
    if (node.node === "literal" && isCellError(node.value) && node.value.error === "#REF!") return ["#REF!"];
    if (node.node === "area" && node.sheet !== null && !sheets.has(node.sheet.toUpperCase())) return [node.text];
    if (node.node !== "name") return [];
    const name = meantName(book.names, node, formula.at.sheet);
    return name && /#REF!/i.test(name.refersTo) ? [node.name] : [];
  });
  return lost.length === 0
    ? []
    : [fault("broken-reference", formula, { formula: formula.formula, lost: [...new Set(lost)] })];
}

/** Told once on each sheet that it runs through, at its first cell there: a review speaks of the sheets of its tables alone. */
function circle(formula: RecalculatedFormula): readonly Finding[] {
  const { chain, at } = formula;
  if (chain.kind !== "notEvaluated" || !chain.circle) return [];
  const cells = chain.circle;
  const own = cells.findIndex((cell) => sameAddress(cell, at));
  if (own < 0) return [];
  const before = cells.some(
    (cell) => cell.sheet === at.sheet && (cell.row < at.row || (cell.row === at.row && cell.column < at.column)),
  );
  if (before) return [];
  // The path as it is walked from this cell, back to it.
  const path = [...cells.slice(own), ...cells.slice(0, own), at];
  return [
    fault("circular-reference", formula, { cells: path.map((cell) => (cell.sheet === at.sheet ? a1(cell) : sheetA1(cell))) }), // prettier-ignore
  ];
}

function stale(formula: RecalculatedFormula): readonly Finding[] {
  const { isolated, stored, parsed } = formula;
  if (!isStale(formula) || isolated.kind !== "value" || !parsed) return [];
  return [
    fault("stale-value", formula, {
      formula: formula.formula,
      stored: displayText(stored),
      calculated: displayText(isolated.value),
    }),
  ];
}

function externalLinks(formula: RecalculatedFormula): readonly Finding[] {
  const targets = [...(formula.parsed ? walk(formula.parsed.tree) : [])].flatMap((node) => (node.node === "external" ? [node.text] : [])); // prettier-ignore
  const [target] = targets;
  if (target === undefined) return [];
  // What the file keeps of the other workbook was enough to recalculate, or it was not.
  const kept = formula.isolated.kind === "value";
  return [fault("external-link", formula, { formula: formula.formula, target, kept })];
}

/** Text that reads as a number among numbers that are added. */
function skippedText(formula: RecalculatedFormula, { views }: FaultContext): readonly Finding[] {
  const cells = summedAreas(formula).flatMap((area) => {
    const inside = cellsOf(area, views);
    // Among numbers only: a range of nothing but texts is not what somebody adds up.
    if (!inside.some(({ value }) => typeof value === "number")) return [];
    return inside.filter(({ value }) => isTextNumber(value)).map((cell) => a1(cell));
  });
  if (cells.length === 0) return [];
  return [fault("text-skipped-by-sum", formula, { formula: formula.formula, cells: [...new Set(cells)] })];
}

/** A cell that two ranges of one sum share, unless what is added twice is halved. */
function addedTwice(formula: RecalculatedFormula): readonly Finding[] {
  const areas = summedAreas(formula);
  const shared = areas.flatMap((area, i) =>
    areas.slice(i + 1).flatMap((other) => {
      if (area.sheet !== other.sheet || !overlaps(area.rect, other.rect)) return [];
      return [rectA1(commonRect(area, other))];
    }),
  );
  if (shared.length === 0 || !isPlainSum(formula)) return [];
  return [fault("double-counted", formula, { formula: formula.formula, cells: [...new Set(shared)] })];
}

/** SUM(…) or sums added to each other: nothing taken off or divided again. */
function isPlainSum({ parsed }: RecalculatedFormula): boolean {
  if (!parsed) return false;
  return [...walk(parsed.tree)].every((node) => {
    if (node.node === "call") return node.fn === "SUM" || node.fn === "ROUND";
    return node.node !== "binary" || node.op === "+" || node.op === ",";
  });
}

const commonRect = ({ rect: a }: SummedArea, { rect: b }: SummedArea) => ({
  top: Math.max(a.top, b.top),
  left: Math.max(a.left, b.left),
  bottom: Math.min(a.bottom, b.bottom),
  right: Math.min(a.right, b.right),
});

/** A circle and a broken link to elsewhere have findings of their own. */
function notRecalculated(formula: RecalculatedFormula): readonly Finding[] {
  const { isolated, chain } = formula;
  if (isolated.kind === "value" || isInCircle(isolated) || isInCircle(chain)) return [];
  if (/^=(?:_xlfn\.)?DISPIMG\(/i.test(formula.formula)) return [];
  return [fault("not-recalculated", formula, { formula: formula.formula, reason: reasonWords(isolated.reason) })];
}

/** The cells with content inside an area. */
function cellsOf({ sheet, rect }: SummedArea, views: ReadonlyMap<string, SheetView>) {
  const view = views.get(sheet);
  if (!view) return [];
  const many = (rect.bottom - rect.top + 1) * (rect.right - rect.left + 1) > view.sheet.cells.length;
  if (many) return view.sheet.cells.filter((cell) => isInside(cell, rect));
  const cells = [];
  for (let row = rect.top; row <= rect.bottom; row++) {
    for (let column = rect.left; column <= rect.right; column++) {
      const cell = view.cell(row, column);
      if (cell) cells.push(cell);
    }
  }
  return cells;
}

import type { Calculation } from "../../formula/calculation";
import type { FormulaTree } from "../../formula/parsed";
import { aggregatedRange } from "./aggregates";
import { copiedHere, type CopiedHere } from "./neighbours";
import type { LineCell, SheetLines } from "./sheet-lines";

/** A plain average of rates on a line where the rate of the whole can be had. */
export interface AveragedRates {
  readonly cell: LineCell;
  readonly rates: readonly LineCell[];
  /** The rates' own formula on the average's line: whole by whole. */
  readonly whole: CopiedHere;
}

/**
 * Averages over quotients that were copied down or across, where on the average's own line stand the two numbers whose
 * quotient is the rate of the whole, and that is another one (SPEC G20): every rate counts alike in an average,
 * however much lies behind it. It may be meant, so it is told and not suspected.
 */
export function averagedRates(lines: SheetLines, own: Calculation): readonly AveragedRates[] {
  return lines.columns.flatMap(({ cells }) => cells.flatMap((cell) => averaged(lines, own, cell) ?? []));
}

function averaged(lines: SheetLines, own: Calculation, cell: LineCell): AveragedRates | null {
  const found = cell.formula?.meaning ? aggregatedRange(cell.formula.meaning) : null;
  if (found?.fn !== "AVERAGE" || found.area.sheet !== null) return null;
  const { top, left, bottom, right } = found.area.rect;
  const isDown = left === right && left === cell.column;
  if (!isDown && !(top === bottom && top === cell.row)) return null;
  const line = (isDown ? lines.columns : lines.rows).find(({ index }) => index === (isDown ? cell.column : cell.row));
  const rates = (line?.cells ?? []).filter(({ row, column }) => row >= top && row <= bottom && column >= left && column <= right); // prettier-ignore
  const [first] = rates;
  const last = rates.at(-1);
  if (!first || !last || rates.length < 2) return null;
  if (rates.some(({ key }) => key !== first.key) || !isQuotient(last.formula?.meaning ?? null)) return null;
  const whole = copiedHere(lines, own, last, cell);
  return whole && !whole.same ? { cell, rates, whole } : null;
}

const WRAPPINGS: ReadonlySet<string> = new Set(["ROUND", "ROUNDUP", "ROUNDDOWN", "IFERROR"]);

/** One cell by another, with roundings and a guard against errors taken off, and times a hundred or not. */
function isQuotient(tree: FormulaTree | null): boolean {
  let node = tree;
  while (node?.node === "call" && WRAPPINGS.has(node.fn)) node = node.args[0] ?? null;
  if (node?.node === "call" && node.fn === "IF") return node.args.slice(1).some((arg) => isQuotient(arg));
  if (node?.node === "binary" && node.op === "*" && node.right.node === "literal") node = node.left;
  return node?.node === "binary" && node.op === "/" && node.left.node === "area" && node.right.node === "area";
}

import type { CellAddress, Rect } from "../../workbook/address";
import { unreachable } from "../../model/result";
import type { CellScalar } from "../../workbook/snapshot";
import { parseFormula, type ParsedFormula } from "../parse";
import { linkedSheetName } from "../linked-sheets";
import type { AreaNode, FormulaTree, TableNode, TreeOperator } from "../parsed";
import { dataArea, tableArea } from "../table-areas";
import { NotEvaluated, type FormulaBook, type FormulaOutcome, type NumberMode } from "./book";
import { callFunction, type Argument } from "./call";
import { toNumber } from "./coerce";
import { snapped } from "./decimal";
import { LAZY } from "./lazy";
import {
  common,
  error,
  gridOf,
  hull,
  intersection,
  isErrorOperand,
  isGrid,
  isReference,
  lift,
  NO_SHIFT,
  valueOf,
  type Operand,
  type Place,
} from "./operand";
import { applyOperator } from "./operators";
import { FUNCTIONS } from "./functions/table";

/**
 * The value that Excel gives a formula at a cell, or why it is not evaluated (SPEC E5–E7).
 * `array` is the range of an array formula; a plain formula takes of a range only the cell in its own line.
 */
export function evaluateFormula(
  formula: string,
  at: CellAddress,
  book: FormulaBook,
  mode: NumberMode = "excel",
  array: Rect | null = null,
): FormulaOutcome {
  const parsed = parseFormula(formula);
  if (!parsed.ok) return { kind: "notEvaluated", reason: `not a formula: ${parsed.failure.detail}` };
  try {
    const place: Place = { book, at, mode, names: 0, shift: NO_SHIFT };
    return { kind: "value", value: partOf(computeFormula(parsed.value, place, array !== null), place, array) };
  } catch (caught) {
    if (caught instanceof NotEvaluated) return { kind: "notEvaluated", reason: caught.message };
    throw caught;
  }
}

/** The whole result; `spread` for array formulas. Throws NotEvaluated. */
export function computeFormula({ tree, bracketed }: ParsedFormula, place: Place, spread: boolean): Operand {
  const last = tree.node === "binary" && (tree.op === "+" || tree.op === "-") && !bracketed ? tree : null;
  if (!last) return evaluate(tree, place, spread, 0);
  const left = valueOf(evaluate(last.left, place, spread, 1), place, spread);
  const right = valueOf(evaluate(last.right, place, spread, 1), place, spread);
  return lift([left, right], place, ([a = null, b = null]) => {
    const result = applyOperator(last.op, a, b, place);
    const first = toNumber(a, place.book.date1904 ?? false);
    return typeof result === "number" && typeof first === "number" ? snapped(first, result, place.mode) : result;
  });
}

/** What the cell shows of the result: an empty cell shows 0, of a block the part at its place in the array's range. */
export function partOf(result: Operand, place: Place, array: Rect | null): CellScalar {
  const value = valueOf(result, place, array !== null);
  if (!isGrid(value)) return value ?? 0;
  const row = value.rows === 1 || !array ? 0 : place.at.row - array.top;
  const column = value.columns === 1 || !array ? 0 : place.at.column - array.left;
  return row < value.rows && column < value.columns ? (value.at(row, column) ?? 0) : error("#N/A");
}

/** Another result with every calculation, or cells that no formula text names: what was stored can not be held against it. */
const VOLATILE: ReadonlySet<string> = new Set(["TODAY", "NOW", "RAND", "RANDBETWEEN", "RANDARRAY", "OFFSET", "INDIRECT"]); // prettier-ignore

/** Excel's own limit is 64 levels of functions; beyond this depth a formula is refused, not risked. */
const MAX_DEPTH = 240;

/** `spread`: ranges stand for all their values (array formulas, SUMPRODUCT), not for the one in the cell's line. */
function evaluate(tree: FormulaTree, place: Place, spread: boolean, depth: number): Operand {
  if (depth > MAX_DEPTH) throw new NotEvaluated("nested too deeply");
  switch (tree.node) {
    case "literal":
      return tree.value;
    case "array":
      return gridOf(tree.rows);
    case "area":
      return area(tree, place);
    case "name":
      return named(tree.name, tree.sheet ?? place.at.sheet, place, spread, depth);
    case "external":
      return linked(tree, place);
    case "table":
      return tableCells(tree, place);
    case "unsupported":
      throw new NotEvaluated(`not in the function set: ${tree.what}`);
    case "unary":
      return unary(tree, place, spread, depth);
    case "binary":
      return binary(tree, place, spread, depth);
    case "call":
      return call(tree, place, spread, depth);
    default:
      return unreachable(tree);
  }
}

function area(tree: AreaNode, place: Place): Operand {
  const sheet = tree.sheet ?? place.at.sheet;
  if (!place.book.hasSheet(sheet)) return error("#REF!");
  const rect = place.shift === NO_SHIFT ? tree.rect : shifted(tree, place);
  if (tree.lastSheet === null) return { kind: "reference", areas: [{ sheet, rect }] };
  const through = sheetsThrough(sheet, tree.lastSheet, place.book.sheets ?? []);
  if (through.length === 0) throw new NotEvaluated(`reference over several sheets: ${tree.text}`);
  return { kind: "reference", areas: through.map((one) => ({ sheet: one, rect })) };
}

/** 一月:三月 is every sheet from one to the other, as they stand in the workbook. */
function sheetsThrough(first: string, last: string, sheets: readonly string[]): readonly string[] {
  const [from, to] = [first, last].map((name) => sheets.findIndex((one) => one.toUpperCase() === name.toUpperCase()));
  if (from === undefined || to === undefined || from < 0 || to < 0) return [];
  return sheets.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** Cells of another workbook, as far as the file keeps them (SPEC E15). */
function linked({ to, text }: FormulaTree & { node: "external" }, place: Place): Operand {
  const unknown = (): NotEvaluated => new NotEvaluated(`link to another workbook: ${text}`);
  if (!to) throw unknown();
  const { book } = place;
  const own = (name: string): string => linkedSheetName(to.book, name);
  if (typeof to.what !== "string") {
    const sheet = own(to.sheet ?? "");
    if (!book.hasSheet(sheet)) throw unknown();
    return { kind: "reference", areas: [{ sheet, rect: to.what }] };
  }
  const name = to.what.toUpperCase();
  const defined = book.links?.[Number(to.book) - 1]?.names.find((one) => one.name.toUpperCase() === name);
  const parsed = defined ? parseFormula(defined.refersTo) : null;
  const tree = parsed?.ok ? parsed.value.tree : null;
  if (tree?.node !== "area" || tree.sheet === null || !book.hasSheet(own(tree.sheet))) throw unknown();
  return { kind: "reference", areas: [{ sheet: own(tree.sheet), rect: tree.rect }] };
}

function tableCells(tree: TableNode, place: Place): Operand {
  const found = tableArea(tree, place.at, place.book.tables ?? []);
  if (found === "unknown") throw new NotEvaluated(`structured reference: ${tree.text}`);
  if (found === "lost") return error("#REF!");
  return found === "elsewhere" ? error("#VALUE!") : { kind: "reference", areas: [found] };
}

/** Relative edges move; A$5:A1 moved down becomes A$5:A11. Whole rows and columns are never taken for relative. */
function shifted({ rect, fixed, whole }: AreaNode, { shift }: Place): Rect {
  if (whole !== null) return rect;
  const top = rect.top + (fixed.top ? 0 : shift.rows);
  const bottom = rect.bottom + (fixed.bottom ? 0 : shift.rows);
  const left = rect.left + (fixed.left ? 0 : shift.columns);
  const right = rect.right + (fixed.right ? 0 : shift.columns);
  return {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
}

function named(name: string, sheet: string, place: Place, spread: boolean, depth: number): Operand {
  const refersTo = place.book.resolveName(name, sheet);
  if (refersTo === null) {
    const table = place.book.tables?.find((one) => one.table.name.toUpperCase() === name.toUpperCase());
    return table ? { kind: "reference", areas: [dataArea(table)] } : error("#NAME?");
  }
  if (place.names > 16) throw new NotEvaluated(`names that refer to each other: ${name}`);
  const parsed = parseFormula(refersTo);
  if (!parsed.ok) throw new NotEvaluated(`the name ${name} does not read: ${refersTo}`);
  const inner = parsed.value.tree;
  if (inner.node === "area" && !isFixed(inner)) throw new NotEvaluated(`the name ${name} refers to a relative place`);
  return evaluate(inner, { ...place, names: place.names + 1, shift: NO_SHIFT }, spread, depth + 1);
}

const isFixed = ({ fixed, whole }: AreaNode): boolean =>
  (whole === "columns" || (fixed.top && fixed.bottom)) && (whole === "rows" || (fixed.left && fixed.right));

function unary(tree: FormulaTree & { node: "unary" }, place: Place, spread: boolean, depth: number): Operand {
  const operand = evaluate(tree.of, place, spread, depth + 1);
  if (tree.op === "@") return isReference(operand) ? intersection(operand, place) : isGrid(operand) ? operand.at(0, 0) : operand; // prettier-ignore
  if (tree.op === "#") throw new NotEvaluated("spilled range");
  if (tree.op === "+") return operand;
  const factor = tree.op === "-" ? (x: number) => 0 - x : (x: number) => x / 100;
  return lift([valueOf(operand, place, spread)], place, ([value = null]) => {
    const number = toNumber(value, place.book.date1904 ?? false);
    return typeof number === "number" ? factor(number) : number;
  });
}

const REFERENCE_OPERATORS: readonly TreeOperator[] = [":", " ", ","];

/** A1+A2+… is a chain on the left side, as long as the formula: walked in a loop. */
function binary(tree: FormulaTree & { node: "binary" }, place: Place, spread: boolean, depth: number): Operand {
  if (REFERENCE_OPERATORS.includes(tree.op)) return combined(tree, place, spread, depth);
  const chain = [tree];
  for (let { left } = tree; left.node === "binary" && !REFERENCE_OPERATORS.includes(left.op); left = left.left) {
    chain.push(left);
  }
  const innermost = chain.at(-1)?.left ?? tree.left;
  let value = valueOf(evaluate(innermost, place, spread, depth + 1), place, spread);
  for (const { op, right } of chain.toReversed()) {
    const operand = valueOf(evaluate(right, place, spread, depth + 1), place, spread);
    value = lift([value, operand], place, (pair) => applyOperator(op, pair[0] ?? null, pair[1] ?? null, place));
  }
  return value;
}

function combined(tree: FormulaTree & { node: "binary" }, place: Place, spread: boolean, depth: number): Operand {
  const left = evaluate(tree.left, place, spread, depth + 1);
  const right = evaluate(tree.right, place, spread, depth + 1);
  if (isErrorOperand(left)) return left;
  if (isErrorOperand(right)) return right;
  if (!isReference(left) || !isReference(right)) return error("#VALUE!");
  if (tree.op === ":") return hull(left, right);
  return tree.op === " " ? common(left, right) : { kind: "reference", areas: [...left.areas, ...right.areas] };
}

function call(tree: FormulaTree & { node: "call" }, place: Place, spread: boolean, depth: number): Operand {
  const args: readonly Argument[] = tree.args.map((arg) =>
    arg === null ? null : (inner: boolean) => evaluate(arg, place, inner, depth + 1),
  );
  const lazy = LAZY[tree.fn];
  if (lazy) return lazy(args, place, spread);
  const spec = FUNCTIONS[tree.fn];
  if (VOLATILE.has(tree.fn)) throw new NotEvaluated(`volatile: ${tree.fn}`);
  if (!spec) throw new NotEvaluated(`not in the function set: ${tree.fn}`);
  return callFunction(tree.fn, spec, args, place, spread);
}

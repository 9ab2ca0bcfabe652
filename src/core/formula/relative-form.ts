import { columnName, MAX_COLUMNS, MAX_ROWS, type CellPosition } from "../workbook/address";
import type { ParsedFormula } from "./parse";
import { walk, type AreaNode } from "./parsed";

/** A formula as seen from its cell. */
export interface RelativeForm {
  /** The same for formulas that were copied from each other. */
  readonly key: string;
  /** The formula without its references: the same for formulas that compute alike from other cells. */
  readonly shape: string;
}

export function relativeForm({ text, tree }: ParsedFormula, at: CellPosition): RelativeForm {
  const areas = areasInOrder(tree);
  const plain = (piece: string): string => piece.replace(/^\s*=/, "").toUpperCase();
  return {
    key: rewritten(text, areas, plain, (area) => `${sheetPart(area)}${relativeArea(area, at)}`),
    shape: rewritten(text, areas, plain, ({ rect }) => (rect.top === rect.bottom && rect.left === rect.right ? "¤" : "¤¤")), // prettier-ignore
  };
}

/** The text that the formula has after it was copied from one cell to another; null where a reference leaves the sheet. */
export function copiedFormula({ text, tree }: ParsedFormula, from: CellPosition, to: CellPosition): string | null {
  const [rows, columns] = [to.row - from.row, to.column - from.column];
  const lost: AreaNode[] = [];
  const moved = rewritten(text, areasInOrder(tree), String, (area) => {
    const reference = movedArea(area, rows, columns);
    if (reference === null) lost.push(area);
    return `${sheetPart(area)}${reference ?? ""}`;
  });
  return lost.length > 0 ? null : moved;
}

const areasInOrder = (tree: ParsedFormula["tree"]): readonly AreaNode[] =>
  [...walk(tree)].filter((node) => node.node === "area").sort((a, b) => a.span.start - b.span.start);

function rewritten(
  text: string,
  areas: readonly AreaNode[],
  plain: (piece: string) => string,
  reference: (area: AreaNode) => string,
): string {
  let result = "";
  let at = 0;
  for (const area of areas) {
    result += plain(text.slice(at, area.span.start)) + reference(area);
    at = area.span.end;
  }
  return result + plain(text.slice(at));
}

const sheetPart = ({ text }: AreaNode): string => text.slice(0, text.lastIndexOf("!") + 1);

function relativeArea({ rect, fixed, whole }: AreaNode, at: CellPosition): string {
  const edge = (value: number, isFixed: boolean, own: number): string => (isFixed ? `$${value}` : `${value - own}`);
  const rows = whole === "columns" ? "*" : `${edge(rect.top, fixed.top, at.row)}:${edge(rect.bottom, fixed.bottom, at.row)}`; // prettier-ignore
  const columns = whole === "rows" ? "*" : `${edge(rect.left, fixed.left, at.column)}:${edge(rect.right, fixed.right, at.column)}`; // prettier-ignore
  return `[${rows},${columns}]`;
}

function movedArea({ rect, fixed, whole }: AreaNode, rows: number, columns: number): string | null {
  const down = whole === "columns" ? null : ([moved(rect.top, fixed.top, rows, MAX_ROWS), moved(rect.bottom, fixed.bottom, rows, MAX_ROWS)] as const); // prettier-ignore
  const across = whole === "rows" ? null : ([moved(rect.left, fixed.left, columns, MAX_COLUMNS), moved(rect.right, fixed.right, columns, MAX_COLUMNS)] as const); // prettier-ignore
  if (down?.includes(null) || across?.includes(null)) return null;
  const row = (at: number | null | undefined, isFixed: boolean): string => (at == null ? "" : `${isFixed ? "$" : ""}${at + 1}`); // prettier-ignore
  const column = (at: number | null | undefined, isFixed: boolean): string => (at == null ? "" : `${isFixed ? "$" : ""}${columnName(at)}`); // prettier-ignore
  const first = `${column(across?.[0], fixed.left)}${row(down?.[0], fixed.top)}`;
  const last = `${column(across?.[1], fixed.right)}${row(down?.[1], fixed.bottom)}`;
  return first === last && whole === null ? first : `${first}:${last}`;
}

function moved(edge: number, isFixed: boolean, by: number, limit: number): number | null {
  const to = isFixed ? edge : edge + by;
  return to >= 0 && to < limit ? to : null;
}

import { meantName } from "../formula/named-cells";
import { parseFormula } from "../formula/parse";
import { walk, type AreaNode, type FormulaTree } from "../formula/parsed";
import { dataArea, tableArea, tablesOf, type LocatedTable } from "../formula/table-areas";
import type { CellAddress, Rect } from "../workbook/address";
import type { DefinedName, WorkbookSnapshot } from "../workbook/snapshot";

/** What names and structured references mean in a workbook. */
export interface Meanings {
  readonly names: readonly DefinedName[];
  readonly tables: readonly LocatedTable[];
}

export const meaningsOf = (book: WorkbookSnapshot): Meanings => ({ names: book.names, tables: tablesOf(book) });

/**
 * The tree of a formula with each name and structured reference replaced by the cells that it means, so that a sum over
 * a name is looked at like a sum over cells (SPEC G19). What means no single range stays as it is.
 */
export function withMeantCells(tree: FormulaTree, at: CellAddress, meanings: Meanings): FormulaTree {
  const isNamed = [...walk(tree)].some(({ node }) => node === "name" || node === "table");
  return isNamed ? replaced(tree, at, meanings, 0) : tree;
}

/** Deeper formulas than people write are left alone. */
const MAX_DEPTH = 200;

function replaced(node: FormulaTree, at: CellAddress, meanings: Meanings, depth: number): FormulaTree {
  if (depth > MAX_DEPTH) return node;
  const inner = (one: FormulaTree): FormulaTree => replaced(one, at, meanings, depth + 1);
  switch (node.node) {
    case "name":
      return meantByName(node, at, meanings) ?? node;
    case "table": {
      const area = tableArea(node, at, meanings.tables);
      return typeof area === "string" ? node : areaNode(area.sheet, area.rect, node.text, at, node);
    }
    case "unary":
      return { ...node, of: inner(node.of) };
    case "binary":
      return { ...node, left: inner(node.left), right: inner(node.right) };
    case "call":
      return { ...node, args: node.args.map((arg) => arg && inner(arg)) };
    default:
      return node;
  }
}

function meantByName(
  node: FormulaTree & { node: "name" },
  at: CellAddress,
  { names, tables }: Meanings,
): AreaNode | null {
  const name = meantName(names, node, at.sheet);
  if (!name) {
    const table = tables.find((one) => one.table.name.toUpperCase() === node.name.toUpperCase());
    const area = table && dataArea(table);
    return area ? areaNode(area.sheet, area.rect, node.name, at, node) : null;
  }
  const parsed = parseFormula(name.refersTo);
  const tree = parsed.ok ? parsed.value.tree : null;
  // A name for a place relative to its formula means another one everywhere.
  if (tree?.node !== "area" || tree.sheet === null || tree.lastSheet !== null || tree.whole !== null) return null;
  const { fixed } = tree;
  if (!fixed.top || !fixed.left || !fixed.bottom || !fixed.right) return null;
  return areaNode(tree.sheet, tree.rect, node.name, at, node);
}

const isSame = (a: string | null, b: string | null): boolean =>
  (a?.toUpperCase() ?? null) === (b?.toUpperCase() ?? null);

const areaNode = (sheet: string, rect: Rect, text: string, at: CellAddress, { span }: FormulaTree): AreaNode => ({
  node: "area",
  sheet: isSame(sheet, at.sheet) ? null : sheet,
  lastSheet: null,
  rect,
  whole: null,
  fixed: { top: true, left: true, bottom: true, right: true },
  text,
  span,
});

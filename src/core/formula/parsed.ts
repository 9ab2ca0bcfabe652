import { pushAll } from "../workbook/long-lists";
import type { Rect } from "../workbook/address";
import type { CellScalar } from "../workbook/snapshot";

/**
 * A formula as read from its text: references resolved to rectangles, everything that the evaluator
 * does not know kept as `unsupported`, so that its references are still found (SPEC E3).
 * `span` is the half-open range of the node in the formula text.
 */
export type FormulaTree =
  | { readonly node: "literal"; readonly value: CellScalar; readonly span: Span }
  | { readonly node: "array"; readonly rows: readonly (readonly CellScalar[])[]; readonly span: Span }
  | AreaNode
  | { readonly node: "name"; readonly sheet: string | null; readonly name: string; readonly span: Span }
  /** A link into another workbook; `text` is what the formula says, `to` what it names there, where that can be told. */
  | { readonly node: "external"; readonly text: string; readonly to: LinkTarget | null; readonly span: Span }
  | TableNode
  | { readonly node: "unary"; readonly op: UnaryOperator; readonly of: FormulaTree; readonly span: Span }
  | {
      readonly node: "binary";
      readonly op: TreeOperator;
      readonly left: FormulaTree;
      readonly right: FormulaTree;
      readonly span: Span;
    }
  | {
      readonly node: "call";
      /** Upper case, without _xlfn. */
      readonly fn: string;
      /** Null where the argument is left out: IF(A1,,1). */
      readonly args: readonly (FormulaTree | null)[];
      readonly span: Span;
    }
  | {
      readonly node: "unsupported";
      readonly what: string;
      readonly parts: readonly FormulaTree[];
      readonly span: Span;
    };

/** A structured reference such as 得分表[得分]; without a name it means the table in which the formula stands. */
export interface TableNode {
  readonly node: "table";
  readonly text: string;
  readonly table: string;
  /** None: all; two: from the first to the second. */
  readonly columns: readonly string[];
  /** In small letters: all, headers, data, totals, this row; none: the data. */
  readonly sections: readonly string[];
  readonly span: Span;
}

/** `book` is its number in the file's list of links, from 1, as text. */
export interface LinkTarget {
  readonly book: string;
  readonly sheet: string | null;
  readonly what: Rect | string;
}

/** Cells of one sheet (of several, where `lastSheet` is given). */
export interface AreaNode {
  readonly node: "area";
  /** Null: the sheet of the formula. */
  readonly sheet: string | null;
  /** 一月:三月!B2 reads all sheets from the first to this one. */
  readonly lastSheet: string | null;
  /** A:A covers all rows, 1:3 all columns. */
  readonly rect: Rect;
  readonly whole: "rows" | "columns" | null;
  /** Which edges are fixed by a $. */
  readonly fixed: { readonly top: boolean; readonly left: boolean; readonly bottom: boolean; readonly right: boolean };
  readonly text: string;
  readonly span: Span;
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

type UnaryOperator = "+" | "-" | "%" | "@" | "#";
export type TreeOperator = "+" | "-" | "*" | "/" | "^" | "&" | "=" | "<>" | "<" | "<=" | ">" | ">=" | ":" | " " | ",";

/** All nodes in reading order; with its own stack, since a formula may be a chain of thousands of terms. */
export function* walk(tree: FormulaTree): Generator<FormulaTree> {
  const stack: FormulaTree[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node;
    pushAll(stack, children(node).toReversed());
  }
}

/** The depth of the tree; a chain of operators on the left side counts once, since it is walked in a loop. */
export function depthOf(tree: FormulaTree): number {
  const stack: { readonly node: FormulaTree; readonly depth: number }[] = [{ node: tree, depth: 1 }];
  let deepest = 1;
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, depth } = top;
    deepest = Math.max(deepest, depth);
    for (const child of children(node)) {
      const chained = node.node === "binary" && child === node.left && child.node === "binary";
      stack.push({ node: child, depth: chained ? depth : depth + 1 });
    }
  }
  return deepest;
}

function children(node: FormulaTree): readonly FormulaTree[] {
  switch (node.node) {
    case "unary":
      return [node.of];
    case "binary":
      return [node.left, node.right];
    case "call":
      return node.args.filter((arg) => arg !== null);
    case "unsupported":
      return node.parts;
    default:
      return [];
  }
}

import { a1, absoluteA1, quoteSheet, type CellPosition } from "../model/address";
import { unreachable } from "../model/result";
import type { BinaryOperator, FormulaNode } from "./node";

/** Excel's precedence, loosest first. */
const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  "=": 1, "<>": 1, "<": 1, "<=": 1, ">": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5,
}; // prettier-ignore
const UNARY = 6;
const ATOM = 7;

/** Formula text as Excel, WPS and LibreOffice read it from a file: en-US, A1, with the leading "=" (SPEC E1). */
export const printFormula = (node: FormulaNode): string => `=${print(node, 0)}`;

function print(node: FormulaNode, outer: number): string {
  const [text, own] = printed(node);
  return own < outer ? `(${text})` : text;
}

function printed(node: FormulaNode): readonly [text: string, precedence: number] {
  switch (node.node) {
    case "number":
      return [node.text, ATOM];
    case "text":
      return [`"${node.text.replaceAll('"', '""')}"`, ATOM];
    case "boolean":
      return [node.value ? "TRUE" : "FALSE", ATOM];
    case "name":
      return [node.name, ATOM];
    case "cell":
      return [prefix(node.sheet) + position(node.at, node.absolute), ATOM];
    case "range": {
      const { rect, absolute } = node;
      const first = position({ row: rect.top, column: rect.left }, absolute);
      return [`${prefix(node.sheet)}${first}:${position({ row: rect.bottom, column: rect.right }, absolute)}`, ATOM];
    }
    case "call":
      return [`${node.fn}(${node.args.map((arg) => print(arg, 0)).join(",")})`, ATOM];
    case "negate":
      return [`-${print(node.of, UNARY)}`, UNARY];
    case "binary": {
      const own = PRECEDENCE[node.op];
      // The right side of an operator of the same rank keeps its brackets: a-(b-c), a/(b*c).
      return [`${print(node.left, own)}${node.op}${print(node.right, own + 1)}`, own];
    }
    default:
      return unreachable(node);
  }
}

const prefix = (sheet: string | null): string => (sheet === null ? "" : `${quoteSheet(sheet)}!`);
const position = (at: CellPosition, absolute: boolean): string => (absolute ? absoluteA1(at) : a1(at));

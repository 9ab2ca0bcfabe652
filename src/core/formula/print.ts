import { a1, absoluteA1, quoteSheet, type CellPosition } from "../workbook/address";
import { unreachable } from "../model/result";
import type { BinaryOperator, FormulaNode } from "./written";

/** Excel's precedence, loosest first. */
const PRECEDENCE: Readonly<Record<BinaryOperator, number>> = {
  "=": 1, "<>": 1, "<": 1, "<=": 1, ">": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5,
}; // prettier-ignore
const UNARY = 6;

/** Formula text as Excel, WPS and LibreOffice read it from a file: en-US, A1, with the leading "=" (SPEC E1). */
export const printFormula = (node: FormulaNode): string => `=${print(node, 0)}`;

/** In brackets where the operator around it binds more tightly than `node` itself. */
function print(node: FormulaNode, outer: number): string {
  switch (node.node) {
    case "number":
      return node.text;
    case "text":
      return quoted(node.text);
    case "texts":
      return `{${node.texts.map(quoted).join(",")}}`;
    case "boolean":
      return node.value ? "TRUE" : "FALSE";
    case "name":
      return node.name;
    case "cell":
      return prefix(node.sheet) + position(node.at, node.absolute);
    case "range": {
      const { rect, absolute } = node;
      const first = position({ row: rect.top, column: rect.left }, absolute);
      return `${prefix(node.sheet)}${first}:${position({ row: rect.bottom, column: rect.right }, absolute)}`;
    }
    case "call":
      return `${node.fn}(${listed(node.args)})`;
    case "negate":
      return bracketed(`-${print(node.of, UNARY)}`, UNARY < outer);
    case "binary": {
      const own = PRECEDENCE[node.op];
      // The right side of an operator of the same rank keeps its brackets: a-(b-c), a/(b*c).
      return bracketed(`${print(node.left, own)}${node.op}${print(node.right, own + 1)}`, own < outer);
    }
    default:
      return unreachable(node);
  }
}

const quoted = (text: string): string => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`);

const bracketed = (text: string, needed: boolean): string => (needed ? `(${text})` : text);

/** Put together piece by piece: `join` would copy the whole text at every level of a nested formula. */
function listed(args: readonly FormulaNode[]): string {
  let text = "";
  for (const [i, arg] of args.entries()) text += i === 0 ? print(arg, 0) : `,${print(arg, 0)}`;
  return text;
}

const prefix = (sheet: string | null): string => (sheet === null ? "" : `${quoteSheet(sheet)}!`);
const position = (at: CellPosition, absolute: boolean): string => (absolute ? absoluteA1(at) : a1(at));

import { decimalPlaces, decimalText, parts, type Exact } from "../../model/exact";
import type { Expression } from "../../rules/definition";

/**
 * An expression in one plain form: names as printed, ASCII signs, only the brackets that the arithmetic needs. What is
 * printed reads back as the same expression (SPEC D8).
 */
export const printExpression = (node: Expression): string => print(node, 0, "");

/** The same with a space on both sides of every sign, as an explanation shows it: 69 / 77. */
export const printSpaced = (node: Expression): string => print(node, 0, " ");

const SIGN = { add: "+", subtract: "-", multiply: "*", divide: "/" } as const;
const RANK = { add: 1, subtract: 1, multiply: 2, divide: 2 } as const;

function print(node: Expression, outer: number, space: string): string {
  switch (node.op) {
    case "number":
      return printNumber(node.number, outer);
    case "variable":
      return node.name;
    case "negate":
      return bracketed(`-${print(node.of, 3, space)}`, outer > 1);
    default: {
      const own = RANK[node.op];
      const left = print(node.left, own, space);
      const right = print(node.right, own + 1, space);
      const gap = node.op === "subtract" && touching(left, right) ? " " : space;
      return bracketed(`${left}${gap}${SIGN[node.op]}${gap}${right}`, own < outer);
    }
  }
}

/** Between letters and figures a hyphen could be part of a name; spaces make it a minus again. */
const touching = (left: string, right: string): boolean => /^[A-Za-z0-9]{2}$/.test(left.slice(-1) + right.slice(0, 1));

function printNumber(number: Exact, outer: number): string {
  if (decimalPlaces(number, 16) <= 15) return bracketed(decimalText(number, 15), number.compare(0) < 0 && outer > 1);
  const { n, d } = parts(number);
  return bracketed(`${n}/${d}`, outer > 1);
}

const bracketed = (text: string, needed: boolean): string => (needed ? `(${text})` : text);

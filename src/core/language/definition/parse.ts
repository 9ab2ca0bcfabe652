import { ONE } from "../../model/exact";
import { BLANK } from "../../model/value";
import type { Expression } from "../../rules/definition";
import { evaluateExpression } from "./evaluate";
import { ReadingStopped, type Stop } from "./problem";
import { sumInWords } from "./sum-in-words";
import { checkVariable } from "./variable";
import { variablesOf } from "./variables";
import type { Operator, Token, Tokens } from "./token";

/**
 * The arithmetic of a formula's right side: + and - bind loosest, × and ÷ next, both from the left; a sign before an
 * operand binds tightest. Throws ReadingStopped with the place where the grammar does not go on (SPEC D2, D3).
 */
export function parseExpression(tokens: Tokens): Expression {
  const parser = new Parser(tokens);
  const expression = parser.sum();
  parser.expectEnd();
  return expression;
}

const OPERATION: Readonly<Record<Operator, "add" | "subtract" | "multiply" | "divide">> = {
  "+": "add",
  "-": "subtract",
  "*": "multiply",
  "/": "divide",
};

class Parser {
  private readonly tokens: readonly Token[];
  private readonly end: number;
  private next = 0;

  constructor({ tokens, end }: Tokens) {
    this.tokens = tokens;
    this.end = end;
  }

  sum(): Expression {
    let left = this.product();
    for (let operator = this.operator("+", "-"); operator; operator = this.operator("+", "-")) {
      left = { op: OPERATION[operator.operator], left, right: this.product(), at: operator.at };
    }
    return left;
  }

  expectEnd(): void {
    const token = this.tokens[this.next];
    if (!token) return;
    const stop: Stop =
      token.kind === "close" ? { why: "bracket-close", bracket: token.bracket } : { why: "operator-expected" };
    throw new ReadingStopped(token.at, stop);
  }

  private product(): Expression {
    let left = this.signed();
    for (let operator = this.operator("*", "/"); operator; operator = this.operator("*", "/")) {
      const right = this.signed();
      if (operator.operator === "/" && isAlwaysZero(right)) {
        throw new ReadingStopped(operator.at, { why: "zero-divisor" });
      }
      left = { op: OPERATION[operator.operator], left, right, at: operator.at };
    }
    return left;
  }

  private signed(): Expression {
    const sign = this.operator("+", "-");
    if (!sign) return this.operand();
    const of = this.operand();
    return sign.operator === "-" ? { op: "negate", of, at: sign.at } : of;
  }

  private operand(): Expression {
    const token = this.tokens[this.next];
    if (!token) throw new ReadingStopped(this.end, { why: "operand-expected" });
    this.next++;
    if (token.kind === "number") return percentOrNumber(token);
    if (token.kind === "name") {
      const sum = sumInWords(token);
      if (sum) return sum;
      checkVariable(token);
      return { op: "variable", name: token.text, at: token.at };
    }
    if (token.kind !== "open") throw new ReadingStopped(token.at, { why: "operand-expected" });
    const inside = this.sum();
    const close = this.tokens[this.next];
    if (close?.kind !== "close") throw new ReadingStopped(close?.at ?? this.end, { why: "operator-expected" });
    this.next++;
    return inside;
  }

  private operator(...wanted: readonly Operator[]): (Token & { readonly kind: "operator" }) | null {
    const token = this.tokens[this.next];
    if (token?.kind !== "operator" || !wanted.includes(token.operator)) return null;
    this.next++;
    return token;
  }
}

function isAlwaysZero(divisor: Expression): boolean {
  if (variablesOf(divisor).length > 0) return false;
  const value = evaluateExpression(divisor, () => BLANK);
  return value.state !== "known" || value.number.equals(0);
}

type NumberToken = Token & { readonly kind: "number" };

/** 100% as printed is a number of its own kind: as a factor it says how the value is shown, and changes nothing. */
export const HUNDRED_PERCENT: Expression & { readonly op: "number" } = { op: "number", number: ONE };

const percentOrNumber = (token: NumberToken): Expression =>
  token.percent && token.number.equals(1) ? HUNDRED_PERCENT : { op: "number", number: token.number, at: token.at };

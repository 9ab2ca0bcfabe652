import { ONE, type Exact } from "../../../model/exact";
import type { Expression } from "../../../rules/definition";
import { OF_THE_MARK, SHARE_IN_WORDS } from "../words/case-words";
import type { Token } from "../words/token";
import { DE_AROUND } from "../words/share-words";

interface Reader {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly full: Exact;
  i: number;
}

/**
 * 已整改问题数÷检查发现问题数×6, （1－退回件数÷上报件数）×分值: the arithmetic of a score over named quantities; 分值 and 满分 stand
 * for the full mark. Null where something in it is no arithmetic.
 */
export function readFormula(tokens: readonly Token[], text: string, full: Exact): Expression | null {
  const reader: Reader = { tokens, text, full, i: 0 };
  const whole = sum(reader);
  return whole && reader.i === tokens.length ? whole : null;
}

const here = ({ tokens, i }: Reader): Token | undefined => tokens[i];

function sum(reader: Reader): Expression | null {
  let left = term(reader);
  for (;;) {
    const token = here(reader);
    const op =
      token?.type === "operator" && (token.op === "+" || token.op === "-")
        ? token.op
        : token?.type === "dash" && token.minus
          ? "-"
          : null;
    if (!left || op === null) return left;
    reader.i++;
    const right = term(reader);
    left = right && { op: op === "+" ? "add" : "subtract", left, right };
  }
}

function term(reader: Reader): Expression | null {
  let left = factor(reader);
  for (;;) {
    const token = here(reader);
    if (!left || token?.type !== "operator" || (token.op !== "*" && token.op !== "/")) return left;
    reader.i++;
    const right = factor(reader);
    left = right && { op: token.op === "*" ? "multiply" : "divide", left, right };
  }
}

function factor(reader: Reader): Expression | null {
  const token = here(reader);
  switch (token?.type) {
    case "open": {
      reader.i++;
      const inner = sum(reader);
      if (here(reader)?.type !== "close") return null;
      reader.i++;
      return inner;
    }
    case "number":
      if (token.unit.of === "counter" || token.spread) return null;
      reader.i++;
      return { op: "number", number: token.value };
    case "weight":
    case "full":
      reader.i++;
      return { op: "number", number: reader.full };
    case "word":
    case "by":
    case "limit":
      return named(reader);
    default:
      return null;
  }
}

const NAME_TOKENS: ReadonlySet<string> = new Set(["word", "by", "limit"]);

function named(reader: Reader): Expression | null {
  const first = here(reader);
  let last = first;
  while (here(reader) && NAME_TOKENS.has(here(reader)?.type ?? "")) {
    last = here(reader);
    reader.i++;
  }
  if (!first || !last) return null;
  const name = reader.text.slice(first.at, last.end);
  // |实际值-目标值|: no arithmetic that is known here
  if (name.includes("|")) return null;
  const next = here(reader)?.type;
  if (OF_THE_MARK.test(name) && (next === "weight" || next === "full")) return factor(reader);
  const share = SHARE_IN_WORDS.exec(name);
  if (share) return { op: "divide", left: variable(share[1] ?? ""), right: variable(share[2] ?? "") };
  return variable(name);
}

const variable = (name: string): Expression => ({ op: "variable", name: name.replace(DE_AROUND, "") });

/** Names that an expression reads, in order of appearance, each once. */
export function namesIn(expression: Expression): readonly string[] {
  switch (expression.op) {
    case "number":
      return [];
    case "variable":
      return [expression.name];
    case "negate":
      return namesIn(expression.of);
    default:
      return [...new Set([...namesIn(expression.left), ...namesIn(expression.right)])];
  }
}

/** The same expression with its names replaced. */
export function renamed(expression: Expression, to: (name: string) => string): Expression {
  switch (expression.op) {
    case "number":
      return expression;
    case "variable":
      return { op: "variable", name: to(expression.name) };
    case "negate":
      return { op: "negate", of: renamed(expression.of, to) };
    default:
      return { op: expression.op, left: renamed(expression.left, to), right: renamed(expression.right, to) };
  }
}

export const timesMark = (of: Expression, mark: Exact): Expression =>
  mark.equals(ONE) ? of : { op: "multiply", left: of, right: { op: "number", number: mark } };

import type { Definition, Expression } from "../rules/definition";
import { exactText, type Exact } from "../model/exact";
import type { Rule } from "../rules/rule";

/**
 * Whether two rules give the same score for every input: compared as data, without the words that were used for the
 * inputs. It may call two different wordings of one rule different, never two different rules the same.
 */
export const sameRule = (a: Rule, b: Rule): boolean => ruleShape(a) === ruleShape(b);

function ruleShape(rule: Rule): string {
  return JSON.stringify(
    [rule.fullMark, rule.clauses, rule.combine, rule.gate, rule.applicability, rule.cap],
    (key, value: unknown) => {
      if (key === "name" || key === "options") return undefined;
      if (typeof value === "bigint") return String(value);
      return isExact(value) ? exactText(value) : value;
    },
  );
}

const isExact = (value: unknown): value is Exact =>
  typeof value === "object" && value !== null && "n" in value && "d" in value && "s" in value;

/** Whether two definitions are one formula with other words for its variables. */
export function sameDefinition(a: Definition, b: Definition): boolean {
  return definitionShape(a.expression) === definitionShape(b.expression);
}

function definitionShape(expression: Expression): string {
  const order = new Map<string, number>();
  const shape = (node: Expression): string => {
    switch (node.op) {
      case "number":
        return exactText(node.number);
      case "variable": {
        if (!order.has(node.name)) order.set(node.name, order.size);
        return `v${order.get(node.name) ?? 0}`;
      }
      case "negate":
        return `(-${shape(node.of)})`;
      default:
        return `(${shape(node.left)} ${node.op} ${shape(node.right)})`;
    }
  };
  return shape(expression);
}

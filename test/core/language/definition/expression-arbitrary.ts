import fc from "fast-check";
import type { Expression } from "../../../../src/core/rules/definition";
import { ratio } from "../../../../src/core/model/exact";

/** Names as these tables print them: with brackets, quotation marks, figures, hyphens. */
export const NAMES = [
  "在职人员数",
  "编制数",
  "本年度“三公经费”总额",
  "上年度“三公经费”总额",
  "因公出国（境）费",
  "水量（立方米）",
  "COVID-19疫苗接种数",
  "2020-2021年度收入",
  "65岁以上老年人数",
  "支出预算数",
] as const;

const { expression: arbitrary } = fc.letrec<{ expression: Expression; leaf: Expression }>((tie) => ({
  leaf: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...NAMES).map((name): Expression => ({ op: "variable", name })) },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 2, max: 400 })
        .map((tenths): Expression => ({ op: "number", number: ratio(tenths, 10) })),
    },
  ),
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    tie("leaf"),
    fc.record({
      op: fc.constantFrom("add" as const, "subtract" as const, "multiply" as const, "divide" as const),
      left: tie("expression"),
      right: tie("expression"),
    }),
    tie("expression").map((of): Expression => ({ op: "negate", of })),
  ),
}));

export const expressions = arbitrary;

/** The tree without the places it was read from. */
export function bare(node: Expression): Expression {
  switch (node.op) {
    case "number":
      return { op: "number", number: node.number };
    case "variable":
      return { op: "variable", name: node.name };
    case "negate":
      return { op: "negate", of: bare(node.of) };
    default:
      return { op: node.op, left: bare(node.left), right: bare(node.right) };
  }
}

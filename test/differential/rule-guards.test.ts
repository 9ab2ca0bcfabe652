import { printFormula } from "../../src/core/formula/print";
import type { FormulaNode } from "../../src/core/formula/written";
import type { Rule } from "../../src/core/rules/rule";
import { amount, bands, binary, checklist, events, num, ordinal, proportional, rate, rule, settings, stepDeduct, target, tiers, yesNo } from "../core/rules/build"; // prettier-ignore
import { edgeCases } from "./random-rules";
import { agree, evaluatorOf, expected, formulaNode, isTie } from "./rule-cases";
import type { Settings } from "../../src/core/rules/setting-types";

const execution = rate("执行率");

/** Rules in which every guard decides something: several of a kind where one alone would not. */
const RULES: readonly (readonly [title: string, own: Rule, more?: Partial<Settings>])[] = [
  ["stepDeduct, whole steps", rule("60", [stepDeduct(execution, "above", "100%", "1%", "1", "60")])],
  ["stepDeduct, started steps", rule("60", [stepDeduct(execution, "below", "1.005", "1%", "1", "60")]), { partialSteps: "started" }],
  ["stepDeduct, both sides", rule("6", [stepDeduct(execution, "both", "100%", "0.07%", "0.1", "6")])],
  ["stepDeduct, a large amount", rule("5", [stepDeduct(amount("成本", "元"), "above", "123455.78", "0.1", "0.1", "5")])],
  ["bands", rule("3", [bands(execution, { "X=0": "3", "0<X≤10%": "2", "10%<X≤57%": "1", "X>57%": "0" })])],
  ["bands with a remainder", rule("3", [bands(execution, { "95%≤X≤105%": "3" }, "1")])],
  ["proportional", rule("10", [proportional(execution, "10", { zeroBelow: { value: num("60%"), closed: false } })])],
  ["target ≥", rule("10", [target(">=", "10")])],
  ["target <, A/B", rule("10", [target("<", "10")])],
  ["target ≤, 1−(B−A)/A", rule("10", [target("<=", "10", { reverse: "1-(B-A)/A" })])],
  ["target =", rule("10", [target("=", "10", { missed: "zero" })])],
  ["checklist", rule("2", [checklist("award", "2", ["0.5", "1.5"])])],
  ["events", rule("3", [events("0.5", "3")])],
  ["ordinal", rule("3", [ordinal({ 无结余: "3", 有结余: "2", 超过: "0" })])],
  ["binary", rule("2", [binary("目标明确", "2")])],
  ["tiers", rule("10", [tiers("10", ["优 90%≤X≤100%", "良 80%≤X<90%"], amount("得分"))])],
  ["first", rule("10", [bands(execution, { "X≥90%": "10" }), bands(execution, { "X<60%": "0" }), proportional(execution, "10")], { combine: "first" })],
  ["gate and applicability", rule("5", [proportional(execution, "5")], {
    gates: [{ input: yesNo("有目标"), otherwise: num("1") }],
    applicability: { input: yesNo("有项目"), treatment: "full" },
  })],
]; // prettier-ignore

/** The formula without one of its ROUNDs, for each of them. */
function withoutOneGuard(node: FormulaNode): readonly FormulaNode[] {
  switch (node.node) {
    case "call": {
      const inner = node.args.flatMap((arg, i) =>
        withoutOneGuard(arg).map((mutant): FormulaNode => ({ ...node, args: node.args.with(i, mutant) })),
      );
      const [guarded] = node.args;
      return node.fn === "ROUND" && guarded ? [guarded, ...inner] : inner;
    }
    case "binary":
      return [
        ...withoutOneGuard(node.left).map((left): FormulaNode => ({ ...node, left })),
        ...withoutOneGuard(node.right).map((right): FormulaNode => ({ ...node, right })),
      ];
    case "negate":
      return withoutOneGuard(node.of).map((of): FormulaNode => ({ ...node, of }));
    default:
      return [];
  }
}

describe("guards of rule formulas", () => {
  it.each(RULES.map(([title, ...own]) => [title, own] as const))(
    "[N3] %s: without any one ROUND the formula fails in plain IEEE doubles",
    (_title, [own, more = {}]) => {
      const cases = edgeCases(own, settings(more))
        .filter((each) => !isTie(each))
        .map((each) => ({ each, exact: expected(each) }));
      const fails = (formula: FormulaNode): boolean => {
        const evaluate = evaluatorOf(formula);
        return cases.some(({ each, exact }) => !agree(exact, evaluate(each, "ieee")));
      };
      const [first] = cases;
      if (!first) throw new Error("no case");
      const formula = formulaNode(first.each, 0);
      const mutants = withoutOneGuard(formula);
      expect(fails(formula)).toBe(false);
      expect(mutants.length).toBeGreaterThan(0);
      expect(mutants.filter((mutant) => !fails(mutant)).map(printFormula)).toEqual([]);
    },
  );
});

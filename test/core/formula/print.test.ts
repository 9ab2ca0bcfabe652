import fc from "fast-check";
import { createCalculation } from "../../../src/core/formula/calculate";
import { exactNode, f } from "../../../src/core/formula/build";
import type { FormulaNode } from "../../../src/core/formula/written";
import { printFormula } from "../../../src/core/formula/print";
import { ratio, toDouble } from "../../../src/core/model/exact";
import { sourceOf } from "./calculation-source";

const c5 = f.cell({ row: 4, column: 2 });
const one = f.number(ratio(1));

describe("printing a formula", () => {
  it.each<readonly [string, FormulaNode]>([
    ["=C5", c5],
    ["='自评指标计分表'!$D$23", f.cell({ row: 22, column: 3 }, { sheet: "自评指标计分表", absolute: true })],
    ["='O''Brien 表'!A1:B2", f.range({ top: 0, left: 0, bottom: 1, right: 1 }, { sheet: "O'Brien 表" })],
    ['="他说""好"""', f.text('他说"好"')],
    ["=在职人员数/编制数", f.divide(f.name("在职人员数"), f.name("编制数"))],
    ["=1-(C5-1)", f.subtract(one, f.subtract(c5, one))],
    ["=C5-1-1", f.subtract(f.subtract(c5, one), one)],
    ["=1/(C5*C5)", f.divide(one, f.multiply(c5, c5))],
    ["=(1+C5)*1", f.multiply(f.add(one, c5), one)],
    ["=-(1+C5)", f.negate(f.add(one, c5))],
    ["=1--1", f.subtract(one, f.number(ratio(-1)))],
    ['=C5&"%"=""', f.equal(f.concat(c5, f.text("%")), f.blank)],
    ["=ROUND(C5,12)>=ROUND(0.005,12)", f.atLeast(f.decisive(c5), f.decisive(f.number(ratio(5, 1000))))],
    [
      '=IF(COUNT(C5,C5)<2,"",IF(C5=0,"",C5/C5))',
      f.when(
        f.less(f.call("COUNT", c5, c5), f.number(ratio(2))),
        f.blank,
        f.when(f.equal(c5, f.number(ratio(0))), f.blank, f.divide(c5, c5)),
      ),
    ],
    ["=TRUE", f.boolean(true)],
  ])("[E1] %s", (expected, node) => expect(printFormula(node)).toBe(expected));

  it.each([
    [ratio(1, 8), "=0.125"],
    [ratio(-5, 2), "=-2.5"],
    [ratio(69, 77), "=69/77"],
    [ratio(-1, 3), "=-1/3"],
    [ratio(100), "=100"],
    [ratio(1, 10n ** 15n), "=0.000000000000001"],
  ])("[E2] an exact number is printed so that nothing is lost", (number, expected) => {
    expect(printFormula(exactNode(number))).toBe(expected);
  });

  const leaf = fc.integer({ min: -20, max: 20 }).map((n) => ({ node: f.number(ratio(n)), value: n }));
  const { tree } = fc.letrec<{ tree: { node: FormulaNode; value: number } }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.tuple(fc.constantFrom("+", "-", "*", "negate", "="), tie("tree"), tie("tree")).map(([op, a, b]) => {
        if (op === "+") return { node: f.add(a.node, b.node), value: a.value + b.value };
        if (op === "-") return { node: f.subtract(a.node, b.node), value: a.value - b.value };
        if (op === "*") return { node: f.multiply(a.node, b.node), value: a.value * b.value };
        if (op === "=") return { node: f.call("N", f.equal(a.node, b.node)), value: a.value === b.value ? 1 : 0 };
        return { node: f.negate(f.subtract(a.node, b.node)), value: b.value - a.value };
      }),
    ),
  }));

  it("[E1] brackets stand where the meaning needs them", () => {
    const calculation = createCalculation(sourceOf({ S: {} }));
    fc.assert(
      fc.property(tree, ({ node, value }) => {
        const result = calculation.evaluate(printFormula(node), { sheet: "S", row: 0, column: 0 });
        expect(result).toEqual({ kind: "value", value: value + 0 });
      }),
      { numRuns: 400 },
    );
  });

  it("[E2] a fraction that does not end comes back as the nearest double", () => {
    const calculation = createCalculation(sourceOf({ S: {} }));
    fc.assert(
      fc.property(fc.integer({ min: -99999, max: 99999 }), fc.integer({ min: 1, max: 99999 }), (n, d) => {
        const number = ratio(n, d);
        const result = calculation.evaluate(printFormula(exactNode(number)), { sheet: "S", row: 0, column: 0 });
        expect(result).toEqual({ kind: "value", value: toDouble(number) });
      }),
    );
  });
});

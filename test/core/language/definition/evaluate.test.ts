import fc from "fast-check";
import { evaluateFormula } from "../../../../src/core/formula/evaluate/evaluate";
import type { FormulaBook } from "../../../../src/core/formula/evaluate/book";
import { f } from "../../../../src/core/formula/build";
import { printFormula } from "../../../../src/core/formula/print";
import {
  compileDefinition,
  evaluateExpression,
  readDefinition,
  type Evaluation,
} from "../../../../src/core/language/definition";
import type { Definition, Expression } from "../../../../src/core/rules/definition";
import { exactFromDouble, exactText, toDouble } from "../../../../src/core/model/exact";
import { BLANK, known, NOT_APPLICABLE, notVerifiable, type Value } from "../../../../src/core/model/value";
import { expressions, NAMES } from "./expression-arbitrary";

const definition = (text: string): Definition => {
  const reading = readDefinition(text);
  if (!reading.ok) throw new Error(reading.problem.zh);
  return reading.definition;
};

const values =
  (given: Readonly<Record<string, number | Value | undefined>>) =>
  (name: string): Value => {
    const value = given[name];
    return value === undefined ? BLANK : typeof value === "number" ? known(exactFromDouble(value)) : value;
  };

const shown = (outcome: Evaluation): unknown => (outcome.state === "known" ? exactText(outcome.number) : outcome);

const CHANGE = "变动率=（本年数-上年数）/上年数×100%";

describe("evaluating a definition", () => {
  it.each([
    ["控制率=在职人员数/编制数×100%", { 在职人员数: 69, 编制数: 77 }, "69/77"],
    [CHANGE, { 本年数: 63.46, 上年数: 32 }, "1573/1600"],
    [
      "完成率=（结转+年初+追加-结余）/（结转+年初+追加）",
      { 结转: 19.8, 年初: 1922.76, 追加: 767.86, 结余: 19.8 },
      "134531/135521",
    ],
    ["不合格率=100%-合格数/总数×100%", { 合格数: 95, 总数: 100 }, "1/20"],
  ])("[D9] %s is exact", (text, given, exact) => {
    expect(shown(evaluateExpression(definition(text).expression, values(given)))).toBe(exact);
  });

  it("[D9] names everything that is missing, also behind a product with zero", () => {
    const { expression } = definition("某率=甲数×乙数/丙数");
    expect(evaluateExpression(expression, values({ 甲数: 0 }))).toEqual({
      state: "notVerifiable",
      missing: ["乙数", "丙数"],
    });
    expect(evaluateExpression(expression, values({ 乙数: notVerifiable(["乙表"]), 丙数: 0 }))).toEqual({
      state: "notVerifiable",
      missing: ["甲数", "乙表"],
    });
  });

  it("[D9] a zero base gives no rate and is named", () => {
    expect(evaluateExpression(definition(CHANGE).expression, values({ 本年数: 5, 上年数: 0 }))).toEqual({
      state: "notApplicable",
      reason: "zeroBase",
      base: "上年数",
    });
    expect(
      evaluateExpression(definition("某率=甲数/（乙数-丙数）").expression, values({ 甲数: 1, 乙数: 2, 丙数: 2 })),
    ).toMatchObject({
      base: "乙数-丙数",
    });
  });

  it("[D9] an input that does not apply makes the rate not apply", () => {
    const outcome = evaluateExpression(definition(CHANGE).expression, values({ 本年数: NOT_APPLICABLE, 上年数: 0 }));
    expect(outcome).toEqual({ state: "notApplicable", reason: "stated" });
  });
});

describe("compiling a definition", () => {
  const formula = (text: string): string => printFormula(compileDefinition(definition(text), (name) => f.name(name)));

  it.each([
    ["控制率=在职人员数/编制数×100%", '=IF(COUNT(在职人员数,编制数)<2,"",IF(编制数=0,"",在职人员数/编制数))'],
    [CHANGE, '=IF(COUNT(本年数,上年数)<2,"",IF(上年数=0,"",(本年数-上年数)/上年数))'],
    ["完成率=甲数/（乙数+丙数）", '=IF(COUNT(甲数,乙数,丙数)<3,"",IF(ROUND(乙数+丙数,12)=0,"",甲数/(乙数+丙数)))'],
    [
      "比率=甲数/（乙数/丙数）",
      '=IF(COUNT(甲数,乙数,丙数)<3,"",IF(丙数=0,"",IF(ROUND(乙数/丙数,12)=0,"",甲数/(乙数/丙数))))',
    ],
    ["节约率=1-实际成本/计划成本", '=IF(COUNT(实际成本,计划成本)<2,"",IF(计划成本=0,"",1-实际成本/计划成本))'],
    ["差额=甲数-乙数", '=IF(COUNT(甲数,乙数)<2,"",甲数-乙数)'],
  ])("[D10] %s has named guards and nothing else", (text, expected) => {
    expect(formula(text)).toBe(expected);
  });

  it("[D10] evaluator and formula agree on every expression and input, zeros and blanks included", () => {
    const inputs = fc.record(
      Object.fromEntries(
        NAMES.map((name) => [
          name,
          fc.oneof(
            fc.integer({ min: -20, max: 200 }).map((n) => n / 10),
            fc.constant(0),
          ),
        ]),
      ),
      { requiredKeys: NAMES.slice(0, 6) },
    );
    fc.assert(
      fc.property(expressions, inputs, (expression, given) => {
        const exact = evaluateExpression(expression, values(given));
        for (const mode of ["excel", "ieee"] as const) {
          const live = liveValue(expression, given, mode);
          if (exact.state === "known") expect(live).toBeCloseToRelative(toDouble(exact.number));
          else expect(live).toBe("");
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** What the compiled formula shows over cells that hold the inputs. */
function liveValue(
  expression: Expression,
  given: Readonly<Record<string, number | undefined>>,
  mode: "excel" | "ieee",
): unknown {
  const cells = NAMES.map((name) => given[name] ?? null);
  const book: FormulaBook = {
    cell: (_sheet, row, column) => (column === 0 ? (cells[row] ?? null) : null),
    used: () => ({ top: 0, left: 0, bottom: NAMES.length - 1, right: 0 }),
    hasSheet: (name) => name === "S",
    resolveName: () => null,
  };
  const ref = (name: string) => f.cell({ row: NAMES.findIndex((each) => each === name), column: 0 });
  const text = printFormula(compileDefinition({ expression }, ref));
  const outcome = evaluateFormula(text, { sheet: "S", row: 0, column: 5 }, book, mode);
  if (outcome.kind !== "value") throw new Error(`${text}: ${outcome.reason}`);
  return outcome.value;
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- jest's matchers are declared in its own namespace
  namespace jest {
    interface Matchers<R> {
      toBeCloseToRelative(expected: number): R;
    }
  }
}

expect.extend({
  toBeCloseToRelative(received: unknown, expected: number) {
    const pass =
      typeof received === "number" && Math.abs(received - expected) <= 1e-6 * Math.max(1, Math.abs(expected));
    return { pass, message: () => `expected ${String(received)} to be ${expected} but for rounding` };
  },
});

import fc from "fast-check";
import { printExpression, printSpaced, readDefinition, variablesOf } from "../../../../src/core/language/definition";
import type { Expression } from "../../../../src/core/rules/definition";
import { bare, expressions } from "./expression-arbitrary";

const SIGNS: Readonly<Record<string, readonly string[]>> = {
  add: ["+", "＋", " + "],
  subtract: ["-", "－", "—", "–", "−", " - "],
  multiply: ["×", "*", "＊", "✕", " × "],
  divide: ["÷", "/", "／", "∕", " ÷ "],
};
const BRACKETS = [["(", ")"], ["（", "）"], ["[", "]"], ["［", "］"], ["【", "】"], ["{", "}"]] as const; // prettier-ignore

/** The expression in any typography: every group in brackets of some kind, every sign in some form. */
function typeset(node: Expression, pick: (choices: number) => number): string {
  if (node.op === "number" || node.op === "variable") return printExpression(node);
  const [open, close] = BRACKETS[pick(BRACKETS.length)] ?? BRACKETS[0];
  if (node.op === "negate") return `${open}-${open}${typeset(node.of, pick)}${close}${close}`;
  const signs = SIGNS[node.op] ?? [];
  // Beside figures and letters only a spaced hyphen is a minus without doubt.
  const sign = node.op === "subtract" ? " - " : (signs[pick(signs.length)] ?? "");
  return `${open}${typeset(node.left, pick)}${sign}${typeset(node.right, pick)}${close}`;
}

const hasArithmetic = (node: Expression): boolean =>
  node.op !== "number" && node.op !== "variable" && variablesOf(node).length > 0 && !dividesByNumberZero(node);

/** 甲/(2-2): refused by the reader, and rightly. */
const dividesByNumberZero = (node: Expression): boolean => {
  if (node.op === "number" || node.op === "variable") return false;
  if (node.op === "negate") return dividesByNumberZero(node.of);
  const constant = node.op === "divide" && variablesOf(node.right).length === 0 && node.right.op !== "number";
  return constant || dividesByNumberZero(node.left) || dividesByNumberZero(node.right);
};

const readBack = (text: string): Expression => {
  const reading = readDefinition(`某某率＝${text}。`);
  if (!reading.ok) throw new Error(`${text}: ${reading.problem.zh}`);
  return bare(reading.definition.expression);
};

describe("printing and reading", () => {
  it("[D8] what is printed reads back as the same expression", () => {
    fc.assert(
      fc.property(expressions.filter(hasArithmetic), (expression) => {
        expect(readBack(printExpression(expression))).toEqual(bare(expression));
        expect(readBack(printSpaced(expression))).toEqual(bare(expression));
      }),
      { numRuns: 400 },
    );
  });

  it("[D2] brackets and signs of any typography read as the same expression", () => {
    fc.assert(
      fc.property(expressions.filter(hasArithmetic), fc.infiniteStream(fc.nat(59)), (expression, stream) => {
        const pick = (choices: number): number => (stream.next().value as number) % choices;
        expect(readBack(typeset(expression, pick))).toEqual(bare(expression));
      }),
      { numRuns: 400 },
    );
  });

  it("[D5] ×100% in any of its forms only says how the value is shown", () => {
    for (const factor of ["×100%", "*100%", "×100％", "× 100 %", "X100%", "x100%", "·100%", "✕１００％"]) {
      const reading = readDefinition(`控制率=（在职人员数/编制数）${factor}`);
      expect(reading.ok && [reading.definition.percent, printExpression(reading.definition.expression)]).toEqual([
        true,
        "在职人员数/编制数",
      ]);
    }
  });

  it("[D2] × and ÷ bind before + and -, and from the left", () => {
    const shown = (text: string): unknown => {
      const of = (node: Expression): unknown =>
        node.op === "variable"
          ? node.name
          : node.op === "number"
            ? node.number.valueOf()
            : node.op === "negate"
              ? ["-", of(node.of)]
              : [of(node.left), node.op, of(node.right)];
      return of(readBack(text));
    };
    expect(shown("甲-乙-丙/丁")).toEqual([["甲", "subtract", "乙"], "subtract", ["丙", "divide", "丁"]]);
    expect(shown("甲/乙/丙×2")).toEqual([[["甲", "divide", "乙"], "divide", "丙"], "multiply", 2]);
    expect(shown("1-甲/乙")).toEqual([1, "subtract", ["甲", "divide", "乙"]]);
  });
});

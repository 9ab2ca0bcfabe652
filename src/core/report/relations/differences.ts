import type { Relation, Statement } from "../types";
import { baseValue, isRounding } from "./rounding";

type Difference = Extract<Relation, { is: "difference" }>;

/** 甲100万元，乙97万元，差值为3万元: any two amounts of the sentence may be meant; where there are but two, these are. */
export function readDifferences(statements: readonly Statement[]): readonly Difference[] {
  return statements.flatMap((result, i): readonly Difference[] => {
    if (result.role !== "difference") return [];
    const before = amountsOfSentence(statements, i);
    const pairs = before.flatMap((a, j) => before.slice(j + 1).map((b) => ({ a, b })));
    const held = pairs.find(({ a, b }) => isDifference(a, b, result));
    if (held) return [{ is: "difference", ...held, result, verdict: { is: "holds", rounded: false } }];
    const [only] = pairs;
    if (!only || pairs.length > 1) return [];
    const computed = baseValue(only.a).sub(baseValue(only.b)).abs();
    return [{ is: "difference", ...only, result, verdict: { is: "contradicts", computed, hint: null } }];
  });
}

const FEW = 8;

function amountsOfSentence(statements: readonly Statement[], at: number): readonly Statement[] {
  const result = statements[at];
  return statements
    .slice(Math.max(0, at - FEW), at)
    .filter(
      (one) =>
        one.sentence === result?.sentence &&
        one.role === "stated" &&
        one.measure.dimension === result.measure.dimension,
    );
}

function isDifference(a: Statement, b: Statement, result: Statement): boolean {
  const gap = baseValue(a).sub(baseValue(b)).abs().sub(baseValue(result).abs());
  return isRounding(gap, [a, b, result]);
}

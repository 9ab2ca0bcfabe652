import { comparisonAtEnd, comparisonsIn, type CompareOperator } from "../model/comparison-words";

/** ≥5天以内, 不低于≤95%: which way the target points is open. */
export function contradicts(before: string, lead: CompareOperator | null, behind: CompareOperator | null): boolean {
  const said = [...comparisonsIn(before), lead, behind];
  return new Set(said.flatMap((op) => (op === null || op === "=" ? [] : [op.charAt(0)]))).size > 1;
}

/** Words of a target alone, which say no bound in a standard: 最多. */
const IN_TARGETS = [
  { word: "最多", op: "<=" },
  { word: "控制为", op: "<=" },
] as const;

/** The operator before a number and the subject in front of it: 覆盖率不低于90%. */
export function readLead(before: string): { readonly subject: string; readonly operator: CompareOperator | null } {
  const words = before.replace(/百分之$/, "");
  const found = IN_TARGETS.find(({ word }) => words.endsWith(word)) ?? comparisonAtEnd(words);
  return found
    ? { subject: words.slice(0, -found.word.length), operator: found.op }
    : { subject: words, operator: null };
}

export const leadingOperator = (before: string): CompareOperator | null => readLead(before).operator;

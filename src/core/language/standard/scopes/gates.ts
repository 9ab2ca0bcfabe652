import { ZERO } from "../../../model/exact";
import type { Gate } from "../../../rules/rule";
import type { WordedZero } from "../clauses/worded-zero";
import { gateName } from "../conditions/question";
import type { Token } from "../words/token";

/** Whether a zero closes the whole by its words alone: 本项, 一票否决, or 该项 in a sentence of its own. */
export const isGate = ({ condition, scope, beside, words }: WordedZero): boolean =>
  condition === "asked" && words !== "" && (scope === "whole" || (scope === "near" && beside === null));

/** Whether it closes the whole where the rest is one part only, since then part and whole are the same. */
export const isGateOfOnePart = ({ condition, scope, beside, words }: WordedZero): boolean =>
  condition === "asked" && words !== "" && (scope === "near" || (scope === null && beside === null));

export const gateOf = ({ words }: WordedZero): Gate => ({
  input: { name: gateName(words), type: "yesNo", unit: null },
  otherwise: ZERO,
});

/** The tokens without those zeros, each with the list number, the separator or the 其余 that only served it. */
export function withoutZeros(tokens: readonly Token[], zeros: readonly WordedZero[]): Token[] {
  const gone = new Set<number>();
  for (const { from, to } of zeros) {
    for (let i = from; i < to; i++) gone.add(i);
    const before = tokens[from - 1]?.type;
    const after = tokens[to]?.type;
    const ends = after === undefined || after === "stop" || after === "marker";
    if (ends && before === "marker") gone.add(from - 1);
    if (ends ? before === "comma" : after === "comma") gone.add(ends ? from - 1 : to);
    // 造假的，本项不得分；其余按完成率计分
    const next = after === "stop" || after === "comma" ? to + 1 : to;
    if (tokens[next]?.type === "rest" && isFirst(tokens, from, gone)) gone.add(next);
  }
  return tokens.filter((_, i) => !gone.has(i));
}

const isFirst = (tokens: readonly Token[], from: number, gone: ReadonlySet<number>): boolean =>
  tokens.slice(0, from).every((_, i) => gone.has(i));

import { ZERO } from "../../../model/exact";
import { LEFT_OUT_END, scopeOf } from "../words/zero-words";
import type { Token } from "../words/token";
import { outcomeAt } from "./amount";

/** A score, a loss or a way to score, by the indices of its tokens; `to` is the index behind the last. */
export interface Effect {
  readonly from: number;
  readonly to: number;
  readonly zero: boolean;
}

const ENDING: ReadonlySet<string> = new Set(["score", "loss", "tail", "cap", "keep"]);

/** 最多5分, 共5分. */
const STATING: ReadonlySet<string> = new Set(["limit", "total"]);

/** Every effect that the tokens print, in their order. */
export function effectsOf(tokens: readonly Token[], text: string): Effect[] {
  const effects: Effect[] = [];
  let i = 0;
  while (i < tokens.length) {
    const effect = effectAt(tokens, i, text);
    if (effect) effects.push(effect);
    i = effect?.to ?? i + 1;
  }
  return effects;
}

function effectAt(tokens: readonly Token[], i: number, text: string): Effect | null {
  const to = statedZero(tokens, i, text);
  if (to !== null) return { from: i, to, zero: true };
  const outcome = outcomeAt(tokens, i);
  if (outcome) {
    const { act, amount, next } = outcome;
    const zero = act === "award" && amount.type === "marks" && amount.value.equals(ZERO);
    return { from: i, to: next, zero };
  }
  const number = tokens[i + 1];
  if (STATING.has(tokens[i]?.type ?? "") && number?.type === "number" && number.unit.of === "marks")
    return { from: i, to: i + 2, zero: false };
  const token = tokens[i];
  if (token?.type === "word" && LEFT_OUT_END.test(token.text)) return { from: i, to: i + 1, zero: false };
  return ENDING.has(token?.type ?? "") ? { from: i, to: i + 1, zero: false } : null;
}

/** 本项为零分, 该指标得分为0: a comparison, but of the score. The index behind it, or null. */
function statedZero(tokens: readonly Token[], i: number, text: string): number | null {
  const at = tokens[i]?.type === "score" ? i + 1 : i;
  const [is, number] = [tokens[at], tokens[at + 1]];
  if (is?.type !== "compare" || is.op !== "=" || number?.type !== "number" || !number.value.equals(ZERO)) return null;
  if (number.unit.of !== "none" && number.unit.of !== "marks") return null;
  return at > i || scopeOf(text.slice(Math.max(0, is.at - 8), number.end)).scope !== null ? at + 2 : null;
}

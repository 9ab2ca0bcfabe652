import { outcomeAt } from "./clauses/amount";
import { effectsOf } from "./clauses/effect";
import { wordedZeros } from "./clauses/worded-zero";
import { tokenise } from "./words/lexer";
import { readSource } from "./words/source";
import type { ScopeWord } from "./words/zero-words";

/** One printed effect with its condition, as places of the typed text; `end` is behind the last sign. */
export interface PrintedEffect {
  readonly at: number;
  readonly end: number;
  readonly text: string;
  readonly scope: ScopeWord | null;
  /** The words in front of it since the effect before; empty where it has none. */
  readonly condition: string;
  readonly effect: "award" | "deduct" | "bonus" | "zero" | "state";
}

const LEADING = /^[,;。:、\s①-⑳]+/;

/** What a printed standard says, effect by effect, in its order: for a person to compare with the rule. */
export function readEffects(typed: string): readonly PrintedEffect[] {
  const source = readSource(typed);
  const tokens = tokenise(source);
  const zeros = wordedZeros(tokens, source);
  let from = 0;
  return effectsOf(tokens, source.text).map((effect): PrintedEffect => {
    const first = tokens[effect.from]?.at ?? 0;
    const end = tokens[effect.to - 1]?.end ?? first;
    const before = source.text.slice(from, first);
    const at = from + (LEADING.exec(before)?.[0].length ?? 0);
    from = end;
    const zero = zeros.find((one) => one.end >= end && one.at <= first);
    const place = (i: number): number => source.positions[i] ?? typed.length;
    const [start, stop] = [place(at), place(end - 1) + 1];
    return {
      at: start,
      end: stop,
      text: typed.slice(start, stop),
      scope: zero?.scope ?? null,
      condition: effect.zero && zero ? zero.words : source.text.slice(at, first).replace(/,+$/, ""),
      effect: effect.zero ? "zero" : (outcomeAt(tokens, effect.from)?.act ?? "state"),
    };
  });
}

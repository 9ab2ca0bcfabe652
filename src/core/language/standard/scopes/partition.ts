import { maxExact, sumExact, ZERO, type Exact } from "../../../model/exact";
import { effectsOf } from "../clauses/effect";
import type { Token } from "../words/token";

/** A sentence that scores for itself, with its marks. */
export interface PrintedPart {
  readonly tokens: readonly Token[];
  readonly mark: Exact;
}

const PARTING: ReadonlySet<string> = new Set(["stop"]);

/**
 * Sentences without numbers or headings whose marks make the full mark (资金到位率×3分；到位及时的得2分): each scores for
 * itself. Null where a sentence prints no marks or they do not add up (SPEC L9).
 */
export function sentenceParts(tokens: readonly Token[], full: Exact, text: string): readonly PrintedPart[] | null {
  if (tokens.some(({ type }) => type === "marker" || type === "respectively")) return null;
  const parts: PrintedPart[] = [];
  let from = 0;
  for (let i = 0; i <= tokens.length; i++) {
    if (i < tokens.length && !PARTING.has(tokens[i]?.type ?? "")) continue;
    const own = tokens.slice(from, i);
    from = i + 1;
    if (own.length === 0) continue;
    const mark = markOf(own, text);
    if (!mark) return null;
    parts.push({ tokens: own, mark });
  }
  return parts.length > 1 && sumExact(parts.map(({ mark }) => mark)).equals(full) ? parts : null;
}

/** The best marks that a sentence awards, or those that it multiplies; null for none. */
function markOf(tokens: readonly Token[], text: string): Exact | null {
  const awards = new Set(effectsOf(tokens, text).flatMap(({ from, to }) => range(from, to)));
  const marks = tokens.flatMap((token, i) =>
    token.type === "number" && token.unit.of === "marks" && (awards.has(i) || isFactor(tokens, i)) ? [token.value] : [],
  );
  const best = marks.reduce(maxExact, ZERO);
  return best.compare(ZERO) > 0 ? best : null;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

const isFactor = (tokens: readonly Token[], i: number): boolean => {
  const beside = [tokens[i - 1], tokens[i + 1]];
  return beside.some((token) => token?.type === "operator" && token.op === "*");
};

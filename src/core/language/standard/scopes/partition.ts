import { maxExact, sumExact, ZERO, type Exact } from "../../../model/exact";
import { effectsOf } from "../clauses/effect";
import type { Token } from "../words/token";

/** A piece of the text that scores for itself, with its marks. */
export interface PrintedPart {
  readonly tokens: readonly Token[];
  readonly mark: Exact;
}

/**
 * The ways to cut a text into parts whose marks make the full mark (SPEC L9, L28): at its list numbers, else at its stops
 * (资金到位率×3分；到位及时的得2分). Ways that cut alike are one; none fits: empty.
 */
export function partitions(tokens: readonly Token[], full: Exact, text: string): readonly (readonly PrintedPart[])[] {
  const ways = [atMarkers(tokens, text), atStops(tokens)].flatMap((cut) => (cut ? [cut] : []));
  return ways.flatMap((cut) => {
    const parts = cut.flatMap((own): PrintedPart[] => {
      const mark = markOf(own, text);
      return mark ? [{ tokens: own, mark }] : [];
    });
    const fits =
      parts.length === cut.length && parts.length > 1 && sumExact(parts.map(({ mark }) => mark)).equals(full);
    return fits ? [parts] : [];
  });
}

/** At the numbers of the outermost list; what stands before the first must be no more than its heading. */
function atMarkers(tokens: readonly Token[], text: string): readonly (readonly Token[])[] | null {
  const first = tokens.findIndex(({ type }) => type === "marker");
  const marker = tokens[first];
  if (marker?.type !== "marker" || first > 0) return null;
  const parts: Token[][] = [];
  for (const token of tokens)
    if (token.type === "marker" && token.style === marker.style) parts.push([]);
    else parts.at(-1)?.push(token);
  const kept = parts.map(withoutEdges);
  // a sentence of its own behind the last part may speak of all of them
  if (kept.some((own) => own.length === 0 || own.some(({ type, at }) => type === "stop" && text.charAt(at) === "。")))
    return null;
  return kept;
}

function atStops(tokens: readonly Token[]): readonly (readonly Token[])[] | null {
  if (tokens.some(({ type }) => type === "marker" || type === "respectively")) return null;
  const parts: Token[][] = [[]];
  for (const token of tokens)
    if (token.type === "stop") parts.push([]);
    else parts.at(-1)?.push(token);
  return parts.filter(({ length }) => length > 0);
}

const EDGES: ReadonlySet<string> = new Set(["stop", "comma", "break"]);

function withoutEdges(tokens: readonly Token[]): readonly Token[] {
  let [from, to] = [0, tokens.length];
  while (from < to && EDGES.has(tokens[from]?.type ?? "")) from++;
  while (to > from && EDGES.has(tokens[to - 1]?.type ?? "")) to--;
  return tokens.slice(from, to);
}

/** The best marks that a part awards, or those that it multiplies; null for none. */
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

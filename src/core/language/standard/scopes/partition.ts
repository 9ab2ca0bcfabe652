import { maxExact, sumExact, ZERO, type Exact } from "../../../model/exact";
import type { Ambiguity } from "../../../rules/rule";
import { ambiguities } from "../words/ambiguity";
import { effectsOf } from "../clauses/effect";
import { underOneClosing } from "./closing";
import { awardedBy, withoutEdges } from "./segments";
import type { Token } from "../words/token";

/** A piece of the text that scores for itself, with its marks. */
export interface PrintedPart {
  readonly tokens: readonly Token[];
  readonly mark: Exact;
}

/** A text in parts, and what the cut takes for granted. */
export interface Partition {
  readonly parts: readonly PrintedPart[];
  readonly named: readonly Ambiguity[];
}

/**
 * The ways to cut a text into parts whose marks make the full mark (SPEC L9, L28): at its list numbers, else at its stops
 * (资金到位率×3分；到位及时的得2分). Ways that cut alike are one; none fits: empty.
 */
export function partitions(tokens: readonly Token[], full: Exact, text: string): readonly Partition[] {
  const ways = [atMarkers(tokens, text), atStops(tokens), atRises(tokens, text)].flatMap((cut) => (cut ? [cut] : []));
  const distinct = ways.filter((cut, i) => !ways.slice(0, i).some((other) => cutsAlike(cut, other)));
  const closing = underOneClosing(tokens, text);
  return [...distinct, ...(closing ? [closing] : [])].flatMap((cut) => {
    const parts = cut.flatMap((own): PrintedPart[] => {
      const mark = markOf(own, text);
      return mark ? [{ tokens: own, mark }] : [];
    });
    const fits =
      parts.length === cut.length && parts.length > 1 && sumExact(parts.map(({ mark }) => mark)).equals(full);
    return fits ? [{ parts, named: cut === closing ? [ambiguities.closing] : [] }] : [];
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

type Cut = readonly (readonly Token[])[];

const cutsAlike = (a: Cut, b: Cut): boolean =>
  a.length === b.length && a.every((part, i) => part[0]?.at === b[i]?.[0]?.at);

/**
 * 按时报送得2分，质量优秀得3分、良好得2分、一般得1分、差得0分: levels fall, so that a score as good as the one before it or
 * better begins a part of its own. Null where something other than marks is awarded, or every part has one score only.
 */
function atRises(tokens: readonly Token[], text: string): Cut | null {
  if (tokens.some(({ type }) => type === "marker" || type === "respectively" || type === "each")) return null;
  const effects = effectsOf(tokens, text);
  const parts: Token[][] = [];
  let [from, last] = [0, null as Exact | null];
  for (const effect of effects) {
    const marks = awardedBy(effect, tokens);
    if (!marks) return null;
    const own = tokens.slice(from, effect.to);
    if (last && marks.compare(last) < 0) for (const token of own) parts.at(-1)?.push(token);
    else parts.push(own);
    [from, last] = [effect.to, marks];
  }
  const rest = withoutEdges(tokens.slice(from));
  const kept = parts.map(withoutEdges);
  return rest.length === 0 && kept.length > 1 && kept.length < effects.length ? kept : null;
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

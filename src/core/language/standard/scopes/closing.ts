import { ZERO } from "../../../model/exact";
import { effectsOf } from "../clauses/effect";
import type { Token } from "../words/token";
import { awardedBy, withoutEdges } from "./segments";

/**
 * 群众满意度≥90%得5分，企业满意度≥90%得5分，每低1个百分点扣0.1分: several awards and one way to lose their marks, which every part takes
 * for itself. Null where what closes the text stands nearer to the last award than the awards to each other: then it may be
 * the last one's alone.
 */
export function underOneClosing(tokens: readonly Token[], text: string): readonly (readonly Token[])[] | null {
  const effects = effectsOf(tokens, text);
  const awards = effects.findIndex((effect) => (awardedBy(effect, tokens)?.compare(ZERO) ?? 0) <= 0);
  if (awards < 2) return null;
  const last = effects[awards - 1]?.to ?? 0;
  const ends = effects.slice(0, awards).map(({ to }) => to);
  const between = ends.slice(0, -1).map((to) => looseness(tokens, to, text));
  if (looseness(tokens, last, text) < between.reduce((most, one) => Math.max(most, one), 0)) return null;
  const closing = withoutEdges(tokens.slice(last)).filter(({ type }) => type !== "respectively");
  const stop = tokens[last];
  // 否则不得分: the last one's other side, or that of all
  const isRest = closing[0]?.type === "rest" && effects[awards]?.zero === true;
  if (!stop || closing.length === 0 || isRest) return null;
  return ends.map((to, i) => [
    ...withoutEdges(tokens.slice(ends[i - 1] ?? 0, to).filter(isNoMarker)),
    stop,
    ...closing,
  ]);
}

const isNoMarker = ({ type }: Token): boolean => type !== "marker";

/** How far the signs behind an effect part it from what follows: a comma less than a semicolon, that less than a full stop. */
function looseness(tokens: readonly Token[], at: number, text: string): number {
  const token = tokens[at];
  if (token?.type === "marker") return 2;
  if (token?.type !== "stop") return token?.type === "comma" || token?.type === "pause" ? 1 : 0;
  return text.charAt(token.at) === "。" ? 3 : 2;
}

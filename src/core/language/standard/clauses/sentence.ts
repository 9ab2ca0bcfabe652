import type { Token } from "../words/token";

/** Tokens from one stop, list number or line to the next, by their indices; `to` is the index behind the last. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
}

/** Signs that stand behind something: a line that begins with one was wrapped by hand (0分⏎：无制度). */
const GOES_ON: ReadonlySet<string> = new Set([
  "comma",
  "pause",
  "colon",
  "close",
  "open",
  "dash",
  "equals",
  "operator",
  "after",
  "ends",
  "tail",
]);

/** A line break ends a sentence where a score stands before it: elsewhere it is a cell wrapped by hand. */
export function sentencesOf(
  tokens: readonly Token[],
  effectEnds: ReadonlySet<number>,
  brokenBefore: ReadonlySet<number>,
): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const close = (to: number, next: number): void => {
    if (to > from) sentences.push({ from, to });
    from = next;
  };
  for (const [i, { type, at }] of tokens.entries())
    if (type === "stop" || type === "marker") close(i, i + 1);
    else if (brokenBefore.has(at) && effectEnds.has(i) && !GOES_ON.has(type)) close(i, i);
  close(tokens.length, tokens.length);
  return sentences;
}

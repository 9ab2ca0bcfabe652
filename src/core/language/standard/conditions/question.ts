import {
  ENDS,
  JOINING,
  LEADS,
  MUST_NOT,
  NEGATIONS,
  NONE_OF,
  NOT_DONE,
  PARTING,
  SEVERAL,
} from "../words/condition-words";

/** The condition that must hold: 设置绩效目标 for 未设置绩效目标的; 没有“…” for something that must not happen. */
export function gateName(words: string): string {
  const bare = bareWords(words);
  const done = NOT_DONE.exec(bare)?.[1];
  return done !== undefined && !SEVERAL.test(done) ? done : `没有“${bare}”的情形`;
}

/** Without 如, 若, 凡 in front and 的 behind. */
export function bareWords(words: string): string {
  const led = words.replace(LEADS, "");
  return (led === "" ? words : led).replace(ENDS, "");
}

/** Whether words deny what they speak of: each of the things that they name has an odd number of 未, 不, 没有, 无. */
export function isDenial(words: string): boolean {
  const forbidden = MUST_NOT.exec(words)?.[1];
  if (forbidden !== undefined) return !isDenial(forbidden);
  const named = words.split(JOINING).filter((one) => one !== "");
  // 不存在截留、挤占、挪用: one denial for all that it lists
  if (NONE_OF.test(words) && named.slice(1).every((one) => !(one.match(NEGATIONS)?.length ?? 0))) return true;
  return named.length > 0 && named.every((one) => (one.match(NEGATIONS)?.length ?? 0) % 2 === 1);
}

/** Pairs of neighbouring signs, punctuation and negations left out; of one sign, that sign. */
function pairsOf(words: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const run of words.replace(NEGATIONS, " ").split(PARTING)) {
    if (run.length === 1) pairs.add(run);
    for (let i = 0; i + 1 < run.length; i++) pairs.add(run.slice(i, i + 2));
  }
  return pairs;
}

/** The share of the pairs of `words` that `by` holds too, from 0 to 1. */
export function covered(words: string, by: string): number {
  const wanted = pairsOf(words);
  const there = pairsOf(by);
  return wanted.size === 0 ? 0 : [...wanted].filter((pair) => there.has(pair)).length / wanted.size;
}

/** Whether words say what is counted (未入户, 有未入户的户数): the same signs, denied or not as it is. */
export const saysCounted = (words: string, counted: string): boolean =>
  isDenial(words) === isDenial(counted) && covered(words, counted) >= 0.6;

import { DEGREES, DENIALS, SUCH_CASES, TENSE } from "../words/case-words";

/** A question that a person answers, and the answer by which certain words of the text hold. */
export interface Asked {
  readonly name: string;
  readonly yes: boolean;
}

/**
 * Which question each of the printed words asks: words and their negation are one question (已竣工, 尚未竣工), named by the
 * words that do not deny (SPEC L24).
 */
export function questionsOf(words: readonly string[]): ReadonlyMap<string, Asked> {
  const asked = new Map<string, Asked>();
  for (const own of words) {
    if (asked.has(own)) continue;
    const other = words.find((one) => one !== own && areOpposite(one, own));
    if (other === undefined) asked.set(own, { name: own, yes: true });
    else {
      const denies = deniesMore(own, other);
      asked.set(own, { name: denies ? other : own, yes: !denies });
    }
  }
  return asked;
}

const denials = (words: string): number => words.match(DENIALS)?.length ?? 0;
const core = (words: string): string => words.replace(DENIALS, "").replace(TENSE, "").replace(SUCH_CASES, "");

/** One denies what the other says; the longer one may name its subject too. */
export const areOpposite = (a: string, b: string): boolean => denials(a) % 2 !== denials(b) % 2 && speakOfOne(a, b);

/** Both say the same; the longer one may name its subject too. */
export const areSame = (a: string, b: string): boolean => denials(a) % 2 === denials(b) % 2 && speakOfOne(a, b);

function speakOfOne(a: string, b: string): boolean {
  const [short, long] = core(a).length <= core(b).length ? [core(a), core(b)] : [core(b), core(a)];
  if (short.length < 2 || !long.endsWith(short)) return false;
  const front = long.slice(0, long.length - short.length);
  return !DEGREES.test(front);
}

const deniesMore = (a: string, b: string): boolean => denials(a) % 2 === 1 && denials(b) % 2 === 0;

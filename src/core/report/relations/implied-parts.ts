import type { PartsRelation, Statement } from "../types";
import { PER_UNIT, POSTS_END } from "../words/lists";
import { holds } from "./part-sums";
import { baseValue, compareSum } from "./rounding";

/** How many numbers are tried without a word that binds them. */
const MOST_TRIED = 60;

/** A number and the numbers behind it that make it, without a word that says so: only ever a confirmation. */
export function impliedParts(own: readonly Statement[]): readonly PartsRelation[] {
  const stated = own.filter(({ role, label }) => role === "stated" && !PER_UNIT.test(label));
  if (stated.length > MOST_TRIED) return [];
  return stated.flatMap((whole, i) => {
    const after = stated.slice(i + 1).filter((one) => one.measure.dimension === whole.measure.dimension);
    const parts = prefixThatSums(whole, after) ?? prefixThatSums(whole, before(stated, i));
    return parts ? [{ is: "parts", whole, parts, list: "open", verdict: holds(whole, parts) } as const] : [];
  });
}

/** 甲10万元；乙20万元；共计30万元: read backwards from the total. */
const before = (stated: readonly Statement[], i: number): readonly Statement[] =>
  stated
    .slice(0, i)
    .filter((one) => one.measure.dimension === stated[i]?.measure.dimension)
    .reverse();

/** The first two or more that make the whole. Counts of one or two agree by chance, so they confirm nothing. */
function prefixThatSums(whole: Statement, items: readonly Statement[]): readonly Statement[] | null {
  if (baseValue(whole).compare(3) < 0) return null;
  for (let count = 2; count <= items.length; count++) {
    const parts = items.slice(0, count);
    const sum = compareSum(whole, parts);
    if (sum === 0) return parts;
    if (sum > 0) return null;
  }
  return null;
}

/** 41名, 5名, 9名 and 22名 in several paragraphs, and 编制77名 behind them: only ever a confirmation. */
export function totalsOfPosts(statements: readonly Statement[]): readonly PartsRelation[] {
  const posts = statements.filter(
    ({ label, role, depth }) => role === "stated" && depth === 0 && POSTS_END.test(label),
  );
  return posts.slice(0, MOST_TRIED).flatMap((whole, i) => {
    const parts = posts.slice(0, i);
    if (parts.length < 2 || compareSum(whole, parts) !== 0) return [];
    return [{ is: "parts", whole, parts, list: "open", verdict: holds(whole, parts) } as const];
  });
}

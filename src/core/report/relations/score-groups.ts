import { sumExact } from "../../model/exact";
import type { Prose } from "../text/prose";
import { wordsOf } from "../text/words-of";
import type { PartsRelation, Statement } from "../types";
import { LEVEL_SCORE, OTHER_SCORE, OTHER_SCORING, SCORE_GROUPS, TOTAL_SCORE } from "../words/scores";
import { TOTAL_BEHIND } from "../words/lists";
import type { BySentence } from "./by-sentence";
import { holds } from "./part-sums";
import { baseValue, compareSum } from "./rounding";

/** How far back the total may stand. */
const SENTENCES_BACK = 2;

/**
 * 综合得分89.95分。决策得16.5分，过程得19.2分，产出得27.85分，效益得26.4分: what all groups of an indicator system got is the
 * total score, in front of them or behind, whatever words join the two.
 */
export function scoreGroups(prose: Prose, bySentence: BySentence): readonly PartsRelation[] {
  return [...bySentence.keys()].flatMap((index) => {
    const parts = groupScores(prose, bySentence.get(index) ?? []);
    const wholes = parts ? totalsAround(prose, bySentence, index, parts) : [];
    const [whole] = wholes;
    if (!parts || !whole) return [];
    const held = wholes.find((one) => compareSum(one, parts) === 0);
    if (held) return [{ is: "parts", whole: held, parts, list: "complete", verdict: holds(held, parts) } as const];
    const computed = sumExact(parts.map(baseValue));
    const verdict: PartsRelation["verdict"] =
      wholes.length === 1 ? { is: "contradicts", computed, hint: null } : { is: "open", why: "readingsDiffer" };
    return [{ is: "parts", whole, parts, list: "complete", verdict } as const];
  });
}

const isScore = ({ role, measure, isAbout }: Statement): boolean =>
  role === "stated" && measure.dimension === "分" && !isAbout;

/** The scores of a sentence that name every group once; null where one is missing, doubled, or something else. */
function groupScores(prose: Prose, own: readonly Statement[]): readonly Statement[] | null {
  const got = own.filter((one) => isScore(one) && LEVEL_SCORE.test(wordsOf(prose, one)));
  const start = prose.sentences[got[0]?.sentence ?? -1]?.from ?? 0;
  const names = got.map((one, i) => prose.text.slice(got[i - 1]?.to ?? start, one.from));
  const isAll = SCORE_GROUPS.some(
    (groups) =>
      groups.length === names.length && groups.every((group) => names.filter((name) => group.test(name)).length === 1),
  );
  return isAll ? got : null;
}

function totalsAround(
  prose: Prose,
  bySentence: BySentence,
  index: number,
  parts: readonly Statement[],
): readonly Statement[] {
  const isTotal = (one: Statement): boolean => {
    const words = wordsOf(prose, one);
    const isOwn = TOTAL_SCORE.test(one.label) || TOTAL_BEHIND.test(words);
    return isOwn && isScore(one) && !parts.includes(one) && !OTHER_SCORE.test(words) && !OTHER_SCORING.test(words);
  };
  for (let at = index; at >= index - SENTENCES_BACK; at--) {
    const found = (bySentence.get(at) ?? []).filter(isTotal);
    if (found.length > 0) return found;
    if (prose.sentences[at]?.heading === 1) break;
  }
  return [];
}

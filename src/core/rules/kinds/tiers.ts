import { f } from "../../formula/build";
import { decisive, ONE, parts, ZERO, type Exact } from "../../model/exact";
import { known, notVerifiable } from "../../model/value";
import type { Bound, Tiers } from "../clause";
import { withNumbers } from "../inputs";
import { scoresRange } from "../range";
import type { ClauseFault, RuleKind } from "../rule";
import { marksText } from "../wording";
import { highNode, holds, isEmpty, lowNode, spanText, type Span } from "./spans";
import type { RuleInput } from "../rule-input";

/**
 * 优90–100 % 良80–90 …: a person chooses the tier, and the score within it; where no score is asked for, the tier's upper
 * end counts (SPEC S18). A score outside its tier is no score.
 */
export const tiers: RuleKind<Tiers> = {
  inputs: (clause) => [choiceOf(clause), ...(clause.awarded ? [clause.awarded] : [])],
  check,
  range: (clause) => scoresRange([ZERO, ...clause.tiers.map(({ high }) => high.value.mul(clause.mark))]),
  continuous: () => false,
  // where nobody types the share within the tier, its upper end is the score: 2.5×85%
  scores: ({ mark, tiers, awarded }) => [mark, ...(awarded ? [] : tiers.map(({ high }) => high.value.mul(mark)))],
  decides: (clause) => clause.awarded === null,

  evaluate: (clause, answers) =>
    withNumbers(tiers.inputs(clause), answers, (of) => {
      const rank = Number(parts(decisive(of(clause.choice))).n);
      const tier = clause.tiers[rank - 1];
      const span = tierSpan(clause, rank);
      if (!tier || !span) throw new Error(`no tier of rank ${rank}`);
      const score = clause.awarded ? of(clause.awarded) : tier.high.value.mul(clause.mark);
      const place = `${clause.choice.name}：${tier.name}（${spanText(MARKS, span)}）`;
      if (clause.awarded && !holds(span, score))
        return {
          value: notVerifiable([clause.awarded.name]),
          steps: [
            {
              zh: `${place}，${marksText(score).zh}不在该档内`,
              en: `${place}: ${marksText(score).en} lies outside the tier`,
            },
          ],
        };
      const result = marksText(score);
      return { value: known(score), steps: [{ zh: `${place}：${result.zh}`, en: `${place}: ${result.en}` }] };
    }),

  compile(clause, ref) {
    const rank = f.decisive(ref(choiceOf(clause)));
    if (!clause.awarded)
      return f.over("CHOOSE", [rank, ...clause.tiers.map((tier) => f.number(tier.high.value.mul(clause.mark)))]);
    const score = ref(clause.awarded);
    const within = clause.tiers.map((_, i) => {
      const { low, high } = spanOf(clause, i);
      return f.call("AND", lowNode(score, low), highNode(score, high));
    });
    return f.when(f.over("CHOOSE", [rank, ...within]), score, f.blank);
  },

  explain(clause) {
    const listed = clause.tiers.map((tier, i) => `${tier.name}（${spanText(MARKS, spanOf(clause, i))}）`).join("；");
    return clause.awarded
      ? {
          zh: `${clause.choice.name}分档，档内评分：${listed}`,
          en: `${clause.choice.name}, a score within the tier: ${listed}`,
        }
      : {
          zh: `${clause.choice.name}分档，取档内上限：${listed}`,
          en: `${clause.choice.name}, the tier's upper end: ${listed}`,
        };
  },
};

/** The scores that the tier of a rank (1-based, best first) allows, in marks; null for no such rank. */
const tierSpan = (clause: Tiers, rank: number): Span | null =>
  clause.tiers[rank - 1] ? spanOf(clause, rank - 1) : null;

function spanOf({ tiers, mark }: Tiers, index: number): { readonly low: Bound; readonly high: Bound } {
  const tier = tiers[index];
  if (!tier) throw new Error(`no tier of rank ${index + 1}`);
  return {
    low: { value: tier.low.value.mul(mark), closed: tier.low.closed },
    high: { value: tier.high.value.mul(mark), closed: tier.high.closed },
  };
}

const MARKS: RuleInput = { name: "得分", type: "amount", unit: null };

const choiceOf = (clause: Tiers): RuleInput => ({
  ...clause.choice,
  options: clause.choice.options ?? clause.tiers.map((tier) => tier.name),
});

function check(clause: Tiers): readonly ClauseFault[] {
  const faults: ClauseFault[] = [];
  if (clause.tiers.length === 0) faults.push({ severity: "error", zh: "没有任何档次", en: "there is no tier" });
  if (clause.choice.type !== "choice")
    faults.push({ severity: "error", zh: "档次必须是选择", en: "the tier must be a choice" });
  if (choiceOf(clause).options?.length !== clause.tiers.length)
    faults.push({ severity: "error", zh: "档次与选项的个数不同", en: "there are not as many options as tiers" });
  for (const tier of clause.tiers) {
    const outside: boolean = outsideMark(tier.low.value) || outsideMark(tier.high.value);
    if (isEmpty(tier) || outside)
      faults.push({
        severity: "error",
        zh: `“${tier.name}”的上下限不在0至100%之内，或下限高于上限`,
        en: `the ends of "${tier.name}" lie outside 0 to 100 %, or the lower is above the upper`,
      });
  }
  return faults;
}

const outsideMark = (share: Exact): boolean => share.compare(ZERO) < 0 || share.compare(ONE) > 0;

import { f } from "../../formula/build";
import { decisive, parts, ZERO, type Exact } from "../../model/exact";
import { known } from "../../model/value";
import type { Ordinal } from "../clause";
import { withNumbers } from "../inputs";
import { scoresRange } from "../range";
import type { ClauseFault, RuleKind } from "../rule";
import { marksText } from "../wording";
import type { RuleInput } from "../rule-input";

/** 无结余3分；有结余但不超过上年结转2分；超过不得分: a person says which of the printed cases holds (SPEC S16). */
export const ordinal: RuleKind<Ordinal> = {
  inputs: (clause) => [choiceOf(clause)],
  check,
  range: ({ scores }) => scoresRange(scores),
  continuous: () => false,
  scores: ({ scores }) => scores,
  decides: () => true,

  evaluate: (clause, answers) =>
    withNumbers([choiceOf(clause)], answers, (of) => {
      const rank = rankOf(of(clause.choice));
      const score = clause.scores[rank - 1] ?? ZERO;
      const name = optionsOf(clause)[rank - 1] ?? "";
      const result = marksText(score);
      return {
        value: known(score),
        steps: [
          {
            zh: `${clause.choice.name}：第${rank}档“${name}”：${result.zh}`,
            en: `${clause.choice.name}: case ${rank} "${name}": ${result.en}`,
          },
        ],
      };
    }),

  compile: (clause, ref) => f.over("CHOOSE", [f.decisive(ref(choiceOf(clause))), ...clause.scores.map(f.number)]),

  explain(clause) {
    const cases = optionsOf(clause).map((name, i) => ({ name, marks: marksText(clause.scores[i] ?? ZERO) }));
    return {
      zh: `${clause.choice.name}分档选一：${cases.map(({ name, marks }) => `${name}${marks.zh}`).join("；")}`,
      en: `${clause.choice.name}, one of: ${cases.map(({ name, marks }) => `${name} ${marks.en}`).join("; ")}`,
    };
  },
};

/** A usable choice is whole (SPEC S2), so its numerator is the rank. */
const rankOf = (answer: Exact): number => Number(parts(decisive(answer)).n);

const optionsOf = ({ choice, scores }: Ordinal): readonly string[] =>
  choice.options ?? scores.map((_, i) => `第${i + 1}档`);

const choiceOf = (clause: Ordinal): RuleInput => ({ ...clause.choice, options: optionsOf(clause) });

function check(clause: Ordinal): readonly ClauseFault[] {
  const faults: ClauseFault[] = [];
  if (clause.scores.length === 0) faults.push({ severity: "error", zh: "没有任何档次", en: "there is no case" });
  if (clause.choice.type !== "choice")
    faults.push({ severity: "error", zh: "档次必须是选择", en: "the case must be a choice" });
  if (optionsOf(clause).length !== clause.scores.length)
    faults.push({ severity: "error", zh: "档次与分值的个数不同", en: "there are not as many cases as scores" });
  return faults;
}

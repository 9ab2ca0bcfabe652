import { f } from "../../formula/build";
import { decisive, ONE } from "../../model/exact";
import { known } from "../../model/value";
import type { Binary } from "../clause";
import { withNumbers } from "../inputs";
import { scoresRange } from "../range";
import type { RuleKind } from "../rule";
import { marksText } from "../wording";

/** 绩效目标明确，且细化、量化（2分）: a person says whether the condition is met (SPEC S17). */
export const binary: RuleKind<Binary> = {
  inputs: (clause) => [clause.condition],
  check: ({ condition, pass, fail }) => [
    ...(condition.type === "yesNo"
      ? []
      : [{ severity: "error", zh: "条件必须是是否题", en: "the condition must be answered yes or no" } as const]),
    ...(pass.equals(fail)
      ? [{ severity: "warning", zh: "符合与否得分相同", en: "met or not, the score is the same" } as const]
      : []),
  ],
  range: ({ pass, fail }) => scoresRange([pass, fail]),
  applies: (clause, answers) => {
    const answer = answers.get(clause.condition.name);
    return answer?.state === "known" && decisive(answer.number).equals(ONE);
  },
  continuous: () => false,
  scores: ({ pass, fail }) => [pass, fail],
  decides: () => true,

  evaluate: (clause, answers) =>
    withNumbers([clause.condition], answers, (of) => {
      const met = decisive(of(clause.condition)).equals(ONE);
      const score = met ? clause.pass : clause.fail;
      const result = marksText(score);
      return {
        value: known(score),
        steps: [
          {
            zh: `${clause.condition.name}：${met ? "符合" : "不符合"}：${result.zh}`,
            en: `${clause.condition.name}: ${met ? "met" : "not met"}: ${result.en}`,
          },
        ],
      };
    }),

  compile: (clause, ref, _settings, otherwise) =>
    f.when(
      f.equal(f.decisive(ref(clause.condition)), f.number(ONE)),
      f.number(clause.pass),
      otherwise ?? f.number(clause.fail),
    ),

  explain(clause) {
    const [pass, fail] = [marksText(clause.pass), marksText(clause.fail)];
    return {
      zh: `${clause.condition.name}：符合计${pass.zh}，否则计${fail.zh}`,
      en: `${clause.condition.name}: met ${pass.en}, otherwise ${fail.en}`,
    };
  },
};

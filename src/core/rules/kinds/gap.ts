import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { decisive, ONE, ZERO } from "../../model/exact";
import { known, notVerifiable } from "../../model/value";
import type { Gap, StepDeduct } from "../clause";
import { withNumbers } from "../inputs";
import type { RuleKind } from "../rule";
import type { RuleInput } from "../rule-input";
import { marksText, valueText } from "../wording";
import { stepDeduct } from "./step-deduct";

/**
 * 结余额不高于上年结余额的得4分；每高10%扣1分: marks off for each step by which one amount lies beyond another (SPEC S30). A share
 * of nothing is no share: beyond a base that is not above 0 the score is open.
 */
export const gap: RuleKind<Gap> = {
  inputs: (clause) => [clause.of, clause.to],
  check: (clause) => [
    ...stepDeduct.check(stepsOf(clause)),
    ...(clause.of.name === clause.to.name
      ? [{ severity: "error", zh: "比较的两个数是同一个", en: "both amounts are the same" } as const]
      : []),
  ],
  range: (clause) => stepDeduct.range(stepsOf(clause)),
  continuous: (clause, settings) => stepDeduct.continuous(stepsOf(clause), settings),
  scores: (clause) => stepDeduct.scores(stepsOf(clause)),
  decides: (clause) => clause.as === "units",

  evaluate: (clause, answers, settings) =>
    withNumbers([clause.of, clause.to], answers, (of) => {
      const [a, b] = [of(clause.of), of(clause.to)];
      const given = `${clause.of.name} ${valueText(clause.of, a)}，${clause.to.name} ${valueText(clause.to, b)}`;
      const order = decisive(a).compare(decisive(b));
      if (clause.side === "above" ? order <= 0 : order >= 0) {
        const marks = marksText(clause.full);
        return { value: known(clause.full), steps: [{ zh: `${given}：${marks.zh}`, en: `${given}: ${marks.en}` }] };
      }
      if (clause.as === "share" && decisive(b).compare(ZERO) <= 0)
        return {
          value: notVerifiable([`以${clause.to.name}为基数的比例（基数不大于0）`]),
          steps: [
            {
              zh: `${given}：基数不大于0，无法按比例计步`,
              en: `${given}: the base is not above 0, there is no share of it`,
            },
          ],
        };
      const x = clause.as === "share" ? a.div(b).sub(ONE) : a.sub(b);
      const steps = stepsOf(clause);
      return stepDeduct.evaluate(steps, new Map([[steps.subject.name, known(x)]]), settings);
    }),

  compile(clause, ref, settings) {
    const [a, b] = [ref(clause.of), ref(clause.to)];
    const x = clause.as === "share" ? f.subtract(f.divide(a, b), f.number(ONE)) : f.subtract(a, b);
    const scored = stepDeduct.compile(stepsOf(clause), () => x, settings);
    const based = clause.as === "share" ? f.when(f.atMost(f.decisive(b), f.number(ZERO)), f.blank, scored) : scored;
    return f.when(goodNode(clause, a, b), f.number(clause.full), based);
  },

  explain: (clause, settings) => stepDeduct.explain(stepsOf(clause), settings),
};

const goodNode = ({ side }: Gap, a: FormulaNode, b: FormulaNode): FormulaNode =>
  (side === "above" ? f.atMost : f.atLeast)(f.decisive(a), f.decisive(b));

/** The same steps over the distance as one number. */
function stepsOf(clause: Gap): StepDeduct {
  const beyond = clause.side === "above" ? "高于" : "低于";
  const name = `${clause.of.name}${beyond}${clause.to.name}的幅度`;
  const type = clause.as === "share" ? "rate" : clause.of.type;
  const subject: RuleInput = { name, type, unit: type === "rate" ? null : clause.of.unit };
  return {
    kind: "stepDeduct",
    subject,
    side: clause.side,
    threshold: ZERO,
    step: clause.step,
    deduct: clause.deduct,
    full: clause.full,
    floor: clause.floor,
    partialSteps: clause.partialSteps,
  };
}

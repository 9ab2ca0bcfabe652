import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { maxExact, minExact, ONE, ZERO, type Exact } from "../../model/exact";
import { known } from "../../model/value";
import { minus, over, times } from "../arithmetic";
import type { Proportional } from "../clause";
import { withNumbers } from "../inputs";
import type { ClauseFault, ExplanationStep, RuleKind } from "../rule";
import { both, marksText, numberText, valueText } from "../wording";
import { highNode, holds } from "./spans";

/** 得分=执行率×分值，最高不超过分值: a share of the mark, never below 0, never above the cap (SPEC S12). */
export const proportional: RuleKind<Proportional> = {
  inputs: (clause) => [clause.subject],
  check,
  range: (clause) => ({ low: ZERO, high: capOf(clause) }),
  continuous: () => true,
  scores: (clause) => [capOf(clause)],
  decides: () => true,

  evaluate: (clause, answers) =>
    withNumbers([clause.subject], answers, (of) => {
      const x = of(clause.subject);
      if (isZeroed(clause, x)) return { value: known(ZERO), steps: [zeroedStep(clause, x)] };
      const raw = share(clause, x).mul(clause.mark);
      const score = maxExact(ZERO, minExact(capOf(clause), raw));
      return { value: known(score), steps: [arithmetic(clause, x, raw, score)] };
    }),

  compile(clause, ref) {
    const x = ref(clause.subject);
    const raw = times(shareNode(clause, x), clause.mark);
    const score = f.call("MAX", f.number(ZERO), f.call("MIN", f.number(capOf(clause)), raw));
    const { zeroBelow } = clause;
    if (!zeroBelow) return score;
    return f.when(highNode(x, zeroBelow), f.number(ZERO), score);
  },

  explain(clause) {
    const formula = shareText(clause, clause.subject.name);
    const cap = marksText(capOf(clause));
    const mark = numberText(clause.mark);
    const zero = clause.zeroBelow && zeroText(clause);
    return {
      zh: `得分=${formula}×${mark}，最高${cap.zh}，最低0分${zero ? `；${zero}不得分` : ""}`,
      en: `score = ${formula} × ${mark}, at most ${cap.en}, at least 0${zero ? `; ${zero}: no marks` : ""}`,
    };
  },
};

const capOf = (clause: Proportional): Exact => clause.cap ?? clause.mark;
const fromOf = (clause: Proportional): Exact => clause.from ?? ZERO;
const widthOf = (clause: Proportional): Exact => (clause.to ?? ONE).sub(fromOf(clause));

const share = (clause: Proportional, x: Exact): Exact => x.sub(fromOf(clause)).div(widthOf(clause));

const isZeroed = ({ zeroBelow }: Proportional, x: Exact): boolean =>
  zeroBelow !== null && holds({ low: null, high: zeroBelow }, x);

function shareNode(clause: Proportional, x: FormulaNode): FormulaNode {
  const from = fromOf(clause);
  const width = widthOf(clause);
  if (width.equals(ONE.neg())) return f.subtract(f.number(from), x);
  return over(minus(x, from), width);
}

function shareText(clause: Proportional, x: string): string {
  const from = fromOf(clause);
  const width = widthOf(clause);
  const at = valueText(clause.subject, from);
  if (width.equals(ONE.neg())) return `（${at}−${x}）`;
  const distance = from.equals(ZERO) ? x : `（${x}−${at}）`;
  return width.equals(ONE) ? distance : `${distance}÷${valueText(clause.subject, width)}`;
}

const zeroText = ({ subject, zeroBelow }: Proportional): string =>
  zeroBelow ? `${subject.name}${zeroBelow.closed ? "≤" : "<"}${valueText(subject, zeroBelow.value)}` : "";

function zeroedStep(clause: Proportional, x: Exact): ExplanationStep {
  const value = `${clause.subject.name} ${valueText(clause.subject, x)}`;
  return { zh: `${value}，${zeroText(clause)}不得分：0分`, en: `${value}; ${zeroText(clause)}: 0 marks` };
}

function arithmetic(clause: Proportional, x: Exact, raw: Exact, score: Exact): ExplanationStep {
  const product = `${shareText(clause, valueText(clause.subject, x))}×${numberText(clause.mark)} = ${numberText(raw)}`;
  if (raw.equals(score)) return both(`${clause.subject.name}：${product}`);
  const [limit, limitEn] = raw.compare(score) > 0 ? ["超过上限", "above the cap"] : ["低于0", "below 0"];
  const result = marksText(score);
  return {
    zh: `${clause.subject.name}：${product}，${limit} → ${result.zh}`,
    en: `${clause.subject.name}: ${product}, ${limitEn} → ${result.en}`,
  };
}

function check(clause: Proportional): readonly ClauseFault[] {
  const faults: ClauseFault[] = [];
  if (clause.mark.compare(ZERO) <= 0)
    faults.push({ severity: "error", zh: "分值必须大于0", en: "the mark must be greater than 0" });
  if (capOf(clause).compare(ZERO) < 0)
    faults.push({ severity: "error", zh: "上限不能小于0", en: "the cap must not be below 0" });
  if (widthOf(clause).equals(ZERO))
    faults.push({
      severity: "error",
      zh: "零分点与满分点相同",
      en: "the value worth nothing and the value worth the mark are the same",
    });
  return faults;
}

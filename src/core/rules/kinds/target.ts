import { f } from "../../formula/build";
import type { FormulaNode } from "../../formula/written";
import { decisive, maxExact, ONE, percentText, ratio, ZERO, type Exact } from "../../model/exact";
import { known, notVerifiable } from "../../model/value";
import { times } from "../arithmetic";
import type { Target } from "../clause";
import { withNumbers } from "../inputs";
import type { ExplanationStep, RuleKind, ScoreOutcome } from "../rule";
import { marksText, numberText, valueText } from "../wording";
import type { Settings } from "../setting-types";
import { highNode, holds } from "./spans";

/**
 * 年度指标值 A against 实际完成值 B (SPEC S13): met gives the mark and never more; missed gives a share or nothing. A missed
 * target of 0 gives 0; a missed negative target has no share, since B/A would grow as things get worse: a person decides.
 */
export const target: RuleKind<Target> = {
  inputs: (clause) => [clause.target, clause.actual, ...(clause.turn ? [clause.turn] : [])],
  check: ({ mark }) =>
    mark.compare(ZERO) > 0 ? [] : [{ severity: "error", zh: "分值必须大于0", en: "the mark must be greater than 0" }],
  range: ({ mark }) => ({ low: ZERO, high: mark }),
  continuous: ({ missed, turn, missedTurned }) =>
    missed === "share" || (turn !== undefined && missedTurned === "share"),
  scores: ({ mark }) => [mark],
  decides: (clause) => clause.missed === "zero" && (clause.missedTurned ?? "zero") === "zero",

  evaluate: (printed, answers, settings) =>
    withNumbers(target.inputs(printed), answers, (of) => {
      const clause = printed.turn && decisive(of(printed.turn)).equals(ONE) ? turned(printed) : printed;
      const a = of(clause.target);
      const b = of(clause.actual);
      const met = isMet(clause, a, b);
      const compared = comparison(clause, a, b, met);
      if (met) return scored(clause.mark, compared, "");
      if (clause.missed === "zero") return scored(ZERO, compared, "");
      if (clause.missed === "open") return undecided(clause, compared, OPEN_SIDE);
      const way = reverseOf(clause, settings);
      if (isUpper(clause) && way === "manual") return undecided(clause, compared, MANUAL);
      if (decisive(a).compare(ZERO) < 0) return undecided(clause, compared, NEGATIVE);
      if (decisive(a).equals(ZERO)) return scored(ZERO, compared, "");
      const share = missedShare(clause, way, a, b);
      if (clause.zeroBelow && holds({ low: null, high: clause.zeroBelow }, share)) return scored(ZERO, compared, "");
      return scored(begun(clause, share).mul(clause.mark), compared, shareText(clause, way));
    }),

  compile(clause, ref, settings) {
    const a = ref(clause.target);
    const b = ref(clause.actual);
    const mark = f.number(clause.mark);
    const either = (one: Target): FormulaNode => f.when(metNode(one, a, b), mark, missedNode(one, settings, a, b));
    if (!clause.turn) return either(clause);
    return f.when(f.equal(f.decisive(ref(clause.turn)), f.number(ONE)), either(turned(clause)), either(clause));
  },

  explain(clause, settings) {
    if (clause.turn) {
      const [usual, other] = [words(plain(clause), settings), words(turned(clause), settings)];
      const name = clause.turn.name;
      return {
        zh: `${name}为否的，${usual.zh}；${name}为是的，${other.zh}`,
        en: `not (${name}): ${usual.en}; ${name}: ${other.en}`,
      };
    }
    return words(clause, settings);
  },
};

/** Without the question, for where it is answered no. */
function plain(clause: Target): Target {
  const { target, actual, operator, mark, missed, reverse, from, zeroBelow } = clause;
  const cuts = { ...(from ? { from } : {}), ...(zeroBelow ? { zeroBelow } : {}) };
  return { kind: "target", target, actual, operator, mark, missed, reverse, ...cuts };
}

/** The same comparison where less is better. */
const turned = (clause: Target): Target => ({
  ...plain(clause),
  operator: "<=",
  missed: clause.missedTurned ?? clause.missed,
});

function words(clause: Target, settings: Settings): ExplanationStep {
  const mark = marksText(clause.mark);
  const [a, b] = [clause.target.name, clause.actual.name];
  const way = reverseOf(clause, settings);
  const manual = clause.missed === "share" && isUpper(clause) && way === "manual";
  const byHand = manual || clause.missed === "open";
  const missed = byHand ? "由人评定" : clause.missed === "zero" ? "不得分" : `按${shareText(clause, way)}×分值计`;
  const missedEn = byHand
    ? "a person decides"
    : clause.missed === "zero"
      ? "no marks"
      : `${shareText(clause, way)} × mark`;
  const cut = clause.missed === "share" && clause.zeroBelow ? clause.zeroBelow : null;
  const below = cut && `${cut.closed ? "≤" : "<"}${percentText(cut.value)}`;
  return {
    zh: `${b}（B）${SYMBOLS[clause.operator]}${a}（A）计${mark.zh}，未达到的${missed}${below ? `，比例${below}的不得分` : ""}`,
    en: `${b} (B) ${SYMBOLS[clause.operator]} ${a} (A): ${mark.en}; missed: ${missedEn}${below ? `, no marks for a share ${below}` : ""}`,
  };
}

const SYMBOLS: Readonly<Record<Target["operator"], string>> = { ">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "=" };
const MANUAL: ExplanationStep = {
  zh: "反向指标未达到目标，按设置由人评定",
  en: "a target that must not be exceeded was missed; by the setting a person decides",
};
const OPEN_SIDE: ExplanationStep = {
  zh: "与目标不同，而目标越高越好还是越低越好没有写明，由人评定",
  en: "it differs from the target, and whether more or less is good is not said: a person decides",
};
const NEGATIVE: ExplanationStep = {
  zh: "目标值为负，未达到时无法按比例计分，由人评定",
  en: "the target is negative, a miss has no share: a person decides",
};

const isUpper = ({ operator }: Target): boolean => operator === "<=" || operator === "<";
const reverseOf = (clause: Target, settings: Settings): Settings["reverseTarget"] =>
  clause.reverse ?? settings.reverseTarget;

/** 指标值=X by share counts like ≥ X: only with nothing for a miss must it be hit exactly. */
const operatorOf = ({ operator, missed }: Target): Target["operator"] =>
  operator === "=" && missed === "share" ? ">=" : operator;

function isMet(clause: Target, a: Exact, b: Exact): boolean {
  const order = decisive(b).compare(decisive(a));
  const tests = { ">=": order >= 0, ">": order > 0, "<=": order <= 0, "<": order < 0, "=": order === 0 };
  return tests[operatorOf(clause)];
}

function metNode(clause: Target, a: FormulaNode, b: FormulaNode): FormulaNode {
  const test = { ">=": f.atLeast, ">": f.greater, "<=": f.atMost, "<": f.less, "=": f.equal }[operatorOf(clause)];
  return test(f.decisive(b), f.decisive(a));
}

/** For a positive target. */
function missedShare(clause: Target, way: Settings["reverseTarget"], a: Exact, b: Exact): Exact {
  if (!isUpper(clause)) return maxExact(ZERO, b.div(a));
  return way === "A/B" ? a.div(b) : maxExact(ZERO, ONE.sub(b.sub(a).div(a)));
}

/** The share above where marks begin, spread over the whole mark. */
const begun = ({ from }: Target, share: Exact): Exact =>
  from ? maxExact(ZERO, share.sub(from).div(ONE.sub(from))) : share;

const begunNode = ({ from }: Target, share: FormulaNode): FormulaNode =>
  from ? f.call("MAX", f.number(ZERO), f.divide(f.subtract(share, f.number(from)), f.number(ONE.sub(from)))) : share;

function missedNode(clause: Target, settings: Settings, a: FormulaNode, b: FormulaNode): FormulaNode {
  const zero = f.number(ZERO);
  if (clause.missed === "zero") return zero;
  if (clause.missed === "open") return f.blank;
  const way = reverseOf(clause, settings);
  if (isUpper(clause) && way === "manual") return f.blank;
  const reverse =
    way === "A/B" ? f.divide(a, b) : f.call("MAX", zero, f.subtract(f.number(ratio(1)), f.divide(f.subtract(b, a), a)));
  const share = isUpper(clause) ? reverse : f.call("MAX", zero, f.divide(b, a));
  const marks = times(begunNode(clause, share), clause.mark);
  const cut = clause.zeroBelow ? f.when(highNode(share, clause.zeroBelow), zero, marks) : marks;
  const scored = f.when(f.equal(f.decisive(a), zero), zero, cut);
  return f.when(f.less(f.decisive(a), zero), f.blank, scored);
}

function shareText(clause: Target, way: Settings["reverseTarget"]): string {
  const share = !isUpper(clause) ? "B÷A" : way === "A/B" ? "A÷B" : "［1−（B−A）÷A］";
  if (!clause.from) return share;
  const from = percentText(clause.from);
  return `（${share}−${from}）÷（1−${from}）`;
}

function comparison(clause: Target, a: Exact, b: Exact, met: boolean): ExplanationStep {
  const sides = `${clause.actual.name} B=${valueText(clause.actual, b)}, ${clause.target.name} A: ${SYMBOLS[clause.operator]}${valueText(clause.target, a)}`;
  return { zh: `${sides}，${met ? "达到" : "未达到"}`, en: `${sides}, ${met ? "met" : "missed"}` };
}

function scored(score: Exact, compared: ExplanationStep, share: string): ScoreOutcome {
  const result = marksText(score);
  const by = share === "" ? "" : `${share}×分值 = ${numberText(score)} → `;
  const byEn = share === "" ? "" : `${share} × mark = ${numberText(score)} → `;
  return {
    value: known(score),
    steps: [{ zh: `${compared.zh}：${by}${result.zh}`, en: `${compared.en}: ${byEn}${result.en}` }],
  };
}

const undecided = (clause: Target, compared: ExplanationStep, why: ExplanationStep): ScoreOutcome => ({
  value: notVerifiable([`未达到目标的评定（${clause.actual.name}）`]),
  steps: [compared, why],
});

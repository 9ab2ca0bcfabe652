import type { CompareOperator } from "../model/comparison-words";
import type { Exact } from "../model/exact";
import type { Expression } from "./definition";
import type { RuleInput } from "./rule-input";

/** The clause kinds; their names are part of the public contract (DESIGN "Rules"). */
export type Clause =
  StepDeduct | Bands | Proportional | Target | Checklist | Events | Ordinal | Binary | Tiers | Cases | Quotient | Gap;

export type ClauseKind = Clause["kind"];

/** ≦100%，计5分；每超过一个百分点扣0.5分，扣完为止. */
export interface StepDeduct {
  readonly kind: "stepDeduct";
  readonly subject: RuleInput;
  /** Which side of the threshold loses marks. */
  readonly side: "above" | "below" | "both";
  /** In the subject's unit; a fraction for rates. */
  readonly threshold: Exact;
  readonly step: Exact;
  /** Marks per step; negative where a step adds marks (每提高…加1分), then the rule's cap ends it. */
  readonly deduct: Exact;
  /** Marks at the threshold and on its good side; 0 for a pure deduction inside a `sum` (its floor is then negative). */
  readonly full: Exact;
  /** Lowest score: 扣完为止 is 0. */
  readonly floor: Exact;
  /** What the text says of an incomplete step; null: it does not say, and the setting decides. */
  readonly partialSteps: "whole" | "started" | "proRata" | null;
  /** Where it counts from the row's own target (每低于目标值1%). Gone as soon as the rule meets a row whose target is a number. */
  readonly ofTarget?: StepsOfTarget;
  /** The threshold is what the row's target said when the rule met it. */
  readonly thresholdIsTarget?: true;
}

/** How steps are counted from a target that the text does not print. */
export interface StepsOfTarget {
  /** The side of the target on which marks are lost. */
  readonly side: "above" | "below";
  /** Of which figure; "" is the indicator's own. */
  readonly figure: string;
  /** A step is a share of the target whatever it is, or points where the target is a rate. */
  readonly as: "share" | "points";
}

export interface Bound {
  readonly value: Exact;
  readonly closed: boolean;
}

/** ≥90% 5分；80%（含）-90% 4分…低于60%不得分. */
export interface Bands {
  readonly kind: "bands";
  readonly subject: RuleInput;
  /** As printed, in printed order; null is no bound on that side. */
  readonly bands: readonly { readonly low: Bound | null; readonly high: Bound | null; readonly score: Exact }[];
  /** 其余, 否则; null where the text names no remainder. */
  readonly otherwise: Exact | null;
}

/**
 * 得分=执行率×分值，最高不超过分值. Score = (subject − from) ÷ (to − from) × mark, never below 0.
 * A reverse rate (得分=（1−结余率）×分值) has from 1 and to 0; 得分=（X−60%）÷（1−60%）×分值 has from 0.6.
 */
export interface Proportional {
  readonly kind: "proportional";
  readonly subject: RuleInput;
  readonly mark: Exact;
  /** Subject value worth nothing; 0 where absent. */
  readonly from?: Exact;
  /** Subject value worth the whole mark; 1 where absent. */
  readonly to?: Exact;
  /** Null where the text does not say; then the full mark caps it and the reading names that. */
  readonly cap: Exact | null;
  /** Below this subject value the score is zero: 低于60%不得分; closed: the value itself scores zero too. */
  readonly zeroBelow: Bound | null;
}

/** 年度指标值 A against 实际完成值 B. */
export interface Target {
  readonly kind: "target";
  readonly target: RuleInput;
  readonly actual: RuleInput;
  readonly operator: CompareOperator;
  readonly mark: Exact;
  /** How a missed target scores: share of the mark, nothing, or as a person decides (nothing says which side is good). */
  readonly missed: "share" | "zero" | "open";
  /** A missed ≤ target: how its share is counted; null: the setting decides. */
  readonly reverse: "A/B" | "1-(B-A)/A" | "manual" | null;
  /** Of a miss by share: the share from which marks begin, (share − from) ÷ (1 − from); absent: 0. */
  readonly from?: Exact;
  /** Of a miss by share: below this share the score is zero (完成目标值不足60%的计0分); closed: the share itself too. */
  readonly zeroBelow?: Bound;
  /**
   * Where the text leaves the side to the row (正向指标…；反向指标…): answered 1 where less is better. Gone as soon as the row's
   * own target says it.
   */
  readonly turn?: RuleInput;
  /** What a miss is worth where less is better; absent: as `missed`. */
  readonly missedTurned?: "share" | "zero";
}

/** ①…1分；②…1分 · 每缺一项扣1分. */
export interface Checklist {
  readonly kind: "checklist";
  readonly items: readonly { readonly input: RuleInput; readonly mark: Exact }[];
  /** award: an item met adds its mark; deduct: an item missed takes its mark off `full`. */
  readonly mode: "award" | "deduct";
  readonly full: Exact;
}

/** 每出现一例不符合要求的扣1分，扣完为止. */
export interface Events {
  readonly kind: "events";
  readonly count: RuleInput;
  /** Marks per event; negative where an event adds marks (每获一项加1分), then the rule's cap ends it. */
  readonly deduct: Exact;
  /** 0 for a pure deduction inside a `sum` (its floor is then negative). */
  readonly full: Exact;
  readonly floor: Exact;
  /** Events that are forgiven before the first deduction. */
  readonly free: bigint;
}

/** 无结余3分；有结余但不超过上年结转2分；超过不得分. */
export interface Ordinal {
  readonly kind: "ordinal";
  readonly choice: RuleInput;
  readonly scores: readonly Exact[];
}

/** 绩效目标明确，且细化、量化（2分）. */
export interface Binary {
  readonly kind: "binary";
  readonly condition: RuleInput;
  readonly pass: Exact;
  readonly fail: Exact;
}

/** 优90–100 % 良80–90 中60–80 差0–60 of the mark: the tier is chosen, the score given within it. */
export interface Tiers {
  readonly kind: "tiers";
  readonly choice: RuleInput;
  readonly mark: Exact;
  /** Shares of the mark as fractions, best first. */
  readonly tiers: readonly { readonly name: string; readonly low: Bound; readonly high: Bound }[];
  /** The share granted within the tier, an amount in marks typed by a person; null: the tier's upper end. */
  readonly awarded: RuleInput | null;
}

/** A condition of a case: an input within an interval; a yes/no input is 1 or 0. */
export interface CaseTest {
  readonly input: RuleInput;
  readonly low: Bound | null;
  readonly high: Bound | null;
}

export interface CaseLine {
  /** All must hold. */
  readonly when: readonly CaseTest[];
  readonly then: Exact | Clause;
}

/** 拨付率达到100%得满分；不足100%但未影响工期的，得分=分值×拨付率；不足100%且影响工期的，不得分: the first line that holds counts. */
export interface Cases {
  readonly kind: "cases";
  readonly lines: readonly CaseLine[];
  /** What is left where no line holds; null: no score. */
  readonly otherwise: Exact | Clause | null;
  /** The most it can give. */
  readonly mark: Exact;
}

/** A comparison of an amount, or of what is computed of several. */
export interface QuotientTest {
  readonly of: Expression;
  readonly low: Bound | null;
  readonly high: Bound | null;
}

/** 得分=已整改问题数÷检查发现问题数×6；检查发现问题数为0的，得6分. */
export interface Quotient {
  readonly kind: "quotient";
  /** What the expressions read; the variables bear their names. */
  readonly amounts: readonly RuleInput[];
  /** The score in marks, before it is held between 0 and the mark. */
  readonly expression: Expression;
  readonly mark: Exact;
  /** Cases that go before the expression: all tests of one must hold. */
  readonly lines: readonly { readonly when: readonly QuotientTest[]; readonly score: Exact }[];
}

/** 结余额不高于上年结余额的得4分；高于的，每高10%扣1分: marks off for each step of the distance between two amounts. */
export interface Gap {
  readonly kind: "gap";
  readonly of: RuleInput;
  readonly to: RuleInput;
  /** Counted as a share of `to`, or in their own unit (for rates: points). */
  readonly as: "share" | "units";
  readonly side: "above" | "below";
  readonly step: Exact;
  readonly deduct: Exact;
  readonly full: Exact;
  readonly floor: Exact;
  readonly partialSteps: StepDeduct["partialSteps"];
}

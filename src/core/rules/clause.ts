import type { Exact } from "../model/exact";
import type { RuleInput } from "./rule-input";

/** The clause kinds; their names are part of the public contract (DESIGN "Rules"). */
export type Clause = StepDeduct | Bands | Proportional | Target | Checklist | Events | Ordinal | Binary | Tiers;

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
  readonly operator: ">=" | ">" | "<=" | "<" | "=";
  readonly mark: Exact;
  /** How a missed target scores: share of the mark, nothing, or as a person decides (nothing says which side is good). */
  readonly missed: "share" | "zero" | "open";
  /** A missed ≤ target: how its share is counted; null: the setting decides. */
  readonly reverse: "A/B" | "1-(B-A)/A" | "manual" | null;
  /** Of a miss by share: the share from which marks begin, (share − from) ÷ (1 − from); absent: 0. */
  readonly from?: Exact;
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

import type { Range } from "../conditions/range";
import type { StepCount } from "../clauses/step-count";
import { AT_MOST, COMPARED_WITH, NOT_OVER, NO_GROWTH, OVER_PLAN, WITHIN_PLAN } from "../words/step-words";

/** What the rest of the text says of where a deduction starts. */
export interface Start {
  /** The condition for full marks, where one is printed in numbers. */
  readonly good: Range | null;
  /** 以100%为标准, 目标值≥95%. */
  readonly standard: Range | null;
  readonly subject: string;
  /** The worded condition for full marks: 不超过预算, 较上年持平或下降. */
  readonly worded: string;
}

/**
 * What a step counts from 0 where the start is printed in words: the excess over the noun (不超过预算得满分，每超过1%扣;
 * 超预算的，每超1%扣) or the growth (持平或下降得满分，每增长1%扣; 较上年每增长1%扣). Null for any other words.
 */
export function wordedStart(count: StepCount, { good, standard, worded }: Start): string | null {
  if (good || standard || count.start || count.unit.of !== "rate" || count.side !== "above") return null;
  if (count.growth && NO_GROWTH.test(worded)) return "增长率";
  if (count.growth && COMPARED_WITH.test(count.lead)) return `${count.lead.replace(/,$/, "")}增长率`;
  if (count.overrun && COMPARED_WITH.test(count.lead)) return `${count.lead.replace(/,$/, "")}超出率`;
  const noun = nounOf(worded, count);
  return noun === null || (count.from !== "" && !noun.includes(count.from)) ? null : `超过${noun}的比例`;
}

function nounOf(worded: string, { overrun, lead }: StepCount): string | null {
  const explicit = NOT_OVER.exec(worded)?.[1];
  if (explicit !== undefined || !overrun) return explicit ?? null;
  return WITHIN_PLAN.exec(worded)?.[1] ?? AT_MOST.exec(worded)?.[1] ?? OVER_PLAN.exec(lead)?.[1] ?? null;
}

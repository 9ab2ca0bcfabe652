import { ONE, ZERO } from "../../../model/exact";
import type { StepDeduct } from "../../../rules/clause";
import type { StepCount } from "../clauses/step-count";
import { RATE_NAME, TARGET_MET } from "../words/case-words";
import { FROM_THE_TARGET, LED_BY_TARGET, SHARE_OF_IT } from "../words/step-words";
import type { Frame } from "./frame";
import type { Start } from "./worded-start";

/** The parts of a clause that counts from the row's target. */
export type Aimed = Pick<StepDeduct, "subject" | "side" | "threshold" | "ofTarget">;

/**
 * 每低于目标值1%扣0.5分 without a number: counted from the row's own target, as the share of it that was done; 目标值的1% is that
 * share for rates too. Null where a start is printed, or what is passed is no target.
 */
export function aimedStart(count: StepCount, { good, standard, subject, worded }: Start, frame: Frame): Aimed | null {
  const { side, from, unit, late } = count;
  if (good || standard || count.start || late || unit.of !== "rate" || (side !== "above" && side !== "below"))
    return null;
  const led = LED_BY_TARGET.test(count.lead) || TARGET_MET.test(worded);
  if (!FROM_THE_TARGET.test(from) && (from !== "" || !led)) return null;
  const figure = count.subject || subject;
  const name = figure || (frame.name ?? "");
  const share = { name: "目标完成率", type: "rate", unit: null } as const;
  const as = SHARE_OF_IT.test(frame.text.slice(count.at)) ? "share" : "points";
  const ofTarget = { side, figure, as } as const;
  // of a rate the step is in points, which is no share of the target
  if (as === "share" || !RATE_NAME.test(name)) return { subject: share, side, threshold: ONE, ofTarget };
  const distance = `${name}${side === "below" ? "低于" : "高于"}目标值的幅度`;
  return { subject: { ...share, name: distance }, side: "above", threshold: ZERO, ofTarget };
}

import { ONE, ZERO } from "../../../model/exact";
import type { EventCount } from "../clauses/event-count";
import type { Awards } from "./awarded";
import type { BandLine } from "./band-ends";
import { bandsPart } from "./bands";
import type { Frame, Part } from "./frame";
import type { Counted } from "./missing-points";

/**
 * 被通报一次扣2分，被通报三次及以上不得分: what the second one costs is not said, so that it has no score. Null where the second one
 * ends it already, or no number does.
 */
export function firstLossOnly(
  event: EventCount,
  { deduct, at }: Counted,
  zeros: Awards["lines"],
  frame: Frame,
): Part | null {
  const [zero, ...others] = zeros;
  const low = zero?.range.low;
  if (!zero || !low || others.length > 0) return null;
  if (low.unit.of !== "counter" || low.unit.name !== event.unit || low.value.compare(2) <= 0) return null;
  const unit = { of: "counter", name: event.unit } as const;
  const told = [ZERO, ONE].map((count, i): BandLine => {
    const end = { value: count, unit, closed: true };
    const score = i === 0 ? frame.full : frame.full.sub(deduct);
    return { range: { subject: null, low: end, high: end, point: true }, score, at };
  });
  const last = { ...zero, range: { ...zero.range, subject: null, high: null, point: false } };
  return bandsPart([...told, last], null, event.name, frame);
}

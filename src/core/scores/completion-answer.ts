import { HUNDREDTH, ONE, ratio, ZERO, type Exact } from "../model/exact";
import type { TableCell } from "../model/scoring-table";
import { nameKey } from "../model/text";
import { known } from "../model/value";
import type { RuleInput } from "../rules/rule-input";
import { isCounted, rateOfTarget } from "../targets/rate-of-target";
import type { NumberReading } from "../targets/read";
import { unanswered, type Found, type Subject } from "./found-answer";

/** 完成率 and nothing more: what of the target was reached, whatever the indicator itself measures. */
const COMPLETION = /^(?:目标|指标|任务|计划)?(?:完成率|完成比例|完成比)$/;

/** An indicator that is a rate of completion itself: 培训完成率. */
const IS_COMPLETION = /完成(?:率|比例?|度|进度|情况)/;

/**
 * 得分=完成率×分值 speaks of the target's completion (SPEC V14): the table's column that says it, else what was counted over
 * what was to be. The actual value alone is that only where the indicator is such a rate itself (培训完成率), or where the
 * target is the whole (100 %); of any other rate it is asked.
 */
export function completionOfTarget({ indicator, text }: Subject, input: RuleInput): Found | null {
  const own = indicator.path.at(-1) ?? "";
  if (input.type !== "rate" || IS_COMPLETION.test(own)) return null;
  const isNamed = COMPLETION.test(input.name);
  // 指标完成率达到100%得满分: a share of what the indicator counts
  if (!isNamed && !(nameKey(input.name) === nameKey(own) && /完成(?:率|比例)/.test(text))) return null;
  const pair = rateOfTarget(indicator);
  if (!pair || isWhole(pair.target)) return null;
  const cell = indicator.rateCell;
  const reached = pair.actual.number.div(pair.target.number);
  if (isUnstated(cell)) {
    if (isCounted(indicator, pair) && indicator.target)
      return { value: known(reached), reference: null, cell: indicator.actual, of: indicator.target };
    return isNamed ? unanswered([input.name]) : null;
  }
  if (!cell?.stated) return unanswered([input.name]);
  // A column of bare per cent points (80 for 80 %) is told by the figures beside it.
  const scale = [ONE, HUNDREDTH].find((one) => isNear(cell.stated?.number.mul(one) ?? ZERO, reached));
  if (!scale) return unanswered([input.name]);
  return { value: known(cell.stated.number.mul(scale)), reference: null, cell, scale };
}

const isUnstated = (cell: TableCell | null): boolean => (cell?.raw ?? "") === "";

const isWhole = ({ number, unit }: NumberReading): boolean =>
  (unit === null || unit.dimension === "percent") && number.mul(unit?.factor ?? ONE).equals(ONE);

/** As near as a rate that is printed in whole per cent. */
const isNear = (stated: Exact, reached: Exact): boolean => stated.sub(reached).abs().compare(HALF_POINT) <= 0;

const HALF_POINT = ratio(1n, 200n);

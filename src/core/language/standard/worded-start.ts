import type { Start } from "./steps";
import type { StepCount } from "./step-count";

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

const NO_GROWTH = /持平|零增长|只减不增|不增长|未增长|下降|不增加|未增加/;
const COMPARED_WITH = /^[^,]*(?:较|与|比)[^,]{2,10}(?:相比)?,?$/;

const PLAN =
  "(?:年初|批复|计划|概算|上年|批准|项目|年度|部门)*(?:预算|概算|计划成本|计划|标准|定额|编制|限额|成本|控制数)(?:批复)?(?:安排)?(?:数|额|总额|金额|资金)?";
const NOT_OVER =
  /^.*?(?:不超过?|未超过?|不超出|未超出|不高于|没有超过)((?:年初|批复|计划|概算|上年|批准)?的?(?:预算|概算|计划|标准|定额|编制|限额|成本|合同|控制)[^,\d]{0,6})$/;
const WITHIN = new RegExp(`(?:控制在|在|保持在|未突破|不突破)(${PLAN})(?:的)?(?:范围)?(?:以内|之内|内)?$`);
const AT_MOST = new RegExp(`(?:<=|≤|小于等于|小于或等于|低于或等于|低于等于)(${PLAN})$`);
const OVER = new RegExp(`^.*?(?:超|超过|超出)(${PLAN})的?$`);

function nounOf(worded: string, { overrun, lead }: StepCount): string | null {
  const explicit = NOT_OVER.exec(worded)?.[1];
  if (explicit !== undefined || !overrun) return explicit ?? null;
  return WITHIN.exec(worded)?.[1] ?? AT_MOST.exec(worded)?.[1] ?? OVER.exec(lead)?.[1] ?? null;
}

import type { Indicator } from "./scoring-table";

/** Names of what is added to or taken off the marks of the table, and is no part of them. */
const EXTRA =
  /^(?:附加|额外|奖励)?(?:加分|扣分|减分|倒扣分?|奖惩|加减分|附加分|奖励分)(?:项目?|指标|事项|因素|情况|类)?$/;

/** 加分项 and 扣分项 stand beside the whole of 100 marks; so does what has a mark below zero (SPEC C5). */
export const isExtraItem = ({ path, fullMark }: Pick<Indicator, "path" | "fullMark">): boolean =>
  path.some((name) => EXTRA.test(name)) || (fullMark?.number.compare(0) ?? 0) < 0;

/** 扣分项, 违纪违规扣分, 奖惩; of the rest 违规扣分次数 only counts something. */
const TAKES_OFF = /(?:[扣减]分|倒扣)(?:项目?|指标|事项|因素|情况|类)?$/;

/** What takes marks off, by its name or by a mark below zero, has scores below zero by its nature (SPEC C2). */
export const mayBeNegative = ({ path, fullMark }: Pick<Indicator, "path" | "fullMark">): boolean =>
  path.some((name) => TAKES_OFF.test(name) || (EXTRA.test(name) && /[扣减惩]/.test(name))) ||
  (fullMark?.number.compare(0) ?? 0) < 0;

export const EXECUTION_RATE = "预算执行率";

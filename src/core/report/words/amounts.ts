import { POSTS, STAFF } from "./rates";

/** Amounts of the funding block by the names that a text gives them; no other subject stands in front. */
export const INITIAL_BUDGET =
  /^(?:本|该)?(?:项目)?年初(?:项目)?(?:资金)?(?:安排|批复)?预算(?:资金|安排|批复)?(?:总?额|数|金额)?$/;
export const YEAR_BUDGET =
  /^(?:本|该)?(?:项目)?(?:全年|调整后?|调整后的?|年中调整后)(?:项目)?(?:资金)?预算(?:资金|安排)?(?:总?额|数|金额)?$/;
export const EXECUTED =
  /^(?:本|该)?(?:项目)?(?:资金)?(?:全年|年度|实际|累计)*(?:执行数|支出(?:执行)?(?:数|总?额|金额)|实际支出(?:资金|数|总?额|金额)?|实际执行数?|全年支出(?:数|金额)?|项目支出数)$/;
export const EXECUTION_RATE = /^(?:本|该)?(?:项目|全年|年度|资金|整体)*(?:预算)?(?:资金)?执行率$/;

/** 1. or （1） or 一是 in front of one of several. */
export const LIST_ITEM = /^(?:\d{1,2}[.、](?!\d)|\(\d{1,2}\)|[一二三四五六七八九]是|[①-⑳])/;

/** So far, of another year, or added up over years: no figure of the year at its end. */
export const NOT_AT_YEAR_END = /(?<!\d)(?:[1-9]|1[01])月|上半年|季度|中期|上年|去年|以前年度|累计|历年|截至目前/;

/** A target, another year or a part is no actual value. */
export const NOT_ACTUAL =
  /目标|计划|应|要求|标准|上年|去年|上一年|年初|任务|指标值|预期|其中|超过|不低于|以上|力争|拟|将/;

/** Inputs that a report usually states in so many words, by the names of the framework. */
export const OFFERED: readonly { readonly quantity: string; readonly label: RegExp }[] = [
  { quantity: "编制数", label: POSTS },
  { quantity: "在职人员数", label: STAFF },
];

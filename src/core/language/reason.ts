import { compact } from "../model/text";

/**
 * What a reason says, stripped of what says nothing (SPEC J2, J3): punctuation, the amount deducted, stock words.
 */
const bare = (text: string): string =>
  compact(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]/gu, "");

/** The amount only, which the score cell says already: 扣2分, 本项得8分. */
const AMOUNT = /(?:自评|实际|共|合计)?(?:扣分?|减|失|丢|得分?|计)[除去掉减了为]?\d+(?:\.\d+)?分?/g;

/** A day or month alone says when, not why. */
const DATE_ALONE = /^(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?$|^\d{4}年$/;

/** Lower case, without punctuation. A live formula looks for the same words (`plan/says-nothing.ts`). */
export const STOCK_WORDS: readonly string[] = [
  "无 没有 暂无 没 略 同上 同前 见上 如上 同 上同 不适用 不涉及 无原因 无偏差 无扣分 未扣分 不扣分 正常 其他 其它 是 否 有 扣分 扣分原因 原因 " +
    "偏差原因 完成 已完成 合格 达标 见附件 na none null nil ok no yes tbd todo 待补充 待填 待定 自评 酌情扣分 适当扣分",
].flatMap((words) => words.split(" "));

const STOCK = new Set(STOCK_WORDS);

/** True for a text that explains nothing: "0", "无", "/", "-", "……", "同上", "略", "不适用", "扣2分". Blank is not one. */
export function isPlaceholder(text: string): boolean {
  const amountFree = bare(
    compact(text)
      .replace(AMOUNT, "")
      .replace(/^(?:本|该|此)项/, ""),
  );
  if (amountFree.length <= 1 || DATE_ALONE.test(amountFree) || /^[\d%分]+$/.test(amountFree)) return true;
  return STOCK.has(amountFree) || /^(.)\1+$/u.test(amountFree);
}

/** Equal for texts that differ in spacing, punctuation and the amount deducted only. */
export const reasonKey = (text: string): string => bare(compact(text).replace(AMOUNT, ""));

/** Whether a free remark speaks of a shortfall, as a reason does. */
export const soundsLikeReason = (text: string): boolean =>
  !isPlaceholder(text) &&
  /扣|失分|原因|由于|因|未|不|少|没有|降低|下降|低于|影响|问题|返工|延期|遗漏|偏差|滞后|延迟|推迟|欠|缺|有待|较[低差慢]|偏[低差慢]|超/.test(
    compact(text),
  );

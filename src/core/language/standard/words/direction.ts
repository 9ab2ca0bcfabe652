const ABOVE = [
  "超过",
  "超出",
  "超支",
  "超",
  "高于",
  "高出",
  "增加",
  "增长",
  "上升",
  "提高",
  "上浮",
  "大于",
  "多于",
  "多",
  "增",
  "高",
];

const BELOW = [
  "低于",
  "降低",
  "下降",
  "减少",
  "少于",
  "小于",
  "不足",
  "未完成",
  "未达到",
  "少完成",
  "下浮",
  "下滑",
  "缺少",
  "偏低",
  "少",
  "低",
  "减",
  "降",
  "缺",
];

const AWAY = ["偏离", "偏差", "浮动", "变动", "变化", "增减", "上下浮动", "高低", "超过或低于", "增加或减少"];

const DIFFER = ["相差", "差", "差距"];

const LATE = [
  "延迟",
  "逾期",
  "推迟",
  "滞后",
  "拖延",
  "超期",
  "延期",
  "延误",
  "超时",
  "迟延",
  "迟报",
  "晚报",
  "拖后",
  "晚",
  "迟",
  "延后",
  "延长",
];

export const TIME_UNITS = /^(?:个工作日|工作日|个自然日|天|日|周|个月|月|年|季度|个季度|小时|分钟)$/;

export const TIME_NOUN = /时间|时限|期限|规定|计划|要求|约定|节点|合同|工期|截止/;

type Side = "above" | "below" | "both" | "differ" | "late";

const SIDES: readonly (readonly [string, Side])[] = (
  [...ABOVE.map((word) => [word, "above"] as const), ...BELOW.map((word) => [word, "below"] as const), ...AWAY.map((word) => [word, "both"] as const),
   ...DIFFER.map((word) => [word, "differ"] as const), ...LATE.map((word) => [word, "late"] as const)] as (readonly [string, Side])[]
).toSorted(([a], [b]) => b.length - a.length); // prettier-ignore

export interface Sided {
  readonly side: Side;
  readonly from: string;
}

/** 超过, 超过（降低）, 高于或低于, 低于目标值: the direction, and the noun after it. Null for any other words. */
export function sideOf(words: string): Sided | null {
  const parts = words
    .replace(/^(?:再|所|实际|又)/, "")
    .split(/[()/、]|或者|或|和/)
    .filter((part) => part !== "");
  const read: Sided[] = [];
  for (const part of parts) {
    const found = SIDES.find(([word]) => part.startsWith(word));
    if (!found) return null;
    read.push({ side: found[1], from: part.slice(found[0].length).replace(/^[了]|的$|["]/g, "") });
  }
  const [first, second, ...more] = read;
  if (!first || more.length > 0) return null;
  if (!second) return first;
  const sides = new Set([first.side, second.side]);
  if (sides.size === 1) return { side: first.side, from: first.from || second.from };
  if (sides.has("above") && sides.has("below")) return { side: "both", from: first.from || second.from };
  return null;
}

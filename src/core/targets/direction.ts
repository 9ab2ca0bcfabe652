import { compact } from "../model/text";
import type { Indicator } from "../model/scoring-table";
import type { NumberReading } from "./read";

/** Which side of a target is good; open where neither the operator nor the framework says. */
export type Direction = "more" | "less" | "open";

/** Names of things one wants little of: for these a bare target says nothing about the good side. */
const UNWANTED =
  /投诉|事故|事件|差错|错误|失误|违|退|死亡|死伤|伤亡|发病|感染|流失|空置|闲置|变质|损|超|逾|拖欠|缺|失败|拒|费用|成本|支出|能耗|消耗|排放|污染|隐患|舆情|降|减|缩|控制|负|赤字|不|未|无|误差|偏差|时限|时间|天数|周期/;

/** A target that is not to be exceeded: its operator says so. */
export const isLimit = ({ operator }: NumberReading): boolean => operator === "<=" || operator === "<";

/**
 * An operator decides. Without one the framework does: 成本 is to be kept, 数量 to be reached, as are rates, 及时 and 合格;
 * an unwanted thing or anything else stays open, but for a target of zero, which is a limit. An = target counts
 * as one to be reached, but under 成本, where it stays open (DOMAIN "Scoring standards").
 */
export function directionOf(indicator: Indicator, target: NumberReading): Direction {
  if (target.operator === ">=" || target.operator === ">") return "more";
  if (isLimit(target)) return "less";
  const path = indicator.path.map(compact);
  const above = path.slice(0, -1);
  const cost = above.some((name) => name.includes("成本"));
  // Nobody sets himself zero of what is wanted: 投诉 0 件, 调整率 0.
  if (target.number.equals(0)) return "less";
  if (target.operator === "=") return cost ? "open" : "more";
  if (cost) return isRateLike(indicator) ? "open" : "less";
  if (UNWANTED.test(path.at(-1) ?? "")) return "open";
  const quantity = above.some((name) => name.includes("数量"));
  // A rate, and what shall be in time or up to standard, is to be reached wherever it stands in the table.
  return quantity || isRateLike(indicator) || /及时|合格|达标/.test(path.at(-1) ?? "") ? "more" : "open";
}

/** A rate, by its unit or by the end of its name. */
export function isRateLike(indicator: Indicator): boolean {
  const name = compact(indicator.path.at(-1) ?? "").replace(/\([^()]*\)$/, "");
  const unit = typeof indicator.unit?.raw === "string" ? compact(indicator.unit.raw) : "";
  return /^(?:%|百分比)$/.test(unit) || /(?:率|度|比例|比重|占比|百分比)$/.test(name);
}

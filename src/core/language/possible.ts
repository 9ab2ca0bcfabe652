import { ONE, type Exact } from "../model/exact";
import { measureOf } from "../model/measure";
import type { Quantity } from "../model/quantity";
import type { Definition } from "../rules/definition";
import { readQuantityName } from "./definition/quantity-name";

/** What kind of number a name asks for, as far as its words tell; null where they leave it open. */
export interface Nature {
  /** `amount`: a length, an area, a weight, a time. */
  readonly kind: "count" | "money" | "share" | "amount";
  /** A change, a balance or a saving may be negative. */
  readonly signed: boolean;
  /** A part of a whole: never above 100 %. */
  readonly bounded: boolean;
  /** How many things one of a count's measure is: 10 000 for 万人, of which 1.25 can be; absent: one. */
  readonly each?: Exact;
}

export interface Impossibility {
  readonly zh: string;
  readonly en: string;
}

/** Measures that count things: 12.5 of them can not be. */
const COUNTED = new Set("人 名 户 辆 台 套 件 个 项 次 人次 场 期 篇 家 座 处 所 村 份 册 本 棵 株 头 只".split(" "));
const AMOUNTS = new Set(["length", "area", "volume", "mass", "day", "month"]);
const COUNT =
  /(?:人数|人员数|编制数?|户数|件数|个数|项数|次数|台数|辆数|(?:工作|任务|项目|事项)(?:实际)?(?:完成)?(?:总)?数)$/;
const MONEY = /经费|资金|预算|决算|支出|收入|金额|成本|费用|资产|采购|投资|款/;
const SHARE = /(?:率|比例|比重|占比|满意度|支持度|知晓度|认可度|进度)$/;
const SIGNED =
  /变动|变化|增长|增减|增幅|增加|减少|降低|下降|压减|调整|追加|追减|调增|调减|结转|结余|余额|净|差额|差异|误差|盈亏|亏损|利润|节约|节余|节省|节能|节水|节电|减排|提前|滞后|延迟|缩短|同比|环比|海拔|高程|偏差|偏离|超支|收益率|回报率/;
/** Shares that are part of a whole by what their name says; 完成率, 执行率, 控制率 and 到位率 may pass 100 %. */
const BOUNDED = new RegExp(
  `(?:(?:满意|支持|知晓|认可)度|占比|比重|(?:${[
    "满意 支持 知晓 认可 好评 合格 达标 通过 优良 优秀 良好 准确 正确 合规 规范 完好 完整 齐全 成活 存活 治愈 覆盖 普及 绿化 利用 使用 安排",
    "及时 准时 按时 按期 如期 (?:及时|准时|按时|按期|如期)(?:完成|完工|拨付|办结|支付|交付|上报|报送|发放|验收)",
    "办结 受理 处理 处置 整改 回复 答复 反馈 回访 公开 公示 备案 归档 建档 发放 兑现 入住 入户 签约 持证 采纳",
    "参与 参加 出勤 到课 到会 参保 参合 就业 入学 升学 毕业 录取 巩固 辍学 接种 筛查 抽检 抽查",
    "死亡 患病 发病 感染 发生 空置 闲置 故障 差错 错误 失误 破损 损耗 投诉 返工 流失",
    "节约 节能 节水 节电 减排 压减 下降 降低 减少",
  ]
    .join(" ")
    .replaceAll(" ", "|")})(?:率|比例))$`,
);

/** 较上年增收: a difference, whose name without the year no longer says so. */
const AGAINST_YEAR = /[比较](?:上一?|去|前)年/;

/** What may be used beyond what it was laid out for: extra beds, a second shift. */
const OVERFILLED = /床位?|产能|客座|车位|学位/;

/** The nature of a quantity by its name and measure. An average of people need not be whole. */
export function natureOf(name: string, unit: string | null): Nature | null {
  const { core } = readQuantityName(name);
  const signed = SIGNED.test(core) || AGAINST_YEAR.test(name);
  if (SHARE.test(core)) return { kind: "share", signed, bounded: BOUNDED.test(core) && !OVERFILLED.test(core) };
  const measure = measureOf(unit ?? "");
  if (measure?.dimension === "money") return { kind: "money", signed, bounded: false };
  if (measure && AMOUNTS.has(measure.dimension)) return { kind: "amount", signed, bounded: false };
  if (/平均|人均|户均|每/.test(core)) return null;
  if ((measure && COUNTED.has(measure.dimension)) || (measure === null && COUNT.test(core) && !MONEY.test(core)))
    return { kind: "count", signed, bounded: false, ...(measure ? { each: measure.factor } : {}) };
  return measure === null && MONEY.test(core) ? { kind: "money", signed, bounded: false } : null;
}

/** A share as it is typed: as a fraction (0.95), or in percent points (95). */
export type ShareScale = "fraction" | "points";

/**
 * Why a number can not be what its name asks for; null where it can. A share on a scale that nobody named may be a fraction or
 * percent points, so that only above 100 it can not be (SPEC C19).
 */
export function impossibility(nature: Nature, number: Exact, scale: ShareScale | null = null): Impossibility | null {
  if (!nature.signed && number.compare(0) < 0) return NEGATIVE;
  if (nature.kind === "count" && number.mul(nature.each ?? ONE).d !== 1n) return NOT_WHOLE;
  if (nature.kind !== "share" || !nature.bounded) return null;
  const most = scale === "fraction" ? 1 : 100;
  return number.compare(most) > 0 ? ABOVE_ALL : null;
}

const NEGATIVE: Impossibility = { zh: "不可能是负数", en: "it can not be negative" };
export const NOT_WHOLE: Impossibility = { zh: "应为整数", en: "it must be a whole number" };
const ABOVE_ALL: Impossibility = { zh: "不可能超过 100%", en: "it can not be above 100 %" };

/** Why a quantity's number can not be; null where it can, or where it has none. */
export function impossibleQuantity({ name, unit, source }: Quantity): Impossibility | null {
  const nature = source?.number ? natureOf(name, unit) : null;
  return nature && source?.number ? impossibility(nature, source.number) : null;
}

/**
 * The two names of a definition that is a part over its whole by what it is called (质量达标率=质量达标实际工作数/计划工作数):
 * the first can not be above the second. Null for any other definition.
 */
export function partOfWhole({
  name,
  expression,
}: Definition): { readonly part: string; readonly whole: string } | null {
  if (expression.op !== "divide" || expression.left.op !== "variable" || expression.right.op !== "variable")
    return null;
  if (/[所全]/.test(expression.right.name)) return null;
  return natureOf(name, null)?.bounded === true ? { part: expression.left.name, whole: expression.right.name } : null;
}

/**
 * Why a rate that is a part of a whole by its name can not be what its formula gives (1-不合格数/检查总数 below 0); null where it
 * can, where its two numbers are compared (`partOfWhole`), and where a base of all there is may be smaller than what is used.
 */
export function impossibleRate(definition: Definition, rate: Exact): Impossibility | null {
  const bounds = rateBounds(definition);
  if (bounds === null) return null;
  if (!bounds.signed && rate.compare(0) < 0) return NEGATIVE;
  return rate.compare(1) > 0 ? ABOVE_ALL : null;
}

/** Null where a definition's rate is not held against 0 and 100 %. */
export function rateBounds(definition: Definition): { readonly signed: boolean } | null {
  const nature = natureOf(definition.name, null);
  if (nature?.bounded !== true || partOfWhole(definition) !== null) return null;
  return definition.variables.some((name) => /[所全]/.test(name)) ? null : { signed: nature.signed };
}

const DONE = /^(?:实际)?完成(?:的)?(?:实际)?(?:工作|任务|产出|项目|事项)*(?:总)?(?:数量|数)$/;
const SOME_OF_DONE = /^(?:(?:及时|按时|按期|如期)完成|质量达标|质量合格|达标|合格).*(?:数量|数|产出)$/;

/** The year of what a name says was done in time, or well, of all that was done; null where it says nothing of the kind. */
export function yearOfSomeDone(name: string): number | null {
  const { core, yearOffset } = readQuantityName(name);
  return SOME_OF_DONE.test(core) ? (yearOffset ?? 0) : null;
}

/** The year of all that was done, where a name says that it is that. */
export function yearOfAllDone(name: string): number | null {
  const { core, yearOffset } = readQuantityName(name);
  return DONE.test(core) ? (yearOffset ?? 0) : null;
}

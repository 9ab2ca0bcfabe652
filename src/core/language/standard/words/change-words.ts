/** The words for a figure that falls or rises, and what they say without a number. */
const FALLS = "下降|降低|减少|压减|压缩|下浮|下滑|回落|缩减|节减|削减|节约|节省|降|减";
const RISES = "增长|上升|提高|增加|上涨|提升|上浮|超支|升|增";

export type Sense = "fall" | "rise";

/** 三公经费较上年下降, 降幅: what changes, and which way. */
export interface ChangeWords {
  readonly subject: string;
  readonly sense: Sense;
  /** The word itself: 下降. */
  readonly word: string;
}

const CHANGE = new RegExp(`^(.*?)(${FALLS}|${RISES})(?:了|的?(?:幅度|比例|比率))?(?:为|在|达到?)?$`);

/** Words right before a number; null where they say no change, or name a level that is reached (提高到, 降至). */
export function changeBeforeNumber(words: string): ChangeWords | null {
  const [, subject = "", word = ""] = CHANGE.exec(words) ?? [];
  if (word === "" || /[不未没无非][,能得]*$/.test(subject)) return null;
  return { subject: subject.replace(/^(?:的|且|则|,)+/, ""), sense: senseOf(word), word };
}

/** Words of one group say the same: 下降 and 降低, not 下降 and 压减. */
const GROUPS: readonly string[] = ["压减|压缩|缩减|节减|削减", "节约|节省", "超支"];

/** Whether two words for a change can speak of one figure: of one group, or of opposite ways. */
export const sameChange = (a: ChangeWords, b: ChangeWords): boolean => a.sense !== b.sense || groupOf(a) === groupOf(b);

const groupOf = ({ word }: ChangeWords): number => GROUPS.findIndex((group) => group.split("|").includes(word));

const FALL_WORDS: ReadonlySet<string> = new Set(FALLS.split("|"));
const senseOf = (word: string): Sense => (FALL_WORDS.has(word) ? "fall" : "rise");

/** What a condition without a number says of a change, where a rise is above zero. */
export type Without = ">" | ">=" | "<" | "<=" | "=";

const STAYS = "持平|不变|保持不变|无变化|没有变化|保持稳定|零增长|无增减|没有增减";
const OWN = "(?:了|的|部分|情况|者|时|,)*";
const WORDED: readonly (readonly [RegExp, Without])[] = [
  [new RegExp(`^(.*?)(?:(?:${STAYS})(?:或|或者|及|、)(?:有所)?(?:${FALLS}|负增长)|(?:${FALLS}|负增长)(?:或|或者|及|、)(?:${STAYS})|只减不增|不增反降|零增长或负增长)${OWN}$`), "<="],
  [new RegExp(`^(.*?)(?:(?:${STAYS})(?:或|或者|及|、)(?:有所)?(?:${RISES})|(?:${RISES})(?:或|或者|及|、)(?:${STAYS})|只增不减)${OWN}$`), ">="],
  [new RegExp(`^(.*?)(?:${STAYS})${OWN}$`), "="],
  [new RegExp(`^(.*?)(?:负增长|不升反降|出现下降|有所下降)${OWN}$`), "<"],
  [new RegExp(`^(.*?)(?:正增长|不降反升|不减反增|不降反增|有所增长|有所提高|有所上升)${OWN}$`), ">"],
  [new RegExp(`^(.*?)(?:未|没有|没|不|未能|未实现)(?:${FALLS})${OWN}$`), ">="],
  [new RegExp(`^(.*?)(?:未|没有|没|不|未能|未实现|无)(?:${RISES})${OWN}$`), "<="],
  [new RegExp(`^(.*?)(?:${FALLS})${OWN}$`), "<"],
  [new RegExp(`^(.*?)(?:${RISES})${OWN}$`), ">"],
]; // prettier-ignore

/** 上升, 未降低, 与上年持平: the subject before it and the comparison with zero; null for any other words. */
export function changeWithoutNumber(words: string): { readonly subject: string; readonly op: Without } | null {
  for (const [pattern, op] of WORDED) {
    const match = pattern.exec(words);
    if (match) return { subject: match[1] ?? "", op };
  }
  return null;
}

const SINCE =
  /(?:与|较|比|同|和)(?:上一?|去|前|往)年?(?:年度?|同期|度)*(?:水平|同期|实际)?(?:数|额|相比|比较)?|同比|环比|同期|年度|当年|本年/g;

/** 三公经费 for 三公经费较上年: the figure that changes, without what it is compared with. */
export const withoutSince = (subject: string): string => subject.replace(SINCE, "").replace(/[,的"']|^有所?/g, "");

const CHANGE_NAME = new RegExp(
  `(?:(${FALLS})|${RISES}|变动|变化|增减|波动)(?:率|幅度?|比例|比率)$|(降幅|减幅)$|(?:增幅|升幅|涨幅|增速)$`,
);

/** Which way is above zero in a figure by its name: 变动率 and 增长率 rise, 下降率 and 节约率 fall; null for other names. */
export function signOfName(name: string): Sense | null {
  const match = CHANGE_NAME.exec(name);
  return match && (match[1] !== undefined || match[2] !== undefined ? "fall" : "rise");
}

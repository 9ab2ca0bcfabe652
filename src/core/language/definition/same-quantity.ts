import { compact } from "../../model/text";
import { phaseExplained, readQuantityName, type Phase, type QuantityName } from "./quantity-name";

/** A name with what its text says of it. */
export interface PrintedName {
  readonly name: string;
  readonly explanation: string | null;
}

/** From here on two names differ in nothing but typing and plain words. */
export const SAME_NAME = 0.95;

/** How two printed names stand to each other: 0 speaks of two things, 1 of one; `contrary` where their own words exclude each other. */
export interface NameRelation {
  readonly likeness: number;
  readonly contrary: boolean;
}

/**
 * Whether two names mean one quantity, whatever words a form chose for it (在职人员数, 年末在职人数): year, planned or actual,
 * and stage must not contradict each other, and the rest must share words. An official wording (`strict`) leaves no freedom
 * but typing: what one name adds to the other is another quantity (SPEC M15).
 */
export function relateNames(a: PrintedName, b: PrintedName, strict: boolean): NameRelation {
  const [left, right] = [readQuantityName(a.name), readQuantityName(b.name)];
  const isOther = contrary(left, right, strict) || explainedOtherwise(left, a, right, b);
  if (isOther || (strict && dropsThisYear(left, a, b))) return { likeness: 0, contrary: true };
  if (left.core === right.core) return { likeness: 1, contrary: false };
  const [one, other] = [bareName(left), bareName(right)];
  const samePhase = phaseSaid(left, a) !== null && phaseSaid(left, a) === phaseSaid(right, b);
  if (one === other || (samePhase && unphased(left) === unphased(right))) {
    return { likeness: SAME_NAME, contrary: false };
  }
  return { likeness: strict ? 0 : sharedUnits(one, other), contrary: false };
}

/** Whether two names may be one quantity of which one name leaves the phase to the text around it (三公经费总额, 三公经费预算数). */
export function differInPhaseOnly(a: PrintedName, b: PrintedName): boolean {
  const bare = ({ name }: PrintedName): string => unphased(readQuantityName(name));
  return !relateNames(a, b, false).contrary && bare(a) === bare(b);
}

const unphased = (name: QuantityName): string => bareName(name).replace(/(?:支出)?(?:预算|决算)|支出$/g, "");

function contrary(a: QuantityName, b: QuantityName, strict: boolean): boolean {
  if (a.year !== null && b.year !== null) {
    if (a.year !== b.year) return true;
  } else if (a.year === null && b.year === null && (a.yearOffset ?? 0) !== (b.yearOffset ?? 0)) return true;
  const [one, other] = [happens(a.core), happens(b.core)];
  if (one !== null && other !== null && one !== other) return true;
  if (a.stage !== null && b.stage !== null) return a.stage !== b.stage;
  return strict && a.stage !== b.stage;
}

const THIS_YEAR = /本年|当年|今年|(?:报告|评价)年/;

/** 结转结余总额 for 本年度结转结余总额: what was left over in other years is in it, too, unless its explanation says not. */
const dropsThisYear = (left: QuantityName, a: PrintedName, b: PrintedName): boolean =>
  left.yearOffset === null && left.year === null && THIS_YEAR.test(b.name) && !THIS_YEAR.test(a.explanation ?? "");

/** 三公经费总额, explained as 年度预算安排的…, is no final account. */
function explainedOtherwise(left: QuantityName, a: PrintedName, right: QuantityName, b: PrintedName): boolean {
  const [one, other] = [phaseSaid(left, a), phaseSaid(right, b)];
  return one !== null && other !== null && one !== other;
}

/** The phase that the name gives, else its explanation. */
const phaseSaid = (name: QuantityName, { explanation }: PrintedName): Phase | null =>
  name.phase ?? phaseExplained(name, explanation);

const KINDS: readonly (readonly [RegExp, "planned" | "actual"])[] = [
  [/实际|决算/, "actual"],
  [/计划|应当|应(?=完成|支付|办)|既定|预定|拟定/, "planned"],
  [/执行|完成|办结|达标/, "actual"],
  [/预算|批复|批准|核定|安排|下达|交办/, "planned"],
];

/** What is planned, approved or ordered, against what came of it; null where the name says neither. */
const happens = (core: string): "planned" | "actual" | null => KINDS.find(([words]) => words.test(core))?.[1] ?? null;

/** Words that name a quantity no closer, and words that forms use for one another. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/总(?=支出|收入|资产|预算|数|额|量|人)/g, ""],
  [/(?:总金额|总额|总数|总量|金额|数额|数量|数|额)/g, ""],
  [/实际|全年|年度|年末|期末|所有|全部|部门|单位|\(|\)|的/g, ""],
  [/人员/g, "人"],
  [/实有|现有|核定|批复|批准|^人(?=编制)/g, ""],
  [/支出预算|预算安排/g, "预算"],
  [/^(?:预算)?(?:执行|完成|支出|实现)$/, "支出"],
  [/^(支出|预算)(.*(?:经费|资金|费用?|款项?))$/, "$2$1"],
  [/按时|按期|如期/g, "及时"],
  [/招待/g, "接待"],
  [/车辆/g, "车"],
];

function bareName({ core }: QuantityName): string {
  const words = compact(core);
  const bare = PLAIN.reduce((form, [pattern, plain]) => form.replace(pattern, plain), words);
  return bare === "" ? words : bare;
}

/** The share of characters that two words have in common: 2·common ÷ both lengths. */
function sharedUnits(a: string, b: string): number {
  const rest = Array.from(b);
  let common = 0;
  for (const unit of a) {
    const found = rest.indexOf(unit);
    if (found < 0) continue;
    rest.splice(found, 1);
    common++;
  }
  return (2 * common) / (Array.from(a).length + Array.from(b).length);
}

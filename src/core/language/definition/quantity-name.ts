import { yearWordOf } from "./year-word";
import { compact, nameKey } from "../../model/text";

/** A printed name taken apart: what it is of, of which year, in which phase of the budget (SPEC Q1, Q3). */
export interface QuantityName {
  /** Canonical, without spaces, quotation marks, a unit in brackets at the end and words for the year. */
  readonly core: string;
  /** `core` without words for phase and measure, in the one form in which labels are compared; "" is the whole department. */
  readonly subject: string;
  readonly yearOffset: number | null;
  /** A year in figures; null where there is none. */
  readonly year: number | null;
  readonly phase: Phase | null;
  /** 年初, 调整后, 追加: budgets that differ although they share a phase. */
  readonly stage: Stage | null;
  readonly unit: string | null;
}

export type Phase = "budget" | "final";
export type Stage = "initial" | "adjusted" | "added";

export function readQuantityName(printed: string): QuantityName {
  const whole = compact(printed).replace(/["'《》]/g, "");
  const key = nameKey(printed);
  const unit = whole.length > key.length ? whole.slice(key.length + 1, -1).replace(/^(?:单位:)?(?:人民币)?/, "") : null;
  const year = yearWordOf(key);
  const core = year ? year.rest : key;
  const phase = phaseOf(core);
  return {
    core,
    // Only labels are compared by it, and it takes longer than all the rest.
    get subject() {
      return subjectOf(core);
    },
    yearOffset: year?.offset ?? null,
    year: year?.year ?? null,
    phase,
    stage: phase === "final" ? null : stageOf(core),
    unit,
  };
}

const MEASURE = /(?:总金额|总额|总数|总量|金额|数额|数|额)$/;
const BUDGET_END = /(?:预算安排|预算批复|预算下达|支出预算|预算)$/;
const FINAL_END = /(?:支出决算|决算|实际支出|实际发生|实际使用)$/;
const BUDGET_START = /^(?:预算安排|预算批复|批复预算)的?/;
const FINAL_START = /^(?:实际支出|实际发生|决算)的?/;
/** 实际政府采购金额 is an account, 实际在职人数 is a count. */
const ACTUAL_MONEY = /^实际(?!.*资产)(?=.*(?:金额|总额|经费|资金|支出)$)/;
const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [/年初|初始|期初(?=预算)/, "initial"],
  [/调整后|调整(?=预算)|变更后/, "adjusted"],
  [/追加|调增/, "added"],
];

function phaseOf(core: string): Phase | null {
  const bare = core.replace(MEASURE, "");
  if (FINAL_END.test(bare) || FINAL_START.test(core) || ACTUAL_MONEY.test(core)) return "final";
  return BUDGET_END.test(bare) || BUDGET_START.test(core) ? "budget" : null;
}

const stageOf = (core: string): Stage | null => STAGES.find(([pattern]) => pattern.test(core))?.[1] ?? null;

/** Small differences of typing that never tell two quantities apart. */
const SAME_SUBJECT: readonly (readonly [RegExp, string])[] = [
  [/人员/g, "人"],
  [/^(?:年末|期末)(?=.*人$)/, ""],
  [/^(?:实际|实有|现有)(?=.*人$)/, ""],
  [/^(?:核定|批复|批准|落实)(?=.*编制)/, ""],
  [/^人(?=编制$)/, ""],
  [/编制人$/, "编制"],
  [/^(?:部门|单位|本部门|本单位)?(?:整体支出|整体)$/, ""],
  [/^(?:部门|单位|本部门|本单位)$/, ""],
];

function subjectOf(core: string): string {
  let subject = core.replace(BUDGET_START, "").replace(FINAL_START, "").replace(ACTUAL_MONEY, "").replace(MEASURE, "");
  subject = subject.replace(BUDGET_END, "").replace(FINAL_END, "").replace(MEASURE, "");
  if (stageOf(core) !== null && phaseOf(core) === "budget")
    subject = subject.replace(/(?:年初|初始|调整后?|变更后|追加|调增)$/, "");
  return SAME_SUBJECT.reduce((form, [pattern, plain]) => form.replace(pattern, plain), subject);
}

/** Words in the form in which subjects are compared, nothing taken away that tells two things apart. */
export const comparable = (words: string): string =>
  compact(words)
    .replace(/["'《》]/g, "")
    .replace(/人员/g, "人");

/** Names of one identity share the key: name, year and phase as the name itself gives them. */
export const identityKey = (name: QuantityName): string =>
  [name.core, name.year ?? name.yearOffset ?? "", name.phase ?? ""].join("|");

/** An amount of money at rest: what is executed, adjusted or left over is neither a budget nor a final account. */
const AMOUNT = /(?:总额|金额|经费|资金|支出|费用?)$/;
const MOVEMENT = /执行|完成|调整|结转|结余|追加|进度/;

/**
 * The phase that an explanation settles where the name leaves it open: “三公经费”：年度预算安排的…. It must say so at once;
 * 以部门决算编制口径为准, further on, tells how heads are counted.
 */
export function phaseExplained(name: QuantityName, explanation: string | null): Phase | null {
  if (explanation === null || !AMOUNT.test(name.core) || MOVEMENT.test(name.core)) return null;
  const opening = compact(explanation.slice(0, 40));
  if (/^(?:部门|单位|本部门|本单位)?(?:本年度|上年度|本年|上年|年度|年初)?(?:预算安排|预算批复|批复预算)/.test(opening))
    return "budget";
  return /^(?:部门|单位|本部门|本单位)?(?:本年度|上年度|本年|上年|年度)?(?:决算|实际支出)/.test(opening)
    ? "final"
    : null;
}

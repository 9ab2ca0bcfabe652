import type { Exact } from "../../../model/exact";
import { numeralAt } from "./numeral";
import { refuse } from "./problem";
import { problems } from "./problems";
import type { Span } from "./token";

/** What the text says of an incomplete step, and where it says so (the words are spent on that). */
export interface PartialSteps {
  readonly mode: "whole" | "started" | "proRata";
  readonly span: Span;
  /** The step it repeats: 不足1个百分点; null where it names none. */
  readonly step: Exact | null;
}

const AMOUNT =
  "((?:\\d{1,3}(?:\\.\\d{1,3})?|[一二两三五十半])?(?:个?百分点|%|‰|个月|个工作日|个|次|天|日|项|步长|部分)?)";
const OPEN = `\\(?(?:不足|不满|未满)${AMOUNT}(?:的|者|部分)?,?(?:均|也|都)?`;
const FORMS: readonly (readonly [PartialSteps["mode"], RegExp])[] = [
  ["proRata", new RegExp(`${OPEN}(?:按照|按)(?:实际|相应|同等)?比例(?:计算|计扣|扣分|扣减|折算|计|扣)?\\)?`)],
  ["started", new RegExp(`${OPEN}(?:按照|按|以|视为|算作|计为)${AMOUNT}(?:计算|计扣|计|扣分|扣减|扣|算|处理)?\\)?`)],
  ["whole", new RegExp(`${OPEN}(?:不扣分|不予扣分|不计算|不计扣|不计|不扣|忽略不计|忽略|舍去)\\)?`)],
];

/** 不足一个百分点按一个百分点计算 (started), 不足1%不扣分 (whole), 不足的按比例扣 (proRata). */
export function readPartialSteps(text: string): PartialSteps | null {
  if (!/不足|不满|未满/.test(text)) return null;
  for (const [mode, pattern] of FORMS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [whole, size = "", again = ""] = match;
    const step = sizeOf(size);
    const repeated = sizeOf(again);
    if (mode === "started" && repeated === null) continue;
    if (step && repeated && !step.equals(repeated)) refuse(match.index, problems.thresholds);
    return { mode, span: { at: match.index, end: match.index + whole.length }, step: step ?? repeated };
  }
  return null;
}

function sizeOf(text: string): Exact | null {
  const number = numeralAt(text, 0);
  if (!number) return null;
  const unit = text.slice(number.end);
  const scale = /^个?百分点$|^%$/.test(unit) ? 100 : unit === "‰" ? 1000 : 1;
  return number.value.div(scale);
}

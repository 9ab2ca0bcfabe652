import type { Span } from "./token";

/** What the text says of an incomplete step, and where it says so (the words are spent on that). */
export interface PartialSteps {
  readonly mode: "whole" | "started" | "proRata";
  readonly span: Span;
}

const UNIT = "(?:1|一|0\\.\\d|[半\\d]{1,3})?(?:个?百分点|%|‰|个|次|天|日|个月|项|步长|部分)?";
const FORMS: readonly (readonly [PartialSteps["mode"], RegExp])[] = [
  ["started", new RegExp(`\\(?(?:不足|不满|未满)${UNIT}(?:的|者|部分)?,?(?:均|也|都)?(?:按照|按|以|视为|算作|计为)${UNIT}(?:计算|计扣|计|扣分|扣减|扣|算|处理)?\\)?`)],
  ["proRata", new RegExp(`\\(?(?:不足|不满|未满)${UNIT}(?:的|者|部分)?,?(?:均|也|都)?(?:按照|按)(?:实际|相应|同等)?比例(?:计算|计扣|扣分|扣减|折算|计|扣)?\\)?`)],
  ["whole", new RegExp(`\\(?(?:不足|不满|未满)${UNIT}(?:的|者|部分)?,?(?:均|也|都)?(?:不扣分|不予扣分|不计算|不计扣|不计|不扣|忽略不计|忽略|舍去)\\)?`)],
]; // prettier-ignore

/** 不足一个百分点按一个百分点计算 (started), 不足1%不扣分 (whole), 不足的按比例扣 (proRata). */
export function readPartialSteps(text: string): PartialSteps | null {
  if (!/不足|不满|未满/.test(text)) return null;
  for (const [mode, pattern] of [FORMS[1], FORMS[0], FORMS[2]].filter((form) => form !== undefined)) {
    const match = pattern.exec(text);
    if (match) return { mode, span: { at: match.index, end: match.index + match[0].length } };
  }
  return null;
}

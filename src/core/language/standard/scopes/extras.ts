import { ZERO } from "../../../model/exact";
import type { Applicability, Gate } from "../../../rules/rule";
import type { Case } from "./choices";
import type { Frame, Item, Part } from "./frame";
import { bareWords, gateName } from "../conditions/question";
import { scopeOf } from "../words/zero-words";
import { EXCEPTION } from "../words/note-words";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { DROPPED, NOT_APPLICABLE, SURE } from "../words/award-words";

/** Worded cases beside a rule that is complete without them. */
export interface Extras {
  readonly gate: Gate | null;
  readonly applicability: Applicability | null;
}

/** A part of a rule with the gate and the not-applicable clause printed beside it. */
export interface Whole extends Part, Extras {}

/** What is asked where a text leaves a case out of its rule. */
export const appliesUnless = (words: string): Gate["input"] => yesNo(`适用（并非“${words}”）`);

/** 没有…项目的按满分计算 is not applicable; 未设置绩效目标的不得分 is a gate; anything else has no place here. */
export function extrasOf(cases: readonly (Case & { readonly item: Item })[], frame: Frame): Extras {
  let gate: Gate | null = null;
  let applicability: Applicability | null = null;
  for (const one of cases) {
    if (one.words === "" || one.rest) return refuse(one.at, problems.mixed);
    if (EXCEPTION.test(one.words)) return refuse(one.at, problems.exception);
    if (one.score.equals(frame.full) && NOT_APPLICABLE.test(one.words)) {
      if (applicability) refuse(one.at, problems.repeated);
      applicability = { input: appliesUnless(one.words), treatment: "full" };
    } else if (one.score.equals(ZERO) && SURE.test(one.words)) {
      if (applicability) refuse(one.at, problems.repeated);
      applicability = { input: appliesUnless(one.words), treatment: "zero" };
    } else if (one.score.equals(ZERO)) {
      if (gate) refuse(one.at, problems.twoSteps);
      gate = { input: yesNo(gateName(withoutScope(one.words))), otherwise: ZERO };
    } else refuse(one.at, problems.mixed);
    one.item.used = true;
  }
  return { gate, applicability };
}

/** 没有此项工作的不适用, 不涉及的不参与评分: what it is worth is a setting; null for words that say no such thing. */
export function droppedCase(words: string): Applicability | null {
  const when = DROPPED.exec(words)?.[1];
  if (when === undefined) return null;
  return { input: appliesUnless(when === "" ? words : when), treatment: "setting" };
}

/** 发生重大事故的,本项: what the zero closes is no part of what is asked. */
const withoutScope = (words: string): string => bareWords(words.slice(0, scopeOf(words).end).replace(/,+$/, ""));

const yesNo = (name: string): Gate["input"] => ({ name, type: "yesNo", unit: null });

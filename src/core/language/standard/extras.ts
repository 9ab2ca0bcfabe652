import { ZERO } from "../../model/exact";
import type { Applicability, Gate } from "../../rules/rule";
import type { Case } from "./choices";
import type { Frame, Item } from "./frame";
import { gateName } from "./conditions/question";
import { EXCEPTION } from "./notes";
import { refuse } from "./words/problem";
import { problems } from "./words/problems";

/** Worded cases beside a rule that is complete without them. */
export interface Extras {
  readonly gate: Gate | null;
  readonly applicability: Applicability | null;
}

const NOT_APPLICABLE =
  /不涉及|不适用|未涉及|^(?:如|若|当年|本年度?|年度|部门|单位|对)?(?:没有|无|未安排|未开展|未设置|未发生|未实施|未产生|未发现|未查出|未检查出|未出现|未收到|不存在|不需要?)(?!.*(?:制度|办法|资料|佐证|依据|目标|报告|计划|方案|公开))/;
const SURE = /不涉及|不适用|未涉及/;

/** 没有…项目的按满分计算 is not applicable; 未设置绩效目标的不得分 is a gate; anything else has no place here. */
export function extrasOf(cases: readonly (Case & { readonly item: Item })[], frame: Frame): Extras {
  let gate: Gate | null = null;
  let applicability: Applicability | null = null;
  for (const one of cases) {
    if (one.words === "" || one.rest) return refuse(one.at, problems.mixed);
    if (EXCEPTION.test(one.words)) return refuse(one.at, problems.exception);
    if (one.score.equals(frame.full) && NOT_APPLICABLE.test(one.words)) {
      if (applicability) refuse(one.at, problems.repeated);
      applicability = { input: yesNo(`适用（并非“${one.words}”）`), treatment: "full" };
    } else if (one.score.equals(ZERO) && SURE.test(one.words)) {
      if (applicability) refuse(one.at, problems.repeated);
      applicability = { input: yesNo(`适用（并非“${one.words}”）`), treatment: "zero" };
    } else if (one.score.equals(ZERO)) {
      if (gate) refuse(one.at, problems.twoSteps);
      gate = { input: yesNo(gateName(one.words)), otherwise: ZERO };
    } else refuse(one.at, problems.mixed);
    one.item.used = true;
  }
  return { gate, applicability };
}

const DROPPED =
  /^(?:如|若)?(.*?)(?:的|者|时)?,?(?:则|可)?(?:本项|该项|此项|该指标|本指标)?(?:不适用|不参与(?:评分|评价|考核|计分)|不纳入(?:评分|评价|考核|计分)(?:范围)?|予以剔除|剔除|不计入总分)$/;

/** 没有此项工作的不适用, 不涉及的不参与评分: what it is worth is a setting; null for words that say no such thing. */
export function droppedCase(words: string): Applicability | null {
  const when = DROPPED.exec(words)?.[1];
  if (when === undefined) return null;
  return { input: yesNo(`适用（并非“${when === "" ? words : when}”）`), treatment: "setting" };
}

const yesNo = (name: string): Gate["input"] => ({ name, type: "yesNo", unit: null });

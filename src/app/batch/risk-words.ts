import type { Language } from "../failure-words";
import type { Risk } from "./batch-summary";

/** Why a table should be looked at, in a few words: 错误 3、自评高于复算 2.5 分. */
export function riskText({ errors, claimed, copied, outliers, template, warnings }: Risk, lang: Language): string {
  const say = (count: number, zh: string, en: string): readonly string[] =>
    count > 0 ? [lang === "zh" ? zh.replace("#", String(count)) : en.replace("#", String(count))] : [];
  return [
    ...say(errors, "错误 #", "# errors"),
    ...say(claimed, "自评高于复算 # 分", "self score # marks above the recomputed one"),
    ...say(copied, "与他单位雷同的原因 #", "# reasons shared with others"),
    ...say(outliers, "离群 # 项", "# outliers"),
    ...say(template, "改动表式 # 处", "# changes of the form"),
    ...say(warnings, "警告 #", "# warnings"),
  ].join(lang === "zh" ? "、" : ", ");
}

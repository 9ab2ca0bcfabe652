import { unreachable } from "../core/model/result";
import type { SettingProblem } from "../core/rules/settings";
import type { Language } from "./failure-words";

/** Says what is wrong with the settings that were given, and what is allowed. */
export const wordSettingProblem = (problems: readonly SettingProblem[], lang: Language): string =>
  problems.map((problem) => word(problem, lang)).join(lang === "zh" ? "；" : "; ");

function word(problem: SettingProblem, lang: Language): string {
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  switch (problem.problem) {
    case "no-equals-sign":
      return say(`设置“${problem.given}”应写成 名称=值`, `write the setting "${problem.given}" as KEY=VALUE`);
    case "unknown-key":
      return say(
        `没有“${problem.key}”这项设置，可用：${problem.allowed.join(" ")}`,
        `no setting is called "${problem.key}"; use one of ${problem.allowed.join(" ")}`,
      );
    case "bad-value":
      return say(
        `${problem.key} 不能是“${problem.value}”，可用：${problem.allowed.join(" | ")}`,
        `${problem.key} can not be "${problem.value}"; use ${problem.allowed.join(" | ")}`,
      );
    default:
      return unreachable(problem);
  }
}

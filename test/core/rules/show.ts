import { exactText } from "../../../src/core/model/exact";
import { evaluateRule } from "../../../src/core/rules/score";
import type { Rule } from "../../../src/core/rules/rule";
import { answers, settings } from "./build";
import type { Value } from "../../../src/core/model/value";
import type { Settings } from "../../../src/core/rules/setting-types";

/** A score as tests compare it: its exact text, 不适用, or 缺 with the names of what is missing. */
export function scoreOf(rule: Rule, given: Record<string, string | Value>, more: Partial<Settings> = {}): string {
  const { value } = evaluateRule(rule, answers(given), settings(more));
  switch (value.state) {
    case "known":
      return exactText(value.number);
    case "notVerifiable":
      return `缺 ${value.missing.join("、")}`;
    case "notApplicable":
      return "不适用";
    case "blank":
      return "blank";
  }
}

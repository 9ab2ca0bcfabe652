import { readNumber } from "../../app/inputs-file";
import { wordSettingProblem } from "../../app/setting-words";
import { readStandard } from "../../core/language/standard/read";
import type { Exact } from "../../core/model/exact";
import { describeRule, type RuleDescription } from "../../app/describe-rule";
import { mergeSettings, readSettings } from "../../core/rules/settings";
import { UsageError, type CommandLine } from "../arguments";
import { EXIT, type Terminal } from "../terminal";

/** `rule --text T --full N`: what a printed standard says, its formula, and its score for the values given. */
export function rule({ options }: CommandLine, terminal: Terminal): Promise<number> {
  const { text, full, name, lang, format } = options;
  if (text === undefined)
    throw new UsageError("缺少 --text：请给出所印的评分标准。", "Give the printed standard with --text.");
  const fullMark = full === undefined ? null : readNumber(full);
  if (!fullMark)
    throw new UsageError("缺少 --full：请给出满分，如 --full 5。", "Give the full mark with --full, such as --full 5.");
  const chosen = readSettings(options.set);
  if (!chosen.ok)
    throw new UsageError(wordSettingProblem(chosen.failure, "zh"), wordSettingProblem(chosen.failure, "en"));
  const reading = readStandard(text, fullMark, name === undefined ? {} : { name });
  if (!reading.ok) {
    const reason = reading.reason[lang];
    const json = { kind: null, reason, position: reading.reason.position, near: reading.reason.near };
    terminal.out(format === "text" ? `${reason}\n` : `${JSON.stringify(json, null, 2)}\n`);
    return Promise.resolve(EXIT.errors);
  }
  const { settings } = mergeSettings({ reviewer: chosen.value });
  const described = describeRule(reading.rule, { at: values(options.at), lang, settings });
  terminal.out(format === "text" ? ruleText(described, lang) : `${JSON.stringify(described, null, 2)}\n`);
  return Promise.resolve(EXIT.clean);
}

/** "0.95,102%": every value must be a number. */
function values(at: string | undefined): Exact[] {
  if (at === undefined) return [];
  return at
    .split(/[,，、\s]+/)
    .filter(Boolean)
    .map((typed) => {
      const value = readNumber(typed);
      if (!value) throw new UsageError(`--at 的“${typed}”不是数字。`, `"${typed}" in --at is not a number.`);
      return value;
    });
}

function ruleText(of: RuleDescription, lang: "zh" | "en"): string {
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const inputs = of.inputs.map((input) => `${input.name}${input.options ? `（${input.options.join(" / ")}）` : ""}`);
  const lines = [
    `${say("类型", "Kind")}  ${of.clauses.map(kindOf).join(" + ") || of.kind}`,
    `${say("读法", "Reading")}  ${of.explanation}`,
    `${say("需要", "Needs")}  ${inputs.join(say("、", ", "))}`,
    `${say("公式", "Formula")}  ${of.formula}`,
    ...of.points.map(({ value, score, why }) =>
      score === null ? `  ${value} → ${why ?? ""}` : `  ${value} → ${score}${say(" 分", "")}`),
  ]; // prettier-ignore
  if (of.ambiguity !== null) lines.push(`${say("原文未写明", "Left open by the text")}  ${of.ambiguity}`);
  if (of.faults.length > 0)
    lines.push(`${say("标准自身的问题", "Faults of the standard")}  ${of.faults.join(say("；", "; "))}`);
  return `${lines.join("\n")}\n`;
}

const kindOf = (clause: unknown): string =>
  typeof clause === "object" && clause !== null && "kind" in clause ? String(clause.kind) : "";

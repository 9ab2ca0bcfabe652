import { readNumber } from "../../app/inputs-file";
import { wordSettingProblem } from "../../app/setting-words";
import { readAnswers } from "../../app/rule-answers";
import { readEffects } from "../../core/language/standard/effects";
import { readStandard } from "../../core/language/standard/read";
import type { Exact } from "../../core/model/exact";
import { describeRule, type RuleDescription } from "../../app/describe-rule";
import { settingKey } from "../../core/rules/setting-labels";
import { mergeSettings, readSettings } from "../../core/rules/settings";
import { ruleInputs } from "../../core/rules/score";
import { UsageError, type CommandLine } from "../arguments";
import { EXIT, type Terminal } from "../terminal";

/** `rule --text T --full N`: what a printed standard says, its formula, and its score for the values given. */
export function rule({ options }: CommandLine, terminal: Terminal): Promise<number> {
  const { text, full, name, explanation, lang, format } = options;
  if (text === undefined)
    throw new UsageError("缺少 --text：请给出所印的评分标准。", "Give the printed standard with --text.");
  const fullMark = full === undefined ? null : readNumber(full);
  if (!fullMark)
    throw new UsageError("缺少 --full：请给出满分，如 --full 5。", "Give the full mark with --full, such as --full 5.");
  const isSetting = (set: string): boolean => settingKey(set.split(/[=＝]/)[0] ?? "") !== null;
  const chosen = readSettings(options.set.filter(isSetting));
  if (!chosen.ok)
    throw new UsageError(wordSettingProblem(chosen.failure, "zh"), wordSettingProblem(chosen.failure, "en"));
  const reading = readStandard(text, fullMark, {
    ...(name === undefined ? {} : { name }),
    ...(explanation === undefined ? {} : { explanation }),
  });
  const shown = format ?? (terminal.outIsTerminal ? "text" : "json");
  if (!reading.ok) {
    const reason = reading.reason[lang];
    const { position, near, code, phase, span } = reading.reason;
    const wants = reading.reason.wants[lang];
    const json = { kind: null, reason, code, phase, position, near, span, wants, effects: readEffects(text) };
    const help =
      lang === "zh" ? `“${near}”处：${reason}\n可改写：${wants}` : `at “${near}”: ${reason}\nwould help: ${wants}`;
    terminal.out(shown !== "json" ? `${help}\n` : `${JSON.stringify(json, null, 2)}\n`);
    return Promise.resolve(EXIT.errors);
  }
  const { settings } = mergeSettings({ reviewer: chosen.value });
  const answers = readAnswers(
    options.set.filter((set) => !isSetting(set)),
    ruleInputs(reading.rule),
  );
  if (!answers.ok) throw new UsageError(answers.failure.zh, answers.failure.en);
  const described = describeRule(reading.rule, { at: values(options.at), answers: answers.value, lang, settings });
  terminal.out(shownAs(shown, described, text, lang));
  return Promise.resolve(EXIT.clean);
}

function shownAs(
  format: "text" | "json" | "tree" | "sarif",
  described: RuleDescription,
  text: string,
  lang: "zh" | "en",
): string {
  if (format === "text") return ruleText(described, lang);
  if (format === "tree") return `${described.tree}\n`;
  return `${JSON.stringify({ ...described, effects: readEffects(text) }, null, 2)}\n`;
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
  const inputs = of.inputs.map(
    ({ name, options, gate }) =>
      `${name}${options ? `（${options.join(" / ")}）` : ""}${gate ? say("（前提）", " (gate)") : ""}`,
  );
  const lines = [
    `${say("类型", "Kind")}  ${of.clauses.map(kindOf).join(" + ") || of.kind}`,
    `${say("读法", "Reading")}  ${of.explanation}`,
    `${say("需要", "Needs")}  ${inputs.join(say("、", ", "))}`,
    `${say("公式", "Formula")}  ${of.formula}`,
    ...of.points.map(({ value, score, why }) =>
      score === null ? `  ${value} → ${why ?? ""}` : `  ${value} → ${score}${say(" 分", "")}`),
  ]; // prettier-ignore
  if (Object.keys(of.set).length > 0)
    lines.push(
      of.score === null
        ? `${say("还缺", "Missing")}  ${of.missing.join(say("、", ", "))}`
        : `${say("得分", "Score")}  ${of.score}${say(" 分", "")}`,
    );
  if (of.ambiguity !== null) lines.push(`${say("原文未写明", "Left open by the text")}  ${of.ambiguity}`);
  if (of.faults.length > 0)
    lines.push(`${say("标准自身的问题", "Faults of the standard")}  ${of.faults.join(say("；", "; "))}`);
  return `${lines.join("\n")}\n`;
}

const kindOf = (clause: unknown): string =>
  typeof clause === "object" && clause !== null && "kind" in clause ? String(clause.kind) : "";

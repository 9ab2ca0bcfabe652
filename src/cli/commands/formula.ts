import { decimalText, exactFromDouble } from "../../core/model/exact";
import { describeFormula, type FormulaCommandFailure, type FormulaDescription } from "../../app/describe-formula";
import { UsageError, type CommandLine } from "../arguments";
import { EXIT, type Terminal } from "../terminal";

/** `formula --text T [--set NAME=V]…`: what a printed definition says, and its value for the numbers given (SPEC D11). */
export function formula({ options }: CommandLine, terminal: Terminal): Promise<number> {
  const { text, set, lang } = options;
  const format = options.format ?? (terminal.outIsTerminal ? "text" : "json");
  if (text === undefined)
    throw new UsageError("缺少 --text：请给出所印的计算公式。", "Give the printed definition with --text.");
  const described = describeFormula(text, set, lang);
  if (described.ok) {
    terminal.out(
      format === "text" ? formulaText(described.value, lang) : `${JSON.stringify(described.value, null, 2)}\n`,
    );
    return Promise.resolve(EXIT.clean);
  }
  const failure = described.failure;
  if (failure.kind !== "definition") throw new UsageError(failure.zh, failure.en);
  terminal.out(
    format === "text" ? `${unreadText(failure, lang)}\n` : `${JSON.stringify(unreadJson(failure, lang), null, 2)}\n`,
  );
  return Promise.resolve(EXIT.errors);
}

function formulaText(of: FormulaDescription, lang: "zh" | "en"): string {
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const lines = [
    `${of.name} = ${of.expression}${of.percent ? " × 100%" : ""}`,
    `${say("数据", "Quantities")}  ${of.variables.join(say("、", ", "))}`,
    `${say("公式", "Formula")}  ${of.formula}`,
  ];
  if (of.value !== null) {
    const shown = of.percent ? `${decimalText(exactFromDouble(of.value).mul(100), 4)}%` : String(of.value);
    lines.push(`${say("结果", "Value")}  ${of.exact === null ? "" : `${of.exact} = `}${shown}`);
  } else if (of.zeroBase !== null) {
    lines.push(`${say("结果", "Value")}  ${say(`${of.zeroBase} 为 0，无法计算`, `${of.zeroBase} is zero`)}`);
  } else lines.push(`${say("还缺", "Missing")}  ${of.missing.join(say("、", ", "))}`);
  if (of.ambiguity !== null) lines.push(`${say("说明", "Note")}  ${of.ambiguity}`);
  return `${lines.join("\n")}\n`;
}

type Unread = Extract<FormulaCommandFailure, { kind: "definition" }>;

const unreadText = ({ problem }: Unread, lang: "zh" | "en"): string => problem[lang];

const unreadJson = ({ problem }: Unread, lang: "zh" | "en") => ({
  name: null,
  reason: problem[lang],
  position: problem.position,
});

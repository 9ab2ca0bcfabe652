import type { AuditedCell } from "../../app/audited-cell";
import type { Neighbour } from "../../app/cell-neighbours";
import type { Language } from "../../app/failure-words";
import { absenceWords } from "../../core/audit/absence-words";
import { reasonWords } from "../../core/audit/reason-words";
import { displayText } from "../../core/formula/number-format";
import type { CalculatedCell } from "../../core/formula/calculation";
import { decimalText } from "../../core/model/exact";
import { a1, shownAddress } from "../../core/workbook/address";
import { tinter } from "../terminal";
import { findingLines } from "./findings-text";

/** One audited cell as a person reads it: what it is, what it shows, what it should, and what hangs on it. */
export function cellText(cell: AuditedCell, file: string, lang: Language, colour: boolean): string {
  const { passport, shown, coveredBy, formula, comparison, verdict, findings } = cell;
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const paint = tinter(colour);
  const line = (zh: string, en: string, text: string): string => `${say(zh, en)}${say("：", ": ")}${text}`;
  const { role, why, whose, precedents, dependents } = passport;
  const owner = {
    yours: [],
    ours: [say("评核栏", "a cell of ours")],
    outside: [say("不属于评分表", "no part of a scoring table")],
  }[whose];
  const reading = [role, ...owner, why?.text].filter((text) => text != null);
  const expected = comparison?.expected ?? passport.wanted;
  const lines = [
    paint("bold", `${file}  ${shownAddress(passport.at)}`),
    line("显示值", "Shows", shown === "" ? say("空白", "blank") : shown),
    ...(coveredBy ? [line("合并单元格", "Merged", say(`被 ${a1(coveredBy)} 遮盖`, `covered by ${a1(coveredBy)}`))] : []),
    line("识别为", "Read as", reading.length === 0 ? say("未识别", "not understood") : reading.join(say("，", ", "))),
    ...(passport.formula === null ? [] : [line("公式", "Formula", passport.formula)]),
    ...(expected === null || expected === passport.formula ? [] : [line("规则要求", "The rules ask for", expected)]),
    ...(comparison?.absence ? [line("应有的公式", "Formula due", say(`说不出（${absenceWords(comparison.absence).zh}）`, `can not be told (${absenceWords(comparison.absence).en})`))] : []),
    ...(formula
      ? [
          line("单独重算", "From stored values", resultText(formula.isolated, lang)),
          line("全链重算", "Whole chain", resultText(formula.chain, lang)),
        ]
      : []),
    ...(comparison?.rule ? [line("规则值", "By the rules", decimalText(comparison.rule, 6))] : []),
    line("结论", "Verdict", verdict?.words ?? say("无可比", "nothing to compare")),
    ...neighbourLines(say("引用的单元格", "Reads"), precedents),
    ...neighbourLines(say("引用本单元格的", "Read by"), dependents),
    ...(findings.length > 0 ? ["", ...findingLines(findings, lang, paint)] : []),
  ];
  return `${lines.join("\n")}\n`;
} // prettier-ignore

const resultText = (result: CalculatedCell, lang: Language): string =>
  result.kind === "value" ? displayText(result.value) : reasonWords(result.reason)[lang];

const neighbourLines = (title: string, cells: readonly Neighbour[]): readonly string[] =>
  cells.length === 0
    ? []
    : [title, ...cells.map(({ text, value }) => (value === "" ? `  ${text}` : `  ${text}  ${value}`))];

import { known } from "../core/model/value";
import { compact, nameKey } from "../core/model/text";
import { ONE, ratio, ZERO, type Exact } from "../core/model/exact";
import { fail, succeed, type Result } from "../core/model/result";
import type { RuleAnswers } from "../core/rules/rule";
import type { RuleInput } from "../core/rules/rule-input";
import { fits } from "../core/rules/inputs";
import { readNumber } from "./inputs-file";

/** What is wrong with an answer that was typed, in both languages. */
export interface AnswerProblem {
  readonly zh: string;
  readonly en: string;
}

interface Asked {
  readonly input: RuleInput;
  /** Asked in words that mean the opposite of the input's name: 存在截留 for 没有“存在截留”的情形. */
  readonly turned: boolean;
}

/**
 * Answers typed as 名=值: the name without regard to spaces, quotation marks and a unit in brackets, or the printed words
 * of a gate; the value a number, 是 or 否, an option by its words or its rank.
 */
export function readAnswers(sets: readonly string[], inputs: readonly RuleInput[]): Result<RuleAnswers, AnswerProblem> {
  const answers = new Map<string, Exact>();
  for (const set of sets) {
    const at = Math.max(set.lastIndexOf("="), set.lastIndexOf("＝"));
    const [name, value] = at < 0 ? [set, ""] : [set.slice(0, at).trim(), set.slice(at + 1).trim()];
    const asked = inputCalled(name, inputs);
    if (!asked) return fail(unknownName(name, inputs));
    const answer = answerOf(value, asked);
    if (!answer) return fail(badValue(asked.input, value));
    const before = answers.get(asked.input.name);
    if (before && !before.equals(answer)) return fail(twice(asked.input.name));
    answers.set(asked.input.name, answer);
  }
  return succeed(new Map([...answers].map(([name, answer]) => [name, known(answer)] as const)));
}

function inputCalled(name: string, inputs: readonly RuleInput[]): Asked | null {
  const exact = inputs.find((input) => compact(input.name) === compact(name));
  if (exact) return { input: exact, turned: false };
  const same = inputs.filter((input) => nameKey(input.name) === nameKey(name));
  if (same[0] && same.length === 1) return { input: same[0], turned: false };
  const opposite = inputs.filter(
    ({ name: own, type }) => type === "yesNo" && printedWords(own).includes(nameKey(name)),
  );
  if (opposite[0] && opposite.length === 1) return { input: opposite[0], turned: true };
  const holding = inputs.filter(({ name: own }) => holds(nameKey(own), nameKey(name)));
  return holding[0] && holding.length === 1 ? { input: holding[0], turned: false } : null;
}

/** 要素① in 具备要素①, where nothing in front denies it; two signs at least. */
function holds(own: string, name: string): boolean {
  const at = own.indexOf(name);
  return name.length > 1 && at >= 0 && !/[未不没无非“]/.test(own.slice(0, at));
}

const FORBIDDEN = /^没有“(.*)”的情形$/;
const APPLIES = /^适用（并非“(.*)”）$/;

/** The words of the text that an input's name turns round. */
function printedWords(name: string): readonly string[] {
  const words = (FORBIDDEN.exec(name) ?? APPLIES.exec(name))?.[1];
  return words === undefined ? ["未", "没有", "不"].map((not) => nameKey(not + name)) : [nameKey(words)];
}

const YES: ReadonlySet<string> = new Set(["是", "有", "对", "yes", "y", "true", "1"]);
const NO: ReadonlySet<string> = new Set(["否", "无", "没有", "no", "n", "false", "0"]);

function answerOf(value: string, { input, turned }: Asked): Exact | null {
  if (input.type === "yesNo") {
    const word = value.toLowerCase();
    const yes = YES.has(word) ? true : NO.has(word) ? false : null;
    return yes === null ? null : yes === turned ? ZERO : ONE;
  }
  const option = (input.options ?? []).findIndex((one) => nameKey(one) === nameKey(value));
  const number = option >= 0 ? ratio(option + 1) : readNumber(value);
  return number && fits(input, number) ? number : null;
}

const listed = (inputs: readonly RuleInput[], between: string): string => inputs.map(({ name }) => name).join(between);

const unknownName = (name: string, inputs: readonly RuleInput[]): AnswerProblem => ({
  zh: `这条标准不用“${name}”；它用到：${listed(inputs, "、")}`,
  en: `This standard does not ask for “${name}”; it asks for: ${listed(inputs, ", ")}`,
});

const badValue = (input: RuleInput, value: string): AnswerProblem => {
  const wanted = input.options?.join(" / ");
  return {
    zh: `“${input.name}”不能是“${value}”${wanted === undefined ? "" : `，可选：${wanted}`}`,
    en: `“${input.name}” can not be “${value}”${wanted === undefined ? "" : `; one of: ${wanted}`}`,
  };
};

const twice = (name: string): AnswerProblem => ({
  zh: `“${name}”给了两个不同的值`,
  en: `“${name}” was given two different values`,
});

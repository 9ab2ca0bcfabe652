import { unreachable } from "../../model/result";

/** Why a text gave no definition: none is there, several are, or one is there and can not be read (SPEC D3, D6). */
export interface DefinitionProblem {
  readonly kind: "none" | "several" | "unreadable";
  /** What the unreadable formula would have defined, where that much was clear. */
  readonly name: string | null;
  /** Zero-based position in the text where the reader stopped. */
  readonly position: number;
  /** The printed text from there on, shortened. */
  readonly near: string;
  readonly zh: string;
  readonly en: string;
}

/** What stopped the reader; the words follow from it. */
export type Stop =
  | { readonly why: "name-missing" }
  | { readonly why: "left-side"; readonly text: string }
  | { readonly why: "operand-expected" }
  | { readonly why: "operator-expected" }
  | { readonly why: "symbol"; readonly symbol: string }
  | { readonly why: "bracket-open"; readonly bracket: string }
  | { readonly why: "bracket-close"; readonly bracket: string }
  | { readonly why: "words"; readonly words: string }
  | { readonly why: "sum-sign"; readonly symbol: string }
  | { readonly why: "colon" }
  | { readonly why: "factor"; readonly factor: string }
  | { readonly why: "unit-number"; readonly text: string }
  | { readonly why: "year-only"; readonly text: string }
  | { readonly why: "ambiguous-hyphen"; readonly text: string }
  | { readonly why: "ambiguous-x" }
  | { readonly why: "bracket-arithmetic"; readonly text: string }
  | { readonly why: "equals-twice" }
  | { readonly why: "self"; readonly name: string }
  | { readonly why: "zero-divisor" }
  | { readonly why: "too-deep" };

/** A stop at a place in the text. */
export class ReadingStopped extends Error {
  readonly position: number;
  readonly stop: Stop;

  constructor(position: number, stop: Stop) {
    super(stop.why);
    this.position = position;
    this.stop = stop;
  }
}

const NEAR = 16;

/** The problem of a stop, worded. */
export function problemAt(text: string, position: number, stop: Stop, name: string | null): DefinitionProblem {
  const near = text.slice(position, position + NEAR);
  const [zh, en] = words(stop);
  const place =
    near.trim() === ""
      ? ["末尾", "at the end"]
      : [`第 ${position + 1} 个字“${near}”处`, `at character ${position + 1} (“${near}”)`];
  return {
    kind: "unreadable",
    name,
    position,
    near,
    zh: `公式无法读取，停在${place[0] ?? ""}：${zh}`,
    en: `The definition can not be read; stopped ${place[1] ?? ""}: ${en}`,
  };
}

export const noDefinition: DefinitionProblem = {
  kind: "none",
  name: null,
  position: 0,
  near: "",
  zh: "文字中没有公式（形如“名称=甲/乙×100%”）",
  en: "The text holds no definition (such as “name=a/b×100%”)",
};

export const severalDefinitions = (names: readonly string[], position: number): DefinitionProblem => ({
  kind: "several",
  name: names[0] ?? null,
  position,
  near: names[1] ?? "",
  zh: `文字中有 ${names.length} 个公式（${names.join("、")}），请每次给出一个`,
  en: `The text holds ${names.length} definitions (${names.join(", ")}); give one at a time`,
});

function words(stop: Stop): readonly [zh: string, en: string] {
  switch (stop.why) {
    case "name-missing":
      return ["等号前没有指标名称", "there is no name before it"];
    case "left-side":
      return [`等号左边“${stop.text}”不是一个名称`, `“${stop.text}” left of the equals sign is not a name`];
    case "operand-expected":
      return ["这里应有名称、数字或括号", "a name, a number or a bracket is expected here"];
    case "operator-expected":
      return ["这里应有运算符（+ - × ÷）", "an operator (+ - × ÷) is expected here"];
    case "symbol":
      return [`不认识的符号“${stop.symbol}”`, `unknown symbol “${stop.symbol}”`];
    case "bracket-open":
      return [`括号“${stop.bracket}”没有闭合`, `bracket “${stop.bracket}” is not closed`];
    case "bracket-close":
      return [`多出的括号“${stop.bracket}”`, `bracket “${stop.bracket}” closes nothing`];
    case "words":
      return [`“${stop.words}”是文字而非算式，请改用 + - × ÷`, `“${stop.words}” is words, not arithmetic; use + - × ÷`];
    case "sum-sign":
      return [
        `“${stop.symbol}”是求和（连乘）号，没有写明是哪几项；请把各项写出来用 + 相加，或写成“各项…之和÷项数”`,
        `“${stop.symbol}” adds up (or multiplies) terms that are not named; write them out with +, or as 各项…之和÷项数`,
      ];
    case "colon":
      return ["冒号可能是比号；若是相除请写作 ÷", "a colon here may mean “to”; write ÷ if it divides"];
    case "factor":
      return [
        `系数“${stop.factor}”与这里的比率不相称；百分率请写 ×100%，每百…的数请在名称中写明`,
        `the factor “${stop.factor}” does not fit a rate here; write ×100% for a percentage, or name what it is per hundred`,
      ];
    case "unit-number":
      return [`“${stop.text}”是带单位的数，不是数据名称`, `“${stop.text}” is a number with a unit, not a name`];
    case "year-only":
      return [`“${stop.text}”只有年度，没有数据名称`, `“${stop.text}” names a year but no quantity`];
    case "ambiguous-hyphen":
      return [
        `“${stop.text}”中的“-”可能是减号，也可能是名称的一部分；若是减号请在两边加括号或空格`,
        `the “-” in “${stop.text}” may be a minus or part of a name; put spaces around a minus`,
      ];
    case "ambiguous-x":
      return ["字母 x 可能是乘号；若是乘号请写作 ×", "the letter x may be a multiplication sign; write × if it is"];
    case "bracket-arithmetic":
      return [
        `名称后的括号“${stop.text}”里是算式，不知是说明还是运算`,
        `the bracket “${stop.text}” after a name holds arithmetic: a remark or an operation?`,
      ];
    case "equals-twice":
      return ["一个公式里有两个等号，不知以哪一个为准", "one definition with two equals signs: which side counts?"];
    case "self":
      return [`“${stop.name}”用自己定义自己`, `“${stop.name}” is defined by itself`];
    case "zero-divisor":
      return ["除数是 0", "the divisor is zero"];
    case "too-deep":
      return ["括号层数过多", "brackets are nested too deeply"];
    default:
      return unreachable(stop);
  }
}

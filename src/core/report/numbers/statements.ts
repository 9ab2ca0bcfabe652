import { clauseStart } from "../text/clauses";
import type { Prose } from "../text/prose";
import type { Phase, Role, Statement } from "../types";
import * as words from "../words/numbers";
import { scanNumbers, type Figure, type PassedNumber } from "./scan";

interface Statements {
  readonly statements: readonly Statement[];
  readonly passed: readonly PassedNumber[];
}

/** Every quantity of the text with the words that say what it is, in the order of the text. */
export function readStatements(prose: Prose): Statements {
  const { figures, passed } = scanNumbers(prose);
  const depths = bracketDepths(prose.text);
  const statements = figures.map((figure, i) => statementOf(prose, depths, figure, figures[i - 1]));
  return { statements, passed };
}

function statementOf(prose: Prose, depths: Uint8Array, figure: Figure, before: Figure | undefined): Statement {
  const { text } = prose;
  const sentence = prose.sentenceAt(figure.from);
  const labelFrom = clauseStart(text, figure.from, LABEL_MARKS, Math.max(sentence.from, before?.to ?? 0));
  const printed = text.slice(labelFrom, figure.from);
  const soFar = text.slice(Math.max(sentence.from, figure.from - LOOKED_BACK), figure.from);
  const role = roleOf(printed, soFar, text.slice(figure.to, figure.to + 12), figure);
  const isNegative = printed.endsWith("-") || (isChange(role) && words.DECREASE.test(printed));
  return {
    from: figure.from,
    to: figure.to,
    label: labelOf(text, labelFrom, printed, sentence.from),
    labelFrom,
    qualifiers: words.QUALIFIERS.flatMap((word) => word.exec(soFar)?.[0] ?? []),
    year: yearOf(soFar),
    phase: phaseOf(printed),
    isAbout:
      figure.isAbout ||
      words.ABOUT_BEFORE.test(printed) ||
      words.ABOUT_AFTER.test(text.slice(figure.to, figure.to + 3)),
    value: isNegative ? figure.number.neg() : figure.number,
    decimals: figure.decimals,
    measure: figure.measure,
    role,
    depth: depths[figure.from] ?? 0,
    sentence: sentence.index,
  };
}

/** So many characters of a sentence in front of a number may say of what year and kind it is. */
const LOOKED_BACK = 300;

const isChange = (role: Role): boolean => role === "delta" || role === "growth" || role === "points";

/** Behind any of these the words begin that say what a number is. */
const LABEL_MARKS = ",;:、。()\n!?";

function roleOf(printed: string, soFar: string, after: string, { measure }: Figure): Role {
  const isPercent = measure.dimension === "percent";
  if (measure.dimension.endsWith("百分点")) return "points";
  if (isPercent) return percentRole(printed, soFar);
  if (words.DIFFERENCE.test(printed)) return "difference";
  if (words.PREVIOUS.test(printed) && CHANGE_AFTER.test(after)) return "previous";
  const isCompared = words.COMPARED.test(lastClauses(soFar));
  return isCompared && (words.INCREASE.test(printed) || words.DECREASE.test(printed)) ? "delta" : "stated";
}

/** 较上年2.08减少0.03, 与上年3120万元相比，增加468万元: the number is what the change is counted from. */
const CHANGE_AFTER = new RegExp(`^(?:相比|对比|比)?,?[^,;。]{0,4}(?:${words.CHANGE_WORDS})`);

function percentRole(printed: string, soFar: string): Role {
  const share = words.SHARE_BEFORE.exec(printed);
  if (share) return words.PLANNED.test(share[1] ?? "") ? "rate" : "share";
  if (words.RATE_OF.test(printed)) return "rate";
  if (words.INCREASE.test(printed) || words.DECREASE.test(printed)) return "growth";
  if (words.COMPARED_ONLY.test(printed)) return "growth";
  if (words.RATE_LABEL.test(printed)) return "rate";
  return words.SHARE_BEFORE.test(soFar) ? "share" : "stated";
}

/** The clause at hand and the one before it: 较上年增加1.50万元，下降… speaks of one comparison. */
const lastClauses = (soFar: string): string => /(?:[^,;。]*[,])?[^,;。]*$/.exec(soFar)?.[0] ?? "";

function labelOf(text: string, from: number, printed: string, sentenceFrom: number): string {
  const own = nameIn(printed);
  const mark = text.charAt(from - 1);
  if (own !== "" || from <= sentenceFrom) return own;
  // 资产总额（账面净值）86.47亿元
  const open = mark === ")" ? text.lastIndexOf("(", from) : -1;
  // 预算数：100万元
  const end = open > sentenceFrom ? open : mark === ":" ? from - 1 : null;
  return end === null ? own : nameIn(text.slice(clauseStart(text, end, LABEL_MARKS, sentenceFrom), end));
}

const nameIn = (printed: string): string =>
  printed
    .replace(words.LABEL_FRONT, "")
    .replace(/-$/, "")
    .replace(words.LABEL_BACK, "")
    .replace(/["'《》]/g, "");

function yearOf(soFar: string): number | null {
  const years = [...soFar.matchAll(words.YEAR)];
  const last = years.at(-1)?.[1];
  return last === undefined ? null : Number(last);
}

function phaseOf(printed: string): Phase | null {
  const found = words.PHASES.find(([word]) => word.test(printed));
  return found ? found[1] : null;
}

function bracketDepths(text: string): Uint8Array {
  const depths = new Uint8Array(text.length);
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    if (unit === "\n") depth = 0;
    if (unit === ")" && depth > 0) depth--;
    depths[i] = depth;
    if (unit === "(" && depth < 200) depth++;
  }
  return depths;
}

import type { Language } from "../../app/failure-words";
import { VERDICTS, verdictWords, wantsALook } from "../../app/verdict-words";
import { absenceWords } from "../../core/audit/absence-words";
import { displayText } from "../../core/formula/number-format";
import { decimalText } from "../../core/model/exact";
import type { Comparison, TableReview } from "../../core/review.types";
import { a1 } from "../../core/workbook/address";
import type { CellScalar } from "../../core/workbook/snapshot";

/** How many cells each verdict has: 一致 20 · 公式不符 1; empty where a table has no such cell. */
export function verdictCounts({ comparisons = [] }: TableReview, lang: Language): string {
  const counts = new Map<Comparison["verdict"], number>();
  for (const { verdict } of comparisons) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const told = [...VERDICTS, null].flatMap((verdict) => {
    const count = counts.get(verdict);
    return count === undefined ? [] : [`${verdictWords(verdict)[lang]} ${count}`];
  });
  return told.join(" · ");
}

/** Each cell that wants a look, with its three values. */
export const comparisonLines = ({ comparisons = [] }: TableReview, lang: Language): readonly string[] =>
  comparisons.filter(wantsALook).map((one) => {
    const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
    const values = [
      `${say("单元格", "cell")} ${shown(one.held)}`,
      ...(one.formula === null ? [] : [`${say("重算", "recalculated")} ${shown(one.recalculated)}`]),
      ...(one.rule ? [`${say("规则", "rule")} ${decimalText(one.rule, 6)}`] : []),
    ];
    const due = isAnother(one) ? `  ${say("应为", "should be")} ${one.expected}` : "";
    return `${a1(one.at)} ${one.name}  ${verdictWords(one.verdict)[lang]}  ${values.join(" · ")}${one.formula === null ? "" : `  ${one.formula}`}${due}`;
  });

/** A typed value, or a formula that is not the rule's: what is only stale, or reads a wrong cell, has the right one. */
const isAnother = ({ expected, formula, verdict }: Comparison): boolean =>
  expected !== null && (formula === null || verdict === "wrongFormula");

/** For how many cells the formula that is due can be told, and why not for the others; empty where it can for all. */
export function dueCounts({ comparisons = [] }: TableReview, lang: Language): string {
  const reasons = new Map<string, number>();
  for (const { absence } of comparisons) {
    if (!absence) continue;
    const words = absenceWords({ ...absence, about: [] })[lang].replace(/[：:] ?$/, "");
    reasons.set(words, (reasons.get(words) ?? 0) + 1);
  }
  if (reasons.size === 0) return "";
  const told = comparisons.filter(({ expected }) => expected !== null).length;
  const why = [...reasons].map(([words, count]) => `${words} ${count}`).join(" · ");
  return lang === "zh"
    ? `应有的公式：能说出 ${told} 格；说不出 ${comparisons.length - told} 格（${why}）`
    : `formula due: told for ${told} cells, not for ${comparisons.length - told} (${why})`;
}

const shown = (value: CellScalar): string => (value === null ? "–" : displayText(value));

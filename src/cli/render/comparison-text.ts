import type { Language } from "../../app/failure-words";
import { VERDICTS, verdictWords, wantsALook } from "../../app/verdict-words";
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
    return `${a1(one.at)} ${one.name}  ${verdictWords(one.verdict)[lang]}  ${values.join(" · ")}${one.formula === null ? "" : `  ${one.formula}`}`;
  });

const shown = (value: CellScalar): string => (value === null ? "–" : displayText(value));

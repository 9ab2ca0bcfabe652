import { decimalPlaces, exactFromText } from "../../model/exact";
import { compact } from "../../model/text";
import type { TextNumber } from "./mark-text";
import { totalLabel, type TotalText } from "./total-text";

/** A longer text is a report of its own. */
const LONGEST = 600;

/** 综合得分为96分: the words that name the whole, and its number; 90分以上, 90分（含）and 90-100分 are a legend's. */
const STATED =
  /((?:自评|综合|评价|绩效|考核|最终|总体|整体|项目|部门|支出|单位|总)*(?:得分|评分|总分|成绩|自评分|评价分))(?:共计|合计|总计|共)?(?:为|是|达到?|:)*"?(\d{1,3}(?:\.\d+)?)"?分(?!值|以|及|\(含|\(不含|[-~至到])/g;

/** Another year's total, or one that somebody else gave. */
const OTHERS = /上年|去年|上一?年度|往年|平均|复核|复评|评审|审核|财政|第三方|专家/;
/** What is counted apart from the whole. */
const APART = /其中|指标|产出|效益|效果|满意度|过程|投入|决策|管理|执行率|扣|满分/;

/** Whether words speak of the total of another year or of a reviewer. */
export const isOfOthers = (words: string): boolean => OTHERS.test(words);

/**
 * The totals that sentences state among other words: 自评结论：综合得分96分，等级为优 (SPEC R51). A clause that speaks of a part,
 * of another year or of a reviewer states none of the whole.
 */
export function totalsInSentences(text: string): readonly TotalText[] {
  if (text.length > LONGEST || !text.includes("分")) return [];
  const clauses = compact(text)
    .replace(/[([](?:满分|总分|共|计)?:?\d+分?[)\]]/g, "")
    .split(/[,;。!?]/);
  return clauses.flatMap((clause) =>
    [...clause.matchAll(STATED)].flatMap((match): readonly TotalText[] => {
      const [, label = "", digits = ""] = match;
      const number = exactFromText(digits);
      const of = totalLabel(label) ?? (/得分|评分|成绩|分$/.test(label) ? "score" : null);
      if (
        !number ||
        !of ||
        [clause.slice(0, match.index), label].some((words) => APART.test(words) || isOfOthers(words))
      )
        return [];
      const read: TextNumber = { number, decimals: decimalPlaces(number), unit: "分" };
      return [{ label, of, number: read }];
    }),
  );
}

import type { HeaderRole, Strength } from "./header-words";

/**
 * Headers that offices put together themselves: a word for what was planned or done before a word for what it is measured
 * in (年初设定值, 应完成数, 全年实际产出, 任务完成量). All of the header must be such words (SPEC R2), so that a name, 产出质量 or
 * 培训数量, is none.
 */
const TIME =
  "(?:20\\d{2}(?:年度?)?|年度|全年|当年|本年度?|年初|期初|初始|年中|期末|年末|年底|年终|本期|截[至止](?:年末|年底|期末|\\d{1,2}月[底末]?)|\\d{1,2}月[底末])";
/** What was to come. */
const PLANNED = "(?:计划|预期|预计|预定|拟定?|应(?=完成|达|实现)|设定|批复|批准|申报|下达|要求|期望|确定)";
/** Standards and goals, which may also be what something done is measured by: 目标完成数. */
const MEASURE = "(?:目标|任务|标准|标杆|基准|考核|参考|规定|量化|绩效|指标|工作|调整后?|自评)";
const DONE_WORDS = "实际|完成|实现|达成|达到|达标|达|执行|落实|实测|核实|统计|调查|实绩|实效|决算";
const FIGURE_WORDS = "数值|数量|工作量|任务量|标值|指标值|值|数|量";
const OUTCOME_WORDS = "产出|水平|结果|情况|程度|指标|绩效|目标|成效";
const DONE = `(?:${DONE_WORDS})`;
const FIGURE = `(?:${FIGURE_WORDS})`;
const OUTCOME = `(?:${OUTCOME_WORDS})`;
/** What a composed header may end with. */
export const COMPOSED_ENDS: readonly string[] = [DONE_WORDS, FIGURE_WORDS, OUTCOME_WORDS].join("|").split("|");

const ANY = `(?:${TIME}|${PLANNED}|${MEASURE}|${DONE})`;
const COMPOSED = new RegExp(`^${ANY}+(?:${FIGURE}|(?<outcome>${OUTCOME}))$`);
const WITHOUT_HEAD = new RegExp(`^${ANY}*(?:${PLANNED})${DONE}$|^${TIME}${DONE}$`);
const SAYS_PLANNED = new RegExp(PLANNED);
const SAYS_DONE = new RegExp(DONE);
const MEASURED = /目标|任务|标准|标杆|基准|考核|参考|规定|量化|绩效/;
/** A value of the year is what the year is to come to, unless it is its end. */
const OF_YEAR = /^(?:20\d{2}年度?|年度|全年|当年|本年度?|年初|期初|初始)(?:数值|指标值|值)$/;
const AT_END = /期末|年末|年底|年终|截[至止]|月[底末]/;

/** Null for any text that is not wholly made of such words. */
export function composedRole(phrase: string): readonly [HeaderRole, Strength] | null {
  if (phrase.length > 16) return null;
  if (OF_YEAR.test(phrase)) return ["target", 1];
  const outcome = COMPOSED.exec(phrase)?.groups?.outcome;
  if (outcome === undefined && !COMPOSED.test(phrase) && !WITHOUT_HEAD.test(phrase)) return null;
  const planned = SAYS_PLANNED.test(phrase);
  const done = SAYS_DONE.test(phrase);
  // 计划完成情况 is how far the plan was carried out
  if (outcome !== undefined && /情况|程度|结果|成效/.test(outcome)) return done ? ["actual", 2] : null;
  if (planned) return ["target", 2];
  if (done || AT_END.test(phrase)) return ["actual", 2];
  // 绩效目标 and 考核指标 are words of their own; without a figure only these would be left
  return outcome === undefined && MEASURED.test(phrase) ? ["target", 2] : null;
}

/** 佐证材料名称, 支撑资料及出处, 数据出处, 备查附件编号: where the evidence is. */
export const EVIDENCE_PLACE =
  /^(?:自评|得分|评分|指标|主要|相关)?(?:(?:佐证|证明|支撑|支持|印证|查证|备查|依据|凭证|取证)(?:性)?(?:材料|资料|文件|附件|链接|证据)|(?:数据|资料|信息|证据)(?:出处|来源)|附件(?=名称|清单|目录|编号|页码))(?:(?:名称|清单|目录|出处|来源|编号|链接|页码|说明|目录号))?$/;

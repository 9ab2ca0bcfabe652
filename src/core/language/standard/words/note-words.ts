/** Words of remarks and statements, as data. */

/** 评分标准：, 其中：: a heading that names nothing. */
export const NEUTRAL =
  /来源|佐证|标准|目标|细则|方法|要点|说明|依据|规则|办法|公式|口径|评价|评分|得分|计分|扣分|如下|其中|注|备注|解释|内容|要求|指标值|分值|情况|定量指标|正向指标|具体/;

/** 符合得相应权重分 repeats what 各占20%权重分 says. */
export const REPEATS = /^(?:每)?符合(?:一项|要求)?(?:的|者)?,?(?:则|即|可)?$/;

/** Words by which a remark changes the score after all. */
export const EXCEPTION = /除外|例外|减半|折半|翻倍|豁免|另计|取消|绝对值/;

/** Words by which something is left out of the score: they must have found their place by now. */
export const LEFT_OUT = /不适用|剔除|不参与|不纳入|不计入/;

/** A score verb right before a number. */
export const SCORE_VERB_ENDING = /[扣得计记加减给]$/;

/** A score inside words. */
export const SCORE_WORDS = /[扣得计]\d*分|满分/;

/** 以100%为标准: where counting starts, closed by its comma. */
export const STANDARD_WORDS = /^为(?:标准|基准|目标值?|基数|满分|起点|基础|上限|下限|依据|界)/;

/** 以2021年为基数: a time from which is counted, no amount. */
export const NAMES_TIME = /^(?:年|月|日|季度)$/;

/** 目标值为98%: states the target. */
export const TARGET_NAME = /(?:目标值?|标准值|计划值|基准值|指标值|(?:计划|目标)(?:任务|工作)?数量?|任务数)$/;

/** 正向指标：, 反向指标： */
export const DIRECTION_LABEL = /^(?:对于)?(?:正向|反向|逆向|负向)(?:型)?(?:指标)?$/;

/** 本项满分5分: the indicator itself. */
export const THE_INDICATOR = /^(?:本项|该项|此项|本指标|该指标|指标)$/;

/** 根据实际完成率打分: a figure that the first words announce. */
export const RATE_ENDING = /[率度]$/;

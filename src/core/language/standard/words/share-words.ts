/** Words of proportions and formulas, as data. */

/** 按相应比例, 按完成情况比例: a share of what the text speaks of. */
export const ANY_SHARE =
  /^(?:照)?(?:实际|相应|其|完成|实际完成|同等|对应|该|一定|等|此)*的?(?:比例|比率|百分比|情况比例)(?:进行|予以|来)?$/;

/** 按完成率计分, which a formula says again. */
export const DONE_RATE = /完成(?:率|比率|比例)$/;

/** 未完成比例: what is missing of the one figure. */
export const SHARE_MISSING =
  /^(?:照)?(?:实际|相应|其)*(?:未|没有|不)(?:完成|达标|达到|到位|足)?(?:部分)?(?:的|所占|占)*(?:比例|比率|百分比)$/;

/** 未按时完成项目数占比, 超标比例: a share of what is wrong; by it the marks are lost. */
export const SHARE_OF_WRONG = /未|不|缺|漏|超|逾|欠|违规|差错|错误|闲置|剩余/;

/** 完成率: what was done of the target. */
export const DONE_SHARE = /完成(?:率|比例)$/;

/** 考核得分: a score out of 100. */
export const OTHER_SCORE = /(?:得分|评分|打分|分数|成绩|均分|总分)$/;

/** B/A或A/B: the direction of the target chooses. */
export const EITHER_WAY =
  /^\(?(?:B\/A(?:或者?|、)A\/B|A\/B(?:或者?|、)B\/A)\)?(?:的比例|比例)?\*(?:该|本)?(?:项)?指?标?(?:的)?(?:分值|权重)$/;

/** A target that must not be passed. */
export const REVERSE = /反向|逆向|负向/;

/** 按完成比例: of the target. */
export const SHARE_OF_GOAL = /比例|比率|完成率|比值|完成值/;

/** 照 of 按照. */
export const ZHAO = /^照/;

/** 进行, 的比例 behind the name of a share. */
export const SHARE_TAIL = /(?:进行|予以|来|的比例|比例)$/;

/** A name that may be a share. */
export const SHARE_LIKE = /率|比|度|值$/;

/** The name of an indicator that is a rate. */
export const RATE_LIKE = /率|比例|比重|度|进度/;

/** Words of a condition that speaks of a target. */
export const METS = /目标|指标值|计划值|预期|^B(?:>=|≥)A$/;

/** 未达到目标的: words beside a proportion that say nothing more. */
export const SHARE_WORDS =
  /^(?:其余|其他|否则|未|没有|没|达|不|足|到|完|成|的|标|目|值|指|部分|则|均|，|,|者|按时|年初|绩效|任务|计划|满|全部|预期|年度|正向|反向|逆向|负向|指标|\(.*\)|即|为|为?[≥≤]|若|如|对|B<A)*$/;

/** A name of a rate. */
export const SHARE_NAME = /率|比例|比重|度$/;

/** What was done. */
export const ACTUAL = /实际|完成|决算|执行|B/i;

/** What was to be done. */
export const GOAL = /目标|指标值|计划|年初|预期|A/i;

/** What was done is no goal. */
export const NOT_GOAL = /实际|完成值|完成数/;

/** What was planned is not what was done. */
export const NOT_ACTUAL = /目标|指标值|计划(?!完成)/;

/** 目标完成数: of what was done, whatever the word before it. */
export const DONE_OF_GOAL = /指标完成|目标完成|计划完成/;

/** 该项 before 分值: names no figure. */
export const MARK_WORDS = /^(?:的)?(?:该|本|此)?(?:项|指标)?(?:的)?$/;

/** 的 around the name of a figure. */
export const DE_AROUND = /^的|的$/g;

/** 为 before the name of a figure. */
export const IS_BEFORE = /^为(?=.{2})/;

/** 按…率: what a score may be in proportion to. */
export const SHARE_NOUN = /比例|比率|率|比值|百分比|比重|占比|度$|进度/;

/** Words of losses: of steps, events and where they start, as data. */

/** 超出规定时限的，每超1个工作日. */
export const DUE = /^(?:未按|未在|超过|超出|超).*(?:时限|期限|时间|日期|节点)(?:内|前|要求)?[^,\d]{0,6},?$/;

/** 在此基础上, 超过的: words before a step that name nothing. */
export const FILLER =
  /^(?:在此基础上|在此基础之上|此外|另外|以此为基础|否则|未(?:达到|完成|达标|达)(?:目标值?|指标值?|标准|要求|任务)?的?|达不到(?:目标值?|标准)?的?|超(?:过|出|支)(?:的|部分)?|超(?:过|出)?(?:年初|批复)?(?:预算|概算|计划|标准|定额|编制)(?:数|额)?的?|(?:不足|低于|高于|少于|小于|大于)(?:的|部分)?|低于目标值?的|(?:低于|高于|超过|超出|大于|小于|少于|较|比)(?:年度|年初|绩效)*(?:目标|指标|计划)值?(?:的|时)?|未按时完成的?|未及时完成的?|超过(?:规定|计划)?(?:时间|时限|期限)的?|逾期的?|其余|其他|的|则|，|实际|结果)*$/;

/** Nothing between the step and its loss. */
export const NOTHING_MORE = /^(?:的|,)*$/;

/** 每增长1%: counts growth. */
export const GROWS = /^(?:增长|增加|上升|提高)/;

/** 每超1%: counts what lies beyond. */
export const OVERRUNS = /^(?:超过|超出|超支|超|高于|高出|增加)(?:了|部分)?$/;

/** 的, 以上 between a step and its loss. */
export const BEHIND_STEP = /^(?:的|者|以上|以内|的,|则|就|时|,)*(?:的?部分)?$/;

/** 每低于100%的1个百分点: between start and step. */
export const DE_BETWEEN = /^的?$/;

/** 每缺一项: something that should be there. */
export const MISSING =
  /^(?:(?:以上|上述)(?:内容|各项|要素|要点|条件|情况)?,?)?(?:有|存在|出现|发现)?(?:少|缺少|缺失|缺|漏|未满足|不满足|不符合|未达到|不具备|未做到|未符合|不达标|未完成|未落实)$/;

/** 有一项不符合: a point that is not met. */
export const NOT_MET =
  /^(?:要点|内容|要求|条件|要素|指标)?(?:不符合|不满足|未满足|未做到|不达标|缺失|不具备|未达到|不符|未达标|不到位|未完成|不合格|不完整|未落实|没有达到|没有做到|不合要求|不规范|做不到|没做到)(?:要求|标准|规定|条件)?(?:的)?$/;

/** 有, 出现: says only that it happens. */
export const GENERIC_LEAD = /^(?:有|存在|出现|发现|发生|)$/;

/** 该指标采用反向计分，…: says how it is scored, not what is counted. */
export const ABOUT_SCORING = /^(?:该|本|此)(?:项)?指标.*(?:计分|扣分)(?:项|制|法)?$/;

/** 一项, 1次 behind the number sign. */
export const COUNTED = /^(个|项|次|例|起|处|条|宗|笔|人|件|家|户|份|天|日|篇|批)(.*)$/;

/** 每少一项要素: the noun says only that it is a point. */
export const POINT_NOUN = /^(?:要素|内容|要点|条件|指标|要求)?的?$/;

/** 少报: something is wanting. */
export const SHORT_OF = /^(?:缺少|少|缺)./;

/** 发现1处问题: the noun says no more than that something was found. */
export const PROBLEM_NOUN = /^的?(?:问题|情况|情形|现象|事项)?的?$/;

/** Less than what is required. */
export const LESS = /^(?:缺少|少|缺)$/;

/** More than what is allowed. */
export const MORE = /^(?:超|多)$/;

/** 的 behind what happens, or is counted. */
export const DE_BEHIND = /的$/;

/** 以上情况: points back to what was listed. */
export const POINTS_BACK = /^(?:以上情况|以上|上述)?,?(?=.)/;

/** 每发现1项扣1分: a loss that stands before. */
export const LOSES = /(?:扣[除减]?|减)(?:\d|分值|权重)/;

/** 每低5个百分点: points, before the loss. */
export const POINTS = /^每[^扣减,;。]*百分点/;

/** 逾期: behind the name of what is late. */
export const LATE_WORD = /(?:逾期|延迟|推迟|延期|延误|滞后|超期|超时|拖延|迟报)$/;

/** Nouns after 低于 that point back to the printed threshold. */
export const TARGETISH =
  /^(?:该|此|本|其)?(?:目标值|指标值|目标|标准值|标准|规定值|规定|计划值|计划|绩效目标|年度目标|年初目标|年度指标值|基准值|基准|要求|预期|预期值|预期目标|比例|比率|值|起点|限额|上限|下限|该值|满分值|规定比例|规定标准|要求值|指标|目标要求|考核目标|既定目标|设定目标|设定值|参考值|标杆值|报|报送|完成|开展|建成|建设|培训|组织|举办|发放|检查)?$/;

/** 目标值, 年度计划: what the row says is to be reached, for the text prints no number. */
export const FROM_THE_TARGET =
  /^(?:该|本|此)?(?:年度|年初|全年|绩效|设定|既定|考核|预期)*(?:目标|指标|计划|任务)(?:值|数|要求)?的?$/;

/** 低于目标值的，每低1%; 较目标值每低1%: said before 每. */
export const LED_BY_TARGET =
  /^(?:低于|高于|超过|超出|大于|小于|少于|较|比|未(?:完成|达到|实现|达)|没有(?:完成|达到)|达不到)(?:年度|年初|绩效)*(?:目标|指标|计划|任务)*值?(?:的|时)?,*$/;

/** 目标值的5%: a share of it. */
export const SHARE_OF_IT = /^每[^\d,;。]*的(?=\d)/;

/** 累计发生: says only that it happens. */
export const OCCURS = /^(?:累计|合计|共)?(?:有|出现|发生|发现|存在|超过|达到|被)?(?:累计)?(?:以上)?$/;

/** 未完成, 均未开展: none of it is done. */
export const NOTHING_DONE =
  /^(?:全部|均|都|一律|如果|如|若|且)*(?:未能|未|没有|没)(?!达到|达标)([^未没不,;、或和且\d]{2,4}?)(?:任务|工作|目标)?的?$/;

/** 扣完: all that there is. */
export const LOSES_ALL = /^扣[完光]/;

/** 持平, 下降: no growth. */
export const NO_GROWTH = /持平|零增长|只减不增|不增长|未增长|下降|不增加|未增加/;

/** 较上年: what a growth is measured from. */
export const COMPARED_WITH = /^[^,]*(?:较|与|比)[^,]{2,10}(?:相比)?,?$/;

/** 预算数, 计划成本: what must not be passed. */
const PLAN_NOUN =
  "(?:年初|批复|计划|概算|上年|批准|项目|年度|部门)*(?:预算|概算|计划成本|计划|标准|定额|编制|限额|成本|控制数)(?:批复)?(?:安排)?(?:数|额|总额|金额|资金)?";

/** 不超过预算: the noun that must not be passed. */
export const NOT_OVER =
  /^.*?(?:不超过?|未超过?|不超出|未超出|不高于|没有超过)((?:年初|批复|计划|概算|上年|批准)?的?(?:预算|概算|计划|标准|定额|编制|限额|成本|合同|控制)[^,\d]{0,6})$/;

/** 控制在预算以内. */
export const WITHIN_PLAN = new RegExp(
  `(?:控制在|在|保持在|未突破|不突破)(${PLAN_NOUN})(?:的)?(?:范围)?(?:以内|之内|内)?$`,
);

/** ≤预算数. */
export const AT_MOST = new RegExp(`(?:<=|≤|小于等于|小于或等于|低于或等于|低于等于)(${PLAN_NOUN})$`);

/** 超预算的. */
export const OVER_PLAN = new RegExp(`^.*?(?:超|超过|超出)(${PLAN_NOUN})的?$`);

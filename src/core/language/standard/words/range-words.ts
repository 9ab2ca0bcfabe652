/** Words around ranges, changes and excesses, as data. */

/** Words that lead into a condition or close it and say nothing of what is measured. */
export const LEADS = /^(?:以(?=.+(?:率|度|比例)$)|如果|若是|若|凡是|对于|并且|但是|同时|其中|且|的|即|，)+/;

/** Words that say nothing of what is measured when they stand alone. */
export const EMPTY =
  /^(?:如果|若|当|凡|对|则|且|并|但|而|的|为|在|处于|介于|位于|控制|保持|维持|实际|以|结果|情况|即|是|也|均|都|应|应当|需|须|要求|要|目标值|目标|标准值|标准|计划值|计划数|计划|基准值|目标数|任务数|开展|当年|本年度?|年度|全年|于|每项|有)+$/;

/** 的, 时, 区间 behind what is measured. */
export const TRAILS =
  /(?:的部门|的单位|的项目|的区间|区间|范围|的|(?<![用耗工课学及准临小同定限])时|则|者|，|,|为|在|是|处于|介于|控制在|保持在|达到了|达到|完成|应|需|须|且|但|并|均|都|情况下|情况|之间|以内|水平|范围内|要求|以及|，且|于|了|的得|：|:)+$/;

/** 排名前3名, 排名第4-6名: the place in an order. */
export const RANK = /^(.*(?:排名|名次|位次|排位).*?)(?:在|为|位列|位居|进入|居|列)*(?:前|第)$/;

/** 投资完成率达到年度计划的100%: the rate is of the plan already. */
export const OF_PLAN = /(?<=率)(?:达到|完成)(?:年度|年初)?(?:计划|目标|预算|任务)数?$/;

/** 受益人数达到目标值（500人）, 合格率达到目标值95%: the number is the target, and no part of the name. */
export const UP_TO_AIM = /(?<=.{2})(?:达到|达)(?:年度|年初|全年|计划|设定)?(?:目标|指标|标准)值?(?:的)?$/;

/** 满意度提高到95%: the level that is reached, whichever way. */
export const REACHED = /(?:提高|提升|增长|增加|上升|下降|降低|减少|压减|压降|降)(?:到|至)$/;

/** 根据满意度调查结果，…: where the figure comes from, not what it is. */
export const SOURCES = /^(?:按|根据|依据|通过|经|抽样|问卷|随机).*,(?=.)/;

/** Names by which a text points back to the one figure it speaks of. */
export const ANAPHORA =
  /^(?:该|此|其|本|这)?(?:比率|比例|比值|率|值|数值|结果|指标|指标值|实际值|指标完成值|计算结果|完成值|x|X|Ｘ|N|n|A|a|R|P|得数|百分比|项指标|该指标|数|优秀?|良好?|中等?|一般|较好|较差|差|合格|不合格|优秀等次|实际数|实际完成值|指标完成率)$/;

/** 绝对值, |x|. */
export const ABSOLUTE = /的?绝对值|\|/g;

/** Words that would change what is compared or when: such a condition is not a plain range. */
export const FOREIGN =
  /^(?:达到|未达|达不到|低于|高于|不低于|不高于|超过|超出|不超|大于|小于|不足|不满)|除|不含|剔除|或者|分别|其中有|(?:下降|减少|降低|压减|压缩|节约|节减|缩减|增长|上升|提高|增加|提升|上涨|超额|超支|超(?:预算|概算|计划|标准|定额)|[不未没](?:能|得|有)?)$/;

/** 超过预算的比例: a figure of its own, that is compared by what follows. */
export const EXCESS = /^超过[^,]{2,12}的比例$/;

/** 年末结转低于年初预算的10%: the words compare already, with something else than the bare number. */
export const COMPARES = /.(?:低于|高于|超过|超出|大于|小于|多于|少于|不足|不超)./;

/** 为优秀, 目标值 behind a number: say nothing of what is measured. */
export const TRAILING =
  /^(?:为?(?:优秀?|良好?|中等?|一般|合格|较差|差|不合格)|目标|目标值|计划|指标|指标值|的目标|标准|要求|任务|完成|)$/;

/** 完成目标的80%: a rate of completion. */
export const OF_TARGET = /^完成(?:目标值?|计划)的?$/;

/** 第3名, 前3名. */
export const PLACE = /^[第前]$/;

/** 前3名: places, not a threshold. */
export const FIRST_OF = /(?:^|[排名位列居市省县区国])前$/;

/** 投资完成率达到年度计划的: the rate is of the plan already. */
export const RATE_OF_PLAN = /(?<=率)(?:达到|完成)(?:年度|年初)?(?:计划|目标|预算|任务)数?的?$/;

/** 6月底: the number names a month. */
export const MONTH_WORDS = /^(?:月底|月末|月份|月前|月初|年底|年末|日前)/;

/** Units that are measured: between two whole numbers of them there are values. */
export const MEASURED = /元|吨|亩|米|公里|公顷|公斤|千克|小时|分钟|倍|升|度|成|分$/;

/** 偏差率: what may lie on either side. */
export const DEVIATION = /(?:偏差|差异|偏离|误差)(?:率|度|程度|幅度)?$/;

/** 预算数, 批复概算: what must not be passed. */
const PLAN =
  "(?:年初|年度|部门|项目|批复|上年|批准|原)?(?:的)?(?:预算|概算|计划成本|成本目标|目标成本|计划|定额|限额|标准|控制数|成本|合同价)(?:批复)?(?:安排)?(?:数|额|总额|金额|资金)?";

/** 超预算10%: the excess, with what is exceeded. */
export const OVER = new RegExp(
  `^(.*?)(?:超支|(?:超过|超出|超|高于|高出|突破)(?:了)?(${PLAN}))(?:的?(?:比例|比率|幅度|部分)?(?:在|达到?)?)$`,
);

/** 控制在预算以内: not exceeded. */
export const WITHIN = new RegExp(
  `^(.*?)(?:(?:未|不|没有|无|没)(?:发生)?(?:超支|(?:超过|超出|超|突破|高于)(${PLAN}))|(?:控制在|在|低于或等于|小于等于|≤|<=)?(${PLAN})(?:范围|控制)?(?:之内|以内|内))的?$`,
);

/** 超支: exceeded, by whatever. */
export const ONLY_OVER = new RegExp(`^(.*?)(?:超支|(?:超过|超出|超|突破)(${PLAN}))的?$`);

/** The rate of what is spent against what was planned: at 100 % nothing is over. */
export const AGAINST_PLAN = /(?:控制率|执行率|支出率|支付率|使用率)$/;

/** 超支率: the excess by its name. */
export const OVER_RATE = /超(?:支|预算|概算|计划|标准)?(?:的)?(?:率|比例|幅度)$/;

/** 未超预算: a denial before 超. */
export const DENIAL_ENDING = /[不未没无]$/;

/** The figure that changes is a share itself: its change is one in points. */
export const SHARE_ENDING = /(?:率|度|比例|比重)$/;

/** Before a number, and no name of anything. */
export const EMPTY_SUBJECT = /^(?:在|为|其中)$/;

/** A count that speaks of a change. */
export const ANY_CHANGE = /增长|上升|提高|增加|下降|降低|减少|压减/;

/** 的, 之间 behind a range. */
export const RANGE_TAIL = /^(?:的|之?间|部分|者|则|时|幅度)+$/;

/** 或 between two ranges. */
export const UNION_OR = /^(?:或者?|或是|或者是)(?:在|为|是)?$/;

/** 或 at the head of the second name. */
export const OR_THEN = /^(?:或者?是?)(?=.)/;

/** 或, 且 between two conditions. */
export const JOINING = /^,?(?:或者?是?|并且|而且|且|同时)(?:(?:在|为|是)$)?/;

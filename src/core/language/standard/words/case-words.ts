import { COMPARED } from "../../../model/comparison-words";

/** Words of conditions and formulas that the composing reader knows, as data. */

/** Between two conditions that must both hold; what stands before it is kept. */
export const AND_ALSO = /^(?:,|、)?(?:且|并且|而且|但是|但|并|同时|而)(?=.)/;
/** Within words: 未影响工期且已备案. */
export const AND_INSIDE = /(?<=.{2})(?:且|并且|而且)(?=.{2})/;
export const OR_ELSE = /(?<=^|.{2})(?:或者|或)(?=.{2}|$)/;

/** Words of time and completion that do not change what is asked: 尚未竣工, 已经竣工. */
export const TENSE = /尚|已经|已|仍然|仍|还(?!款|贷|本|息)/g;
/** 没有 must go before 有 is looked at. */
export const DENIALS = /没有|未能|不能|[未不没无非]/g;
/** 等情况, 的情形: says no more than what it stands behind. */
export const SUCH_CASES = /(?:等|的)*(?:情况|情形|问题|行为|现象)?的?$/;
/** In front of a word they make another degree of it, not the same thing with its subject. */
export const DEGREES = /(?:基本|比较|较|较为|非常|很|部分|大部分|大部|全部|有所|明显|略|进一步|轻微|严重)$/;

/** 两者均为零: all amounts of the formula. */
export const ALL_OF_THEM =
  /^(?:以上|上述)?(?:两者?|二者?|三者?|两项|二项|三项|两个数|分子分母|分子、分母)(?:均|都|同时)?$/;

/** A quantity that another one is compared with: of another year, of the plan. Nothing that the row's target says. */
const OTHER_QUANTITY =
  "(?:上年|上一年|去年|上年度|上一年度|前一年|(?:年初|年度|批复|批准|项目|工程)?(?:预算|概算|计划|合同|定额|限额|标准|控制)(?:的)?(?:成本|单价|造价|价|数|额|金额|资金|投资|总额|工期|天数|用量|面积)).*";
/** 结余额不高于上年结余额, 实际成本超过计划成本: two quantities compared. */
export const TWO_QUANTITIES = new RegExp(`^(.*?)(${COMPARED}|超出|不足)(${OTHER_QUANTITY})$`);

/** 实际完成数占目标数的比例: a share in words. */
export const SHARE_IN_WORDS = /^(.+?)(?:占|与|和|除以)(.+?)(?:的)?(?:比例|比重|比值|比率|之比|百分比)$/;

/** Before 分值 they name no quantity: 该项分值. */
export const OF_THE_MARK = /^(?:的|该|本|此|项|指标|本项|该项|单项)+$/;

/** 按比例, 按完成比例, 按实际完成率: the share of the one figure. */
export const GENERIC_SHARE =
  /^(?:照)?(?:实际|相应|其|完成|实际完成|同等|对应|该|一定|等|此)*的?(?:比例|比率|百分比)(?:进行|予以|来|折算)?$/;

/** Names of figures that are rates. */
export const RATE_NAME = /率|比例|比重|占比|比$|度$|幅$|幅度|进度|程度/;

/** 本项 in front of a score says only what is scored; what it closes is decided by the zeros. */
export const SCOPE_ALONE = /^(?:则|即)?(?:该|本|此)(?:项|指标|项指标|小项|条|要点)(?:得分|分值)?$/;

/** Words that say when the rule does not hold, or that do not say which answer is good: no condition of a case. */
export const NO_CONDITION = /^除|除外|例外|不可抗力|是否存在|是否有|有无/;
/** 不扣分 as an outcome: for losses, not for a list of scores. */
export const KEEPS = /不(?:予|作|做)?(?:扣|减)分$/;
/** X, A: a letter that stands for a figure. */
export const LETTER = /^[A-Za-z]$/;

/** 根据调查结果: where a figure comes from, no condition. */
export const EVIDENCE = /^(?:根据|依据|按照?|通过|经|以)[^,]*(?:结果|情况|数据|资料|材料|报告|台账|记录)$/;

/** 完成目标, 达到年度指标值, 实现预期目标: the target is met. */
export const TARGET_MET =
  /^(?:(?:年度|年初|绩效|各项)*(?:目标|指标|任务|计划)(?:值|数)?(?:已|全部|全面|按期|按时|如期)*(?:完成|达到|达成|实现)$)|^(?:全面|按期|按时|如期)?(?:完成|达到|达成|实现|满足)(?:了)?(?:年度|年初|预期|计划|设定|既定|绩效|全年|的)*(?:目标|指标|任务|计划){1,2}(?:值|数|要求)?$/;
/** 未完成目标. */
export const TARGET_MISSED =
  /^(?:(?:年度|年初|绩效|各项)*(?:目标|指标|任务|计划)(?:值|数)?(?:未|没有|未能)(?:全部|全面|按期|按时|如期)*(?:完成|达到|达成|实现)$)|^(?:未|没有|未能)(?:全面|按期|按时|如期)?(?:完成|达到|达成|实现|满足)(?:年度|年初|预期|计划|设定|既定|绩效|全年|的)*(?:目标|指标|任务|计划)?(?:值|数|要求)?$/;
/** The share of the target that was done. */
export const SHARE_OF_TARGET =
  /^(?:目标完成率|(?:实际)?完成(?:率|比例|比率)|(?:完成|达到)(?:年度|年初|全年|设定|绩效|预期)*(?:目标|计划|指标|任务)(?:值|数)?的?)$/;

/** 正向指标：, 指标值为“≥”的，: what follows is for targets that must be reached. */
export const FORWARD_LABEL =
  /(?:对于?|属于|若为|如为)?(?:正向型?(?:指标)?|正指标|越大越好(?:型|的)?(?:指标)?|(?:指标|目标)值?(?:符号)?(?:为|是)?"?(?:≥|>)=?"?)(?:的)?[:,]/;
/** 反向指标：, 指标值为“≤”的，: for targets that must not be passed. */
export const REVERSE_LABEL =
  /(?:对于?|属于|若为|如为)?((?:反|逆|负)向型?(?:指标)?|(?:反|逆|负)指标|越小越好(?:型|的)?(?:指标)?|(?:指标|目标)值?(?:符号)?(?:为|是)?"?(?:≤|<)=?"?)(?:的)?[:,]/;
export const DONE = /实际|完成|决算|执行|^B$|B$/;
export const AIM = /目标|指标值|计划|年初|预期|^A$|A$/;
export const NOT_AIM = /^(?:实际|全年实际)|完成(?:值|数|量|情况)/;
/** 未超过的, 控制在目标值以内. */
export const KEPT = /^(?:未|没有|不)(?:超过|突破|超出|高于|超)|以内$|^控制在/;
export const PASSED = /^(?:超过|突破|超出|高于|超)/;
export const REACHED_AIM = /^(?:达到|完成|实现|不低于)/;
export const SHORT_OF_AIM = /^(?:未|没有|不)(?:达到|完成|实现|达)|^(?:低于|不足)/;
/** 得分以本项分值为上限. */
export const CAPPED_AT_MARK = /^(?:最高|最终)?得分(?:均)?(?:以|不(?:得)?超过)[^,;。]{0,4}分值?(?:为上限|为限)?$/;
/** 超额完成不加分. */
export const NO_BONUS = /^(?:超额|超过|超出|超标准)[^,;。]*(?:不加分|不另加分|不再加分|不予加分)$/;

/** 每超额5个百分点, 每超过5%: steps beyond. */
export const STEPS_BEYOND = /^(?:超额|超过|超出|高于|提高|增加|多|增长|超)(?:完成)?(?:的)?$/;
/** 每高10%, 每超10%: steps by which one amount lies above another. */
export const STEPS_ABOVE = /^(?:高于|高出|高|超过|超出|超支|超|增加|增长|上升|多)(?:的)?$/;
export const STEPS_UNDER = /^(?:低于|低|少于|少|下降|降低|减少|不足|慢于|慢|落后于|落后)(?:的)?$/;
export const IN_POINTS = /^个?百分点/;

/** 以上三条须同时具备, 全部满足: every listed element. */
export const ALL_MET =
  /^(?:以上|上述)?(?:(?:[二三四五六七八九]|\d)?(?:条|项|点|个要点|个要素|项要求|项条件|要求|条件|内容|要素|要点)*)?(?:内容|要求|条件)?(?:须|需|应|必须)?(?:同时|全部|均|都|全|完全)+(?:具备|满足|符合|达到|做到|完成|有)(?:要求|条件|标准)?$/;
/** 缺少任意一条, 有一项不符合: any of them missing. */
export const ANY_MISSING =
  /^(?:以上|上述)?(?:缺少|缺|少|有|其中|存在)?(?:任意|任何|其中)?(?:有)?(?:一|1)(?:条|项|点|个要点|个要素)?(?:未?不?(?:具备|满足|符合|达到|做到))?$|^(?:否则|不?未?(?:同时|全部)(?:具备|满足|符合|达到))$/;

/** 三 of 以上三条, 4 of 4个要点. */
export const NUMBERED = /[二三四五六七八九十]|\d+/;
/** 符合①, 具备要素②、③: points of another list by their numbers. */
export const ELEMENT_REFERENCE =
  /^(?:符合|具备|满足|达到|做到|完成)?(?:其中)?(?:评[分价])?(?:要[素点]|条件|第)?[①-⑳](?:[、,和及]?[①-⑳])*(?:项|条|要求|条件)?$/;
/** 每符合一条, 每项, 每有一项符合. */
export const EVERY_ELEMENT =
  /^(?:以上|上述)?(?:每|各)?每?(?:有|具备|符合|满足|达到|做到|完成|落实)?(?:一|1)?(?:条|项|点|个|个?要点|个?要素|项要求|项条件)?(?:要求)?(?:的)?(?:符合|具备|满足|达到|做到)?(?:要求)?(?:的)?$/;
/** 全部不符合, 均未达到: none of them. */
export const NONE_MET = /^(?:以上|上述)?(?:全部|均|都|全)(?:不|未|没有)(?:具备|满足|符合|达到|做到|完成)(?:要求)?$/;
/** 缺一项, 每有一项不符合. */
export const MISSING_ONE =
  /^(?:以上|上述)?每?(?:有|缺|缺少|少|出现|存在)?(?:一|1)?(?:项|条|点|个|个要点|个要素)?(?:未?不?(?:具备|满足|符合|达到|做到|达标|完成))?(?:要求)?$/;
/** 评分要素见指标说明, 以上四个要点: what is scored, and nothing more. */
export const LISTED_ELEMENTS =
  /^(?:(?:评[分价]|考核|评审|计分)?(?:要[素点]|内容|标准|要求|条件)?(?:见|详见|参见|同|按|按照|依据|根据)?(?:左侧|前列|前述|上述)?(?:指标)?(?:说明|解释|内容|栏|列)?|(?:以上|上述|共有?|共计)?(?:有)?[二三四五六七八九\d]?(?:个|项|条)?(?:评[分价])?(?:要[素点]|要求|条件|内容)?(?:中|中的)?)$/;

export const ACTUAL_LEAD = /^实际/;
/** 未达到的, 未达标的, 达不到目标的: what falls short of any of the listed targets. */
export const UNMET =
  /^(?:未|没有|不|达不到|未能)(?:达到|达标|完成|达到?)?(?:以上|上述|相应|对应|各?时点|序时)?(?:目标|要求|标准|进度|比例|指标)?(?:值)?$/;
/** 各时点目标为 in front of the first of the list. */
export const STANDARD_LIST = /^(?:各)?(?:时点|阶段|节点)?(?:的)?(?:目标|要求|标准)(?:值)?(?:分别)?(?:为|是)/;

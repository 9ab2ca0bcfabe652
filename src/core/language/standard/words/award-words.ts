/** Words of awards, of points and of levels, as data. */

/** 其余的, 其他情况: nothing but the remainder. */
export const REST_WORDS = /^(?:的|均|都|一律|则|情况|情形|区间|比例|，|,|者|分段|部分|值|范围)*$/;

/** 未达到的不得分 after numeric lines is their remainder. */
export const REMAINDER =
  /^(?:未|没有|没|不|达不到)?(?:达到|达标|达|完成)?(?:上述|以上|该)?(?:目标值?|标准|要求|比例|条件)?(?:的|者)?$/;

/** ≤5000元得5分，超过不得分: the other side of the one end that is printed. */
export const BEYOND_IT = /^(?:超过|超出|超|高于|大于|突破)(?:的|者|部分|该?标准|此标准|上述标准|该值|规定|以上|,)*$/;

/** ≥80%得5分，不足不得分: below the one end that is printed. */
export const BELOW_IT = /^(?:低于|不足|小于|少于|达不到)(?:的|者|部分|该?标准|此标准|上述标准|该值|规定|以下|,)*$/;

/** A question whose “yes” is the bad answer: whether it earns or loses the mark is not said. */
export const INVERTED =
  /是否(?:存在|发生|出现|有)[^,;]*(?:违规|违纪|违法|问题|截留|挤占|挪用|虚列|超标|超支|不符|不实|浪费|沉淀)/;

/** 未发表, 均不: none at all. */
export const NONE_AT_ALL = /^(?:均|都)?(?:不|未|无|没有)/;

/** Words that begin with a denial. */
export const DENIED = /^(?:未|没|不|达不到)/;

/** 按期完成, 在规定时间内完成: not late at all. */
export const ON_TIME =
  /按时|按期|如期|准时|及时|(?:按|在|于)[^,]{0,8}(?:时间|时限|期限|工期|节点|进度)|未(?:逾期|延期|延误|超期)|无(?:逾期|延误)/;
/** 逾期, 项目延期完成: the time by which it is late. */
export const IS_LATE =
  /^[^,]{0,8}?(?:逾期|延期|延迟|推迟|滞后|超期|超时|拖延|延误|晚于|迟于)(?:完成|完工|竣工|报送|拨付|实施|时间|期限)?(?:时间)?$/;

/** 全部完成且须经审计确认: what more is wanted, which no loss speaks of. */
export const FURTHER = /(?:且|并且?|同时|,|;)(?:还)?(?:须|需|应当?|必须|要|经)(?=.{2})/;

/** 未发生的, 全部符合的: nothing to take marks off for. */
export const NOTHING_WRONG = /^(?:未|没|不|无|全部|均|都|完全|符合)/;

/** 的 at the end of a condition. */
export const ENDING_DE = /(.)的$/;

/** 是否按规定公开：是，2分；否，0分: the answers alone do not say what was asked. */
export const ANSWER = /^(?:是|否|有|无|符合|不符合|合格|不合格|达标|不达标|通过|未通过)(?:的)?$/;

/** 不涉及: says by itself that the rule does not apply. */
export const SURELY_NONE = /^(?:如|若)?(?:不涉及|不适用)/;

/** 资金到位率: a rate is neither met nor missed. */
export const FIGURE_ALONE = /(?:[^效]率|满意度|占比|比重)$/;

/** 提高资金使用率: with a verb it may be met. */
export const DOES_SOMETHING =
  /提高|提升|增加|增强|降低|减少|改善|保障|保证|促进|达到|完成[^率]|有效|合理|不断|明确|测算|计算|公布|公开/;

/** The opposite of the point before it. */
export const OPPOSITE = /^(?:不|未|无|没)/;

/** 无此类项目的: the indicator does not apply. */
export const NOT_APPLICABLE =
  /不涉及|不适用|未涉及|^(?:如|若|当年|本年度?|年度|部门|单位|对)?(?:没有|无|未安排|未开展|未设置|未发生|未实施|未产生|未发现|未查出|未检查出|未出现|未收到|不存在|不需要?)(?!.*(?:制度|办法|资料|佐证|依据|目标|报告|计划|方案|公开))/;

/** 不涉及: it surely does not apply. */
export const SURE = /不涉及|不适用|未涉及/;

/** 不适用, 不参与评分: left out of the score. */
export const DROPPED =
  /^(?:如|若)?(.*?)(?:的|者|时)?,?(?:则|可)?(?:本项|该项|此项|该指标|本指标)?(?:不适用|不参与(?:评分|评价|考核|计分)|不纳入(?:评分|评价|考核|计分)(?:范围)?|予以剔除|剔除|不计入总分)$/;

/** 不合格: the grade without a range, below the others. */
export const LOWEST = /^(?:为|等级为|评为|评价为)?(?:不合格|较?差|不达标|未达标)(?:的|等次)?$/;

/** 群众满意度（10分），90%以上10分: a name with the mark of the whole list. */
export const LIST_TITLE = /(?:率|度|比例|情况)$/;

/** Both must hold. */
export const JOINT_AND = /^,?(?:且|并且|而且|同时)/;

/** Either will do. */
export const JOINT_OR = /^,?(?:或者?)/;

/** 未同时达到的: the other side of a joint condition. */
export const JOINT_UNMET = /^(?:未|没有|不)(?:同时)?(?:达到|满足|符合|达)(?:以上|上述)?(?:条件|要求|标准|目标)?的?$/;

/** 全部按时完成: all of it is done. */
export const FULLY =
  /^(?:截至年底|年底前|年度|项目|任务|工作|按计划|按时|按期|目标|计划|,)*全部(?:按时|按期|按计划)?完成(?:任务|目标|计划|工作)?$/;

/** A case in which nothing is scored. */
export const NO_BASE = /不涉及|不适用|按满分/;

/** 没有…项目的部门: whom the rule does not concern. */
export const NO_BASE_NOUN = /(?:项目|任务|业务)(?:的部门|的单位|的)?$/;

/** 每个要点2分，不符合不得分: the opposite of a point, no gate for all of them. */
export const OPPOSITE_OF_POINT =
  /^(?:不符合|不满足|不达标|未达标|不具备|未做到|未符合|未满足|不符|未完成|没有|未达到)(?:要求|条件|标准|该要点|的要点)?(?:的)?$/;

/** 每次得2分: a unit alone is one of it. */
export const UNIT_ALONE = /^(?:个|项|次|例|起|处|条|宗|笔|人次|人|件|家|户|份|篇|批|人|名|场|期)$/;

/** 每缺一项: speaks of all points. */
export const ONE_ITEM = /每?(?:有|缺|少|缺少|出现)?[一1]?项/;

/** 三档, 四个等级. */
export const COUNT = /(?:[二两三四五六2-6])个?(?:档次|等级|档|级|类|个等级|种情况|等次)/;

/** 分为, 按照 before the first tier. */
export const TIER_LEAD = /^.*(?:分为|划分为|分成|按照?|评定为|评价为|设|包括|为|:|,)|^(?:根据|依据|按照?)/;

/** Signs around the name of a tier. */
export const TIER_EDGES = /的$|^,|,$/g;

/** Between the last two tiers. */
export const TIER_JOINING = /和|及|或(?!者)/;

/** 等 behind the last tier. */
export const TIER_TAIL = /等$|[,(]$/g;

/** 基础分6分: where additions begin. */
export const BASE = /^(?:基础|基本|起评|起始|保底)(?:得?分|分值)(?:为|得|计)?$/;

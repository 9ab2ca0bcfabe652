/** Words around listed points, as data. */

/** 每项, 每符合一项: one of the points named before it. */
export const ONE_OF_THEM =
  /^(?:符合|具备|满足|达到|做到)?一?(?:项|个|条|点|方面|要点|个要点|项内容)(?:符合|达标|达到要求)?的?$/;
/** What parts points that are named in one line. */
export const BETWEEN_POINTS = /[、,]/;
/** 准确的: the last of 真实、完整、准确的各得1分. */
export const POINT_END = /(?<=.)的$/;
/** 有1项不符扣相应分值, 否则扣除相应分数: a point that is not met loses its own marks, which its award says already. */
export const LOSES_ITS_OWN =
  /^(?:(?:以上|上述)(?:内容|要点|要求|条件|要素|各项)?)?(?:每?(?:有|缺|缺少|存在|出现)?[一1]?(?:项|条|处|点|个)?(?:内容|要点|要求|条件|要素)?(?:不符合?|未达到|不满足|不具备|未完成|缺失|不达标|未做到)?(?:要求|条件|标准)?|否则|不符合(?:要求)?|未达到(?:要求)?|缺项)的?,?(?:则|酌情|相应)?(?:扣|扣除|扣减|减)(?:相应的?|该项|对应)(?:分值|分数|得分|分)$/;
/** 满意度情况, 问卷调查结果: where a figure comes from. */
export const WHENCE = /(?:情况|结果|数据|资料|材料|台账|报告|记录|以下标准|下列标准|以下方法|下列方法)$/;
/** What is done within a printed time: 30日内拨付. */
export const DEED =
  /^(?:及时|全部|足额)?((?:完成)?(?:分配下达|拨付到位|分解下达|拨付|下达|分配|分解|报送|上报|办结|支付|到位|公开|归档|提交|交付|批复|开工|兑付|发放|签订|签约|备案|验收|竣工|公示|答复|回复|整改|结算|招标|采购|审批|审核))(?:的|到位)?$/;
/** Units of the time that a deed takes. */
export const SPANS = /^(?:个工作日|工作日|个自然日|天|日|个月)$/;
/** 未按时完成的不得分 behind points with dates: the other side of each of them, no gate. */
export const NOT_DONE_THEN = /^(?:未能?|没有)(?:按时|按期|如期|及时)(?:完成|达到|达标|落实|报送|开展)(?:的|者)*$/;
/** 评价得分=…: the word before 得分 names the score, unless it says which way a target goes. */
export const NAMES_THE_SCORE = /^(?!.*(?:正向|反向|逆向|负向|定性|定量))[\u4e00-\u9fa5]{2,12}(?<![的时者若则])$/;
/** 共3项: how many things there are in all. */
export const IN_ALL = /^(?:以上|上述)?(?:一共|总共|共有|共计|共|合计|总计)$/;
/** 支出超出预算的, in front of 每超1%: what is over what, said once more. */
export const LED_OVER =
  /^[^,\d]{1,10}?(?:超|超过|超出|突破)(?:年初|批复|计划|年度)?(?:预算|概算|计划|标准|定额|编制)(?:数|额|金额)?的?$/;
/** 的部分 behind the number that a step starts from. */
export const PART_OF_IT = /^的?部分的?$/;
/** 超过部分, in front of 每5个百分点: on which side of what is printed. */
export const PART_ABOVE = /^(?:超过|超出|高于|大于|超)的?(?:部分)?的?,?$/;
export const PART_BELOW = /^(?:低于|不足|少于|小于|未达到?|未完成|达不到)(?:目标值?|标准|要求|任务)?的?(?:部分)?的?,?$/;

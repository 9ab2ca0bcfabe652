/** What opens a list of parts. */
export const LIST_OPENS =
  /其中|包括|包含|分别为|分别是|分项情况(?:是|为|如下)?|主要用于(?:以下方面)?|具体(?:为|是|如下)|(?:情况)?如下(?=[:;,])|构成为|组成为|按[^,;。:()\n\d]{1,8}(?:(?<!部)分(?:类|为|别为)?(?=[:,])|(?=:))/g;
/** One number for each of several names. */
export const RESPECTIVELY = /^分别/;
/** The total behind its list names nothing of its own. */
export const TOTAL_BEHIND = /^(?:三项|四项|五项|以上)?(?:合计|共计|总计|共)(?:为|:)?$/;
/** A total of more than the sentence lists, or a list with a head of its own. */
export const TOTAL_OF_MORE = /以上|上述|其中|包括|累计|分别/;
/** Less than the whole is a fault only where the list says that it is all: 其中 … 分别为. */
export const SAYS_ALL = /分别(?:为|是)|由[^。]*(?:组成|构成)|构成|组成/;
/** 按用途分: each way of dividing an amount gives all of it. */
export const DIVIDES = /^按/;
/** The list is no complete one, or nobody can tell. */
export const SAYS_SAMPLE = /等(?![级距])|(?:其他|其它|其余|剩余)(?![^,;。、]{0,10}\d)|主要|部分|例如|比如|大部/;
export const SAMPLE_BEFORE = /主要|部分/;
/** 一级指标: levels of one tree. */
export const LEVEL_OF_TREE = /[一二三四]级指标$/;
/** 行政编制, 编制: posts. */
export const POSTS_END = /编制$/;
/**
 * Classes of people and firms by different traits: 女 and 党员 may be the same people, so that together they are no parts of
 * one sum; 本科, 硕士 and 博士 are of one trait and part it.
 */
export const TRAITS: readonly RegExp[] = [
  /女|男/,
  /党员|团员|群众/,
  /学历|本科|大专|专科|研究生|硕士|博士/,
  /岁|青年|老年/,
  /职称|高级|中级|初级|教授/,
  /民族/,
  /退役|残疾|脱贫|贫困|低保/,
  /规上|规模以上|龙头|高新/,
  /新增|首次/,
  /以上|以下|以内/,
  /同时/,
];
/** A second number of the item before it: 甲项目预算60万元，支出55万元. */
export const BELONGS_TO_ITEM =
  /^(?:自评|实际|已|全年|累计)*(?:得分?|实得|支出|执行|支付|使用|到位|拨付)(?:数|资金|金额)?$/;
/** 人均1.2万元, 户均2.53万元: no amount that anything is a part or a share of. */
export const EACH_ONE = /(?:每.{0,6}|[人户亩件年月日次生床台村校平]均)(?:约|为|达|仅)?$/;
/** 完成任务800户的112.5%: what was planned is measured against, not taken apart. */
export const MEASURED_AGAINST = /^的\d+(?:\.\d+)?%/;
/** 新增就业100人, 节约资金8万元: quantities of their own. */
export const NEW_ONES = /新增|节约|压减|压缩/;
/** A standard or an average is no part of a sum: 每人每月650元, 人均1500元. */
export const PER_UNIT = /每|均(?![衡匀已])|单价|标准|提高|最高|最低|限额/;
/** What is told of the item in front, and does not end the list. */
export const OF_THE_ITEM = /^(?:占|比|较|同比|环比|增|降|减|完成(?:年初|全年)?预算|执行率|支付率|其中)/;
/** Words with which another quantity than a part begins. */
export const BEGINS_OTHER =
  /^(?:此外|另外?|综合|总分|总得分|总额|尚|拟|同时|同步|并|其余|余下|剩|年末|期末|结转|结余|累计结|合计|共计|总计|全年|当年|实际|完成|执行|超|未|上年|支出(?:合计|总)|收入(?:合计|总)|年初|调整|预算|截|已|办结|结案|审结|授权|有效|拥有|在用|闲置|出租|出借|完工|竣工|在建|开工|建成|验收|达标|合格|通过|解决|整改|处理|回复|惠及|覆盖|受益|涉及|参与)/;

/** Names that make one whole between them. Members are patterns of a label; `core` many of them make the list complete. */
export interface Partition {
  readonly members: readonly RegExp[];
  readonly core: number;
}

export const PARTITIONS: readonly Partition[] = [
  { members: [/工资福利/, /商品[和与及]服务/, /个人[和与及]家庭/], core: 3 },
  { members: [/^基本支出/, /^项目支出/], core: 2 },
  { members: [/^税收/, /^非税/], core: 2 },
  { members: [/行政/, /事业/, /工勤/], core: 3 },
  { members: [/中央/, /省/, /市/, /[县区]/], core: 3 },
  { members: [/出国|出境/, /公务?用?车/, /接待/], core: 3 },
  { members: [/人员(?:经费|支出)/, /公用(?:经费|支出)/], core: 2 },
  { members: [/男/, /女/], core: 2 },
  { members: [/不合格|未合格/, /^(?:.*[^不未])?合格/], core: 2 },
  { members: [/决策|投入/, /过程|管理/, /产出/, /效[益果]/], core: 4 },
  { members: [/决策|投入/, /过程|管理/, /产出/, /效[益果]/, /满意/], core: 5 },
  { members: [/(?:预算|资金)执行/, /产出/, /效[益果]/, /满意/], core: 4 },
  { members: [/货物/, /工程/, /服务/], core: 3 },
  { members: [/约束性/, /指导性/], core: 2 },
  { members: [/离休/, /退休/], core: 2 },
  { members: [/线上/, /线下/], core: 2 },
  { members: [/地上/, /地下/], core: 2 },
  { members: [/(?:^|[^非])流动/, /非流动/], core: 2 },
  { members: [/上半年/, /下半年/], core: 2 },
  { members: [/一季度/, /二季度/, /三季度/, /四季度/], core: 4 },
];

/** The class of all that is left, with a number of its own: nothing more can follow it. */
export const REST = /^(?:其他|其它|其余|剩余).{0,2}$/;

/** Of two numbers in one item the part is the one of the whole's kind: 得分91.5分，其中决策20分得18分. */
export const KINDS_OF_FIGURE: readonly RegExp[] = ["得分|实得|得|自评分?", "支出|执行|支付|使用|拨付", "预算|下达|安排|到位"].map(
  (kind) => new RegExp(`(?:${kind})(?:数|额|资金|合计|共计|分别|为|是|达|到|了|:)*$`),
); // prettier-ignore

import type { Phase } from "../types";

/** What stands like a number and is none: dates, document numbers, codes, chapters, names in quotation marks. */
export const NO_QUANTITY: readonly RegExp[] = [
  /\(\d{4}\)第?\d{0,6}号/g,
  /第\d{1,6}(?:[-~至]\d{1,6})?/g,
  /《[^《》\n]{1,60}》/g,
  /"[^"\n\u4e00-\u9fff]{1,20}"/g,
  /(?:19|20)\d{2}(?:[-~至—](?:19|20)?\d{2})?年/g,
  /(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}/g,
  /\d{1,2}(?:[-~至]\d{1,2})?月(?!份?工资)(?:\d{1,2}[日号])?/g,
  /\d{1,2}[日号](?!均)/g,
  /\d{1,2}[:]\d{2}/g,
  /(?:电话|热线|邮编|账号|传真|编号|编码|代码|文号)[^\d\n]{0,6}[\d-]{3,30}/g,
  /(?<!\d)\d{5,12}-/g,
  /(?<!\d)\d{1,6}[号级届条款](?!房|线路)/g,
];

/** The year that a sentence speaks of; 比2018年 is only compared with. */
export const YEAR = /(?<![比较与同由从])(20\d{2})(?:年|[-~至])/g;
/** Units, the longest first; a measure word measures itself. */
export const UNIT =
  /^(?:亿元|百万元|千万元|万元|千元|百元|元|%|‰|个百分点|百分点|万人次|万人|人次|万户|户次|平方公里|平方米|立方米|公里|千米|公顷|万亩|万吨|公斤|千克|小时|工作日|课时|学时|个月|人|名|位|个|家|项|户|次|件|处|所|台|辆|套|座|期|场|批|份|篇|条|只|头|亩|吨|米|天|倍|分|支|门|间|本|册|幅|株|棵|张|幢|栋|组|类|万|亿)/;
/** Behind these a measure word belongs to a name: 个股室 is a count of 个, 元旦 is no money. */
export const NO_UNIT =
  /^(?:元旦|元宵|人民|名录|所有|分类|分局|分中心|分管|次要|项目制|本级|本年|条例|台账|组织|类似|张榜)/;
/** 约30万元, 30万元以上: nobody can hold it against anything. */
export const ABOUT_BEFORE = /(?:约|近|超过?|逾|突破|不低于|不少于|至少|高于|低于|大于|小于|[≥≤<>])$/;
export const ABOUT_AFTER = /^(?:以上|以下|以内|左右|上下|余|多(?![个项家]))/;
/** 30余万元, 30多人: right behind the number, in front of its unit. */
export const ABOUT_WITHIN = /^[余多]/;
/** 4125.49、4143.91万元: the next number, with which this one may share its unit. */
export const NEXT_NUMBER = /^(?:、|,|和|及|与|至|~|-)\d[\d.]*/;
/** Units that two numbers share. */
export const SHARED_UNIT = /元$|^%$/;
/** People are counted by one measure, whatever the word. */
export const PEOPLE = new Set(["人", "名", "位"]);

/** 率, 占比 and the like in front of a percentage. */
export const RATE_LABEL = /(?:率|比例|进度|完成度|满意度)(?:仅|只|均|已|约|分别)?(?:为|达到|达|是|有|:|至)?(?:了|约)?$/;
export const SHARE_BEFORE = /占([^,;。:()\n]{0,30}?)(?:的?(?:比重|比例|比)?(?:仅|约)?(?:为|达到|达|是|:)?(?:了|约)?)$/;
/** What was planned: 占 a budget or plan is how far it was carried out, no share. */
export const PLANNED = /预算|计划|任务|目标/;
/** 完成预算的95%, 为年初预算的95%. */
export const RATE_OF = /(?:完成|为|达到?|是)([^,;。:()\n]{0,24}?(?:预算数?|计划数?|任务数?|目标))的?$/;
/** 三项各占33.3%: several subjects share one number. */
export const EACH = /各|均|分别/;

const CHANGE_UP = "增加|增长|增收|增支|上升|提高|上涨|提升|新增|多支出|多支|增幅|增长率|增长幅度|上浮|多|增";
const CHANGE_DOWN = "减少|下降|减收|减支|降低|回落|压减|压缩|节约|少支出|少支|降幅|下降率|下降幅度|下浮|少|减|降";
const LINK = "(?:了|额|数)?(?:为|约|达到|达|仅|:)?(?:了)?(?:约)?$";
export const INCREASE = new RegExp(`(?:${CHANGE_UP})${LINK}`);
export const DECREASE = new RegExp(`(?:${CHANGE_DOWN})${LINK}`);
export const CHANGE_WORDS = `${CHANGE_UP}|${CHANGE_DOWN}`;
/** Only a change against something is one: 新增就业 100 人 is a quantity of its own. */
export const COMPARED = /[比较](?!例|重|强|大|好|小|多|少|差|为)|同比|环比|相比|对比|上年|去年/;
export const PREVIOUS =
  /(?:比|较|与|同)(?:上年度?|去年|上一年度?|年初|预算|20\d{2}年度?)(?:同期|决算|预算|支出|收入|实际|完成|发生)*(?:数|额)?(?:的|为)?$/;
/** 同比5%: a growth that names no direction. */
export const COMPARED_ONLY = /(?:同比|环比)$/;
export const DIFFERENCE = /(?:差值|差额|相差)(?:为|是|:)?$/;

/** What stands in front of a label or behind it and is no part of the name. */
export const LABEL_FRONT =
  /^(?:其中|主要|包括|包含|含|分别|具体|截[至止]到?|(?:19|20)\d{2}年度?(?![初末底])|(?:19|20)\d{2}(?=年[初末底])|\d{1,2}月(?:份|\d{1,2}[日号])?|[年月]?[底末](?=[^结])|本年度?|当年|全年(?!预算|执行)|我[单局部委办中馆站院校所镇乡]位?|本[单局部委办中馆站院校所镇乡]位?|一是|二是|三是|四是|五是|六是|以及|及|和|与|、|共|总共|累计|实际(?=[^完支到])|完成|安排|用于|下达|拨付|到位|投入|经|由|从|为|是|有|的)+/;
export const LABEL_BACK =
  /(?:分别|合计|共计|总计|累计|共|约|近|达到|达|仅|只|为|是|有|完成|安排|计|了|于|到|至|:|得|均|已|各)+$/;

/** Words that part one quantity from another of the same name. */
export const QUALIFIERS: readonly RegExp[] = [
  /自然口径/,
  /同口径/,
  /政府性基金/,
  /国有资本/,
  /社会?保险?基金/,
  /一般公共/,
  /财政专户/,
  /本级/,
  /全口径/,
  /含税/,
  /累计/,
  /人均/,
  /每[人户月天亩]/,
];

/** Words by which a label says which of several figures it is. */
export const PHASES: readonly (readonly [RegExp, Phase])[] = [
  [/年初(?:部门|项目|支出|收入|批复)?[^,;]{0,8}预算|年初[^,;]{0,10}预算|预算(?:批复|安排)|批复预算/, "initialBudget"],
  [/全年预算|调整[后]?[^,;]{0,4}预算|调整预算|预算调整数/, "adjustedBudget"],
  [/执行数|实际支出|实际使用|实际拨付|已支付|支出合计|累计支出|总支出|支出总额|实际执行|支出决算/, "executed"],
  [/决算/, "final"],
  [/目标值?|指标值|计划/, "target"],
  [/上年|去年|上一年/, "lastYear"],
  [/实际完成/, "actual"],
];

const WHOLE_YEAR = "年初|年度|全年|各项|全部|所有|既定|预定|预期|当年|本年度?|20\\d{2}年度?|绩效";
const PLAIN =
  "(?:绩效|工作|各项|主要|重点|目标|任务|预期|整体|总体|的|、|和|及|与|部门|项目|预算|计划|指标|支出|年度|年初|设定|下达|确定|既定|制定|全部|目标值){0,10}";
const DONE = "(?:全面|圆满|全部|如期|均已|均|按期|超额|保质保量|高质量)(?:地)?(?:完成|实现|达成|达到)";

/** 全面完成了年初绩效工作目标: over all of the year; 圆满完成防汛值守任务 is one task. */
export const ALL_DONE = new RegExp(`${DONE}(?:了)?(?:${WHOLE_YEAR})${PLAIN}(?:目标|任务|指标)`, "g");
/** 各项绩效指标全部达标. */
export const ALL_MET = new RegExp(
  `(?:各项|全部|所有|年度|各)${PLAIN}(?:指标|目标|任务)(?:值)?(?:均|都|全部|已|全面|如期|圆满|按期|已经|得到)+(?:达标|完成|实现|达到|达成)`,
  "g",
);
/** What stands around a claim and makes it none: a wish, a plan, another year, or its opposite. */
export const NO_CLAIM =
  /未|没有?|尚|基本|将|确保|力争|争取|努力|为了?[^,]{0,6}$|以[^,]{0,4}$|下一步|今后|计划|必须|需要|要求|能否|是否|除/;
/** 完成年度目标的基础, …的情况: an attribute, no statement. */
export const ATTRIBUTE = /^的(?!基础上)/;

export const PROBLEM_HEADING = /问题|不足|偏差|薄弱/;
/** 存在的问题： within a paragraph. */
export const PROBLEM_SAID = /(?:存在|主要)的?(?:主要)?(?:问题|不足)(?:及原因(?:分析)?)?[:是]/;
export const NEXT_STEPS = /下一步|下步|措施|改进|建议|打算|计划|安排/;
export const NO_PROBLEM =
  /^(?:[一二三四五六七八九十]+、|\([^)]*\))?(?:无|暂无|没有|不存在|未发现)(?:明显|重大|突出|其他|存在)?(?:的)?(?:问题|不足|偏差)?[。.]?$/;

/** A sentence that speaks of something that fell short. */
export const FALLS_SHORT =
  /扣|未|不足|不够|不高|不全|不准|不严|偏差|滞后|推迟|延后|延期|偏低|较低|较慢|缓慢|低于|差距|欠|缺|影响|原因|问题|薄弱|有待|尚需|没有/;

/** 调查研究 is no survey: it must be one of people who are asked whether they are content. */
const ASKED = "(?:调查(?!研究|处理|取证|核实|处置)|测评|访谈|抽样|走访)";
const PEOPLE_ASKED = "(?:满意|群众|公众|服务对象|受益)";
export const SURVEY = new RegExp(
  `问卷|满意度?(?:测试|评价表|抽样)|回访|${ASKED}[^。]{0,20}${PEOPLE_ASKED}|${PEOPLE_ASKED}[^。]{0,20}${ASKED}`,
);
export const SURVEY_IN_CELL = /调查|问卷|访谈|测评|回访|抽样/;

/** Parts of the table that say what was done and what came of it. */
export const RESULTS = /产出|效果|效益|满意|履职|职责|绩效$/;

/** What stands behind the subject of an indicator's name. */
export const NAME_TAIL = /(?:完成|达标)?(?:率|数量?|性|度|情况|个数|人数|次数)$/;

/** Other words for an indicator: where its name has the first, the text may say any of the second. */
export const SYNONYMS: readonly (readonly [name: RegExp, said: RegExp])[] = [
  [/预算执行|预算完成/, /预算执行|执行进度|支出进度|支付进度|资金支付|资金结余|执行率/],
  [/支付进度/, /支付进度|支出进度|资金支付/],
  [/结转结余|结余/, /结转|结余/],
  [/完成及时|及时率/, /不及时|未及时|滞后|推迟|延期|延后|进度[^,。]{0,4}慢/],
  [/质量达标/, /质量[^,。]{0,6}(?:不|未|欠|差)/],
  [/满意/, /满意/],
  [/绩效目标/, /绩效目标|目标设[定置]/],
  [/绩效指标/, /绩效指标|指标设[定置]|指标[^,。]{0,4}(?:量化|明确)/],
  [/制度健全/, /制度[^,。]{0,6}(?:不|未|欠)/],
  [/信息公开|公开性/, /公开/],
  [/政府采购/, /采购/],
  [/固定资产|资产/, /资产/],
];

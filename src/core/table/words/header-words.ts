import type { ColumnRole } from "../../model/scoring-table";

/**
 * The words by which headers are known: data only, all of it here (SPEC R2). A Chinese header is a noun phrase whose
 * head stands last (`部门自评得分`), so the longest known ending decides the role and what stands before it refines it.
 * All words are canonical text without spaces and brackets.
 */

/** `goal`: the goal of the form in words, beside the targets of its indicators. `ignored`: known, and known to be none of ours (实施单位, 加分, 上年得分), so that no shorter ending misreads it. */
export type HeaderRole = ColumnRole | "ignored" | "goal";

/**
 * 3: the word alone settles the role; 2: usual, may be refined by the header above it;
 * 1: also said of other things, so that the cells below or the other headers must agree.
 */
export type Strength = 1 | 2 | 3;

export const HEADS: readonly (readonly [role: HeaderRole, strength: Strength, words: string])[] = [
  ["sequence", 3, "序号 编号 项次 序列号 指标编码 指标编号 指标序号"],
  ["sequence", 2, "序 序列 NO No NO. No."],

  ["fullMark", 3, "分值 满分 满分值 标准分 标准分值 参考分值 参考分 基准分 基准分值 指标分值 应得分 应得分值 规定分 配分 满分分值 满分分数 标准分数 分值设置"],
  ["fullMark", 2, "权重 权重值 权数 权值 权重分 权重分值 指标权重 权重占比 权重比例 权重比 权重系数 分值权重 应得 总分 总分值 基本分 基础分 设定分值 满分标准"],

  ["score", 3, "得分 评分 打分 得分值 实得分 实得分值 得分情况 评分结果 得分结果 自评分值 评价分 评价分值 评分值 考核分 考评分"],
  ["score", 2, "实得 自评 自评结果 自查 初评 评定分 计分 分数 赋分 赋分值"],
  ["score", 1, "分"],

  ["itemScore", 3, "得分系数 评分系数 完成系数"],

  ["reviewScore", 2, "复核 复评 评审 审核 核定 复查 再评价 抽查 终评"],
  ["reviewOpinion", 3, "复核意见 评审意见 审核意见 财政意见 核定意见 专家意见 审查意见 复核说明 审核说明 评审说明"],
  ["reviewOpinion", 1, "意见"],

  ["standard", 3, "评分标准 评价标准 计分标准 考核标准 考评标准 打分标准 赋分标准 扣分标准 评判标准 得分标准 评定标准 评分细则 评价细则 考核细则 计分细则 打分细则 赋分细则 评分办法 计分办法 评价办法 考核办法 打分办法 赋分办法 评分方法 计分方法 打分方法 赋分方法 评分方式 计分方式 得分计算方法 得分计算方式 分值计算方法 得分计算公式 评分规则 计分规则 赋分规则 打分规则 得分规则 扣分规则 扣分细则 扣分办法"],
  ["standard", 2, "标准 细则 评分说明 计分说明 评价方法 考核方法"],

  ["explanation", 3, "指标解释 指标释义 指标内涵 指标含义 指标定义 名词解释"],
  ["explanation", 2, "解释 释义 内涵 含义 定义"],

  ["description", 3, "指标说明 评价要点 考核要点 考评要点 考察要点 评分要点 指标要点 指标要求 计算公式 指标公式 指标计算方法 指标计算公式"],
  ["description", 2, "要点 公式 计算方法 计算方式 指标描述 工作要求 考核要求 指标内容 指标设定说明"],

  ["target", 3, "年度指标值 年初指标值 绩效指标值 预期指标值 计划指标值 全年指标值 目标指标值 目标值 年度目标值 计划值 预期值 预期目标值 绩效目标值 期望值 标杆值 标准值 计划数 计划完成值 预期完成值 计划完成数 预期目标 年度目标 年初目标 工作目标 年度工作目标 年初设定目标 指标目标 目标任务 年度绩效目标 年度绩效指标值 指标目标值"],
  ["target", 2, "指标值 年度指标 目标 绩效目标 任务数 年度计划 年度任务 计划 计划任务 目标数"],
  ["targetOperator", 3, "指标性质 指标方向 运算符 运算符号 计算符号 比较符 比较符号 关系符 判断符 指标符号 目标符号"],
  ["targetOperator", 2, "性质 符号 方向 算符"],
  ["unit", 3, "度量单位 计量单位 指标单位 数据单位 数值单位 量化单位 计算单位 指标值单位"],
  ["unit", 1, "单位"],
  ["actual", 3, "实际完成值 实际完成指标值 全年完成值 全年实际值 全年实际完成值 年度完成值 完成值 实际值 实际指标值 指标完成值 业绩值 实现值 自评完成值 实际完成情况 完成情况 指标完成情况 目标完成情况 实际完成 实际完成数 完成数 完成结果 达成情况 实现情况 实绩 实际数 实际情况 指标值完成情况 执行值 实际执行值 全年执行值"],
  ["actual", 2, "完成指标值 实际水平 落实情况 执行情况 完成程度 实际 完成"],
  ["rate", 3, "完成率 执行率 完成度 达成度 实现度 目标实现程度 完成比例 完成比率 完成百分比 达成率 实现率 指标完成率 目标完成率 完成进度"],

  ["reason", 3, "扣分原因 扣分理由 扣分说明 扣分情况 扣分依据 扣分事项 扣分内容 扣分点 扣分项 失分原因 失分说明 失分情况 减分原因 偏差原因 偏差原因分析 偏差分析 偏差说明 差异原因 差异说明 差异分析 未完成原因 未完成原因分析 未达标原因 原因 原因分析 原因说明 得分理由 评分理由 得分说明 自评说明 自评理由"],
  ["reason", 2, "理由 改进措施 整改措施 措施 存在问题 问题"],

  ["evidence", 3, "佐证材料 佐证资料 佐证 证明材料 证明资料 支撑材料 支撑资料 印证材料 印证资料 查证资料 数据来源 资料来源 信息来源 取数来源 证据来源 依据材料 材料清单 证据 指标值设定依据"],
  ["evidence", 2, "评分依据 评价依据 得分依据 自评依据 打分依据 依据 材料 资料 附件 来源"],
  ["remark", 3, "备注"],
  ["remark", 2, "注 说明 备注说明 情况说明 其他说明"],

  ["deduction", 3, "扣分 扣分值 扣分数 扣减分 扣减分值 减分 减分值 失分 失分值 丢分"],

  ["ignored", 3, "加分 排名 名次 位次 同比 环比 增减率 增减额 增减数 增减 差额 差异额 差异率 变动率 变动额 增长率 增幅 偏差率 偏差度 偏离度 偏差值 得分率 等级 评级 档次 等次 责任人 联系人 负责人 时间 日期 期限 科室 股室 处室 部门 责任部门 牵头部门 实施单位 责任单位 主管单位 牵头单位 承担单位 完成单位 填报单位 配合单位 指标属性 指标来源 是否完成 分值占比 行次 栏次 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 上半年 下半年"],
]; // prettier-ignore

/** Bare words for a column of names. `leaf`: names indicators; `group`: names what indicators are grouped by. */
export const NAME_HEADS: readonly (readonly [kind: "leaf" | "group", words: string])[] = [
  ["leaf", "指标名称 绩效指标 绩效指标名称 评价指标 评价指标名称 考核指标 考核指标名称 考评指标 评分指标 评估指标 指标 具体指标 具体指标名称 指标项目 指标体系 绩效评价指标 明细指标 个性指标 名称"],
  ["group", "准则 评价准则 指标类别 指标类型 指标分类 指标维度 类别 类型 分类 项目 评价项目 考核项目 考评项目 评分项目 评估项目 评价内容 考核内容 考评内容 评分内容 评估内容 内容 项目内容 评价要素 要素 评价因素 因素 维度 评价维度 评价方面 事项 考核事项 评价事项 工作任务 重点任务 模块 板块 环节"],
]; // prettier-ignore

/** 评审内容, 测评项目: whatever the act of judging is called. */
export const JUDGED_GROUP =
  /^(?:评审|审核|评定|测评|检查|评议|打分|绩效评价|绩效评估)(?:内容|项目|事项|要素|因素|维度|方面)$/;
/** A column to tick, or to say what a grade takes. */
export const GRADE_COLUMN = /^(?:优秀?|良好?|中等?|差|较好|较差|一般|好|不?合格)$/;

/** Who gave the score, where the words before the head say so. */
export const SELF_WORDS = ["自评", "自查", "自我", "自测", "自报", "本单位", "部门自", "单位自"];
export const REVIEW_WORDS = [
  "复核", "复评", "复查", "复算", "评审", "审核", "审定", "核定", "核查", "财政", "专家", "第三方", "主管部门", "评价组", "评价机构",
  "评价小组", "考核组", "考评组", "抽查", "抽评", "上级", "再评价", "认定", "终评", "中介", "审计", "检查组", "验收",
]; // prettier-ignore
/** Neither: 评价得分 beside 自评得分 is the reviewer's, alone it is the table's score. */
export const JUDGING_WORDS = ["评价", "考核", "考评", "评定", "绩效", "最终", "综合", "评估"];

/** One of several who gave marks: 专家1, 评委A打分. */
export const PANEL_MEMBER =
  /^(?:评审|评价|评估)?(?:专家|评委|评分人|评价人|打分人)[\dA-Z甲乙丙丁戊一二三四五六七八九十]{1,2}号?(?:评分|打分|得分|评价分|分数|分)?$/i;

/** Of a part of the year only: 上半年完成值, 1-8月执行数. */
export const PART_OF_YEAR = /(?:上|下)半年|[一二三1-3]季度|(?:^|\D)1-(?:[2-9]|1[01])月/;
export const PAST_WORDS = ["上年", "去年", "往年", "上一年", "前一年", "上期"];
/** Wholly of another time than the year at hand: 历史值, 基期值, 近三年平均, 上年同期数, 往年均值. */
export const PAST_FIGURE =
  /^(?:(?:历史|历年|往年|往期|以前年度|基期|基年|前期|上期|同期|前年|去年|上一?年度?|(?:最近|过去|近|前)[一二两三四五\d]年(?:来|度)?)+(?:实际|完成|实现|达成|执行|决算|平均|最[高低好]|参考|指标|目标|计划|预算)*(?:数值|数据|水平|情况|均值|基数|基准|值|数|完成|实际)?|现状(?:数值|数据|水平|值|数))$/;
/** Before 分: which marks are set, not given. */
export const SET_MARK_WORDS = ["标准", "基准", "基本", "基础", "满", "应得", "规定", "设定", "额定", "参考", "配", "权重", "总", "分配", "指标"]; // prettier-ignore
export const DEDUCTION_WORDS = ["扣", "失", "减", "加", "丢"];
/** Before 值 or 指标值: what was reached, unless it is what was planned. */
export const DONE_WORDS = ["实际", "完成", "实现", "达成", "执行"];
export const PLANNED_WORDS = ["计划", "预期", "预计", "目标", "年初", "应"];

/** Which reading of 指标说明及评分标准, 备注(扣分原因) and the like tells the most. */
export const ROLE_PRIORITY: readonly HeaderRole[] = [
  "level", "reason", "standard", "score", "itemScore", "deduction", "reviewScore", "reviewOpinion", "fullMark", "actual", "target", "description",
  "explanation", "rate", "evidence", "targetOperator", "unit", "sequence", "remark", "ignored",
]; // prettier-ignore

/** Rows that are no indicators. */
export const TOTAL_LABEL =
  /^(?:(?:自评|复核|评价|考核|考评|绩效|本表|以上|全部|各项|项目|部门|综合|最终|指标|一级指标)*(?:得分|分值|分数|评分|权重)?(?:总分|合计|总计|总和|共计|总得分|总评分|合计分|合计得分|综合得分|最终得分|总评|总体得分|自评总分|总分值|合计分值|总分数|总成绩)(?:得分|分值|分数|分|数)?|(?:自评|复核|评价|考核|考评|绩效|本表|综合|最终)*得分|总)$/;
export const SUBTOTAL_LABEL = /^(.{0,20}?)(?:小计|分项合计|分类合计|本项合计|本级合计)(?:得分|分值|分数|分)?$/;

/** What begins a row below (or above) a table: signatures, notes, conclusions, form fields. Matched at the start. */
export const CLOSING_LABEL =
  /^(?:注\d*[:.、]|备注[:.]|说明[:.]|填表说明|填报说明|填写说明|填报人|填表人|填报单位|填报日期|填表日期|填报时间|填表时间|经办人|制表人?[:(]|联系人|联系电话|联系方式|电话[:(]|审核人|复核人|评价人|评分人|负责人|单位负责|部门负责|项目负责|财务负责|主管领导|分管领导|单位领导|主要领导|评价组长|评价人员|评价小组|日期[:(]|(?:单位|部门)?\(?(?:公章|盖章|签章|签字)|(?:自评|评价|绩效|考核|综合)*(?:结论|等级|等次|档次)|评价结果|自评结果|自评总结|存在(?:的)?问题|主要问题|问题及|改进措施|整改措施|下一步|其他需要|其它需要|需要说明|有关建议|意见建议|主要经验|经验做法|绩效分析|偏离目标)/;
export const SIGNED = /\((?:盖章|签字|签章|公章|签名)\)|(?:签字|签章|盖章|签名):/;
export const FORM_LABEL =
  /^(?:项目名称|项目编码|项目代码|主管部门|实施单位|项目单位|单位名称|部门名称|预算单位|评价年度|年度总体目标|年度目标|总体目标|年度绩效目标|绩效目标完成|项目资金|资金情况|预算执行情况|项目基本|部门基本|项目概况|项目类型|项目属性|项目起止|资金来源|年度主要任务|预期目标)/;

/** Money columns of the funding block (项目资金). */
export type MoneyRole = "initialBudget" | "budget" | "executed";
export const MONEY_HEADS: readonly (readonly [role: MoneyRole, words: string])[] = [
  ["initialBudget", "年初预算数 年初预算 年初预算金额 年初批复数 年初批复预算 初始预算 年初安排数 年初预算安排 年初部门预算 年初数"],
  ["budget", "全年预算数 全年预算 全年预算金额 调整后预算数 调整后预算 调整预算数 调整后预算金额 预算数 预算金额 预算安排数 预算安排 预算批复数 年度预算数 年度预算 预算总额 调整后全年预算数 全年预算安排 安排预算数 实际预算数 预算资金"],
  ["executed", "全年执行数 全年执行 全年执行金额 执行数 执行金额 预算执行数 预算执行 实际支出数 实际支出 实际支出金额 支出数 支出金额 全年支出数 全年支出 实际执行数 年度执行数 决算数 实际使用数 实际使用金额 到位执行数"],
]; // prettier-ignore
/** The same by their parts, for what offices make of them: 调整预算, 实际支出额. */
export const MONEY_PHRASES: readonly (readonly [role: MoneyRole, pattern: RegExp])[] = [
  ["initialBudget", /^(?:年初|初始)(?:批复|安排|部门|财政|项目)?预算(?:数|额|金额|总额|资金|安排)?$/],
  ["budget", /^(?:年中|全年|年度|当年|本年|最终|实际|批复)?(?:调整|追加|变更)(?:以?后)?的?(?:全年|年度)?预算(?:数|额|金额|总额|资金|安排)?$/],
  ["budget", /^(?:项目|年度|全年|当年|本年)*(?:(?:资金|经费)(?:下达|安排|批复|计划)|(?:下达|安排|批复|计划)(?:资金|经费|投资)|计划投资)(?:总额|金额|数|额)?$/],
  ["executed", /^(?:项目|年度|全年|当年|本年|累计|实际)*(?:(?:资金|经费)(?:实际)?(?:支付|支出|使用)|(?:支付|使用|支出)(?:资金|经费)|(?:实际|完成)(?:完成)?投资|支付)(?:总额|金额|数|额)$|^(?:实际|完成)(?:完成)?投资$|^(?:已|实际)(?:支付|使用|支出)(?:资金|经费)$/],
  ["executed", /^(?:实际|全年|年度|当年|本年|累计|预算)+(?:执行|支出|支付|使用)(?:数|额|金额|总额)?$/],
]; // prettier-ignore
export const MONEY_TOTAL_LABEL = /(?:资金|预算|支出|经费)?(?:总额|总计|合计|总量|总数)(?:\(.*\))?:?$/;
export const MONEY_PLAIN_TOTAL = /^(?:总额|合计|总计|年度资金总额|资金总额|预算数|执行数)/;

/** A source of money or the total of all: 其中：当年财政拨款, 上年结转资金, 其他资金, 合计. */
export const MONEY_SOURCE =
  /^(?:其中:?)?[\u4e00-\u9fff()]{0,12}?(?:资金|拨款|总额|总计|合计|小计|结转(?:结余)?|结余|自筹|债券|贷款|捐赠|收入|预算内|预算外|(?:中央|省|市|县|区|镇|乡|上级|本级|地方|财政)[级本]?(?:财政)?(?:安排|补助|配套|专项)?|其他|其它|单位自有)(?:资金|拨款|收入|数|额|金额)?$/;

/** Labels beside which the unit and the year stand, best first. */
export const UNIT_LABELS = [
  "部门(单位)名称", "单位(部门)名称", "预算部门(单位)名称", "被评价单位", "被评价部门", "评价单位名称", "单位名称", "部门名称", "预算部门名称", "预算单位名称",
  "预算单位", "预算部门", "部门(单位)", "单位(部门)", "自评单位", "自评部门", "项目单位", "项目实施单位", "实施单位", "项目承担单位", "填报单位", "填报部门", "填表单位", "编制单位", "部门", "单位", "主管部门",
]; // prettier-ignore
export const YEAR_LABELS = ["评价年度", "自评年度", "绩效年度", "预算年度", "年度", "年份", "评价年份", "所属年度", "考核年度"]; // prettier-ignore

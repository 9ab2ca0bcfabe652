import { comparisonWords, type CompareOperator } from "../../../model/comparison-words";
import { problems } from "./problems";
import type { Wording } from "./problem";
import type { TokenType } from "./token";

/**
 * The words of the language, as data. `needs` says what must follow for a word to mean this; otherwise it is part of
 * ordinary text. `plain` words are listed only so that a shorter word inside them is not taken for itself (会计, 下达).
 */
export type Entry =
  | { readonly is: "plain" }
  | { readonly is: "compare"; readonly op: CompareOperator; readonly needs: "number" }
  | { readonly is: "after"; readonly op: ">=" | "<=" | ">" | "between"; readonly needs: "numberBefore" }
  | { readonly is: "verb"; readonly act: "award" | "deduct" | "bonus"; readonly needs: "amount" }
  | { readonly is: "limit"; readonly which: "least" | "most"; readonly needs: "limit" }
  | { readonly is: "rest"; readonly word: "else" | "others" }
  | { readonly is: "total"; readonly needs: "marks" }
  | { readonly is: "refused"; readonly wording: Wording }
  | { readonly is: Extract<TokenType, "full" | "zero" | "keep" | "weight" | "score" | "loss" | "by" | "each" | "respectively" | "tail" | "cap"> }; // prettier-ignore

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== "");

const product = (heads: string, tails: string): string[] =>
  words(heads).flatMap((head) => words(tails).map((tail) => (head === "_" ? tail : head + tail)));

const LEXICON: readonly (readonly [Entry, readonly string[]])[] = [
  [{ is: "compare", op: ">=", needs: "number" }, [...comparisonWords(">="), ...words("满 完成 完成达到")]],
  [{ is: "compare", op: "<=", needs: "number" }, comparisonWords("<=")],
  [{ is: "compare", op: ">", needs: "number" }, comparisonWords(">")],
  [{ is: "compare", op: "<", needs: "number" }, comparisonWords("<")],
  [{ is: "compare", op: "=", needs: "number" }, [...comparisonWords("="), ...words("为 是 均为 恰好为")]],
  [{ is: "after", op: ">=", needs: "numberBefore" }, words("以上 及以上 或以上 和以上 之上 及其以上 及以后 以后 之后 及之后")],
  [{ is: "after", op: "<=", needs: "numberBefore" }, words("以下 及以下 或以下 和以下 以内 之内 及以内 内 之下")],
  [{ is: "after", op: ">", needs: "numberBefore" }, words("以外 之外")],
  [{ is: "after", op: "between", needs: "numberBefore" }, words("之间 间 区间 区间内 范围内 之间的")],
  [{ is: "verb", act: "award", needs: "amount" }, [
    ...product("_ 可 应 则 均 只 仅 获 取 给 各", "得 计 记 给 获"),
    ...words(`得到 获得 取得 给予 计为 记为 评为 赋 打 评 得分 得分为 计分 计分为 记分 评分 评分为 给分 打分 计得 记得 得满 授予 各计 各记
      各给 算 算作 加计 分值为 各占 各 占`)]],
  [{ is: "verb", act: "bonus", needs: "amount" }, words("加 加分 增加 另加 奖励 奖 可加")],
  [{ is: "verb", act: "deduct", needs: "amount" }, [
    ...product("_ 则 各 均 应 可 再 另 并 再各 各再", "扣 扣除 扣减 减 减扣 扣去 扣掉 扣分 减分"), ...words("减去 减少 相应扣 相应扣减 扣分为 酌扣 予以扣除")]],
  [{ is: "zero" }, product("_ 则 均 都 该项 本项 该指标 本指标 此项 该项指标 本项指标 此指标 全部 均为",
    `不得分 不计分 不记分 不给分 不予计分 不予得分 不予给分 无分 得零分 计零分 记零分 零分 不评分 不赋分 不能得分 扣完 扣光 全扣 扣满分
     得分为0 得分0 得0 计0 记0 扣除全部分值 扣除全部分数 扣完该项分值 扣全分 扣除全部 不给予分数 不给予计分 一票否决 一票否决,不得分 实行一票否决 一票否决,该项不得分`)],
  [{ is: "zero" }, [
    ...product("扣除 扣减 扣完 扣去 扣掉 扣 则扣除 则扣", `本项分值 该项分值 此项分值 本指标分值 该指标分值 该项指标分值 本项全部分值 该项全部分值 此项全部分值
      本指标全部分值 该指标全部分值 该项指标全部分值 指标全部分值 本项全部分数 该项全部分数 本项全部得分 该项全部得分 全部得分 全部分值 全部分数 本项所有分值 该项所有分值`),
    ...words(`得分为零 得分为零分 计为零分 记为零分 按零分计 按零分计算 按零分处理 按0分计 按0分计算 按0分处理 以零分计 以0分计 作零分处理 取消得分 取消该项得分 取消本项得分 取消本指标得分
      取消该指标得分 取消该项分值 取消本项分值 不得该项分 不得本项分 不得该项分值 不得本项分值 分值全扣 全部扣除 分值全部扣除 得分清零 分值清零 予以清零 清零`)]],
  [{ is: "keep" }, words("不扣分 不予扣分 不作扣分 不做扣分 不减分 均不扣分 则不扣分")],
  [{ is: "full" }, product("_ 则 均 可 该项 本项 此项 该指标 本指标",
    "满分 全分 得满分 计满分 记满分 给满分 得全分 计全分 记全分 给予满分 获满分 评满分 为满分 得分满分 得全部分值 得该项分值 得本项分值 得该指标分值 得该项满分 得本项满分 得全部分数 得指标满分 得此项分值 计该项分值 记该指标所赋全部分值 得指标分值 记指标全部分值 得权重分 得满权重分 得该项权重分 得权重满分 赋满分 得标准分 得全额分值")],
  [{ is: "weight" }, product("_ 该 本 此 其 该项 本项 此项 该指标 本指标 该项指标 本项指标 此指标 指标 单项 相应 对应 的 所赋 标准 该指标所赋 该项目 全部 对应指标",
    "分值 权重 权重分 权重分值 权重值 标准分 标准分值 满分值 指标分值 总分值 权重得分 应得分值 应得分 基准分 分值权重 满分分值 权分 分值上限")],
  [{ is: "weight" }, words("该项总分 本项总分 指标总分 该项满分的 指标满分 指标分 该项分 本项分 权数 的分数 的分 该项分数 本项分数")],
  [{ is: "score" }, words(`得分 计分 记分 给分 评分 打分 赋分 计算得分 计算分值 计算分数 折算得分 计算评分 核算得分 确定得分 确定分值 计算该项得分 计得分
    实际得分 该项得分 本项得分 指标得分 该指标得分 本指标得分 最终得分 计算 折算 计算计分 计算得出 量化计算得分 量化计分 计取得分 评定得分 折算分值 分数 折算计分 计算本项得分
    计 计算指标得分 计算该指标得分 得相应分值 得相应权重分 得相应权重分值 得相应分数 得相应分 给相应分值 计相应分值 计相应分 进行计分 进行评分 得分数`)],
  [{ is: "loss" }, words("扣分 减分 扣减分值 扣减得分 扣减分数 扣除分值 扣除分数 扣除得分 扣减 扣除 扣减相应分值 扣除相应分值 扣相应分值 扣除相应分数 扣相应分")],
  [{ is: "by" }, words("按 按照 依 依照 根据")],
  [{ is: "each" }, words("每")],
  [{ is: "respectively" }, words("分别 依次 依次为 分别为 分别按 分别按照")],
  [{ is: "tail" }, [
    ...product("_ 直 直至 直到 直至该项 至 以 至本项 至该项", "扣完为止 减完为止 扣完即止 扣完为限 扣光为止 扣至0分为止 扣到0分为止 扣至零分为止 扣完止 扣到零分为止"),
    ...product("直至 直到 以 至 扣至 _", `扣完该项分值为止 扣完本项分值为止 扣完分值为止 扣完全部分值为止 扣完此项分值为止 扣完该指标分值为止 扣完指标分值为止
      扣完满分为止 扣完权重分为止 扣完该项分数为止 扣完该项为止 扣完本项为止 扣完标准分为止 扣完该项分为止 扣完本指标分值为止 扣完权重为止`),
    ...product("直至 直到 至 直至该项 直至本项", product("扣完 扣光 减完 扣尽", `本项分值 该项分值 此项分值 本指标分值 该指标分值 该项指标分值 指标分值 分值 全部分值 本项全部分值 该项全部分值 满分 权重分
      权重分值 标准分 本项分数 该项分数 分数 本项得分 该项得分 得分 本项 该项 该指标 本指标`).join(" ")),
    ...product("_ 直至 直到 以", product("扣减至 扣减到 扣至 扣到 减至 减到", "0分为止 零分为止 0为止 零为止 0分止 零分止 0分 零分").join(" ")),
    ...words(`直至扣完 直到扣完 直至0分 直至0分为止 直至零分 直到0分 直到0分为止 至0分为止 至零分为止 不计负分 不得负分 不计算负分 不倒扣分 不倒扣
      不得为负分 不出现负分 扣至0分 扣到0分 扣至零分 0分为止 零分为止 以0分为限 最低为零 最低得零分 至0分止 最低零分 最低为零分 最多扣完 为止`)]],
  [{ is: "cap" }, words(`满分为止 满分为限 以满分为限 以满分为上限 不超过满分 不得超过满分 最高不超过满分 最高不得超过满分 最高得满分 最高为满分 不超过分值 不得超过分值
    最高不超过分值 最高不得超过分值 最高不超过分值上限 最高不得超过分值上限 不超过该项分值 不得超过该项分值 不超过指标分值 最高不超过该项分值 最高不超过指标分值
    最高不超过本项分值 最高不超过该指标分值 最高不得超过该项分值 最高不得超过该指标分值 最高不得超过指标分值 最高得分不超过满分 得满分为止 加满为止 直至满分 至满分为止
    直至满分为止 超过100%的按100%计算 超过100%按100%计算 超过100%按100%计 超过100%的按100%计 大于100%按100%计算 大于100%的按100%计算 超过100%的以100%计算
    高于100%的按100%计算 高于100%按100%计算 最高分不超过满分 最高得分不超过该项分值 最高得分不超过分值 超过满分的按满分计 超过满分的按满分计算 超过满分按满分计算`)],
  [{ is: "limit", which: "least", needs: "limit" }, words("最低 最低得 最低得分 最低得分为 最低为 最低不低于 最少得 扣至 扣到 直至扣至 至少得 最低分为 最低分")],
  [{ is: "limit", which: "most", needs: "limit" }, words(`最多 最高 最多得 最高得 最多扣 最高扣 最多扣除 最高扣除 最多扣减 累计扣分不超过 扣分不超过 最高扣分不超过
    最高不超过 最高不得超过 最多不超过 扣分上限为 扣分上限 最高得分 最高得分为 最高计 最多计 最高加 最多加 最高得分不超过 最多可扣 累计最多扣 累计扣分最多 扣分最多 上限 上限为 最高扣分 加满 加至 加到 累计加分不超过 加分不超过 最高加分 最多加分 累计最多加 累计最高加
    ${product("累计 合计 总计 总分 总得分 累计得分 合计得分 得分 得分累计 得分合计 两项合计 各项合计 加分合计 加分累计", "不超过 不得超过 最高 最多 最高不超过 最多不超过 最高为 最高得 最多得 最多计 最高计 以不超过").join(" ")}`)],
  [{ is: "total", needs: "marks" }, words("共 共计 合计 总计 总分 总分为 小计 合计为 总共 计分共")],
  [{ is: "rest", word: "else" }, words("否则 反之 否则的 反之则 否则均 除此之外 除此以外")],
  [{ is: "rest", word: "others" }, words("其余 其他 其它 其余的 其他情况 其它情况 其余情况 其他情形 其余情形 其他的 其他均 其余均 以外的")],
  [{ is: "refused", wording: problems.judgement }, words(`酌情 酌减 酌定 视情 视情况 视情节 视实际情况 视具体情况 视严重程度 视完成情况 视程度 适当扣分 适当扣减 适当减分 适当得分
    适当给分 适当计分 自行确定 自行赋分 自由裁量 专家评分 专家打分 由评委 由评价组 综合判断 根据实际情况扣分 根据实际情况得分 根据情况 按程度 根据完成情况扣分
    相应扣分 根据程度 按情况 根据完成程度 按完成程度`)],
  [{ is: "refused", wording: problems.andSoOn }, words("以此类推 依此类推 依次类推 以次类推 类推 余类推 依次递减 依次递增 逐档递减 逐级递减 逐档扣 ……")],
  [{ is: "refused", wording: problems.weighted }, words("加权计算 加权得分 插值 内插法 插值法")],
  [{ is: "refused", wording: problems.bonus }, words("倒扣 加倍扣分 双倍扣分 加倍扣 翻倍")],
  [{ is: "plain" }, words(`符合 综合 结合 配合 整合 上半年 下半年 前半年 后半年 半年度 会计 统计 预计 设计 审计 计划 累计 计量 计提 计税 计算机 计入 计生 计件 估计 合计数 总计划 得到 得当 得力 取得 获得 心得 所得 得以 记录 记载 登记 标记
    下达 到达 表达 传达 送达 达标 达成 抵达 满意 圆满 满足 充满 不满意 为了 为主 为民 为准 行为 作为 成为 认为 因为 是否 还是 但是 于是 凡是 若是 各类 各项 各部门 各级 各单位 各种 各自 各地
    每年 每月 每季度 每季 每周 每日 每天 每半年 每学期 每学年 每年度 给予补助 供给 内部 内容 内控 国内 境内 年内 期内 室内 区内 辖区内 体内 以下简称 以下要素 以下条件 以下情况 以下要求 以下内容 以下几项 以下标准 以上要素 以上条件
    以上要求 以上情况 以上内容 以上各项 以上标准 以上要点 以上述 时间 期间 空间 民间 中间 打造 打击 打印 打通 评价 评估 评审 评定 评议 评选 评优 自评 测评 考评 减免 减排 减灾 减税 减轻 减贫 扣缴 扣款 抵扣 代扣 加强 加快 加大 增加值
    参加 更加 加以 追加 加班 占用 侵占 占地 占比 算账 预算 决算 核算 结算 清算 概算 测算 结余 超预算 超编 超标 超支 超期 超时 超额 超范围 超标准 满员 按时 按期 按规定 按要求 按需 按月 按季 按年 按质 按计划 按程序 按进度 按约定 按合同 按相关 按有关 按实际需要 依法 依据 依规 依照规定 依托 按照规定
    按照要求 按照程序 按照有关 按照相关 按照合同 按照计划 按照国家 根据规定 根据要求 根据国家 根据有关 根据相关 根据评价要点 分别设立 每人 每户 每名 每位 其他资金 其他收入 其他支出 其他部门 其他单位 其他费用 其他项目 其他相关 其他有关 其他材料 其他方面 其他问题 其他人员 其他经费
    其他资料 其他事项 其他用途 其它资金 其它支出 其余资金 共同 公共 共享 共建 一共 权重支出 的分配 的分工 的分析 的分解 的分类 的分散 的分管 得分标准 评分标准 计分标准 扣分标准 得分说明 评分说明 评分细则 评分规则 评分方法 评分办法 评分依据 计分方法 计分办法 计分规则 得分规则 得分方法 扣分项 得分率
    得分计算方法 计算方法 计算公式 计算口径 评分要点 评价标准 赋分标准 赋分规则 计算机 计算依据 计算准确 计算错误 达到预期 起草 起诉 起到 发起 引起 缺陷 不超标 超过规定 扣除后 扣除中央 减少额 折算系数 分数线 完成值 完成率 完成数 完成情况 各档 评为优 其他区间 占总 完成时间 完成比例 为主要 权重大`)],
]; // prettier-ignore

type Word = readonly [string, Entry];

/** Longest words first under their first two characters, so that a look-up is one small scan. */
const BY_START = new Map<string, Word[]>();
const SINGLE = new Map<string, Word[]>();
for (const [entry, list] of LEXICON)
  for (const word of list) {
    const index = word.length === 1 ? SINGLE : BY_START;
    const start = word.slice(0, 2);
    const bucket = index.get(start) ?? [];
    bucket.push([word, entry]);
    index.set(start, bucket);
  }
for (const bucket of BY_START.values()) bucket.sort(([a], [b]) => b.length - a.length);

const STARTS: ReadonlySet<string> = new Set([...BY_START.keys(), ...SINGLE.keys()].map((start) => start.charAt(0)));

const NONE: readonly Word[] = [];

/** The words that begin at `at`, longest first. */
export function wordsAt(text: string, at: number): readonly Word[] {
  const first = text.charAt(at);
  if (!STARTS.has(first)) return NONE;
  const single = SINGLE.get(first) ?? NONE;
  const bucket = BY_START.get(text.slice(at, at + 2));
  if (!bucket) return single;
  const longer = bucket.filter(([word]) => text.startsWith(word, at));
  return single.length > 0 ? [...longer, ...single] : longer;
}

/** A list by first character, in its order, so that a text is compared with a few words only. */
function byFirst(list: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of list) {
    const bucket = index.get(word.charAt(0));
    if (bucket) bucket.push(word);
    else index.set(word.charAt(0), [word]);
  }
  return index;
}

/** Units that count things, times and money; longest first. */
const COUNTERS: readonly string[] = words(`个工作日 工作日 个自然日 个月 个季度 个交易日 平方公里 平方米 立方米 平米 公里 千米 公顷 公斤 千克 亿元 万元 千元 百元 万人次 万人 万户 万吨 万亩 万次 万个 万件 万套 万台 万只 万头 万株 万棵 万平方米 万立方米 立方米 人次 小时 分钟 季度
  天 日 周 月 年 个 次 例 项 条 件 处 起 宗 笔 人 名 位 户 家 所 座 栋 套 台 辆 艘 份 篇 本 册 期 场 届 批 种 类 类别 门 班 张 片 块 段 根 棵 株 头 只 口 眼 元 米 吨 亩 升 度 村 镇 县 单 单位 环节 方面 要点 点 倍 档 级 步 页 字 批次 人天 课时 学时 元/人 元/平方米 元/亩 元/公里 辖区`).toSorted(
  (a, b) => b.length - a.length,
); // prettier-ignore

/** A counter followed by one of these is a longer word: 项目, 个人, 次数, 天气, 一点 … */
const NOT_COUNTERS: readonly string[] =
  words(`项目 个人 个别 个体 个性 次性 次数 人员 人均 人才 人口 人民 年度 年初 年末 年底 月度 日常 家庭 处理 处置 处于 处罚 件事 起来 类似 类型 位置 位于 名单 名称 名录 户籍 点名 点位 度量 本级 本年 本项 本指标 本单位 本部门 所有 所属
  级指标 级科目 级项目 本数 口径 元素 单独 期间 期末 期初 门户 门类 班子 台账 字样 页面 场所 场地 只得 只计 升级 升高 升幅 段落 条件 条例 倍数 份额 批复 批准 月底 月末 月份 月前 月初 日前 日内 日以前 环境 村级 镇级 县级`);

const COUNTERS_BY_FIRST = byFirst(COUNTERS);
const NOT_COUNTERS_BY_FIRST = byFirst(NOT_COUNTERS);

/** The longest counter that begins at `at`, whatever follows it. */
export const counterAt = (text: string, at: number): string | undefined =>
  COUNTERS_BY_FIRST.get(text.charAt(at))?.find((counter) => text.startsWith(counter, at));

export const isNotCounter = (text: string, at: number): boolean =>
  NOT_COUNTERS_BY_FIRST.get(text.charAt(at))?.some((word) => text.startsWith(word, at)) ?? false;

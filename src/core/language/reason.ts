import { compact } from "../model/text";

/**
 * What a reason says, stripped of what says nothing (SPEC J2, J3): punctuation, the amount deducted, stock words.
 */
const bare = (text: string): string =>
  compact(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]/gu, "");

/** The amount only, which the score cell says already: 扣2分, 本项得8分. */
const AMOUNT =
  /(?:自评|实际|共|合计)?(?:扣分?|减|失|丢|得分?|计)[除去掉减了为]?(?:\d+(?:\.\d+)?分?|[一二两三四五六七八九十半]+(?:点[零一二三四五六七八九]+)?分)/g;

/** A day or month alone says when, not why. */
const DATE_ALONE = /^(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?$|^\d{4}年$/;

/** Lower case, without punctuation. A live formula looks for the same words (`plan/formulas/reason-node.ts`). */
export const STOCK_WORDS: readonly string[] = [
  "无 没有 暂无 没 略 同上 同前 见上 如上 同 上同 不适用 不涉及 无原因 无偏差 无扣分 未扣分 不扣分 正常 其他 其它 是 否 有 扣分 扣分原因 原因 " +
    "偏差原因 完成 已完成 合格 达标 见附件 na none null nil ok no yes tbd todo 待补充 待填 待定 自评 酌情扣分 适当扣分 " +
    "未说明 未作说明 未注明 未填写 未填 未写 无说明 说明 已说明 另行说明 不清楚 不详 不明 不知道 按规定扣分 按标准扣分 按评分标准扣分 " +
    "按要求扣分 根据实际情况扣分 按实际情况扣分 实际情况 客观原因 主观原因 历史原因 工作原因 特殊原因",
].flatMap((words) => words.split(" "));

const STOCK = new Set(STOCK_WORDS);

/**
 * Words that name how marks are given, or point back, or vouch, and never why marks were lost: no row of them does either
 * (按评分标准扣2分, 如上所述, 情况属实, 按实际得分). Whatever is left beside them may be a cause: 未按要求, 标准提高.
 */
const METHOD_WORDS = [
  "按照 按 依照 依据 依 根据 参照 对照 遵照 遵循 据 经 由 以 对 与 和 及 的 了 已 均 为 并 是 予以 给予 进行 严格 具体 有关 相关",
  "如 同 上述 前述 下述 所述 所示 所列 所说 以上 上面 上文 前文 上条 前条 上项 前项 上一项 前一项 上一条 上一行 前 上 本项 该项 此项 本 该 此 " +
    "相同 一样 理由 原因 说明 内容 事项",
  "评分 评价 考核 考评 打分 计分 记分 扣分 扣减 扣除 减分 得分 赋分 给分 自评 评定 评估 评判 计算 核定 认定 判定 综合 考虑 酌情 适当 酌减 酌扣 相应 合理",
  "标准 细则 办法 规则 规定 要求 口径 文件 指标 绩效 分值 分数 情况 实际 事实 属实 真实 据实 如实 确实 无误 执行 处理 完成 符合 满足 达到",
  "共计 合计 共",
  // where to look, and that it is not known yet
  "附件 附表 附后 后附 另附 附上 详情 附件材料 佐证材料 证明材料 请 查阅 详 见 左 右 后 上传 提供 省略 从略 暂无原因 没有原因 无扣分原因 无扣分 没有扣分 未知 不明 不详 待查 待 核实 稍后 补充 补",
  // that marks were lost, and no word of the cause
  "有 扣 项 正常 属于 属 未达到满分 未达满分 未得满分 不满足满分 满分 条件 较好 良好 基本 上年 去年 往年 同期",
  // who took the marks off, and what will be done: 制度待完善 names 制度
  "评委 专家 主管部门 财政部门 考核组 评价组 有待 需要 需 今后 以后 下一步 下步 将 继续 进一步 努力 注意 改进 加强 改善 完善 整改 管理 工作 措施 有待提高 待提高 需提高 进一步提高 有待提升 进一步提升",
].flatMap((words) => words.split(" "));

/** The longest word first, so that 依据 is one word; deleting takes one walk, where matching the whole could retry without end. */
const METHOD = new RegExp(
  ["第[\\d一二三四五六七八九十]+[条项款点行]", ...METHOD_WORDS.toSorted((a, b) => b.length - a.length)].join("|"),
  "g",
);

/** That there is a shortfall (仍存在一定差距), of nothing in particular: 材料不足, 管理问题 name something. */
const SHORTFALL_ALONE =
  /^(?:该|本|此)?(?:项|指标|工作)?(?:还|仍|尚|均|已)?(?:存在|有)?(?:一定|一些|较小|较大|少量|部分|些许)?的?(?:偏差|差距|不足|问题|扣分|得分不足)(?:之处)?(?:较小|较大|不大)?$/;

/** What a reason stands beside; a text that only repeats it explains nothing. */
export interface ReasonContext {
  /** The indicator's own names. */
  readonly names: readonly string[];
  /** The printed standards. */
  readonly standards: readonly string[];
}

const NO_CONTEXT: ReasonContext = { names: [], standards: [] };

/**
 * True for a text that explains nothing: "0", "无", "/", "-", "……", "同上", "略", "不适用", "扣2分", "未说明"; a bare pointer
 * (详见附件3) or link; the indicator's own name or its rule once more. Blank is not one.
 */
export function isPlaceholder(text: string, { names, standards }: ReasonContext = NO_CONTEXT): boolean {
  if (isPointer(text)) return true;
  const said = bare(text);
  if (names.some((name) => bare(name) === said)) return true;
  if (standards.some((standard) => repeatsRule(said, bare(standard)))) return true;
  const amountFree = withoutAmount(text);
  if (amountFree.length <= 1 || DATE_ALONE.test(amountFree) || /^[\d%分]+$/.test(amountFree)) return true;
  return STOCK.has(amountFree) || /^(.)\1+$/u.test(amountFree);
}

const withoutAmount = (text: string): string =>
  bare(
    compact(text)
      .replace(AMOUNT, "")
      .replace(/^(?:本|该|此)项/, ""),
  );

/** True for a placeholder, and for words that only say how marks are given: 按评分标准扣2分. In a list of evidence, 考核办法 is one. */
export const explainsNothing = (text: string, context: ReasonContext = NO_CONTEXT): boolean =>
  isPlaceholder(text, context) || isBareMethod(withoutAmount(text)) || isBareMethod(withoutName(text, context));

/** 预算完成率扣分: the row's own name says no more than the row does. */
const withoutName = (text: string, { names }: ReasonContext): string =>
  names.reduce((rest, name) => (bare(name) === "" ? rest : rest.replace(bare(name), "")), withoutAmount(text));

/** What is promised without a word of why: only after a word for what is to come (SPEC J3). */
const PROMISED =
  /努力|加大|加快|加紧|力度|确保|保证|争取|力争|目标|任务|指标|预期|落实|落地|推进|推动|推行|提升|提高|抓好|抓紧|做好|尽快|尽早|及时|督促|督导|强化|重视|认真|切实|积极|按时|按期|按质|按量|保质保量|完成|达标|达到|实现|效率|效果|效益|水平|责任|监督|跟踪|协调|沟通|统筹|安排|部署|各项|全面|不断|持续|到位|在|把|使/g;
const TO_COME = /^(?:今后|以后|今年|明年|来年|下一?步|下一?年度?|后续|接下来|将|继续|进一步|我们|单位|本单位)+/;

/** Nothing but such words; a row or a year that they point to (同1, 同2022年) is no more. */
function isBareMethod(said: string): boolean {
  if (SHORTFALL_ALONE.test(said)) return true;
  const rest = (TO_COME.test(said) ? said.replace(TO_COME, "").replace(PROMISED, "") : said).replace(METHOD, "");
  return /^\d*$/.test(rest) || DATE_ALONE.test(rest);
}

const LINK = /^(?:https?:\/\/|www\.|file:|[a-z]:\\\\?)\S+$/i;
const FILE_NAME = /^\S{1,40}\.(?:docx?|xlsx?|pdf|pptx?|jpe?g|png|zip|rar|wps|et|txt)$/i;
/** A place to look, and nothing of what is said there. */
const POINTER =
  /^(?:(?:具体|有关|相关|详细|扣分|偏差|未完成)?(?:情况|内容|原因|说明|理由|事项)?)(?:请|可|已|均)?(?:详|参|另|请)?(?:见|查看|参照|参考|阅)(?:本|所附|后附|另附|上述|下述|年度|绩效|单位|部门)*(?:附件|附表|附录|附注|附后|报告|自评|评价|正文|说明|备注|批注|下表|上表|后表|表格|文件|材料|资料|佐证|证明|链接|网址|网站|网盘|总结|台账|系统|平台|公开|佐证材料)[^未因由致低少缺不没]{0,14}$/;

/** 详见附件3, 见自评报告第三部分, a link or the name of a file. */
function isPointer(text: string): boolean {
  const words = compact(text).replace(/^["'(<]+|["')>。.;；]+$/g, "");
  return LINK.test(words) || FILE_NAME.test(words) || POINTER.test(bare(text));
}

const SHORTEST_RULE = 8;

/** The standard, or a clause of it that speaks of marks, word for word. */
const repeatsRule = (said: string, standard: string): boolean =>
  said === standard ||
  (said.length >= SHORTEST_RULE && standard.includes(said) && /[扣得计给]\d*分|满分|不得分|分值|为止|分$/.test(said));

/** Equal for texts that differ in spacing, punctuation and the amount deducted only. */
export const reasonKey = (text: string): string => bare(compact(text).replace(AMOUNT, ""));

/** Whether a free remark speaks of a shortfall, as a reason does. */
export const soundsLikeReason = (text: string): boolean =>
  !explainsNothing(text) &&
  /扣|失分|原因|由于|因|未|不|少|没有|降低|下降|低于|影响|问题|返工|延期|遗漏|偏差|滞后|延迟|推迟|欠|缺|有待|较[低差慢]|偏[低差慢]|超/.test(
    compact(text),
  );

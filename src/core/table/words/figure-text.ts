import { CHINESE_NUMERAL, chineseNumber } from "../../model/chinese-numeral";
import { exactFromText, type Exact } from "../../model/exact";
import { isOfOthers } from "./sentence-total";
import { MARK_UNIT } from "../../model/mark-unit";
import { compact } from "../../model/text";

/** Labels that call for a number and state no figure of the evaluation: 项目编码, 联系电话, 评价年度, 受益人数（人）. */
const NATURAL =
  /(?:编码|编号|代码|文号|电话|手机号?码?|号码|邮编|邮政编码|传真|年度|年份|日期|时间|期限|起止|人数|户数|面积|身份证号?|账号|帐号|序号|届次)(?:[([][^()[\]]*[)\]])?:?$/;

export const isNaturalLabel = (label: string): boolean => NATURAL.test(compact(label.slice(0, 40)));

const FIGURE =
  /(?:分|分值|得分|评分|金额|资金|经费|数|额|率|比例|权重|预算|合计|总计|完成值|指标值)(?:[([][^()[\]]*[)\]])?:?$/;

/** Labels that call for a figure: 总分, 全年预算数（万元）, 执行率. */
export const isFigureLabel = (label: string): boolean => FIGURE.test(compact(label.slice(0, 40)));

const MARK = new RegExp(`(\\d+(?:\\.\\d+)?)${MARK_UNIT}`);
const LAST_BRACKET = /[([](\d{1,4}(?:\.\d+)?)%?[)\]]$/;
/** 产出（三十分） */
const NUMERAL_BRACKET = new RegExp(`[([](${CHINESE_NUMERAL})分[)\\]]$`);
const BEHIND_COLON = /^([^:]*):[￥¥]?([+-]?\d[\d,]*(?:\.\d+)?)(?:%|分|[亿万千百]*元?)?$/;

/** The figure that a label states: 产出（50分）, 权重(20), 得分：93. Null where it states none. */
export function figureIn(text: string): Exact | null {
  // nearly every label is without digits
  if (text.length > 80 || !/[\d０-９]|分[)）\]】]/.test(text)) return null;
  const label = compact(text);
  const inNumerals = NUMERAL_BRACKET.exec(label)?.[1];
  if (inNumerals !== undefined) return chineseNumber(inNumerals);
  const [, before, amount] = BEHIND_COLON.exec(label) ?? [];
  if (amount !== undefined) return isNaturalLabel(before ?? "") ? null : exactFromText(amount.replaceAll(",", ""));
  const digits = MARK.exec(label)?.[1] ?? LAST_BRACKET.exec(label)?.[1];
  return digits === undefined ? null : exactFromText(digits);
}

/** A sentence that says what the whole comes to: 本项目自评总分95分, 综合得分为93.5分; a scale (总分90分以上) says nothing of it. */
const WHOLE = new RegExp(
  `(?:自评|评价|综合|最终|合计|考核|绩效)?(?:总得分|得分合计|总分|(?<=自评|评价|综合|最终|合计|考核|绩效)(?:得分|评分))(?:合计|共计|共)?[为是:]?(\\d+(?:\\.\\d+)?)${MARK_UNIT}(?!以上|以下|及|[(]?含|至|[-~—]|的|制)`,
  "g",
);

/** The total that a note or a sentence states; that of another year or of a reviewer (上年自评总分95分) is not the table's. */
export function wholeIn(text: string): Exact | null {
  if (text.length > 400 || !/[\d０-９]/.test(text)) return null;
  const clauses = compact(text).split(/[,;。!?]/);
  const own = clauses.flatMap((clause) =>
    [...clause.matchAll(WHOLE)].filter((match) => !isOfOthers(clause.slice(0, match.index) + match[0])),
  );
  const digits = own[0]?.[1];
  return digits === undefined ? null : exactFromText(digits);
}

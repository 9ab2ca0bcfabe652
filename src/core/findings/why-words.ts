import type { NotUnderstood, NotUsed } from "../model/account";

type Words = Readonly<Record<NotUnderstood | NotUsed, string>>;

/** Why a cell was not understood or not used, in words for a sentence's bracket. */
export const WHY_ZH: Words = {
  unknownColumn: "栏目名称无法识别",
  unknownLabel: "旁边的标签不应带数字",
  noLabel: "没有标签说明它是什么",
  noOwner: "不属于任何一张表",
  figureInText: "文字中的数字没有被采用",
  wrongKind: "内容的类型与栏目不符",
  secondCell: "同一指标在此栏已有内容",
  leftOutRow: "所在行没有被读取",
  underMerge: "被合并单元格遮盖",
  tableGivenUp: "所在表格无法读取",
  ignoredColumn: "与核对无关的栏目",
  columnLost: "已由另一栏说明",
  otherYear: "属于其他年度",
  otherParty: "属于其他评分人",
  repeated: "换页重复",
  statedTwice: "与已采用的数一致",
  dash: "以横线或“无”表示空缺",
  template: "未填写的模板行",
  notCompared: "没有可比较的对象",
  unbound: "没有公式用到它",
  partOfBlock: "以资金总额一行为准",
  said: "说明性文字",
};

export const WHY_EN: Words = {
  unknownColumn: "the column's name is not known",
  unknownLabel: "the label beside it calls for no number",
  noLabel: "no label says what it is",
  noOwner: "it belongs to no table",
  figureInText: "a figure within words that nothing took",
  wrongKind: "not what the column holds",
  secondCell: "the indicator has another cell in this column",
  leftOutRow: "its row is not read",
  underMerge: "covered by a merged cell",
  tableGivenUp: "its table could not be read",
  ignoredColumn: "it has no part in the checks",
  columnLost: "another column says it",
  otherYear: "of another year",
  otherParty: "of another reviewer",
  repeated: "printed again",
  statedTwice: "equal to what was taken",
  dash: "a dash for nothing",
  template: "a row that was not filled in",
  notCompared: "nothing to compare it with",
  unbound: "no definition uses it",
  partOfBlock: "the block's total row counts",
  said: "words",
};

/**
 * How a pack stands in a workbook, for people who write no YAML: a sheet of facts (项目 and 内容) and lists with a header
 * each. Data only: what a column is called, what else people call it, and how its cells are read.
 */
type FieldType = "text" | "amount" | "lines" | "pairs" | "flag" | Readonly<Record<string, string>>;

export interface Field {
  /** Where it stands in the pack: "source.document"; in an entry of its list: "standard". */
  readonly key: string;
  readonly label: string;
  readonly also?: string;
  readonly type: FieldType;
}

export interface Section {
  readonly key: "indicators" | "examples" | "levels" | "caps" | "deviations" | "parts";
  readonly sheet: string;
  readonly fields: readonly Field[];
  /** A row is this list's header where it holds each of these, by one of its fields. */
  readonly known: readonly (readonly string[])[];
}

const CERTAINTY: FieldType = {
  "two-sources": "两处来源",
  read: "一处来源",
  excerpt: "摘录",
  deduced: "推定",
  unsourced: "未查到出处",
};

export const FACTS_SHEET = "规则包";
export const FACTS: readonly Field[] = [
  { key: "id", label: "编号", also: "规则包编号 规则包", type: "text" },
  { key: "version", label: "版本", also: "版本号", type: "text" },
  { key: "extends", label: "沿用规则包", also: "沿用", type: "text" },
  { key: "title.zh", label: "名称", also: "规则包名称 中文名称", type: "text" },
  { key: "title.en", label: "英文名称", type: "text" },
  { key: "kind", label: "适用", also: "适用对象 适用范围 类别", type: { department: "部门整体支出", project: "项目支出" } },
  { key: "authority", label: "效力", type: { official: "规定", usual: "通行" } },
  { key: "source.document", label: "文件", also: "依据文件 文号 文件依据", type: "text" },
  { key: "source.title", label: "文件名称", type: "text" },
  { key: "source.note", label: "说明", also: "备注", type: "text" },
  { key: "source.certainty", label: "可靠程度", type: CERTAINTY },
  { key: "replacedBy", label: "已由下列取代", type: "lines" },
  { key: "settings", label: "设置", type: "pairs" },
  { key: "target.clause", label: "定量指标条款", also: "定量指标", type: "text" },
  { key: "target.reverseClause", label: "反向指标条款", also: "反向指标", type: "text" },
  { key: "target.missed", label: "未完成的", also: "未完成时", type: { share: "按比例计分", zero: "不得分" } },
  { key: "target.shareFrom", label: "起计完成率", type: "amount" },
  { key: "tiers.clause", label: "定性指标条款", also: "定性指标", type: "text" },
]; // prettier-ignore

const ID: Field = { key: "id", label: "编号", also: "指标编号 指标编码", type: "text" };
const CLAUSE: Field = { key: "clause", label: "依据", also: "文件依据 政策依据 条款 出处 来源 文件条款", type: "text" };
const CERTAIN: Field = { key: "certainty", label: "可靠程度", type: CERTAINTY };

export const SECTIONS: readonly Section[] = [
  {
    key: "indicators",
    sheet: "评分标准",
    fields: [
      { key: "names", label: "指标", also: "指标名称 三级指标 绩效指标 考核指标 评价指标 具体指标 名称", type: "lines" },
      { key: "under", label: "上级指标", also: "所属指标 上级", type: "lines" },
      { key: "mark", label: "分值", also: "满分 权重 标准分 标准分值 指标分值", type: "amount" },
      { key: "standard", label: "评分标准", also: "评价标准 计分标准 考核标准 评分细则 评分办法 计分办法 评分规则 标准", type: "text" },
      { key: "definition", label: "计算公式", also: "公式 计算方法 指标公式 计算办法", type: "text" },
      { ...CLAUSE },
      { key: "variants", label: "其他公式", also: "其他写法", type: "lines" },
      { key: "fullMark", label: "规定分值", type: "amount" },
      CERTAIN,
      { key: "local", label: "地方增设", type: "flag" },
      { key: "evidence", label: "须附佐证", also: "佐证材料 须附证据", type: "flag" },
      ID,
    ],
    known: [["names"], ["standard", "definition"]],
  },
  {
    key: "examples",
    sheet: "算例",
    fields: [
      { key: "of", label: "指标", also: "指标名称", type: "text" },
      { key: "inputs", label: "数据", also: "基础数据", type: "pairs" },
      { key: "fullMark", label: "分值", also: "满分", type: "amount" },
      { key: "rate", label: "比率", also: "计算值", type: "amount" },
      { key: "score", label: "得分", type: "amount" },
      { key: "note", label: "说明", also: "备注", type: "text" },
      ID,
    ],
    known: [["inputs"], ["rate", "score"]],
  },
  {
    key: "levels",
    sheet: "定性档次",
    fields: [
      { key: "names", label: "档次", also: "档次名称", type: "lines" },
      { key: "from", label: "下限", type: "amount" },
      { key: "to", label: "上限", type: "amount" },
      { key: "fromClosed", label: "含下限", type: "flag" },
      { key: "toClosed", label: "含上限", type: "flag" },
    ],
    known: [["names"], ["from"], ["to"]],
  },
  {
    key: "caps",
    sheet: "封顶",
    fields: [
      ID,
      CLAUSE,
      { key: "total", label: "总分最高", also: "最高总分", type: "amount" },
      { key: "when.executionRate.from", label: "执行率下限", type: "amount" },
      { key: "when.executionRate.fromClosed", label: "含下限", type: "flag" },
      { key: "when.executionRate.to", label: "执行率上限", type: "amount" },
      { key: "when.executionRate.toClosed", label: "含上限", type: "flag" },
      { key: "when.question.zh", label: "提问", type: "text" },
      { key: "when.question.en", label: "英文提问", type: "text" },
      { key: "when.answer", label: "回答", type: { yes: "是", no: "否" } },
      CERTAIN,
    ],
    known: [["total"], ["clause"]],
  },
  {
    key: "deviations",
    sheet: "偏差扣分",
    fields: [
      ID,
      CLAUSE,
      { key: "atLeast", label: "偏差不低于", type: "amount" },
      { key: "exceeds", label: "只计超过的", type: "flag" },
      { key: "deduct", label: "扣分", also: "每项扣分", type: "amount" },
      CERTAIN,
    ],
    known: [["atLeast"], ["deduct"]],
  },
  {
    key: "parts",
    sheet: "各部分分值",
    fields: [
      { key: "name", label: "部分", also: "一级指标", type: "text" },
      { key: "amount", label: "分值", also: "满分", type: "amount" },
    ],
    known: [["name"], ["amount"]],
  },
]; // prettier-ignore

/** All that a field is called. */
export const labelsOf = ({ label, also = "" }: Field): readonly string[] => [label, ...also.split(" ").filter(Boolean)];

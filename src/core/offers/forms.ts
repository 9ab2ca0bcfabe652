/**
 * The forms that are known, in the order in which they are tried; the first whose features are all there is the form, and
 * another that is there too and is no general form of it is its rival. A feature is a word of the form itself: marks and weights are none, since publication cuts rows and units change weights.
 */
export interface Form {
  readonly id: string;
  /** Every entry must be found, by one of its words. */
  readonly all: readonly Feature[];
  /** None of these may be found. */
  readonly none?: readonly Feature[];
  /** The pack that judges this form, and the one for the same form under a 部门整体 title; null: none is known. */
  readonly pack: string | null;
  readonly departmentPack?: string;
  /** The general form of which others are kinds: it counts only where none of those is there. */
  readonly general?: true;
  /** False: the form is known, but which rules hold for it is not; the pack is never taken by itself. */
  readonly certain?: false;
}

export type Feature = Partial<Record<"head" | "first" | "second" | "standard", string>>;

const head = (words: string): Feature => ({ head: words });
/** 成本 on the first level, not under 产出: 101号 and what follows it, where other shares and sums hold. */
const COST: Feature = { first: "成本" };
const OUTPUT: Feature = { first: "产出" };

/** Words that may stand for each other are parted by |. */
export const FORMS: readonly Form[] = [
  { id: "chongqing", all: [head("得分系数")], pack: "chongqing", certain: false },
  {
    id: "hubei",
    all: [head("得分(分*执行率)|得分(*执行率)"), head("年初目标值|年度目标值"), head("年度绩效目标")],
    none: [head("分值")],
    pack: "hubei",
  },
  { id: "hebei", all: [head("单项指标得分|单项得分"), head("权重占比")], pack: null },
  {
    id: "sichuan-form",
    all: [head("调整后预算数"), head("预算执行数"), head("度量单位"), head("未完成原因分析")],
    pack: "sichuan-form",
  },
  { id: "sichuan-department-2017", all: [{ first: "部门决策" }, { first: "综合管理" }], pack: null },
  {
    id: "hunan-yueyang",
    all: [{ first: "投入" }, { first: "过程" }, { second: "预算配置|目标设定" }, head("扣分原因和其他说明")],
    pack: "hunan-yueyang",
  },
  {
    id: "hunan-province",
    all: [{ first: "投入" }, { first: "过程" }, { second: "预算配置|目标设定" }, head("评价标准"), { standard: "每低于%扣分" }],
    pack: "hunan-province",
  },
  {
    id: "department-2013",
    general: true,
    all: [{ first: "投入" }, { first: "过程" }, { second: "预算配置|目标设定" }],
    pack: "department-framework-2013",
  },
  { id: "decision-management", all: [{ first: "项目决策" }, { first: "项目管理" }], pack: null },
  {
    id: "evaluation-2020",
    all: [{ first: "决策" }, { first: "过程" }, OUTPUT, { first: "效益" }],
    pack: "project-evaluation-2020",
  },
  { id: "cost-2021", all: [COST, { second: "经济成本" }], pack: "project-cost", certain: false },
  { id: "method-column", general: true, all: [OUTPUT, head("得分计算方法")], pack: null },
  {
    id: "project-2020",
    general: true,
    all: [OUTPUT, head("年初预算数"), head("全年执行数")],
    none: [COST],
    pack: "project",
    departmentPack: "department-project-form",
  },
  {
    id: "transfer",
    general: true,
    all: [{ first: "产出", second: "数量" }, head("全年执行数"), head("全年实际值|全年完成值|全年实际完成值")],
    none: [head("年初预算数"), COST],
    pack: "project-transfer",
  },
  {
    // The indicator table of the same form, filed without its funding block: the headers are those of annex 1.
    id: "project-2020",
    general: true,
    all: [OUTPUT, head("指标值"), head("实际完成值"), head("偏差原因"), head("分值")],
    none: [head("全年实际完成值"), head("全年执行数"), COST],
    pack: "project",
    departmentPack: "department-project-form",
  },
]; // prettier-ignore

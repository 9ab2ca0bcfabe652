import type { CellRole } from "../core/model/account";
import type { Language } from "./failure-words";

/** What a cell was read as, for a person. */
const WORDS: Readonly<Record<CellRole, readonly [zh: string, en: string]>> = {
  title: ["表题", "title"], attachment: ["附件号", "attachment number"], unitName: ["单位名称", "unit's name"], year: ["年度", "year"],
  moneyUnit: ["金额单位", "money unit"], formLabel: ["表头项目", "label of the form"], formValue: ["表头内容", "value of the form"],
  prose: ["文字说明", "prose"], note: ["注", "note"], conclusion: ["自评结论", "conclusion"], signature: ["签字栏", "signature"],
  pageFurniture: ["页码、续表", "page number"], header: ["表头", "header"], headerGroup: ["表头分组", "header group"],
  columnNumber: ["栏次", "column number"], sideLabel: ["侧栏标题", "side label"], level: ["上级指标", "level"], name: ["指标名称", "indicator"],
  sequence: ["序号", "sequence"], mark: ["分值", "mark"], score: ["自评分", "self score"], itemScore: ["分项得分", "item's score"],
  deduction: ["扣分", "deduction"], reviewScore: ["复核分", "reviewed score"], rate: ["比率", "rate"], target: ["年度指标值", "target"],
  actual: ["实际完成值", "actual value"], operator: ["指标性质", "operator"], unit: ["度量单位", "unit"], standard: ["评分标准", "standard"],
  explanation: ["指标解释", "explanation"], description: ["指标说明", "description"], reason: ["扣分原因", "reason"], evidence: ["佐证材料", "evidence"],
  remark: ["备注", "remark"], reviewOpinion: ["复核意见", "opinion"], breakdown: ["其中项", "breakdown"], placeholder: ["占位行", "placeholder"],
  totalLabel: ["合计", "label of a total"], total: ["合计数", "total"], otherColumn: ["未采用的栏目", "column not used"],
  fundingLabel: ["资金项目", "funding label"], fundingHeader: ["资金表头", "funding header"], amount: ["金额", "amount"], fundingMark: ["执行率分值", "mark of the execution rate"],
  fundingRate: ["执行率", "execution rate"], fundingScore: ["执行率得分", "score of the execution rate"], fundingReason: ["资金偏差原因", "funding reason"],
  baseHeader: ["基础数据表头", "header of base data"], baseLabel: ["基础数据名称", "name of base data"], baseValue: ["基础数据", "base data"], baseNote: ["基础数据说明", "note on base data"],
  underMerge: ["被合并单元格遮盖", "under a merged cell"],
}; // prettier-ignore

/** Every role that a cell may have. */
export const CELL_ROLES = Object.keys(WORDS) as readonly CellRole[];

export const cellRoleWords = (role: CellRole, lang: Language): string => WORDS[role][lang === "zh" ? 0 : 1];

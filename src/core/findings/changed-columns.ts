/** What a column is called where a change in it is told. */
export const CHANGED_COLUMN_WORDS = {
  fullMark: { zh: "分值", en: "mark" },
  standard: { zh: "评分标准", en: "standard" },
  explanation: { zh: "指标解释", en: "definition" },
  description: { zh: "指标说明", en: "description" },
  target: { zh: "指标值", en: "target" },
  actual: { zh: "实际完成值", en: "actual value" },
  statedRate: { zh: "完成率", en: "rate" },
} as const;

export type ChangedColumn = keyof typeof CHANGED_COLUMN_WORDS;

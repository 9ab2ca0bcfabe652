import type { Language } from "../../findings/catalogue";
import type { Finding } from "../../findings/finding";

/**
 * The figures of a finding in one cell: "填报 93；合计 92". What a message only quotes as words is left out. Beside the same
 * text of an earlier round, `before`, a number that changed since says from what: "填报 95 → 93；合计 92".
 */
export function valuesText(finding: Finding, lang: Language, before: string | null = null): string {
  const data = finding.data as Readonly<Record<string, unknown>>;
  return LABELLED.flatMap(([key, label]) => {
    const value = data[key];
    if (typeof value === "string" && value !== "") {
      const was = NUMBER.test(value) ? numberBehind(label[lang], before ?? "") : null;
      return [was === null || was === value ? `${label[lang]} ${value}` : `${label[lang]} ${was} → ${value}`];
    }
    return Array.isArray(value) && value.length > 0
      ? [`${label[lang]} ${value.join(lang === "zh" ? "、" : ", ")}`]
      : [];
  }).join(lang === "zh" ? "；" : "; ");
}

const NUMBER = /^-?\d+(?:\.\d+)?%?$/;

/** The number that a label had, the later one of two. */
function numberBehind(label: string, values: string): string | null {
  const [said] = values.split(/[；;] ?/).filter((one) => one.startsWith(`${label} `));
  const number =
    said
      ?.slice(label.length + 1)
      .split(" → ")
      .at(-1) ?? "";
  return NUMBER.test(number) ? number : null;
}

const LABELS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  fullMark: { zh: "满分", en: "full mark" },
  score: { zh: "得分", en: "score" },
  stated: { zh: "填报", en: "stated" },
  sum: { zh: "合计", en: "sum" },
  expected: { zh: "应为", en: "expected" },
  computed: { zh: "计算", en: "computed" },
  calculated: { zh: "计算", en: "calculated" },
  stored: { zh: "存储值", en: "stored" },
  official: { zh: "规定", en: "official" },
  found: { zh: "现有", en: "found" },
  deducted: { zh: "扣分", en: "deducted" },
  missing: { zh: "缺少", en: "missing" },
  marks: { zh: "涉及分值", en: "marks" },
  base: { zh: "分母", en: "base" },
  value: { zh: "数值", en: "value" },
  suggested: { zh: "建议", en: "suggested" },
  target: { zh: "指标值", en: "target" },
  actual: { zh: "完成值", en: "actual" },
  completion: { zh: "完成率", en: "completion" },
  cap: { zh: "上限", en: "cap" },
  budget: { zh: "预算", en: "budget" },
  executed: { zh: "执行", en: "executed" },
  inText: { zh: "文中", en: "in the text" },
  inCell: { zh: "表中", en: "in the cell" },
  error: { zh: "错误值", en: "error" },
};

const LABELLED = Object.entries(LABELS);

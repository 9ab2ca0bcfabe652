import { decimalPlaces, decimalText } from "../model/exact";
import type { Settings } from "./setting-types";

/** The words of the settings: labels and values as people read and write them. Data only, both languages. */
interface Label {
  readonly zh: string;
  readonly en: string;
}

export const SETTING_LABELS: Readonly<Record<keyof Settings, Label>> = {
  partialSteps: { zh: "不足一步", en: "Partial steps" },
  roundingMode: { zh: "舍入方式", en: "Rounding" },
  roundingPlaces: { zh: "得分小数位数", en: "Decimals of a score" },
  totalFrom: { zh: "合计依据", en: "Totals add" },
  scoreFrom: { zh: "计分依据", en: "Score taken from" },
  tolerance: { zh: "允许误差", en: "Tolerance in marks" },
  reverseTarget: { zh: "反向指标计分", en: "Missed upper targets" },
  overFulfilment: { zh: "超额完成界限", en: "Over-fulfilment from" },
  notApplicable: { zh: "不适用项处理", en: "Not applicable" },
  caps: { zh: "总分封顶", en: "Caps on the total" },
};

type Choices = { readonly [K in keyof Settings]?: Readonly<Record<Settings[K] & string, Label>> };

export const CHOICE_LABELS = {
  partialSteps: {
    whole: { zh: "只计整步", en: "complete steps only" },
    started: { zh: "不足一步按一步", en: "a begun step counts" },
    proRata: { zh: "按比例", en: "pro rata" },
  },
  roundingMode: {
    halfUp: { zh: "四舍五入", en: "half up" },
    down: { zh: "截去", en: "cut off" },
  },
  totalFrom: {
    shown: { zh: "舍入后的得分", en: "scores as shown" },
    raw: { zh: "未舍入的得分", en: "unrounded scores" },
  },
  scoreFrom: {
    raw: { zh: "未舍入的比率", en: "the raw rate" },
    printed: { zh: "表中所列比率", en: "the printed rate" },
  },
  reverseTarget: {
    "A/B": { zh: "A÷B", en: "A/B" },
    "1-(B-A)/A": { zh: "1-(B-A)÷A", en: "1-(B-A)/A" },
    manual: { zh: "人工评定", en: "by hand" },
  },
  notApplicable: {
    full: { zh: "计满分", en: "full marks" },
    rescale: { zh: "剔除后折算", en: "drop and rescale" },
  },
  caps: {
    on: { zh: "启用", en: "on" },
    off: { zh: "停用", en: "off" },
  },
} as const satisfies Choices;

export const SETTING_KEYS = Object.keys(SETTING_LABELS) as readonly (keyof Settings)[];

const NUMBERS_ALLOWED = {
  roundingPlaces: ["0–10"],
  tolerance: ["≥0"],
  overFulfilment: ["≥1", "≥100%"],
} as const;

/** What a person may write for each setting, for messages. */
export const SETTING_CHOICES: Readonly<Record<keyof Settings, readonly string[]>> = {
  ...NUMBERS_ALLOWED,
  ...(Object.fromEntries(Object.entries(CHOICE_LABELS).map(([key, labels]) => [key, Object.keys(labels)])) as Record<
    keyof typeof CHOICE_LABELS,
    string[]
  >),
};

/** The same in the words of both languages. */
export function choicesOf(key: keyof Settings): readonly Label[] {
  const labels: Readonly<Partial<Record<keyof Settings, Readonly<Record<string, Label>>>>> = CHOICE_LABELS;
  const own = labels[key];
  return own ? Object.values(own) : SETTING_CHOICES[key].map((bound) => ({ zh: bound, en: bound }));
}

/** partialSteps, partial-steps, PARTIAL_STEPS and 不足一步 are one key; null for anything else. */
export function settingKey(text: string): keyof Settings | null {
  const wanted = fold(text);
  return (
    SETTING_KEYS.find((key) => [key, SETTING_LABELS[key].zh, SETTING_LABELS[key].en].some((l) => fold(l) === wanted)) ??
    null
  );
}

/** The value of a setting with named choices; null where the text is none of them. */
export function canonicalChoice(key: keyof typeof CHOICE_LABELS, text: string): string | null {
  const wanted = fold(text);
  for (const [choice, label] of Object.entries<Label>(CHOICE_LABELS[key]))
    if ([choice, label.zh, label.en].some((word) => fold(word) === wanted)) return choice;
  return null;
}

/** A setting's value in words. */
export function settingText(key: keyof Settings, settings: Settings, lang: "zh" | "en"): string {
  switch (key) {
    case "roundingPlaces":
      return String(settings.roundingPlaces);
    case "tolerance":
      return decimalText(settings.tolerance, decimalPlaces(settings.tolerance));
    case "overFulfilment":
      return `${decimalText(settings.overFulfilment.mul(100), 6)}%`;
    default: {
      const labels: Readonly<Record<string, Label>> = CHOICE_LABELS[key];
      return labels[settings[key]]?.[lang] ?? settings[key];
    }
  }
}

/** Case, width, blanks, hyphens and the kinds of division and minus signs do not tell keys or values apart. */
const fold = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/÷/g, "/")
    .replace(/−/g, "-")
    .replace(/[\s_-]/g, "");

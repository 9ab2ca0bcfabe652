import type { ClauseKind } from "../../core/rules/rule";

type Words = readonly [zh: string, en: string];

/** How a rule makes the score, in words for the report; reports for programs keep the kinds' own names. */
const KIND_WORDS: Readonly<Record<ClauseKind, Words>> = {
  stepDeduct: ["按差距逐步扣分", "steps off"],
  bands: ["按区间给分", "bands"],
  proportional: ["按比例给分", "in proportion"],
  target: ["完成值与目标值比较", "against the target"],
  checklist: ["逐项计分", "item by item"],
  events: ["按次数扣分", "by events"],
  ordinal: ["按所列情形给分", "by printed cases"],
  binary: ["符合即得分", "met or not"],
  tiers: ["按档次给分", "by tiers"],
  cases: ["按条件给分", "by conditions"],
  quotient: ["按算式给分", "by a formula"],
  gap: ["按两数之差扣分", "by the gap of two amounts"],
};

export const CLAUSE_KINDS = Object.keys(KIND_WORDS) as readonly ClauseKind[];

/** The kinds of a rule's clauses in a sentence's words, each once. */
export const ruleKindText = (kinds: readonly ClauseKind[], lang: "zh" | "en"): string =>
  [...new Set(kinds)].map((kind) => KIND_WORDS[kind][lang === "zh" ? 0 : 1]).join(lang === "zh" ? "，" : " + ");

import { isUsualRule, type SourcedRule } from "../rules/rule";

const PRINTED = {
  basis: { zh: "按评分标准应得", en: "the standard gives" },
  advice: { zh: "请", en: "Please " },
};
const USUAL = {
  basis: { zh: "按通行规则复算为", en: "by the usual rules it comes to" },
  advice: { zh: "建议核实，", en: "Please verify, and " },
};

/** Words of the authority that judged: what a printed or official standard gives is due, what is usual is to be verified. */
export const authorityOf = (rules: readonly (SourcedRule | null)[]): typeof PRINTED =>
  rules.some((rule) => rule && isUsualRule(rule)) ? USUAL : PRINTED;

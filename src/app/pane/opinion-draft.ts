import type { Language } from "../failure-words";
import type { RuleDetails } from "./rule-details";

/** Whether a rule is one that the table prints or an office adopted, so that its score is due and not only usual. */
const isBinding = ({ rule }: RuleDetails, isOfficialPack: boolean): boolean =>
  rule?.source === "table" || rule?.source === "template" || isOfficialPack;

/**
 * 复核意见 drafted from the arithmetic, where the reviewed score is another than the unit's. By usual rules nothing is due:
 * they say what they come to, and it is to be verified.
 */
export function opinionDraft(details: RuleDetails, score: string, isOfficialPack: boolean, lang: Language): string {
  const { name, definition, rule, typed } = details;
  if (score === "" || score === typed) return "";
  const standard = rule ? excerpt(rule.text) : null;
  const isOurs = score === details.recomputed;
  if (lang === "en") {
    const rate = definition?.value == null ? name : `${name} ${definition.value}`;
    const due =
      isOurs && isBinding(details, isOfficialPack)
        ? `${score} marks are due`
        : isOurs
          ? `the usual rules give ${score}; please verify`
          : `${score} marks`;
    return [rate, ...(standard === null ? [] : [`by “${standard}”`]), `${due}; please correct.`].join(", ");
  }
  const rate = definition?.value == null ? name : `${name} ${definition.value}`;
  const by = standard === null ? "" : `，按“${standard}”`;
  if (!isOurs) return `${rate}${by}，复核为 ${score} 分，请更正。`;
  if (isBinding(details, isOfficialPack)) return `${rate}${by}，应得 ${score} 分，请更正。`;
  return `${rate}${by}，按通行规则复算 ${score} 分，建议核实。`;
}

const excerpt = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

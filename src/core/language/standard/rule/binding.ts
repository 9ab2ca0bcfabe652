import { ONE, ratio, ZERO, type Exact } from "../../../model/exact";
import type { Rule } from "../../../rules/rule";
import { ruleInputs } from "../../../rules/score";
import { covered, isDenial } from "../conditions/question";

/** The answer to an input by which a condition in words holds. */
export interface Binding {
  readonly name: string;
  readonly answer: Exact;
}

/** More than half of the condition's pairs of signs must stand in the question. */
const ENOUGH = 0.55;

/**
 * The question or option of a rule that asks what these words say; 没有“…” and a negation each turn the answer. Null
 * where the rule asks no such thing.
 */
export function bind(words: string, rule: Rule): Binding | null {
  let best: (Binding & { readonly share: number }) | null = null;
  const offer = (name: string, answer: Exact, by: string): void => {
    // of two that say it all, the shorter one
    const share = words === by ? 2 : covered(words, by) + covered(by, words) / 100;
    if (share >= ENOUGH && share > (best?.share ?? 0)) best = { name, answer, share };
  };
  const { applicability } = rule;
  for (const { name, type, options } of ruleInputs(rule)) {
    // not applicable and worth the full mark says nothing of a zero; nor does a case that swallowed other words
    const away = applicability?.input.name === name ? applicability : null;
    if (away && (away.treatment !== "zero" || covered(name.slice(name.indexOf("“")), words) < ENOUGH)) continue;
    if (type === "yesNo") offer(name, isDenial(words) === isDenial(name) ? ONE : ZERO, name);
    for (const [i, option] of (options ?? []).entries())
      if (isDenial(words) === isDenial(option)) offer(name, ratio(i + 1), option);
  }
  return best;
}

import { clauseStart } from "../text/clauses";
import type { Prose, Sentence, Span } from "../text/prose";
import { ALL_DONE, ALL_MET, ATTRIBUTE, NEXT_STEPS, NO_CLAIM } from "../words/claims";

/** A sentence that claims something of all targets or tasks of the year. */
export interface Claim extends Span {
  readonly kind: "allDone" | "allMet";
  readonly sentence: Sentence;
}

/**
 * Claims with a scope over all (年度, 各项, 全部指标): 圆满完成防汛值守任务 is one task, a plan or a wish is no claim
 * (REPORT.md, "When nothing may be concluded", 8).
 */
export function readClaims(prose: Prose): readonly Claim[] {
  const found = [
    ...[...prose.text.matchAll(ALL_DONE)].map((match) => ({ kind: "allDone" as const, match })),
    ...[...prose.text.matchAll(ALL_MET)].map((match) => ({ kind: "allMet" as const, match })),
  ];
  return found.flatMap(({ kind, match }) => {
    const sentence = prose.sentenceAt(match.index);
    const span = { from: match.index, to: match.index + match[0].length };
    return isClaim(prose, sentence, span) ? [{ ...span, kind, sentence }] : [];
  });
}

function isClaim(prose: Prose, sentence: Sentence, { from, to }: Span): boolean {
  const clause = prose.text.slice(clauseStart(prose.text, from, ",;。:", sentence.from), from);
  const behind = prose.text.slice(to, Math.min(to + 4, sentence.to));
  const heading = sentence.under === null ? null : prose.sentences[sentence.under];
  const isPlan =
    heading !== null && heading !== undefined && NEXT_STEPS.test(prose.text.slice(heading.from, heading.to));
  return !isPlan && !NO_CLAIM.test(clause) && !ATTRIBUTE.test(behind);
}

import { planReview } from "../core/plan/plan-review";
import type { PackFile } from "../core/rules/packs/schema";
import { chosenPackOf } from "./chosen-pack";
import type { Reviewed } from "./review-workbook";
import type { Language } from "./failure-words";
import type { PlanResult } from "../core/plan/steps/plan-result";

/**
 * The plan that makes a self-scoring workbook of an official template: quantities, choices and 评价要点 to fill in, live
 * formulas in the blank score cells, guards and flags, and the sheet 规则 that says by what it judges. Units need no tool (SPEC P16).
 */
export function planPrepared({ book, review }: Reviewed, pack: PackFile | null, lang: Language): PlanResult {
  return planReview(book, review, {
    lang,
    fillBlank: true,
    points: true,
    rules: { pack: pack && chosenPackOf(pack, lang), settings: review.settings },
  });
}

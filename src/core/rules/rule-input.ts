/**
 * Something a rule reads. A rate is a fraction (0.8961), an amount has its printed unit, a count is a whole number ≥ 0,
 * a choice is the 1-based rank of one of `options`, a yesNo is 1 or 0.
 */
export interface RuleInput {
  /** Unique within the rule; the subject the text names, or a short Chinese phrase for it. */
  readonly name: string;
  readonly type: "rate" | "amount" | "count" | "choice" | "yesNo";
  readonly unit: string | null;
  readonly options?: readonly string[];
}

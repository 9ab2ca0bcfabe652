import type { Severity } from "./finding";

/**
 * The catalogue of finding codes: what each carries, and how serious it is. Codes are stable once released (SPEC F1).
 * Numbers in finding data are decimal text, ready to show, so that findings are plain JSON.
 */
export interface FindingData {
  "no-table": { readonly sheets: readonly string[] };
  "ambiguous-header": { readonly readings: readonly string[] };
  "duplicate-indicator": { readonly name: string; readonly cells: readonly string[] };
  "missing-indicator": { readonly name: string };
  "unknown-indicator": { readonly name: string };
  "repeated-level": { readonly name: string; readonly cells: readonly string[] };

  "score-column-missing": { readonly column: string };
  "deduction-mismatch": {
    readonly name: string;
    readonly deducted: string;
    readonly fullMark: string;
    readonly score: string;
  };
  "review-column-chosen": { readonly used: string; readonly others: readonly string[] };
  "score-missing": { readonly name: string; readonly fullMark: string | null };
  "score-not-a-number": { readonly name: string; readonly text: string };
  "number-as-text": { readonly text: string; readonly number: string; readonly column: string };
  "score-over-full": { readonly name: string; readonly score: string; readonly fullMark: string };
  "score-negative": { readonly name: string; readonly score: string };
  "score-precision": { readonly name: string; readonly score: string };
  "error-value": { readonly error: string; readonly formula: string | null };
  "placeholder-row": { readonly text: string };

  "level-mark-mismatch": { readonly name: string; readonly stated: string; readonly sum: string };
  "full-mark-total": { readonly stated: string; readonly sum: string };
  "total-mismatch": { readonly stated: string; readonly sum: string };
  "subtotal-mismatch": { readonly name: string; readonly stated: string; readonly sum: string };
  "grade-mismatch": { readonly stated: string; readonly expected: string; readonly score: string };
  "budget-mark-outside-total": { readonly indicators: string; readonly funding: string; readonly total: string };
  "explained-by-rounding": { readonly what: string; readonly stated: string; readonly computed: string };

  "input-missing": { readonly name: string; readonly missing: readonly string[]; readonly marks: string | null };
  "zero-base": { readonly name: string; readonly base: string };
  "rate-mismatch": { readonly name: string; readonly stated: string; readonly computed: string };
  "percent-scale": { readonly name: string; readonly value: string; readonly suggested: string };
  "unit-scale": { readonly name: string; readonly value: string; readonly compared: string; readonly factor: string };
  "parts-exceed-whole": {
    readonly parts: string;
    readonly whole: string;
    readonly sum: string;
    readonly total: string;
  };
  "funding-total-mismatch": { readonly column: string; readonly stated: string; readonly sum: string };
  "execution-over-budget": { readonly executed: string; readonly budget: string };
  "text-number-available": { readonly name: string; readonly number: string; readonly excerpt: string };

  "score-mismatch": {
    readonly name: string;
    readonly stated: string;
    readonly computed: string;
    readonly explanation: { readonly zh: string; readonly en: string };
  };
  "score-outside-tier": {
    readonly name: string;
    readonly score: string;
    readonly tier: string;
    readonly low: string;
    readonly high: string;
  };
  "target-met-but-deducted": {
    readonly name: string;
    readonly target: string;
    readonly actual: string;
    readonly score: string;
    readonly fullMark: string;
  };
  "target-missed-but-full": {
    readonly name: string;
    readonly target: string;
    readonly actual: string;
    readonly score: string;
  };
  "over-fulfilment": {
    readonly name: string;
    readonly target: string;
    readonly actual: string;
    readonly completion: string;
  };
  /** The target and the actual value can not be compared: one is no number, or their units are of different kinds. */
  "target-not-comparable": {
    readonly name: string;
    readonly target: string;
    readonly actual: string;
    readonly why: { readonly zh: string; readonly en: string };
  };
  "cap-exceeded": { readonly what: string; readonly score: string; readonly cap: string; readonly clause: string };
  "standard-unreadable": {
    readonly name: string;
    readonly text: string;
    readonly reason: { readonly zh: string; readonly en: string };
  };
  "standard-inconsistent": { readonly name: string; readonly fault: { readonly zh: string; readonly en: string } };

  "standard-altered": { readonly name: string; readonly official: string; readonly found: string };
  "mark-altered": { readonly name: string; readonly official: string; readonly found: string };
  "setting-differs": { readonly setting: string; readonly official: string; readonly found: string };
  /** The workbook's 规则 sheet names a pack that is neither built in nor named by the reviewer. */
  "pack-unavailable": { readonly pack: string };

  /** `deducted` is "0" where not a lost mark but a missed target or a low execution rate asks for the reason. */
  "justification-missing": {
    readonly name: string;
    readonly deducted: string;
    readonly noColumn: boolean;
    readonly cause: "deduction" | "target" | "execution";
  };
  "justification-placeholder": { readonly name: string; readonly text: string; readonly deducted: string };
  "justification-copied": { readonly name: string; readonly text: string; readonly cells: readonly string[] };
  "justification-without-deduction": { readonly name: string; readonly text: string };
  "justification-number-mismatch": {
    readonly name: string;
    readonly text: string;
    readonly inText: string;
    readonly inCell: string;
  };
  "evidence-missing": { readonly name: string };

  "formula-overwritten": { readonly expected: string; readonly found: string };
  "formula-differs": { readonly expected: string; readonly found: string };
  "range-too-short": { readonly formula: string; readonly covers: string; readonly needs: string };
  "hard-coded-constant": { readonly formula: string; readonly constant: string };
  "stale-value": { readonly formula: string; readonly stored: string; readonly calculated: string };
  "text-skipped-by-sum": { readonly formula: string; readonly cells: readonly string[] };
  "double-counted": { readonly formula: string; readonly cells: readonly string[] };
  "inconsistent-formula": { readonly formula: string; readonly neighbours: string };
  "empty-reference": { readonly formula: string; readonly cells: readonly string[] };
  "merged-reference": { readonly formula: string; readonly cells: readonly string[] };
  "external-link": { readonly formula: string; readonly target: string };
  "circular-reference": { readonly cells: readonly string[] };
  "manual-calculation": Record<string, never>;
  "hidden-cells": { readonly what: string };

  "rule-crashed": { readonly where: string; readonly message: string };
  "not-recalculated": { readonly formula: string; readonly reason: string };
  "validation-kept": { readonly range: string };
}

export type FindingCode = keyof FindingData;

/** The languages in which findings are worded. */
export type Language = "zh" | "en";

export const SEVERITY: Readonly<Record<FindingCode, Severity>> = {
  "no-table": "error",
  "ambiguous-header": "error",
  "duplicate-indicator": "warning",
  "missing-indicator": "warning",
  "unknown-indicator": "info",
  "repeated-level": "info",
  "score-column-missing": "warning",
  "deduction-mismatch": "error",
  "review-column-chosen": "info",
  "score-missing": "warning",
  "score-not-a-number": "error",
  "number-as-text": "warning",
  "score-over-full": "error",
  "score-negative": "error",
  "score-precision": "info",
  "error-value": "error",
  "placeholder-row": "info",
  "level-mark-mismatch": "error",
  "full-mark-total": "error",
  "total-mismatch": "error",
  "subtotal-mismatch": "error",
  "grade-mismatch": "error",
  "budget-mark-outside-total": "error",
  "explained-by-rounding": "info",
  "input-missing": "warning",
  "zero-base": "warning",
  "rate-mismatch": "error",
  "percent-scale": "warning",
  "unit-scale": "warning",
  "parts-exceed-whole": "warning",
  "funding-total-mismatch": "error",
  "execution-over-budget": "warning",
  "text-number-available": "info",
  "score-mismatch": "error",
  "score-outside-tier": "error",
  "target-met-but-deducted": "warning",
  "target-missed-but-full": "error",
  "over-fulfilment": "warning",
  "target-not-comparable": "warning",
  "cap-exceeded": "error",
  "standard-unreadable": "info",
  "standard-inconsistent": "warning",
  "standard-altered": "error",
  "mark-altered": "error",
  "setting-differs": "warning",
  "pack-unavailable": "warning",
  "justification-missing": "error",
  "justification-placeholder": "error",
  "justification-copied": "warning",
  "justification-without-deduction": "info",
  "justification-number-mismatch": "warning",
  "evidence-missing": "warning",
  "formula-overwritten": "error",
  "formula-differs": "error",
  "range-too-short": "error",
  "hard-coded-constant": "warning",
  "stale-value": "error",
  "text-skipped-by-sum": "error",
  "double-counted": "error",
  "inconsistent-formula": "warning",
  "empty-reference": "warning",
  "merged-reference": "warning",
  "external-link": "warning",
  "circular-reference": "error",
  "manual-calculation": "warning",
  "hidden-cells": "warning",
  "rule-crashed": "warning",
  "not-recalculated": "info",
  "validation-kept": "info",
};

import { decimalPlaces, decimalText, type Exact } from "../model/exact";
import type { ExplanationStep } from "./rule";
import type { RuleInput } from "./rule-input";

/** Numbers as explanations print them: exact where six places suffice, else marked as rounded. */
export const numberText = (x: Exact): string =>
  decimalPlaces(x, 7) <= 6 ? decimalText(x, 6) : `≈${decimalText(x, 4)}`;

/** A value of an input: a rate as a percentage, an amount with its unit. */
export const valueText = (input: RuleInput, x: Exact): string =>
  input.type === "rate" ? `${numberText(x.mul(100))}%` : `${numberText(x)}${input.unit ?? ""}`;

/** A difference between two values of an input: percentage points for rates. */
export function distanceText(input: RuleInput, x: Exact): ExplanationStep {
  if (input.type !== "rate") return both(valueText(input, x));
  const points = numberText(x.mul(100));
  return { zh: `${points}个百分点`, en: `${points} percentage point${points === "1" ? "" : "s"}` };
}

/** Marks in words: 5分, "5 marks". */
export const marksText = (x: Exact): ExplanationStep => {
  const text = numberText(x);
  return { zh: `${text}分`, en: `${text} mark${text === "1" ? "" : "s"}` };
};

export const both = (text: string): ExplanationStep => ({ zh: text, en: text });

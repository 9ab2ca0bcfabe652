import { decimalPlaces, decimalText, exactFromDouble, exactFromText, exactText, type Exact } from "../../model/exact";
import type { PackIndicator } from "./schema";

/** A pack's amount (0.9, "90%", "69/77") exactly. The schema has refused everything else. */
export function packAmount(amount: number | string): Exact {
  if (typeof amount === "number") return exactFromDouble(amount);
  const percent = amount.endsWith("%");
  const [top = "", bottom = "1"] = (percent ? amount.slice(0, -1) : amount).split("/");
  const numerator = exactFromText(top);
  const denominator = exactFromText(bottom);
  if (!numerator || !denominator || denominator.n === 0n) throw new Error(`not a pack amount: ${amount}`);
  const quotient = numerator.div(denominator);
  return percent ? quotient.div(100n) : quotient;
}

/** A pack's standard with {0.1} replaced by that share of the full mark: 每超过一个百分点扣{0.1}分 → 扣0.8分 for 8 marks. */
export const standardFor = (standard: string, fullMark: Exact): string =>
  standard.replace(/\{(\d+(?:\.\d+)?)\}/g, (_, share: string) => markText(packAmount(share).mul(fullMark)));

/** What a pack's entry says for a row of this full mark; null where it has no standard, or none for this mark. */
export function standardOf({ standard, standards }: PackIndicator, fullMark: Exact): string | null {
  const bound = standards.find((one) => packAmount(one.fullMark).equals(fullMark));
  return bound?.standard ?? (standard === undefined ? null : standardFor(standard, fullMark));
}

const markText = (mark: Exact): string => (decimalPlaces(mark) < 12 ? decimalText(mark, 12) : exactText(mark));

import { exactFromText, type Exact } from "../../model/exact";
import { compact } from "../../model/text";

const GIVEN = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][+-]?\d{1,3})?)(%|‰)?$/;

/** A number as a person types it: 69, 95%, 1,234.5, －3, also full-width; null for anything else. Exact (SPEC N1). */
export function readGivenNumber(text: string): Exact | null {
  const match = GIVEN.exec(compact(text));
  const number = match ? exactFromText((match[1] ?? "").replaceAll(",", "")) : null;
  if (!number) return null;
  if (match?.[2] === "%") return number.div(100);
  return match?.[2] === "‰" ? number.div(1000) : number;
}

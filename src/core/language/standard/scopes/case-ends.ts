import type { Bound, CaseTest } from "../../../rules/clause";
import type { Ambiguity } from "../../../rules/rule";
import { decimalText, percentText, type Exact } from "../../../model/exact";
import { ambiguities } from "../words/ambiguity";
import type { Range } from "../conditions/range";
import type { RuleInput } from "../../../rules/rule-input";

/** A range of one line, with what the line is worth at an end that the text leaves open. */
export interface OpenRange {
  readonly input: RuleInput;
  readonly range: Range;
  readonly worth: (x: Exact) => Exact;
}

type Side = "low" | "high";

/**
 * The range with both ends settled (SPEC L6): what the text says; else an end that another line shares belongs to the better
 * score, which is named; else to the line itself.
 */
export function settled(
  own: OpenRange,
  all: readonly OpenRange[],
): { readonly test: CaseTest; readonly named: readonly Ambiguity[] } {
  const named: Ambiguity[] = [];
  const end = (side: Side): Bound | null => {
    const printed = own.range[side];
    if (!printed) return null;
    if (printed.closed !== null) return { value: printed.value, closed: printed.closed };
    if (printed.implied) return { value: printed.value, closed: false };
    const across = all.find(
      (one) =>
        one !== own &&
        one.input.name === own.input.name &&
        one.range[side === "low" ? "high" : "low"]?.value.equals(printed.value),
    );
    const theirs = across?.range[side === "low" ? "high" : "low"];
    if (!across || !theirs) return { value: printed.value, closed: true };
    if (theirs.closed !== null) return { value: printed.value, closed: !theirs.closed };
    const [mine, other] = [own.worth(printed.value), across.worth(printed.value)];
    const better = mine.compare(other) >= 0;
    if (better) {
      const text = own.input.type === "rate" ? percentText(printed.value, 4) : decimalText(printed.value, 4);
      named.push(ambiguities.openEnd(text, decimalText(mine, 4)));
    }
    return { value: printed.value, closed: better };
  };
  return { test: { input: own.input, low: end("low"), high: end("high") }, named };
}

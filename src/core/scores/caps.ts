import { nameKey } from "../language/text";
import { ONE, ZERO, type Exact } from "../model/exact";
import type { FundingReview, IndicatorReview } from "../review.types";
import { packAmount } from "../rules/packs/amount";
import type { PackCap, PackFile } from "../rules/packs/schema";
import type { Settings } from "../rules/settings";
import { EXECUTION_RATE } from "./funding";
import { lowestCap, type CapTotal } from "./totals";

/**
 * A platform's caps on the total: data with their clause, applied only where the pack carries them and the setting is on
 * (SPEC V4). A red-line question that nobody answered caps nothing, and is asked for.
 */
export function capsOf(
  pack: PackFile | null,
  indicators: readonly IndicatorReview[],
  funding: FundingReview | null,
  inputs: ReadonlyMap<string, Exact>,
  settings: Settings,
): CapTotal {
  if (!pack || settings.caps === "off") return () => null;
  const rate = executionRateOf(indicators, funding);
  const applying = pack.caps
    .filter((cap) => applies(cap, rate, inputs))
    .map((cap) => ({ total: packAmount(cap.total), clause: cap.clause }));
  return (total) => lowestCap(total, applying);
}

function executionRateOf(indicators: readonly IndicatorReview[], funding: FundingReview | null): Exact | null {
  if (funding?.rate.status === "computed") return funding.rate.number;
  for (const { indicator, rate } of indicators) {
    if (nameKey(indicator.path.at(-1) ?? "") === EXECUTION_RATE && rate.status === "computed") return rate.number;
  }
  return null;
}

function applies({ when }: PackCap, rate: Exact | null, inputs: ReadonlyMap<string, Exact>): boolean {
  if ("question" in when) {
    const answer = inputs.get(nameKey(when.question.zh));
    return answer?.equals(when.answer === "yes" ? ONE : ZERO) ?? false;
  }
  const { from, fromClosed, to, toClosed } = when.executionRate;
  if (!rate) return false;
  const low = from === undefined ? 1 : rate.compare(packAmount(from));
  const high = to === undefined ? -1 : rate.compare(packAmount(to));
  return (low > 0 || (low === 0 && fromClosed)) && (high < 0 || (high === 0 && toClosed));
}
